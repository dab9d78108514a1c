"""Whether the words around a date speak of the past or the future."""

from functools import cache
from itertools import pairwise

from ..clauses import WILL, forms
from ..lexicon import compact, load
from ..text import Text, Token
from .grammar import Unit

REACH = 60
PAST, UNKNOWN, FUTURE, STATE = -1, 0, 1, 2
SIDES = {
    "past": PAST,
    "imperfect": PAST,
    "perfect": PAST,
    "present": FUTURE,
    "future": FUTURE,
    "subjunctive": FUTURE,
    "state": STATE,
}


@cache
def cues() -> dict[str, int]:
    """Words that tell a tense, by key: the forms of the verbs, and the words of the list."""
    finite, participles, _ = forms()
    found = {key: SIDES[form.tense] for key, form in finite.items() if not form.boundary}
    found |= dict.fromkeys(participles, PAST) | dict.fromkeys(WILL, FUTURE)
    for kind, side in SIDES.items():
        found |= dict.fromkeys(told(kind), side)
    return found


@cache
def told(kind: str) -> frozenset[str]:
    """Keys of the listed words of one kind: a tense, `report`, `schedule` ...."""
    entries = [entry for entry in load("tense") if entry["tense"] == kind]
    return frozenset(compact(word) for entry in entries for word in entry["words"])


def tense(text: Text, unit: Unit) -> int:
    """-1 past, 1 future, 2 a present state, 0 unknown: the first verb after a unit, or the last before.

    «شده است» is past, «شود» and «خواهد شد» are future, «است» is a state. What is scheduled lies
    ahead («به ۵ دی موکول شد»), what is announced on either side («از برگزاری آن در ۵ دی خبر داد»).
    """
    tokens, known, sentence = text.tokens, cues(), text.sentence[unit.first]
    ahead = range(unit.last, min(unit.last + REACH, len(tokens)))
    for at in ahead:
        if text.sentence[at] != sentence:
            break
        if tokens[at].key in known:
            return _ahead(tokens, unit, at, known[tokens[at].key])
    for at in range(unit.first - 1, max(unit.first - REACH, -1), -1):
        if text.sentence[at] != sentence:
            break
        if tokens[at].key in known:
            return UNKNOWN if _reports(tokens, at) else known[tokens[at].key]
    return UNKNOWN


def _reports(tokens: list[Token], at: int) -> bool:
    """Whether the verb at a token is one of saying: «گفت», «خبر داد», «اعلام کرد»."""
    return bool({tokens[at].key, tokens[max(at - 1, 0)].key} & told("report"))


def _ahead(tokens: list[Token], unit: Unit, at: int, side: int) -> int:
    """The side that the verb after a unit tells, unless it is one of saying or scheduling."""
    if side != PAST:
        return side
    before = {token.key for token in tokens[max(unit.last, at - 2) : at + 1]}
    if before & told("schedule"):
        return FUTURE
    if _reports(tokens, at):
        led = ["", *(token.key for token in tokens[max(unit.first - 12, 0) : unit.first])]
        if any(_announced(*pair) for pair in pairwise(led)):
            return UNKNOWN
    return side


def _announced(before: str, key: str) -> bool:
    """Whether a noun before a date makes it part of the news: «از آغاز», «موعد»."""
    return key in told("appointed") or (before == "از" and key in told("announced"))
