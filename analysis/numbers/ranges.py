"""Two operands that make one quantity: ranges, approximate pairs, money in two units."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..numerals import Value
from ..text import Token
from .quantity import TO, Operand, Quantity, apart, hyphens, scaled, whole
from .units import Unit

AND = frozenset({"و"})
CENTS = {"cent": ("dollar", "euro"), "penny": ("pound",)}


class Neighbours(NamedTuple):
    """Two operands in a row, the hedge before the first, and whether a noun is counted after."""

    tokens: Sequence[Token]
    left: Operand
    right: Operand
    hedge: str | None
    counts: bool


def _span(found: Neighbours, rule: str, low: Value, unit: Unit | None) -> Quantity | None:
    left, right = found.left, found.right
    high = right.value
    if low >= high:
        return None
    modifier = found.hedge if found.hedge not in (None, "exact", "up_to") else "between"
    return Quantity(
        (left, right), left.first, right.last, None, low, high, unit, modifier or "between", rule
    )


def _low(found: Neighbours) -> tuple[Value, Unit | None] | None:
    """The lower end in the unit of the upper one, or None where the two do not fit together."""
    left, right = found.left, found.right
    if "ordinal" in (left.numeral.kind, right.numeral.kind):
        return None
    if left.unit is None or right.unit is None or not left.own_unit:
        low = scaled(left, right) if left.unit is None else left.value
        return low, right.unit or left.unit
    if (left.unit.name, left.unit.currency) == (right.unit.name, right.unit.currency):
        return left.value, right.unit
    same = left.unit.dimension == right.unit.dimension and left.unit.base == right.unit.base
    if same and left.unit.factor and right.unit.factor and left.unit.dimension != "temperature":
        return whole(left.value * left.unit.factor / right.unit.factor), right.unit
    return None


def range_to(found: Neighbours) -> Quantity | None:
    """«۱۰ تا ۱۵ میلیون», «۵ درصد تا ۱۰ درصد», «بین ۵ تا ۶ دلار»."""
    if not apart(found.tokens, found.left, found.right, TO):
        return None
    low = _low(found)
    return _span(found, "range-to", *low) if low else None


def range_between(found: Neighbours) -> Quantity | None:
    """«بین ۵ و ۶ میلیون»."""
    if found.hedge != "between" or not apart(found.tokens, found.left, found.right, AND):
        return None
    low = _low(found)
    return _span(found, "range-between", *low) if low else None


def range_dash(found: Neighbours) -> Quantity | None:
    """«۱۰-۱۵ درصد», but not the score «۱-۲»."""
    left, right = found.left, found.right
    if not hyphens(found.tokens, left, right) or not (right.unit or found.counts):
        return None
    low = _low(found)
    return _span(found, "range-dash", *low) if low else None


def pair(found: Neighbours) -> Quantity | None:
    """«دو سه نفر», «سی چهل میلیون»: two neighbouring numbers in words mean about so many."""
    left, right = found.left, found.right
    forms = {left.numeral.form, right.numeral.form}
    kinds = {left.numeral.kind, right.numeral.kind}
    if left.last != right.first or forms != {"words"} or kinds != {"cardinal"} or left.unit:
        return None
    low = scaled(left, right)
    if not low < right.value <= 2 * max(low, 1):
        return None
    quantity = _span(found, "pair", low, right.unit)
    return quantity._replace(modifier="about") if quantity else None


def one_or_two(tokens: Sequence[Token], two: Operand) -> Quantity | None:
    """«یکی دو نفر»: about one or two."""
    at = two.first - 1
    if at < 0 or tokens[at].key != "یکی" or two.numeral.form != "words":
        return None
    if two.numeral.kind != "cardinal" or two.value != 2 * two.numeral.scale:
        return None
    low = whole(two.value / Decimal(2))
    ends = None, low, two.value
    return Quantity((two,), at, two.last, *ends, two.unit, "about", "one-or-two")


def two_units(found: Neighbours) -> Quantity | None:
    """«۵۰ دلار و ۸۲ سنت», «۲ متر و ۱۰ سانتی‌متر»."""
    left, right = found.left, found.right
    if not left.own_unit or not apart(found.tokens, left, right, AND):
        return None
    part = _part(left.unit, right.unit)
    if part is None or not 0 < right.value * part < 1:
        return None
    value = whole(left.value + right.value * part)
    modifier = found.hedge if found.hedge not in (None, "between") else None
    span = left.first, right.last
    ends = (None, None)
    return Quantity((left, right), *span, value, *ends, left.unit, modifier or "exact", "two-units")


def _part(large: Unit | None, small: Unit | None) -> Decimal | None:
    """What one small unit is of the large one: cents of a dollar, centimetres of a metre."""
    if large is None or small is None:
        return None
    if small.name in CENTS:
        return Decimal("0.01") if large.name in CENTS[small.name] else None
    same = large.kind == small.kind == "measure" and large.base == small.base
    if not same or not large.factor or not small.factor or large.dimension == "temperature":
        return None
    return small.factor / large.factor if small.factor < large.factor else None


RULES: tuple[Callable[[Neighbours], Quantity | None], ...] = (
    range_to,
    range_between,
    range_dash,
    pair,
    two_units,
)
