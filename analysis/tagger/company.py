"""A word that is a name in one sentence is likely one in the next: evidence between sentences."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
REACH = 15
WEIGHTS = {"": 0.4, "PER": 1.0, "ORG": 0.4, "LOC": 0.0}  # the best on PEYMA's dev part
FLOOR = np.float32(0.05)
LEAST = 0.1
Place = tuple[int, int]


def evidence(
    sentences: Sequence[Sequence[str]], shares: Sequence[Floats], classes: Sequence[str]
) -> Iterator[tuple[int, int, Floats]]:
    """What the other occurrences of a word say: sentence, word, log-odds to add to each class.

    `shares` are the probabilities of the `classes` for each word, those of no name («») first.
    Only occurrences in the same or the `REACH` sentences before and after count, and only words
    that are a name somewhere.
    """
    weights = np.array([WEIGHTS[name] for name in classes], np.float32)
    for places in _repeated(sentences, shares):
        own = np.array([shares[sentence][at] for sentence, at in places])
        where = np.array([sentence for sentence, _ in places])
        sums = np.concatenate([np.zeros((1, own.shape[1]), np.float32), own.cumsum(0)])
        first = np.searchsorted(where, where - REACH)
        last = np.searchsorted(where, where + REACH, side="right")
        others = (last - first - 1)[:, None]
        mean = (sums[last] - sums[first] - own) / np.maximum(others, 1)
        odds = weights * (np.log(mean + FLOOR) - np.log(own + FLOOR)) * (others > 0)
        for (sentence, at), row in zip(places, odds.astype(np.float32), strict=True):
            if row.any():
                yield sentence, at, row


def _repeated(
    sentences: Sequence[Sequence[str]], shares: Sequence[Floats]
) -> Iterator[list[Place]]:
    """Places of each word that occurs twice or more and is a name at one of them."""
    named = {
        words[at]
        for words, share in zip(sentences, shares, strict=True)
        for at in np.flatnonzero(share[:, 0] < 1 - LEAST).tolist()
    }
    found: dict[str, list[Place]] = defaultdict(list)
    for number, words in enumerate(sentences):
        for at, word in enumerate(words):
            if word in named:
                found[word].append((number, at))
    yield from (places for places in found.values() if len(places) > 1)
