"""Rules for days and weeks told from now, weekdays, occasions, parts of longer periods."""

from dataclasses import replace
from datetime import date

from ..calendars import from_date, period
from ..text import Token
from .grammar import GROUPS, Found, Rule, Unit
from .guards import key_at, named, near, travelled
from .lists import combine
from .points import Occasion, Point
from .values import Shift, Stretch, Value, Weekday
from .years import which_shift, year_point

Tokens = list[Token]


def today(found: Found, tokens: Tokens) -> Value:
    """«امروز», «دیروز», «پس‌فردا»; a weekday beside it adds nothing but is kept."""
    return Shift(unit="DAY", count=found.value("today"), grain="day")


def day_which(found: Found, tokens: Tokens) -> Value | None:
    """«روز گذشته», «روز بعد», «روزهای اخیر», «هفته آینده», «هفته جاری»."""
    unit, which = found.one("unit"), found.one("which")
    assert unit is not None
    assert which is not None
    before = found.before()
    shift = which_shift(which)
    if before in GROUPS["COUNT"] or before in ("ORD", "ORDBIG"):
        return None
    grain = unit.cls.lower().replace("night", "day")
    if unit.value.plural:
        return Value(grain=grain, modifier="past" if shift in (-1, None) else "future")
    if shift is None:
        return Stretch(unit=unit.cls, count=-1, grain=grain)
    return Shift(unit=unit.cls, count=shift, narrative=which.cls == "AFTER", grain=grain)


def this_day(found: Found, tokens: Tokens) -> Value | None:
    """«همان روز», «این هفته», «آن روز», «این روزها»."""
    unit = found.one("unit")
    assert unit is not None
    grain = unit.cls.lower()
    if unit.value.plural:
        return Value(grain=grain)
    that = found.one("that") is not None
    narrative = that or unit.cls in ("DAY", "NIGHT")
    return Shift(unit=unit.cls, count=0, narrative=narrative, strict=narrative, grain=grain)


def weekend(found: Found, tokens: Tokens) -> Value | None:
    """«آخر هفته», «پایان هفته»: Thursday and Friday."""
    days = (Weekday(day=5, week=0), Weekday(day=6, week=0))
    unit = found.one("unit")
    if unit is None or unit.value.plural:
        return None
    units = [Unit("WEEKDAYPOINT", n, n + 1, day) for n, day in enumerate(days)]
    value = combine(units)
    return replace(value, grain="day") if value else None


def weekday(found: Found, tokens: Tokens) -> Value | None:
    """«سه‌شنبه», «روز شنبه», «شنبه گذشته», «جمعه هفته جاری»."""
    unit = found.one("weekday")
    assert unit is not None
    told = any(found.one(name) for name in ("noun", "which2", "week"))
    if not told and (named(tokens, found.first, found.last) or _city(tokens, unit)):
        return None
    week, which = found.value("week"), found.one("which") or found.one("which2")
    if week is not None:
        return Weekday(day=unit.value, week=week.count) if isinstance(week, Shift) else None
    shift = which_shift(which) if which else 0
    return Weekday(day=unit.value, side=-1 if shift is None else shift)


def _city(tokens: Tokens, unit: Unit) -> bool:
    """Whether «دوشنبه» is the capital of Tajikistan."""
    return unit.value == 2 and travelled(tokens, unit.first, unit.last)


def dated_weekday(found: Found, tokens: Tokens) -> Value | None:
    """«دوشنبه ۲۶ آبان ۱۴۰۴»: the date, which remembers its weekday."""
    value, unit = found.value("date"), found.one("weekday")
    if unit is not None and isinstance(value, Point):
        return replace(value, weekday=unit.value)
    return value  # type: ignore[no-any-return]


def weekday_list(found: Found, tokens: Tokens) -> Value | None:
    """«شنبه و یکشنبه», «از شنبه تا چهارشنبه»."""
    start, end = found.match.span()
    return combine(list(found.units[start:end]))


def just_date(found: Found, tokens: Tokens) -> Value | None:
    """«روز ۲۶ آبان», «تاریخ ۲۶ آبان», «امروز دوشنبه ۲۶ آبان»: the date in it."""
    return found.value("date")  # type: ignore[no-any-return]


def occasion(found: Found, tokens: Tokens) -> Value | None:
    """«نوروز ۱۴۰۵», «عاشورا», «شب یلدا», «چهارشنبه‌سوری امسال»."""
    unit = found.one("occasion")
    assert unit is not None
    entry = unit.value
    if key_at(tokens, unit.first - 1) in near("place") or key_at(tokens, unit.last) in near(
        "person"
    ):
        return None
    calendar = entry["calendar"]
    point = Point(calendar=calendar, grain="day")
    if "weekday" in entry:
        month = entry.get("last_of_month", 12)
        point = replace(point, months=(month, month))
    else:
        (low_month, low), (high_month, high) = entry["first"], entry["last"]
        point = replace(point, months=(low_month, high_month), days=(low, high))
    dated = _with_year(point, found)
    return Occasion(calendar=calendar, grain="day", point=dated, weekday=entry.get("weekday"))


def _with_year(point: Point, found: Found) -> Point:
    told, number, which = found.value("told"), found.value("number"), found.one("which")
    if isinstance(told, Point):
        return replace(point, year=told.year, short=told.short, shift=told.shift, base=told.base)
    if which is not None and which.cls != "AFTER":
        return replace(point, side=which_shift(which) or -1)
    if number is None:
        return point
    year = year_point(number, None if number.value > 99 else point.calendar)
    if year is None or year.year is None:
        return point
    if year.calendar != point.calendar and not year.short:
        return replace(point, year=in_calendar(point, year.year))
    return replace(point, year=year.year, short=year.short)


def in_calendar(point: Point, gregorian: int) -> int:
    """The year of a point's calendar in which it begins in a Gregorian year."""
    calendar = point.calendar or "jalali"
    near_year = from_date(calendar, date(gregorian, 7, 1))[0]
    month = point.months[0] if point.months else 1
    for year in (near_year - 1, near_year, near_year + 1):
        if period(calendar, year, month)[0].year == gregorian:
            return year
    return near_year


SAID = "(?: (?P<told>YEARPOINT) | (?P<number>NYEAR|TWODIGITS) | (?P<which>WHICH) )?"
DAYS = (
    Rule("day-relative", "(?P<unit>DAY) (?P<which>WHICH)", "DAYPOINT", day_which),
    Rule("week-relative", "(?P<unit>WEEK) (?P<which>WHICH)", "WEEKPOINT", day_which),
    Rule("season-relative", "(?P<unit>SEASON) (?P<which>WHICH)", "WEEKPOINT", day_which),
    Rule(
        "day-this", "(?:THIS|(?P<that>THAT)) (?P<unit>DAY|WEEK|SEASON|DECADE)", "DAYPOINT", this_day
    ),
    Rule("weekend", "(?:END|FINAL) (?P<unit>WEEK)", "WEEKPOINT", weekend),
    Rule(
        "weekday-date",
        "(?:TODAY)? DAY? (?P<weekday>WEEKDAY) COMMA? DAY? (?P<date>DATE)",
        "DATE",
        dated_weekday,
    ),
    Rule("today-date", "TODAY DAY? (?P<date>DATE)", "DATE", just_date),
    Rule("today", "(?P<today>TODAY) (?: DAY? WEEKDAY )?", "DAYPOINT", today),
    Rule("day-prefix", "(?:DAY|DATED)+ (?P<date>DATE|SPAN)", "DATE", just_date),
    Rule(
        "weekday-told",
        "(?P<noun>DAY)? (?P<weekday>WEEKDAY) (?: (?P<which>WHICH)? (?P<week>WEEKPOINT) | (?P<which2>WHICH) )",
        "WEEKDAYPOINT",
        weekday,
    ),
    Rule("weekday", "(?P<noun>DAY)? (?P<weekday>WEEKDAY)", "WEEKDAYPOINT", weekday),
    Rule(
        "weekdays",
        "WEEKDAYPOINT (?: COMMA WEEKDAYPOINT ){0,5} (?:AND|TO|OR) WEEKDAYPOINT",
        "WEEKDAYPOINT",
        weekday_list,
    ),
    Rule("weekdays-dates", "WEEKDAYPOINT (?P<date>SPAN)", "SPAN", just_date),
    Rule("occasion", f"(?P<occasion>OCCASION) {SAID}", "POINT", occasion),
)
