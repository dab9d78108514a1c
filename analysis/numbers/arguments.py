"""What of a row of words belongs to the verb after it, and not to the noun that is counted.

Persian puts the verb last and its object right before it: «دو سوم نمایندگان مجلس | رأی مثبت دادند».
Nouns that make compounds with verbs are in noun-phrase-ends: `light` ones end a phrase wherever
they stand, `action` and `object` ones only where the verb follows, one adjective between at most;
`needed` are adjectives that «است» makes a predicate («۶۰ اتوبوس | لازم است»).
"""

from collections.abc import Sequence

from ..text import Token
from .words import (
    complement_heads,
    ends,
    is_verb,
    light_verbs,
    object_verbs,
    past_stems,
    place_names,
)

NAMED = frozenset(("تیم", "باشگاه", "کشور", "شهر", "استان", "شرکت", "حزب", "روزنامه", "بانک"))
LONGEST = 6
NEAR = 6
PREDICATES = frozenset({"light", "outcome"})
GIVEN = PREDICATES | {"action", "object"}
HEADS = frozenset({"light", "action", "object"})
GIVING = frozenset(("ارائه", "پرداخت", "اهدا", "اعطا", "واگذار"))
MODIFIERS = frozenset({"modifier", "needed"})


def trim(
    tokens: Sequence[Token], words: list[int], closing: Token | None, subject: bool
) -> list[int]:
    """Leave out of a row of nouns what the `closing` token (verb, «را», «خود») takes as its own.

    `subject`: the row opens its clause, so that what stands right before a verb is the object.
    """
    if closing is not None and (is_verb(closing) or closing.key.removesuffix("ه") in past_stems()):
        words = _before_verb(tokens, words, closing, subject)
    elif len(words) > LONGEST:
        words = words[:2]
    elif closing is not None and closing.key == "را":
        words = _before_object(tokens, words, subject)
    elif closing is not None and closing.key == "خود":
        words = _before_own(tokens, words, subject)
    elif closing is not None and closing.key in ("و", "،"):
        words = _before_names(tokens, words)
    return _without_light(tokens, words)


def predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether «زخمی», «حاضر» say what became of the counted: a verb or «و» follows.

    «۲۰ رأی مخالف و سه رأی ممتنع» tells what votes they are.
    """
    after = tokens[at + 1 : at + 3]
    if not after or after[0].kind != "w":
        return False
    if after[0].key == "و":
        return ends().get(tokens[at - 1].key) not in HEADS
    return any(is_verb(token) for token in after)


def acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that makes compounds stands at a token: «[۲۸ نفر وزن‌کشی] کردند»."""
    key = tokens[at].key if at < len(tokens) else ""
    having = "دار" in key or "داش" in key
    return key in light_verbs() or (key in object_verbs() and (not having or key.endswith("ند")))


def _before_object(tokens: Sequence[Token], words: list[int], subject: bool) -> list[int]:
    """Leave the object of the clause out: «دو عملیات | موفقیت‌های بسیاری را».

    Where the row opens its clause and the verb is a plural, its last noun is what they act on.
    """
    for index, at in enumerate(words):
        if index and tokens[at].key.endswith(("ها", "های", "هایی")):
            return words[:index]
    last = tokens[words[-1]] if len(words) > 1 else None
    if last is None:
        return words
    acting = subject and not _modifies(last) and _many_act(tokens, words[-1] + 2)
    return words[:-1] if acting or ends().get(last.key) in ("action", "object") else words


def _many_act(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb that follows within a few words is a plural."""
    verb = next((token for token in tokens[at : at + NEAR] if is_verb(token)), None)
    return verb is not None and verb.key.endswith("ند")


def _before_own(tokens: Sequence[Token], words: list[int], subject: bool) -> list[int]:
    """Leave out what the counted call their own: «هفت کوهنورد | جان خود را»."""
    owned = len(words) > 1 and (subject or ends().get(tokens[words[-1]].key) in GIVEN)
    return words[:-1] if owned else words


def _before_names(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """Leave out the names of those counted: «دو کشور | ایران و عراق», «دو تیم | فولاد و ذوب‌آهن»."""
    if len(words) > 1 and tokens[words[1]].key in place_names():
        return words[:1]
    if len(words) != 2 or _modifies(tokens[words[1]]) or not words[0]:
        return words
    two = tokens[words[0] - 1].key in ("دو", "2")
    return words[:1] if two and tokens[words[0]].key in NAMED else words


def _before_verb(
    tokens: Sequence[Token], words: list[int], verb: Token, subject: bool
) -> list[int]:
    """Drop the noun or adjective that belongs to the verb after the phrase."""
    kinds = [ends().get(tokens[at].key) for at in words]
    if not words or (len(words) == 1 and not _mere(kinds[0], verb)):
        return words
    if len(words) > 1 and _linked(tokens[words[-2]]):
        return words
    if kinds[-1] == "needed" and ends().get(verb.key) == "copula":
        return words[:-1]
    if kinds[-1] in GIVEN:
        risen = tokens[words[-1]].key == "پیدا" and len(words) > 2 and kinds[-2] in HEADS
        if _given_to(tokens, words):
            return words[:1]
        return words[:-2] if risen else _before_acted(tokens, words[:-1], verb, subject)
    light, taking = verb.key in light_verbs(), verb.key in object_verbs()
    if len(words) > 2 and kinds[-2] in HEADS and (light or taking):
        return words[:-2]
    if light or (subject and ends().get(verb.key) == "copula"):
        return words[:-1]
    if subject and taking and verb.key.endswith("ند"):
        return words[: -2 if len(words) > 2 and _modifies(tokens[words[-1]]) else -1]
    return words


def _given_to(tokens: Sequence[Token], words: list[int]) -> bool:
    """Whether the counted open a clause as those who are given what follows: «به ۴۸ مصدوم | خدمات [ارائه] شد»."""
    at = words[0] - 2
    led = len(words) > 2 and at >= 0 and tokens[at].key == "به" and tokens[words[-1]].key in GIVING
    return led and (at == 0 or tokens[at - 1].kind == "p" or tokens[at - 1].key == "و")


def _before_acted(
    tokens: Sequence[Token], words: list[int], verb: Token, subject: bool
) -> list[int]:
    """Leave out what the counted act on: «۱۷ کشور | بیانیه مشترک [امضا] کردند», not «... شدند»."""
    if not (subject and verb.key.endswith("ند")) or "شد" in verb.key or "شو" in verb.key:
        return words
    at = next((place for place in (-1, -2) if _object(tokens, words, place)), None)
    return words[:at] if at else words


def _object(tokens: Sequence[Token], words: list[int], place: int) -> bool:
    """Whether the word at a place from the end, not the first, is what verbs act on: «بیانیه»."""
    return len(words) > -place and ends().get(tokens[words[place]].key) == "object"


def _mere(kind: str | None, verb: Token) -> bool:
    """Whether one word is the verb's alone: «[فیزیک ۳] تغییر کرد», but not «۳ امتیاز گرفت»."""
    return kind == "light" or (kind == "action" and verb.key in light_verbs())


def _modifies(word: Token) -> bool:
    """Whether a word looks like an adjective: «سرگشاده», «علمی»."""
    return ends().get(word.key) in MODIFIERS or (word.key.endswith("ی") and len(word.key) > 3)


def _without_light(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """Cut the phrase at the noun of a compound verb whose verb stands further off."""
    for index, at in enumerate(words):
        light = index and ends().get(tokens[at].key) == "light"
        held = _linked(tokens[at - 1]) or tokens[at - 1].key in complement_heads()
        if light and not (held or _compound(tokens, at, words)):
            return words[:index]
    return words


def _linked(word: Token) -> bool:
    """Whether a word shows that the next belongs to it: «نیروی», «برنامه‌های»."""
    return word.text.endswith(("های", "ای", "وی")) and not word.text.endswith("\u200cای")


def _compound(tokens: Sequence[Token], at: int, words: list[int]) -> bool:
    """Whether a light noun is held by the noun before it: an adjective follows («طرح توسعه ملی»)."""
    return at != words[-1] and tokens[at + 1].key.endswith("ی")
