"""Articles that date one event differently, side by side."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from ..calendars import from_date
from ..tables import conform

if TYPE_CHECKING:
    import pandas as pd

WEEK, SATURDAY, MONDAY = timedelta(days=7), 5, 0
NEAR = {"conference": 2, "visit": 2}
CLAIM = ["what", "kind", "first", "last"]
KINDS = ("conference", "plan", "visit", "bilateral", "multilateral", "call", "signing")


def contradictions(timeline: "pd.DataFrame") -> "pd.DataFrame":
    """Find facts with one name and kind whose days overlap but differ: nothing is merged.

    Of conferences and visits also those that two articles put up to two days apart.

    One row a pair of claims: `what`, `kind`, the days and the article that says so first, and the
    same for the `other` claim. A whole year, month or week that holds a closer date is no contradiction.
    """
    import pandas as pd

    named = timeline["kind"].isin(KINDS) & timeline["rule"].isin(["meeting", "named"])
    facts = timeline[named & ~timeline["approximate"].fillna(False)]
    claims = facts.sort_values([*CLAIM, "article"]).drop_duplicates(CLAIM)
    told = claims[[*CLAIM, "article"]].itertuples(index=False, name=None)
    rows = [
        (what, kind, *one, *other)
        for (what, kind), group in groupby(told, key=lambda claim: claim[:2])
        for one, other in _pairs([row[4:] + row[2:4] for row in group], NEAR.get(kind, 0))
    ]
    columns = ["what", "kind", "article", "first", "last", "other", "other_first", "other_last"]
    return conform("contradictions", pd.DataFrame(rows, columns=columns))


Claim = tuple[str, str, str]


def _pairs(claims: list[Claim], near: int) -> Iterator[tuple[Claim, Claim]]:
    """Claims at odds with each other; they come in order, and `near` days apart is still near."""
    going: list[Claim] = []
    for claim in claims:
        begins = (date.fromisoformat(claim[1]) - timedelta(days=near)).isoformat()
        going = [other for other in going if other[2] >= begins]
        yield from ((other, claim) for other in going if _at_odds(other, claim))
        going.append(claim)


def _at_odds(one: Claim, other: Claim) -> bool:
    """Whether neither of two near periods is a whole month or year around the other.

    Periods that do not overlap are at odds only between articles: one may tell of two days.
    """
    if one[2] < other[1] and one[0] == other[0]:
        return False
    return not (_around(one[1:], other[1:]) or _around(other[1:], one[1:]))


def _around(outer: tuple[str, str], inner: tuple[str, str]) -> bool:
    """Whether a period is a week or of whole months or years and holds another.

    >>> _around(("2025-11-01", "2025-11-30"), ("2025-11-17", "2025-11-19"))
    True
    """
    if not (outer[0] <= inner[0] and inner[1] <= outer[1]) or _whole(*inner):
        return False
    return _whole(*outer)


def _whole(first: str, last: str) -> bool:
    begins, after = date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)
    if after - begins == WEEK and begins.weekday() in (SATURDAY, MONDAY):
        return True
    return any(
        from_date(calendar, begins)[2] == 1 and from_date(calendar, after)[2] == 1
        for calendar in ("gregorian", "jalali")
    )
