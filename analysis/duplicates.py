"""Near-copies: articles that agencies took from each other, so that counts do not count twice.

Each article leaves a sketch: the smallest hashes of its rows of three words. Two articles that
share most of these rows share most of the sketch, so no text has to be read twice, and an
article of up to 256 words is compared exactly. datasketch's MinHash index proposes the pairs.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from .corpus import Article
from .lexicon import fold
from .tables import conform
from .text import Row

if TYPE_CHECKING:
    import pandas as pd

SHINGLE = 3
SKETCH = 256
HASHES = 128
LEAST = 0.6
PROPOSED = 0.4
WORD = re.compile(r"[^\W_]+")


def sketch(article: Article) -> Row:
    """Sketch an article: how many rows of three words it has, and the smallest of their hashes."""
    words = WORD.findall(fold(article.text))
    rows = {" ".join(words[at : at + SHINGLE]) for at in range(max(len(words) - SHINGLE + 1, 1))}
    hashes = sorted({blake2b(row.encode("utf-8"), digest_size=4).hexdigest() for row in rows})
    return {"article": article.id, "shingles": len(rows), "sketch": "".join(hashes[:SKETCH])}


def find(
    sketches: "pd.DataFrame", articles: "pd.DataFrame", *, least: float = LEAST
) -> "pd.DataFrame":
    """Find near-copies: one row a copy, with its original and how alike the two are.

    The original is what was published first (unknown days last, then by id); a copy of a copy
    has the same original. Articles are near-copies when they share `least` or more of their rows
    of three words (Jaccard similarity).
    """
    import pandas as pd

    names: list[str] = sketches["article"].tolist()
    kept = dict(zip(names, map(bytes.fromhex, sketches["sketch"]), strict=True))
    published = dict(zip(articles["article"], articles["published"].fillna("9999"), strict=True))
    order = sorted(kept, key=lambda name: (published[name], name))
    rank = {name: place for place, name in enumerate(order)}
    original: dict[str, str] = {}
    for name, others in _proposed(kept, order):
        own = _hashes(kept[name])
        alike = [(-similarity(own, _hashes(kept[other])), rank[other]) for other in others]
        if alike and -min(alike)[0] >= least:
            nearest = order[min(alike)[1]]
            original[name] = original.get(nearest, nearest)
    rows = [
        (name, first, round(similarity(_hashes(kept[name]), _hashes(kept[first])), 4))
        for name, first in original.items()
    ]
    return conform("duplicates", pd.DataFrame(rows, columns=["article", "original", "similarity"]))


def _proposed(kept: dict[str, bytes], order: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each article in order with the earlier ones that may be like it."""
    if len(order) < 2:
        return
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=PROPOSED, num_perm=HASHES)
    for name in order:
        signature = MinHash(num_perm=HASHES, seed=1, hashfunc=int)
        signature.update_batch(_hashes(kept[name]))
        yield name, index.query(signature)
        index.insert(name, signature)


def similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of rows of words that two articles have in common, judged by their sketches.

    >>> similarity(frozenset([1, 2, 3, 4]), frozenset([2, 3, 4, 5]))
    0.6
    """
    every, both = one | other, one & other
    if len(every) > SKETCH:
        smallest = sorted(every)[:SKETCH]
        return len(both.intersection(smallest)) / SKETCH
    return len(both) / len(every)


@lru_cache(1 << 12)
def _hashes(kept: bytes) -> frozenset[int]:
    return frozenset(int.from_bytes(kept[at : at + 4]) for at in range(0, len(kept), 4))
