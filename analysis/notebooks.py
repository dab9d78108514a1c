"""Run the notebooks, so that what they show is what the package says now.

Outputs are the same each time: no times are recorded, executions are counted from 1, ids of cells
are kept. A notebook is replaced only when all of it has run.
"""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .storage import locked, write_files

FOLDER = Path("notebooks")
TIMEOUT = 120
COLOUR = re.compile("\x1b\\[[0-9;]*m")


class NotebookError(RuntimeError):
    """A cell of a notebook that failed: the notebook, the cell and the error."""


def run(paths: Iterable[Path | str] | None = None, *, root: Path | str = ".") -> list[Path]:
    """Execute notebooks (all of `notebooks/`, or those given) in place; those that changed.

    They run in `root`, the project's folder, so that their paths are the command line's.
    Raises NotebookError naming the cell that failed; that notebook then stays as it was.
    """
    root = Path(root)
    chosen = sorted((root / FOLDER).glob("*.ipynb")) if paths is None else [Path(p) for p in paths]
    return [path for path in chosen if _update(path, root)]


def _update(path: Path, root: Path) -> bool:
    before = path.read_text("utf-8")
    after = execute(before, root, path.name)
    if after == before:
        return False
    with locked(path.parent):
        write_files(path.parent, {path.name: after.encode("utf-8")})
    return True


def execute(source: str, root: Path | str = ".", name: str = "notebook") -> str:
    """Execute a notebook given as JSON, in a folder; the executed notebook as JSON.

    Raises NotebookError for a cell that fails.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook: Any = nbformat.reads(source, as_version=4)  # type: ignore[no-untyped-call]
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        kernel_name="python3",
        record_timing=False,
        extra_arguments=["--log-level=40"],
        resources={"metadata": {"path": str(Path(root).resolve())}},
    )
    try:
        client.execute(env={**os.environ, **_environment()})
    except CellExecutionError as error:
        raise NotebookError(f"{name}: {COLOUR.sub('', str(error))}") from None
    return written(notebook)


def written(notebook: Any) -> str:
    """A notebook as JSON, without what differs from one machine or run to another."""
    language = {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"}
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata = {"kernelspec": kernel, "language_info": language}
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            _join(output)
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _join(output: Any) -> None:
    """Write an output's text as lines, as notebooks on disk have it."""
    for holder in (output, output.get("data", {})):
        for key in ("text", "text/plain", "text/html"):
            if isinstance(holder.get(key), str):
                holder[key] = holder[key].splitlines(keepends=True)


def _environment() -> dict[str, str]:
    """Variables for the kernel: the package that runs the notebooks is the one they import."""
    package = str(Path(__file__).resolve().parent.parent)
    before = os.environ.get("PYTHONPATH")
    return {"PYTHONPATH": os.pathsep.join([package, *([before] if before else [])])}
