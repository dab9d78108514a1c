"""Clauses with their arguments: who is the subject, who follows «با», «میان», «به» ..."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..clauses import Clause, Verb
from ..text import Text
from .groups import Reader
from .parties import Party
from .words import PARTY, Chunk, context, seats

PASSED = frozenset(["in", "between", "like", "from", "to", "object"])
TELLING = frozenset(["گفت", "افزود", "نوشت"])
RELATED = frozenset(["with", "from", "object"])
FREE = frozenset(["", ",", "T", "A", ":", "q", "V", ")", "&", "S", "j", "-"])


@dataclass(frozen=True)
class Group:
    """Parties in one slot: chunks `first` to `last - 1`; `head` is the trigger they belong to."""

    slot: str
    first: int
    last: int
    parties: tuple[Party, ...]
    head: int | None = None

    def headed(self, chief: Party) -> "Group":
        """A delegation without a country has its chief's: «هیئتی به ریاست وزیر دفاع چین»."""
        parties = tuple(
            replace(p, iso3=chief.iso3, home=chief.home)
            if p.group and not (p.iso3 or p.organisation)
            else p
            for p in self.parties
        )
        return replace(self, parties=parties)


@dataclass
class Reading:
    """One clause: chunks `first` to `last - 1`, its groups, and the clause before it.

    A `relative` clause stands within another, whose `opening` is the chunks before it.
    """

    clause: Clause
    first: int
    last: int
    sentence: int
    groups: list[Group] = field(default_factory=list)
    subject: tuple[Party, ...] = ()
    own: bool = False
    before: "Reading | None" = None
    number: int = 0
    relative: bool = False
    opening: range = range(0)

    @property
    def all(self) -> list[int]:
        """Indexes of its chunks, those of its opening included."""
        return [*(() if self.relative else self.opening), *range(self.first, self.last)]

    def holds(self, at: int) -> bool:
        """Whether chunk `at` is one of its own or of its opening."""
        return self.first <= at < self.last or (not self.relative and at in self.opening)

    def of(self, *slots: str, head: int | None = None) -> list[Group]:
        """Groups in any of these slots; only those of trigger `head` if it is given."""
        return [
            group
            for group in self.groups
            if group.slot in slots and (head is None or group.head == head)
        ]


def read(text: Text, chunks: Sequence[Chunk], clauses: Sequence[Clause]) -> list[Reading]:
    """Read every clause; a clause without a subject has that of the clause before it."""
    reader = Reader(text, chunks)
    found: list[Reading] = []
    at = 0
    topic: tuple[Party, ...] = ()
    said: Reading | None = None
    begun: list[Group] = []
    for clause, following in zip(clauses, [*clauses[1:], None], strict=True):
        first = at
        while at < len(chunks) and chunks[at].first < clause.last:
            at += 1
        reading = Reading(clause, first, at, text.sentence[clause.first], number=len(found))
        reading.groups = _headed(list(_groups(reader, reading)))
        if found and found[-1].sentence == reading.sentence:
            reading.before = found[-1]
        if begun and reading.before:
            reading.groups, reading.opening = [*begun, *reading.groups], reading.before.opening
        begun = []
        goes_on = following and text.sentence[following.first] == reading.sentence
        whom = _related(reader, reading) if goes_on else None
        if whom:
            begun = _open(reading, whom)
            topic = _named_subject(begun) or topic
            found.append(reading)
            continue
        own = next((group for group in reading.groups if group.slot == "subject"), None)
        reading.own = own is not None
        if own and not all(party.pronoun for party in own.parties):
            topic = own.parties
        spoke = said.clause.verb if said else None
        other = _another(reading, topic, spoke) or _of_noun(text, reading)
        reading.subject = () if other else topic
        if own and own.parties[0].pronoun and spoke and spoke.lemma in TELLING:
            reading.subject = own.parties
        elif own:
            said = reading
        elif said and tells(text, said):
            reading.subject = tuple(map(_spoken_for, reading.subject))
        found.append(reading)
    return found


def _related(reader: Reader, reading: Reading) -> Group | None:
    """Whom a clause within this one is about: «با [X] که در تهران است، دیدار کرد», «دیدار با [X]
    که ...».
    """
    for group in reading.groups:
        at = group.last + (group.last < reading.last and _is_object(reader, group.last))
        chunk = reader.chunks[at] if at < reading.last else None
        that = chunk and chunk.kind == "j" and reader.text.tokens[chunk.first].key == "که"
        free = group.head is None or (group.slot == "with" and _travels(reader, reading, at))
        if that and group.slot in RELATED and free and reading.clause.verb:
            return group
    return None


def _travels(reader: Reader, reading: Reading, at: int) -> bool:
    """Whether a clause tells a journey from chunk `at` on."""
    visits = (c for c in reader.chunks[at : reading.last] if c.kind == "N")
    verb = reading.clause.verb
    going = verb is not None and verb.lemma in ("آمد", "رفت")
    return going or any(chunk.data["type"] == "visit" for chunk in visits)


def _open(reading: Reading, whom: Group) -> list[Group]:
    """Make a reading that of the relative clause within it; the groups before it are returned."""
    begun = [group for group in reading.groups if group.first <= whom.first]
    reading.opening = range(reading.first, whom.last)
    reading.first, reading.relative = whom.last, True
    reading.groups = [group for group in reading.groups if group.first > whom.first]
    reading.subject, reading.own = _named_subject(reading.groups) or whom.parties, True
    return begun


def _named_subject(groups: list[Group]) -> tuple[Party, ...]:
    own = next((group for group in groups if group.slot == "subject"), None)
    return own.parties if own and not all(party.pronoun for party in own.parties) else ()


def tells(text: Text, reading: Reading) -> bool:
    """Whether a clause is about what somebody says."""
    tokens = text.tokens[reading.clause.first : reading.clause.last]
    return bool({token.key for token in tokens} & context("telling"))


def _spoken_for(party: Party) -> Party:
    """Whoever a spokesman speaks for: of his state, not named."""
    return replace(party, name=None, role=None) if party.speaks else party


def _another(reading: Reading, topic: tuple[Party, ...], spoke: Verb | None) -> bool:
    """Whether a plural verb shows that one earlier subject does not go on."""
    verb = reading.clause.verb
    if reading.own or verb is None or not verb.plural or len(topic) != 1 or topic[0].group:
        return False
    return spoke is None or not spoke.plural


def _of_noun(text: Text, reading: Reading) -> bool:
    """Whether a clause tells of a noun that is nobody named: «این داستان زنی است که ...»."""
    before, first = reading.before, text.tokens[reading.clause.first].key
    verb = before.clause.verb if before and not before.own and first == "که" else None
    return verb is not None and verb.lemma == "بود" and text.tokens[verb.first - 1].key[-1:] == "ی"


def _groups(reader: Reader, reading: Reading) -> Iterator[Group]:
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
            if after < reading.last and _is_object(reader, after):
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


def _is_object(reader: Reader, at: int) -> bool:
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
