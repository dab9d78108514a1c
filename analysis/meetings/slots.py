"""The slot that parties fill in their clause: subject, «با», «میان», «به» ..."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .groups import Reader
from .parties import Party
from .reading import Group, Reading
from .words import PARTY, Chunk, seats

PASSED = frozenset(["in", "between", "like", "from", "to", "object"])
FREE = frozenset(["", ",", "T", "A", ":", "q", "V", ")", "&", "S", "j", "-"])


def groups(reader: Reader, reading: Reading) -> list[Group]:
    """The parties of a clause, each in its slot."""
    return _headed(list(_in_slots(reader, reading)))


def _in_slots(reader: Reader, reading: Reading) -> Iterator[Group]:
    chunks = reader.chunks
    at = reading.first
    last: Group | None = None
    while at < reading.last:
        if chunks[at].kind not in PARTY:
            at += 1
            continue
        parties, after = reader.group(at)
        after = max(min(after, reading.last), at + 1)
        slot, head = _slot(reader, reading, at, last)
        if parties:
            parties = _shared(parties) if slot != "subject" else parties
            if slot in ("between", "with") or (slot == "of" and len(parties) > 1):
                parties = [_seated(reader, party) for party in parties]
            if after < reading.last and is_object(reader, after):
                slot = "object" if slot in ("subject", "dependent") else slot
            last = Group(slot, at, after, tuple(parties), head)
            yield last
        at = after


def _headed(groups: list[Group]) -> list[Group]:
    """Groups, each delegation with what its chief, named right after it, says of it."""
    pairs = zip(groups, [*groups[1:], None], strict=False)
    return [g.headed(nxt.parties[0]) if nxt and nxt.slot == "chair" else g for g, nxt in pairs]


def _shared(parties: list[Party]) -> list[Party]:
    """Give a bare title the country of the one after it: «رئیس‌جمهور و وزیر خارجه عراق»."""
    shared: list[Party] = []
    for party in reversed(parties):
        bare = party.role and not (party.iso3 or party.organisation or party.name or party.peer)
        follower = shared[-1] if shared else None
        if bare and follower and follower.role and not follower.peer and follower.iso3:
            party = replace(party, iso3=follower.iso3, home=False)
        shared.append(party)
    return shared[::-1]


def _seated(reader: Reader, party: Party) -> Party:
    """Who is meant by a capital that is the seat of a body: «میان تهران و بروکسل»."""
    body = seats().get(reader.words(party.first, party.last))
    return replace(party, iso3=None, organisation=body) if body else party


def _dateline(chunks: Sequence[Chunk], reading: Reading, at: int) -> bool:
    """Whether a city opens the report: «مسکو - ایرنا - ...»."""
    follows = chunks[at + 1 : at + 2]
    return (
        chunks[at].kind in "LC"
        and at < reading.first + 4
        and bool(follows)
        and (follows[0].kind == "-")
    )


def is_object(reader: Reader, at: int) -> bool:
    chunk = reader.chunks[at]
    return chunk.kind == "p" and chunk.data["slot"] == "object"


def _slot(reader: Reader, reading: Reading, at: int, last: Group | None) -> tuple[str, int | None]:
    """Slot of the group that begins at chunk `at`, and the trigger that it belongs to."""
    chunks = reader.chunks
    before = at - 1
    kind = chunks[before].kind if before >= reading.first else ""
    if kind == "p":
        slot = str(chunks[before].data["slot"])
        joined = before > reading.first and chunks[before - 1].kind == "&"
        if joined and last is not None and last.slot == slot and last.last == before - 1:
            return slot, last.head
        head = _head(chunks, reading, before - 1)
        aims = head is None or slot != "to" or chunks[head].data["type"] == "visit"
        return slot, head if aims else None
    if kind == "N":
        return "of", before
    beyond = _beyond(reader, reading, at)
    if beyond:
        return beyond
    if kind in ("&", "A") and last is not None and last.last in (before, before - 1):
        return last.slot, last.head
    if kind == "L" and chunks[at].kind == "L":
        return "in", None
    if _dateline(chunks, reading, at):
        return "dateline", None
    if kind in FREE and not (
        kind == "&" and before - 1 >= reading.first and chunks[before - 1].kind == "w"
    ):
        return "subject", None
    if chunks[at].kind == "R" and _opening(chunks, reading, before):
        return "subject", None
    return "dependent", None


def _beyond(reader: Reader, reading: Reading, at: int) -> tuple[str, int | None] | None:
    """Slot and trigger that stand before words nobody lists."""
    if _described(reader, reading, at):
        return "of", at - 2
    named = _unlisted_name(reader.chunks, reading, at)
    if named is None:
        return None
    return reader.chunks[named].data["slot"], _head(reader.chunks, reading, named - 1)


def _described(reader: Reader, reading: Reading, at: int) -> bool:
    """Whether an adjective that no list has stands after a trigger: «کمیته مشترک گردشگری X»."""
    chunks = reader.chunks
    if at - 2 < reading.first or chunks[at].kind not in "CR" or chunks[at - 1].kind != "w":
        return False
    word = reader.text.tokens[chunks[at - 1].last - 1].key
    return chunks[at - 2].kind == "N" and word.endswith("ی")


def _unlisted_name(chunks: Sequence[Chunk], reading: Reading, at: int) -> int | None:
    """The preposition before «با [a name nobody lists] وزیر ...»."""
    before = at - 1
    while before >= reading.first and chunks[before].kind in ("w", ",") and at - before < 5:
        before -= 1
    reach = {"R": 5, "P": 3}.get(chunks[at].kind, 0)
    near = 1 < at - before < reach and before >= reading.first
    if near and chunks[before].kind == "p" and chunks[before].data["slot"] in ("with", "between"):
        return before
    return None


def _opening(chunks: Sequence[Chunk], reading: Reading, before: int) -> bool:
    """Whether only plain words (a name nobody lists) stand between the clause's start and here."""
    words = 0
    while before >= reading.first and chunks[before].kind == "w" and words < 4:
        before, words = before - 1, words + 1
    return before < reading.first or chunks[before].kind in (",", "V", ":", "T", "q", "j", "&", "-")


def _head(chunks: Sequence[Chunk], reading: Reading, at: int) -> int | None:
    """The trigger whose argument a preposition opens, seen to its left."""
    steps = 0
    while at >= reading.first and steps < 14:
        kind = chunks[at].kind
        if kind == "N":
            return at
        if kind in ("&", ",") and not _in_list(chunks, at):
            return None
        if kind == "p" and chunks[at].data["slot"] not in PASSED:
            return None
        if kind in ("V", ":"):
            return None
        if kind == "w" and not _adjective_like(chunks, at):
            return None
        at, steps = at - 1, steps + 1
    return None


def _in_list(chunks: Sequence[Chunk], at: int) -> bool:
    return (
        chunks[at - 1].kind in PARTY | {"D"}
        and at + 1 < len(chunks)
        and chunks[at + 1].kind in PARTY | {"D"}
    )


def _adjective_like(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a plain word directly follows a trigger, as an unlisted adjective does."""
    return at > 0 and chunks[at - 1].kind == "N"
