"""Find the phrases of word lists in a row of tokens, word by word."""

import re
from collections.abc import Iterable, Sequence

from ..lexicon import Keyed, fold

PART = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


def parts(phrase: str) -> list[str]:
    """Words of a phrase, folded: spaces, half-spaces, digits and marks part them.

    >>> parts("صدا‌و سیما")
    ['صدا', 'و', 'سیما']
    """
    return PART.findall(fold(phrase.replace("\u200c", " ")))


class Names[T]:
    """Phrases that tokens spell, with their words written apart, with half-spaces or together.

    Two tokens never make one word of a phrase: «سری لانکا» and «سریلانکا» are «سری‌لانکا», but
    «کن یا» is not «کنیا».

    >>> from analysis.text import Text; from analysis.corpus import Article
    >>> names = Names([("سری‌لانکا", "LKA"), ("کنیا", "KEN")])
    >>> list(names.at(Text(Article("a", "در سری لانکا")).tokens, 1))
    [(3, 'LKA')]
    >>> list(names.at(Text(Article("a", "بازی کن یا برو")).tokens, 1))
    []
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self.values: dict[str, list[T]] = {}
        self.prefixes: set[str] = set()
        for phrase, value in entries:
            words = parts(phrase)
            self.values.setdefault("".join(words), []).append(value)
            self.prefixes.update("".join(words[:n]) for n in range(1, len(words) + 1))

    def at(self, tokens: Sequence[Keyed], first: int) -> Iterable[tuple[int, T]]:
        """All phrases that begin at token `first`, short before long: token after it, value."""
        joined = tokens[first].key
        last = first + 1
        while joined in self.prefixes:
            ended = self.values.get(joined, ()) if tokens[last - 1].key else ()  # «تهران ـ مسقط»
            for value in ended:
                yield last, value
            if last == len(tokens):
                return
            joined += tokens[last].key
            last += 1
