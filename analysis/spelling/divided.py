"""Words divided by a space where a half-space belongs: «همکاری های», «می شود», «رفته اند».

Parts that cannot stand alone are listed in `analysis/lexicon/half-spaces.toml`; pairs of full
words («بین المللی») are those that the model's texts write with a half-space and, next to that,
hardly ever with a space.
"""

import re
from collections.abc import Callable
from functools import cache

from ..lexicon import fold
from ..lexicon import load as load_list
from .model import Model

NOT_SILENT = ("اه", "وه")
BARE_VERBS = frozenset(["توان", "بایست"])
BEING = frozenset(["است", "بود", "بودند", "باشد", "باشند"])
Rule = Callable[[Model, str, str], bool]


def _before_verb(model: Model, first: str, second: str) -> bool:
    return bool(model.evidence.verb(second).strip("c")) or second in BARE_VERBS


def _after_word(model: Model, first: str, second: str) -> bool:
    return len(first) > 1


def _after_he(model: Model, first: str, second: str) -> bool:
    silent = len(first) > 2 and first.endswith("ه") and not first.endswith(NOT_SILENT)
    return silent or _known(model, first, second)


def _after_participle(model: Model, first: str, second: str) -> bool:
    return "c" in model.evidence.verb(first) or _known(model, first, second)


def _comparative(model: Model, first: str, second: str) -> bool:
    known = any(_known(model, fold(first), degree) for degree in ("تر", "ترین"))
    return known or first in parts("comparable")


def _known(model: Model, first: str, second: str) -> bool:
    """Whether text or dictionary is known to write the two with a half-space."""
    word, cut = first + second, len(first)
    if word in model.settled:
        return cut in model.settled[word]
    counts = model.evidence.counts(word)
    if not counts:
        return cut in (model.evidence.compound(word) or ())
    apart = sum(n for cuts, n in counts.items() if cut in cuts)
    return 2 * apart > sum(counts.values())


NEEDS: dict[str, Rule] = {
    "verb": _before_verb,
    "word": _after_word,
    "he": _after_he,
    "participle": _after_participle,
    "comparative": _comparative,
    "known": _known,
}


@cache
def parts(side: str) -> dict[str, Rule]:
    """The parts that begin, or end, a word, with the rule that each needs."""
    return {
        surface: NEEDS[entry["needs"]]
        for entry in load_list("half-spaces")
        if entry["side"] == side
        for surface in entry["surface"]
    }


def belongs(model: Model, first: str, second: str) -> bool:
    """Whether two words with a space between them are one word that lost its half-space.

    Both are as written, possibly with half-spaces of their own.
    """
    if f"{first} {second}" in pairs(model):
        return True
    if rule := parts("ending").get(second):
        return rule(model, fold(first), second)
    if rule := parts("beginning").get(first):
        return rule(model, first, fold(second))
    return False


@cache
def pairs(model: Model) -> frozenset[str]:
    """Words that are one with a half-space: those of the model's texts, and listed ones."""
    return (model.evidence.pairs | parts("pair").keys()) - parts("two").keys()


@cache
def pair_starts(model: Model) -> frozenset[str]:
    """The first words of the pairs."""
    return frozenset(pair.split()[0] for pair in pairs(model))


def divided(model: Model, text: str, words: list[re.Match[str]]) -> list[tuple[int, int]]:
    """Runs of words (first, last) that one half-space each should hold together."""
    endings, beginnings = parts("ending"), parts("beginning")
    whole = pairs(model)
    starts = pair_starts(model)
    runs: list[tuple[int, int]] = []
    for index in range(1, len(words)):
        a, b = words[index - 1], words[index]
        if b.start() != a.end() + 1:
            continue
        first, second = a.group(), b.group()
        likely = second in endings or first in beginnings
        around = "و" in (first, second) and _around_and(text, words, index) in whole
        paired = first in starts and f"{first} {second}" in whole
        if not (likely or around or (paired and not _perfect(model, words, index))):
            continue
        if text[a.end()] not in " \u00a0" or not (around or belongs(model, first, second)):
            continue
        if runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index - 1, index))
    return runs


def _around_and(text: str, words: list[re.Match[str]], index: int) -> str:
    """A «و» at or before a word, with the words on both sides: «گفت و گو»."""
    first = index - 1 if words[index].group() == "و" else index - 2
    three = words[max(first, 0) : first + 3]
    return text[three[0].start() : three[-1].end()]


def _perfect(model: Model, words: list[re.Match[str]], index: int) -> bool:
    """Whether a word is the participle of a verb that ends after it: «آسیب دیده اند»."""
    after = words[index + 1].group() if index + 1 < len(words) else ""
    ends = parts("ending").get(after) is _after_participle or after in BEING
    return ends and "c" in model.evidence.verb(fold(words[index].group()))
