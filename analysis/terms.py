"""Terms that the texts propose by themselves: noun phrases that hold together (C-value).

A candidate is up to five words in a row without a function word, a verb, a number, a name or a
mark; words are compared as lemmas, over the word list of hazm (its verb tables are not needed).
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

from .clauses import verbs
from .lexicon import fold, load
from .tables import conform
from .text import Row, Text, Token

if TYPE_CHECKING:
    import pandas as pd

LONGEST = 5
ABSORBED = 0.8
PLURALS = ("هایشان", "هایمان", "هایش", "هایی", "های", "ها")
NAMES = frozenset(["PERSON", "PLACE", "COUNTRY", "ORGANISATION", "ROLE"])


def candidates(text: Text, *mentions: list[Row]) -> list[Row]:
    """Find the candidate terms of a text: one row a lemma, with its count and first spelling.

    `mentions` (dates, numbers, entities) that name something are no part of a term.
    """
    found: dict[str, Row] = {}
    for tokens in _runs(text, _named(text, mentions)):
        lemmas = [lemma(token.text) for token in tokens]
        heads, tails = _heads(lemmas), _tails(lemmas, tokens)
        for first, last in _spans(heads, tails):
            key = " ".join(lemmas[first:last])
            row = found.get(key)
            if row is None:
                term = " ".join([token.text for token in tokens[first:last]])
                row = {"article": text.article.id, "lemma": key, "term": term}
                row |= {"words": last - first, "count": 0, "begun": 0, "ended": 0}
                found[key] = row
            row["count"] += 1
            row["begun"] += first == 0 or not heads[first - 1]
            row["ended"] += last == len(tokens) or not tails[last]
    return list(found.values())


@lru_cache(1 << 16)
def lemma(word: str) -> str:
    """A noun without its plural, possessive and ezafe endings, as far as hazm's list knows it.

    >>> lemma("مهارتهای"), lemma("اجرای"), lemma("معنوی"), lemma("تنها"), lemma("منطقه‌ای")
    ('مهارت', 'اجرا', 'معنوی', 'تنها', 'منطقهای')
    """
    known, key = words(), same(word)
    if known.get(key, "0") != "0":
        return key
    stem, _, ending = word.rpartition("\u200c")
    if ending in PLURALS:
        return same(stem)
    if key not in known:
        for ending in PLURALS:
            if key.endswith(ending) and len(key) > len(ending) + 1:
                return key.removesuffix(ending)
    if key.endswith(("ای", "وی")) and known.get(key[:-1], "0") != "0":
        return key[:-1]
    return key


def same(word: str) -> str:
    """Fold a word, also the spellings that newsrooms disagree on («رئیس», «رییس»)."""
    return fold(word).replace("ئ", "ی")


@cache
def words() -> dict[str, str]:
    """Parts of speech of the words in hazm's list, by folded key; "0" where it tells none.

    Read from its data file: importing hazm would cost seconds. Empty where hazm is absent.
    """
    spec = find_spec("hazm")
    path = Path(spec.origin).with_name("data") / "words.dat" if spec and spec.origin else None
    if path is None or not path.is_file():
        return {}
    known: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        word, _, tags = line.split("\t")
        if known.get(key := same(word), "0") == "0":
            known[key] = tags
    return known


@cache
def stop_words(kind: str) -> frozenset[str]:
    """Words of lexicon/stop-words.toml of one kind, folded."""
    lists = [entry["words"] for entry in load("stop-words") if entry["kind"] == kind]
    return frozenset(form(word) for words in lists for word in words for form in (fold, same))


def _named(text: Text, mentions: Sequence[list[Row]]) -> set[int]:
    """Tokens of dates, numbers and names."""
    named: set[int] = set()
    for rows in mentions:
        for row in rows:
            if row.get("label") is None or row["label"] in NAMES:
                named.update(range(*text.tokens_of(row)))
    return named


def _runs(text: Text, named: set[int]) -> Iterator[list[Token]]:
    """Longest rows of words that a term may be made of."""
    stops, light = stop_words("function"), stop_words("light-verb")
    verbal = {
        at
        for verb in verbs(text.tokens)
        for at in range(verb.first - (verb.lemma in light), verb.last)
    }
    run: list[Token] = []
    for at, token in enumerate(text.tokens):
        barred = token.kind != "w" or at in verbal or at in named or token.key in stops
        if run and (barred or text.sentence[at] != text.sentence[at - 1]):
            yield run
            run = []
        if not barred:
            run.append(token)
    if run:
        yield run


def _heads(lemmas: list[str]) -> list[bool]:
    """Whether each word may begin a term: a noun, or unknown."""
    return [_noun(key) for key in lemmas]


@lru_cache(1 << 16)
def _noun(key: str) -> bool:
    """Whether a word may be a noun: not a stop word, nor an adjective as «بین‌المللی», «جهانی»."""
    if len(key) < 2 or key in stop_words("edge") or key in stop_words("adjective"):
        return False
    tags = words().get(key, "0")
    of_a_noun = key.endswith("ی") and "N" in words().get(key[:-1], "0")
    return "AJ" not in tags or not (tags.startswith("AJ") or of_a_noun)


def _tails(lemmas: list[str], tokens: list[Token]) -> list[bool]:
    """Whether each word may end a term: «های» and «شورای» say that the phrase goes on."""
    edge = stop_words("edge")
    return [
        key not in edge and len(key) > 1 and not token.text.endswith(("های", key + "ی"))
        for key, token in zip(lemmas, tokens, strict=True)
    ]


def _spans(heads: list[bool], tails: list[bool]) -> Iterator[tuple[int, int]]:
    for first, head in enumerate(heads):
        if head:
            for last in range(first + 1, min(first + LONGEST, len(tails)) + 1):
                if tails[last - 1]:
                    yield first, last


def propose(found: "pd.DataFrame", *, least: int = 2) -> "pd.DataFrame":
    """Rank terms of two words or more by C-value: the terms table, best first.

    `found` is the candidates table; a term occurs `least` times or more, and at least once each
    begins and ends a phrase of its own. `c_value` is
    log2(words) * (count - mean count of the longer terms that hold it) (Frantzi, Ananiadou & Mima
    2000); what is nearly always part of one longer term is a fragment and left out. `topic` is the topic that the
    lexicon has for it; NA proposes it as new.
    """
    import pandas as pd

    several = found[found["words"] > 1]
    usual = several.sort_values(["count", "term"], ascending=[False, True], kind="stable")
    terms = pd.DataFrame(
        {
            "term": usual.groupby("lemma")["term"].first(),
            "words": usual.groupby("lemma")["words"].first(),
            "count": several.groupby("lemma")["count"].sum(),
            "articles": several.groupby("lemma")["article"].nunique(),
        }
    ).reset_index()
    whole = several.groupby("lemma")[["begun", "ended"]].sum().min(axis=1) > 0
    terms = terms[(terms["count"] >= least) & terms["lemma"].map(whole)]
    longer = _longer(dict(zip(terms["lemma"], terms["count"], strict=True)))
    terms["c_value"] = [
        c_value(size, count, longer.get(key, []))
        for key, size, count in zip(terms["lemma"], terms["words"], terms["count"], strict=True)
    ]
    terms = terms[terms["c_value"] > 0]
    terms["topic"] = [_topic(term) for term in terms["term"]]
    ranked = terms.sort_values(["c_value", "lemma"], ascending=[False, True], ignore_index=True)
    return conform("terms", ranked)


def c_value(size: int, count: int, longer: list[int]) -> float:
    """C-value of a term of `size` words; `longer` are the counts of the terms that hold it.

    >>> c_value(2, 10, [4, 2]), c_value(2, 10, [9])
    (7.0, 0.0)
    """
    if longer and max(longer) >= ABSORBED * count:
        return 0.0
    return round(log2(size) * (count - sum(longer) / max(len(longer), 1)), 4)


def _longer(counts: dict[str, int]) -> dict[str, list[int]]:
    """Counts of the longer terms that hold each term."""
    longer: dict[str, list[int]] = {}
    for key, count in counts.items():
        parts = key.split(" ")
        for size in range(2, len(parts)):
            for first in range(len(parts) - size + 1):
                longer.setdefault(" ".join(parts[first : first + size]), []).append(count)
    return longer


@lru_cache(1 << 12)
def _topic(term: str) -> str | None:
    """The topic that the lexicon has for the words of a term, if any."""
    from . import topics
    from .corpus import Article

    rows = topics.find(Text(Article("term", term), steps=()))
    return rows[0]["topic"] if rows else None
