"""Folders of tables: written whole, read back the same."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..corpus import BadInput
from ..storage import locked, write_files
from .csvs import from_csv, to_csv
from .frames import DTYPES
from .packages import datapackage
from .schemas import SCHEMAS

if TYPE_CHECKING:
    import pandas as pd

ORDER = ("article", "start", "end")


def write(
    tables: "Mapping[str, pd.DataFrame]", folder: Path | str, *, parquet: bool = False
) -> list[Path]:
    """Write tables as CSV with a data package, on request as Parquet too; the paths written.

    Rows are sorted by article and place. Tables that have no schema are left out.
    Raises ValueError for a table that breaks its schema, OSError for a folder that cannot be
    written; earlier files then stay as they were.
    """
    ordered = _checked(tables)
    contents = {name: to_csv(table) for name, table in ordered.items()}
    files = {f"{name}.csv": content for name, content in contents.items()}
    if parquet:
        files |= {f"{name}.parquet": _to_parquet(table) for name, table in ordered.items()}
    files["datapackage.json"] = datapackage(contents)
    with locked(Path(folder)):
        return write_files(Path(folder), files)


def add(tables: "Mapping[str, pd.DataFrame]", folder: Path | str) -> list[Path]:
    """Add tables as Parquet to a folder that has others; the paths written.

    Raises ValueError and OSError as `write` does.
    """
    files = {f"{name}.parquet": _to_parquet(table) for name, table in _checked(tables).items()}
    with locked(Path(folder)):
        return write_files(Path(folder), files)


def _checked(tables: "Mapping[str, pd.DataFrame]") -> "dict[str, pd.DataFrame]":
    """The tables that have a schema, in order; ValueError where one breaks it."""
    ordered = {name: _sorted(tables[name]) for name in SCHEMAS if name in tables}
    problems = [words for name, table in ordered.items() for words in problems_of(name, table)]
    if problems:
        raise ValueError("; ".join(problems))
    return ordered


def read(folder: Path | str) -> "dict[str, pd.DataFrame]":
    """Read a folder of tables: CSV files, Parquet files, or folders of Parquet parts.

    Raises BadInput for a folder that is missing or holds no table, and for a damaged table.
    """
    tables = dict(Shelf(folder))
    if not tables:
        raise BadInput(folder, "holds no tables")
    return tables


class Shelf(Mapping[str, "pd.DataFrame"]):
    """The tables of a folder, each read when it is asked for."""

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)

    def __getitem__(self, name: str) -> "pd.DataFrame":
        path = self._path(name)
        if path is None:
            raise KeyError(name)
        try:
            if path.suffix == ".csv":
                return from_csv(name, path.read_bytes())
            return _from_parquet(name, path)
        except (OSError, ValueError, KeyError) as error:
            raise BadInput(path, f"is not the table '{name}': {error}") from None

    def __iter__(self) -> Iterator[str]:
        return (name for name in SCHEMAS if self._path(name))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _path(self, name: str) -> Path | None:
        """The file of a table: CSV, else Parquet, else a folder of Parquet parts."""
        paths = (self.folder / f"{name}{suffix}" for suffix in (".csv", ".parquet", ""))
        return next((path for path in paths if name in SCHEMAS and path.exists()), None)


def problems_of(name: str, table: "pd.DataFrame") -> list[str]:
    """What in a table breaks its schema: wrong columns, or values outside a closed list."""
    columns = SCHEMAS[name]
    if list(table.columns) != [column.name for column in columns]:
        return [f"{name}: columns {list(table.columns)}"]
    return [
        f"{name}.{column.name}: {sorted(wrong)}"
        for column in columns
        if column.values
        and (wrong := set(table[column.name].dropna().unique()) - set(column.values))
    ]


def _sorted(table: "pd.DataFrame") -> "pd.DataFrame":
    keys = [key for key in ORDER if key in table.columns]
    return table.sort_values(keys, kind="stable", ignore_index=True) if keys else table


def _to_parquet(table: "pd.DataFrame") -> bytes:
    return table.to_parquet(None, index=False)


def _from_parquet(name: str, path: Path) -> "pd.DataFrame":
    import pyarrow as pa
    from pyarrow import parquet

    paths = sorted(path.glob("part-*.parquet")) if path.is_dir() else [path]
    table: pd.DataFrame = pa.concat_tables(map(parquet.read_table, paths)).to_pandas()
    return table.astype({c.name: DTYPES[c.type] for c in SCHEMAS[name]})
