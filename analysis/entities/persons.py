"""Guesses at people by what stands beside their names: honorifics and roles."""

from collections.abc import Iterable, Iterator
from functools import cache

from ..lexicon import compact, load
from .gazetteer import Scan
from .mentions import RANKS, Mention
from .words import STOPS, function_words, is_name_word, noun_ends

SAYYID = frozenset({"سید", "سیده"})
ENDINGS = frozenset(
    {
        *("زاده", "پور", "نژاد", "نیا", "فر", "راد", "مقدم", "تبار", "خواه", "دوست", "کیا", "وند"),
        *("منش", "زادگان", "پناه", "فرد", "منفرد", "صفت", "اقدم", "اصل", "نسب", "سیرت", "گهر"),
    }
)
DUTCH = frozenset({"فون", "ون", "وان", "فان"})
PARTICLES = DUTCH | frozenset({"دی", "دا", "دلا", "دوس", "بن", "ابن", "ابو", "آل"})
LONGEST_SAYYID = len("سیده")
SURNAMES = ("زاده", "نژاد")
CROWNED = frozenset({"ملک", "شاه", "پاپ", "سلطان", "پادشاه", "ملکه"})
ORDINALS = frozenset(
    [
        "اول",
        "دوم",
        "سوم",
        "چهارم",
        "پنجم",
        "ششم",
        "هفتم",
        "هشتم",
        "نهم",
        "دهم",
        "یازدهم",
        "دوازدهم",
        "سیزدهم",
        "چهاردهم",
        "شانزدهم",
    ]
)
COMMAS = frozenset({"،", ","})


def persons(scan: Scan, roles: Iterable[Mention]) -> Iterator[Mention]:
    """People named after an honorific, or beside a role."""
    for hit in scan.all("honorific"):
        if hit == scan.hit(hit.first, "honorific") and scan.hit(hit.last, "honorific") is None:
            yield from _person(scan, hit.last, "honorific-and-name", given=False)
    for role in roles:
        if not role.plural:
            yield from _after(scan, role)
            yield from _before(scan, role)


def leaders(scan: Scan) -> Iterator[Mention]:
    """Listed politicians, wherever nothing else is found and no other given name goes before."""
    for hit in scan.all("leader"):
        first, last = hit[:2]
        while honorific := scan.hit(first, "honorific"):
            first = honorific.last
        sure = not hit.entry.needs_context and scan.hit(first - 1, "given") is None
        if first < last and sure and scan.one_sentence(first, last):
            yield from _named(scan, first, last, "leader", RANKS["guess"])


def surnames(scan: Scan) -> Iterator[Mention]:
    """Unlisted words that end as only surnames do («مدنی‌زاده»), with the given names before."""
    for at, token in enumerate(scan.tokens):
        if token.key.endswith(SURNAMES) and len(token.key) > 6 and _is_unlisted(scan, at):
            first = at
            while (given := scan.hit(first - 1, "given")) and given.last == first:
                if scan.hit(first - 1, "honorific"):  # «سردار حسن‌زاده», not Sardar
                    break
                first -= 1
            if scan.one_sentence(first, at + 1):
                yield from _named(scan, first, at + 1, "surname", RANKS["guess"])


def _is_unlisted(scan: Scan, at: int) -> bool:
    listed = scan.hit(at, "place", "organisation", "common", *STOPS)
    return listed is None and is_name_word(scan, at) and scan.key(at) not in common_nouns("PERSON")


@cache
def common_nouns(label: str) -> frozenset[str]:
    """Common nouns: those that end as surnames do («شاهزاده», PERSON), or that are also given
    names («آرزو», GIVEN).
    """
    return frozenset(compact(row["surface"]) for row in load("not-names") if row["label"] == label)


def _before(scan: Scan, role: Mention) -> Iterator[Mention]:
    """A listed given name and what follows it, up to the role."""
    last = role.first - (scan.key(role.first - 1) in COMMAS)
    for first in range(max(0, last - 5), last - 1):
        if scan.hit(first, "honorific") or not scan.one_sentence(first, role.last):
            continue
        end = name_end(scan, first, given=True)
        if end == last:
            yield from _person(scan, first, "name-and-role", given=True)
            return
        if end and _second_surname(scan, first, end, role.first):
            yield from _named(scan, first, end + 1, "two-surnames", RANKS["pattern"])
            return


def _second_surname(scan: Scan, first: int, at: int, role: int) -> bool:
    """Whether one more word ends a name that a clause begins with, before a comma and a role."""
    listed = scan.hit(at, "place", "organisation")
    edge = scan.key(first - 1) in function_words() or not scan.key(first - 1).isalpha()
    whole = at - first >= 2 and at + 2 == role and scan.key(at + 1) in COMMAS
    return (
        whole and edge and not listed and is_name_word(scan, at) and scan.key(at) not in noun_ends()
    )


def _after(scan: Scan, role: Mention) -> Iterator[Mention]:
    first = role.last
    while scan.key(first) in COMMAS or scan.hit(first, "honorific"):
        honorific = scan.hit(first, "honorific")
        first = honorific.last if honorific else first + 1
    if first < len(scan.tokens) and scan.one_sentence(role.first, first + 1):
        yield from _person(scan, first, "role-and-name", given=True)


def _person(scan: Scan, first: int, rule: str, *, given: bool) -> Iterator[Mention]:
    last = name_end(scan, first, given=given)
    alone = given and last == first + 1 and scan.key(first) in common_nouns("GIVEN")
    if last is not None and not alone and scan.one_sentence(first, last):
        yield from _named(scan, first, last, rule, RANKS["guess"])


def _named(scan: Scan, first: int, last: int, rule: str, rank: int) -> Iterator[Mention]:
    name = person_name(scan, first, last)
    yield Mention(first, last, "PERSON", person_id(name), name, rule, rank=rank)


def name_end(scan: Scan, first: int, *, given: bool) -> int | None:
    """Token after the person's name that begins at `first`: «سید», given names, one surname.

    With `given`, «سید» or a listed given name must stand first.
    """
    at = first + (scan.key(first) in SAYYID)
    known = at > first
    while (hit := scan.hit(at, "given")) and at < first + 5:
        at, known = hit.last, True
    if given and not known:
        return None
    if is_name_word(scan, at):
        at += 1
        at = particles(scan, first, at)
        while scan.key(at) in ENDINGS:
            at += 1
    return at if at > first + (scan.key(first) in SAYYID) else None


def particles(scan: Scan, first: int, last: int) -> int:
    """Where a name ends that so far ends before `last`, maybe with a particle («فون در لاین»), or
    before a monarch's number («ملک عبدالله دوم»).
    """
    while scan.key(last - 1) in PARTICLES:
        after = last + (scan.key(last - 1) in DUTCH and scan.key(last) in {"در", "دن"})
        if not is_name_word(scan, after):
            break
        last = after + 1
    crowned = scan.key(first) in CROWNED and scan.key(last) in ORDINALS
    return last + crowned


def person_name(scan: Scan, first: int, last: int) -> str:
    """A person's name in working spelling, given names as the list of them writes them."""
    out = ""
    for at in range(first, last):
        given = scan.hit(at, "given")
        word = given.entry.name if given and given.last == at + 1 else scan.tokens[at].text
        out += (" " if scan.tokens[at].spaced and out else "") + word
    return out


def person_id(name: str) -> str:
    """Id of a person: the name without «سید»."""
    return "person:" + bare(name)


def bare(name: str) -> str:
    """A name without «سید», even where it is written to the given name.

    >>> bare("سید رضا امیری"), bare("سیدرضا امیری"), bare("سید")
    ('رضا امیری', 'رضا امیری', 'سید')
    """
    words = name.split()
    if len(words) > 1 and words[0].startswith("سید") and len(words[0]) > LONGEST_SAYYID:
        words[0] = words[0].removeprefix("سید").lstrip("\u200c")
    return " ".join([word for word in words if word not in SAYYID] or words)
