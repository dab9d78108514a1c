"""The word lists of entities as one index, and what of it stands in a text."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from ..lexicon import load
from ..own_names import OwnName
from ..text import Row, Text, Token
from .names import Names

NAMES = ("user", "country", "place", "organisation", "event", "programme")
VOWELS = "اویه"


class Entry(NamedTuple):
    """One surface of a word list. `kind` is the list, `id` and `name` what it stands for."""

    kind: str
    surface: str
    id: str
    name: str
    iso3: str | None = None
    needs_context: bool = False
    more: Mapping[str, Any] = {}


class Hit(NamedTuple):
    """An entry that tokens `first` to `last - 1` spell."""

    first: int
    last: int
    entry: Entry


def _countries() -> Iterator[Entry]:
    for row in load("countries"):
        flag = row["needs_context"] == "true"
        kind = {"capital": "place", "demonym": "demonym"}.get(row["kind"], "country")
        name = row["surface"] if kind == "place" else row["name"]
        id_ = f"place:{name}" if kind == "place" else row["iso3"]
        yield Entry(kind, row["surface"], id_, name, row["iso3"], flag)


def _republics() -> Iterator[Entry]:
    """What follows «جمهوری» in a full form of state: «خلق چین», «اسلامی ایران»."""
    for row in load("countries"):
        first, _, rest = row["surface"].partition(" ")
        if first == "جمهوری" and " " in rest:
            yield Entry("republic", rest, row["iso3"], row["name"], row["iso3"])


def _listed(kind: str, name: str) -> Iterator[Entry]:
    for row in load(name):
        flag = row["needs_context"] == "true"
        id_ = row.get("id") or f"{kind}:{row['name']}"
        yield Entry(kind, row["surface"], id_, row["name"], row.get("iso3") or None, flag)


def _words(kind: str, name: str, canonical: str) -> Iterator[Entry]:
    for row in load(name):
        id_ = row.get("id") or row[canonical]
        yield Entry(kind, row["surface"], id_, row[canonical], more=row)


def _given() -> Iterator[Entry]:
    for row in load("given-names"):
        for name in row["names"].split():
            yield Entry("given", name, name, name)


def entries() -> Iterator[Entry]:
    """Every entry of the word lists of entities."""
    yield from _countries()
    yield from _republics()
    yield from _listed("place", "places")
    yield from _listed("organisation", "organisations")
    yield from _listed("event", "events")
    yield from _listed("programme", "programmes")
    yield from _words("ministry", "ministries", "name")
    yield from _words("role", "roles", "role")
    yield from _words("roleword", "role-words", "surface")
    yield from _words("honorific", "honorifics", "surface")
    yield from _words("head", "heads", "surface")
    yield from _given()


@cache
def index() -> Names[Entry]:
    """The index of all word lists, made once."""
    return Names((form, entry) for entry in chain(entries(), leaders()) for form in forms(entry))


def leaders() -> Iterator[Entry]:
    """Politicians of the news: whom their names stand for where the text does not say."""
    for row in load("leaders"):
        flag = row["needs_context"] == "true"
        yield Entry("leader", row["surface"], row["name"], row["name"], row["iso3"] or None, flag)


def forms(entry: Entry) -> Iterator[str]:
    """The surface of an entry, and with the copula («آمریکاست», «برزیل‌اند») that of a place.

    >>> list(forms(Entry("country", "آمریکا", "USA", "آمریکا")))
    ['آمریکا', 'آمریکا\u200cاند', 'آمریکا\u200cست']
    """
    yield entry.surface
    if entry.kind in {"country", "place"} and not entry.needs_context and len(entry.surface) > 3:
        yield f"{entry.surface}\u200cاند"
        yield f"{entry.surface}\u200cست" if entry.surface[-1] in VOWELS else f"{entry.surface}ند"
    if entry.kind == "demonym":
        yield from (f"{entry.surface}\u200c{plural}" for plural in ("ها", "های", "هایی"))


@cache
def own(names: tuple[OwnName, ...]) -> Names[Entry]:
    """An index of a user's names, which win over all others."""
    return Names(
        (
            name.surface,
            Entry(
                "user",
                name.surface,
                f"{name.label.lower()}:{name.name}",
                name.name,
                name.iso3,
                more={"label": name.label},
            ),
        )
        for name in names
    )


class Scan:
    """A text with the entries found in it, by token, and the tokens that dates and numbers hold:
    `days` those of dates that are no plain year («المپیک سال ۲۰۲۰»).

    >>> from analysis.corpus import Article
    >>> scan = Scan(Text(Article("a", "سفر به سری لانکا")), [], [])
    >>> scan.hit(2, "country").entry.iso3
    'LKA'
    """

    def __init__(self, text: Text, dates: list[Row], numbers: list[Row]) -> None:
        self.text = text
        self.tokens: list[Token] = text.tokens
        self.dates = {index for row in dates for index in range(*text.tokens_of(row))}
        days = [row for row in dates if (row["grain"], row["anchor"]) != ("year", "explicit")]
        self.days = {index for row in days for index in range(*text.tokens_of(row))}
        self.numbers = {index for row in numbers for index in range(*text.tokens_of(row))}
        self.hits: dict[int, list[Hit]] = {}
        self.scan(index())
        if text.article.names:
            self.scan(own(text.article.names))

    def scan(self, names: Names[Entry]) -> None:
        """Add what an index of names finds."""
        prefixes = names.prefixes
        for first, token in enumerate(self.tokens):
            if token.key in prefixes:
                found = [Hit(first, last, entry) for last, entry in names.at(self.tokens, first)]
                if found:
                    self.hits.setdefault(first, []).extend(found)

    def all(self, kind: str) -> Iterator[Hit]:
        """Every hit of a kind, from left to right."""
        for first in self.hits:
            for hit in self.hits[first]:
                if hit.entry.kind == kind:
                    yield hit

    def hit(self, first: int, *kinds: str) -> Hit | None:
        """The longest hit of these kinds that begins at token `first`."""
        found = [hit for hit in self.hits.get(first, ()) if hit.entry.kind in kinds]
        return max(found, key=lambda hit: hit.last) if found else None

    def key(self, index: int) -> str:
        """Key of a token; empty outside the sentence list."""
        return self.tokens[index].key if 0 <= index < len(self.tokens) else ""

    def words(self, first: int, last: int) -> str:
        """Tokens in working spelling, spaced as in the text."""
        out = ""
        for token in self.tokens[first:last]:
            out += (" " if token.spaced and out else "") + token.text
        return out

    def one_sentence(self, first: int, last: int) -> bool:
        """Whether tokens `first` to `last - 1` lie in one sentence."""
        return self.text.sentence[first] == self.text.sentence[last - 1]
