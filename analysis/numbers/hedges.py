"""Hedges around a quantity: more than, at least, about, less than, at most, up to, between."""

from collections.abc import Sequence
from functools import cache

from ..lexicon import compact, load
from ..text import Token
from .words import ends, is_verb

WIDEST = 5
TRANSPARENT = frozenset(map(compact, ("مبلغ", "رقم", "تعداد", "مجموع", "جمعا", "مرز")))


@cache
def phrases(position: str) -> dict[str, str]:
    """Hedges that stand `before`, `after` or `around` a quantity: compact phrase to modifier."""
    return {
        compact(entry["phrase"]): entry["modifier"]
        for entry in load("hedges")
        if entry["position"] == position
    }


@cache
def wary() -> frozenset[str]:
    """Hedges that are adjectives after a noun («آینده نزدیک»)."""
    return frozenset(compact(e["phrase"]) for e in load("hedges") if e["needs_context"] == "yes")


def _noun_before(tokens: Sequence[Token], at: int) -> bool:
    if not at or tokens[at - 1].kind != "w" or is_verb(tokens[at - 1]):
        return False
    return ends().get(tokens[at - 1].key) is None


def before(tokens: Sequence[Token], first: int, sentence: Sequence[int]) -> tuple[int, str] | None:
    """The longest hedge that ends right before token `first`: its first token, and the modifier."""
    end = first
    if end and tokens[end - 1].key in TRANSPARENT and sentence[end - 1] == sentence[first]:
        end -= 1
    found, joined = None, ""
    for at in range(end - 1, max(-1, end - 1 - WIDEST), -1):
        if tokens[at].kind != "w" or sentence[at] != sentence[first]:
            break
        joined = tokens[at].key + joined
        if joined in phrases("before") and not (joined in wary() and _noun_before(tokens, at)):
            found = at, phrases("before")[joined]
    return found


def after(tokens: Sequence[Token], last: int) -> tuple[int, str] | None:
    """The hedge that begins at token `last`: the token after it, and the modifier."""
    return _longest(tokens, last, "after")


def around(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """The modifier of «از ... فراتر رفت», «از ... بیشتر نیست» around tokens `first` to `last - 1`."""
    start = first - 1
    if start > 0 and tokens[start].key in TRANSPARENT:
        start -= 1
    if start < 0 or tokens[start].key != "از":
        return None
    found = _longest(tokens, last, "around")
    return found[1] if found else None


def _longest(tokens: Sequence[Token], last: int, position: str) -> tuple[int, str] | None:
    joined, found = "", None
    for at in range(last, min(len(tokens), last + 3)):
        joined += tokens[at].key
        if joined in phrases(position):
            found = at + 1, phrases(position)[joined]
    return found
