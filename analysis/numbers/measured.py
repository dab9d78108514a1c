"""What a measure measures: «۳۵ هزار تن برنج», «۷۰ میلیون متر مکعب گاز در روز».

Only nouns known to be measured are told, goods and the like: after «۱۱۰ کیلومتر» the next noun may
as well belong to the verb («فاصله دارد») or tell where («شمال تهران»).
"""

from collections.abc import Sequence
from functools import cache

from ..lexicon import compact, load
from ..text import Token
from .counted import Counted, phrase
from .units import Unit

UNMEASURED = frozenset({"time", "temperature", "angle", "speed", "magnitude"})
DETERMINERS = frozenset({"این", "آن"})


@cache
def nouns() -> frozenset[str]:
    """Goods and other nouns that stand after a measure, with their plurals and ezafe, as keys."""
    goods = [entry["word"] for entry in load("tonne-context") if entry["class"] == "goods"]
    keys = {compact(word) for word in goods + [entry["word"] for entry in load("measured-nouns")]}
    plurals = {key + ending for key in keys for ending in ("ها", "های")}
    return frozenset(keys | plurals | {key + "ی" for key in keys if key.endswith(("ا", "و"))})


def measured(
    tokens: Sequence[Token], at: int, unit: Unit, barred: Sequence[bool]
) -> Counted | None:
    """The noun phrase that a measure before token `at` measures, «از» between or not.

    >>> from analysis.text import tokenize
    >>> from .units import unit_at
    >>> tokens = tokenize("هکتار از اراضی ملی", range(18))[0]
    >>> measured(tokens, 1, unit_at(tokens, 0)[1], [False] * 4).words
    'اراضی ملی'
    """
    if unit.kind != "measure" or unit.adjective or unit.dimension in UNMEASURED:
        return None
    start = at
    if at + 1 < len(tokens) and tokens[at].key == "از":
        start += 1 + (tokens[at + 1].key in DETERMINERS)
    if start >= len(tokens) or tokens[start].key not in nouns():
        return None
    return phrase(tokens, start, barred)
