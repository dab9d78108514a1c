"""What the tagger sees of a word, and in which places around it.

Training and tagging use this one description. A word is its folded key: half-spaces and spaces
inside it are gone, so every spelling of a word looks the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

EDGE = "<s>"
NEAR, CLOSE, HERE = (-2, -1, 0, 1, 2), (-1, 0, 1), (0,)
PLACES: dict[str, tuple[int, ...]] = {
    "w": NEAR,
    "shape": CLOSE,
    "s1": HERE,
    "s2": CLOSE,
    "s3": CLOSE,
    "s4": HERE,
    "p2": HERE,
    "p3": CLOSE,
    "p4": HERE,
    "pos": NEAR,
    "c0": NEAR,
    "c1": NEAR,
    "c2": NEAR,
    "list": CLOSE,
}
PAIRED = ("w", "c0", "c1")


class Words(Protocol):
    """What knows more of a word than its letters."""

    def get(self, key: str, /) -> tuple[str, ...] | None:
        """Attributes written as `kind=code`."""


def shape(key: str) -> str:
    """Class of a word by its characters: digits by their number, Latin, a mark itself, letters.

    >>> shape("1404"), shape("itu"), shape("«"), shape("ایران")
    ('0000', 'latin', '«', 'letters')
    """
    if key.isdigit():
        return "0" * min(len(key), 4)
    if key.isascii() and key.isalpha():
        return "latin"
    return "letters" if any(map(str.isalnum, key)) else key


def attributes(key: str, words: Words) -> dict[str, list[str]]:
    """Attributes of one word by kind; `words` gives what the lexicon of words knows of it.

    >>> attributes("ایران", {"ایران": ("c0=7", "list=country")})["s2"]
    ['s2=ان']
    """
    found: dict[str, list[str]] = {"w": [f"w={key}"], "shape": [f"shape={shape(key)}"]}
    for n in (1, 2, 3, 4):
        if len(key) > n:
            found[f"s{n}"] = [f"s{n}={key[-n:]}"]
            if n > 1:
                found[f"p{n}"] = [f"p{n}={key[:n]}"]
    for value in words.get("0" if key.isdigit() else key) or ():
        found.setdefault(value.partition("=")[0], []).append(value)
    return found


def pairs(left: Mapping[str, list[str]], right: Mapping[str, list[str]]) -> Iterator[str]:
    """Joint attributes of two neighbours."""
    for kind in PAIRED:
        for one in left.get(kind, ()):
            for other in right.get(kind, ()):
                yield f"{one}+{other}"


def items(keys: Iterable[str], words: Words) -> list[list[str]]:
    """All attributes of each word of a sentence, each with its place: what training reads."""
    known = [attributes(key, words) for key in keys]
    edge = attributes(EDGE, {})
    found: list[list[str]] = []
    for at in range(len(known)):
        item = ["bias"]
        for place in NEAR:
            inside = 0 <= at + place < len(known)
            for kind, values in (known[at + place] if inside else edge).items():
                if place in PLACES[kind]:
                    item += [f"{place}|{value}" for value in values]
        if at:
            item += [f"<|{pair}" for pair in pairs(known[at - 1], known[at])]
        if at + 1 < len(known):
            item += [f">|{pair}" for pair in pairs(known[at], known[at + 1])]
        found.append(item)
    return found
