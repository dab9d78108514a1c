"""An output folder of Parquet parts: what is done there already, and what may be added.

    OUT/dates/part-000000.parquet ...   one part of each table for each batch
    OUT/run.json                        the version that made them, and their count when finished

A batch is done when its part of `articles` is there, which is written last and names the batch's
digest. So a run that was killed goes on where it stopped; parts made from other articles, or by
another version, are never mixed with new ones nor overwritten.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ..corpus import BadInput
from ..storage import write_files
from .batches import Batch
from .work import DIGEST

LAST, STATE = "articles", "run.json"


class Summary(NamedTuple):
    """How many articles were annotated, and how many were not."""

    articles: int
    errors: int


def is_finished(folder: Path) -> bool:
    """Whether a folder holds all tables of an archive.

    >>> is_finished(Path("corpus"))
    False
    """
    state = folder / STATE
    return state.exists() and "batches" in json.loads(state.read_text("utf-8"))


class Ledger:
    """The state of one output folder.

    Raises BadInput for a folder that holds something else, or tables of another version.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self.folder, self.version = folder, version
        self.state = folder / STATE
        if self.state.exists():
            made_by = json.loads(self.state.read_text("utf-8")).get("version")
            if made_by != version:
                raise BadInput(folder, "holds tables of another version; give another folder")
        elif any(not path.name.startswith(".") for path in folder.glob("*")):
            raise BadInput(folder, "holds other files; give another folder")
        else:
            self._note({})

    def has(self, batch: Batch) -> bool:
        """Whether a batch is done.

        Raises BadInput when its part was made from other articles.
        """
        from pyarrow import ArrowException
        from pyarrow.parquet import read_schema

        path = self.folder / _part(LAST, batch.number)
        try:
            made_from = (read_schema(path).metadata or {}).get(DIGEST)
        except FileNotFoundError:
            return False
        except ArrowException:
            return False
        if made_from != batch.digest.encode():
            raise BadInput(path, "was made from other articles; give another folder")
        return True

    def add(self, batch: Batch, tables: Mapping[str, bytes]) -> None:
        """Write the parts of a batch, each whole, that of `articles` last."""
        names = sorted(tables, key=LAST.__eq__)
        write_files(self.folder, {_part(name, batch.number): tables[name] for name in names})

    def finish(self, batches: int) -> Summary:
        """Count what is there and note that all is done.

        Raises BadInput when there are parts of more articles than this archive has.
        """
        if (path := self.folder / _part(LAST, batches)).exists():
            raise BadInput(path, "was made from other articles; give another folder")
        summary = Summary(self._rows("articles", batches), self._rows("errors", batches))
        self._note({"batches": batches} | summary._asdict())
        return summary

    def _rows(self, name: str, batches: int) -> int:
        from pyarrow.parquet import read_metadata

        parts = (self.folder / _part(name, number) for number in range(batches))
        return sum(read_metadata(part).num_rows for part in parts)

    def _note(self, found: Mapping[str, int]) -> None:
        state = json.dumps({"version": self.version, **found}, indent=1) + "\n"
        write_files(self.folder, {self.state.name: state.encode()})


def _part(name: str, number: int) -> str:
    return f"{name}/part-{number:06d}.parquet"
