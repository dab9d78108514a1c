"""The flow: an article's text, its mentions, their relations; and the tables they make."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import comparison, dates, entities, meetings, numbers, timeline, topics
from .corpus import Article, published_days
from .tables import Shelf, frame
from .text import Row, Text

if TYPE_CHECKING:
    import pandas as pd


class Notes:
    """All that is read out of one article: rows by table, and the tables as DataFrames."""

    def __init__(self, text: Text, rows: dict[str, list[Row]]) -> None:
        self.article, self.text, self.rows = text.article, text, rows

    def table(self, name: str) -> "pd.DataFrame":
        """One table as a DataFrame with the columns of `tables.SCHEMAS[name]`."""
        return frame(name, self.rows[name])

    articles = cached_property(lambda self: self.table("articles"))
    defects = cached_property(lambda self: self.table("defects"))
    dates = cached_property(lambda self: self.table("dates"))
    numbers = cached_property(lambda self: self.table("numbers"))
    entities = cached_property(lambda self: self.table("entities"))
    meetings = cached_property(lambda self: self.table("meetings"))
    timeline = cached_property(lambda self: self.table("timeline"))
    topics = cached_property(lambda self: self.table("topics"))


def annotate(article: Article | str, *, published: str | None = None) -> Notes:
    """Annotate an article, or a text with its date of publication (EDTF).

    >>> annotate("دیروز باران آمد.", published="2025-11-16").dates["first"].tolist()
    ['2025-11-15']

    Raises ValueError for a `published` that is no date.
    """
    if isinstance(article, str):
        if published is not None:
            published_days(published)
        article = Article("text", article, published=published)
    text = Text(article)
    found: dict[str, list[Row]] = {"articles": [_about(text)]}
    found["dates"] = dates.find(text)
    found["defects"] = text.defects + dates.defects(text, found["dates"])
    found["numbers"] = numbers.find(text, found["dates"])
    found["entities"] = entities.find(text, found["dates"], found["numbers"])
    found["topics"] = topics.find(text, found["entities"])
    found["meetings"] = meetings.find(text, found["dates"], found["entities"], found["topics"])
    found["timeline"] = timeline.find(text, found["dates"], found["entities"], found["meetings"])
    return Notes(text, found)


def annotate_corpus(
    corpus: Iterable[Article] | Path | str,
    out: Path | str | None = None,
    *,
    workers: int | None = None,
    client: Any = None,
    progress: bool | None = None,
) -> "Mapping[str, pd.DataFrame]":
    """Annotate many articles: the same tables, one DataFrame each, keyed by `article`.

    `corpus` is articles, or the path of an archive of any size (see `analysis.inputs`). With `out`
    the tables are written there as Parquet parts as they are made, and read when asked for; so
    memory stays the same however large the archive is, and a run that was stopped goes on.
    `workers` is the number of processes (default: one a core), `client` a Dask client instead;
    `progress` shows a bar (default: for an archive, where someone watches a terminal).
    An article that fails is a row of the table `errors`.

    Where this starts processes, a script must call it under `if __name__ == "__main__":`.
    Raises BadInput for an archive that is not there, or an `out` that holds something else.
    """
    from . import archive

    crew = archive.crew_of(workers, client)
    with archive.progress(corpus, progress) as tell:
        if out is not None:
            archive.annotate_into(corpus, Path(out), crew, tell=tell)
            return Shelf(out)
        tables = archive.annotate_all(corpus, crew, tell=tell)
    return tables | comparison.compare(tables)


def rows_of(article: Article) -> dict[str, list[Row]]:
    """All rows of one article of a corpus: its own, and those that articles are compared by."""
    notes = annotate(article)
    return notes.rows | comparison.material(notes.text, notes.rows)


def _about(text: Text) -> Row:
    article = text.article
    return {
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published,
        "country": article.country,
        "encoding": article.encoding,
        "characters": len(article.text),
        "words": sum(token.kind == "w" for token in text.tokens),
        "sentences": text.sentence[-1] + 1 if text.sentence else 0,
        "sha256": sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
    }
