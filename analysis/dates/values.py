"""What an expression means: small frozen values that resolve to days in a context."""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ..calendars import (
    DAY,
    Days,
    edtf,
    from_date,
    months,
    shift_date,
    shift_month,
    week,
    weekday,
    years,
)
from .zones import offset


@dataclass
class Context:
    """What a text says besides the expression: publication, tense, the last date before it.

    `narrative` is the last day told; `period` the beginning of the last day, month or year told, in
    `calendar`; `near` whether it stands in the same sentence; `year` a past year told there.
    """

    published: date | None = None
    narrative: date | None = None
    period: date | None = None
    calendar: str | None = None
    near: bool = False
    year: "Resolved | None" = None
    tense: int = 0
    until: bool = False


class Resolved(NamedTuple):
    """First and last day (None: open or unknown), what they rest on, and their EDTF value."""

    first: date | None = None
    last: date | None = None
    anchor: str | None = None
    edtf: str | None = None


UNKNOWN = Resolved()


@dataclass(frozen=True, kw_only=True)
class Value:
    """A meaning: its TimeML type, calendar, grain and modifier."""

    type: str = "DATE"
    calendar: str | None = None
    grain: str | None = None
    modifier: str | None = None

    def resolve(self, at: Context) -> Resolved:
        """Days that the value means in a context; raises ValueError for an impossible date."""
        return UNKNOWN

    def bound(self, at: Context) -> "Value":
        """Itself, in the calendar of the date that it counts from."""
        return self

    def given(self, found: Days | None, anchor: str) -> Resolved:
        """A result with its EDTF value; lunar days are approximate."""
        if found is None:
            return UNKNOWN
        return Resolved(*found, anchor, edtf(*found, approximate=self.calendar == "islamic"))


@dataclass(frozen=True, kw_only=True)
class Shift(Value):
    """A day, week, month, year ... some units before or after the day of publication.

    `narrative` counts from the last date in the text instead, if there is one.
    """

    unit: str
    count: int
    narrative: bool = False
    strict: bool = False
    calendar: str | None = None

    def bound(self, at: Context) -> Value:
        free = self.narrative and self.calendar is None and self.unit in MONTHS_OF
        return replace(self, calendar=at.calendar) if free else self

    def resolve(self, at: Context) -> Resolved:
        told = at.period if self.unit in MONTHS_OF else at.narrative
        use = self.narrative and told is not None
        day = told if use else at.published
        if day is None or (self.strict and not use):
            return UNKNOWN
        days = shifted(day, self.unit, self.count, self.calendar or "jalali")
        found = self.given(days, "narrative" if use else "published")
        night = self.type == "TIME" and found.edtf is not None
        return found._replace(edtf=f"{found.edtf}TNI") if night else found


def shifted(day: date, unit: str, count: int, calendar: str) -> Days | None:
    """The day, week, month, year, decade or century that lies `count` units from a day's."""
    year, month, _ = from_date(calendar, day)
    if unit in ("DAY", "NIGHT"):
        return day + count * DAY, day + count * DAY
    if unit == "WEEK":
        return week(day, count)
    if unit == "MONTH":
        year, month = shift_month(year, month, count)
        return months(calendar, year, month, month)
    if unit == "SEASON":
        year, month = shift_month(year, month - (month - 1) % 3, 3 * count)
        return months(calendar, year, month, month + 2)
    length = {"YEAR": 1, "DECADE": 10, "CENTURY": 100}.get(unit)
    if length is None:
        return None
    start = year - year % length + count * length + (length == 100)
    return years(calendar, start, start + length - 1)


@dataclass(frozen=True, kw_only=True)
class Stretch(Value):
    """The time from the day of publication some units back or ahead: «سه سال گذشته»."""

    unit: str
    count: float
    calendar: str | None = None

    def resolve(self, at: Context) -> Resolved:
        if at.published is None:
            return UNKNOWN
        other = moved(at.published, self.unit, self.count, self.calendar or "jalali")
        if other is None:
            return UNKNOWN
        return self.given((min(at.published, other), max(at.published, other)), "published")


DAYS_OF = {"HOUR": 1 / 24, "DAY": 1, "NIGHT": 1, "WEEK": 7}
MONTHS_OF = {"MONTH": 1, "SEASON": 3, "YEAR": 12, "DECADE": 120, "CENTURY": 1200}


def moved(day: date, unit: str, count: float, calendar: str) -> date | None:
    """The day some units after (or before) a day; None for units shorter than an hour."""
    if unit in DAYS_OF:
        days = count * DAYS_OF[unit]
        return day + int(days) * DAY if abs(days) >= 1 else None
    if unit in MONTHS_OF:
        return shift_date(calendar, day, months=int(count * MONTHS_OF[unit]))
    return None


# how many days ahead a weekday lies at most: the past none, what is unknown or announced some
AHEAD = {-1: 0, 0: 3, 3: 4}


@dataclass(frozen=True, kw_only=True)
class Weekday(Value):
    """A day of the week: the one the tense tells, before or after now, or that of a week."""

    day: int
    side: int = 0
    week: int | None = None
    grain: str | None = "day"

    def resolve(self, at: Context) -> Resolved:
        if at.published is None:
            return UNKNOWN
        if self.week is not None:
            found = week(at.published, self.week)[0] + self.day * DAY
        else:
            ahead = (self.day - weekday(at.published)) % 7
            found = at.published + ahead * DAY
            if ahead == 0:
                found += (self.side or (at.until and at.tense == 1)) * 7 * DAY
            elif ahead > AHEAD.get(self.side or at.tense, 6):
                found -= 7 * DAY
        return self.given((found, found), "published")


@dataclass(frozen=True, kw_only=True)
class Clock(Value):
    """A time of day, with a part of the day and a time zone; its day is found beside it."""

    type: str = "TIME"
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    zone: str | None = None
    grain: str | None = "minute"
    until: "Clock | None" = None

    def on(self, day: date | None = None) -> str:
        """Its ISO 8601 time without the day: T18:30, TMO for a part of the day."""
        if self.hour is None:
            return PARTS.get(self.part or "", "")
        parts = [self.hour, self.minute or 0] + ([self.second] if self.second is not None else [])
        return "T" + ":".join(f"{part:02}" for part in parts) + offset(self.zone, day, self.hour)


PARTS = {
    "dawn": "TDT",
    "morning": "TMO",
    "noon": "TMI",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "midnight": "T24:00",
}


@dataclass(frozen=True, kw_only=True)
class Length(Value):
    """A duration, its value in ISO 8601."""

    iso: str
    type: str = "DURATION"
    unit: str = ""
    count: float = 0
    low: float = 0
    high: float = 0

    def resolve(self, at: Context) -> Resolved:
        return Resolved(None, None, None, self.iso or None)


@dataclass(frozen=True, kw_only=True)
class Ancient(Value):
    """Years before the common era, which have an EDTF value and no days."""

    years: str
    calendar: str | None = "gregorian"

    def resolve(self, at: Context) -> Resolved:
        return Resolved(edtf=self.years, anchor="explicit")


@dataclass(frozen=True, kw_only=True)
class Repeat(Value):
    """Something that recurs, its period in ISO 8601."""

    iso: str
    type: str = "SET"

    def resolve(self, at: Context) -> Resolved:
        return Resolved(None, None, None, self.iso or None)
