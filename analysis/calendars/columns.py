"""Conversion of whole columns of days at once."""

from datetime import date
from typing import TYPE_CHECKING, Any

from .arithmetic import from_date, to_date

if TYPE_CHECKING:
    import numpy as np


def jalali_columns(days: "Any") -> "tuple[np.ndarray, np.ndarray, np.ndarray]":
    """Jalali years, months and days of a whole column of Gregorian days at once.

    `days` is anything that numpy reads as datetime64 (a pandas column, ISO texts); the results
    are integer arrays, 0 where a day is missing.

    >>> [part.tolist() for part in jalali_columns(["2025-11-17", "2026-03-20"])]
    [[1404, 1404], [8, 12], [26, 29]]
    """
    import numpy as np

    column = np.asarray(days, dtype="datetime64[D]")
    missing = np.isnat(column)
    ordinals = np.where(missing, 0, column.astype(np.int64)) + date(1970, 1, 1).toordinal()
    ends = (date.fromordinal(int(end)) for end in (ordinals.min(), ordinals.max()))
    low, high = (from_date("jalali", end)[0] for end in ends)
    starts = np.array([to_date("jalali", year, 1, 1).toordinal() for year in range(low, high + 2)])
    index = np.searchsorted(starts, ordinals, side="right") - 1
    offset = ordinals - starts[index]
    month, day = np.divmod(offset, 31)
    later = offset >= 186
    month = np.where(later, 6 + (offset - 186) // 30, month)
    day = np.where(later, (offset - 186) % 30, day)
    return tuple(np.where(missing, 0, part) for part in (low + index, month + 1, day + 1))  # type: ignore[return-value]


def gregorian_column(years: "Any", months: "Any", days: "Any") -> "np.ndarray":
    """Gregorian days (datetime64) of whole columns of Jalali years, months and days at once.

    A day that the calendar does not have becomes NaT.

    >>> gregorian_column([1404, 1404], [8, 12], [26, 30]).astype(str).tolist()
    ['2025-11-17', 'NaT']
    """
    import numpy as np

    year, month, day = (np.asarray(part, dtype=np.int64) for part in (years, months, days))
    known = np.unique(year)
    usable = known[(known >= 1) & (known < 9377)]
    starts = [to_date("jalali", int(y), 1, 1).toordinal() for y in usable]
    lengths = [to_date("jalali", int(y) + 1, 1, 1).toordinal() for y in usable]
    at = np.searchsorted(usable, year).clip(0, max(len(usable) - 1, 0))
    offset = np.where(month <= 7, (month - 1) * 31, 186 + (month - 7) * 30) + day - 1
    ordinal = np.array(starts)[at] + offset
    length = np.where(month <= 6, 31, 30)
    fits = (usable[at] == year) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= length)
    fits &= ordinal < np.array(lengths)[at]
    column = (ordinal - date(1970, 1, 1).toordinal()).astype("datetime64[D]")
    return np.where(fits, column, np.datetime64("NaT", "D"))
