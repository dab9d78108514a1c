"""Tables as CSV that a spreadsheet shows right and does not run.

UTF-8 with a byte-order mark, one line feed a row. NA is an empty cell; an empty text is `""`.
A text that a spreadsheet would take for a formula gets an apostrophe in front; reading takes
it away again.
"""

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from .frames import frame
from .schemas import SCHEMAS

if TYPE_CHECKING:
    import pandas as pd

BOM = b"\xef\xbb\xbf"
FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
DEFUSED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
NEEDS_QUOTES = re.compile(r'[,"\r\n]|^\s|\s$|^$')


def defuse(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run; `restore` takes it away.

    >>> defuse("=1+1"), restore(defuse("=1+1")), restore(defuse("'-x"))
    ("'=1+1", '=1+1', "'-x")
    """
    return "'" + text if FORMULA.match(text) else text


def restore(text: str) -> str:
    """Undo `defuse`."""
    return text[1:] if DEFUSED.match(text) else text


def to_csv(table: "pd.DataFrame") -> bytes:
    """Write a table as CSV bytes."""
    import pandas as pd

    lines = [",".join(table.columns)]
    for row in table.itertuples(index=False, name=None):
        lines.append(",".join("" if pd.isna(value) else _cell(value) for value in row))
    return BOM + "\n".join([*lines, ""]).encode("utf-8")


def from_csv(name: str, content: bytes) -> "pd.DataFrame":
    """Read table `name` from the bytes that `to_csv` made: the same values and types."""
    from pyarrow import csv, string

    columns = SCHEMAS[name]
    read = csv.read_csv(
        BytesIO(content),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types={column.name: string() for column in columns},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
    readers = {column.name: READERS.get(column.type, restore) for column in columns}
    rows = [
        {key: None if cell is None else readers[key](cell) for key, cell in row.items()}
        for row in read.to_pylist()
    ]
    return frame(name, rows)


READERS: dict[str, Any] = {
    "integer": int,
    "number": float,
    "boolean": "true".__eq__,
}


def _cell(value: Any) -> str:
    value = getattr(value, "item", lambda: value)()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if not isinstance(value, str):
        return str(value)
    text = defuse(value)
    return '"' + text.replace('"', '""') + '"' if NEEDS_QUOTES.search(text) else text
