"""From the corpus to tables, figures and notebooks: all at once, or one stage by itself."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ..corpus import read_corpus
from . import Outcome
from .docs import PAGES, docs
from .stages import Stage, is_done, remember

CORPUS, RECORD = Path("corpus/articles"), Path("corpus/reference")
TABLES, FIGURES, NOTEBOOKS = Path("corpus/tables"), Path("figures"), Path("notebooks")
MODELS = Path(__file__).parent.parent / "models"


def run(*, force: bool = False) -> Outcome:
    """Do the stages whose inputs or outputs have changed; what was written where."""
    done, kept = [], []
    for stage, work in STAGES:
        if not force and is_done(stage):
            kept.append(str(stage.writes))
            continue
        outcome = work()
        done.append(outcome.words)
        if outcome.status:
            return Outcome("; ".join(done), outcome.status)
        remember(stage)
    if kept:
        done.append(f"{', '.join(kept)}: nothing changed")
    if all(page.exists() for page in PAGES) and (pages := docs().words):
        done.append(pages)
    return Outcome("; ".join(done))


def tables(corpus: Path = CORPUS, out: Path = TABLES, *, parquet: bool = False) -> Outcome:
    """Annotate a corpus and write its tables."""
    from ..pipeline import annotate_corpus
    from ..tables import write

    articles = read_corpus(corpus)
    made = annotate_corpus(articles, progress=sys.stderr.isatty())
    paths = write(made, out, parquet=parquet)
    words = f"{_count(len(articles), 'article')}: wrote {_count(len(paths), 'file')} to {out}"
    failed = len(made["errors"])
    return (
        Outcome(f"{words}; {_count(failed, 'article')} failed: see {out}/errors.csv", 1)
        if failed
        else Outcome(words)
    )


def figures(tables: Path = TABLES, record: Path = RECORD, out: Path = FIGURES) -> Outcome:
    """Draw the charts of the tables in a folder, beside what the record says, and their index.

    Raises BadInput for a folder without tables.
    """
    from ..figures import FIGURES as CHARTS
    from ..figures import export
    from ..record import read_record
    from ..tables import read

    paths = export(read(tables) | read_record(record), out, figures=progress(CHARTS, "figures"))
    return Outcome(f"wrote {_count(len(paths), 'file')} to {out}")


def notebooks(paths: Sequence[Path] = ()) -> Outcome:
    """Run notebooks (all of them unless some are named) in place."""
    from ..notebooks import FOLDER
    from ..notebooks import run as execute

    chosen = list(paths) or sorted(FOLDER.glob("*.ipynb"))
    changed = execute(progress(chosen, "notebooks"))
    where = f" in {NOTEBOOKS}" if not paths else ""
    return Outcome(f"ran {_count(len(chosen), 'notebook')}{where}, {len(changed)} changed")


def progress(items: Any, what: str) -> Any:
    """Show a bar while going through `items`; nothing where no one watches."""
    from tqdm import tqdm

    return tqdm(items, desc=what, disable=None, leave=False)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


STAGES: tuple[tuple[Stage, Callable[[], Outcome]], ...] = (
    (Stage("tables", (CORPUS,), TABLES), tables),
    (Stage("figures", (TABLES, RECORD), FIGURES), figures),
    (Stage("notebooks", (CORPUS, RECORD), NOTEBOOKS), notebooks),
)
