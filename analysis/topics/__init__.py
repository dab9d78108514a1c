"""Themes and terms: which topics an article is about, how often, where, and with which others.

A topic is found by the terms of lexicon/topics.toml. Terms match whatever their half-spaces,
spaces and inflection; the longest wins; a term that is ambiguous by itself counts only near
another one of its topic or group; a title («وزیر نفت») says who acts and counts for nothing.

>>> from analysis.text import Text; from analysis.corpus import Article
>>> rows = find(Text(Article("a", "همکاریهای دوجانبه در هوش‌مصنوعی")))
>>> [(row["topic"], row["term"]) for row in rows]
[('bilateral-cooperation', 'همکاری دوجانبه'), ('artificial-intelligence', 'هوش مصنوعی')]
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..text import Row, Text
from .counts import cooccurrence, frequencies
from .vocabulary import SPACED_ENDINGS, Term, Vocabulary, label, labels, vocabulary

__all__ = ["cooccurrence", "find", "frequencies", "label", "labels"]

NEAR = 3
RULES = ("term", "term-in-context")


class Hit(NamedTuple):
    """Tokens `first` to `last - 1`, and the terms that they may be."""

    first: int
    last: int
    terms: tuple[Term, ...]


def find(text: Text, entities: Iterable[Row] = ()) -> list[Row]:
    """Find the terms of all topics: rows of the topics table, in order, not overlapping.

    What stands in a person's name («مهاجرانی», «کشاورز») is no term: `entities` are the text's rows.
    `rule` tells whether the term speaks for itself or rests on its context.
    """
    words = vocabulary()
    named = _named(text, entities, words)
    hits = [hit for hit in _hits(text, words) if hit.terms and not _titled(text, hit, words)]
    hits = [hit for hit in hits if not named.issuperset(range(hit.first, hit.last))]
    if any(hit.terms[0].context for hit in hits):
        hits = _resolve(text, hits)
    return [
        text.row(first, last, RULES[terms[0].context], topic=terms[0].topic, term=terms[0].name)
        for first, last, terms in hits
    ]


def _named(text: Text, entities: Iterable[Row], words: Vocabulary) -> set[int]:
    """Tokens of people's names, but of those that are a topic's term in full («فردوسی»)."""
    people = [
        row for row in entities if row["label"] == "PERSON" and row["name"] not in words.names
    ]
    return {index for row in people for index in range(*text.tokens_of(row))}


def _hits(text: Text, words: Vocabulary) -> Iterator[Hit]:
    tokens, begins, done = text.tokens, words.begins, 0
    for at, token in enumerate(tokens):
        if at >= done and begins(token.key):
            hit = _longest(text, at, words)
            if hit:
                done = hit.last
                yield hit


def _longest(text: Text, at: int, words: Vocabulary) -> Hit | None:
    """The longest term that begins at token `at`, whichever way its words are inflected."""
    found = None
    states: Sequence[tuple[str, bool]] = words.begins(text.tokens[at].key)
    index = at + 1
    while states:
        for joined, plain in states:
            terms = words.terms(joined, plain)
            if terms is not None:
                found = Hit(at, index, terms)
                break
        if index == len(text.tokens) or text.sentence[index] != text.sentence[at]:
            break
        states = _advance(states, text.tokens[index].key, words)
        index += 1
    return found


def _advance(
    states: Sequence[tuple[str, bool]], key: str, words: Vocabulary
) -> Sequence[tuple[str, bool]]:
    """What the joined words may be after one token more."""
    if key in SPACED_ENDINGS:
        return [(joined, False) for joined, _ in states]
    return [
        (joined + reading, plain and same)
        for joined, plain in states
        if key[:1] in words.open.get(joined, ())
        for reading, same in words.readings(key)
        if joined + reading in words.prefixes
    ]


def _titled(text: Text, hit: Hit, words: Vocabulary) -> bool:
    """Whether the term stands right after a title's head, as in «وزیر نفت»."""
    before = hit.first - 1
    return (
        before >= 0
        and text.sentence[before] == text.sentence[hit.first]
        and text.tokens[before].key in words.heads
    )


def _resolve(text: Text, hits: list[Hit]) -> list[Hit]:
    """Keep ambiguous terms only where their neighbourhood tells which topic they show."""
    support = _support(text, hits)
    kept = []
    for hit in hits:
        if hit.terms[0].context:
            near = _best(hit.terms, text.sentence[hit.first], support)
            if near is None:
                continue
            hit = hit._replace(terms=(near,))
        kept.append(hit)
    return kept


def _support(text: Text, hits: list[Hit]) -> Counter[tuple[str, int]]:
    """How many unambiguous terms of each topic and group are near each sentence."""
    support: Counter[tuple[str, int]] = Counter()
    for hit in hits:
        term = hit.terms[0]
        if not term.context:
            sentence = text.sentence[hit.first]
            for near in range(sentence - NEAR, sentence + NEAR + 1):
                support[term.topic, near] += 1
                support["group " + term.group, near] += 1
    return support


def _best(terms: tuple[Term, ...], sentence: int, support: Counter[tuple[str, int]]) -> Term | None:
    """The reading of an ambiguous term that its neighbourhood supports most, if any."""

    def strength(term: Term) -> tuple[int, int]:
        return support[term.topic, sentence], support["group " + term.group, sentence]

    best = max(terms, key=strength)
    return best if any(strength(best)) else None
