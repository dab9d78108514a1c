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
from .arguments import GIVEN, LONGEST, MODIFIERS, PREDICATES, acts, predicate, trim
from .words import closes, ends, exceptions, is_verb, plural

OWNERS = frozenset(("این", "آن", "همین", "همان", "او", "وی", "ما", "آنان", "آنها", "خود", "دیگر"))


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


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun can stand at token `at`."""
    if at >= len(tokens) or tokens[at].kind != "w" or is_verb(tokens[at]):
        return False
    token = tokens[at]
    if ends().get(token.key) in ("function", "adverb", "occasion") or len(token.key) < 2:
        return False
    piece = word_piece(token.text, token.key)
    return piece is None or piece.kind in ("suffix", "part")


def phrase(
    tokens: Sequence[Token], at: int, barred: Sequence[bool], subject: bool = False
) -> Counted | None:
    """The noun phrase that begins at token `at`, or None where no noun stands there."""
    words: list[int] = []
    end = at
    if end < len(tokens) and ends().get(tokens[end].key) == "occasion" and not barred[end]:
        return Counted(at, at + 1, tokens[at].text)
    while end < len(tokens) and len(words) <= LONGEST and not barred[end] and opens(tokens, end):
        if words and closes(tokens, end):
            break
        if words and ends().get(tokens[end].key) == "outcome" and predicate(tokens, end):
            break
        words.append(end)
        end += 1
        if _unlinked(tokens[end - 1]):
            break
    closing = tokens[end] if end < len(tokens) and not barred[end] else None
    words = trim(tokens, words, closing, subject)
    if not words:
        return None
    last = words[-1] + 1
    texts = [token.text for token in tokens[at:last]]
    texts[-1] = _bare(texts[-1], alone=len(texts) == 1, before=tokens[last : last + 1])
    return Counted(at, last, " ".join(texts))


def _unlinked(word: Token) -> bool:
    """Whether a plural stands without ezafe, so that no noun belongs to it: «روستاها»."""
    return word.text.endswith("ها") and len(word.key) > 4 and word.key not in exceptions()


def _bare(word: str, *, alone: bool, before: Sequence[Token]) -> str:
    """A phrase's last word without ezafe: «ویژگی‌های» of «ویژگی‌های دیگر», «خودروی», «پروژهٔ»."""
    relative = bool(before) and before[0].key == "که"
    if before and before[0].key in OWNERS and len(word) > 4 and word.endswith(("ای", "وی")):
        return word[:-1]
    if word.endswith(("های", "\u0654")) and len(word) > 4:
        return word[:-1]
    if word.endswith("هایی") and relative:
        return word[:-2]
    if word.endswith("\u200cای") and alone and (relative or (before and is_verb(before[0]))):
        return word.removesuffix("\u200cای")
    if compact(word) in exceptions():
        return word
    if alone and len(word) > 4 and (word.endswith("وی") or (relative and word.endswith("انی"))):
        return word[:-1]
    return word


def counted(
    tokens: Sequence[Token], at: int, barred: Sequence[bool], subject: bool = False
) -> Counted | None:
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
        return phrase(tokens, at, barred, subject)
    return of_classifier(tokens, at + 1, tokens[at].key, barred, subject)


def of_classifier(
    tokens: Sequence[Token], at: int, word: str, barred: Sequence[bool], subject: bool = False
) -> Counted | None:
    """The noun after the classifier `word` that ends before token `at`, or the classifier itself."""
    kind = classifiers()[word].kind
    inner = _classified(tokens, at, word, barred, subject)
    if inner is not None:
        return inner._replace(classifier=kind)
    return None if word == "تا" else Counted(at - 1, at, word, kind)


def _precedes(tokens: Sequence[Token], at: int, classifier: Classifier) -> bool:
    if at >= len(tokens):
        return False
    key = tokens[at].key
    return any(key == noun or key in (noun + "ی", noun + "های") for noun in classifier.before)


def _classified(
    tokens: Sequence[Token], at: int, word: str, barred: Sequence[bool], subject: bool
) -> Counted | None:
    """The noun after a classifier: at once, or, «از» between, in the plural."""
    if at < len(tokens) and tokens[at].key == "از" and at + 1 < len(tokens) and not barred[at]:
        found = phrase(tokens, at + 1, barred, subject) or _after_determiner(tokens, at + 1, barred)
        return found if found and plural(tokens[found.first].text) else None
    found = phrase(tokens, at, barred, subject)
    kind = classifiers()[word].kind
    taken = GIVEN | MODIFIERS if kind == "person" else PREDICATES
    if found is None or ends().get(tokens[found.first].key) in taken:
        return None
    if kind == "person" and found.last - found.first == 1 and acts(tokens, found.last):
        return None
    if word == tokens[at - 1].key == "دستگاه" and _relational(tokens[at].key):
        return phrase(tokens, at - 1, barred, subject)
    return found


def _relational(key: str) -> bool:
    """Whether a word looks like «اجرایی», not like a noun with the ی of ezafe, «خودروی»."""
    return key.endswith("یی") or (key.endswith("ی") and not key.endswith(("وی", "ای")))


def _after_determiner(tokens: Sequence[Token], at: int, barred: Sequence[bool]) -> Counted | None:
    if tokens[at].key in ("این", "آن", "همین", "همان"):
        return phrase(tokens, at + 1, barred)
    return None
