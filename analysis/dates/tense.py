"""Whether the words around a date speak of the past or the future."""

from functools import cache

from ..lexicon import compact, load
from ..text import Text
from .grammar import Unit

REACH = 60


@cache
def cues() -> dict[str, int]:
    """Verb forms by key: -1 past, 1 future."""
    sides = {"past": -1, "future": 1}
    return {
        compact(word): sides[entry["tense"]] for entry in load("tense") for word in entry["words"]
    }


def tense(text: Text, unit: Unit) -> int:
    """-1 past, 1 future, 0 unknown: the first verb after a unit in its sentence, or the last before.

    «شده است» is past, «شود» and «خواهد شد» are future.
    """
    known, tokens = cues(), text.tokens
    sentence = text.sentence[unit.first]
    for at in range(unit.last, min(unit.last + REACH, len(tokens))):
        if text.sentence[at] != sentence:
            break
        if tokens[at].key in known:
            return known[tokens[at].key]
    for at in range(unit.first - 1, max(unit.first - REACH, -1), -1):
        if text.sentence[at] != sentence:
            break
        if tokens[at].key in known:
            return known[tokens[at].key]
    return 0
