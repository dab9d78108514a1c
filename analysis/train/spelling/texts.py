"""Sentences to learn from: plain text with half-spaces, or `token|tag` lines."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ...corpus import BadInput
from ...lexicon import fold
from ...spelling import WORD, ZWNJ
from ...spelling.evidence import Cuts, split

Sentence = list[tuple[str, Cuts]]


def lines(path: Path) -> list[str]:
    """Sentences of a file, one a line, with their half-spaces.

    A file of `token|tag` lines gives a line for each sentence; a space inside a token is a
    half-space. Raises BadInput for a file that is no UTF-8 text or holds no half-space.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(path, str(error)) from error
    found = text.splitlines()
    if sum("|" in line for line in found) > len(found) / 2:
        found = list(_untagged(found))
    if not any(ZWNJ in line for line in found):
        raise BadInput(path, "holds no half-space (U+200C) to learn from")
    return found


def _untagged(rows: Iterable[str]) -> Iterator[str]:
    """Sentences of `token|tag` rows, where an empty row ends a sentence."""
    tokens: list[str] = []
    for row in [*rows, ""]:
        if row:
            tokens.append(row.rpartition("|")[0].replace(" ", ZWNJ))
        elif tokens:
            yield " ".join(tokens)
            tokens = []


def sentence(line: str) -> Sentence:
    """The words of a line, folded, with the cuts where their half-spaces stood.

    >>> sentence("او می" + ZWNJ + "رود.")
    [('او', ()), ('میرود', (2,))]
    """
    found = []
    for match in WORD.finditer(line):
        word, cuts = split("|".join(map(fold, match.group().split(ZWNJ))), "|")
        if word:
            found.append((word, cuts))
    return found
