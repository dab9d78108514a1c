"""All rules of dates in the order in which they rewrite a run of units."""

from ..text import Token
from .centuries import CENTURIES
from .clocks import CLOCKS, PARTS
from .compound import Ending, Moved, Span
from .days import DAYS
from .days_of_month import DAYS_OF_MONTH
from .grammar import Found, Rule
from .kinds import KINDS
from .lengths import LENGTHS, length_of
from .lists import inherited
from .months import MONTHS, RELATIVE_MONTHS
from .parts import MODIFIED, PARTS_OF
from .points import Point
from .seasons import SEASONS
from .sets import EVERY, EVERY_OTHER, SETS, YEARLY
from .values import Length, Shift, Value
from .years import BARE_YEARS, YEARS


def until_now(found: Found, tokens: list[Token]) -> Value | None:
    """«سال ۱۴۰۰ تاکنون», «ابتدای سال تا امروز»."""
    start = found.value("start")
    return Span(start=start, calendar=start.calendar, grain=start.grain, type=start.type)


def between(found: Found, tokens: list[Token]) -> Value | None:
    """«۲۸ مهر تا ۵ آبان», «شنبه تا چهارشنبه», «ابتدای مهر تا پایان آذر»."""
    start, stop = inherited([found.value("start"), found.value("stop")])
    dash = found.one("dash") is not None
    if dash and (start.calendar != stop.calendar or start.grain != stop.grain):
        return None
    if isinstance(start, Span) or isinstance(stop, Span):
        return None
    if {start.type, stop.type} == {"DATE", "TIME"} or "DURATION" in (start.type, stop.type):
        return None
    if isinstance(start, Shift) and start.grain == "part":
        return None
    if _until_a_day(start, stop) and found.before() not in ("FROM", "BETWEEN"):
        return None
    calendar = stop.calendar or start.calendar
    today = isinstance(stop, Shift) and stop.unit == "DAY" and stop.count == 0
    grain = start.grain if today else stop.grain
    return Span(start=start, stop=stop, calendar=calendar, grain=grain)


def _until_a_day(start: Value, stop: Value) -> bool:
    """Whether a month, season or year stands before a day: «مالیات تابستان تا ۱۵ آبان تمدید شد»."""
    return isinstance(start, Point) and start.days is None and stop.grain == "day"


def after(found: Found, tokens: list[Token]) -> Value | None:
    """«سه روز پس از ۵ مهر ۱۴۰۴», «یک ماه قبل از نوروز»."""
    long, base = found.value("length"), found.value("base")
    if not isinstance(long, Length) or not long.count or long.count != int(long.count):
        return None
    count = int(long.count) * (-1 if found.value("ahead") == "before" else 1)
    unit, grain = long.unit, long.grain
    if unit == "WEEK":
        unit, count, grain = "DAY", 7 * count, "day"
    return Moved(base=base, unit=unit, count=count, grain=grain, calendar=base.calendar)


def next_to(found: Found, tokens: list[Token]) -> Value | None:
    """«فردای عاشورا», «روز پس از ۵ مهر»: the day after or before another."""
    base, count = found.value("base"), -1 if found.value("ahead") == "before" else 1
    return Moved(base=base, unit="DAY", count=count, grain="day", calendar=base.calendar)


def ending(found: Found, tokens: list[Token]) -> Value | None:
    """«دوازده ماه منتهی به خرداد», «هفته منتهی به ۲۳ آبان», «سال مالی منتهی به ۳۱ شهریور ۱۴۰۴».

    «۲۴ ساعت منتهی به ظهر امروز» begins a day earlier than up to its end.
    """
    base, long, unit = found.value("base"), found.value("length"), found.value("unit")
    if unit is not None:
        long = None if unit.plural else length_of([(1, unit)])
    if not isinstance(long, Length) or not long.count:
        return None
    count = long.count + 24 * (long.unit == "HOUR" and found.one("part") is not None)
    return Ending(base=base, unit=long.unit, count=count, grain=long.grain, calendar=base.calendar)


POINTED = "CALENDARED|WEEKPOINT|DAYPOINT|WEEKDAYPOINT"
SPANS = (
    Rule(
        "ending",
        f"(?: (?P<length>LENGTH|LENGTHADJ) | (?P<unit>UNIT) YEARKIND? ) ENDING (?P<part>TIME)? (?P<base>{POINTED})",
        "POINT",
        ending,
    ),
    Rule(
        "moved", "(?P<length>LENGTH) (?P<ahead>AHEAD) (?P<base>DATE|POINT|DAYPOINT)", "POINT", after
    ),
    Rule(
        "next-to",
        "(?: MORROW | DAY (?P<ahead>AHEAD) ) (?P<base>DATE|POINT|WEEKDAYPOINT)",
        "POINT",
        next_to,
    ),
    Rule("until-now", f"(?P<start>{POINTED}) (?:UNTILNOW|ONWARD)", "SPAN", until_now),
    Rule(
        "range",
        f"(?P<start>{POINTED}) (?: TO AT? | (?P<dash>DASH) ) FROM? (?P<stop>{POINTED})",
        "SPAN",
        between,
    ),
)
RULES = (
    *CENTURIES,
    *KINDS,
    *YEARLY,
    *YEARS,
    *RELATIVE_MONTHS,
    *DAYS_OF_MONTH,
    *MONTHS,
    *SEASONS,
    *EVERY,
    *DAYS,
    *CLOCKS,
    *SETS,
    *LENGTHS,
    *EVERY_OTHER,
    *PARTS_OF,
    *PARTS,
    *BARE_YEARS,
    *MODIFIED,
    *SPANS,
)
EMITTED = frozenset(
    [
        "DATE",
        "MONTHPOINT",
        "SEASONPOINT",
        "YEARPOINT",
        "YEARSPAN",
        "YEARS",
        "WEEKPOINT",
        "DAYPOINT",
        "WEEKDAYPOINT",
        "LENGTH",
        "LENGTHADJ",
        "TIME",
        "TIMESPAN",
        "SPAN",
        "SET",
        "POINT",
        "VAGUE",
    ]
)
