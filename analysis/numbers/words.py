"""Words as the reader of noun phrases sees them: what ends a phrase, verbs, plurals."""

from collections.abc import Sequence
from functools import cache

from ..lexicon import compact, load
from ..text import Token

PLURALS = ("ها", "های", "هایی", "ان", "ین", "ات", "هاى")
OWN = ("شان", "مان", "تان", "ش", "م")
ZWNJ = "\u200c"
ENDINGS = ("م", "ی", "یم", "ید", "ند")
PAST_ENDINGS = ("م", "یم", "ید", "ند")
FINITE = ("می\u200c", "نمی\u200c", "همی\u200c")
PERFECT = ("\u200cاند", "\u200cاست", "\u200cام", "\u200cایم", "\u200cاید")


@cache
def ends() -> dict[str, str]:
    """Words that close a noun phrase, and why."""
    return {compact(entry["word"]): entry["class"] for entry in load("noun-phrase-ends")}


@cache
def verbs() -> frozenset[str]:
    """Finite forms, past with its endings, negated too, present with «ب» or «ن»; not bare stems."""
    stems = {compact(entry["stem"]) for entry in load("verb-stems")}
    return _forms(load("verb-stems"), ("", "ن", "ب")) - stems - set(exceptions())


@cache
def light_verbs() -> frozenset[str]:
    """Forms of the verbs that make compounds: «کردند», «می‌شود», «خواهد» before «شد»."""
    future = {neg + "خواه" + end for neg in ("", "ن") for end in ("د", *ENDINGS)}
    return _all_forms("yes") | future


@cache
def object_verbs() -> frozenset[str]:
    """Forms of verbs that make compounds or take an object: «دادند», «نوشتند», «ندارند»."""
    return _all_forms("object")


def _all_forms(light: str) -> frozenset[str]:
    entries = [entry for entry in load("verb-stems") if entry["light"] == light]
    bare = {compact(entry["stem"]) for entry in entries if entry["tense"] == "past"}
    perfect = {stem + "ه" + end for stem in bare for end in ("", "اند", "است", "ایم")}
    return frozenset(_forms(entries, ("", "ن", "ب", "می", "نمی")) | bare | perfect)


def _forms(entries: Sequence[dict[str, str]], prefixes: Sequence[str]) -> frozenset[str]:
    """Stems with prefixes and personal endings."""
    return frozenset(
        prefix + compact(entry["stem"]) + end
        for entry in entries
        for prefix in prefixes
        for end in _endings(entry["tense"], prefix)
    )


def _endings(tense: str, prefix: str) -> tuple[str, ...]:
    """Personal endings: the third person has none in the past, «د» in the present."""
    if tense == "past":
        return ("", *ENDINGS) if prefix else PAST_ENDINGS
    return ("د", *ENDINGS) if prefix else ("د", "ند", "یم", "ید")


@cache
def complement_heads() -> frozenset[str]:
    """Nouns that take the noun of an action: «سند همکاری», «کارخانه تولید سیمان»."""
    return frozenset(compact(entry["word"]) for entry in load("complement-heads"))


@cache
def place_names() -> frozenset[str]:
    """Names of countries and places of one word, as keys."""
    entries = [*load("countries"), *load("places")]
    return frozenset(compact(e["surface"]) for e in entries if e["needs_context"] == "false")


@cache
def past_stems() -> frozenset[str]:
    """Past forms of one that are nouns too: «خرید», «سوخت»."""
    return frozenset(compact(e["stem"]) for e in load("verb-stems") if e["tense"] == "past")


@cache
def stems() -> frozenset[str]:
    """Past and present stems: what stands after «خرید و» in a compound noun."""
    return past_stems() | {compact(e["stem"]) for e in load("verb-stems")}


def closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands at token `at`: a bare past form where the clause ends after it."""
    key = tokens[at].key
    follows = [token.key for token in tokens[at + 1 : at + 3]]
    if key.endswith("ه") and key[:-1] in past_stems():
        return bool(follows) and ends().get(follows[0]) == "copula"
    if key not in past_stems():
        return is_verb(tokens[at])
    if not follows or follows[0] == "که" or is_verb(tokens[at]):
        return True
    if follows[0] == "و":
        action = at and tokens[at - 1].key in complement_heads()
        return not action and len(follows) > 1 and follows[1] not in stems()
    return tokens[at + 1].kind == "p" and follows[0] not in "«("


def is_verb(token: Token) -> bool:
    """Whether a word is a finite verb or a participle that ends a clause."""
    if ends().get(token.key) in ("verb", "copula") or token.key in verbs():
        return True
    if token.text.startswith(FINITE) or _plural_copula(token.key):
        return True
    return token.text.endswith(PERFECT) and token.text.count(ZWNJ) >= 1


def _plural_copula(key: str) -> bool:
    """Whether a word is an adjective with «ند», are: «مخالفند», not «دانشمند» or «فرزند»."""
    if not key.endswith("ند") or len(key) < 6:
        return False
    return not key.endswith(("مند", "وند", "بند", "خند", "سند")) and key not in exceptions()


@cache
def exceptions() -> dict[str, str]:
    """Words whose number their ending does not tell: «مردم» collective, «باران» singular."""
    return {compact(entry["word"]): entry["class"] for entry in load("plural-exceptions")}


def plural(word: str) -> bool:
    """Whether a word is a plural: «نمایندگان», «کشورها», «همراهانش»."""
    key = compact(word)
    bare = key[:-1] if key.endswith("ی") and len(key) > 4 else key
    known = exceptions().get(key)
    if known is not None or bare.endswith(PLURALS):
        return known in (None, "collective")
    owned = next((key.removesuffix(own) for own in OWN if key.endswith(own)), "")
    return len(owned) > 4 and owned.endswith(PLURALS) and owned not in exceptions()
