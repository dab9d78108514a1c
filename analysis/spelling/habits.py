"""What rules of orthography say of words that neither text nor dictionary knows.

Endings that are written apart whatever the word («مادری‌شان»), and words that spell Latin letters
(«آی‌سی‌یو»), get their half-spaces even where the model's texts hold too few of their kind.
"""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from ..lexicon import load
from .evidence import Evidence

SURE = 5.0
NOT_SILENT = ("اه", "وه")
GLIDES = ("ای", "وی")


@cache
def listed(side: str, after: str = "") -> tuple[str, ...]:
    """Parts of one side, as `analysis/lexicon/half-spaces.toml` lists them after a letter."""
    return tuple(
        surface
        for entry in load("half-spaces")
        if entry["side"] == side and entry.get("after", "") == after
        for surface in entry["surface"]
    )


def leanings(word: str, evidence: Evidence) -> Iterator[tuple[int, float]]:
    """Places of a word at which orthography asks for a half-space, and how strongly."""
    if evidence.usage(word) is not None:
        return
    for after in ("ی", "ه"):
        for ending in listed("apart", after):
            stem = word.removesuffix(ending)
            if stem != word and stem.endswith(after) and _known(stem, evidence):
                yield len(stem), SURE
    for place in accumulate(map(len, spelled(word)[:-1])):
        yield place, SURE


def spelled(word: str) -> list[str]:
    """The names of Latin letters that a word is made of; none if anything else is in it.

    >>> spelled("آیسییو")
    ['آی', 'سی', 'یو']
    """
    for name in listed("latin"):
        rest = word.removeprefix(name)
        if not rest:
            return [name]
        if rest != word and (letters := spelled(rest)):
            return [name, *letters]
    return []


def _known(stem: str, evidence: Evidence) -> bool:
    plain = not stem.endswith(NOT_SILENT + GLIDES)
    return len(stem) > 3 and plain and evidence.usage(stem) is not None
