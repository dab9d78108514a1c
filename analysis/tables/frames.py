"""Rows as DataFrames, typed by the schemas."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from .schemas import SCHEMAS, Column

if TYPE_CHECKING:
    import pandas as pd

DTYPES: dict[str, Literal["string", "Int64", "Float64", "boolean"]] = {
    "string": "string",
    "date": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
}

PLAIN: dict[str, Callable[[Any], Any]] = {
    "string": str,
    "date": str,
    "integer": int,
    "number": float,
    "boolean": bool,
}


def plain(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of table `name` as plain values in the schema's order; None is unknown.

    >>> plain("topics", {"topic": "ai", "start": 3})["start"]
    3
    """
    return {
        column.name: None if row.get(column.name) is None else PLAIN[column.type](row[column.name])
        for column in SCHEMAS[name]
    }


def frame(name: str, rows: Iterable[Mapping[str, Any]]) -> "pd.DataFrame":
    """Make table `name` from its rows, typed by the schema; what a row does not say is NA.

    >>> frame("topics", []).columns[-1]
    'rule'
    """
    import pandas as pd

    rows = list(rows)
    columns = SCHEMAS[name]
    data = {
        column.name: _series([row.get(column.name) for row in rows], column) for column in columns
    }
    return pd.DataFrame(data)


def _series(values: list[Any], column: Column) -> "pd.Series[Any]":
    import pandas as pd

    try:
        return pd.Series(values, dtype=DTYPES[column.type])
    except UnicodeEncodeError:  # half of a surrogate pair, which Arrow cannot hold
        return pd.Series(values, dtype=pd.StringDtype("python"))


def conform(name: str, table: "pd.DataFrame") -> "pd.DataFrame":
    """Give a table that was counted the columns and types of table `name`.

    Raises KeyError for a column that is missing.
    """
    types = {column.name: DTYPES[column.type] for column in SCHEMAS[name]}
    return table[list(types)].astype(types)
