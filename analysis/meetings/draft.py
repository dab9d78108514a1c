"""A row in the making."""

from dataclasses import dataclass, field
from functools import cached_property

from ..text import Row
from .parties import Party
from .reading import Reading
from .resolve import key
from .scene import Proposal


@dataclass
class Draft:
    """A row in the making: its pair, what is sure, and where it was read.

    `sure` says that one of its tellings has read its status; `parent` is the meeting that its
    days are inherited from.
    """

    proposal: Proposal
    actor: Party | None
    counterpart: Party | None
    values: Row = field(default_factory=dict)
    back: bool = False
    third: bool = False
    sure: bool = False
    again: list[Reading] = field(default_factory=list)
    parent: "Draft | None" = None

    @cached_property
    def pair(self) -> frozenset[str | None]:
        """The two countries or organisations, in no order."""
        return frozenset(key(p) for p in (self.actor, self.counterpart) if p is not None)

    @property
    def type(self) -> str:
        """Type of the meeting."""
        return str(self.values["type"])
