"""One numeral with its sign and unit, and what joins it to the next."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..lexicon import compact, load
from ..numerals import Numeral, Value
from ..text import Token
from .counted import opens
from .units import Unit, unit_at, units
from .words import ends, plural

HALF = Decimal("0.5")
MINUS = frozenset("-−–")
TO = frozenset(map(compact, ("تا", "الی", "لغایت")))
DASHES = frozenset("-–—~−")
WARMTH = frozenset(
    map(
        compact,
        (
            "دما",
            "دمای",
            "هوا",
            "هوای",
            "گرما",
            "گرمای",
            "گرمایش",
            "گرم‌تر",
            "سرما",
            "منفی",
            "سرمای",
            "سردتر",
            "خنک‌تر",
            "تب",
        ),
    )
)
CHANGES = frozenset(
    map(
        compact,
        (
            "کاهش",
            "افزایش",
            "افت",
            "گرم‌تر",
            "سردتر",
            "خنک‌تر",
            "بالاتر",
            "پایین‌تر",
            "کاسته",
            "افزوده",
            "کمتر",
            "بیشتر",
        ),
    )
)
ZERO = compact("صفر")
WARM = frozenset({"temperature", "angle"})


class Operand(NamedTuple):
    """A numeral with what stands around it: tokens `first` to `last - 1` include sign and unit."""

    numeral: Numeral
    first: int
    last: int
    value: Value
    unit: Unit | None = None
    own_unit: bool = False


class Quantity(NamedTuple):
    """One value or a range of two, as one row will tell it."""

    operands: tuple[Operand, ...]
    first: int
    last: int
    value: Value | None
    low: Value | None
    high: Value | None
    unit: Unit | None
    modifier: str
    rule: str


def operand(tokens: Sequence[Token], numeral: Numeral, barred: Sequence[bool]) -> Operand:
    """Read sign and unit around a numeral: «منفی ۵ درصد», «۲۰$», «۵ درجه زیر صفر»."""
    first, last, value = numeral.first, numeral.last, numeral.value
    unit, end = _unit(tokens, numeral, barred)
    last = max(last, end)
    prefix = tokens[first - 1] if first else None
    if unit is None and prefix and prefix.kind == "p" and not tokens[first].spaced:
        unit = units().values.get(prefix.key) if prefix.key in "$€£¥٪%" else None
        first -= unit is not None
    if unit and _half_follows(tokens, last, numeral):
        value, last = value + HALF, last + 2
    if _negative(tokens, first, unit, barred):
        value, first = -value, first - 1
    elif unit and _minus_follows(tokens, numeral):
        value = -value
    elif unit and unit.dimension in WARM:
        value, last, unit = _below_zero(tokens, last, value, unit)
    return Operand(numeral, first, last, value, unit, unit is not None)


def _unit(
    tokens: Sequence[Token], numeral: Numeral, barred: Sequence[bool]
) -> tuple[Unit | None, int]:
    if numeral.tail:
        return units().values.get(numeral.tail), numeral.last
    if numeral.kind == "ordinal":
        return None, numeral.last
    start = numeral.last + _minus_follows(tokens, numeral)
    found = unit_at(tokens, start)
    if found is None or any(barred[numeral.last : found[0]]):
        return None, numeral.last
    end, unit = found
    if start > numeral.last and unit.kind != "percent" and unit.dimension not in WARM:
        return None, numeral.last
    if unit.needs_context or unit.dimension == "temperature":
        unit_or_none = settle(tokens, numeral, end, unit)
        return unit_or_none, end if unit_or_none else numeral.last
    return unit, end


def _minus_follows(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether a minus is written behind the digits: «۸- درجه»."""
    sign = tokens[numeral.last] if numeral.last + 1 < len(tokens) else None
    if sign is None or sign.key not in MINUS or sign.spaced or numeral.form == "words":
        return False
    return tokens[numeral.last + 1].spaced


def settle(tokens: Sequence[Token], numeral: Numeral, end: int, unit: Unit) -> Unit | None:
    """Decide a unit whose word has another meaning: «تن» tonne or person, «درجه»."""
    if unit.name == "tonne":
        return unit if _tonnes(tokens, numeral, end) else None
    if unit.name.startswith("tonne/"):
        word = tokens[end] if end < len(tokens) else None
        return None if _weighed(word) == "people" else unit
    if unit.name == "degree":
        near = tokens[max(0, numeral.first - 12) : end + 6]
        below = numeral.first and tokens[numeral.first - 1].key in ("منفی", "-", "−")
        if not below and not any(token.key in WARMTH for token in near):
            return unit
        unit = units().values["سانتیگراد"]
    if unit.dimension == "temperature":
        return unit._replace(difference=_changes(tokens, numeral.first, end))
    follows = tokens[end].key if end < len(tokens) else ""
    return unit if numeral.value >= 100 and not follows.startswith("مقیم") else None


def _changes(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether degrees tell a difference: «۶ درجه سردتر», «۶ درجه کاهش», but not «به ۶ درجه»."""
    if first and tokens[first - 1].key == "به":
        return False
    apart = any(token.key == "اختلاف" for token in tokens[max(0, first - 3) : first])
    return apart or any(token.key in CHANGES for token in tokens[end : end + 2])


@cache
def tonne_context() -> dict[str, str]:
    """Words after «تن» that tell goods from people."""
    return {compact(entry["word"]): entry["class"] for entry in load("tonne-context")}


def _tonnes(tokens: Sequence[Token], numeral: Numeral, end: int) -> bool:
    """«۵ تن از نمایندگان» counts people, «۵۰۰۰ تن ذرت» weighs: by what follows, then by size."""
    if tokens[end - 1].key != "تن" or not isinstance(numeral.value, int):
        return True
    if _lighter(tokens, end):
        return True
    of = end < len(tokens) and tokens[end].key == "از"
    start = end + of
    start += of and start < len(tokens) and tokens[start].key in ("این", "آن")
    word = tokens[start] if start < len(tokens) else None
    kind = _weighed(word)
    if kind is not None:
        return kind != "people"
    if of:
        return numeral.value >= 10000 and not (word and plural(word.text))
    return opens(tokens, start) or numeral.value >= 1000


def _lighter(tokens: Sequence[Token], at: int) -> bool:
    """Whether kilograms are added: «و ۷۰۰ کیلوگرم»."""
    if at + 2 >= len(tokens) or tokens[at].key != "و" or tokens[at + 1].kind != "n":
        return False
    found = unit_at(tokens, at + 2)
    return found is not None and found[1].dimension == "mass" and found[1].name != "tonne"


def _weighed(word: Token | None) -> str | None:
    """Whether a word after «تن» names goods or tells of people; None where it does neither."""
    if word is None or word.kind != "w":
        return None
    kinds, end = tonne_context(), ends().get(word.key)
    if end in ("outcome", "light"):
        return "people"
    return kinds.get(word.key) or kinds.get(word.key.removesuffix("ی"))


def _half_follows(tokens: Sequence[Token], at: int, numeral: Numeral) -> bool:
    """Whether «و نیم» comes after the unit: «دو متر و نیم»."""
    whole = numeral.kind == "cardinal" and numeral.value == int(numeral.value)
    if not whole or at + 1 >= len(tokens) or at == numeral.last:
        return False
    return tokens[at].key == "و" and tokens[at + 1].key == "نیم"


def _negative(
    tokens: Sequence[Token], first: int, unit: Unit | None, barred: Sequence[bool]
) -> bool:
    """Whether a minus or «منفی» stands before: a dash only where it cannot be a hyphen or bullet."""
    if not first or barred[first - 1]:
        return False
    sign = tokens[first - 1]
    if sign.key == "منهای" and unit and unit.dimension == "mass":
        return False
    if sign.key in ("منفی", "منهای"):
        return unit is None or unit.kind != "money" or not unit.adjective
    if sign.key not in MINUS or tokens[first].spaced or unit is None:
        return False
    before = tokens[first - 2] if first > 1 else None
    if before is None:
        return unit.kind == "percent" or unit.dimension in WARM
    return before.kind != "n" and (sign.spaced or before.key in (":", "("))


def _below_zero(
    tokens: Sequence[Token], last: int, value: Value, unit: Unit
) -> tuple[Value, int, Unit]:
    """«زیر صفر» makes a temperature negative, «بالای صفر» keeps it; both belong to the span."""
    if last + 1 < len(tokens) and tokens[last + 1].key == ZERO:
        celsius = unit if unit.dimension == "temperature" else units().values["سانتیگراد"]
        if tokens[last].key == "زیر":
            return -value, last + 2, celsius
        if tokens[last].key == "بالای":
            return value, last + 2, celsius
    return value, last, unit


def scaled(left: Operand, right: Operand) -> Value:
    """The left value with the right one's scale where it goes without saying: «۱۰ تا ۱۵ میلیون»."""
    scale = right.numeral.scale
    bare = left.numeral.scale == 1 and left.numeral.kind in ("cardinal", "slash")
    if scale > 1 and bare and 0 < left.value < right.value / scale:
        return whole(left.value * scale)
    return left.value


def whole(value: Value) -> Value:
    """An int where nothing is lost by it."""
    return int(value) if value == int(value) else value


def hyphens(tokens: Sequence[Token], left: Operand, right: Operand) -> bool:
    """Whether a lone dash joins two numerals."""
    return right.first - left.last == 1 and tokens[left.last].key in DASHES


def apart(tokens: Sequence[Token], left: Operand, right: Operand, joints: frozenset[str]) -> bool:
    """Whether one of the joints stands between two operands, a classifier before it at most."""
    between = tokens[left.last : right.first]
    if not between or len(between) > 2 or between[-1].key not in joints:
        return False
    return len(between) == 1 or between[0].key in ("نفر", "تن", "دستگاه", "مورد", "عدد")
