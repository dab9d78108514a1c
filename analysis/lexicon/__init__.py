"""Word lists, loaded from the TOML and CSV files beside this one.

A TOML list is an array of tables `[[entry]]`; every list names the source of its words.
"""

import csv
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Protocol
from unicodedata import digit

FOLDED = str.maketrans(
    {
        **dict(zip("يىكۀةأإٱؤ", "ییکههاااو", strict=True)),
        **{
            chr(code): str(digit(chr(code)))
            for code in [*range(0x660, 0x66A), *range(0x6F0, 0x6FA)]
        },
        **dict.fromkeys("\u200c\u200d\u0640"),
        **dict.fromkeys(map(chr, [*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670])),
    }
)


class Keyed(Protocol):
    """Anything that has a folded key, as a token has."""

    @property
    def key(self) -> str: ...


def fold(word: str) -> str:
    """Fold what does not distinguish words: half-spaces, diacritics, Arabic letters, digits' script.

    >>> fold("همکاري‌هایِ ۲۵ WTDC")
    'همکاریهای 25 wtdc'
    """
    return word.translate(FOLDED).lower()


def compact(phrase: str) -> str:
    """Fold a phrase and drop its spaces: how phrases are compared.

    >>> compact("بین المللی") == compact("بین‌المللی") == compact("بینالمللی")
    True
    """
    return "".join(fold(phrase).split())


@cache
def load(name: str) -> list[dict[str, Any]]:
    """Read the word list `name` (analysis/lexicon/name.toml or .csv) as a list of entries.

    Raises FileNotFoundError for a name that is not there.
    """
    folder = files(__name__)
    toml = folder / f"{name}.toml"
    if toml.is_file():
        entries: list[dict[str, Any]] = tomllib.loads(toml.read_text("utf-8"))["entry"]
        return entries
    return list(csv.DictReader((folder / f"{name}.csv").read_text("utf-8").splitlines()))


class Phrases[T]:
    """Phrases found in a row of tokens whatever their spaces and half-spaces.

    >>> from analysis.text import Text; from analysis.corpus import Article
    >>> phrases = Phrases([("هوش مصنوعی", "ai")])
    >>> phrases.longest(Text(Article("a", "از هوش‌مصنوعی بگو")).tokens, 1)
    (2, 'ai')
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self.values = {compact(phrase): value for phrase, value in entries}
        self.prefixes = {key[:n] for key in self.values for n in range(1, len(key) + 1)}

    def longest(self, tokens: Sequence[Keyed], at: int) -> tuple[int, T] | None:
        """The longest phrase that begins at token `at`: the token after it, and its value."""
        found = None
        joined = ""
        for index in range(at, len(tokens)):
            joined += tokens[index].key
            if joined not in self.prefixes:
                break
            if joined in self.values and tokens[index].key:  # «ـ» alone is no part of a phrase
                found = index + 1, self.values[joined]
        return found
