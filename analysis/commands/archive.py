"""An archive of any size to a folder of Parquet parts; its articles compared."""

from pathlib import Path
from typing import Any

from ..archive import annotate_into, crew_of, is_finished, progress
from ..archive.work import TABLES
from ..corpus import BadInput
from . import Outcome

FAILED = 1  # exit status when an article is in the table of errors


def archive(
    corpus: Path,
    out: Path | None,
    *,
    workers: int | None = None,
    scheduler: str | None = None,
    text_column: str | None = None,
) -> Outcome:
    """Annotate an archive, or go on where an earlier run stopped."""
    if not corpus.exists():
        raise BadInput(corpus, "no such file or folder")
    out = out or Path(f"{corpus.resolve().stem}-tables")
    crew = crew_of(workers, _client(scheduler) if scheduler else None)
    with progress(corpus) as tell:
        done = annotate_into(corpus, out, crew, text_column=text_column, tell=tell)
    words = f"{done.articles:,} articles annotated, {done.errors:,} in the table of errors"
    return Outcome(
        f"{words}; Parquet parts in {out}: {', '.join(TABLES)}", FAILED * bool(done.errors)
    )


def compare(folder: Path) -> Outcome:
    """Compare the articles of an archive's tables with each other; add what comes of it to them.

    Raises BadInput for a folder that is not that of a finished run.
    """
    from .. import comparison
    from ..tables import Shelf, add

    if not is_finished(folder):
        raise BadInput(
            folder, "holds no finished run of an archive (call `run` again to finish it)"
        )
    made = comparison.compare(Shelf(folder))
    add(made, folder)
    counts = ", ".join(f"{len(table):,} {name}" for name, table in made.items())
    return Outcome(f"{counts}; as Parquet in {folder}")


def _client(scheduler: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise BadInput("--scheduler", "needs Dask: pip install gozareh[cluster]") from None
    try:
        return Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        raise BadInput(scheduler, f"no Dask scheduler answers there ({error})") from None
