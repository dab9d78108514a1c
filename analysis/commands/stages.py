"""Which stages of a run have nothing to do, known by what their files hold, not by their dates.

Each stage's inputs and outputs are remembered as one digest in `.cache/stages.json`. A stage is
done again when either differs: a new article, changed code, or an output edited or deleted.
"""

import json
from pathlib import Path
from typing import NamedTuple

from ..storage import CODE, digest, write_files

MEMORY = Path(".cache/stages.json")


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


def _digest(stage: Stage) -> str:
    return digest([CODE, *stage.reads]) + digest([stage.writes])


def _remembered() -> dict[str, str]:
    try:
        memory: dict[str, str] = json.loads(MEMORY.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return memory
