"""The best labels of many sentences at once, and how sure the model is of them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def batches(lengths: Sequence[int], most: int = 16384) -> list[list[int]]:
    """Sentences of like length together, `most` words with padding or fewer in one batch.

    >>> batches([3, 9000, 2, 9000])
    [[2, 0], [1], [3]]
    """
    found: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        if (
            found
            and (len(found[-1]) + 1) * lengths[index] <= most
            and _alike(lengths, found[-1], index)
        ):
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _alike(lengths: Sequence[int], batch: list[int], index: int) -> bool:
    return lengths[index] <= 2 * lengths[batch[0]] + 8


class Decoded(NamedTuple):
    """One sentence: best label of each word, its probability, and those of all labels."""

    path: NDArray[np.intp]
    sure: Floats
    every: Floats


def decode(scores: Sequence[Floats], steps: Floats) -> list[Decoded]:
    """The best labels of each sentence, given the scores of its words and of label pairs."""
    none = Decoded(
        np.zeros(0, np.intp), np.zeros(0, np.float32), np.zeros((0, len(steps)), np.float32)
    )
    out = [none] * len(scores)
    for batch in batches([len(one) for one in scores]):
        chosen = [scores[index] for index in batch]
        sizes = np.array([len(one) for one in chosen])
        if not sizes.max():
            continue
        padded = np.zeros((len(chosen), sizes.max(), len(steps)), np.float32)
        for row, one in enumerate(chosen):
            padded[row, : len(one)] = one
        paths, every = viterbi(padded, sizes, steps), marginals(padded, sizes, steps)
        for row, index in enumerate(batch):
            path, probable = paths[row, : sizes[row]], every[row, : sizes[row]]
            out[index] = Decoded(path, probable[np.arange(sizes[row]), path], probable)
    return out


def viterbi(padded: Floats, sizes: NDArray[np.intp], steps: Floats) -> NDArray[np.intp]:
    """Best path of each sentence; what lies after a sentence's end is meaningless."""
    count, length, _ = padded.shape
    back = np.zeros(padded.shape, np.intp)
    best = padded[:, 0]
    final = np.zeros((count, padded.shape[2]), np.float32)
    for at in range(length):
        if at:
            reach = best[:, :, None] + steps
            back[:, at] = reach.argmax(1)
            best = reach.max(1) + padded[:, at]
        ending = sizes == at + 1
        final[ending] = best[ending]
    paths = np.zeros((count, length), np.intp)
    rows = np.arange(count)
    current = final.argmax(1)
    for at in range(length - 1, -1, -1):
        inside = at < sizes - 1
        current = np.where(inside, back[rows, min(at + 1, length - 1), current], current)
        paths[:, at] = current
    return paths


class Passes(NamedTuple):
    """Sums over all paths: up to each label of each word, from it on, and what they are made of."""

    move: Floats
    local: Floats
    forward: Floats
    backward: Floats


def passes(padded: Floats, sizes: NDArray[np.intp], steps: Floats) -> Passes:
    """The forward and backward sums of sentences, each scaled to one a word."""
    count, length, _ = padded.shape
    move = np.exp(steps - steps.max())
    local = np.exp(padded - padded.max(2, keepdims=True))
    forward, backward = np.empty_like(local), np.ones_like(local)
    current = local[:, 0]
    for at in range(length):
        if at:
            current = (current @ move) * local[:, at]
        current = current / current.sum(1, keepdims=True)
        forward[:, at] = current
    current = np.ones((count, padded.shape[2]), np.float32)
    for at in range(length - 2, -1, -1):
        following = (local[:, at + 1] * current) @ move.T
        following /= following.sum(1, keepdims=True)
        current = np.where((at < sizes - 1)[:, None], following, 1.0)
        backward[:, at] = current
    return Passes(move, local, forward, backward)


def marginals(padded: Floats, sizes: NDArray[np.intp], steps: Floats) -> Floats:
    """Probability of each label of each word."""
    sums = passes(padded, sizes, steps)
    joint: Floats = sums.forward * sums.backward
    return joint / joint.sum(2, keepdims=True)
