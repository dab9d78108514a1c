"""What a worker does: one batch in, its tables out as Parquet bytes."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ..corpus import TEXT_KEYS, Article, BadInput
from ..inputs.items import Item, article_of, whole
from ..pipeline import rows_of
from ..tables import SCHEMAS
from ..tables.frames import plain
from .batches import Batch

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]
DIGEST = b"gozareh-batch"
TABLES = (
    "articles",
    "errors",
    "defects",
    "dates",
    "numbers",
    "entities",
    "meetings",
    "timeline",
    "topics",
    "candidates",
    "sketches",
)


def annotate_batch(batch: Batch) -> dict[str, bytes]:
    """Annotate a batch: each table's rows as the bytes of a Parquet file.

    An article that fails becomes a row of `errors`, whatever it fails by; the rest goes on.
    """
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for item in batch.items:
        for name, found in _rows(item).items():
            rows[name] += found
    return {name: to_parquet(name, found, batch.digest) for name, found in rows.items()}


def _rows(item: Item | Article) -> dict[str, list[Row]]:
    stage = "process" if isinstance(item, Item) and item.kind == "deadly" else "read"
    try:
        article = _whole(item) if isinstance(item, Article) else article_of(item)
        stage = "annotate"
        rows = rows_of(article)
        return {name: [plain(name, row) for row in rows[name]] for name in TABLES if name in rows}
    except BadInput as error:
        reason = error.reason
    except Exception as error:  # whatever one article breaks must not stop the archive
        reason = f"{type(error).__name__}: {error}"
    return {"errors": [{"article": whole(item.id), "stage": stage, "reason": whole(reason)}]}


def _whole(article: Article) -> Article:
    """A given article as one that can be written.

    Raises BadInput for a text that no table can hold.
    """
    if whole(article.text) != article.text:
        raise BadInput(article.id, "holds half of a surrogate pair")
    known: dict[str, Any] = {key: getattr(article, key) for key in TEXT_KEYS}
    known = {key: words and whole(words) for key, words in known.items()}
    return Article(**known, text=article.text, encoding=article.encoding, names=article.names)


def schema_of(name: str) -> "pa.Schema":
    """The Arrow schema of a table."""
    import pyarrow as pa

    types = {
        "string": pa.string(),
        "date": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
    }
    return pa.schema([pa.field(column.name, types[column.type]) for column in SCHEMAS[name]])


def to_parquet(name: str, rows: Iterable[Row], digest: str) -> bytes:
    """Rows as the bytes of a Parquet file that remembers the batch it was made from."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = schema_of(name).with_metadata({DIGEST: digest.encode()})
    file = BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(rows), schema), file, compression="zstd")
    return file.getvalue()
