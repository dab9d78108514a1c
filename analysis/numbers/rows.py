"""Rows of the numbers table from quantities and vague quantities."""

from typing import Any

from ..text import Row, Text
from . import hedges
from .counted import Counted
from .quantity import Quantity, whole
from .units import Unit
from .vague import Vague


def row_of(text: Text, quantity: Quantity, noun: Counted | None) -> Row:
    """The row of a quantity."""
    unit = quantity.unit
    kind = unit.kind if unit else quantity.operands[-1].numeral.kind
    if kind == "slash":
        kind = "fraction" if quantity.value is not None and quantity.value < 1 else "cardinal"
    return text.row(
        quantity.first,
        quantity.last,
        quantity.rule,
        kind="cardinal" if kind == "times" else kind,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        modifier=quantity.modifier,
        counted=noun.words if noun else None,
        **_unit_columns(unit),
        **_base_columns(quantity, unit),
    )


def vague_row(text: Text, found: Vague) -> Row:
    """The row of a vague quantity: no value, and a modifier only where a hedge stands."""
    hedge = hedges.before(text.tokens, found.first, text.sentence)
    modifier = hedge[1] if hedge and hedge[1] not in ("exact", "between") else None
    return text.row(
        found.first,
        found.last,
        "vague",
        kind="vague",
        modifier=modifier,
        counted=found.noun.words if found.noun else None,
        **_unit_columns(found.unit),
    )


def _unit_columns(unit: Unit | None) -> dict[str, Any]:
    if unit is None:
        return {"unit": None, "dimension": None, "currency": None}
    return {"unit": unit.name, "dimension": unit.dimension, "currency": unit.currency}


def _base_columns(quantity: Quantity, unit: Unit | None) -> dict[str, Any]:
    """Value and bounds in the base unit, where the unit has one."""
    if unit is None or unit.factor is None:
        return {}
    ends = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    return {
        f"{name}_base": whole(converted)
        for name, number in ends.items()
        if number is not None and (converted := unit.to_base(number)) is not None
    } | {"unit_base": unit.base}
