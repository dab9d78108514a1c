"""The flow: an article's text, its mentions, their relations; and the tables they make."""

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from . import dates, entities, meetings, numbers, timeline, topics
from .corpus import Article, published_days
from .tables import SCHEMAS, frame
from .text import Row, Text

if TYPE_CHECKING:
    import pandas as pd


class Notes:
    """All that is read out of one article: rows by table, and the tables as DataFrames."""

    def __init__(self, article: Article, rows: dict[str, list[Row]]) -> None:
        self.article, self.rows = article, rows

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
    found["meetings"] = meetings.find(text, found["dates"], found["entities"])
    found["timeline"] = timeline.find(text, found["dates"], found["entities"], found["meetings"])
    found["topics"] = topics.find(text)
    return Notes(article, found)


def annotate_corpus(corpus: Iterable[Article]) -> "dict[str, pd.DataFrame]":
    """Annotate many articles: the same tables, one DataFrame each, keyed by `article`."""
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for article in corpus:
        for name, found in annotate(article).rows.items():
            rows[name] += found
    tables = {name: frame(name, found) for name, found in rows.items()}
    return tables | over_all(tables)


def over_all(tables: "dict[str, pd.DataFrame]") -> "dict[str, pd.DataFrame]":
    """The tables that compare articles, made from those that tell of each."""
    return {
        "frequencies": topics.frequencies(tables["topics"], tables["articles"]),
        "cooccurrence": topics.cooccurrence(tables["topics"], tables["articles"]),
    }


def _about(text: Text) -> Row:
    article = text.article
    return {
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published,
        "country": article.country,
        "characters": len(article.text),
        "words": sum(token.kind == "w" for token in text.tokens),
        "sentences": text.sentence[-1] + 1 if text.sentence else 0,
        "sha256": sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
    }
