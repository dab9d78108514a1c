"""Quantities: value or range, hedge, unit, and the noun that is counted.

Dates go first and claim their words. Each numeral is read with its sign and unit (`quantity`),
neighbours join to ranges (`ranges.RULES`), what is no number is refused (`refusals.RULES`), and the
counted noun is read off (`counted`). Values stay in the unit as written; the columns with `_base`
tell the same in the base unit, money of Iran in rial.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from .. import numerals
from ..text import Row, Text
from . import hedges, ranges, refusals, vague
from .counted import Counted, counted, phrase
from .quantity import Operand, Quantity, operand, share_units, whole
from .refusals import Context
from .units import Unit

LOWER = frozenset({"more_than", "at_least"})
UPPER = frozenset({"less_than", "at_most", "up_to"})
CLASSIFIER_FORMS = {"نفره": "نفر", "نفری": "نفر"}


class Found(NamedTuple):
    """What became of the candidates: rows of the numbers table, and rows that a rule refused."""

    rows: list[Row]
    refused: list[Row]


def find(text: Text, claimed: list[Row], *, one_is_article: bool = True) -> list[Row]:
    """Rows of the numbers table, in order; spans in `claimed` (the dates) are left alone.

    A row is one quantity; its span holds the numerals with sign and unit, not the hedge and not
    the counted noun. `one_is_article=False` also keeps «یک» before a noun («یک مقام»).

    >>> from analysis.corpus import Article
    >>> row, = find(Text(Article("a", "بیش از ۱۵۰۰ نماینده آمدند.")), [])
    >>> row["value"], row["modifier"], row["counted"]
    (1500, 'more_than', 'نماینده')
    """
    return candidates(text, claimed, one_is_article=one_is_article).rows


def candidates(text: Text, claimed: list[Row], *, one_is_article: bool = True) -> Found:
    """Rows of the numbers table, and beside them each refused candidate with the rule that did it."""
    tokens = text.tokens
    barred = [False] * (len(tokens) + 1)
    for row in claimed:
        first, last = text.tokens_of(row)
        barred[first:last] = [True] * (last - first)
    read = numerals.find(tokens)
    found = Found([], [])
    loose = vague.find(tokens, read, barred)
    found.rows.extend(_vague_row(text, each) for each in loose)
    taken = {at for each in loose for at in range(each.first, each.last)}
    free = [n for n in read if not any(barred[n.first : n.last]) and n.first not in taken]
    operands = _operands(text, free, barred)
    share_units(tokens, operands)
    _gather(text, operands, barred, found, one_is_article)
    found.rows.sort(key=lambda row: (row["start"], row["end"]))
    return found


def _operands(
    text: Text, read: Sequence[numerals.Numeral], barred: Sequence[bool]
) -> list[Operand]:
    """The numerals as operands; one that another's span has taken in («و نیم») is left out."""
    operands: list[Operand] = []
    for numeral in read:
        if not operands or operands[-1].last <= numeral.first:
            operands.append(operand(text.tokens, numeral, barred))
    return operands


def _gather(
    text: Text, operands: list[Operand], barred: Sequence[bool], found: Found, articles: bool
) -> None:
    """Turn operands into rows, two at a time where a rule of `ranges` joins them."""
    at = 0
    refused: tuple[int, str] | None = None
    while at < len(operands):
        quantity, hedge_first = _quantity(text, operands, at, barred)
        noun = _noun(text, quantity, barred)
        after = None
        if refused and _linked(text, refused[0], quantity.first):
            after = refused[1]
        rule = _refusal(text, quantity, noun, hedge_first < quantity.first, after)
        if rule == "article" and not articles:
            rule = None
        if rule:
            found.refused.append(text.row(quantity.first, quantity.last, rule))
            refused = quantity.last, rule
        else:
            found.rows.append(_row(text, quantity, noun))
            refused = None
        at += len(quantity.operands)


def _linked(text: Text, end: int, first: int) -> bool:
    """Whether only a list's connector stands between a refused number and the next."""
    return first - end == 1 and text.tokens[end].key in ("و", "،", ",", "تا", "-", "یا", "/")


def _quantity(
    text: Text, operands: list[Operand], at: int, barred: Sequence[bool]
) -> tuple[Quantity, int]:
    """The quantity that begins with operand `at`, and the first token of its hedge."""
    left = operands[at]
    hedge = hedges.before(text.tokens, left.first, text.sentence)
    if hedge and barred[hedge[0]]:
        hedge = None
    first, modifier = hedge or (left.first, None)
    if at + 1 < len(operands) and _near(text, left, operands[at + 1]):
        right = operands[at + 1]
        counts = counted(text.tokens, right.last, barred) is not None
        pair = ranges.Neighbours(text.tokens, left, right, modifier, counts)
        for rule in ranges.RULES:
            joined = rule(pair)
            if joined:
                return joined, first
    if modifier == "between":
        first, modifier = left.first, None
    return _single(text, left, modifier or "exact"), first


def _near(text: Text, left: Operand, right: Operand) -> bool:
    same = text.sentence[left.first] == text.sentence[right.first]
    return same and right.first - left.last <= 2


def _single(text: Text, only: Operand, modifier: str) -> Quantity:
    kind = only.numeral.kind
    value = _slash(text, only) if kind == "slash" else only.value
    if modifier == "exact":
        after = hedges.after(text.tokens, only.last)
        modifier = after[1] if after else modifier
    value = whole(value)
    low = value if modifier in LOWER else None
    high = value if modifier in UPPER else None
    span = only.first, only.last
    return Quantity((only,), *span, value, low, high, only.unit, modifier, "single")


def _slash(text: Text, only: Operand) -> numerals.Value:
    """«۲/۳ آرا» is a fraction; «۳/۵ درصد» and whatever has a unit is a decimal."""
    if only.unit is not None:
        return only.value
    above, below = (int(text.tokens[at].key) for at in (only.numeral.first, only.numeral.first + 2))
    if 0 < above < below <= 10 and not text.tokens[only.numeral.first + 2].key.startswith("0"):
        return Decimal(above) / below
    return only.value


def _noun(text: Text, quantity: Quantity, barred: Sequence[bool]) -> Counted | None:
    """The noun that a quantity counts: none for ordinals and where a unit stands."""
    last = quantity.operands[-1]
    tokens, end = text.tokens, quantity.last
    if last.unit is not None or last.numeral.kind == "ordinal":
        return None
    if last.numeral.tail:
        return _glued_noun(text, last, barred)
    if end < len(tokens) and tokens[end].key in CLASSIFIER_FORMS and not barred[end]:
        return Counted(end, end + 1, CLASSIFIER_FORMS[tokens[end].key])
    if last.numeral.kind == "fraction" and end < len(tokens) and tokens[end].key == "از":
        return phrase(tokens, end + 1, barred)
    return counted(tokens, end, barred)


def _glued_noun(text: Text, last: Operand, barred: Sequence[bool]) -> Counted | None:
    """The noun glued to a numeral («سه‌نفره»)."""
    tail = last.numeral.tail
    if tail == "ی":
        return None
    word = CLASSIFIER_FORMS.get(tail, tail)
    return Counted(last.last - 1, last.last, word)


def _refusal(
    text: Text, quantity: Quantity, noun: Counted | None, hedged: bool, after: str | None
) -> str | None:
    """The rule that refuses a quantity, or None: a range counts as hedged."""
    ranged = len(quantity.operands) > 1 and quantity.rule != "range-dash"
    for index, each in enumerate(quantity.operands):
        if quantity.value is None and each.unit is None:
            each = each._replace(unit=quantity.unit, own_unit=quantity.unit is not None)
        context = Context(text, each, noun is not None, hedged, ranged, after)
        for rule, test in refusals.RULES:
            if (index and rule in ("label", "article")) or not test(context):
                continue
            return rule
    return None


def _row(text: Text, quantity: Quantity, noun: Counted | None) -> Row:
    unit = quantity.unit
    numeral = quantity.operands[-1].numeral
    kind = unit.kind if unit else numeral.kind
    if kind == "slash":
        kind = "fraction" if quantity.value is not None and quantity.value < 1 else "cardinal"
    kind = "cardinal" if kind == "times" else kind
    return text.row(
        quantity.first,
        quantity.last,
        quantity.rule,
        kind=kind,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        modifier=quantity.modifier,
        counted=noun.words if noun else None,
        **_unit_columns(unit),
        **_base_columns(quantity, unit),
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


def _vague_row(text: Text, found: vague.Vague) -> Row:
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
