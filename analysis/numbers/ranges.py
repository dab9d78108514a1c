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


def two_units(found: Neighbours) -> Quantity | None:
    """«۵۰ دلار و ۸۲ سنت»."""
    left, right = found.left, found.right
    if not left.unit or not right.unit or not apart(found.tokens, left, right, AND):
        return None
    if left.unit.name not in CENTS.get(right.unit.name, ()):
        return None
    value = left.value + Decimal(right.value) / 100
    modifier = found.hedge if found.hedge not in (None, "between") else "exact"
    return Quantity(
        (left, right),
        left.first,
        right.last,
        value,
        None,
        None,
        left.unit,
        modifier or "exact",
        "two-units",
    )


RULES: tuple[Callable[[Neighbours], Quantity | None], ...] = (
    range_to,
    range_between,
    range_dash,
    pair,
    two_units,
)
