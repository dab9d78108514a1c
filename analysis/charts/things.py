"""What charts draw from: tables that may be missing, and names in the reader's language."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

import pandas as pd

from .. import lexicon, topics
from ..corpus import published_days
from ..events import events as merged
from ..record import TYPES
from ..tables import SCHEMAS
from .script import Lang, count, listing, period, say

TOLD = (
    (re.compile("سفر (.+) به (.+)"), "Visit of {} to {}"),
    (re.compile("(?:دیدار|ملاقات) (.+) با (.+)"), "Meeting of {} with {}"),
    (re.compile("(?:گفت‌وگوی تلفنی|تماس تلفنی) (.+) با (.+)"), "Call of {} with {}"),
)
Tables = Mapping[str, pd.DataFrame]
STATUS = {
    "planned": ("برنامه‌ریزی‌شده", "planned"),
    "under_way": ("در جریان", "under way"),
    "held": ("برگزارشده", "held"),
    "cancelled": ("لغوشده", "cancelled"),
}


def table(tables: Tables, name: str) -> pd.DataFrame:
    """Get a table, or an empty one with its columns where it is not there.

    >>> len(table({}, "meetings"))
    0
    """
    if name in tables:
        return tables[name]
    if name in TYPES:
        return pd.DataFrame(columns=list(TYPES[name]))
    return pd.DataFrame(columns=[column.name for column in SCHEMAS[name]])


def day(value: object) -> date:
    """Read an ISO day (or a timestamp) as a date."""
    return date.fromisoformat(str(value)[:10])


def counted(tables: Tables, name: str) -> pd.DataFrame:
    """Get `frequencies` or `cooccurrence`, counted here from the topics where they are not there."""
    found, about = table(tables, "topics"), table(tables, "articles")
    if name in tables or found.empty or about.empty:
        return table(tables, name)
    return {"frequencies": topics.frequencies, "cooccurrence": topics.cooccurrence}[name](
        found, about
    )


def events(tables: Tables) -> pd.DataFrame:
    """Get the events, merged here from the meetings where they are not there."""
    rows = table(tables, "meetings")
    if "events" in tables or rows.empty:
        return table(tables, "events")
    return merged(rows, table(tables, "articles"))


def named(tables: Tables, event: object) -> bool:
    """Whether the articles name an event, as a mention or as the occasion of a meeting."""
    names = {*table(tables, "entities")["name"].dropna(), *table(tables, "meetings")["occasion"].dropna()}  # fmt: skip
    return lexicon.compact(str(event)) in {lexicon.compact(name) for name in names}


@cache
def country(iso3: str, lang: Lang) -> str:
    """Name a country by its ISO 3166-1 alpha-3 code; the code itself if there is no name.

    >>> country("DZA", "fa"), country("DZA", "en")
    ('الجزایر', 'Algeria')

    Source: CLDR, through Babel.
    """
    from babel import Locale
    from babel.core import get_global

    (code, *_) = get_global("territory_aliases").get(iso3, [iso3])
    return str(Locale(lang).territories.get(code, iso3))


@cache
def _english() -> dict[str, str]:
    return {lexicon.fold(row["fa"]): row["en"] for row in lexicon.load("english-names")}


def name(fa: str, lang: Lang) -> str:
    """Name a topic, organisation or event, given in Persian, in the reader's language.

    >>> name("باکو", "en")
    'Baku'

    What the lexicon `english-names` does not hold stays Persian; so does a visit or a meeting of
    someone whom it does not hold.
    """
    if lang == "fa" or (key := lexicon.fold(fa)) in _english():
        return fa if lang == "fa" else _english()[key]
    for pattern, english in TOLD:
        found = pattern.fullmatch(fa)
        names = [_english().get(lexicon.fold(one)) for one in found.groups()] if found else [None]
        if all(names):
            return english.format(*names)
    return fa


def status(value: str, lang: Lang) -> str:
    """Name a status of a meeting."""
    return say(lang, *STATUS[value])


def published(tables: Tables) -> pd.Series:
    """First day of publication by article, for those whose date is known."""
    articles = table(tables, "articles").dropna(subset="published")
    days = [published_days(value)[0] for value in articles["published"]]
    return pd.Series(days, index=list(articles["article"]), dtype=object)


def source(tables: Tables, lang: Lang) -> str:
    """Say from what articles a chart is made."""
    articles = table(tables, "articles")
    days = published(tables)
    publishers = list(dict.fromkeys(articles["publisher"].dropna()))
    who = listing([name(one, lang) for one in publishers], lang) if len(publishers) <= 2 else ""
    if len(publishers) > 2:
        who = count(len(publishers), "منتشرکننده", "publisher", "publishers", lang)
    said = [
        say(lang, "منبع: ", "Source: ") + count(len(articles), "مقاله", "article", "articles", lang)
    ]
    said += [who] if who else []
    if len(days):
        near = say(lang, "حدود ", "about ") if _near(articles["published"]) else ""
        said.append(near + period(min(days), max(days), lang, say(lang, "jalali", "gregorian")))
    return say(lang, "، ", ", ").join(said) + "."


def _near(values: pd.Series) -> bool:
    return bool(values.dropna().str.endswith("~").any())


def rest(total: int, shown: int, lang: Lang) -> str:
    """Say how many rows the chart leaves to the table."""
    if total <= shown:
        return ""
    more = count(total - shown, "ردیف دیگر در جدول است.", "more row is", "more rows are", lang)
    return say(lang, f" {more}", f" {more} in the table.")


def leads(counts: Iterable[float]) -> bool:
    """Whether the first of some counts in falling order is more than the second.

    >>> leads([3, 2]), leads([2, 2])
    (True, False)
    """
    first, *others = counts
    return not others or bool(first > others[0])
