"""Vague quantities: «چندین نشست», «برخی کشورها», «ده‌ها هزار نفر», without a made-up value."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon import Phrases, compact, load
from ..numerals import Numeral
from ..text import Token
from .context import names
from .counted import Counted, counted, phrase
from .measured import measured
from .units import Unit, unit_at


class Vague(NamedTuple):
    """A vague quantity: tokens `first` to `last - 1` with its scale and unit."""

    first: int
    last: int
    unit: Unit | None
    noun: Counted | None


@cache
def phrases() -> Phrases[str]:
    """Vague quantifiers and what they need after them: noun, free, of, scale."""
    return Phrases((entry["phrase"], entry["needs"]) for entry in load("vague-quantities"))


@cache
def openers() -> frozenset[str]:
    """First words of vague quantifiers."""
    phrases = [entry["phrase"] for entry in load("vague-quantities")]
    parts = [phrase.replace("\u200c", " ").split()[0] for phrase in phrases]
    return frozenset(map(compact, parts + [phrase.split()[0] for phrase in phrases]))


def find(
    tokens: Sequence[Token], numerals: Sequence[Numeral], barred: Sequence[bool]
) -> list[Vague]:
    """Vague quantities in order; a scale word after one belongs to it («چند هزار»)."""
    starts = {numeral.first: numeral for numeral in numerals}
    added = {numeral.last + 1 for numeral in numerals if _and(tokens, numeral.last)}
    found: list[Vague] = []
    for at, token in enumerate(tokens):
        if token.key in openers() and not barred[at] and at not in added:
            vague = _at(tokens, at, starts, barred)
            if vague and (not found or found[-1].last <= at):
                found.append(vague)
    return found


def _and(tokens: Sequence[Token], at: int) -> bool:
    """Whether «و چند» stands at a token: a hedge of the numeral before («۵۰ و چند نفر»)."""
    return [token.key for token in tokens[at : at + 2]] in (["و", "چند"], ["و", "چندی"])


def _at(
    tokens: Sequence[Token], at: int, starts: dict[int, Numeral], barred: Sequence[bool]
) -> Vague | None:
    match = phrases().longest(tokens, at)
    if match is None or (at and tokens[at - 1].key == "هر") or names().longest(tokens, at):
        return None
    end, needs = match
    scale = starts.get(end)
    if scale is not None:
        if not _round(scale):
            return None
        end, needs = scale.last, "free"
    unit_end, unit = unit_at(tokens, end) or (end, None)
    if unit and not unit.needs_context and not any(barred[end:unit_end]):
        return Vague(at, unit_end, unit, measured(tokens, unit_end, unit, barred))
    if any(barred[end : end + 1]):
        return None
    return _counting(tokens, at, end, needs, barred)


def _counting(
    tokens: Sequence[Token], at: int, end: int, needs: str, barred: Sequence[bool]
) -> Vague | None:
    of = end < len(tokens) and tokens[end].key == "از"
    noun = phrase(tokens, end + 1, barred) if of else counted(tokens, end, barred)
    if of and noun is None and end + 1 < len(tokens) and tokens[end + 1].key in ("این", "آن"):
        noun = phrase(tokens, end + 2, barred)
    if (needs == "of" and not of) or (noun is None and needs in ("noun", "scale") and not of):
        return None
    if of and needs == "noun" and noun is None:
        return None
    return Vague(at, end, None, noun)


def _round(numeral: Numeral) -> bool:
    """Whether a numeral is a bare round one: «هزار», «صد میلیون», «ده»."""
    digits = str(numeral.value)
    return (
        numeral.kind == "cardinal"
        and numeral.form == "words"
        and set(digits[1:]) <= {"0"}
        and (digits[0] == "1" and len(digits) > 1)
    )
