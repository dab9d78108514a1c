"""Files of many articles: JSON Lines, CSV and Parquet, read a record at a time."""

import csv
import json
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from typing import BinaryIO
from zipfile import ZipExtFile

from ..encodings import guess
from .items import ALIASES, LIMIT, Item, broken, record

Reader = Callable[[str, BinaryIO, str | None], Iterator[Item]]
HEAD = 1 << 16
ZIPPED = 100 << 20  # bytes of a zipped Parquet file, which is read into memory
BUFFER = 1 << 20  # bytes of a Parquet column read at once; whole columns would fill the memory


def json_lines(name: str, file: BinaryIO, text_column: str | None) -> Iterator[Item]:
    """One article a line; a line that is no JSON object is a broken item."""
    for number, line, size in _lines(file):
        place = f"{name}:{number}"
        if line is None:
            yield broken(place, f"line longer than {LIMIT:,} characters", size)
        elif line.strip():
            try:
                fields = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield broken(place, f"no JSON: {error}", size)
                continue
            if isinstance(fields, dict):
                yield record(place, fields, size, text_column)
            else:
                yield broken(place, "no JSON object", size)


def csv_rows(name: str, file: BinaryIO, text_column: str | None) -> Iterator[Item]:
    """One article a row, named by the header; a row that cannot be read is a broken item."""
    sizes: list[int] = []

    def lines() -> Iterator[str]:
        for _, line, size in _lines(file):
            sizes.append(size)
            yield "" if line is None else line

    csv.field_size_limit(LIMIT)
    rows = csv.DictReader(lines())
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield broken(f"{name}:{number}", f"no CSV: {error}", sum(sizes))
        else:
            if row is None:
                return
            fields = {key: value for key, value in row.items() if key is not None}
            yield record(f"{name}:{number}", fields, sum(sizes), text_column)
        sizes.clear()


def parquet_rows(name: str, file: BinaryIO, text_column: str | None) -> Iterator[Item]:
    """One article a row."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    wanted = {text_column} | {column for columns in ALIASES.values() for column in columns}
    if isinstance(file, ZipExtFile):  # going back in a zipped file means to begin it again
        content = file.read(ZIPPED + 1)
        if len(content) > ZIPPED:
            yield broken(name, f"Parquet of more than {ZIPPED:,} bytes in a zip: unpack it first")
            return
        file = BytesIO(content)
    try:
        parquet = ParquetFile(file, buffer_size=BUFFER, pre_buffer=False)
        columns = [column for column in parquet.schema_arrow.names if column in wanted]
        size = file.seek(0, 2) // max(parquet.metadata.num_rows, 1)
        number = 0
        for batch in parquet.iter_batches(batch_size=100, columns=columns):
            for fields in batch.to_pylist():
                number += 1
                yield record(f"{name}:{number}", fields, size, text_column)
    except (ArrowException, OSError) as error:
        yield broken(name, f"no Parquet: {error}")


def _lines(file: BinaryIO) -> Iterator[tuple[int, str | None, int]]:
    """Number, text (None when too long) and bytes of each line, whatever the encoding.

    Raises ValueError for an encoding that is not known.
    """
    encoding = guess(file.read(HEAD))
    file.seek(0)
    text = TextIOWrapper(file, encoding, errors="surrogateescape", newline="")
    number = 0
    while line := text.readline(LIMIT):
        number += 1
        size, whole = len(line.encode("utf-8", "surrogatepass")), True
        while len(line) == LIMIT and not line.endswith("\n"):
            whole = False
            line = text.readline(LIMIT)
            size += len(line)
        yield number, line if whole else None, size


READERS: dict[str, Reader] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": csv_rows,
    ".parquet": parquet_rows,
}
