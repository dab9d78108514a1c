"""Events and programmes: conferences with their editions and codes, quoted programmes."""

import re
from collections.abc import Iterator
from functools import cache

from ..lexicon import compact, load
from .gazetteer import Hit, Scan
from .mentions import Mention
from .words import ends_phrase, noun_ends

LATIN = re.compile(r"[a-z]{2,}")
MOST = 10
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def events(scan: Scan) -> Iterator[Mention]:
    """Events: listed ones with their edition, and those that a head word begins."""
    for hit in scan.all("event"):
        yield from listed_event(scan, hit)
    for head in scan.all("head"):
        if head.entry.more["label"] == "EVENT":
            found = list(headed_event(scan, head))
            yield from found or named_event(scan, head)


def listed_event(scan: Scan, hit: Hit) -> Iterator[Mention]:
    """A listed event: its head word before a Latin code and its edition belong to it."""
    first = hit.first
    if LATIN.fullmatch(scan.key(first)) and _head_before(scan, first):
        first -= 1
    last, year = edition(scan, hit.last)
    entity = f"{hit.entry.id}-{year}" if year else hit.entry.id
    name = f"{hit.entry.name} {str(year).translate(PERSIAN)}" if year else hit.entry.name
    yield Mention(first, last, "EVENT", entity, name, "listed-event", source="lexicon")


def headed_event(scan: Scan, head: Hit) -> Iterator[Mention]:
    """An unlisted event: a head word, its name, and a year, a code or quotation marks to end it."""
    last = head.last
    while last < head.last + MOST and _goes_on(scan, last):
        last += 1
    code = _code(scan, last)
    if code:
        yield from _coded(scan, head, last, code)
        return
    stop, year = edition(scan, last)
    if year and last > head.last:
        name = scan.words(head.first, stop)
        yield Mention(head.first, stop, "EVENT", f"event:{name}", name, "event-with-year")


def _coded(scan: Scan, head: Hit, last: int, code: tuple[int, int, str]) -> Iterator[Mention]:
    first, stop, entity = code
    outside = scan.key(first - 1) != "("
    if outside and last == head.last:
        name = scan.words(head.first, stop)
        yield Mention(head.first, stop, "EVENT", entity, name, "event-with-code")
    elif not outside and last > head.last:
        name = scan.words(head.first, first - 1)
        yield Mention(head.first, first - 1, "EVENT", entity, name, "event-with-code")
        yield Mention(first, stop, "EVENT", entity, name, "event-code")


def named_event(scan: Scan, head: Hit) -> Iterator[Mention]:
    """An unlisted event by its words alone: an ordinal before it («هفتمین»), a word of its scope
    after it («بین‌المللی», «سران»), or a festival with its town. It ends with a place or before a
    country or a day.
    """
    last, town = _named(scan, head.last)
    words = [scan.key(at) for at in range(head.last, last)]
    if not words or event_words("plain").intersection(words) or scan.hit(head.last, "role"):
        return
    scoped = words[0] in event_words("scope") and len(words) > 1
    counted = scan.key(head.first - 1).endswith("مین") and len(words) > 1
    towned = town and head.entry.more["complement"] == "town"
    if (scoped or counted or towned) and scan.one_sentence(head.first, last):
        name = scan.words(head.first, last)
        yield Mention(head.first, last, "EVENT", f"event:{name}", name, "event-with-scope")


def _named(scan: Scan, first: int) -> tuple[int, bool]:
    """Token after the words of an event's name from `first`, and whether a place ends it."""
    at = first
    while at < first + MOST:
        if at in scan.days or scan.hit(at, "country"):
            break
        place = scan.hit(at, "place", "organisation")
        if place:
            return place.last, True
        closed = _closes(scan, at + 1) and not _field(scan, at + 1)
        new = closed or scan.hit(at + 1, "head", "event")
        joint = scan.key(at) == "و" and at > first and not new
        if _closes(scan, at) and not joint and not _field(scan, at):
            break
        at += 1
    return at, False


def _field(scan: Scan, at: int) -> bool:
    """Whether a noun of compound verbs is what an event is about («اجلاس جهانی آب»): after a word
    of its scope or «و», and not before a verb.
    """
    scoped = scan.key(at - 1) in event_words("scope") | {"و"}
    verbal = ends_phrase(scan, at + 1) and scan.key(at + 1) not in {"در", "را", "عازم", "راهی"}
    verbal = verbal or scan.key(at + 1) in noun_ends("verb", "copula")
    return scoped and not verbal and scan.key(at) in noun_ends("object", "action")


def _closes(scan: Scan, index: int) -> bool:
    return ends_phrase(scan, index) or scan.key(index) in noun_ends()


@cache
def event_words(kind: str) -> frozenset[str]:
    """Words after the head of an event: of its `scope`, or those of a `plain` meeting."""
    return frozenset(compact(row["word"]) for row in load("event-words") if row["kind"] == kind)


def _code(scan: Scan, index: int) -> tuple[int, int, str] | None:
    """A Latin code with an optional edition at `index`, in brackets or not: first, last, id."""
    _, year = edition(scan, index)
    first = index + (1 if year else 0)
    if scan.key(first) == "(":
        first += 1
    if not LATIN.fullmatch(scan.key(first)):
        return None
    last, number = edition(scan, first + 1)
    code = scan.key(first).upper()
    return first, last, f"{code}-{number}" if number else code


def edition(scan: Scan, index: int) -> tuple[int, int | None]:
    """The token after an edition's number that begins at `index`, and the number.

    «۲۰۲۵» and «-۲۵» are 2025, «۳۰» written to the code is 30.
    """
    dash = scan.key(index) in {"-", "–"} and not scan.tokens[index].spaced
    at = index + dash
    if at >= len(scan.tokens) or not scan.key(at).isdecimal():
        return index, None
    joined = not scan.tokens[at].spaced
    number, digits = int(scan.key(at)), len(scan.key(at))
    if digits == 4 and (at in scan.dates or joined or 1300 <= number < 2100):
        return at + 1, number
    if digits <= 2 and joined:
        return at + 1, number + 2000 if dash and digits == 2 else number
    return index, None


def _goes_on(scan: Scan, index: int) -> bool:
    token = scan.tokens[index] if index < len(scan.tokens) else None
    if token is None or LATIN.fullmatch(token.key) or scan.hit(index, "event", "head"):
        return False
    if index in scan.days:
        return False
    following = scan.hit(index + 1, "event", "head")
    joint = token.key == "و" and not following and not ends_phrase(scan, index + 1)
    return joint or not ends_phrase(scan, index)


def _head_before(scan: Scan, index: int) -> bool:
    head = scan.hit(index - 1, "head") if index else None
    return head is not None and head.entry.more["label"] == "EVENT"


def programmes(scan: Scan) -> Iterator[Mention]:
    """Programmes: a head word, adjectives at most, then the name in quotation marks."""
    for head in scan.all("head"):
        if head.entry.more["label"] != "PROGRAMME":
            continue
        opening = next((i for i in range(head.last, head.last + 3) if scan.key(i) == "«"), None)
        if opening is None or any(ends_phrase(scan, i) for i in range(head.last, opening)):
            continue
        closing = next((i for i in range(opening + 2, opening + 10) if scan.key(i) == "»"), None)
        if closing and scan.one_sentence(head.first, closing):
            name = scan.words(opening + 1, closing)
            yield Mention(
                opening + 1, closing, "PROGRAMME", f"programme:{name}", name, "quoted-programme"
            )
