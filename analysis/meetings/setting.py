"""Where, when and on what occasion a meeting takes place, by its own clause and sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from .. import numerals
from ..clauses import Verb
from ..text import Row, Text
from .anaphora import pointers
from .listed import lexicon
from .reading import Reading
from .scene import Proposal, is_verbal_chunk
from .visits import is_conference
from .words import Chunk, context

TELLING = frozenset(["گفت", "نوشت", "افزود"])
TOLD = frozenset(
    ["خبر", "اعلام", "اظهار", "تاکید", "تأکید", "بیان", "تصریح", "عنوان", "ابراز", "اشاره"]
)
DATED = frozenset(
    ["تاریخ", "مورخ", "روز", "شب", "صبح", "عصر", "ظهر", "شامگاه", "بامداد", "همان", "سال", "هفته"]
)
MATTER = frozenset(["from", "about"])
HALF_YEAR, YEAR, VENUE, REACH, NEAR = 183, 366, 6, 12, 4
DAYS, LASTING = frozenset(["DATE", "TIME"]), frozenset(["visit", "conference"])
FOR_LONG, DAYS_LONG = "مدت", re.compile(r"P([1-9]\d?)D")


class Place(NamedTuple):
    """A place by name, and the country it is in."""

    name: str | None
    iso3: str | None


@dataclass
class Frame:
    """What settings are read from: the text, its chunks and clauses."""

    text: Text
    chunks: Sequence[Chunk]
    readings: Sequence[Reading]

    @cached_property
    def by_first(self) -> dict[int, Chunk]:
        """Chunks by their first token."""
        return {chunk.first: chunk for chunk in self.chunks}

    @cached_property
    def ends(self) -> dict[int, tuple[int, int]]:
        """First token of each sentence and the token after it."""
        found: dict[int, tuple[int, int]] = {}
        for reading in self.readings:
            first = found.get(reading.sentence, (reading.clause.first, 0))[0]
            found[reading.sentence] = first, reading.clause.last
        return found

    def around(self, reading: Reading) -> list[Reading]:
        """The clauses of a sentence, of a very long one those near."""
        return [
            near
            for near in self.readings[max(0, reading.number - REACH) : reading.number + REACH]
            if near.sentence == reading.sentence
        ]

    def key(self, chunk: Chunk) -> str:
        """The words of a chunk without spaces and half-spaces."""
        return "".join(token.key for token in self.text.tokens[chunk.first : chunk.last])


def place_of(frame: Frame, proposal: Proposal) -> Place:
    """«در L» of the clause; for a visit, its goal."""
    goals = [named(frame, party.first) for party in proposal.b if party.iso3 and not party.role]
    if proposal.type == "visit" and goals and goals[0].name:
        return goals[0]
    groups = proposal.reading.of("in")
    groups += proposal.reading.of("subject") if _hosted(frame, proposal) else []
    for group in groups:
        chunk = frame.chunks[group.first]
        if chunk.kind in ("L", "C") and not _at_matter(frame, group.first - 1):
            return named(frame, chunk.first)
    return _venue(frame, proposal.reading) or _whereabouts(frame, proposal.reading)


def _venue(frame: Frame, reading: Reading) -> Place | None:
    """«در کاخ کرملین مسکو», and the post of an envoy: «سفیر X در L»."""
    for at in range(reading.first + 1, reading.last):
        before = at - 1
        while before > reading.first and at - before < VENUE and frame.chunks[before].kind == "w":
            before -= 1
        venue = before == at - 1 or frame.key(frame.chunks[before + 1]) in context("venue")
        inside = _slot(frame, reading, before) == "in" and not _at_matter(frame, before)
        if frame.chunks[at].kind == "L" and inside and venue:
            return named(frame, frame.chunks[at].first)
    return None


def _whereabouts(frame: Frame, reading: Reading) -> Place:
    """«X که در L به سر می‌برد، ...»."""
    before, steps = reading.before, 0
    while before is not None and steps < REACH:
        steps += 1
        words = {frame.key(chunk) for chunk in frame.chunks[before.first : before.last]}
        verb = before.clause.verb
        if words & {"سر", "حضور"} or (verb and (verb.lemma, verb.tense) == ("بود", "present")):
            found = [g.first for g in before.of("in") if frame.chunks[g.first].kind == "L"]
            if found:
                return named(frame, frame.chunks[found[0]].first)
        before = before.before
    return Place(None, None)


def _hosted(frame: Frame, proposal: Proposal) -> bool:
    """Whether the meeting is what a city is host of: «مسقط میزبان نشست ... بود»."""
    before = frame.chunks[proposal.trigger - 1] if proposal.trigger else None
    return before is not None and before.kind == "N" and before.data.get("action") == "host"


def named(frame: Frame, first: int) -> Place:
    """The place that the chunk at token `first` names."""
    chunk = frame.by_first.get(first)
    if chunk is not None and chunk.kind in ("L", "C"):
        city = _city(frame, chunk) if chunk.kind == "L" else None
        if city:
            return Place(city["surface"], city["iso3"])
        return Place(chunk.data.get("name"), chunk.data.get("iso3") or None)
    return Place(None, None)


def _city(frame: Frame, chunk: Chunk) -> Mapping[str, Any] | None:
    """The capital that a place's name holds: «تالار بزرگ خلق پکن»."""
    for first in range(chunk.first, chunk.last):
        found = lexicon()["L"].longest(frame.text.tokens, first)
        if found and found[0] <= chunk.last:
            return found[1]
    return None


def host_of(frame: Frame, proposal: Proposal) -> str | None:
    """«با میزبانی Y» anywhere in the sentence; for a visit, the country visited."""
    if proposal.type == "visit":
        return next((party.iso3 for party in proposal.b if party.iso3), None)
    for reading in frame.around(proposal.reading):
        for group in reading.of("host"):
            for party in group.parties:
                if party.iso3:
                    return party.iso3
    return None


def days_of(frame: Frame, proposal: Proposal) -> tuple[str, str] | None:
    """First and last day that the clause gives for the meeting."""
    reading = proposal.reading
    if proposal.type in LASTING and _ends(frame, reading):
        return None
    found = [at for at in range(reading.first, reading.last) if is_date(frame, reading, at)]
    if proposal.type == "conference":
        found += [at for at in (proposal.trigger + 1,) if _plain_date(frame, at)]
    if not (found or reading.relative):
        found = [at for at in reading.opening if is_date(frame, reading, at)]
    found = [at for at in found if not _of_telling(frame, proposal, at)]
    if not found:
        return None
    nearest = min(found, key=lambda at: (abs(at - proposal.trigger), at))
    row = frame.chunks[nearest].data
    status = proposal.status if proposal.sure else "cancelled"
    return (row["first"], _end(frame, reading, row)) if agrees(frame, status, row) else None


def _ends(frame: Frame, reading: Reading) -> bool:
    """Whether a clause only says when something ended: «سفر ... سه‌شنبه پایان یافت»."""
    return any(frame.key(c) == "پایان" for c in frame.chunks[reading.first : reading.last])


def _end(frame: Frame, reading: Reading, row: Mapping[str, Any]) -> str:
    """The last day; of one day «به مدت چهار روز» the fourth."""
    days = [
        DAYS_LONG.fullmatch(chunk.data["edtf"])
        for chunk in frame.chunks[reading.first : reading.last]
        if chunk.kind == "T"
        and chunk.data.get("type") == "DURATION"
        and frame.text.tokens[chunk.first - 1].key == FOR_LONG
    ]
    if row["first"] != row["last"] or len(days) != 1 or days[0] is None:
        return str(row["last"])
    return str(date.fromisoformat(row["first"]) + timedelta(days=int(days[0][1]) - 1))


def status_by(frame: Frame, proposal: Proposal, days: tuple[str, str] | None) -> str:
    """A status only supposed gives way to the days: those to come are planned."""
    published = (frame.text.article.published or "")[:10]
    if (
        proposal.status == "under_way"
        and days
        and days[1] < published
        and _is_trip(frame, proposal)
    ):
        return "held"
    if proposal.sure or days is None or len(published) < 10 or proposal.status == "cancelled":
        return proposal.status
    if days[0] > published:
        return "planned"
    return "held" if days[1] < published else proposal.status


def _is_trip(frame: Frame, proposal: Proposal) -> bool:
    """Whether a visit is told as a whole: «سفر کرده است», not «وارد ... شد»."""
    trigger = frame.chunks[proposal.trigger]
    return trigger.data.get("type") == "visit" and "action" not in trigger.data


def is_date(frame: Frame, reading: Reading, at: int) -> bool:
    """Whether chunk `at` is a date that stands free in the clause, not one of another noun."""
    if not _plain_date(frame, at) or _slot_of(frame, at + 1) == "object":
        return False
    if frame.chunks[at].data.get("rule") == "length-relative" and _counts(frame, reading):
        return False
    before = frame.chunks[at - 1] if at > reading.first else None
    if before is None or before.kind not in ("w", "p", "E", "O"):
        return True
    if before.kind in ("E", "O"):
        return frame.chunks[at].data["anchor"] in ("published", "narrative")
    if before.kind == "p":
        return before.data["slot"] in ("in", "from", "during", "to", "of", "purpose")
    pair = frame.key(frame.chunks[at - 2]) + frame.key(before) if at - 2 >= reading.first else ""
    return frame.key(before) in DATED | context("they") or pair in context("they")


def _counts(frame: Frame, reading: Reading) -> bool:
    """Whether a clause says how many meetings there were: «سومین دیدار ... در یک سال گذشته»."""
    tokens = frame.text.tokens[reading.clause.first : reading.clause.last]
    ordinal = any(numeral.kind == "ordinal" for numeral in numerals.find(tokens))
    return ordinal or any(token.key == "بار" for token in tokens)


def _plain_date(frame: Frame, at: int) -> bool:
    if at >= len(frame.chunks):
        return False
    chunk = frame.chunks[at]
    dated = chunk.kind == "T" and chunk.data.get("type") in DAYS and bool(chunk.data.get("first"))
    return dated and _length(chunk.data) <= YEAR


def _length(row: Any) -> int:
    """Days from first to last: a span of years says when something has not been."""
    return (date.fromisoformat(row["last"]) - date.fromisoformat(row["first"])).days


def _of_telling(frame: Frame, proposal: Proposal, at: int) -> bool:
    """Whether a date says when something was told, or another event, rather than the meeting."""
    trigger = proposal.trigger
    slot = _slot(frame, proposal.reading, trigger - 1)
    if slot in ("purpose", "before"):
        return not trigger - 2 < at
    joined = frame.chunks[trigger + 1].kind if trigger + 1 < len(frame.chunks) else ""
    if is_verbal_chunk(frame.chunks, trigger) or joined == "&":
        return at > trigger
    if slot in ("in", "during", "after"):
        return False
    return at < trigger and _tells(frame, proposal.reading.clause.verb)


def _slot(frame: Frame, reading: Reading, at: int) -> str:
    return _slot_of(frame, at) if at >= reading.first else ""


def _slot_of(frame: Frame, at: int) -> str:
    if at >= len(frame.chunks) or frame.chunks[at].kind != "p":
        return ""
    return str(frame.chunks[at].data["slot"])


def _tells(frame: Frame, verb: Verb | None) -> bool:
    if verb is None:
        return False
    return verb.lemma in TELLING or frame.text.tokens[max(0, verb.first - 1)].key in TOLD


def agrees(frame: Frame, status: str, row: Any) -> bool:
    """Whether days can be those of a meeting with this status, seen from the day of publication."""
    published = (frame.text.article.published or "")[:10]
    if len(published) < 10:
        return True
    if row.get("anchor") != "explicit" and "سال" not in row["text"] and _far(published, row):
        return False
    if status in ("held", "under_way"):
        return bool(row["first"] <= published)
    return status == "cancelled" or bool(row["last"] >= published)


def _far(published: str, row: Any) -> bool:
    """Whether a date without a year would be more than half a year away."""
    day = date.fromisoformat(published)
    return abs((date.fromisoformat(row["first"]) - day).days) > HALF_YEAR


def occasion_of(frame: Frame, proposal: Proposal) -> tuple[str | None, bool]:
    """The conference named in the sentence; and whether the sentence points back to one."""
    readings = frame.around(proposal.reading)
    for at in (at for reading in readings for at in range(reading.first, reading.last)):
        chunk = frame.chunks[at]
        named = chunk.kind == "E" and is_conference(chunk.data["name"])
        if named and not _is_matter(frame, at):
            return chunk.data["name"], False
    there = [reading for reading in readings if not _talks_of_it(frame, reading)]
    return None, "conference" in pointers(frame.text, there)


def _is_matter(frame: Frame, at: int) -> bool:
    """Whether chunk `at` is what is talked of: «از برگزاری [این] E حمایت کرد»."""
    before = at - 1
    while before and at - before < NEAR and frame.chunks[before].kind == "w":
        before -= 1
    return before >= 0 and _slot_of(frame, before) in MATTER


def _at_matter(frame: Frame, at: int) -> bool:
    """Whether preposition `at` says where a conference is that is talked of."""
    return frame.chunks[at - 1].kind == "E" and _is_matter(frame, at - 1)


def _talks_of_it(frame: Frame, reading: Reading) -> bool:
    """Whether «این ...» in a clause is what is talked of."""
    chunks = enumerate(frame.chunks[reading.first : reading.last], reading.first)
    return any(_is_matter(frame, at) for at, chunk in chunks if frame.key(chunk) == "این")


def evidence(frame: Frame, sentence: int) -> Row:
    """The span of a sentence as a row."""
    return frame.text.row(*frame.ends[sentence], "")
