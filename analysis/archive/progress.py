"""A bar that says how much of an archive is done, how fast, and how long the rest will take."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..corpus import Article
from ..inputs import Item, size_of
from .batches import Batch

Tell = Callable[[Batch], object]


@contextmanager
def progress(
    corpus: Iterable[Item | Article] | Path | str, show: bool | None = None
) -> Iterator[Tell]:
    """A bar to tell of each batch; `show` None: for an archive, where someone watches.

    An archive's bar counts bytes, whose number is known; other articles are only counted.
    """
    from tqdm import tqdm

    path = Path(corpus) if isinstance(corpus, str | Path) else None
    if show is None:
        show = path is not None and sys.stderr.isatty()
    count = 0
    with tqdm(
        total=size_of(path) if path else None,
        unit="B" if path else " articles",
        unit_scale=True,
        disable=not show,
        leave=False,
    ) as bar:

        def tell(batch: Batch) -> None:
            nonlocal count
            count += len(batch.items)
            if path:
                bar.set_postfix_str(f"{count:,} articles", refresh=False)
            bar.update(batch.size if path else len(batch.items))

        yield tell
        bar.refresh()  # also of what went faster than the bar is drawn
