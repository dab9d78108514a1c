"""Verbs with their tense and polarity, and the clauses that they close.

Persian puts the verb last, so a clause is read as the words up to its finite verb. The forms are
made from the stems in lexicon/verbs.toml; any other word that begins with «می‌» or «نمی‌» is a
verb as well.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from .lexicon import fold, load
from .text import Text, Token

PAST_ENDINGS = ("م", "ی", "", "یم", "ید", "ند")
PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
BE = {
    **dict.fromkeys(["است", "هست", "هستند", "هستیم", "هستم", "اند"], ("present", False)),
    **dict.fromkeys(["نیست", "نیستند", "نیستیم", "نیستم"], ("present", True)),
    **dict.fromkeys(["بود", "بودند", "بودیم", "بودم"], ("past", False)),
    **dict.fromkeys(["نبود", "نبودند", "نبودیم", "نبودم"], ("past", True)),
    **dict.fromkeys(["باشد", "باشند", "باشیم", "باشم"], ("subjunctive", False)),
    **dict.fromkeys(["نباشد", "نباشند", "نباشیم", "نباشم"], ("subjunctive", True)),
}
PERFECT = {"present": "perfect", "past": "pluperfect", "subjunctive": "subjunctive"}
WILL = {
    prefix + "خواه" + ending: bool(prefix) for prefix in ("", "ن") for ending in PRESENT_ENDINGS
}
JOINERS = frozenset(["و", "که", "تا", "اما", "ولی", "بلکه", "زیرا", "چون", "چرا", "یا", "هرچند"])
PREVERBS = ("باز", "بر", "در", "فرا")
LONGEST = 150
STOPS = frozenset("؛:")
UNLISTED = re.compile("ن?می\u200c\\w+[دمی]")
OPENERS = frozenset("«([“")


class Form(NamedTuple):
    """What one verb form says: past stem as lemma, tense, polarity; where it counts as a verb.

    At a `boundary` only; a participle without an auxiliary there, or if it is False nowhere.
    """

    lemma: str
    tense: str
    negative: bool
    boundary: bool = False
    plural: bool = False


class Verb(NamedTuple):
    """A verb in a text: tokens `first` to `last - 1`, auxiliaries included."""

    first: int
    last: int
    lemma: str
    tense: str
    negative: bool
    plural: bool = False


class Clause(NamedTuple):
    """Tokens `first` to `last - 1` and the finite verb that closes them, if any."""

    first: int
    last: int
    verb: Verb | None


@cache
def forms() -> tuple[dict[str, Form], dict[str, Form], dict[str, Form]]:
    """Finite forms, participles and past stems, by folded key."""
    finite: dict[str, Form] = {}
    participles: dict[str, Form] = {}
    stems: dict[str, Form] = {}
    for entry in load("verbs"):
        past, strict = fold(entry["past"]), entry.get("boundary", False)
        stems[past] = Form(past, "future", False)
        for sign, negative in (("", False), (_no(past), True)):
            bare = not entry.get("adjective", False)
            participles[sign + _after(sign, past) + "ه"] = Form(past, "perfect", negative, bare)
            finite |= _past_forms(past, sign + _after(sign, past), negative, strict)
        if entry.get("noun"):
            del finite[past]
        for word in entry.get("homographs", ()):
            del finite[fold(word)]
        for present in map(fold, entry["present"]):
            finite = {**_present_forms(past, present, strict), **finite}
    finite |= {
        key: Form("بود", tense, negative)
        for key, (tense, negative) in BE.items()
        if key not in ("ام", "اند")
    }
    return finite, participles, stems


def _no(stem: str) -> str:
    return "نی" if stem.startswith("آ") else "ن"


def _after(sign: str, stem: str) -> str:
    return stem.replace("آ", "ا", 1) if sign.endswith("ی") and stem.startswith("آ") else stem


def _be(stem: str) -> str:
    return "بیا" + stem[1:] if stem.startswith("آ") else "ب" + stem


def _lasting(sign: str, verb: str) -> Iterator[str]:
    """A verb with «می» before it and, where it begins with a preverb, after that: «بازمی‌گردد»."""
    yield sign + verb
    for preverb in PREVERBS:
        if verb.startswith(preverb):
            yield preverb + sign + verb.removeprefix(preverb)


def _past_forms(lemma: str, stem: str, negative: bool, strict: bool) -> dict[str, Form]:
    made = {}
    for ending in PAST_ENDINGS:
        many = ending == "ند"
        made[stem + ending] = Form(lemma, "past", negative, strict, many)
        for sign, no in () if negative else (("می", False), ("نمی", True)):
            for verb in _lasting(sign, lemma + ending):
                made[verb] = Form(lemma, "imperfect", no, False, many)
    for joined in ("اند", "است", "ام", "ایم"):
        made[stem + "ه" + joined] = Form(lemma, "perfect", negative, False, joined == "اند")
    return made


def _present_forms(lemma: str, stem: str, strict: bool) -> dict[str, Form]:
    made = {}
    bare = "present" if stem == "دار" else "subjunctive"
    glide = "ی" if stem.endswith(("و", "ا")) and stem not in ("رو", "شو", "شنو") else ""
    for ending in PRESENT_ENDINGS:
        many = ending == "ند"
        for sign, no in (("می", False), ("نمی", True)):
            for verb in _lasting(sign, stem + glide + ending):
                made[verb] = Form(lemma, "present", no, False, many)
        if ending not in ("ی", "م"):
            made[stem + glide + ending] = Form(lemma, bare, False, strict, many)
            made["ن" + stem + glide + ending] = Form(lemma, bare, True, strict, many)
            made[_be(stem) + glide + ending] = Form(lemma, "subjunctive", False, strict, many)
    return made


def verbs(tokens: Sequence[Token]) -> list[Verb]:
    """Find the finite verbs, auxiliaries joined to them.

    >>> from analysis.corpus import Article
    >>> [v[2:5] for v in verbs(Text(Article("a", "دیدار نخواهد کرد و برگزار شده است.")).tokens)]
    [('کرد', 'future', True), ('شد', 'perfect', False)]
    """
    return list(_verbs(tokens, 0, len(tokens)))


def _verbs(tokens: Sequence[Token], at: int, last: int) -> Iterator[Verb]:
    finite, participles, _ = forms()
    begun = at
    while at < last:
        token = tokens[at]
        key = token.key
        verb = None
        if key in finite or key in participles or key in WILL or UNLISTED.fullmatch(token.text):
            verb = _verb_at(tokens, at)
        elif key in after_words() and at > begun and tokens[at - 1].key in after_words()[key]:
            verb = Verb(at, at + 1, key, "past", False) if at_boundary(tokens, at + 1) else None
        if verb:
            yield verb._replace(plural=_is_plural(tokens[verb.first : verb.last]))
        at = verb.last if verb else at + 1


def _is_plural(words: Sequence[Token]) -> bool:
    finite = forms()[0]
    keys = [word.key for word in words]
    listed = any(finite[key].plural for key in keys if key in finite)
    return listed or keys[-1] in ("اند", "بودند", "هستند") or "خواهند" in keys[0]


def _verb_at(tokens: Sequence[Token], at: int) -> Verb | None:
    finite, participles, stems = forms()
    key = tokens[at].key
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    if key in WILL and following in stems:
        return Verb(at, at + 2, stems[following].lemma, "future", WILL[key])
    if key in participles:
        return _participle(tokens, at, participles[key])
    form = finite.get(key)
    if following == "و" and at + 2 < len(tokens) and (key, tokens[at + 2].key) in compounds():
        return None
    if form is None and UNLISTED.fullmatch(tokens[at].text):
        form = Form(key, "present", key[0] == "ن")
    if form is None or (form.boundary and not at_boundary(tokens, at + 1)):
        return None
    return Verb(at, at + 1, form.lemma, form.tense, form.negative)


@cache
def after_words() -> dict[str, frozenset[str]]:
    """Forms read as nouns, with the words that make them verbs: «به گفت‌وگو پرداخت»."""
    return {
        fold(entry["past"]): frozenset(map(fold, entry["after"]))
        for entry in load("verbs")
        if "after" in entry
    }


@cache
def compounds() -> frozenset[tuple[str, str]]:
    """Nouns made of two verbs, «رفت و آمد»: folded first and last word."""
    return frozenset(
        (fold(entry["past"]), fold(word))
        for entry in load("verbs")
        for word in entry.get("compounds", ())
    )


def _participle(tokens: Sequence[Token], at: int, form: Form) -> Verb | None:
    after = at + 1
    if after < len(tokens) and tokens[after].key == "شده":
        after += 1
    key = tokens[after].key if after < len(tokens) else ""
    if key in BE:
        tense, negative = BE[key]
        return Verb(at, after + 1, form.lemma, PERFECT[tense], form.negative or negative)
    if key in WILL and after + 1 < len(tokens):
        return Verb(at, after + 2, form.lemma, "future", form.negative or WILL[key])
    if not (form.boundary and at_boundary(tokens, after)):
        return None
    return Verb(at, after, form.lemma, "perfect", form.negative)


def at_boundary(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause may end before token `at`."""
    if at >= len(tokens):
        return True
    return (tokens[at].kind == "p" and tokens[at].key not in OPENERS) or tokens[at].key in JOINERS


def clauses(text: Text, sentences: Iterable[tuple[int, int]] | None = None) -> list[Clause]:
    """Cut each sentence after its finite verbs and at semicolons and colons.

    `sentences` are the token ranges to read, all of the text if not given. A clause has `LONGEST`
    tokens at most, so that no text makes the readers of clauses slow.

    >>> from analysis.corpus import Article
    >>> text = Text(Article("a", "وارد تهران شد و با وزیر دیدار کرد."))
    >>> [(c.first, c.last, c.verb.lemma) for c in clauses(text)]
    [(0, 3, 'شد'), (3, 9, 'کرد')]
    """
    ranges = text_sentences(text) if sentences is None else sentences
    return [clause for first, last in ranges for clause in _cut(text.tokens, first, last)]


def text_sentences(text: Text) -> list[tuple[int, int]]:
    """The token range of each sentence."""
    starts = [at for at, n in enumerate(text.sentence) if not at or n != text.sentence[at - 1]]
    return list(zip(starts, [*starts[1:], len(text.tokens)], strict=True))


def _cut(tokens: Sequence[Token], first: int, last: int) -> list[Clause]:
    found: list[Clause] = []
    by_end = {verb.last - 1: verb for verb in _completed(list(_verbs(tokens, first, last)))}
    for at in range(first, last):
        ends = at + 1 == last or at - first >= LONGEST
        if not (ends or at in by_end or _stops(tokens, at)):
            continue
        verb = by_end.get(at)
        only_marks = verb is None and all(token.kind == "p" for token in tokens[first : at + 1])
        if only_marks and found:
            found[-1] = found[-1]._replace(last=at + 1)
        else:
            found.append(Clause(first, at + 1, verb))
        first = at + 1
    return found


def _completed(found: list[Verb]) -> list[Verb]:
    """Verbs, each bare participle with the tense of the next: «سفر کرده و ... دیدار کرده بود»."""
    for at in range(len(found) - 2, -1, -1):
        verb, following = found[at : at + 2]
        bare = verb.tense == "perfect" and verb.last == verb.first + 1
        if bare and following.tense == "pluperfect":
            found[at] = verb._replace(tense="pluperfect")
    return found


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether a semicolon or colon ends a clause, not one within a time («۱۹:۳۰»)."""
    return tokens[at].key in STOPS and (tokens[at + 1].kind != "n" or tokens[at + 1].spaced)
