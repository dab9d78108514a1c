"""The tagger's model: weights in an .npz file, read without pickle, and scores of words."""

from collections.abc import Mapping, Sequence
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from .company import evidence
from .features import EDGE, NEAR, attributes, pairs
from .lexicon import WordTable, lines
from .network import Network

Floats = NDArray[np.float32]
WIDTH = len(NEAR)
MOST, MANY = 200_000, 256
SURE = 5.0  # how far the chain's score of no name is above all others where it needs no help
SHARE = np.float32(0.5)  # of the network in the scores
TINY, NEVER = np.float32(1e-6), np.float32(-1e4)


class Model:
    """Weights of a linear chain over words, and a network that scores words too.

    `labels` are IOB tags. A word's attributes give one row of scores for each place from which it
    is seen; those rows are summed once a word and kept, so that a text costs a few look-ups a
    token.
    """

    def __init__(self, arrays: Mapping[str, Any], words: WordTable) -> None:
        self.labels: list[str] = lines(arrays["labels"])
        self.names = sorted({label[2:] for label in self.labels})
        self.classes = np.array(
            [[label[2:] == name for name in self.names] for label in self.labels], np.float32
        )
        self.outside = self.labels.index("O")
        self.inner = [label[0] in "IE" for label in self.labels]
        self.allowed = _allowed(self.labels)
        self.bias: Floats = arrays["bias"].astype(np.float32)
        self.steps: Floats = arrays["steps"].astype(np.float32)
        self.words = words
        self.network = Network(arrays)
        self.mixed_steps = (1 - SHARE) * self.steps + SHARE * self.network.steps
        self.rows = {name: row for row, name in enumerate(lines(arrays["names"]))}
        self.weights: Floats = _dense(arrays, "weights", WIDTH * len(self.labels))
        self.pair_rows = {name: row for row, name in enumerate(lines(arrays["pair_names"]))}
        self.pair_weights: Floats = _dense(arrays, "pair_weights", 2 * len(self.labels))
        self.forget()

    @classmethod
    def load(cls, file: IO[bytes]) -> "Model":
        """Read a model from an .npz file."""
        with np.load(file, allow_pickle=False) as arrays:
            return cls(arrays, WordTable.of(arrays))

    def forget(self) -> None:
        """Drop the scores of words and pairs that are kept between texts."""
        self.known: dict[str, int] = {}
        self.attributes: list[dict[str, list[str]]] = []
        self.scores: Floats = np.zeros((256, WIDTH, len(self.labels)), np.float32)
        self.vectors: Floats = np.zeros((256, self.network.vectors.shape[1]), np.float32)
        self.pair_scores: dict[tuple[int, int], Floats | None] = {}
        self.edge = self.id(EDGE)

    def id(self, key: str) -> int:
        """Number of a word, its row in `scores`; a new word is scored once."""
        number = self.known.get(key)
        if number is None:
            number = self.known[key] = len(self.known)
            self._learn(key, number)
        return number

    def _learn(self, key: str, number: int) -> None:
        found = attributes(key, self.words)
        self.attributes.append(found)
        if number == len(self.scores):
            self.scores = np.concatenate([self.scores, np.zeros_like(self.scores)])
            self.vectors = np.concatenate([self.vectors, np.zeros_like(self.vectors)])
        every = [value for values in found.values() for value in values]
        self.vectors[number] = self.network.vector(every)
        rows = [row for value in every if (row := self.rows.get(value)) is not None]
        if rows:
            self.scores[number] = self.weights[rows].sum(0).reshape(WIDTH, -1)

    def pair(self, left: int, right: int) -> Floats | None:
        """Scores that two neighbours add: to the left one and to the right one."""
        both = left, right
        if both not in self.pair_scores:
            rows = [
                row
                for name in pairs(self.attributes[left], self.attributes[right])
                if (row := self.pair_rows.get(name)) is not None
            ]
            found = self.pair_weights[rows].sum(0).reshape(2, -1) if rows else None
            self.pair_scores[both] = found
        return self.pair_scores[both]

    def mixed(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Scores of every label for each word of sentences: the chain's and the network's.

        Where the chain is sure that a word is no name, its scores stand alone.
        """
        found: list[Floats] = []
        some = [keys for keys in sentences if keys]
        for start in range(0, len(some), MANY):
            batch = some[start : start + MANY]
            scores = np.concatenate([self.emissions(keys) for keys in batch])
            vectors = [self.vectors[[self.id(key) for key in keys]] for keys in batch]
            others = np.delete(scores, self.outside, axis=1).max(1)
            unsure = scores[:, self.outside] - others < SURE
            if unsure.any():
                network = self.network.scores(vectors, unsure)
                scores[unsure] = (1 - SHARE) * scores[unsure] + SHARE * network
            found += np.split(scores, np.cumsum([len(keys) for keys in batch])[:-1])
        whole = iter(found)
        none = np.zeros((0, len(self.labels)), np.float32)
        return [next(whole) if keys else none for keys in sentences]

    def emissions(self, keys: Sequence[str]) -> Floats:
        """The chain's scores of every label for each word of one sentence."""
        if len(self.pair_scores) > MOST:
            self.forget()
        numbers = [self.id(key) for key in keys]
        padded = np.array([self.edge] * 2 + numbers + [self.edge] * 2)
        out = sum(
            self.scores[padded[place + 2 : place + 2 + len(keys)], column]
            for column, place in enumerate(NEAR)
        )
        assert isinstance(out, np.ndarray)
        out += self.bias
        for at in range(1, len(numbers)):
            extra = self.pair(numbers[at - 1], numbers[at])
            if extra is not None:
                out[at - 1] += extra[0]
                out[at] += extra[1]
        return out

    def consistent(
        self, sentences: Sequence[Sequence[str]], every: Sequence[Floats]
    ) -> dict[int, Floats]:
        """New scores of the sentences in which a word's other occurrences have a say.

        They are the logarithms of the first probabilities and the evidence; `allowed` are the
        steps to decode them with.
        """
        shares = [probable @ self.classes for probable in every]
        changed: dict[int, Floats] = {}
        for sentence, at, odds in evidence(sentences, shares, self.names):
            if sentence not in changed:
                changed[sentence] = np.log(every[sentence] + TINY)
                changed[sentence][0, self.inner] = NEVER
            changed[sentence][at] += self.classes @ odds
        return changed


def _dense(arrays: Mapping[str, Any], name: str, width: int) -> Floats:
    """A matrix from its rows' lengths, its columns and its values."""
    lengths = arrays[f"{name}_lengths"]
    matrix = np.zeros((len(lengths), width), np.float32)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    matrix[rows, arrays[f"{name}_columns"]] = arrays[f"{name}_values"]
    return matrix


def _allowed(labels: Sequence[str]) -> Floats:
    """Scores of label pairs that only forbid: what begins a name of two words must end it."""

    def follows(left: str, right: str) -> bool:
        if left[0] in "BI":
            return right[0] in "IE" and left[2:] == right[2:]
        return right[0] in "OBS"

    pairs_ = [[follows(left, right) for right in labels] for left in labels]
    return np.where(pairs_, np.float32(0), NEVER)
