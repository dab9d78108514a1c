"""Clauses with their arguments, one after the other: whose subject goes on, which stands within another."""

from collections.abc import Sequence
from dataclasses import replace

from ..clauses import Clause, Verb
from ..text import Text
from .groups import Reader
from .parties import Party
from .reading import Group, Reading
from .slots import groups, is_object
from .words import Chunk, context

TELLING = frozenset(["گفت", "افزود", "نوشت"])
PEER = "همتا"
STATES = frozenset(["دولت", "حکومت"])
RELATED = frozenset(["with", "from", "object"])


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
        reading.groups = groups(reader, reading)
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
            reading.subject = tuple(_peer(party, topic) for party in reading.subject)
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
            state = _of_state(text, reading)
            reading.subject = tuple(_spoken_for(party, state) for party in reading.subject)
        found.append(reading)
    return found


def _related(reader: Reader, reading: Reading) -> Group | None:
    """Whom a clause within this one is about: «با [X] که در تهران است، دیدار کرد», «دیدار با [X]
    که ...».
    """
    for group in reading.groups:
        at = group.last + (group.last < reading.last and is_object(reader, group.last))
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


def _peer(party: Party, topic: tuple[Party, ...]) -> Party:
    """Somebody's peer with the title of the one: «با همتای عراقی که به تهران آمده بود»."""
    titled = party.role == PEER and len(topic) == 1 and not topic[0].peer
    return replace(party, role=topic[0].role or party.role) if titled else party


def _named_subject(groups: list[Group]) -> tuple[Party, ...]:
    own = next((group for group in groups if group.slot == "subject"), None)
    return own.parties if own and not all(party.pronoun for party in own.parties) else ()


def tells(text: Text, reading: Reading) -> bool:
    """Whether a clause is about what somebody says."""
    tokens = text.tokens[reading.clause.first : reading.clause.last]
    return bool({token.key for token in tokens} & context("telling"))


def _spoken_for(party: Party, state: bool) -> Party:
    """Whoever a spokesman speaks for, or the `state` of whoever speaks: nobody named."""
    if state:
        return replace(party, name=None, role=None, organisation=None)
    return replace(party, name=None, role=None) if party.speaks else party


def _of_state(text: Text, reading: Reading) -> bool:
    """Whether a clause begins with the state: «گفت [که] دولت با Y مذاکره کرده است»."""
    first = reading.clause.first
    first += text.tokens[first].key == "که"
    return first < reading.clause.last and text.tokens[first].key in STATES


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
