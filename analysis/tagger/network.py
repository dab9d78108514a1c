"""A small convolutional network that reads the same attributes of words as the linear chain.

The attributes of a word are summed to one vector; two layers look at five words each, so that a
word is seen with four neighbours on either side. Its scores are mixed with the chain's.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .lexicon import lines

Floats = NDArray[np.float32]
SIDE = 2
SEEN = 2 * SIDE + 1
ROWS = 4096


class Layers(NamedTuple):
    """Weights and biases of the two layers of `SEEN` words, and of the scores of labels."""

    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats
    last: Floats
    last_bias: Floats


def spread(rows: Floats) -> Floats:
    """Each row with its neighbours beside it: `SEEN` times as wide."""
    padded = np.zeros((len(rows) + 2 * SIDE, rows.shape[1]), np.float32)
    padded[SIDE : SIDE + len(rows)] = rows
    return np.concatenate([padded[at : at + len(rows)] for at in range(SEEN)], axis=1)


def packed(lengths: Sequence[int]) -> NDArray[np.bool_]:
    """Which rows hold words when sentences stand under each other with empty rows between.

    >>> packed([1, 2]).astype(int).tolist()
    [1, 0, 0, 1, 1, 0, 0]
    """
    parts = [np.repeat([True, False], [length, SIDE]) for length in lengths]
    return np.concatenate(parts)


class Network:
    """Vectors of attributes, and layers over the words of a sentence."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self.rows = {name: row for row, name in enumerate(lines(arrays["net_names"]))}
        self.vectors: NDArray[np.int8] = arrays["net_vectors"]
        self.scales: Floats = arrays["net_scales"].astype(np.float32)
        self.steps: Floats = arrays["net_steps"]
        self.layers = Layers(*(arrays[f"net_{name}"].astype(np.float32) for name in Layers._fields))

    def vector(self, attributes: Iterable[str]) -> Floats:
        """The vector of a word, from those of its attributes that are known."""
        rows = [row for value in attributes if (row := self.rows.get(value)) is not None]
        summed = self.scales[rows] @ self.vectors[rows].astype(np.float32)
        result: Floats = np.tanh(summed)
        return result

    def scores(self, sentences: Sequence[Floats]) -> list[Floats]:
        """Scores of every label for each word of sentences, given the vectors of their words."""
        found: list[Floats] = []
        start = 0
        while start < len(sentences):
            stop, size = start, 0
            while stop < len(sentences) and (stop == start or size + len(sentences[stop]) <= ROWS):
                size += len(sentences[stop])
                stop += 1
            found += self._batch(sentences[start:stop])
            start = stop
        return found

    def _batch(self, sentences: Sequence[Floats]) -> list[Floats]:
        lengths = [len(sentence) for sentence in sentences]
        words = packed(lengths)
        rows = np.zeros((len(words), self.vectors.shape[1]), np.float32)
        rows[words] = np.concatenate(sentences)
        inner = np.maximum(spread(rows) @ self.layers.first + self.layers.first_bias, 0)
        inner *= words[:, None]
        outer = np.maximum(spread(inner) @ self.layers.second + self.layers.second_bias, 0)
        out = (inner + outer)[words] @ self.layers.last + self.layers.last_bias
        return np.split(out, np.cumsum(lengths)[:-1])
