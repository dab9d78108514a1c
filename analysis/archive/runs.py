"""Runs over an archive: into memory, or into a folder of Parquet parts."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from .. import __version__
from ..corpus import Article, BadInput
from ..inputs import Item, scan
from ..storage import CODE, digest, locked
from ..tables.frames import DTYPES
from ..tables.schemas import SCHEMAS
from .batches import Batch, batches_of
from .crews import Crew
from .ledger import Ledger, Summary
from .progress import Tell
from .work import TABLES, schema_of

if TYPE_CHECKING:
    import pandas as pd

Corpus = Iterable[Item | Article] | Path | str


def annotate_all(
    corpus: Corpus, crew: Crew, *, tell: Tell = lambda batch: None
) -> "dict[str, pd.DataFrame]":
    """Annotate a corpus into memory; for one batch no process is started.

    `tell` is called with each batch that is done.
    """
    import pyarrow as pa
    from pyarrow import parquet

    batches = batches_of(_items(corpus))
    first = list(islice(batches, 2))
    if len(first) < 2:
        crew = crew._replace(hands=1)
    done = []
    for result in crew.annotate(chain(first, batches)):
        done.append(result)
        tell(result[0])
    done.sort(key=lambda result: result[0].number)
    tables = {}
    for name in TABLES:
        parts = [schema_of(name).empty_table()]
        parts += [parquet.read_table(BytesIO(result[name])) for _, result in done]
        columns = {column.name: DTYPES[column.type] for column in SCHEMAS[name]}
        tables[name] = pa.concat_tables(parts).to_pandas().astype(columns)
    return tables


def annotate_into(
    corpus: Corpus,
    out: Path,
    crew: Crew,
    *,
    text_column: str | None = None,
    tell: Tell = lambda batch: None,
) -> Summary:
    """Annotate an archive into a folder; parts that are there already are kept.

    `tell` is called with each batch that is done. Raises BadInput as `Ledger` does, and for an
    archive without articles; Busy where another run is writing.
    """
    batches = batches_of(_items(corpus, text_column))
    first = next(batches, None)
    if first is None:
        name = str(corpus) if isinstance(corpus, str | Path) else "the corpus"
        raise BadInput(name, "holds no articles")
    with locked(out):
        ledger = Ledger(out, f"{__version__} {digest([CODE])}")
        count = 0

        def missing() -> Iterator[Batch]:
            nonlocal count
            for batch in chain([first], batches):
                count += 1
                if ledger.has(batch):
                    tell(batch)
                else:
                    yield batch

        for batch, tables in crew.annotate(missing()):
            ledger.add(batch, tables)
            tell(batch)
        return ledger.finish(count)


def _items(corpus: Corpus, text_column: str | None = None) -> Iterable[Item | Article]:
    return scan(Path(corpus), text_column) if isinstance(corpus, str | Path) else corpus
