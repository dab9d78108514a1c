"""Articles that date one event differently, side by side."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from ..calendars import from_date
from ..tables import conform

if TYPE_CHECKING:
    import pandas as pd

CLAIM = ["what", "kind", "first", "last"]
KINDS = ("conference", "plan", "visit", "bilateral", "multilateral", "call", "signing")


def contradictions(timeline: "pd.DataFrame") -> "pd.DataFrame":
    """Find facts with one name and kind whose days overlap but differ: nothing is merged.

    One row a pair of claims: `what`, `kind`, the days and the article that says so first, and the
    same for the `other` claim. A whole year or month that holds a closer date is no contradiction.
    """
    import pandas as pd

    facts = timeline[timeline["kind"].isin(KINDS) & ~timeline["approximate"].fillna(False)]
    claims = facts.sort_values([*CLAIM, "article"]).drop_duplicates(CLAIM)
    told = claims[[*CLAIM, "article"]].itertuples(index=False, name=None)
    rows = [
        (what, kind, *one, *other)
        for (what, kind), group in groupby(told, key=lambda claim: claim[:2])
        for one, other in _pairs([(article, first, last) for _, _, first, last, article in group])
    ]
    columns = ["what", "kind", "article", "first", "last", "other", "other_first", "other_last"]
    return conform("contradictions", pd.DataFrame(rows, columns=columns))


Claim = tuple[str, str, str]


def _pairs(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims at odds with each other; claims come in order of their first days."""
    going: list[Claim] = []
    for claim in claims:
        going = [other for other in going if other[2] >= claim[1]]
        yield from ((other, claim) for other in going if _at_odds(other[1:], claim[1:]))
        going.append(claim)


def _at_odds(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether of two periods that overlap neither is a whole month or year around the other."""
    return not (_around(one, other) or _around(other, one))


def _around(outer: tuple[str, str], inner: tuple[str, str]) -> bool:
    """Whether a period is of whole months or years and holds another.

    >>> _around(("2025-11-01", "2025-11-30"), ("2025-11-17", "2025-11-19"))
    True
    """
    if not (outer[0] <= inner[0] and inner[1] <= outer[1]) or _whole(*inner):
        return False
    return _whole(*outer)


def _whole(first: str, last: str) -> bool:
    begins, after = date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)
    return any(
        from_date(calendar, begins)[2] == 1 and from_date(calendar, after)[2] == 1
        for calendar in ("gregorian", "jalali")
    )
