"""How often topics occur: by article, publisher and month; and which ones go together."""

from collections.abc import Collection
from math import log
from typing import TYPE_CHECKING, Any

from ..calendars import from_date
from ..corpus import published_days
from ..tables import conform, frame

if TYPE_CHECKING:
    import pandas as pd

BY = ("corpus", "article", "publisher", "month", "jalali_month")


def months_of(published: str | None) -> tuple[str | None, str | None]:
    """Gregorian and Jalali month of a date of publication, None where it does not tell.

    >>> months_of("2025-11-16~"), months_of("2025-11")
    (('2025-11', '1404-08'), ('2025-11', None))
    """
    if not isinstance(published, str):
        return None, None
    first, last = published_days(published)
    if (first.year, first.month) != (last.year, last.month):
        return None, None
    begins, ends = from_date("jalali", first), from_date("jalali", last)
    jalali = f"{begins[0]:04}-{begins[1]:02}" if begins[:2] == ends[:2] else None
    return f"{first.year:04}-{first.month:02}", jalali


def frequencies(
    topics: "pd.DataFrame", articles: "pd.DataFrame", *, without: Collection[str] = ()
) -> "pd.DataFrame":
    """Count topics: one row for each topic in each article, publisher, month and in all.

    `topics` and `articles` are those tables; articles named in `without` (copies of others) are
    left out. `count` is of terms, `sentences` and `articles` of those that hold one, and
    `per_thousand_words` is relative to all words of the article, publisher or month.
    """
    import pandas as pd

    about = _about(articles, without)
    found = topics.merge(about, on="article", validate="many_to_one")
    parts = [_counted(found, about, by) for by in BY]
    return conform("frequencies", pd.concat(parts, ignore_index=True))


def _counted(found: "pd.DataFrame", about: "pd.DataFrame", by: str) -> "pd.DataFrame":
    """Counts of each topic in each group of articles that share a value of `by`."""
    keys = [by, "topic"]
    places = found.drop_duplicates([*keys, "article", "sentence"])
    counted = found.groupby(keys).agg(count=("start", "size"), articles=("article", "nunique"))
    counted["sentences"] = places.groupby(keys).size()
    counted = counted.reset_index().rename(columns={by: "value"})
    words = about.groupby(by)["words"].sum()
    total = counted["value"].map(words).astype("Float64")
    counted["per_thousand_words"] = (1000 * counted["count"] / total.replace(0, None)).round(4)
    return counted.assign(by=by)


def _about(articles: "pd.DataFrame", without: Collection[str]) -> "pd.DataFrame":
    """What groups articles: all of them, themselves, their publisher and month."""
    about = articles.loc[~articles["article"].isin(list(without)), ["article", "words"]].copy()
    kept = articles.loc[about.index]
    months = [months_of(day) for day in kept["published"]]
    about["corpus"] = "all"
    about["publisher"] = kept["publisher"]
    about["month"] = [month for month, _ in months]
    about["jalali_month"] = [month for _, month in months]
    return about


def cooccurrence(
    topics: "pd.DataFrame", articles: "pd.DataFrame", *, without: Collection[str] = ()
) -> "pd.DataFrame":
    """Count pairs of topics that share a sentence, and pairs that share an article.

    One row a pair and `scope` ("sentence", "article"): in how many units `topic` is, `other` is,
    and both are, of all `units`; `npmi` is the normalised pointwise mutual information of the two
    (-1 never together, 0 as by chance, 1 only together; Bouma 2009), NA where both are in all.
    """
    about = articles.loc[~articles["article"].isin(list(without))]
    found = topics.loc[topics["article"].isin(about["article"]), ["article", "sentence", "topic"]]
    places = {
        "sentence": (["article", "sentence"], int(about["sentences"].sum())),
        "article": (["article"], len(about)),
    }
    rows: list[dict[str, Any]] = []
    for scope, (keys, units) in places.items():
        rows += _pairs(found[[*keys, "topic"]].drop_duplicates(), keys, scope, units)
    return frame("cooccurrence", rows)


def _pairs(places: "pd.DataFrame", keys: list[str], scope: str, units: int) -> list[dict[str, Any]]:
    alone = places["topic"].value_counts()
    pairs = places.merge(places, on=keys, suffixes=("", "_other"))
    pairs = pairs[pairs["topic"] < pairs["topic_other"]]
    together = pairs.groupby(["topic", "topic_other"]).size().reset_index(name="together")
    return [
        {
            "scope": scope,
            "topic": topic,
            "other": other,
            "topic_count": int(alone[topic]),
            "other_count": int(alone[other]),
            "together": both,
            "units": units,
            "npmi": npmi(both, int(alone[topic]), int(alone[other]), units),
        }
        for topic, other, both in together.itertuples(index=False)
    ]


def npmi(together: int, one: int, other: int, units: int) -> float | None:
    """Normalised pointwise mutual information of two events over `units` trials.

    >>> npmi(5, 5, 5, 20), npmi(1, 2, 10, 20)
    (1.0, 0.0)

    Bouma, G. (2009): Normalized (pointwise) mutual information in collocation extraction.
    """
    if together == units:
        return None
    joint = together / units
    return round(log(joint * units * units / (one * other)) / -log(joint), 4)
