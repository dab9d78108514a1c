"""The topics' terms, compiled for look-up: by joined words, whatever their inflection."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ..lexicon import fold, load

PLURALS = ("ها", "های", "هایی", "هایش", "هایشان", "هایمان", "هایم", "هایت", "هایتان", "هاست")
ENDINGS = (
    *PLURALS,
    *("ی", "ای", "یی", "اش", "شان", "مان", "ست"),
    *("ان", "انی", "انش", "انشان", "یان", "یانی", "ات", "اتی", "گان", "گانی"),
)
SPACED_ENDINGS = frozenset((*PLURALS, "ی", "ای"))
UNIT = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
SHORTEST = 2


class Term(NamedTuple):
    """A term of a topic: `exact` forbids inflection, `context` asks for company."""

    topic: str
    group: str
    name: str
    exact: bool
    context: bool


class Vocabulary:
    """Terms by their words joined: half-spaces, spaces and endings make no difference."""

    def __init__(self, entries: Iterable[dict[str, Any]], titles: Iterable[dict[str, Any]]) -> None:
        self.values: dict[str, tuple[Term, ...]] = {}
        self.prefixes: set[str] = set()
        self.open: dict[str, set[str]] = {}
        entries, titles = list(entries), list(titles)
        self.heads = {fold(word) for word in _words(titles, "head")}
        decoys = [decoy for entry in entries for decoy in entry.get("decoys", ())]
        decoys += [
            f"{head} {field}"
            for head in _words(titles, "head")
            for field in _words(titles, "portfolio")
        ]
        for entry in entries:
            for term, surface in surfaces(entry):
                self._add(surface, term)
        for decoy in decoys:
            for surface in decoy.split("|"):
                self._add(surface, None)
        self.names = {term.name for terms in self.values.values() for term in terms}
        self.readings = lru_cache(1 << 16)(self._readings)
        self.begins = lru_cache(1 << 16)(self._begins)

    def _add(self, surface: str, term: Term | None) -> None:
        for spelling in spellings(surface):
            joined = ""
            for unit in units(spelling):
                if joined:
                    self.open.setdefault(joined, set()).add(unit[0])
                joined += unit
                self.prefixes.add(joined)
            known = self.values.get(joined, ())
            self.values[joined] = (*known, term) if term else ()

    def _readings(self, key: str) -> tuple[tuple[str, bool], ...]:
        return ((key, True), *((stem, False) for stem in stems(key)))

    def _begins(self, key: str) -> tuple[tuple[str, bool], ...]:
        return tuple(pair for pair in self._readings(key) if pair[0] in self.prefixes)

    def terms(self, joined: str, plain: bool) -> tuple[Term, ...] | None:
        """The terms that joined words may be; () for a decoy, None for no term.

        `plain` tells that no word was inflected, as exact terms demand.
        """
        terms = self.values.get(joined)
        if not terms or plain:
            return terms
        return tuple(term for term in terms if not term.exact) or None


def units(surface: str) -> list[str]:
    """The parts that a term may be split into by spaces or half-spaces.

    >>> units("کووید-۱۹ دانش‌بنیان")
    ['کووید', '-', '19', 'دانش', 'بنیان']
    """
    return UNIT.findall(fold(surface.replace("\u200c", " ")))


def spellings(surface: str) -> set[str]:
    """A term in the spellings that newsrooms disagree on.

    >>> sorted(spellings("هیئت رئیسه"))
    ['هیئت رئیسه', 'هیات رئیسه', 'هیات رییسه', 'هییت رییسه']
    """
    plain = surface.replace("هیئت", "هیات")
    return {surface, plain, surface.replace("ئ", "ی"), plain.replace("ئ", "ی")}


def stems(key: str) -> Iterator[str]:
    """What a word may be without its ending.

    >>> list(stems("نمایندگانی"))
    ['نمایندگان', 'نمایندگ', 'نماینده']
    """
    for ending in ENDINGS:
        if key.endswith(ending) and len(key) >= len(ending) + SHORTEST:
            stem = key[: -len(ending)]
            yield stem + "ه" if ending.startswith("گان") else stem


def surfaces(entry: dict[str, Any]) -> Iterator[tuple[Term, str]]:
    """Each way to write each term of one topic."""
    for kind in ("terms", "exact", "context"):
        for line in entry.get(kind, ()):
            name = line.split("|")[0].strip()
            exact, context = kind == "exact", kind == "context"
            term = Term(entry["topic"], entry["group"], name, exact, context)
            for surface in line.split("|"):
                yield term, surface.strip()


def _words(titles: list[dict[str, Any]], kind: str) -> list[str]:
    return [word for entry in titles if entry["kind"] == kind for word in entry["words"]]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of lexicon/topics.toml, compiled once."""
    return Vocabulary(load("topics"), load("portfolios"))


@cache
def labels(lang: str = "fa") -> dict[str, str]:
    """Names of all topics in Persian ("fa") or English ("en").

    >>> labels("en")["digital-skills"]
    'Digital skills'
    """
    return {entry["topic"]: entry[lang] for entry in load("topics")}


def label(topic: str, lang: str = "fa") -> str:
    """Name of one topic in Persian or English; an unknown one is its own name."""
    return labels(lang).get(topic, topic)
