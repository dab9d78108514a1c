"""Restore lost half-spaces (U+200C, the zero-width non-joiner) of Persian text.

Text from the web has often lost them: «همکاریهای» for «همکاری‌های», «میشود» for «می‌شود». Only
U+200C is ever inserted, no other character changes, and a word that has a half-space already is
left as its author wrote it.

How it works: a word seen often enough is written as most texts write it. For any other word a
small chain model (a conditional random field over the letters) weighs the letters around each
place, whether the two sides are words, prefixes or endings, and how productive they are. Where
that leaves a doubt («زمینهای»: زمین‌های or زمینه‌ای) the neighbouring words decide. The model's
card, with its data, licences and scores, is `analysis/models/spelling.md`.

Policy: the Academy of Persian Language and Literature allows both «گروهها» and «گروه‌ها». Here
the plural «ها» stands apart, as in most edited text, but «آنها» and «اینها» are joined.
With `policy="separate"` they are written apart as well.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from ..lexicon import fold
from .divided import divided
from .evidence import Cuts
from .ezafe import leaning
from .model import Around, Open, load

Policy = Literal["academy", "separate"]

ZWNJ = "\u200c"
LETTERS = "\u0620-\u065f\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
WORD = re.compile(f"[{LETTERS}][{LETTERS}{ZWNJ}]*")
PLURAL = re.compile(
    "(?<=[^\u0622-\u0627\u062f-\u0632\u0648\u0698])ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?$"
)
CAUTION = 3.0
POLICY_JOINED = ("آنها", "اینها")
DEMONSTRATIVES = frozenset(["این", "آن", "همین", "همان"])


def restore_zwnj(text: str, *, policy: Policy = "academy") -> str:
    """Insert the half-spaces that a text has lost, and change nothing else.

    >>> restore_zwnj("همکاریهای بینالمللی").split(ZWNJ)
    ['همکاری', 'های بین', 'المللی']

    `policy="separate"` also writes «آن‌ها» and every other plural apart.
    """
    parts, done = [], 0
    for offset in missing_zwnj(text, policy=policy):
        parts.append(text[done:offset])
        done = offset
    parts.append(text[done:])
    return ZWNJ.join(parts)


def missing_zwnj(text: str, *, policy: Policy = "academy") -> list[int]:
    """Offsets of `text` at which a half-space has been lost, in order.

    >>> missing_zwnj("میشود")
    [2]
    """
    return [offset for start, cuts in _missing(text, policy) for offset in _places(start, cuts)]


def lost_in_words(text: str, *, policy: Policy = "academy") -> list[tuple[int, int, str]]:
    """Words that have lost half-spaces: start, end and the word restored.

    >>> lost_in_words("او میرود") == [(3, 8, "می" + ZWNJ + "رود")]
    True
    """
    found = []
    for word, cuts in _missing(text, policy):
        edges = [word.start(), *_places(word, cuts), word.end()]
        pieces = [text[a:b] for a, b in pairwise(edges)]
        found.append((word.start(), word.end(), ZWNJ.join(pieces)))
    return found


def divided_words(text: str) -> list[tuple[int, int, str]]:
    """Words that a space divides where a half-space belongs: start, end and the word repaired.

    >>> divided_words("همکاری های ما") == [(0, 10, "همکاری" + ZWNJ + "های")]
    True
    """
    words = list(WORD.finditer(text))
    found = []
    for first, last in divided(load(), text, words):
        word = ZWNJ.join(match.group() for match in words[first : last + 1])
        word = word.replace(f"{ZWNJ}و{ZWNJ}", f"{ZWNJ}و")
        found.append((words[first].start(), words[last].end(), word))
    return found


def _missing(text: str, policy: Policy) -> list[tuple[re.Match[str], Cuts]]:
    """Words with the places (letters, without diacritics) at which they lost a half-space.

    A text that keeps as many half-spaces as it seems to have lost has hardly lost any: there
    only what is beyond doubt counts.
    """
    words = list(WORD.finditer(text))
    found = list(_lost(text, words, policy, 0.0))
    kept = sum(ZWNJ in match.group() for match in words)
    if not found or kept < len(found):
        return found
    return list(_lost(text, words, policy, CAUTION))


def _lost(
    text: str, words: list[re.Match[str]], policy: Policy, caution: float
) -> Iterator[tuple[re.Match[str], Cuts]]:
    """Words without half-spaces that the model cuts, with their cuts."""
    model = load()
    look, known = model.look, model.known
    for index, match in enumerate(words):
        word = match.group()
        found = known.get(word)
        if found is None:
            if ZWNJ in word:
                continue
            found = look(_letters(word))
        if isinstance(found, Open):
            found = model.decide(found, _around(text, words, index, found.ambiguous), caution)
        if policy == "separate":
            found = _plurals_apart(_letters(word), found)
        if found:
            yield match, found


@lru_cache(maxsize=1 << 16)
def _letters(word: str) -> str:
    return fold(word)


def _around(text: str, words: list[re.Match[str]], index: int, ambiguous: bool) -> Around:
    before, after = (_neighbour(text, words, index, step) for step in (-1, 1))
    lean = leaning(before, after, text, words[index].end()) if ambiguous else 0
    return Around(before, after, lean)


def _neighbour(text: str, words: list[re.Match[str]], index: int, step: int) -> str | None:
    """The letters of the word before or after, if it stands on the same line."""
    if not 0 <= index + step < len(words):
        return None
    first, second = sorted((index, index + step))
    if "\n" in text[words[first].end() : words[second].start()]:
        return None
    return _letters(words[index + step].group()) or None


def _places(match: re.Match[str], cuts: Cuts) -> list[int]:
    """Offsets in the text of a word's cuts, diacritics counted."""
    start, word = match.start(), match.group()
    if len(_letters(word)) == len(word):
        return [start + cut for cut in cuts]
    bases = [start + k for k, character in enumerate(word) if fold(character)]
    return [bases[cut] for cut in cuts]


def _plurals_apart(word: str, cuts: Cuts) -> Cuts:
    """Add the cut before a plural ending that usage joins («آنها»)."""
    plural = PLURAL.search(word)
    if not plural or plural.start() < 2 or plural.start() in cuts:
        return cuts
    stem, piece = word[: plural.start()], load().evidence.piece
    plain = piece(word).startswith("0") and not piece(stem).startswith("0")
    if not plain and stem not in DEMONSTRATIVES:
        return cuts
    return tuple(sorted((*cuts, plural.start())))
