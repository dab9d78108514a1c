"""Rules for months, with and without a year."""

from dataclasses import replace

from ..text import Token
from .grammar import GROUPS, Found, Rule, Unit
from .guards import (
    amount,
    became,
    closed,
    counted,
    ends_clause,
    headed,
    key_at,
    measured,
    named,
    near,
    of_month,
    prompted,
)
from .lists import combine
from .points import Point, in_told_year
from .reading import Number
from .values import Value
from .years import base_of, era_of, which_shift, year_point

Tokens = list[Token]


def in_month(found: Found, tokens: Tokens) -> Point | None:
    """The month of a match with the year that is said beside it."""
    month = found.one("month")
    assert month is not None
    calendar, number = month.value
    point = Point(calendar=calendar, months=(number, number), grain="month")
    return with_year(point, found, tokens)


def number_of(found: Found) -> Number | None:
    """The year in digits or words of a match."""
    values = (found.value(name) for name in ("number", "number2", "number3"))
    return next((value for value in values if value is not None), None)


def with_year(point: Point, found: Found, tokens: Tokens) -> Point | None:
    """A point with the year that the match names: relative, in digits, in words."""
    told, which = found.value("told"), found.one("which")
    number: Number | None = number_of(found)
    if isinstance(told, Point):
        return in_told_year(point, told)
    if which is not None:
        return _relative(point, which, found, tokens)
    if number is not None:
        year = _year(number, point, found, tokens)
        return in_told_year(point, year) if year else None
    return point


def _relative(point: Point, which: Unit, found: Found, tokens: Tokens) -> Point | None:
    """«آبان گذشته», «مهر جاری», «بهار آینده»."""
    if which.cls == "AFTER" or key_at(tokens, which.first) in ("دیگر", "پیش", "قبل"):
        return None
    shift = which_shift(which)
    if which.cls == "CURRENT":
        return replace(point, shift=0)
    return replace(point, side=-1 if shift is None else shift)


def _year(number: Number, point: Point, found: Found, tokens: Tokens) -> Point | None:
    """The year after a month, if the number is no count of what follows."""
    eras = (era_of(found, name)[0] for name in ("era", "era2", "era3"))
    era = next((calendar for calendar in eras if calendar), None)
    calendar = era or (point.calendar if number.value < 1000 else None)
    last = found.last
    if number.value < 100:
        sure = number.value >= 32 or number.padded or era is not None
        if not sure or (number.digits and number.length != 2):
            return None
    taken = measured(tokens, last) and not became(tokens, last)
    if taken or found.after() in ("UNITADJ", "COLON", "TIMES"):
        return None
    if number.value < 100 and counted(tokens, last) and not became(tokens, last):
        return None
    if number.value < 100 and found.after() in GROUPS["UNIT"] and not found.clock_follows():
        return None
    return year_point(number, calendar)


def sure_month(found: Found, tokens: Tokens) -> Point | None:
    """«آبان ۱۴۰۴», «ماه مهر», «مهرماه», «ماه مبارک رمضان»."""
    month = found.one("month")
    assert month is not None
    if month.value[0] == "gregorian" and month.cls == "MONTHDOUBT" and found.one("which"):
        return None
    return in_month(found, tokens)


def month_alone(found: Found, tokens: Tokens) -> Point | None:
    """«فروردین», «نوامبر»; ambiguous names only where a preposition of time stands before."""
    month = found.one("month")
    assert month is not None
    if named(tokens, found.first, found.last) or found.before() in GROUPS["DAYORD"]:
        return None
    if month.cls == "MONTHDOUBT" and not _in_month(found, tokens, month):
        return None
    if month.cls == "MONTHWEAK":
        if key_at(tokens, found.first - 2) in near("place"):
            return None
        linked = found.after() in ("TO", "UNTILNOW") or found.before() in GROUPS["MODIFIER"]
        told = headed(tokens, found.first) and closed(tokens, found.last)
        told = told or of_month(tokens, found.first)
        if not (linked or prompted(tokens, found.first) or told):
            return None
    return in_month(found, tokens)


def _in_month(found: Found, tokens: Tokens, month: Unit) -> bool:
    """Whether «در مهر», «تورم مهر», «منتهی به مهر» is a month.

    After «در» an amount may follow («در مهر ۳۵ درصد»), but no noun other than that of a verb.
    """
    if month.value[0] != "jalali":
        return False
    if found.before() == "ENDING" or of_month(tokens, found.first) or _until_a_day(found):
        return True
    if key_at(tokens, found.first - 1) != "در":
        return False
    if found.after() in GROUPS["INTEGER"] and amount(tokens, found.last + 1):
        return True
    return closed(tokens, found.last) or ends_clause(tokens, found.last)


def _until_a_day(found: Found) -> bool:
    """«از مهر تا ۱۵ آبان»."""
    two = [unit.cls for unit in found.units[found.match.end() :][:2]]
    return found.before() == "FROM" and two[:1] == ["TO"] and two[-1] in ("DATE", "TODAY")


def month_beside(found: Found, tokens: Tokens) -> Point | None:
    """«دسامبر (آذر)»: a month in brackets after one of another calendar."""
    at = found.match.start()
    inside = found.before() == "OPEN" and found.after() == "CLOSE"
    if not inside or at < 2 or found.units[at - 2].cls not in GROUPS["CALENDARED"]:
        return None
    return in_month(found, tokens)


def month_list(found: Found, tokens: Tokens) -> Value | None:
    """«مهر و آبان ۱۴۰۴», «ژانویه تا مارس», «خرداد / تیر»."""
    start, end = found.match.span()
    units = []
    doubts = 0
    for unit in found.units[start:end]:
        if unit.cls in GROUPS["MONTHANY"]:
            doubts += unit.cls != "MONTHNAME"
            calendar, number = unit.value
            point = Point(calendar=calendar, months=(number, number), grain="month")
            unit = unit._replace(cls="MONTHPOINT", value=point)
        units.append(unit)
    values = [unit.value for unit in units if unit.cls == "MONTHPOINT"]
    doubtful = doubts == len(values) and not found.one("noun")
    led = found.before() in ("AT", "FROM", "START", "END", "OPEN") or of_month(tokens, found.first)
    if doubtful and not led:
        return None
    if len({value.calendar for value in values}) > 1 or named(tokens, found.first, found.last):
        return None
    return combine(units)


def months_relative(found: Found, tokens: Tokens) -> Point | Value | None:
    """«ماه گذشته», «ماه آینده میلادی», «ماه‌های اخیر»."""
    unit, which = found.units[found.match.start()], found.one("which") or found.one("which2")
    assert which is not None
    before = found.before()
    shift = which_shift(which)
    if found.counted() and not (which.cls == "CURRENT" and before in GROUPS["DAYNUM"]):
        return None
    if unit.value.plural or shift is None:
        return Value(grain="month", modifier="past" if shift in (-1, None) else "future")
    base = base_of(which)
    calendar = era_of(found)[0] or era_of(found, "era2")[0]
    calendar = calendar or ("jalali" if base == "published" else None)
    return Point(calendar=calendar, month_shift=shift, grain="month", base=base)


def month_this(found: Found, tokens: Tokens) -> Point | Value | None:
    """«این ماه», «همان ماه»."""
    unit = found.one("unit")
    assert unit is not None
    if unit.value.plural:
        return None if found.after() in ("ORD", "INITIAL", "FINAL") else Value(grain="month")
    base = "narrative" if found.one("that") else "published"
    calendar = era_of(found)[0] or ("jalali" if base == "published" else None)
    return Point(calendar=calendar, month_shift=0, grain="month", base=base)


MONTH = "(?: (?P<noun>MONTH) BLESSED? )? (?P<month>MONTHANY) BLESSED? MONTH? EZAFE?"
SAID = "(?: COMMA? (?P<told>YEARPOINT) | COMMA? (?P<number>NYEAR) (?P<era>ERA)? | (?P<number2>TWODIGITS) (?P<era2>ERA)? | (?P<number3>NBIG) (?P<era3>ERA) | (?P<which>WHICH) ERA? )"
RELATIVE_MONTHS = (
    Rule(
        "months-relative",
        "MONTH (?: (?P<which>WHICH) (?P<era>ERA)? | (?P<era2>ERA) (?P<which2>WHICH) )",
        "MONTHPOINT",
        months_relative,
    ),
    Rule(
        "month-this",
        "(?:THIS|(?P<that>THAT)) (?P<unit>MONTH) (?P<era>ERA)?",
        "MONTHPOINT",
        month_this,
    ),
)
MONTHS = (
    Rule("month-year", f"{MONTH} {SAID}", "MONTHPOINT", sure_month),
    Rule(
        "months",
        "(?P<noun>MONTH)? (?:MONTHANY|MONTHPOINT) (?: (?:LINK|SLASH) (?:MONTHANY|MONTHPOINT) ){1,6}",
        "SPAN",
        month_list,
    ),
    Rule(
        "month-sure",
        "(?P<noun>MONTH) BLESSED? (?P<month>MONTHANY) BLESSED? MONTH?",
        "MONTHPOINT",
        sure_month,
    ),
    Rule("month-word", "(?: (?P<month>MONTHANY) MONTH )", "MONTHPOINT", sure_month),
    Rule("month-full", "(?P<month>MONTHFULL)", "MONTHPOINT", sure_month),
    Rule("month-alone", "(?P<month>MONTHNAME|MONTHWEAK|MONTHDOUBT)", "MONTHPOINT", month_alone),
    Rule("month-beside", "(?P<month>MONTHDOUBT|MONTHWEAK)", "MONTHPOINT", month_beside),
)
