"""From the corpus to tables, figures and notebooks: all at once, or one stage by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..corpus import read_corpus
from .stages import Stage, is_done, remember

CORPUS, RECORD = Path("corpus/articles"), Path("corpus/reference")
TABLES, FIGURES, NOTEBOOKS = Path("corpus/tables"), Path("figures"), Path("notebooks")
MODELS = Path(__file__).parent.parent / "models"


def run(*, force: bool = False) -> str:
    """Do the stages whose inputs or outputs have changed; what was written where."""
    done, kept = [], []
    for stage, work in STAGES:
        if not force and is_done(stage):
            kept.append(str(stage.writes))
            continue
        done.append(work())
        remember(stage)
    if kept:
        done.append(f"{', '.join(kept)}: nothing changed")
    return "; ".join(done)


def tables(corpus: Path = CORPUS, out: Path = TABLES, *, parquet: bool = False) -> str:
    """Annotate a corpus and write its tables."""
    from ..pipeline import annotate_corpus
    from ..tables import write

    articles = read_corpus(corpus)
    paths = write(annotate_corpus(progress(articles, "articles")), out, parquet=parquet)
    return f"{_count(len(articles), 'article')}: wrote {_count(len(paths), 'file')} to {out}"


def progress(items: Any, what: str) -> Any:
    """Show a bar while going through `items`; nothing where no one watches."""
    from tqdm import tqdm

    return tqdm(items, desc=what, disable=None, leave=False)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


STAGES: tuple[tuple[Stage, Callable[[], str]], ...] = (
    (Stage("tables", (CORPUS,), TABLES), tables),
)
