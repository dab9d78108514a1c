"""Rules for durations and times told by a duration."""

from dataclasses import replace
from decimal import Decimal

from ..text import Token
from .compound import Span
from .grammar import GROUPS, Found, Rule, Unit
from .guards import headed, key_at, near
from .reading import Number, Period
from .values import Length, Shift, Stretch, Value

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


def some_length(found: Found, tokens: Tokens) -> Length | None:
    """«چند روزی», «دو سالی»: so many, more or less; «دو ماهی» may be two fish."""
    number, per = found.value("number"), found.one("per")
    assert per is not None
    unit = {"روزی": Period("DAY", "D", False), "سالی": Period("YEAR", "Y", False)}.get(
        tokens[per.first].key
    )
    if unit is None or found.after() in ("TIMES", *GROUPS["COUNT"]):
        return None
    if not isinstance(number, Number):
        return Length(iso="", unit=unit.unit, grain=unit.unit.lower())
    return replace(length_of([(number.value, unit)]), modifier="about")


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
    if verbal and _passed(tokens, found.first):
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


def _passed(tokens: Tokens, first: int) -> bool:
    """Whether «گذشته است» after a length is the verb: «از آن روز ده سال گذشته است»."""
    before = [token.key for token in tokens[max(first - 5, 0) : first]]
    if before and before[-1] in near("within"):
        return False
    return "از" in before or not headed(tokens, first)


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
    Rule("length-some", "(?P<number>COUNT) (?P<per>PER)", "LENGTH", some_length),
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
