"""Points of a calendar: years, seasons, months and days, whole or with parts left to infer."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..calendars import (
    DAY,
    Days,
    from_date,
    month_length,
    months,
    shift_month,
    to_date,
    weekday,
    years,
)
from .values import UNKNOWN, Context, Resolved, Value

LUNAR_NOW = 1425


def full_year(short: int, calendar: str, near: int | None) -> int | None:
    """The year that two digits stand for: at most 20 years after the year `near`.

    >>> full_year(95, "jalali", 1404), full_year(4, "jalali", 1404), full_year(91, "gregorian", 2025)
    (1395, 1404, 1991)
    """
    if not 0 <= short <= 99:
        return None
    near = near or {"jalali": 1400, "gregorian": 2020, "islamic": 1440}[calendar]
    year = (near + 20) // 100 * 100 + short
    return year if year <= near + 20 else year - 100


@dataclass(frozen=True, kw_only=True)
class Point(Value):
    """A year, or a season, a month, a day in it, in one calendar; parts may be missing.

    `shift` counts years and `month_shift` months from the day that `base` names: published,
    narrative (the last date in the text), either, or near (the last one, if in the same sentence);
    the calendar is that date's if None. A last day of 99 is the month's last, a first one below
    zero counts from it.
    """

    calendar: str | None = "jalali"
    year: int | None = None
    short: bool = False
    shift: int | None = None
    month_shift: int | None = None
    base: str = "published"
    width: int = 1
    side: int = 0
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    weekday: int | None = None
    within: "Point | None" = None

    @property
    def dated(self) -> bool:
        """Whether it says its year, in digits or relative to now."""
        known = (self.year, self.shift, self.month_shift, self.within)
        return any(part is not None for part in known)

    def resolve(self, at: Context) -> Resolved:
        if self.within is not None:
            return self._inside(self.within.resolve(at), at)
        near, anchor = self._reference(at)
        if self.year is not None:
            year = self.year
            if self.short:
                expanded = full_year(year, self._calendar, near and near[0])
                if expanded is None:
                    return UNKNOWN
                year = expanded
            if year < 1:
                return Resolved(edtf=f"{year:05}", anchor="explicit")
            return self.given(self.in_year(year), "explicit")
        if near is None:
            self._check()
            return UNKNOWN
        if self.month_shift is not None:
            year, month = shift_month(near[0], near[1], self.month_shift)
            return self.given(replace(self, months=(month, month)).in_year(year), anchor)
        if self.dated:
            return self.given(self.in_year(near[0] + (self.shift or 0)), anchor)
        assert at.published is not None
        if at.year is not None and at.tense != 1 and not self.side:
            return self._inside(at.year, at)._replace(anchor="narrative")
        return self.given(self._nearest(at.published, self.side or at.tense), "published")

    @property
    def _calendar(self) -> str:
        return self.calendar or "jalali"

    def _reference(self, at: Context) -> tuple[tuple[int, int, int] | None, str]:
        """The day to count from in this calendar, and its name."""
        told = self.base == "narrative" or self._leans(at)
        day = at.period if told else at.published
        return from_date(self._calendar, day) if day else None, "narrative" if told else "published"

    def _leans(self, at: Context) -> bool:
        """Whether it counts from the text though it could count from publication."""
        if at.period is None:
            return False
        return self.base == "either" or (self.base == "near" and at.near)

    def bound(self, at: Context) -> Value:
        if self.calendar is not None:
            return self
        told = self.base == "narrative" or self._leans(at)
        return replace(self, calendar=(at.calendar if told else None) or "jalali")

    def _inside(self, year: Resolved, at: Context) -> Resolved:
        """Its days in a year of another calendar; of two in one year the tense tells which."""
        if year.first is None or year.last is None:
            return UNKNOWN
        middle = year.first + (year.last - year.first) / 2
        found = [days for days in self.candidates(middle) if year.first <= days[0] <= year.last]
        return self.given(found[-(at.tense == 1)] if found else None, year.anchor or "explicit")

    def in_year(self, year: int) -> Days:
        """Its days in a year of its calendar."""
        if self.months is None:
            return years(self._calendar, year, year + self.width - 1)
        first, last = self.months
        if self.days is None:
            return months(self._calendar, year, first, last)
        length = month_length(self._calendar, year, last)
        low, high = self.days
        low += length + 1 if low < 0 else 0
        start = to_date(self._calendar, year, first, length if low == 99 else low)
        return start, to_date(self._calendar, year, last, min(high, length) if high == 99 else high)

    def candidates(self, around: date) -> list[Days]:
        """Its days in the years about a day, without the years that do not have them."""
        year = from_date(self._calendar, around)[0]
        found = []
        for candidate in range(year - 1, year + 2):
            try:
                found.append(self.in_year(candidate))
            except ValueError:
                continue
        if not found:
            raise ValueError("no year has this day")
        return found

    def _nearest(self, day: date, tense: int) -> Days:
        """The candidate nearest to a day, on the side that the tense tells.

        One on the weekday that is told with it needs no tense; the past lasts until the next day, as
        articles are dated by clocks of other zones.
        """
        found = self.candidates(day)
        near = min(found, key=lambda days: _apart(days, day))
        if not self.side and self.weekday is not None and weekday(near[0]) == self.weekday:
            return near
        if self.side:
            found = [
                days for days in found if (days[0] > day if tense > 0 else days[1] < day)
            ] or found
        elif tense < 0:
            found = [days for days in found if days[0] <= day + DAY] or found
        elif tense == 1:
            found = [days for days in found if days[1] >= day] or found
        return min(found, key=lambda days: _apart(days, day))

    def _check(self) -> None:
        """Raise ValueError if no year has the day."""
        if self.days is not None:
            self.candidates(date(2025, 3, 20))

    def before(self, day: date) -> Days:
        """The last occurrence that begins before a day."""
        return max(days for days in self.candidates(day) if days[0] <= day)

    def after(self, day: date) -> Days:
        """The first occurrence that begins on a day or after it."""
        return min(days for days in self.candidates(day) if days[0] >= day)


def _apart(days: Days, day: date) -> timedelta:
    """How far days lie from a day, not at all if it is one of them."""
    return max(days[0] - day, day - days[1], 0 * DAY)


def in_told_year(point: Point, told: Point) -> Point:
    """A point in a year that is told beside it, be it a year of another calendar.

    Lunar months in a Jalali year («رمضان امسال»), Jalali months and seasons in a Gregorian one.
    """
    foreign = told.calendar != point.calendar and told.calendar is not None and not told.short
    if foreign and point.calendar == "islamic":
        foreign = told.year is None or told.calendar == "gregorian" or told.year < LUNAR_NOW
    if foreign and (point.calendar != "gregorian" or told.year is not None):
        return replace(point, within=told)
    return replace(point, year=told.year, short=told.short, shift=told.shift, base=told.base)


@dataclass(frozen=True, kw_only=True)
class AutumnYear(Value):
    """A year from Mehr to Shahrivar, of schools, farms and water; `shift` None is the newest one."""

    calendar: str | None = "jalali"
    year: int | None = None
    shift: int | None = None

    def resolve(self, at: Context) -> Resolved:
        year, anchor = self.year, "explicit"
        if year is None:
            if at.published is None:
                return UNKNOWN
            year, month, _ = from_date("jalali", at.published)
            anchor = "published"
            if self.shift is not None:
                year += self.shift - (month < 7)
        first, last = to_date("jalali", year, 7, 1), to_date("jalali", year + 1, 7, 1) - DAY
        return self.given((first, last), anchor)


@dataclass(frozen=True, kw_only=True)
class Occasion(Value):
    """A day that is named after what is kept on it; some are the last such weekday of a month."""

    point: Point
    weekday: int | None = None

    def resolve(self, at: Context) -> Resolved:
        found = self.point.resolve(at)
        if self.weekday is None or found.last is None:
            return found
        day = found.last - (weekday(found.last) - self.weekday) % 7 * DAY
        return self.given((day, day), found.anchor or "published")
