"""Which tokens can be part of a name."""

from functools import cache

from ..lexicon import compact, load
from .gazetteer import Scan

STOPS = ("role", "roleword", "honorific", "head", "country")


@cache
def function_words() -> frozenset[str]:
    """Words that end a phrase: prepositions, conjunctions, pronouns, common verbs."""
    return frozenset(
        compact(word) for row in load("function-words") for word in row["words"].split()
    )


@cache
def noun_ends(*classes: str) -> frozenset[str]:
    """Adverbs, verbs and the nouns of compound verbs: they go on no name; of some classes or all."""
    return frozenset(
        compact(row["word"])
        for row in load("noun-phrase-ends")
        if not classes or row["class"] in classes
    )


def ends_phrase(scan: Scan, index: int) -> bool:
    """Whether a token cannot go on a noun phrase."""
    if index >= len(scan.tokens):
        return True
    token = scan.tokens[index]
    return token.kind != "w" or token.key in function_words()


def phrase_end(scan: Scan, first: int, most: int) -> int:
    """Token after the noun phrase that begins at `first`, of `most` words or fewer."""
    last = first
    while last < first + most and not ends_phrase(scan, last):
        last += 1
    return last


def is_name_word(scan: Scan, index: int) -> bool:
    """Whether a token can be part of a person's or an agency's name."""
    return not ends_phrase(scan, index) and scan.hit(index, *STOPS) is None
