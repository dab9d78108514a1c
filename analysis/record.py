"""What the public record says, to hold articles against: facts and meetings with their sources."""

from pathlib import Path
from typing import TYPE_CHECKING

from .corpus import BadInput

if TYPE_CHECKING:
    import pandas as pd

TYPES = {
    "record_facts": {
        **dict.fromkeys(["fact", "event"], "string"),
        "edition": "Int64",
        "kind": "string",
        "value": "Float64",
        **dict.fromkeys(["words", "first", "last", "modifier", "counted"], "string"),
        **dict.fromkeys(["label_fa", "label_en", "source", "source_date"], "string"),
    },
    "record_meetings": {
        **dict.fromkeys(["occasion", "host_iso3", "iso3"], "string"),
        **dict.fromkeys(["organisation_fa", "organisation_en"], "string"),
        **dict.fromkeys(["counterpart_fa", "counterpart_en", "role_fa", "role_en"], "string"),
        **dict.fromkeys(["announced", "held"], "boolean"),
        **dict.fromkeys(["source", "source_date"], "string"),
    },
}


def read_record(folder: Path | str) -> "dict[str, pd.DataFrame]":
    """Read the tables of the public record: `record_facts` and `record_meetings`, those there are.

    Their columns are described in the folder's README. An empty cell is NA.

    >>> sorted(read_record("corpus/reference"))
    ['record_facts', 'record_meetings']

    Raises BadInput for a file that lacks a column or holds a value of another type.
    """
    paths = {name: Path(folder) / f"{name}.csv" for name in TYPES}
    return {name: _read(path, TYPES[name]) for name, path in paths.items() if path.exists()}


def _read(path: Path, types: dict[str, str]) -> "pd.DataFrame":
    import pandas as pd

    try:
        table = pd.read_csv(path, dtype=dict(types), encoding="utf-8-sig")
        return table[list(types)]
    except (ValueError, KeyError, UnicodeDecodeError) as error:
        raise BadInput(path, f"is no table of the record: {error}") from None
