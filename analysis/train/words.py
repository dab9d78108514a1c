"""Make the table of words that the tagger of names is trained with and keeps.

Three sources: the company that words keep in text, the parts of speech of hazm's lexicon, and
our own gazetteers.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..entities.gazetteer import entries
from ..entities.names import parts
from ..lexicon import compact, load
from ..tagger.lexicon import WordTable
from .vectors import company, groups

GROUPS = {"c0": 32, "c1": 128, "c2": 512}
KINDS = (*GROUPS, "pos", "list")


def make(texts: Sequence[Sequence[str]]) -> WordTable:
    """The table of the words of folded texts, of hazm's lexicon and of our lists."""
    numberless = [["0" if word.isdigit() else word for word in text] for text in texts]
    known, vectors = company(numberless, least=2, size=120)
    labels = {"pos": _hazm(), "list": _lists()}
    words = sorted({*known, *labels["pos"], *labels["list"]})
    number = {word: index for index, word in enumerate(words)}
    codes = np.zeros((len(words), len(KINDS)), np.uint16)
    rows = [number[word] for word in known]
    for column, count in enumerate(GROUPS.values()):
        codes[rows, column] = groups(vectors, min(count, len(known))) + 1
    for kind, found in labels.items():
        names = sorted(set(found.values()))
        for word, name in found.items():
            codes[number[word], KINDS.index(kind)] = names.index(name) + 1
    return WordTable(words, KINDS, codes)


def _hazm() -> dict[str, str]:
    """Parts of speech of the words of hazm's lexicon."""
    import hazm

    lines = (Path(hazm.__file__).parent / "data/words.dat").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    found = {compact(row[0]): row[2] for row in rows if len(row) == 3}
    return {word: tag for word, tag in found.items() if word and tag != "0"}


def _lists() -> dict[str, str]:
    """The lists that a word, or a name that it is part of, stands in."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries():
        if entry.kind in {"ministry", "roleword"}:
            continue
        words = parts(entry.surface)
        found["".join(words)].add(entry.kind)
        if len(words) > 1:
            for word in words:
                if len(word) > 2:
                    found[word].add(f"in {entry.kind}")
    for row in load("person-names"):
        for word in row["names"].split():
            found[compact(word)].add(f"{row['kind']} name")
    return {word: "+".join(sorted(kinds)) for word, kinds in found.items()}
