"""Whether the words around a date speak of the past or the future."""

from functools import cache
from itertools import pairwise

from ..clauses import WILL, at_boundary, forms
from ..lexicon import compact, load
from ..text import Text, Token
from .grammar import Unit

REACH, LED = 60, 18
PAST, UNKNOWN, FUTURE, STATE, ANNOUNCED = -1, 0, 1, 2, 3
LASTING = frozenset(["ادامه", "فرصت", "مهلت"])  # «تا ۵ دی ادامه دارد»
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
    found |= {key: PAST for key, form in participles.items() if form.boundary}
    found |= dict.fromkeys(WILL, FUTURE)
    for kind, side in SIDES.items():
        found |= dict.fromkeys(told(kind), side)
    return found


@cache
def closing() -> dict[str, int]:
    """Forms that are a verb only where a clause ends («از مرز گذشت»), as `cues`."""
    return {key: SIDES[form.tense] for key, form in forms()[0].items() if form.boundary}


def side_of(tokens: list[Token], at: int) -> int | None:
    """The side that a token tells, if any; of a passive («گشوده می‌شود») what its auxiliary tells."""
    side = cues().get(tokens[at].key)
    if tokens[at].key in forms()[1] and at + 1 < len(tokens) and _becomes(tokens[at + 1].key):
        side = cues().get(tokens[at + 1].key)
    if side is None and at_boundary(tokens, at + 1):
        side = closing().get(tokens[at].key)
    return side


def _becomes(key: str) -> bool:
    """Whether a word is a form of «شدن», or of «خواستن» for the future."""
    form = forms()[0].get(key)
    return key in WILL or (form is not None and form.lemma == "شد")


@cache
def told(kind: str) -> frozenset[str]:
    """Keys of the listed words of one kind: a tense, `report`, `schedule` ...."""
    entries = [entry for entry in load("tense") if entry["tense"] == kind]
    return frozenset(compact(word) for entry in entries for word in entry["words"])


def tense(text: Text, unit: Unit) -> int:
    """-1 past, 1 future, 2 a present state, 3 announced, 0 unknown: the first verb after a unit, or the last before.

    «شده است» is past, «شود» and «خواهد شد» are future, «است» is a state. What is scheduled lies
    ahead («به ۵ دی موکول شد»), what is announced on either side («از برگزاری آن در ۵ دی خبر داد»).
    """
    tokens, sentence = text.tokens, text.sentence[unit.first]
    if _due(tokens, unit.first):
        return FUTURE
    if _prepared(tokens, unit.first) or monthly(tokens, unit.first, "paid"):
        return STATE
    ahead = range(unit.last, min(unit.last + REACH, len(tokens)))
    for at in ahead:
        if text.sentence[at] != sentence:
            break
        if (side := side_of(tokens, at)) is not None:
            return _ahead(tokens, unit, at, side)
    for at in range(unit.first - 1, max(unit.first - REACH, -1), -1):
        if text.sentence[at] != sentence:
            break
        if (side := side_of(tokens, at)) is not None:
            return UNKNOWN if _reports(tokens, at) else side
    return UNKNOWN


def _due(tokens: list[Token], first: int) -> bool:
    """Whether a date is one of delivery or maturity: «نفت برای تحویل در ژانویه گران شد»."""
    at = first - 1 - (tokens[first - 1].key == "در")
    return at >= 0 and tokens[at].key in told("due")


def _prepared(tokens: list[Token], first: int) -> bool:
    """Whether a date is that of a match or a meeting prepared for: «بلیت بازی جمعه», «برای دیدار شنبه آمد»."""
    if first < 2 or tokens[first - 1].key not in told("met"):
        return False
    return tokens[first - 2].key in told("prepared")


def monthly(tokens: list[Token], first: int, *kinds: str) -> bool:
    """Whether what is paid or measured by the month stands before a date: «یارانه آذر», «تورم نقطه‌ای مهر»."""
    led = {token.key for token in tokens[max(first - 2, 0) : first]}
    return any(led & told(kind) for kind in kinds)


def _reports(tokens: list[Token], at: int) -> bool:
    """Whether the verb at a token is one of saying: «گفت», «خبر داد», «اعلام کرد»."""
    return bool({tokens[at].key, tokens[max(at - 1, 0)].key} & told("report"))


def _ahead(tokens: list[Token], unit: Unit, at: int, side: int) -> int:
    """The side that the verb after a unit tells, unless it is one of saying or scheduling.

    «قرار بود شنبه برگزار شود» may have been.
    """
    led = ["", *(token.key for token in tokens[max(unit.first - LED, 0) : unit.first])]
    if side == FUTURE and ("قرار", "بود") in pairwise(led):
        return UNKNOWN
    if side == STATE and led[-1] == "تا" and tokens[at - 1].key in LASTING:
        return FUTURE
    if side != PAST:
        return side
    before = [token.key for token in tokens[max(unit.last, at - 2) : at + 1]]
    if told("schedule") & {*before, *map("".join, pairwise(before))}:
        return STATE
    done = _becomes(tokens[at].key) or tokens[at].key in ("کرد", "کردند")
    if done and told("closed").intersection(before):
        return ANNOUNCED
    if _reports(tokens, at):
        whole = tokens[unit.last].key == "را"
        if any(_announced(*pair, whole) for pair in pairwise(led)):
            return ANNOUNCED
    return side


def _announced(before: str, key: str, whole: bool) -> bool:
    """Whether a noun before a date makes it part of the news: «از آغاز», «موعد».

    whole: «تعطیلی مدارس در روز سه‌شنبه را اعلام کرد» needs no «از».
    """
    led = whole or before in ("از", "به", "درباره")
    return key in told("appointed") or (led and key in told("announced"))
