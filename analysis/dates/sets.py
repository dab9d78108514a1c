"""Rules for recurring times."""

from ..text import Token
from .grammar import GROUPS, Found, Rule, Unit
from .guards import closed, key_at, near
from .lengths import length_of
from .reading import Number
from .values import Length, Repeat

Tokens = list[Token]


def every(found: Found, tokens: Tokens) -> Repeat | None:
    """«هر روز», «هر سه‌شنبه», «هر دو هفته», «شنبه‌ها»."""
    start, end = found.match.span()
    days = [one.value for one in found.units[start:end] if one.cls in GROUPS["WEEKDAYANY"]]
    unit = found.one("unit")
    if days:
        isos = [f"XXXX-WXX-{(day + 5) % 7 + 1}" for day in days]
        return Repeat(iso=isos[0] if len(isos) == 1 else "{" + ",".join(isos) + "}", grain="day")
    if unit is None:
        return None
    number: Number | None = found.value("number")
    count = number.value if number else 1
    return Repeat(iso=length_of([(count, unit.value)]).iso, grain=unit.cls.lower())


def day_of_each(found: Found, tokens: Tokens) -> Repeat:
    """«بیستم هر ماه»."""
    return Repeat(iso=f"XXXX-XX-{int(found.value('day').value):02}", grain="day")


def frequency(found: Found, tokens: Tokens) -> Repeat | None:
    """«روزانه», «سالانه»: not in the name of a paper or a report."""
    entry = found.one("word")
    assert entry is not None
    return Repeat(
        iso=entry.value,
        grain={"D": "day", "W": "week", "M": "month", "Y": "year", "}": "day"}.get(
            entry.value[-1], "hour"
        ),
    )


def times_in(found: Found, tokens: Tokens) -> Repeat | None:
    """«سه بار در هفته», «هفته‌ای دو بار»."""
    unit = found.one("unit")
    assert unit is not None
    return Repeat(iso=length_of([(1, unit.value)]).iso, grain=unit.cls.lower())


def times_per(found: Found, tokens: Tokens) -> Repeat | None:
    """«روزی سه بار», «هفته‌ای دو بار», «روزی دو ساعت», «هفته‌ای» before «سه جلسه».

    «ماهی» before a number may be fish.
    """
    unit = found.units[found.match.start()]
    alone = found.match.end() - found.match.start() == 1
    if (alone or unit.cls == "UNITADJ") and found.before() in GROUPS["COUNT"]:
        return None
    if unit.cls == "UNITADJ" and not _per(tokens, unit):
        return None
    if alone and tokens[unit.first].key == "ماهی":
        return None
    if unit.cls == "PER":
        return Repeat(iso=unit.value, grain={"D": "day", "M": "month"}.get(unit.value[-1], "year"))
    return Repeat(iso=length_of([(1, unit.value)]).iso, grain=unit.value.unit.lower())


def _per(tokens: Tokens, unit: Unit) -> bool:
    """Whether an adjective of time can say how often: «هفته‌ای», not «هفتگی», «ساله»."""
    return tokens[unit.last - 1].key in near("per")


def once_in(found: Found, tokens: Tokens) -> Repeat:
    """«شش ماه یک بار»: every six months."""
    long: Length = found.value("length")
    return Repeat(iso=long.iso, grain=long.grain)


def part_of_each(found: Found, tokens: Tokens) -> Repeat | None:
    """«سه روز در هفته», «دو ساعت در روز»: in each week, on each day."""
    unit, at = found.one("unit"), found.one("at")
    assert unit is not None
    assert at is not None
    if key_at(tokens, at.first) != "در" or unit.value.plural or not closed(tokens, found.last):
        return None
    return Repeat(iso=length_of([(1, unit.value)]).iso, grain=unit.cls.lower())


def nights_of(found: Found, tokens: Tokens) -> Repeat | None:
    """«شب‌های جمعه», «عصرهای شنبه و دوشنبه», not «شب‌های جمعه و شنبه هفته آینده»."""
    nights = found.one("nights")
    told = found.after() in ("WEEK", *GROUPS["WHICH"])
    if told or (nights and key_at(tokens, nights.first) not in near("nights-of")):
        return None
    return every(found, tokens)


def nightly(found: Found, tokens: Tokens) -> Repeat | None:
    """«شب‌ها», «شبا»: at night, as a habit."""
    if (
        found.before() in ("THIS", "THAT", "EACH", *GROUPS["COUNT"])
        or found.after() in GROUPS["WHICH"]
    ):
        return None
    if key_at(tokens, found.first) not in near("nights"):
        return None
    return Repeat(iso="P1D", grain="night")


def every_other(found: Found, tokens: Tokens) -> Repeat | None:
    """«یک روز در میان»."""
    long: Length = found.value("length")
    return Repeat(iso="P2" + long.iso[-1] if long.count == 1 else long.iso, grain=long.grain)


def day_of_years(found: Found, tokens: Tokens) -> Repeat | None:
    """«محرم هر سال», «هر سال آبان», «۲۲ بهمن هر سال»; after «هر سال» no doubtful «مهر»."""
    alone = found.one("alone")
    calendar, _ = found.value("month") or found.value("month2") or found.value("alone")
    if alone and alone.cls == "MONTHDOUBT" and calendar != "islamic":
        return None
    grain = "day" if found.one("day") or found.one("day2") else "month"
    return Repeat(iso="P1Y", grain=grain, calendar=calendar)


WEEKDAYS = "DAY? WEEKDAYANY (?: (?:COMMA|AND) WEEKDAYANY ){0,5}"
YEARLY = (
    Rule(
        "day-of-years",
        "(?: (?: (?:DAYORD) (?:MONTHANY) (?:COMMA|AND) ){0,5} (?P<day>DAYORD)? (?P<month>MONTHANY) MONTH? EZAFE? EACH YEAR | "
        "EACH YEAR (?: (?P<day2>DAYORD) (?P<month2>MONTHANY) | MONTH? (?P<alone>MONTHANY) ) )",
        "SET",
        day_of_years,
    ),
)
EVERY = (
    Rule(
        "weekday-of-each",
        f"(?: {WEEKDAYS} EZAFE? EACH WEEK | EACH WEEK {WEEKDAYS} )",
        "SET",
        every,
    ),
    Rule(
        "nights-of",
        "(?: (?P<nights>NIGHT) | PARTSOF ) (?:WEEKDAY) (?: (?:COMMA|AND) (?:WEEKDAY) ){0,5}",
        "SET",
        nights_of,
    ),
    Rule("day-of-each", "(?P<day>DAYORD) EACH (?P<unit>MONTH)", "SET", day_of_each),
    Rule(
        "every",
        "EACH (?P<number>COUNT)? (?P<unit>UNIT) (?: FROM? (?:WEEK|MONTH|YEAR) | ONCE )?",
        "SET",
        every,
    ),
    Rule(
        "every-weekday",
        "(?: EACH DAY? WEEKDAY (?: (?:COMMA|AND) WEEKDAY ){0,5} | "
        "DAY? WEEKDAYS (?: (?:COMMA|AND) (?:WEEKDAYS|WEEKDAY) ){0,5} )",
        "SET",
        every,
    ),
)
SETS = (
    Rule("times-in", "(?: COUNT TIMES | ONCE ) AT (?P<unit>UNIT)", "SET", times_in),
    Rule(
        "times-per",
        "(?: (?:PER|UNITADJ) (?: COUNT TIMES | ONCE | (?:INTEGER) (?:UNIT) ) | (?:PER|UNITADJ) (?=INTEGER) )",
        "SET",
        times_per,
    ),
    Rule("nightly", "NIGHT", "SET", nightly),
    Rule("frequency", "(?P<word>FREQUENCY)", "SET", frequency),
)
EVERY_OTHER = (
    Rule("every-other", "(?P<length>LENGTH) BETWEENS", "SET", every_other),
    Rule("once-in", "(?P<length>LENGTH) ONCE", "SET", once_in),
    Rule("part-of-each", "LENGTH (?P<at>AT) (?P<unit>DAY|WEEK|MONTH|YEAR)", "SET", part_of_each),
)
