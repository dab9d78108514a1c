"""Which stages of a run have nothing to do, known by what their files hold, not by their dates.

Each stage's inputs and outputs are remembered as one digest in `.cache/stages.json`. A stage is
done again when either differs: a new article, changed code, or an output edited or deleted.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ..storage import write_files

MEMORY = Path(".cache/stages.json")
CODE = Path(__file__).parent.parent


class Stage(NamedTuple):
    """A step of a run: the files and folders it reads (beside the package) and writes."""

    name: str
    reads: tuple[Path, ...]
    writes: Path


def is_done(stage: Stage) -> bool:
    """Whether a stage's inputs and outputs are those of its last run."""
    return _remembered().get(stage.name) == _digest(stage)


def remember(stage: Stage) -> None:
    """Note that a stage has just been done."""
    memory = _remembered() | {stage.name: _digest(stage)}
    write_files(MEMORY.parent, {MEMORY.name: json.dumps(memory, indent=1).encode()})


def files_in(path: Path) -> Iterator[Path]:
    """A file itself, or the files below a folder in order; hidden ones and caches left out."""
    if path.is_file():
        yield path
    elif path.is_dir():
        for entry in sorted(path.iterdir()):
            if not entry.name.startswith((".", "__pycache__")):
                yield from files_in(entry)


def digest(paths: Iterable[Path]) -> str:
    """One SHA-256 of the names and contents of files."""
    total = sha256()
    for path in paths:
        for file in files_in(path):
            total.update(f"{file.name}\0".encode() + sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _digest(stage: Stage) -> str:
    return digest([CODE, *stage.reads]) + digest([stage.writes])


def _remembered() -> dict[str, str]:
    try:
        memory: dict[str, str] = json.loads(MEMORY.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return memory
