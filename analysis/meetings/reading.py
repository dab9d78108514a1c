"""One clause as it was read: its subject, and who follows «با», «میان», «به» ..."""

from dataclasses import dataclass, field, replace

from ..clauses import Clause
from .parties import Party


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
