"""Names, written as the project's word lists write them: «نایروبی», «پیونگ‌یانگ», «بهروز».

Letters alone cannot tell a foreign name from a word with a prefix («میقاتی» begins like a verb),
so a name that text has not been seen to write otherwise is taken from the lists. A few given
names are spelled like phrases («بهروز» and «به‌روز»): there the neighbouring words decide.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ..lexicon import fold, load
from .evidence import Cuts, split

ZWNJ = "\u200c"
LISTS = {
    "given-names": "names",
    "leaders": "surface",
    "places": "surface",
    "countries": "surface",
    "organisations": "surface",
}
SILENT_HE_ENDING = "ای"


def words(phrase: str) -> Iterator[tuple[str, Cuts]]:
    """The words of a phrase, folded, with the places of their half-spaces.

    >>> list(words("مونته‌ویدئو"))
    [('مونتهویدئو', (5,))]
    """
    for form in phrase.split():
        word, cuts = split("|".join(map(fold, form.split(ZWNJ))), "|")
        if len(word) > 1 and word.isalpha():
            yield word, cuts


@cache
def names() -> dict[str, Cuts]:
    """Words of names, and loanwords, with their cuts, but for those listed in two ways.

    «روسیه‌ای» is left out too: with «روسی» in the lists it may as well be «روسی‌های».
    """
    phrases = [entry[column] for name, column in LISTS.items() for entry in load(name)]
    for entry in load("half-spaces"):
        if entry["side"] == "written":
            phrases += entry["surface"]
    forms: defaultdict[str, set[Cuts]] = defaultdict(set)
    for phrase in phrases:
        for word, cuts in words(phrase):
            forms[word].add(cuts)
    found = {word: min(cuts) for word, cuts in forms.items() if len(cuts) == 1}
    return {
        word: cuts
        for word, cuts in found.items()
        if not (word.endswith(SILENT_HE_ENDING) and cuts and word[: cuts[-1] - 1] in found)
    }


@cache
def given() -> frozenset[str]:
    """Given names."""
    return frozenset(word for entry in load("given-names") for word, _ in words(entry["names"]))


@cache
def cues(side: str) -> tuple[str, ...]:
    """The words that come before a person's name, or the endings of surnames."""
    return tuple(
        fold(surface)
        for entry in load("name-cues")
        if entry["side"] == side
        for surface in entry["surface"]
    )


def of_person(before: str | None, after: str | None) -> bool:
    """Whether neighbours tell a given name: a title before it, or a surname after it.

    >>> of_person("آقای", "افخمی"), of_person("نسخه", "رسانی")
    (True, False)
    """
    if before in cues("before"):
        return True
    return surname(after) and not (before or "").endswith("ی")


def surname(word: str | None) -> bool:
    """Whether a word looks like a surname: a usual ending, or a given name with ی («صادقی»)."""
    if word is None or len(word) < 4:
        return False
    return word.endswith(cues("ending")) or (word[-1] == "ی" and word[:-1] in given())
