"""Articles in batches: the same ones from the same archive, so that a run can go on where it stopped."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import NamedTuple

from ..corpus import Article
from ..inputs.items import Item, broken
from ..own_names import OwnName

WEIGHT, COUNT = 1 << 18, 1000  # a batch is full at a quarter of a megabyte or a thousand articles
RECENT = 1 << 16


class Batch(NamedTuple):
    """A numbered batch of items or articles; `digest` tells whether its content has changed."""

    number: int
    items: tuple[Item | Article, ...]
    digest: str

    @property
    def size(self) -> int:
        """Bytes of the archive that the batch takes."""
        return sum(item.size for item in self.items if isinstance(item, Item))

    def only(self, items: Iterable[Item | Article]) -> "Batch":
        """The same batch with other items."""
        return self._replace(items=tuple(items))


def batches_of(items: Iterable[Item | Article]) -> Iterator[Batch]:
    """Cut a stream of items into batches; an id that comes again is a broken item."""
    seen = Seen()
    number, weight, batch, content = 0, 0, [], sha256()
    for item in items:
        if not seen.add(item.id):
            item = broken(item.id, "has the id of an earlier article", getattr(item, "size", 0))
        batch.append(item)
        content.update(_content(item).encode("utf-8", "surrogatepass"))
        weight += len(item.text if isinstance(item, Article) else item.content)
        if weight >= WEIGHT or len(batch) >= COUNT:
            yield Batch(number, tuple(batch), content.hexdigest())
            number, weight, batch, content = number + 1, 0, [], sha256()
    if batch:
        yield Batch(number, tuple(batch), content.hexdigest())


def _content(item: Item | Article) -> str:
    """All that an item's tables are made from, in one string."""
    bare = item._replace(names=()) if isinstance(item, Item) else replace(item, names=())
    return f"{bare!r}{_digest_of(item.names)}"


@lru_cache(maxsize=16)
def _digest_of(names: tuple[OwnName, ...]) -> str:
    return sha256(repr(names).encode("utf-8", "surrogatepass")).hexdigest()


class Seen:
    """A set of ids in eight bytes each: a sorted array, and the recent ones beside it."""

    def __init__(self) -> None:
        import numpy as np

        self.old = np.empty(0, np.uint64)
        self.recent: set[int] = set()

    def add(self, name: str) -> bool:
        """Add an id; False when it was there."""
        import numpy as np

        raw = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        key = int.from_bytes(raw)
        at = int(np.searchsorted(self.old, np.uint64(key)))
        if key in self.recent or (at < len(self.old) and int(self.old[at]) == key):
            return False
        self.recent.add(key)
        if len(self.recent) >= RECENT:
            recent = np.fromiter(self.recent, np.uint64, len(self.recent))
            self.old = np.sort(np.concatenate([self.old, recent]))
            self.recent.clear()
        return True
