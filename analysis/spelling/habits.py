"""Endings that are written apart whatever the word: what rules of orthography say of new words.

A word that neither text nor dictionary knows, made of a known word and one of these endings,
gets its half-space even where the model's texts hold too few of its kind.
"""

from collections.abc import Iterator
from functools import cache

from ..lexicon import load
from .evidence import Evidence

SURE = 5.0
NOT_SILENT = ("اه", "وه")


@cache
def endings(after: str) -> tuple[str, ...]:
    """Endings written apart after a letter, as `analysis/lexicon/half-spaces.toml` lists them."""
    return tuple(
        surface
        for entry in load("half-spaces")
        if entry["side"] == "apart" and entry["after"] == after
        for surface in entry["surface"]
    )


def leanings(word: str, evidence: Evidence) -> Iterator[tuple[int, float]]:
    """Places of a word at which orthography asks for a half-space, and how strongly."""
    if evidence.usage(word) is not None:
        return
    for after in ("ی", "ه"):
        for ending in endings(after):
            stem = word.removesuffix(ending)
            if stem != word and stem.endswith(after) and _known(stem, evidence):
                yield len(stem), SURE


def _known(stem: str, evidence: Evidence) -> bool:
    silent = not stem.endswith(NOT_SILENT)
    return len(stem) > 3 and silent and evidence.usage(stem) is not None
