"""Vectors of words from their company in text, and groups of like vectors."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
REACH = 3


def company(
    sentences: Iterable[Sequence[str]], *, least: int, size: int
) -> tuple[list[str], Floats]:
    """Words that occur `least` times, and a vector of `size` numbers for each.

    Positive pointwise mutual information with the words up to three places to the left and to
    the right, weighted by nearness, then a truncated singular value decomposition (Levy, Goldberg
    and Dagan 2015).
    """
    texts = [list(sentence) for sentence in sentences]
    counts = Counter(word for text in texts for word in text)
    words = [word for word, count in counts.items() if count >= least]
    number = {word: index for index, word in enumerate(words)}
    cells: Counter[tuple[int, int]] = Counter()
    for text in texts:
        ids = [number.get(word, -1) for word in text]
        for step in range(1, REACH + 1):
            for left, right in zip(ids, ids[step:], strict=False):
                if left >= 0 and right >= 0:
                    cells[left, right] += 12 // step
                    cells[right, left + len(words)] += 12 // step
    return words, _unit(_factor(cells, len(words), size))


def _factor(cells: Counter[tuple[int, int]], count: int, size: int) -> Floats:
    from scipy.sparse import coo_matrix
    from scipy.sparse.linalg import svds

    where = np.array(list(cells), np.int64)
    seen = np.array(list(cells.values()), np.float64)
    rows = np.bincount(where[:, 0], seen, count)
    columns = np.bincount(where[:, 1], seen, 2 * count) ** 0.75
    information = np.log(seen * columns.sum() / (rows[where[:, 0]] * columns[where[:, 1]]))
    kept = information > 0
    shape = (count, 2 * count)
    matrix = coo_matrix((information[kept], where[kept].T), shape=shape).tocsr()
    left, strength, _ = svds(matrix, k=min(size, count - 1), v0=np.ones(count))
    result: Floats = (left * np.sqrt(strength)).astype(np.float32)
    return result


def _unit(vectors: Floats) -> Floats:
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def groups(vectors: Floats, count: int, *, rounds: int = 25) -> NDArray[np.intp]:
    """Number of the group of each vector: spherical k-means from seeded starts."""
    centres = vectors[np.random.default_rng(0).choice(len(vectors), count, replace=False)]
    nearest = np.zeros(len(vectors), np.intp)
    for _ in range(rounds):
        nearest = (vectors @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        empty = ~sums.any(1)
        centres = _unit(np.where(empty[:, None], centres, sums))
    return nearest
