"""The word lists of meetings, made once; and the sentences that can tell a meeting."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ..clauses import forms, text_sentences
from ..lexicon import Phrases, compact, load
from ..text import Row, Text
from .words import context

MOVING = frozenset(["رفت", "آمد", "پذیرفت"])
ENDINGS = ("ها", "های", "هایی", "ی", "ش", "شان", "هایش", "هایشان", "م", "مان")
VOWEL_ENDINGS = {"و": ("یی", "یش", "یشان", "یم"), "ا": ("یی", "یش"), "ه": ("ای", "اش")}
OWNED = ("", "\u200cام", "\u200cاش", "\u200cمان", "\u200cشان")  # «همتای فرانسوی‌ام»
BEFORE = 2


@cache
def lexicon() -> dict[str, Phrases[Mapping[str, Any]]]:
    """The word lists of this room, by kind."""
    roles = [(form, entry) for entry in load("party-roles") for form in _ezafe(entry["surface"])]
    triggers = [
        (form, entry)
        for entry in load("meeting-triggers")
        for form in _plurals(entry["surface"], entry["type"])
    ]
    countries: dict[str, list[tuple[str, Mapping[str, Any]]]] = {"C": [], "D": [], "L": []}
    for entry in load("countries"):
        kind = {"capital": "L", "demonym": "D"}.get(entry["kind"], "C")
        endings = OWNED if kind == "D" else ("",)
        countries[kind] += [(entry["surface"] + ending, entry) for ending in endings]
    return {
        "role": Phrases(roles),
        "trigger": Phrases(triggers),
        "preposition": Phrases((entry["surface"], entry) for entry in load("prepositions")),
        "adjective": Phrases(
            (entry["surface"] + ending, entry)
            for entry in load("meeting-adjectives")
            for ending in ("", "ی", "ای")
        ),
        "bloc": Phrases((entry["surface"], entry) for entry in load("blocs")),
        "ministry": Phrases(
            (form, entry) for entry in load("ministries") for form in _ezafe(entry["surface"])
        ),
        "leader": Phrases((entry["surface"], entry) for entry in load("leaders")),
        **{kind: Phrases(pairs) for kind, pairs in countries.items()},
    }


def leader(name: str) -> Mapping[str, Any]:
    """The list's entry for a full name, spelled as listed or another way; empty if there is none.

    >>> leader("فریدریش مرتس")["iso3"]
    'DEU'
    """
    listed = lexicon()["leader"].values
    exact = listed.get(compact(name))
    if exact is not None:
        return exact
    words = name.split()
    entry = listed.get(compact(words[-1]), {}) if len(words) > 1 else {}
    alike = entry and entry["needs_context"] == "false" and entry["name"][0] == name[0]
    return entry if alike else {}


def _ezafe(surface: str) -> list[str]:
    return [surface, surface + "ی"] if surface[-1] in "اوه" else [surface]


def _plurals(surface: str, type_: str) -> Iterator[str]:
    yield from _ezafe(surface)
    if type_ != "visit" or surface == "سفر":
        yield from (surface + ending for ending in ENDINGS)
        yield from (surface + ending for ending in VOWEL_ENDINGS.get(surface[-1], ()))


@cache
def starters() -> frozenset[str]:
    """Keys of tokens that a listed phrase can begin with."""
    return frozenset(key for phrases in lexicon().values() for key in phrases.prefixes)


@cache
def movers() -> frozenset[str]:
    """Keys of the verbs that tell a meeting without a word for it, and of words for conferences."""
    finite, participles, stems = forms()
    found = {key for key, form in (finite | participles | stems).items() if form.lemma in MOVING}
    listed = context("conference") | context("credentials")
    return frozenset(found | {"ترک", "گرد", "گردهم", "دورهم", "جمع"} | listed)


def relevant(text: Text, entities: list[Row]) -> list[tuple[int, int]]:
    """Token ranges of the sentences that may tell a meeting, and of those just before them."""
    triggers, moving = lexicon()["trigger"], movers()
    told = {
        text.sentence[at]
        for at, token in enumerate(text.tokens)
        if token.key in moving
        or (token.key in triggers.prefixes and triggers.longest(text.tokens, at))
    }
    told |= {row["sentence"] for row in entities if row["label"] == "EVENT"}
    if not told:
        return []
    ranges = text_sentences(text)
    near = {number - back for number in told for back in range(BEFORE + 1)}
    return [ranges[number] for number in sorted(near) if number >= 0]
