"""What stands around a numeral: its hedge, its neighbour, its noun, and why it may be refused."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..numerals import Value
from ..text import Text
from . import hedges, ranges, refusals
from .context import VERSUS, Context
from .counted import Counted, adjectives, counted, phrase
from .quantity import Operand, Quantity, whole

LOWER = frozenset({"more_than", "at_least"})
UPPER = frozenset({"less_than", "at_most", "up_to"})
FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4"})
LINKS = frozenset(("و", "،", ",", "تا", "-", "یا", "/"))


class Scan(NamedTuple):
    """A text, and which of its tokens the dates have claimed."""

    text: Text
    barred: Sequence[bool]

    def linked(self, end: int, first: int) -> bool:
        """Whether only a list's connector stands between a refused number and the next."""
        return first - end == 1 and self.text.tokens[end].key in LINKS

    def quantity(self, operands: list[Operand], at: int) -> tuple[Quantity, bool]:
        """The quantity that begins with operand `at`, and whether it is hedged."""
        left = operands[at]
        hedge = hedges.before(self.text.tokens, left.first, self.text.sentence)
        if hedge and (self.barred[hedge[0]] or left.numeral.kind == "ordinal"):
            hedge = None
        modifier = hedge[1] if hedge else None
        joined = self._joined(operands, at, modifier)
        if joined:
            return joined, hedge is not None
        if modifier == "between":
            modifier = None
        return self._single(left, modifier), modifier is not None

    def _joined(self, operands: list[Operand], at: int, modifier: str | None) -> Quantity | None:
        if at + 1 == len(operands):
            return None
        left, right = operands[at : at + 2]
        sentence = self.text.sentence
        if right.first - left.last > 2 or sentence[left.first] != sentence[right.first]:
            return None
        counts = counted(self.text.tokens, right.last, self.barred) is not None
        pair = ranges.Neighbours(self.text.tokens, left, right, modifier, counts)
        return next((found for rule in ranges.RULES if (found := rule(pair))), None)

    def _single(self, only: Operand, modifier: str | None) -> Quantity:
        value = self._slash(only) if only.numeral.kind == "slash" else only.value
        after = hedges.after(self.text.tokens, only.last)
        modifier = modifier or (after[1] if after else "exact")
        value = whole(value)
        low = value if modifier in LOWER else None
        high = value if modifier in UPPER else None
        return Quantity(
            (only,), only.first, only.last, value, low, high, only.unit, modifier, "single"
        )

    def _slash(self, only: Operand) -> Value:
        """«۲/۳ آرا» is a fraction; «۲/۵ تخت» and whatever has a unit is a decimal."""
        first = only.numeral.first
        above, below = self.text.tokens[first].key, self.text.tokens[first + 2].key
        if only.unit is None and f"{above}/{below}" in FRACTIONS:
            return Decimal(above) / int(below)
        return only.value

    def noun(self, quantity: Quantity) -> Counted | None:
        """The noun that a quantity counts or, as «سومین», ranks: none where a unit stands."""
        last = quantity.operands[-1]
        tokens, end = self.text.tokens, quantity.last
        if last.numeral.kind == "ordinal":
            first = tokens[end - 1].key.endswith("ین")
            return phrase(tokens, end, self.barred) if first else None
        if last.unit is not None:
            return None
        if last.numeral.tail:
            word = adjectives().get(last.numeral.tail, last.numeral.tail)
            return None if word == "ی" else Counted(end - 1, end, word)
        if last is quantity.operands[0] and self._scored(last.first, end):
            return None
        after = hedges.after(tokens, end)
        end = after[0] if after else end
        if last.numeral.kind == "fraction" and end < len(tokens) and tokens[end].key == "از":
            return phrase(tokens, end + 1, self.barred)
        return counted(tokens, end, self.barred)

    def _scored(self, first: int, end: int) -> bool:
        """Whether a number is one side of a score: «۳ بر ۱», «۱-۱»."""
        tokens = self.text.tokens
        if first and tokens[first - 1].key == "بر":
            return True
        left = tokens[first - 2 : first] if first > 1 else []
        right = tokens[end : end + 2]
        return any(
            len(pair) == 2 and pair[mark].key in VERSUS and pair[1 - mark].kind == "n"
            for pair, mark in ((left, 1), (right, 0))
        )

    def refusal(
        self, quantity: Quantity, noun: Counted | None, hedged: bool, after: str | None
    ) -> str | None:
        """The rule that refuses a quantity, or None."""
        ranged = len(quantity.operands) > 1 and quantity.rule != "range-dash"
        for index, each in enumerate(quantity.operands):
            if ranged and each.unit is None and quantity.unit:
                each = each._replace(unit=quantity.unit, own_unit=True)
            context = Context(self.text, each, noun is not None, hedged, ranged, self.barred, after)
            for rule, test in refusals.RULES:
                if not (index and rule in ("label", "article")) and test(context):
                    return rule
        return None
