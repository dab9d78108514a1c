"""Articles that date one event differently, side by side."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..calendars import from_date
from ..tables import conform

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("conference", "plan", "visit", "bilateral", "multilateral", "call", "signing")


def contradictions(timeline: "pd.DataFrame") -> "pd.DataFrame":
    """Find facts with one name and kind whose days overlap but differ: nothing is merged.

    One row a pair of claims: `what`, `kind`, the days and the article that says so first, and the
    same for the `other` claim. A whole year or month that holds a closer date is no contradiction.
    """
    import pandas as pd

    facts = timeline[timeline["kind"].isin(KINDS) & ~timeline["approximate"].fillna(False)]
    keys = ["what", "kind", "first", "last"]
    claims = facts.sort_values([*keys, "article"]).drop_duplicates(keys)[[*keys, "article"]]
    pairs = claims.merge(claims, on=["what", "kind"], suffixes=("", "_other"))
    pairs = pairs[(pairs["first"] + pairs["last"]) < (pairs["first_other"] + pairs["last_other"])]
    at_odds = [
        _at_odds((one, two), (three, four))
        for one, two, three, four in zip(
            pairs["first"], pairs["last"], pairs["first_other"], pairs["last_other"], strict=True
        )
    ]
    pairs = pairs[pd.Series(at_odds, index=pairs.index, dtype=bool)]
    names = {"article_other": "other", "first_other": "other_first", "last_other": "other_last"}
    return conform("contradictions", pairs.rename(columns=names).reset_index(drop=True))


def _at_odds(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two periods overlap, and neither is a whole month or year around the other."""
    if one[1] < other[0] or other[1] < one[0]:
        return False
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
