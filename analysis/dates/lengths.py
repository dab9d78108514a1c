"""Rules for durations, times told by a duration, and recurring times."""

from dataclasses import replace
from decimal import Decimal

from ..text import Token
from .compound import Span
from .grammar import GROUPS, Found, Rule, Unit
from .guards import key_at, near
from .reading import Number, Period
from .values import Length, Repeat, Shift, Stretch, Value

Tokens = list[Token]


def length(found: Found, tokens: Tokens) -> Length | None:
    """«سه ساعت و نیم», «۲۰ دقیقه», «یک سال و دو ماه»."""
    parts: list[tuple[Decimal | int, Period]] = []
    count: Decimal | int | None = None
    start, end = found.match.span()
    for unit in found.units[start:end]:
        if unit.cls == "FEW":
            return _few(found)
        if isinstance(unit.value, Number):
            if unit.cls == "NPART" and unit.value.value < 1 and parts and count is None:
                parts[-1] = (parts[-1][0] + unit.value.value, parts[-1][1])
                continue
            count = unit.value.value
        elif isinstance(unit.value, Period) and count is not None:
            if unit.cls == "SEASON":
                return None
            parts.append((count, unit.value))
            count = None
        elif unit.cls == "GLUED":
            parts.append((unit.value[0].value, unit.value[1]))
    return length_of(parts) if parts else None


def _few(found: Found) -> Length:
    unit = found.units[found.match.end() - 1].value
    return Length(iso="", unit=unit.unit, grain=unit.unit.lower(), count=0)


def length_of(parts: list[tuple[Decimal | int, Period]]) -> Length:
    """A duration from counts and units."""
    date_part, time_part = "", ""
    for count, period in parts:
        factor = "".join(char for char in period.iso if char.isdigit())
        name = period.iso.lstrip("T0123456789")
        amount = count * int(factor or 1)
        text = iso_amount(amount, name, period)
        if period.iso.startswith("T"):
            time_part += text
        else:
            date_part += text
    first = parts[0]
    iso = "P" + date_part + ("T" + time_part if time_part else "")
    return Length(iso=iso, unit=first[1].unit, count=float(first[0]), grain=first[1].unit.lower())


def iso_amount(amount: Decimal | int, name: str, period: Period) -> str:
    """«3H30M» for three and a half hours, «1Y6M» for a year and a half, «2.5D» else."""
    smaller = {"H": ("M", 60), "Y": ("M", 12), "M": ("S", 60)}.get(name)
    rest = Decimal(amount) % 1
    if rest and smaller and (name != "M" or period.iso.startswith("T")):
        part = rest * smaller[1]
        if part == int(part):
            whole = f"{int(amount)}{name}" if int(amount) else ""
            return f"{whole}{int(part)}{smaller[0]}"
    amount = Decimal(amount).normalize()
    return f"{amount:f}{name}"


def length_adjective(found: Found, tokens: Tokens) -> Length | None:
    """«۱۲ روزه», «دوهفته‌ای», «۲۶ سالگی»."""
    glued = found.value("glued")
    if glued is not None:
        number, period = glued
    else:
        number, period = found.value("number"), found.value("adjective")
    if isinstance(number, Number):
        return length_of([(number.value, period)])
    return Length(iso="", unit=period.unit, grain=period.unit.lower())


def length_range(found: Found, tokens: Tokens) -> Length | None:
    """«سه تا پنج روز», «دو سه هفته»: from one length to another; «۱۳، ۲۳ و ۲۴ دقیقه»: no value."""
    other, low = found.value("length"), found.value("low")
    if not isinstance(other, Length):
        return None
    start = found.match.start()
    beside = low is not None and found.units[start + 1].cls in ("LENGTH", "LENGTHADJ")
    if beside and (low.digits or not 0 < other.count - float(low.value) <= 2):
        return None
    plain = replace(other, iso="", count=0, modifier="about" if beside else None)
    if low is None or not other.iso or not other.count or not low.value < other.count:
        return plain
    iso = other.iso.replace(f"{other.count:g}", f"{low.value}", 1)
    return replace(plain, iso=f"{iso}/{other.iso}", low=float(low.value), high=other.count)


def length_which(found: Found, tokens: Tokens) -> Value | None:
    """«سه روز پیش», «۱۰ روز دیگر», «دو سال گذشته», «شش ماه آینده», «یک روز بعد»."""
    long: Length = found.value("length")
    which = found.one("which")
    assert which is not None
    verbal = key_at(tokens, which.first) == "گذشته" and key_at(tokens, found.last) in near("be")
    if verbal and key_at(tokens, found.first - 1) not in near("within"):
        return None
    if long.unit in ("SECOND", "MINUTE"):
        return Value(type="TIME", grain=long.grain)
    kind = "TIME" if long.unit == "HOUR" else "DATE"
    if long.high and long.low and which.value in ("ago", "in"):
        return _between(long, which)
    back = which.cls in ("PAST", "BEFORE", "RECENT")
    if not long.count:
        return Value(type=kind, grain=long.grain, modifier="past" if back else "future")
    if which.cls == "RECENT" or which.value in ("last", "next") or long.unit == "HOUR":
        return Stretch(
            unit=long.unit, count=-long.count if back else long.count, grain=long.grain, type=kind
        )
    if which.cls == "CURRENT":
        return None
    if long.count != int(long.count):
        return Stretch(unit=long.unit, count=-long.count if back else long.count, grain=long.grain)
    after = which.cls == "AFTER" or which.value == "that"
    count = -int(long.count) if back else int(long.count)
    if long.unit == "WEEK":
        return Shift(unit="DAY", count=7 * count, narrative=after, strict=after, grain="day")
    return Shift(unit=long.unit, count=count, narrative=after, strict=after, grain=long.grain)


def _between(long: Length, which: Unit) -> Span:
    """«دو سه روز پیش»: from three days ago to two days ago."""
    unit, factor = ("DAY", 7) if long.unit == "WEEK" else (long.unit, 1)
    sign = -factor if which.value == "ago" else factor
    ends = sorted(int(count) * sign for count in (long.low, long.high))
    start, stop = (Shift(unit=unit, count=count, grain=long.grain) for count in ends)
    return Span(start=start, stop=stop, grain=long.grain, modifier="about")


def moments(found: Found, tokens: Tokens) -> Value | None:
    """«دقایقی پیش», «ساعات گذشته», «ساعتی بعد»."""
    unit = found.one("unit")
    period = unit.value if unit else found.value("adjective")
    if period.iso[0] != "T" or found.counted() or (unit and not period.plural):
        return None
    return Value(type="TIME", grain=period.unit.lower())


def every(found: Found, tokens: Tokens) -> Repeat | None:
    """«هر روز», «هر سه‌شنبه», «هر دو هفته», «شنبه‌ها»."""
    start, end = found.match.span()
    days = [one.value for one in found.units[start:end] if one.cls in ("WEEKDAY", "WEEKDAYS")]
    unit = found.one("unit")
    if days:
        isos = [f"XXXX-WXX-{(day + 5) % 7 + 1}" for day in days]
        return Repeat(iso=isos[0] if len(isos) == 1 else "{" + ",".join(isos) + "}", grain="day")
    if unit is None:
        return None
    number: Number | None = found.value("number")
    count = number.value if number else 1
    return Repeat(iso=length_of([(count, unit.value)]).iso, grain=unit.cls.lower())


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
    """«روزی سه بار», «هفته‌ای دو بار», «روزی دو ساعت», «هفته‌ای» before «سه جلسه»."""
    unit = found.units[found.match.start()]
    if unit.cls == "UNITADJ" and (found.before() in GROUPS["COUNT"] or not _per(tokens, unit)):
        return None
    if unit.cls == "PER":
        return Repeat(iso=unit.value, grain={"D": "day", "M": "month"}.get(unit.value[-1], "year"))
    return Repeat(iso=length_of([(1, unit.value)]).iso, grain=unit.value.unit.lower())


def _per(tokens: Tokens, unit: Unit) -> bool:
    """Whether an adjective of time can say how often: «هفته‌ای», not «هفتگی», «ساله»."""
    return tokens[unit.last - 1].key in near("per")


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


LENGTHS = (
    Rule(
        "length",
        "(?: (?:COUNT) EZAFE? (?:UNIT) | GLUED ) (?: AND NPART (?!UNIT) )? (?: AND (?:INTEGER) (?:UNIT) (?: AND NPART (?!UNIT) )? ){0,3}",
        "LENGTH",
        length,
    ),
    Rule(
        "length-adjective",
        "(?: (?P<glued>GLUEDADJ) | (?P<number>COUNT) (?P<adjective>UNITADJ) )",
        "LENGTHADJ",
        length_adjective,
    ),
    Rule(
        "length-range",
        "(?: (?P<low>COUNT) (?:TO|OR|DASH|(?=LENGTH)) | (?:COUNT) (?: (?:LINK) (?:COUNT) ){0,4} (?:TO|OR|AND|DASH) | LENGTH (?:TO|OR) ) (?P<length>LENGTH|LENGTHADJ)",
        "LENGTH",
        length_range,
    ),
    Rule(
        "moments",
        "(?: (?P<unit>SECOND|MINUTE|HOUR) | (?P<adjective>UNITADJ) ) (?P<which>WHICH)",
        "DAYPOINT",
        moments,
    ),
    Rule("length-relative", "(?P<length>LENGTH) (?P<which>WHICH)", "DAYPOINT", length_which),
)
EVERY = (
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
        "(?: (?:PER|UNITADJ) (?: COUNT TIMES | ONCE | (?:INTEGER) (?:UNIT) ) | UNITADJ (?=INTEGER) )",
        "SET",
        times_per,
    ),
    Rule("nightly", "NIGHT", "SET", nightly),
    Rule("frequency", "(?P<word>FREQUENCY)", "SET", frequency),
)
EVERY_OTHER = (Rule("every-other", "(?P<length>LENGTH) BETWEENS", "SET", every_other),)
