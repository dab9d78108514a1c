"""Mentions of entities, and the one rule that decides between those that overlap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .gazetteer import Scan

RANKS = {"user": 0, "lexicon": 1, "pattern": 1, "model": 2, "guess": 3}
HELD = frozenset({"COUNTRY", "ORGANISATION", "PLACE"})


@dataclass
class Mention:
    """Tokens `first` to `last - 1` as one mention.

    `rank` orders the finders (see `resolve`). `atomic` says that nothing may be marked inside.
    """

    first: int
    last: int
    label: str
    entity: str
    name: str
    rule: str
    iso3: str | None = None
    role: str | None = None
    organisation: str | None = None
    source: str = "pattern"
    confidence: float | None = None
    rank: int = RANKS["pattern"]
    atomic: bool = True
    plural: bool = False

    def row(self, scan: Scan) -> dict[str, Any]:
        """The mention as a row of the entities table."""
        return scan.text.row(
            self.first,
            self.last,
            self.rule,
            label=self.label,
            entity=self.entity,
            name=self.name,
            iso3=self.iso3,
            role=self.role,
            organisation=self.organisation,
            source=self.source,
            confidence=self.confidence,
        )


def resolve(mentions: Iterable[Mention]) -> list[Mention]:
    """Decide between overlapping mentions.

    The rule: a user's name wins, then lexicons and patterns, then the model, then guesses at
    unlisted names; within one rank the longer mention wins, then the earlier one. A mention that
    overlaps a winner is dropped, unless one of the two lies inside the other and the outer one is
    not atomic: a role or a name found by the model may hold a country, a place or an
    organisation that a list or a pattern gives (but no name of a user's, which the model's is
    dropped for), a pattern's organisation its country, and a role the organisation it names.

    >>> inner = Mention(1, 2, "COUNTRY", "CHN", "چین", "country")
    >>> outer = Mention(0, 2, "ROLE", "سفیر چین", "سفیر چین", "role", atomic=False)
    >>> len(resolve([inner, outer])), len(resolve([inner, Mention(0, 2, "PLACE", "", "", "x")]))
    (2, 1)
    """
    order = sorted(mentions, key=lambda m: (m.rank, m.first - m.last, m.first, m.label))
    kept: list[Mention] = []
    holders: dict[int, list[Mention]] = {}
    for mention in order:
        others = {
            id(other): other
            for i in range(mention.first, mention.last)
            for other in holders.get(i, ())
        }
        if all(_may_share(mention, other) for other in others.values()):
            kept.append(mention)
            for index in range(mention.first, mention.last):
                holders.setdefault(index, []).append(mention)
    return sorted(kept, key=lambda m: (m.first, -m.last))


def apart(known: Iterable[Mention], guesses: Iterable[Mention]) -> Iterator[Mention]:
    """Known names of several words that end no longer guess of the same label: «ملا [عبدالغنی برادر]»,
    not «ماگومد قربان [علی اف]».
    """
    firsts = {(guess.last, guess.label): guess.first for guess in guesses}
    for one in known:
        if one.last > one.first + 1 and firsts.get((one.last, one.label), one.first) >= one.first:
            yield one


def confirmed(guesses: Iterable[Mention], others: Iterable[Mention]) -> list[Mention]:
    """Guesses, those raised to a pattern's rank that others find with the same label and end, with
    the same words or fewer («[سپهبد] ظهیر احمد بابر», «احمد بابر»).
    """
    known = {(other.last, other.label): other.first for other in others}
    found = list(guesses)
    for guess in found:
        if known.get((guess.last, guess.label), -1) >= guess.first:
            guess.rank = RANKS["pattern"]
    return found


def _may_share(one: Mention, other: Mention) -> bool:
    """Whether one of two overlapping mentions may lie inside the other."""
    inner, outer = sorted((one, other), key=lambda m: m.last - m.first)
    inside = outer.first <= inner.first and inner.last <= outer.last
    shorter = inner.last - inner.first < outer.last - outer.first
    return (
        inside
        and shorter
        and not outer.atomic
        and inner.label in HELD
        and (inner.label != outer.label or outer.rank == RANKS["model"])
        and (inner.rank > RANKS["user"] or outer.rank < RANKS["model"])
        and (inner.rank <= RANKS["pattern"] or inner.name == outer.organisation)
    )
