"""Days and periods of the Jalali, the Gregorian and the lunar Hijri calendar."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

Days = tuple[date, date]

DAY = timedelta(days=1)
TABULAR_EPOCH = date(622, 7, 19).toordinal()
TABULAR_LEAPS = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})


def to_date(calendar: str, year: int, month: int, day: int) -> date:
    """Gregorian date of a day of a calendar ("jalali", "gregorian", "islamic").

    >>> to_date("jalali", 1404, 8, 26)
    datetime.date(2025, 11, 17)

    Raises ValueError for a day that the calendar does not have.
    """
    return _TO_DATE[calendar](year, month, day)


@cache
def _from_jalali(year: int, month: int, day: int) -> date:
    import jdatetime

    try:
        result: date = jdatetime.date(year, month, day).togregorian()
    except (OverflowError, OSError) as error:
        raise ValueError(str(error)) from None
    return result


@cache
def _from_islamic(year: int, month: int, day: int) -> date:
    import hijridate

    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError(f"no such day: {year}-{month}-{day} AH")
    try:
        result: date = hijridate.Hijri(year, month, day).to_gregorian()
    except OverflowError:
        result = date.fromordinal(_tabular_start(year, month) + day - 1)
        if result.toordinal() >= _tabular_start(year + month // 12, month % 12 + 1):
            raise ValueError(f"no such day: {year}-{month}-{day} AH") from None
    return date(result.year, result.month, result.day)


def _tabular_start(year: int, month: int) -> int:
    """Ordinal of a lunar month's first day in the tabular (civil) calendar."""
    cycles, rest = divmod(year - 1, 30)
    leaps = cycles * 11 + sum(leap <= rest for leap in TABULAR_LEAPS)
    return TABULAR_EPOCH + (year - 1) * 354 + leaps + (month * 59 - 58) // 2


_TO_DATE: dict[str, Callable[[int, int, int], date]] = {
    "jalali": _from_jalali,
    "gregorian": date,
    "islamic": _from_islamic,
}


@cache
def from_date(calendar: str, day: date) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian date in a calendar.

    >>> from_date("jalali", date(2025, 11, 17))
    (1404, 8, 26)

    Raises ValueError for a day before the calendar begins.
    """
    if calendar == "gregorian":
        return day.year, day.month, day.day
    if calendar == "jalali":
        import jdatetime

        jalali = jdatetime.date.fromgregorian(date=day)
        return jalali.year, jalali.month, jalali.day
    return _to_islamic(day)


def _to_islamic(day: date) -> tuple[int, int, int]:
    import hijridate

    try:
        year, month, number = (
            hijridate.Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
        )
    except OverflowError:
        if day.toordinal() < TABULAR_EPOCH:
            raise ValueError(f"{day} is before the lunar calendar") from None
        months = (day.toordinal() - TABULAR_EPOCH) * 360 // 10631
        while _tabular_start(months // 12 + 1, months % 12 + 1) > day.toordinal():
            months -= 1
        while _tabular_start((months + 1) // 12 + 1, (months + 1) % 12 + 1) <= day.toordinal():
            months += 1
        year, month = months // 12 + 1, months % 12 + 1
        number = day.toordinal() - _tabular_start(year, month) + 1
    return year, month, number


@cache
def month_length(calendar: str, year: int, month: int) -> int:
    """Number of days of a month.

    >>> month_length("jalali", 1403, 12), month_length("jalali", 1404, 12)
    (30, 29)
    """
    if calendar == "gregorian":
        return monthrange(year, month)[1]
    following = to_date(calendar, *shift_month(year, month, 1), 1)
    return (following - to_date(calendar, year, month, 1)).days


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month that lie a number of months after (or before) a month.

    >>> shift_month(1404, 11, 3)
    (1405, 2)
    """
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def shift_date(calendar: str, day: date, *, years: int = 0, months: int = 0) -> date:
    """The same day of the month some years or months away, at most the month's last day.

    >>> shift_date("jalali", date(2025, 3, 20), years=1)
    datetime.date(2026, 3, 20)
    """
    year, month, number = from_date(calendar, day)
    year, month = shift_month(year, month, 12 * years + months)
    return to_date(calendar, year, month, min(number, month_length(calendar, year, month)))


def period(calendar: str, year: int, month: int | None = None, day: int | None = None) -> Days:
    """First and last day of a year, a month or a day.

    >>> period("jalali", 1404, 8)
    (datetime.date(2025, 10, 23), datetime.date(2025, 11, 21))

    Raises ValueError for a period that the calendar does not have.
    """
    if month is None:
        return months(calendar, year, 1, 12)
    if day is None:
        return months(calendar, year, month, month)
    found = to_date(calendar, year, month, day)
    return found, found


def months(calendar: str, year: int, first: int, last: int) -> Days:
    """First and last day of the months `first` to `last` (1 to 12) of a year.

    >>> months("jalali", 1404, 1, 3)
    (datetime.date(2025, 3, 21), datetime.date(2025, 6, 21))
    """
    ending = to_date(calendar, year, last, month_length(calendar, year, last))
    return to_date(calendar, year, first, 1), ending


def years(calendar: str, first: int, last: int) -> Days:
    """First and last day of the years `first` to `last`."""
    return period(calendar, first)[0], period(calendar, last)[1]


def week(day: date, weeks: int = 0) -> Days:
    """Saturday and Friday of the (Iranian) week of a day, or of one some weeks away.

    >>> week(date(2025, 11, 16), -1)
    (datetime.date(2025, 11, 8), datetime.date(2025, 11, 14))
    """
    start = day - weekday(day) * DAY + 7 * weeks * DAY
    return start, start + 6 * DAY


def weekday(day: date) -> int:
    """Day of the week, Saturday 0 to Friday 6."""
    return (day.weekday() + 2) % 7


def jalali_text(day: date | None) -> str | None:
    """Jalali date as YYYY-MM-DD, None for none and before the calendar begins.

    >>> jalali_text(date(2025, 11, 17))
    '1404-08-26'
    """
    if day is None or day.year < 623:
        return None
    return "{:04}-{:02}-{:02}".format(*from_date("jalali", day))
