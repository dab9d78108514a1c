"""«زمین‌های» or «زمینه‌ای»: the same letters, told apart by what stands beside them.

The plural wants a complement («زمین‌های کشاورزی»). Before a mark, a verb, a conjunction or a
preposition, and after «هر» or «یک», the word is the indefinite («در زمینه‌ای که»). After «همه»
or before «مختلف» it is the plural.
"""

import re
from functools import cache

from ..lexicon import fold, load
from .evidence import Evidence

PLURAL = "های"
SHORTEST = len(PLURAL) + 2
SEEN, DECIDED = 9, 0.9
LONG_VOWELS = ("ا", "و")
STOP = re.compile(r"[ \u00a0]*(?:[^\w\s«(\"“]|[\r\n]|\Z)")


@cache
def sides(side: str) -> frozenset[str]:
    """Words that tell the indefinite or the plural, "after" it or "before" it."""
    return frozenset(
        fold(surface)
        for entry in load("ezafe")
        if entry["side"] == side
        for surface in entry["surface"]
    )


def ambiguous(word: str, evidence: Evidence) -> bool:
    """Whether a word may be a plural or the indefinite of a known word with a silent he."""
    if not word.endswith(PLURAL) or word[:-3].endswith(LONG_VOWELS) or len(word) < SHORTEST:
        return False
    counts = evidence.counts(word).values()
    decided = sum(counts) >= SEEN and max(counts) >= DECIDED * sum(counts)
    return not decided and evidence.usage(word[:-2]) is not None


def leaning(before: str | None, after: str | None, text: str, end: int) -> int:
    """What surrounds a word that ends at `end` tells: 1 the indefinite, -1 the plural, 0 neither.

    >>> leaning("در", "که", "زمینهای که", 7), leaning("در", "ایران", "زمینهای ایران", 7)
    (1, 0)
    """
    if before in sides("before") or STOP.match(text, end):
        return 1
    if not text[end : end + 2].lstrip()[:1].isalpha():
        return -1 if before in sides("before plural") else 0
    if after in sides("after"):
        return 1
    return -1 if after in sides("after plural") or before in sides("before plural") else 0
