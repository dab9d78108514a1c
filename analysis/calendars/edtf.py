"""EDTF values (ISO 8601-2): days, periods, intervals with open ends, sets."""

import re
from datetime import date

from .arithmetic import DAY, Days, period, years

EDTF = re.compile(r"(-?\d{4}|\d{3}X|\d\dXX)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?", re.ASCII)


def edtf(first: date | None, last: date | None, *, approximate: bool = False) -> str | None:
    """EDTF (ISO 8601-2) value of the days from `first` to `last`; None is an open end.

    >>> edtf(date(2025, 11, 17), date(2025, 11, 19))
    '2025-11-17/2025-11-19'
    >>> edtf(date(2025, 1, 1), date(2025, 12, 31)), edtf(date(1980, 1, 1), date(1989, 12, 31))
    ('2025', '198X')
    >>> edtf(date(2026, 1, 1), date(2029, 12, 31)), edtf(None, date(2026, 3, 20))
    ('2026/2029', '../2026-03-20')
    """
    mark = "~" if approximate else ""
    if first is None or last is None:
        known = first or last
        if known is None:
            return None
        return f"{known}{mark}/.." if first else f"../{known}{mark}"
    low, high = _period_text(first, last)
    if low == high or not high:
        return low + mark
    return f"{low}{mark}/{high}{mark}"


def _period_text(first: date, last: date) -> tuple[str, str]:
    """The two ends in the coarsest grain (year, month, day) that both begin and end."""
    after = last + DAY if last < date.max else last
    if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1):
        if first.year % 10 == 0 and last.year == first.year + 9:
            return f"{first:%Y}"[:3].zfill(3) + "X", ""
        return f"{first.year:04}", f"{last.year:04}"
    if first.day == 1 and after.day == 1:
        return first.isoformat()[:7], last.isoformat()[:7]
    return first.isoformat(), last.isoformat()


def parse_edtf(value: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF value; None for an open or unknown end.

    >>> parse_edtf("2025-11~"), parse_edtf("../2026")
    ((datetime.date(2025, 11, 1), datetime.date(2025, 11, 30)), (None, datetime.date(2026, 12, 31)))

    Raises ValueError for what is no EDTF date, interval or set of dates with years 1 to 9999.
    """
    if value.startswith(("{", "[")) and value.endswith(("}", "]")):
        ends = [parse_edtf(part) for part in value[1:-1].split(",")]
        return ends[0][0], ends[-1][1]
    if "/" in value:
        low, _, high = value.partition("/")
        return _edtf_days(low)[0] if low.strip(".") else None, (
            _edtf_days(high)[1] if high.strip(".") else None
        )
    return _edtf_days(value)


def _edtf_days(value: str) -> Days:
    match = EDTF.fullmatch(value)
    if not match:
        raise ValueError(f"'{value}' is no EDTF date")
    year, month, day = match[1], *(int(part) if part else None for part in match.groups()[1:])
    if year.endswith("X"):
        return years("gregorian", int(year.replace("X", "0")), int(year.replace("X", "9")))
    return period("gregorian", int(year), month, day)
