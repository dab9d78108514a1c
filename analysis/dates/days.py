"""Rules for days and weeks told from now, weekdays, occasions, parts of longer periods."""

from dataclasses import replace

from ..text import Token
from .compound import Part
from .grammar import GROUPS, Found, Rule, Unit
from .guards import beside_city, closed, key_at, named, prompted, travelled
from .lists import combine
from .points import Occasion, Point, in_told_year
from .values import Repeat, Shift, Stretch, Value, Weekday
from .years import era_of, which_shift, year_point

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
    if found.counted() or (before in GROUPS["ORDINAL"] and unit.cls != "WEEK"):
        return None
    grain = unit.cls.lower().replace("night", "day")
    if unit.value.plural:
        return Value(grain=grain, modifier="past" if shift in (-1, None) else "future")
    if shift is None:
        return Stretch(unit=unit.cls, count=-1, grain=grain)
    that = which.value == "that"
    narrative = that or which.cls == "AFTER"
    return Shift(unit=unit.cls, count=shift, narrative=narrative, strict=that, grain=grain)


def this_day(found: Found, tokens: Tokens) -> Value | None:
    """«همان روز», «این هفته», «آن روز», «این روزها»."""
    unit = found.one("unit")
    assert unit is not None
    grain = unit.cls.lower()
    if unit.value.plural:
        return Value(grain=grain)
    that = found.one("that") is not None
    narrative = that or unit.cls in ("DAY", "NIGHT")
    if unit.cls == "NIGHT":
        return Shift(unit="DAY", count=0, narrative=True, strict=True, grain="part", type="TIME")
    return Shift(unit=unit.cls, count=0, narrative=narrative, strict=narrative, grain=grain)


def morrow(found: Found, tokens: Tokens) -> Value:
    """«فردای آن روز»."""
    return Shift(unit="DAY", count=1, narrative=True, strict=True, grain="day")


def weekend(found: Found, tokens: Tokens) -> Value | None:
    """«آخر هفته», «پایان هفته»: Thursday and Friday."""
    days = (Weekday(day=5, week=0), Weekday(day=6, week=0))
    unit = found.one("unit")
    if unit is None or unit.value.plural or found.after() in GROUPS["ORDINAL"]:
        return None
    if found.before() == "TO":
        return Part(whole=Shift(unit="WEEK", count=0), modifier="end", grain="week")
    units = [Unit("WEEKDAYPOINT", n, n + 1, day) for n, day in enumerate(days)]
    value = combine(units)
    return replace(value, grain="day") if value else None


def weekday(found: Found, tokens: Tokens) -> Value | None:
    """«سه‌شنبه», «روز شنبه», «شنبه گذشته», «جمعه هفته جاری»."""
    unit = found.one("weekday")
    assert unit is not None
    told = any(found.one(name) for name in ("noun", "which2", "week"))
    if not told and _city(found, tokens, unit):
        return None
    noun = found.one("noun")
    week, which = found.value("week"), found.one("which") or found.one("which2")
    if noun and noun.value.plural and not (week or which) and found.after() not in GROUPS["LINK"]:
        return Repeat(iso=f"XXXX-WXX-{(unit.value + 5) % 7 + 1}", grain="day")
    if week is not None:
        return Weekday(day=unit.value, week=week.count) if isinstance(week, Shift) else None
    shift = which_shift(which) if which else 0
    return Weekday(day=unit.value, side=-1 if shift is None else shift)


def _city(found: Found, tokens: Tokens, unit: Unit) -> bool:
    """Whether «دوشنبه» is the capital of Tajikistan; one says «روز دوشنبه» or «دوشنبه», not «در دوشنبه»."""
    if unit.value != 2:
        return False
    bare = found.after() in ("", *GROUPS["CONNECTOR"]) and key_at(tokens, unit.first - 1) == "در"
    listed = beside_city(tokens, unit.first, unit.last)
    return bare or listed or travelled(tokens, unit.first, unit.last)


def dated_weekday(found: Found, tokens: Tokens) -> Value | None:
    """«دوشنبه ۲۶ آبان ۱۴۰۴»: the date, which remembers its weekday."""
    value, unit = found.value("date"), found.one("weekday")
    if unit is not None and isinstance(value, Point):
        return replace(value, weekday=unit.value)
    return value  # type: ignore[no-any-return]


def weekday_after(found: Found, tokens: Tokens) -> Value | None:
    """«۲۶ آبان، دوشنبه», «نوروز ۱۴۰۵ شنبه»: the weekday of the date before it."""
    value, day = found.value("date"), found.value("weekday") or found.value("weekday2")
    plain = isinstance(day, Weekday) and day.week is None and not day.side
    if not plain or (isinstance(value, Point) and (value.days is None or value.weekday)):
        return None
    if isinstance(value, Point):
        return replace(value, weekday=day.day)
    return value if isinstance(value, Occasion) else None


def year_first(found: Found, tokens: Tokens) -> Point | None:
    """«سال گذشته، ۵ مهر», «پارسال آذرماه»: the year before the day."""
    told, point = found.value("told"), found.value("date")
    if not isinstance(told, Point) or not isinstance(point, Point):
        return None
    if point.dated or point.months is None or told.months is not None:
        return None
    return in_told_year(point, told)


def in_era(found: Found, tokens: Tokens) -> Value | None:
    """«۱۴۰۲-۱۱-۰۵ ه.ش», «۱۴۴۵/۰۷/۱۲ قمری»: a date whose calendar is said after it."""
    value, (calendar, _) = found.value("date"), era_of(found)
    return replace(value, calendar=calendar) if isinstance(value, Point) else None


def weekday_list(found: Found, tokens: Tokens) -> Value | None:
    """«شنبه و یکشنبه», «از شنبه تا چهارشنبه»."""
    start, end = found.match.span()
    week = found.value("week")
    units = [unit for unit in found.units[start:end] if unit.cls != "WEEKPOINT"]
    if isinstance(week, Shift):
        units = [_in_week(unit, week) for unit in units]
    return combine(units)


def _in_week(unit: Unit, week: Shift) -> Unit:
    if isinstance(unit.value, Weekday):
        return unit._replace(value=replace(unit.value, week=week.count))
    return unit


def just_date(found: Found, tokens: Tokens) -> Value | None:
    """«روز ۲۶ آبان», «تاریخ ۲۶ آبان», «امروز دوشنبه ۲۶ آبان»: the date in it."""
    return found.value("date")  # type: ignore[no-any-return]


def occasion(found: Found, tokens: Tokens) -> Value | None:
    """«نوروز ۱۴۰۵», «عاشورا», «شب یلدا», «چهارشنبه‌سوری امسال»."""
    unit = found.one("occasion")
    assert unit is not None
    entry = unit.value
    told = any(found.one(name) for name in ("told", "number", "which"))
    if not told and named(tokens, unit.first, unit.last):
        return None
    sure = told or not entry.get("needs_context")
    sure = sure or (prompted(tokens, unit.first) and not entry.get("told"))
    if not sure and not (entry.get("weak") and closed(tokens, unit.last)):
        return None
    calendar = entry["calendar"]
    point = Point(calendar=calendar, grain="day")
    if "weekday" in entry:
        month = entry.get("last_of_month", 12)
        point = replace(point, months=(month, month))
    else:
        (low_month, low), (high_month, high) = entry["first"], entry["last"]
        point = replace(point, months=(low_month, high_month), days=(low, high))
    dated = _with_year(point, found, tokens)
    if dated is None:
        return None
    return Occasion(calendar=calendar, grain="day", point=dated, weekday=entry.get("weekday"))


def _with_year(point: Point, found: Found, tokens: Tokens) -> Point | None:
    told, number, which = found.value("told"), found.value("number"), found.one("which")
    if isinstance(told, Point):
        return in_told_year(point, told)
    if which is not None and which.cls != "AFTER":
        return replace(point, side=which_shift(which) or -1)
    if number is None:
        return point
    if number.value < 100 and (number.value < 32 or not closed(tokens, found.last)):
        return None
    year = year_point(number, None if number.value > 99 else "jalali")
    return in_told_year(point, year) if year else point


SAID = "(?: (?P<told>YEARPOINT) | (?P<number>NYEAR|TWODIGITS) | (?P<which>WHICH) )"
DAYS = (
    Rule("day-relative", "(?P<unit>DAY) (?P<which>WHICH)", "DAYPOINT", day_which),
    Rule("week-relative", "(?P<unit>WEEK) (?P<which>WHICH)", "WEEKPOINT", day_which),
    Rule("season-relative", "(?P<unit>SEASON) (?P<which>WHICH)", "WEEKPOINT", day_which),
    Rule("morrow", "MORROW (?:THIS|THAT) DAY", "DAYPOINT", morrow),
    Rule(
        "day-this",
        "(?:THIS|(?P<that>THAT)) (?P<unit>DAY|NIGHT|SEASON|DECADE)",
        "DAYPOINT",
        this_day,
    ),
    Rule("week-this", "(?:THIS|(?P<that>THAT)) (?P<unit>WEEK)", "WEEKPOINT", this_day),
    Rule("weekend", "END (?P<unit>WEEK)", "WEEKPOINT", weekend),
    Rule(
        "year-first",
        "(?P<told>YEARPOINT) COMMA? DAY? (?P<date>DATE|MONTHPOINT)",
        "DATE",
        year_first,
    ),
    Rule(
        "weekday-date",
        "(?:TODAY)? DAY? (?P<weekday>WEEKDAY) COMMA? DAY? (?P<date>DATE)",
        "DATE",
        dated_weekday,
    ),
    Rule("date-time-era", "(?P<date>DATE) (?= TIME (?P<era>ERA) )", "DATE", in_era),
    Rule("date-era", "(?P<date>DATE) (?P<era>ERA)", "DATE", in_era),
    Rule("today-date", "TODAY DAY? (?P<date>DATE)", "DATE", just_date),
    Rule("today", "(?P<today>TODAY) (?: DAY? WEEKDAY )?", "DAYPOINT", today),
    Rule("day-prefix", "(?:DAY|DATED)+ (?P<date>DATE|SPAN)", "DATE", just_date),
    Rule(
        "weekday-told",
        "(?P<noun>DAY)? (?P<weekday>WEEKDAY) (?: (?P<which>WHICH)? (?P<week>WEEKPOINT) | (?P<which2>WHICH) )",
        "WEEKDAYPOINT",
        weekday,
    ),
    Rule(
        "weekday-after-week",
        "(?P<week>WEEKPOINT) (?P<noun>DAY)? (?P<weekday>WEEKDAY) (?!WEEKPOINT|WHICH)",
        "WEEKDAYPOINT",
        weekday,
    ),
    Rule("weekday", "(?P<noun>DAY)? (?P<weekday>WEEKDAY)", "WEEKDAYPOINT", weekday),
    Rule(
        "weekdays",
        "(?:WEEKDAYPOINT|DAYPOINT) (?: COMMA (?:WEEKDAYPOINT|DAYPOINT) ){0,5}"
        "(?:AND|TO|OR) (?:WEEKDAYPOINT|DAYPOINT) (?P<week>WEEKPOINT)?",
        "WEEKDAYPOINT",
        weekday_list,
    ),
    Rule("weekdays-dates", "WEEKDAYPOINT (?P<date>SPAN)", "SPAN", just_date),
    Rule("occasion", f"(?P<occasion>OCCASION) {SAID}", "POINT", occasion),
    Rule("occasion-after-year", "(?P<told>YEARPOINT) (?P<occasion>OCCASION)", "POINT", occasion),
    Rule("occasion", "(?P<occasion>OCCASION)", "POINT", occasion),
    Rule(
        "date-weekday",
        "(?P<date>DATE|POINT) (?: COMMA? DAY? (?P<weekday>WEEKDAYPOINT) | "
        "OPEN (?P<weekday2>WEEKDAYPOINT) CLOSE ) (?!AND|TO|OR)",
        "DATE",
        weekday_after,
    ),
)
