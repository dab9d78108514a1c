"""Numerals in a list that share a unit and a scale: «۲٫۴ و ۲٫۸ درصد»."""

from collections.abc import Sequence

from ..text import Token
from .quantity import Operand, hyphens, scaled
from .units import currencies
from .words import ends, is_verb, place_names

LISTS = frozenset(("و", "،", ",", "یا", "در", "×", "*", "x"))
NEAR = 4
TRADE = frozenset(("صادرات", "واردات"))
PEOPLE = frozenset(("جمعیت", "تعداد", "شمار"))


def share_units(tokens: Sequence[Token], operands: list[Operand]) -> None:
    """Give a list's unit and scale to its earlier members: «۲٫۴ و ۲٫۸ درصد», «۵ در ۶ متر»."""
    for index in range(len(operands) - 2, -1, -1):
        left, right = operands[index : index + 2]
        if right.unit and right.unit.kind == "times" and _scores(tokens, left, right):
            last = right.numeral.last
            right = operands[index + 1] = right._replace(last=last, unit=None, own_unit=False)
        unit = right.unit
        if left.unit or unit is None or unit.dimension == "time" or left.numeral.tail:
            continue
        if left.numeral.kind in ("ordinal", "fraction") or not _listed(tokens, left, right):
            continue
        operands[index] = left._replace(unit=unit, value=scaled(left, right))


def _listed(tokens: Sequence[Token], left: Operand, right: Operand) -> bool:
    """Whether one connector stands between two numerals; «به» only in «از ۲۰ به ۲۵ درصد».

    Towns, currencies or any words may stand before each, as `_alike` says.
    """
    between = tokens[left.last : right.first]
    if len(between) > 1 and between[0].key in LISTS and left.first:
        before = tokens[max(left.first - NEAR, 0) : left.first]
        return _alike(before, between[1:], left, right)
    if len(between) != 1:
        return False
    from_to = between[0].key == "به" and left.first > 0 and tokens[left.first - 1].key == "از"
    return from_to or between[0].key in LISTS


def _alike(before: Sequence[Token], words: Sequence[Token], left: Operand, right: Operand) -> bool:
    """Whether the words before two numerals tell of things that have one unit.

    «دلار ۱۱۳ هزار، یورو ۱۳۰ هزار تومان», «صادرات ۴۵ و واردات ۵۰ میلیارد دلار»; of any two if the first
    numeral ends in a scale: «سکه ۱۱۷ میلیون، نیم‌سکه ۶۲ میلیون تومان», «چین با ۹ میلیارد و عراق با ...».
    """
    if words[-1].key in ("با", "به"):
        if words[-1].key != before[-1].key or len(before) == 1:
            return False
        before, words = before[:-1], words[:-1]
    told = {token.key for token in (*before[-1:], *words)}
    if any(told <= kind for kind in (place_names(), currencies(), TRADE)):
        return True
    sized = left.numeral.scale > 1 and right.unit is not None and right.unit.kind != "percent"
    plain = 0 < len(words) < NEAR and all(_plain(token) for token in words)
    return sized and plain and PEOPLE.isdisjoint(token.key for token in before)


def _plain(word: Token) -> bool:
    """Whether a word can be part of a noun phrase: no function word, adverb or verb."""
    told = ends().get(word.key) in ("function", "adverb", "occasion")
    return word.kind == "w" and not told and not is_verb(word)


def _scores(tokens: Sequence[Token], left: Operand, right: Operand) -> bool:
    """Whether two numerals are a score, «برابر» after them "against": «۲-۰ برابر سپاهان»."""
    by = right.first - left.last == 1 and tokens[left.last].key == "بر"
    return by or (hyphens(tokens, left, right) and left.value >= right.value)
