"""What a number counts: the noun phrase after it, without classifiers such as «نفر».

Written Persian does not mark which words a noun holds together (ezafe), so the phrase is closed by
what cannot belong to it: punctuation, function words, adverbs, numerals, verbs, and the noun of a
compound verb («شرکت» before «کردند»).
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon import compact, load
from ..numerals.reading import word_piece
from ..text import Token

LONGEST = 4
PLURALS = ("ها", "های", "هایی", "ان", "ین", "ات", "هاى")
ZWNJ = "\u200c"
ENDINGS = ("م", "ی", "یم", "ید", "ند")
FINITE = ("می\u200c", "نمی\u200c", "همی\u200c")
PERFECT = ("\u200cاند", "\u200cاست", "\u200cام", "\u200cایم", "\u200cاید")


class Counted(NamedTuple):
    """A counted noun phrase: its tokens, its words in working spelling, its classifier's class."""

    first: int
    last: int
    words: str
    classifier: str | None = None


class Classifier(NamedTuple):
    """A word that stands between a number and its noun; `before`: only before these nouns."""

    kind: str
    before: frozenset[str]


@cache
def ends() -> dict[str, str]:
    """Words that close a noun phrase, and why."""
    return {compact(entry["word"]): entry["class"] for entry in load("noun-phrase-ends")}


@cache
def classifiers() -> dict[str, Classifier]:
    """Classifiers by key."""
    return {
        compact(entry["word"]): Classifier(
            entry["class"], frozenset(compact(word) for word in entry["before"].split("|") if word)
        )
        for entry in load("classifiers")
        if entry["class"] != "form"
    }


@cache
def adjectives() -> dict[str, str]:
    """Adjectives made of a classifier or noun, and that noun: «نفره» of «نفر»."""
    return {
        compact(entry["word"]): entry["before"]
        for entry in load("classifiers")
        if entry["class"] == "form"
    }


@cache
def verbs() -> frozenset[str]:
    """Finite forms, past with its endings, negated too, present with «ب» or «ن»; not bare stems."""
    stems = {compact(entry["stem"]) for entry in load("verb-stems")}
    return _forms(load("verb-stems"), ("", "ن", "ب")) - stems - set(exceptions())


@cache
def light_verbs() -> frozenset[str]:
    """Forms of the verbs that make compounds: «کردند», «می‌شود», «خواهد» before «شد»."""
    entries = [entry for entry in load("verb-stems") if entry["light"]]
    bare = {compact(entry["stem"]) for entry in entries if entry["tense"] == "past"}
    perfect = {stem + "ه" + end for stem in bare for end in ("", "اند", "است", "ایم")}
    future = {neg + "خواه" + end for neg in ("", "ن") for end in ("د", *ENDINGS)}
    return frozenset(_forms(entries, ("", "ن", "ب", "می", "نمی")) | bare | perfect | future)


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
        return ("", *ENDINGS) if prefix else ENDINGS
    return ("د", *ENDINGS) if prefix else ("د", "ند", "یم", "ید")


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


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun can stand at token `at`."""
    if at >= len(tokens) or tokens[at].kind != "w" or is_verb(tokens[at]):
        return False
    token = tokens[at]
    if ends().get(token.key) in ("function", "adverb", "occasion") or len(token.key) < 2:
        return False
    piece = word_piece(token.text, token.key)
    return piece is None or piece.kind in ("suffix", "part")


def phrase(tokens: Sequence[Token], at: int, barred: Sequence[bool]) -> Counted | None:
    """The noun phrase that begins at token `at`, or None where no noun stands there."""
    words: list[int] = []
    end = at
    if end < len(tokens) and ends().get(tokens[end].key) == "occasion" and not barred[end]:
        return Counted(at, at + 1, tokens[at].text)
    while end < len(tokens) and len(words) <= LONGEST and not barred[end] and opens(tokens, end):
        if words and ends().get(tokens[end].key) == "outcome" and _predicate(tokens, end):
            break
        words.append(end)
        end += 1
    if end < len(tokens) and not barred[end] and is_verb(tokens[end]):
        words = _before_verb(tokens, words, tokens[end])
    elif len(words) > LONGEST:
        words = words[:2]
    elif end < len(tokens) and tokens[end].key == "را":
        words = _before_object(tokens, words)
    words = _without_light(tokens, words)
    if not words:
        return None
    last = words[-1] + 1
    texts = [token.text for token in tokens[at:last]]
    texts[-1] = _bare(texts[-1], alone=len(texts) == 1, before=tokens[last : last + 1])
    return Counted(at, last, " ".join(texts))


def _bare(word: str, *, alone: bool, before: Sequence[Token]) -> str:
    """A phrase's last word without ezafe: «ویژگی‌های» of «ویژگی‌های دیگر», «خودروی», «پروژهٔ»."""
    relative = bool(before) and before[0].key == "که"
    if word.endswith(("های", "\u0654")) and len(word) > 4:
        return word[:-1]
    if word.endswith("هایی") and relative:
        return word[:-2]
    if compact(word) in exceptions():
        return word
    if alone and len(word) > 4 and (word.endswith("وی") or (relative and word.endswith("انی"))):
        return word[:-1]
    return word


def _before_object(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """Leave the object of the clause out: «دو عملیات | موفقیت‌های بسیاری را»."""
    for index, at in enumerate(words):
        if index and tokens[at].key.endswith(("ها", "های", "هایی")):
            return words[:index]
    return words


def _predicate(tokens: Sequence[Token], at: int) -> bool:
    """Whether «زخمی», «حاضر» and the like say what became of the counted: a verb or «و» follows."""
    return at + 1 < len(tokens) and (tokens[at + 1].key == "و" or is_verb(tokens[at + 1]))


def _before_verb(tokens: Sequence[Token], words: list[int], verb: Token) -> list[int]:
    """Drop the noun or adjective that belongs to the verb after the phrase."""
    kind = ends().get(tokens[words[-1]].key) if words else None
    if not words or (len(words) == 1 and kind != "light"):
        return words
    is_copula = ends().get(verb.key) == "copula"
    if kind not in ("light", "outcome") and not is_copula and verb.key not in light_verbs():
        return words
    if len(words) > 1 and tokens[words[-1]].key == "پیدا":
        return words[:-2]
    return words[:-1]


def _without_light(tokens: Sequence[Token], words: list[int]) -> list[int]:
    """Cut the phrase at the noun of a compound verb whose verb stands further off."""
    for index, at in enumerate(words):
        if index and ends().get(tokens[at].key) == "light" and not _compound(tokens, at, words):
            return words[:index]
    return words


def _compound(tokens: Sequence[Token], at: int, words: list[int]) -> bool:
    """Whether a light noun is held by the noun before it: an adjective follows («طرح توسعه ملی»)."""
    return at != words[-1] and tokens[at + 1].key.endswith("ی")


def counted(tokens: Sequence[Token], at: int, barred: Sequence[bool]) -> Counted | None:
    """The noun that a number before token `at` counts, past its classifier.

    >>> from analysis.text import tokenize
    >>> tokens = tokenize("دستگاه خودرو وارد شد", range(20))[0]
    >>> counted(tokens, 0, [False] * 4).words
    'خودرو'
    """
    if at >= len(tokens) or barred[at]:
        return None
    if tokens[at].key in adjectives():
        return Counted(at, at + 1, adjectives()[tokens[at].key])
    classifier = classifiers().get(tokens[at].key)
    if classifier is None or (classifier.before and not _precedes(tokens, at + 1, classifier)):
        return phrase(tokens, at, barred)
    inner = _classified(tokens, at + 1, barred, classifier.kind)
    if inner is not None:
        return inner._replace(classifier=classifier.kind)
    if tokens[at].key == "تا":
        return None
    return Counted(at, at + 1, tokens[at].text, classifier.kind)


def _precedes(tokens: Sequence[Token], at: int, classifier: Classifier) -> bool:
    if at >= len(tokens):
        return False
    key = tokens[at].key
    return any(key == noun or key in (noun + "ی", noun + "های") for noun in classifier.before)


def _classified(
    tokens: Sequence[Token], at: int, barred: Sequence[bool], kind: str
) -> Counted | None:
    """The noun after a classifier: at once, or, «از» between, in the plural."""
    if at < len(tokens) and tokens[at].key == "از" and at + 1 < len(tokens) and not barred[at]:
        found = phrase(tokens, at + 1, barred) or _after_determiner(tokens, at + 1, barred)
        return found if found and plural(tokens[found.first].text) else None
    found = phrase(tokens, at, barred)
    if found is None or ends().get(tokens[found.first].key) in ("outcome", "light"):
        return None
    if tokens[at - 1].key == "دستگاه" and _relational(tokens[at].key) and kind == "thing":
        return phrase(tokens, at - 1, barred)
    return found


def _relational(key: str) -> bool:
    """Whether a word looks like «اجرایی», not like a noun with the ی of ezafe, «خودروی»."""
    return key.endswith("یی") or (key.endswith("ی") and not key.endswith(("وی", "ای")))


def _after_determiner(tokens: Sequence[Token], at: int, barred: Sequence[bool]) -> Counted | None:
    if tokens[at].key in ("این", "آن", "همین", "همان"):
        return phrase(tokens, at + 1, barred)
    return None


@cache
def exceptions() -> dict[str, str]:
    """Words whose number their ending does not tell: «مردم» collective, «باران» singular."""
    return {compact(entry["word"]): entry["class"] for entry in load("plural-exceptions")}


def plural(word: str) -> bool:
    """Whether a word is a plural: «نمایندگان», «کشورها»."""
    key = compact(word)
    bare = key[:-1] if key.endswith("ی") and len(key) > 4 else key
    known = exceptions().get(key)
    return known == "collective" or (known is None and bare.endswith(PLURALS))
