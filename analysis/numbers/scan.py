"""What stands around a numeral: its hedge, its neighbour, its noun, and why it may be refused."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ..numerals import Value
from ..text import Text
from . import hedges, ranges, refusals
from .context import VERSUS, Context, bare_heads, numeric
from .counted import Counted, adjectives, classifiers, counted, of_classifier, phrase
from .measured import measured
from .quantity import Operand, Quantity, whole
from .units import rate_at

LOWER = frozenset({"more_than", "at_least"})
UPPER = frozenset({"less_than", "at_most", "up_to"})
FRACTIONS = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4"})
LINKS = frozenset(("و", "،", ",", "تا", "-", "یا", "/"))


def bounded(quantity: Quantity) -> Quantity:
    """A quantity of one value with what its modifier bounds: «تا منفی ۸ درجه» from below."""
    below = quantity.modifier == "up_to" and quantity.value is not None and quantity.value < 0
    low = quantity.value if quantity.modifier in LOWER or below else None
    high = quantity.value if quantity.modifier in UPPER and not below else None
    return quantity._replace(low=low, high=high)


class Previous(NamedTuple):
    """The quantity before: where it ended, counted noun included, and the rule that refused it."""

    end: int
    rule: str | None


NOTHING = Previous(-2, None)


class Scan(NamedTuple):
    """A text, and which of its tokens the dates have claimed."""

    text: Text
    barred: Sequence[bool]

    def linked(self, previous: Previous, first: int) -> str:
        """The list's connector where nothing else stands between a quantity and the one before."""
        key = self.text.tokens[previous.end].key if first - previous.end == 1 else ""
        return key if key in LINKS else ""

    def quantity(self, operands: list[Operand], at: int) -> tuple[Quantity, bool]:
        """The quantity that begins with operand `at`, and whether it is hedged."""
        left = operands[at]
        if few := ranges.one_or_two(self.text.tokens, left):
            return few, True
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
        return bounded(
            Quantity(
                (only,),
                only.first,
                only.last,
                whole(value),
                None,
                None,
                only.unit,
                modifier,
                "single",
            )
        )

    def hedged_later(self, quantity: Quantity, noun: Counted | None) -> Quantity:
        """A quantity with the hedge after its noun: «۵۰ نفر یا بیشتر», «از ۵۰ نفر فراتر رفت»."""
        if quantity.modifier != "exact" or quantity.value is None:
            return quantity
        end = max(quantity.last, noun.last if noun else 0)
        after = hedges.after(self.text.tokens, end)
        modifier = hedges.around(self.text.tokens, quantity.first, end) or (after and after[1])
        return bounded(quantity._replace(modifier=modifier)) if modifier else quantity

    def _slash(self, only: Operand) -> Value:
        """«۲/۳ آرا» is a fraction; «۲/۵ تخت» and whatever has a unit is a decimal."""
        first = only.numeral.first
        above, below = self.text.tokens[first].key, self.text.tokens[first + 2].key
        if only.unit is None and f"{above}/{below}" in FRACTIONS:
            return Decimal(above) / int(below)
        return only.value

    def noun(self, quantity: Quantity) -> Counted | None:
        """The noun that a quantity counts or, as «سومین», ranks; a headline's ends with its line."""
        noun, sentence = self._noun(quantity), self.text.sentence
        if noun is None or sentence[noun.last - 1] == sentence[quantity.first]:
            return noun
        here = range(noun.first, noun.last)
        kept = [at for at in here if sentence[at] == sentence[quantity.first]]
        words = " ".join(self.text.tokens[at].text for at in kept)
        return noun._replace(last=kept[-1] + 1, words=words) if kept else None

    def _noun(self, quantity: Quantity) -> Counted | None:
        """The noun of a quantity, wherever its line ends: none where a unit stands."""
        last = quantity.operands[-1]
        tokens, end = self.text.tokens, quantity.last
        before = tokens[quantity.first - 1].key if quantity.first else ""
        if last.numeral.kind == "ordinal":
            first = tokens[end - 1].key.endswith("ین")
            return phrase(tokens, end, self.barred) if first else None
        if last.unit is not None:
            if before in bare_heads("yes", "measures"):
                return None
            return measured(tokens, end, last.unit, self.barred, self._opens(quantity.first))
        if last.numeral.tail:
            if last.numeral.tail in classifiers():
                return of_classifier(tokens, end, last.numeral.tail, self.barred)
            word = adjectives().get(last.numeral.tail, last.numeral.tail)
            return None if word == "ی" else Counted(end - 1, end, word)
        if last is quantity.operands[0] and self._scored(last.first, end):
            return None
        if before in bare_heads("yes"):
            return None
        after = hedges.after(tokens, end)
        end = after[0] if after else end
        if last.numeral.kind == "fraction" and end < len(tokens) and tokens[end].key == "از":
            return phrase(tokens, end + 1, self.barred, self._opens(quantity.first))
        return counted(tokens, end, self.barred, self._opens(quantity.first))

    def spread(self, quantity: Quantity, noun: Counted | None) -> Quantity:
        """A measure with what it is taken per where its noun stands between: «بشکه نفت در روز»."""
        unit = quantity.unit
        if noun is None or unit is None or unit.kind != "measure":
            return quantity
        rate = rate_at(self.text.tokens, noun.last, unit)
        return quantity._replace(unit=rate[1]) if rate else quantity

    def _opens(self, first: int) -> bool:
        """Whether a quantity opens its clause: nothing but a hedge between it and a mark or «که»."""
        hedge = hedges.before(self.text.tokens, first, self.text.sentence)
        at = (hedge[0] if hedge else first) - 1
        before = self.text.tokens[at]
        other = at < 0 or self.text.sentence[at] != self.text.sentence[first]
        return other or before.kind == "p" or before.key == "که"

    def _scored(self, first: int, end: int) -> bool:
        """Whether a number is one side of a score: «۳ بر ۱», «یک بر یک», «۱-۱»."""
        tokens = self.text.tokens
        left = tokens[first - 2 : first] if first > 1 else []
        right = tokens[end : end + 2]
        return any(
            len(pair) == 2 and pair[mark].key in VERSUS and numeric(pair[1 - mark])
            for pair, mark in ((left, 1), (right, 0))
        )

    def refusal(
        self, quantity: Quantity, noun: Counted | None, hedged: bool, previous: Previous
    ) -> str | None:
        """The rule that refuses a quantity, or None."""
        link = self.linked(previous, quantity.first)
        after, listed = previous.rule if link else None, link == "و" and previous.rule is None
        ranged = len(quantity.operands) > 1 and quantity.rule != "range-dash"
        for index, each in enumerate(quantity.operands):
            if ranged and each.unit is None and quantity.unit:
                each = each._replace(unit=quantity.unit, own_unit=True)
            context = Context(self.text, each, noun, hedged, listed, ranged, self.barred, after)
            for rule, test in refusals.RULES:
                if not (index and rule in ("label", "article")) and test(context):
                    return rule
        return None
