"""Whether a meeting is planned, under way, held, cancelled, or not a meeting at all."""

from collections.abc import Sequence
from functools import cache

from ..clauses import Verb
from ..lexicon import Phrases, load
from ..text import Token
from .reading import Reading

REACH = 6
PAST = frozenset(["past", "perfect", "pluperfect", "imperfect"])
LIGHT = frozenset(["کرد", "شد", "داد", "گرفت", "نمود", "افتاد", "انداخت", "گردید", "خورد"])


@cache
def cues() -> Phrases[str]:
    """Status cues by their words."""
    return Phrases((entry["surface"], entry["status"]) for entry in load("status-cues"))


def cues_in(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int, str]]:
    """Cues among tokens `first` to `last - 1`: first token, token after, status."""
    found = []
    at = first
    while at < last:
        hit = cues().longest(tokens, at)
        if hit and hit[0] <= last:
            found.append((at, hit[0], hit[1]))
            at = hit[0]
        else:
            at += 1
    return found


def predicate(tokens: Sequence[Token], verb: Verb | None, first: int) -> str | None:
    """Status that the words right before a verb tell («لغو شد», «آغاز شد», «تکذیب کرد»)."""
    if verb is None:
        return None
    near = cues_in(tokens, max(first, verb.first - 4), verb.last)
    for start, end, status in reversed(near):
        if status == "planned" or (end == verb.first and status != "unreal"):
            return status
        if start >= verb.first and status == "unreal":
            return status
    return None


def by_tense(verb: Verb | None) -> str | None:
    """Status that a verb's tense alone tells."""
    if verb is None:
        return None
    if verb.tense in PAST:
        return "held"
    return "planned"


def modal(tokens: Sequence[Token], reading: Reading) -> str | None:
    """What governs a subjunctive: planned («قرار است»), unreal («باید», «آماده»), negated, None."""
    at: Reading | None = reading
    for _ in range(REACH):
        if at is None:
            break
        if at.relative and at is not reading:
            at = at.before
            continue
        last = at.clause.verb.last if at.clause.verb else at.clause.last
        for _, end, status in reversed(cues_in(tokens, at.clause.first, last)):
            if status == "unreal" and at is reading and _own(reading, end):
                continue
            if status in ("planned", "unreal", "denied"):
                negative = (
                    at is not reading and at.clause.verb is not None and at.clause.verb.negative
                )
                return "negated" if negative else status
        if at is not reading and at.clause.verb is not None:
            if at.clause.verb.negative:
                return "negated"
            if at.clause.verb.tense != "subjunctive":
                return "purpose" if _purpose(tokens, reading) else None
        at = at.before
    return None


def _own(reading: Reading, end: int) -> bool:
    """Whether a cue is the noun of the clause's own verb: «... و راه‌ها را بررسی کند»."""
    return reading.clause.verb is not None and end == reading.clause.verb.first


def _purpose(tokens: Sequence[Token], reading: Reading) -> bool:
    first = reading.clause.first
    return any(token.key == "تا" for token in tokens[max(0, first - 1) : first + 2])
