"""What a rule sees, and what it proposes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..text import Text
from . import status
from .parties import Party
from .reading import Group, Reading
from .words import Chunk

Parties = tuple[Party, ...]
DOING = frozenset(["برگزار", "انجام", "ترتیب"])
ADJUNCT = frozenset(["in", "during", "after", "before", "purpose"])


@dataclass(frozen=True)
class Proposal:
    """A meeting that a rule reads: its sides, or `mutual` parties who all meet each other.

    `sure` says that the status was read, not supposed; `aside` that the clause tells another
    event and names this one in passing; `body` that a standing body of both sides meets;
    `trigger` is the chunk that names the meeting.
    """

    rule: str
    type: str
    status: str
    reading: Reading
    trigger: int
    a: Parties = ()
    b: Parties = ()
    mutual: bool = False
    weak: bool = False
    sure: bool = True
    aside: bool = False
    body: bool = False


@dataclass(frozen=True)
class Scene:
    """What a rule sees: the text, its chunks and one clause."""

    text: Text
    chunks: Sequence[Chunk]
    reading: Reading
    earlier: Sequence[Proposal] = ()

    def kind(self, at: int) -> str:
        """Kind of chunk `at` within the clause; empty outside it."""
        return self.chunks[at].kind if self.reading.holds(at) else ""

    def slot(self, at: int) -> str:
        """Slot that chunk `at` opens if it is a preposition."""
        return str(self.chunks[at].data["slot"]) if self.kind(at) == "p" else ""

    def slot_of(self, at: int) -> str:
        """Slot that trigger `at` stands in, or shares: «در سفر به Y و دیدار با X»."""
        if self.kind(at - 1) != "&":
            return self.slot(at - 1)
        earlier = [i for i in range(max(0, at - 12), at) if self.kind(i) == "N"]
        slot = self.slot(earlier[-1] - 1) if earlier else ""
        return slot if slot in ADJUNCT else ""

    @property
    def start(self) -> int:
        """The first token of the clause, that of its opening included."""
        return self.chunks[self.reading.all[0]].first

    def key(self, at: int) -> str:
        """The words of chunk `at` without spaces and half-spaces."""
        chunk = self.chunks[at]
        return "".join(token.key for token in self.text.tokens[chunk.first : chunk.last])

    def triggers(self, *types: str) -> list[int]:
        """Words for meetings of these types in the clause."""
        return [
            at
            for at in self.reading.all
            if self.chunks[at].kind == "N" and self.chunks[at].data["type"] in types
        ]

    def predicate(self) -> str | None:
        """Status that the clause's predicate tells."""
        clause = self.reading.clause
        return status.predicate(self.text.tokens, clause.verb, clause.first)


def is_verbal(scene: Scene, at: int) -> bool:
    """Whether trigger `at` and the clause's verb make one predicate («دیدار کرد»)."""
    after = at + 2 if scene.slot(at + 1) == "object" else at + 1
    if scene.kind(after) == "w" and scene.key(after) in DOING:
        after += 1
    if scene.kind(after) == "V" or _sat_down(scene, at):
        return True
    if scene.kind(at + 1) != "&" or scene.slot(at - 1) in ADJUNCT:
        return False
    if any(group.last == at for group in scene.reading.of("with")) and _ends_in_verb(scene):
        return True
    others = range(at + 2, scene.reading.last - 1)
    ends = any(scene.kind(i) == "N" and scene.kind(i + 1) == "V" for i in others)
    return ends or scene.kind(at + 2) not in ("", "N", "w")


def _ends_in_verb(scene: Scene) -> bool:
    """Whether a verb closes the clause: «با X دیدار و راه‌های همکاری را بررسی کرد»."""
    return scene.reading.clause.verb is not None


def _sat_down(scene: Scene, at: int) -> bool:
    """«به گفت‌وگو نشست»."""
    return scene.slot(at - 1) == "to" and scene.kind(at + 1) == "N" and scene.key(at + 1) == "نشست"


def is_verbal_chunk(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb follows chunk `at` at once."""
    return at + 1 < len(chunks) and chunks[at + 1].kind == "V"


def join(groups: Iterable[Group]) -> Parties:
    return tuple(party for group in groups for party in group.parties)
