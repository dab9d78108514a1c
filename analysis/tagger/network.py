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
ONE_THREAD = 65536 * 4  # multiplications up to which OpenBLAS uses one thread
TOGETHER = 16  # rows of a piece at least


class Layers(NamedTuple):
    """Weights and biases of the two layers of `SEEN` words, and of the scores of labels."""

    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats
    last: Floats
    last_bias: Floats


def windows(rows: Floats, at: NDArray[np.intp]) -> Floats:
    """The rows `at` with their neighbours beside them: `SEEN` times as wide."""
    padded = np.zeros((len(rows) + 2 * SIDE, rows.shape[1]), np.float32)
    padded[SIDE : SIDE + len(rows)] = rows
    found: Floats = padded[at[:, None] + np.arange(SEEN)].reshape(len(at), -1)
    return found


def product(left: Floats, right: Floats) -> Floats:
    """A matrix product in pieces so small that the library of numpy starts no threads for them.

    Threads cost more than they save on matrices of a few hundred rows, and many times more where
    other processes keep the cores busy.
    """
    out = np.zeros((len(left), right.shape[1]), np.float32)
    depth = max(1, ONE_THREAD // (TOGETHER * right.shape[1]))
    for at in range(0, len(right), depth):
        part, side = right[at : at + depth], left[:, at : at + depth]
        step = ONE_THREAD // part.size
        for start in range(0, len(left), step):
            out[start : start + step] += side[start : start + step] @ part
    return out


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

    def scores(self, sentences: Sequence[Floats], wanted: NDArray[np.bool_]) -> Floats:
        """Scores of every label for the `wanted` words of sentences, one after the other.

        `sentences` are the vectors of their words. The layers see only what these words need.
        """
        words = packed([len(sentence) for sentence in sentences])
        rows = np.zeros((len(words), self.vectors.shape[1]), np.float32)
        rows[words] = np.concatenate(sentences)
        top = np.flatnonzero(words)[wanted]
        near = np.zeros(len(words) + 2 * SIDE, np.bool_)
        near[top[:, None] + np.arange(SEEN)] = True
        below = np.flatnonzero(near[SIDE:-SIDE] & words)
        inner = np.zeros((len(words), self.layers.first.shape[1]), np.float32)
        inner[below] = product(windows(rows, below), self.layers.first) + self.layers.first_bias
        np.maximum(inner, 0, out=inner)
        outer = product(windows(inner, top), self.layers.second) + self.layers.second_bias
        return product(inner[top] + np.maximum(outer, 0), self.layers.last) + self.layers.last_bias
