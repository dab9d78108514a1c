"""Where and on what occasion a meeting takes place, by its own clause and sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from ..text import Row, Text
from .anaphora import pointers
from .listed import lexicon
from .reading import Reading
from .scene import Proposal
from .visits import is_conference
from .words import Chunk, context

MATTER = frozenset(["from", "about"])
VENUE, REACH, NEAR = 6, 12, 4


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

    def slot(self, at: int) -> str:
        """The slot that preposition `at` opens, "" if it is none."""
        prepositional = 0 <= at < len(self.chunks) and self.chunks[at].kind == "p"
        return str(self.chunks[at].data["slot"]) if prepositional else ""


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
        inside = frame.slot(before) == "in" and not _at_matter(frame, before)
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
    return frame.slot(before) in MATTER


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
