"""Rules for days of a month, with and without a year."""

from dataclasses import replace

from ..text import Token
from .grammar import GROUPS, Found, Rule, Unit
from .guards import function_words, key_at, near, shot
from .lists import combine
from .months import MONTH, SAID, in_month, number_of
from .points import Point
from .values import Value

Tokens = list[Token]
POINTERS = ("این", "آن", "همین", "همان")


def day(found: Found, tokens: Tokens) -> Point | None:
    """«۲۶ آبان ۱۴۰۴», «بیست و دوم بهمن», «دوم خرداد ماه سال گذشته»."""
    month, number = found.one("month"), found.one("day")
    assert month is not None
    assert number is not None
    point = in_month(found, tokens)
    if point is None or not _is_day(found, tokens, month, number):
        return None
    parted = found.before() in ("HALF", "WEEK", "DECADE") or _days_before(found)
    if parted and number.value.ordinal:
        return None
    date = int(number.value.value)
    return replace(point, days=(date, date), grain="day", weekday=None)


def _days_before(found: Found) -> bool:
    """Whether days are counted before a match: «ده روز اول مهر»."""
    two = [unit.cls for unit in found.units[: found.match.start()][-2:]]
    return len(two) == 2 and two[0] in GROUPS["COUNT"] and two[1] == "DAY"


def _is_day(found: Found, tokens: Tokens, month: Unit, number: Unit) -> bool:
    """Whether number and month name are a day, not a shot, a score, or part of a place's name."""
    ordinal = number.value.ordinal
    if ordinal and tokens[number.last - 1].key.endswith("ین"):
        return False
    yearless = not found.one("told") and not found.one("which") and not number_of(found)
    if month.cls == "MONTHDOUBT" and yearless:
        if not ordinal and not number.value.digits and number.value.value < 3:
            return False
        if not ordinal and shot(tokens, month):
            return False
        if tokens[month.first].key == "صفر" and not ordinal and number.value.value < 10:
            return False
        if tokens[month.first].key == "می" and _verb(tokens, month.last):
            return False
    first = number.first - (key_at(tokens, number.first - 1) in ("روز", "روزهای"))
    named_by = key_at(tokens, first - 1) in near("place") | near("company")
    if yearless and named_by and key_at(tokens, first - 2) not in POINTERS:
        key = f"{number.value.value}{tokens[month.first].key}"
        return key not in near("name-day") and not _dated_after(found)
    return not (yearless and key_at(tokens, first - 1) in ("شهدای", "شهید"))


def _dated_after(found: Found) -> bool:
    """Whether another day follows: «ورزشگاه ۸ مهر در ۱۲ آبان افتتاح شد»."""
    two = [unit.cls for unit in found.units[found.match.end() :][:2]]
    return two[:1] == ["AT"] and two[-1] in GROUPS["DAYORD"]


def _verb(tokens: Tokens, at: int) -> bool:
    """Whether a verb stem follows that «می» would belong to."""
    key = key_at(tokens, at)
    return ("می" + key) in function_words() or key.endswith(("ند", "یم"))


def day_of_point(found: Found, tokens: Tokens) -> Point | None:
    """«پنجم همین ماه», «روز ۲۵ ماه گذشته»."""
    number, point = found.value("day"), found.value("point")
    if not isinstance(point, Point) or point.days is not None or point.month_shift is None:
        return None
    if number.ordinal and _days_before(found):
        return None
    day_ = int(number.value)
    return replace(point, days=(day_, day_), grain="day")


def day_of_noun(found: Found, tokens: Tokens) -> Point | None:
    """«روز بیستم ماه», «پنجم ماه»: of this month."""
    number, noun = found.one("day") or found.one("day2"), found.one("noun")
    assert number is not None
    assert noun is not None
    if noun.value.plural or found.counted() or tokens[number.last - 1].key.endswith("ین"):
        return None
    date = int(number.value.value)
    return Point(month_shift=0, days=(date, date), grain="day")


def day_list(found: Found, tokens: Tokens) -> Value | None:
    """«۲۶ تا ۲۸ آبان ۱۴۰۴», «۱۱ و ۱۲ و ۱۳ جولای», «از ۲۸ لغایت ۳۰ مهر»."""
    start, end = found.match.span()
    units = []
    if found.before() in ("HOUR", "MINUTE", "COLON", "SLASH"):
        return None
    for unit in found.units[start:end]:
        if unit.cls in GROUPS["DAYORD"]:
            number = int(unit.value.value)
            unit = unit._replace(
                cls="DATE", value=Point(calendar=None, days=(number, number), grain="day")
            )
        units.append(unit)
    if _falls(units):
        return None
    last = units[-1].value
    if not isinstance(last, Point) or last.days is None or last.weekday is not None:
        return None
    return combine(units, between=found.before() == "BETWEEN")


def _falls(units: list[Unit]) -> bool:
    """Whether a day is said to last until one before it: «کاپ ۳۰ تا ۲۱ نوامبر» has one day."""
    ends = zip(units, units[1:], units[2:], strict=False)
    return any(
        link.cls == "TO"
        and one.value.days
        and other.value.days
        and one.value.days > other.value.days
        for one, link, other in ends
    )


DAYPART = "(?P<day>DAYORD) NUMBERED? EZAFE? FROM?"
DAYS_OF_MONTH = (
    Rule("day-month-year", f"{DAYPART} {MONTH} {SAID}", "DATE", day),
    Rule("day-month", f"{DAYPART} {MONTH}", "DATE", day),
    Rule(
        "month-day-year",
        "(?P<month>MONTHANY) (?P<day>DAYNUM) COMMA? (?P<number>NYEAR)",
        "DATE",
        day,
    ),
    Rule("day-of-month", f"{DAYPART} (?P<point>MONTHPOINT)", "DATE", day_of_point),
    Rule(
        "day-of-this-month",
        "(?: DAY (?P<day>DAYORD) | (?P<day2>ORD) ) (?P<noun>MONTH) (?!WHICH|ERA|YEARPOINT|MONTHANY|NYEAR)",
        "DATE",
        day_of_noun,
    ),
    Rule("days", "DAYORD (?: (?:LINK) DAYORD ){0,10} (?:LINK) DATE", "SPAN", day_list),
)
