"""Persian news articles as tables of entities, dates and numbers, and charts of what they say.

The public interface loads on first use, so that importing the package stays cheap:

>>> import analysis
>>> notes = analysis.annotate("کنفرانس از ۲۶ تا ۲۸ آبان ۱۴۰۴ برگزار می‌شود.", published="2025-11-16")
>>> notes.dates[["text", "first", "last"]].values.tolist()
[['۲۶ تا ۲۸ آبان ۱۴۰۴', '2025-11-17', '2025-11-19']]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .comparison import compare
    from .corpus import Article, BadInput, read_article, read_corpus
    from .markup import highlight
    from .pipeline import Notes, annotate, annotate_corpus
    from .record import read_record

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BadInput",
    "Notes",
    "annotate",
    "annotate_corpus",
    "compare",
    "highlight",
    "read_article",
    "read_corpus",
    "read_record",
]

_ROOMS = {
    "Article": "corpus",
    "BadInput": "corpus",
    "read_article": "corpus",
    "read_corpus": "corpus",
    "Notes": "pipeline",
    "annotate": "pipeline",
    "annotate_corpus": "pipeline",
    "compare": "comparison",
    "highlight": "markup",
    "read_record": "record",
}
_MODULES = {
    "calendars",
    "charts",
    "figures",
    "lexicon",
    "markup",
    "notebooks",
    "numerals",
    "spelling",
    "tables",
    "topics",
}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(f".{_ROOMS[name]}", __name__), name)
    if name in _MODULES:
        return import_module(f".{name}", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
