"""Where an operand stands, as the rules of refusal see it, and the words that they know."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon import Phrases, compact, load
from ..numerals.reading import word_piece
from ..text import Text, Token
from .counted import Counted
from .quantity import Operand

VERSUS = frozenset(("بر", "-", "–"))


def numeric(token: Token) -> bool:
    """Whether a token is a cardinal in digits or in words."""
    if token.kind == "n":
        return True
    piece = word_piece(token.text, token.key) if token.kind == "w" else None
    return piece is not None and piece.kind == "cardinal"


class Context(NamedTuple):
    """An operand where it stands.

    noun: what it counts. listed: «و» joins it to the quantity before. after: the rule that refused
    a neighbour.
    """

    text: Text
    at: Operand
    noun: Counted | None
    hedged: bool
    listed: bool
    ranged: bool
    barred: Sequence[bool]
    after: str | None

    def key(self, offset: int) -> str:
        """Key of the token `offset` places after the numeral, or before it where negative."""
        token = self.token(offset)
        return token.key if token else ""

    def token(self, offset: int) -> Token | None:
        """The token `offset` places after the operand's last, or before its first; None outside."""
        place = self.at.first + offset if offset < 0 else self.at.last + offset
        tokens = self.text.tokens
        same = 0 <= place < len(tokens) and (
            self.text.sentence[place] == self.text.sentence[self.at.first]
        )
        return tokens[place] if same else None


@cache
def names() -> Phrases[str]:
    """Names and set phrases that hold a numeral."""
    return Phrases((entry["phrase"], entry["class"]) for entry in load("names-with-numbers"))


@cache
def labels() -> dict[str, bool]:
    """Words that a number after them names («ماده ۲»), and whether they need context."""
    return {
        compact(entry["word"]): entry["needs_context"] == "yes" for entry in load("number-labels")
    }


@cache
def streets() -> frozenset[str]:
    """Labels that ordinals name too: «کوچه دهم»."""
    return frozenset(
        compact(entry["word"]) for entry in load("number-labels") if entry["ordinals"] == "yes"
    )


@cache
def titles() -> frozenset[str]:
    """Words before a quoted title: «فیلم»."""
    return frozenset(compact(entry["word"]) for entry in load("title-words"))


@cache
def heads() -> frozenset[str]:
    """Nouns that a bare quantity follows: «تعداد», «قیمت»."""
    return frozenset(compact(entry["word"]) for entry in load("quantity-heads"))


@cache
def bare_heads(*kinds: str) -> frozenset[str]:
    """Nouns after which a number counts nothing («رتبه ۳۷ جهان»), or only a measure none."""
    return frozenset(
        compact(entry["word"]) for entry in load("quantity-heads") if entry["bare"] in kinds
    )


@cache
def months(doubtful: bool = False) -> frozenset[str]:
    """Names of months that mean nothing else, or all of them, as keys."""
    return frozenset(
        compact(name)
        for entry in load("months")
        if doubtful or not entry.get("needs_context") or entry.get("weak")
        for name in entry["names"]
    )


@cache
def places() -> frozenset[str]:
    """Nouns that are named after a day: «میدان», «بیمارستان», «گروه»."""
    return frozenset(
        compact(word)
        for entry in load("date-names")
        if entry["kind"] in ("place", "company")
        for word in entry["words"]
    )
