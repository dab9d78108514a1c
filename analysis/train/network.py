"""Train the network of the tagger of names: gradients by hand, Adam, dropout, all seeded."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..tagger.decode import passes
from ..tagger.features import attributes
from ..tagger.lexicon import WordTable, blob
from ..tagger.network import SEEN, SIDE, Layers, packed

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
SIZE, WIDTH = 64, 128
ROUNDS, BATCH, CHUNK = 8, 32, 32
RATE, CLIP = 2e-3, 1.0
HIDDEN = 0.3  # share of the words whose letters alone are shown
DROPPED = (0.3, 0.3, 0.5)  # share of the numbers hidden before each layer
DECAY = (0.9, 0.999)


class Sample(NamedTuple):
    """One sentence: numbers of its words and of its labels."""

    words: Ints
    labels: Ints


class Data(NamedTuple):
    """Sentences, and of each word the row of the word itself and the rows of its attributes."""

    samples: list[Sample]
    own: Ints
    rows: list[Ints]


class Weights:
    """Parameters with what Adam remembers of them."""

    def __init__(self, values: dict[str, Floats]) -> None:
        self.values = values
        self.means = {name: np.zeros_like(value) for name, value in values.items()}
        self.squares = {name: np.zeros_like(value) for name, value in values.items()}
        self.step = 0

    def learn(self, slopes: Mapping[str, Floats], rate: float) -> None:
        """One step down the slopes (Adam, with the slopes' length bounded)."""
        self.step += 1
        size = float(np.sqrt(sum(float((slope**2).sum()) for slope in slopes.values())))
        shrink = np.float32(min(1.0, CLIP / (size + 1e-6)))
        fix = np.float32(rate * (1 - DECAY[1] ** self.step) ** 0.5 / (1 - DECAY[0] ** self.step))
        for name, slope in slopes.items():
            slope = slope * shrink
            mean, square = self.means[name], self.squares[name]
            mean += np.float32(1 - DECAY[0]) * (slope - mean)
            square += np.float32(1 - DECAY[1]) * (slope**2 - square)
            self.values[name] -= fix * mean / (np.sqrt(square) + np.float32(1e-8))


def fit(
    sentences: Sequence[tuple[Sequence[str], Sequence[str]]],
    words: WordTable,
    labels: Sequence[str],
) -> dict[str, Any]:
    """Train on sentences, each its folded words and their tags."""
    data, names = prepare(sentences, words, labels)
    random = np.random.default_rng(0)
    weights = _begin(len(names), len(labels), random)
    total = ROUNDS * -(-len(data.samples) // BATCH)
    for _ in range(ROUNDS):
        for batch in _batches(data.samples, random):
            slopes = _slopes(weights.values, data, batch, random)
            weights.learn(slopes, RATE * (1 - weights.step / (total + 50)))
    return _arrays(weights.values, names)


def prepare(
    sentences: Sequence[tuple[Sequence[str], Sequence[str]]],
    words: WordTable,
    labels: Sequence[str],
) -> tuple[Data, list[str]]:
    """Sentences as numbers, and the names of the attributes; row 0 is that of no attribute.

    Attributes that occur once in the sentences are left out.
    """
    known = {key: attributes(key, words) for keys, _ in sentences for key in keys}
    seen = Counter(key for keys, _ in sentences for key in keys)
    counts: Counter[str] = Counter()
    for key, found in known.items():
        for value in chain.from_iterable(found.values()):
            counts[value] += seen[key]
    names = ["", *(value for value, count in counts.items() if count > 1)]
    row = {name: index for index, name in enumerate(names)}
    number = {key: index for index, key in enumerate(known)}
    rows = [
        np.array(
            [row[v] for kind, vs in found.items() if kind != "w" for v in vs if v in row] or [0]
        )
        for found in known.values()
    ]
    own = np.array([row.get(f"w={key}", 0) for key in known])
    place = {label: index for index, label in enumerate(labels)}
    samples = [
        Sample(np.array([number[key] for key in keys]), np.array([place[tag] for tag in tags]))
        for keys, tags in sentences
    ]
    return Data(samples, own, rows), names


def _begin(names: int, labels: int, random: np.random.Generator) -> Weights:
    def uniform(above: int, beside: int) -> Floats:
        return random.uniform(-1, 1, (above, beside)).astype(np.float32) / np.float32(above**0.5)

    layers = Layers(
        uniform(SEEN * SIZE, WIDTH),
        np.zeros(WIDTH, np.float32),
        uniform(SEEN * WIDTH, WIDTH),
        np.zeros(WIDTH, np.float32),
        uniform(WIDTH, labels),
        np.zeros(labels, np.float32),
    )
    vectors = random.normal(0, 0.1, (names, SIZE)).astype(np.float32)
    vectors[0] = 0
    steps = np.zeros((labels, labels), np.float32)
    return Weights({"vectors": vectors, "steps": steps, **layers._asdict()})


def _batches(samples: list[Sample], random: np.random.Generator) -> Iterator[list[Sample]]:
    """Batches of sentences of like length, in random order."""
    order = random.permutation(len(samples))
    found = []
    for start in range(0, len(order), BATCH * CHUNK):
        chunk = sorted(order[start : start + BATCH * CHUNK], key=lambda i: len(samples[i].words))
        found += [chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH)]
    for index in random.permutation(len(found)):
        yield [samples[number] for number in found[index]]


def spread(rows: Floats) -> Floats:
    """Each row with its neighbours beside it: `SEEN` times as wide."""
    padded = np.zeros((len(rows) + 2 * SIDE, rows.shape[1]), np.float32)
    padded[SIDE : SIDE + len(rows)] = rows
    return np.concatenate([padded[at : at + len(rows)] for at in range(SEEN)], axis=1)


def sums(index: Ints, values: Floats) -> tuple[Ints, Floats]:
    """The distinct numbers of `index`, and the sums of their rows of `values`.

    >>> sums(np.array([3, 1, 3]), np.ones((3, 1), np.float32))[1].tolist()
    [[1.0], [2.0]]
    """
    order = np.argsort(index, kind="stable")
    distinct, starts = np.unique(index[order], return_index=True)
    return distinct, np.add.reduceat(values[order], starts, axis=0)


def _mask(shape: tuple[int, ...], share: float, random: np.random.Generator) -> Floats:
    kept = random.random(shape, np.float32) >= share
    return kept.astype(np.float32) / np.float32(1 - share)


class Seen(NamedTuple):
    """The words of a batch: rows of the vectors that each distinct word and each token has."""

    words: NDArray[np.bool_]
    place: Ints
    flat: Ints
    starts: Ints
    shown: Ints


def _look(data: Data, batch: list[Sample], random: np.random.Generator) -> Seen:
    """What is shown of a batch: of some tokens the letters alone, not the word itself."""
    tokens = np.concatenate([sample.words for sample in batch])
    distinct, place = np.unique(tokens, return_inverse=True)
    rows = [data.rows[word] for word in distinct]
    starts = np.cumsum([0, *map(len, rows)])[:-1]
    shown = np.where(random.random(len(tokens)) < HIDDEN, 0, data.own[tokens])
    words = packed([len(sample.words) for sample in batch])
    return Seen(words, place, np.concatenate(rows), starts, shown)


def _slopes(
    values: dict[str, Floats], data: Data, batch: list[Sample], random: np.random.Generator
) -> dict[str, Floats]:
    """Slopes of the batch's mean loss a word."""
    layers = Layers(*(values[name] for name in Layers._fields))
    seen = _look(data, batch, random)
    words, column = seen.words, seen.words[:, None]
    bags = np.add.reduceat(values["vectors"][seen.flat], seen.starts, axis=0)
    bottom = np.tanh(bags[seen.place] + values["vectors"][seen.shown])
    masks = [
        _mask((len(words), size), share, random)
        for size, share in zip((SIZE, WIDTH, WIDTH), DROPPED, strict=True)
    ]
    lowest = np.zeros((len(words), SIZE), np.float32)
    lowest[words] = bottom
    wide = spread(lowest * masks[0])
    inner = np.maximum(wide @ layers.first + layers.first_bias, 0) * column
    wider = spread(inner * masks[1])
    outer = np.maximum(wider @ layers.second + layers.second_bias, 0) * column
    top = ((inner + outer) * masks[2])[words]
    error, steps = slopes_of_chain(top @ layers.last + layers.last_bias, batch, values["steps"])
    down = np.zeros_like(inner)
    down[words] = error @ layers.last.T
    down *= masks[2]
    second = down * (outer > 0)
    first = (down + _gathered(second @ layers.second.T) * masks[1]) * (inner > 0)
    below = (_gathered(first @ layers.first.T) * masks[0])[words] * (1 - bottom**2)
    slopes = Layers(
        wide.T @ first, first.sum(0), wider.T @ second, second.sum(0), top.T @ error, error.sum(0)
    )
    vectors = _vector_slopes(seen, below, len(values["vectors"]))
    return {"vectors": vectors, "steps": steps, **slopes._asdict()}


def _vector_slopes(seen: Seen, below: Floats, count: int) -> Floats:
    """Slopes of all vectors from those of the sums of the tokens; row 0 has none."""
    _, by_word = sums(seen.place, below)
    spans = np.diff([*seen.starts, len(seen.flat)])
    rows, slopes = sums(
        np.concatenate([seen.flat, seen.shown]),
        np.concatenate([np.repeat(by_word, spans, 0), below]),
    )
    vectors = np.zeros((count, SIZE), np.float32)
    vectors[rows] = slopes
    vectors[0] = 0
    return vectors


def _gathered(wide: Floats) -> Floats:
    """The reverse of `spread` for slopes: what each row gave to its neighbours comes back."""
    size = wide.shape[1] // SEEN
    padded = np.zeros((len(wide) + 2 * SIDE, size), np.float32)
    for at in range(SEEN):
        padded[at : at + len(wide)] += wide[:, at * size : (at + 1) * size]
    return padded[SIDE : SIDE + len(wide)]


def slopes_of_chain(scores: Floats, batch: list[Sample], steps: Floats) -> tuple[Floats, Floats]:
    """Slopes of the chain's mean loss by scores and by steps: what is expected less what is."""
    lengths = np.array([len(sample.words) for sample in batch])
    inside = np.arange(lengths.max())[None, :] < lengths[:, None]
    padded = np.zeros((*inside.shape, scores.shape[1]), np.float32)
    padded[inside] = scores
    all_ = passes(padded, lengths, steps)
    joint = (all_.forward * all_.backward)[inside]
    error: Floats = joint / joint.sum(1, keepdims=True)
    labels = np.concatenate([sample.labels for sample in batch])
    error[np.arange(len(labels)), labels] -= 1
    left = all_.forward[:, :-1][inside[:, 1:]]
    right = (all_.local * all_.backward)[:, 1:][inside[:, 1:]]
    whole = ((left @ all_.move) * right).sum(1, keepdims=True)
    pairs: Floats = all_.move * ((left / whole).T @ right)
    for sample in batch:
        np.subtract.at(pairs, (sample.labels[:-1], sample.labels[1:]), 1)
    count = np.float32(len(labels))
    return (error / count).astype(np.float32), (pairs / count).astype(np.float32)


def _arrays(values: dict[str, Floats], names: list[str]) -> dict[str, Any]:
    """What `tagger.network.Network` reads; vectors in bytes, each with its scale."""
    vectors = values["vectors"]
    scales = np.abs(vectors).max(1) / 127 + np.float32(1e-9)
    return {
        "net_names": blob(names),
        "net_vectors": np.round(vectors / scales[:, None]).astype(np.int8),
        "net_scales": scales.astype(np.float32),
        "net_steps": values["steps"],
        **{f"net_{name}": values[name].astype(np.float16) for name in Layers._fields},
    }
