"""From what a phrase says to who it is: full names, home country, counterparts, organisations."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ..lexicon import compact, load
from ..text import Row, Text
from .chunks import lexicon
from .parties import ABROAD, Party
from .reading import Reading
from .words import context

RECENT = 5
FOREIGN = frozenset(["نخست‌وزیر", "پادشاه", "صدراعظم", "ولیعهد", "امیر", "رهبر", "سلطان"])
WORLD = ("بین‌المللی", "جهانی", "ملل", "اتحادیه اروپا", "اتحادیه آفریقا", "شانگهای", "آسه‌آن")


@cache
def international() -> frozenset[str]:
    """Folded names of organisations that belong to no single country."""
    names = {compact(e["name"]) for e in load("organisations") if not e["iso3"]}
    return frozenset(names) - context("domestic")


def is_international(organisation: str) -> bool:
    """Whether an organisation stands beside countries rather than in one."""
    if compact(organisation) in international():
        return True
    return any(word in organisation for word in WORLD)


@cache
def given() -> frozenset[str]:
    """Folded given names of Iran and its neighbours."""
    rows = [row for row in load("given-names") if row["foreign"] == "false"]
    return frozenset(compact(name) for row in rows for name in row["names"].split())


def is_local(name: str) -> bool:
    """Whether a name with no title can be one of the source's own country.

    >>> is_local("حسین نوری"), is_local("نیک‌زاده"), is_local("ریچارد نیکسون")
    (True, True, False)
    """
    words = [compact(word) for word in name.split()]
    return words[0] in given() or words[-1].endswith(tuple(context("surname")))


def _first(party: Party) -> int:
    return party.first


class Spoken(NamedTuple):
    """The title without a name that was the subject last, and in which sentence."""

    sentence: int
    title: Party | None = None

    def next(self, party: Party, sentence: int) -> "tuple[Party, Spoken]":
        """The next subject: a name nobody knows, right after a title, is that of its holder."""
        if party.role and not (party.name or party.group or party.peer or party.bloc):
            return party, Spoken(sentence, party)
        title = self.title
        bare = party.name and not (party.role or party.iso3 or party.organisation)
        if bare and title is not None and 0 <= sentence - self.sentence <= 1:
            told = replace(title, name=party.name, first=party.first, last=party.last)
            return told, Spoken(-1)
        return party, Spoken(-1) if party.name else self


class People:
    """Who is who in one article."""

    def __init__(self, text: Text, entities: Iterable[Row], readings: Iterable[Reading]) -> None:
        self.home = text.article.country
        self.named: dict[str, Party] = {}
        self.order: list[Party] = []
        self.others: list[Party] = []
        self.titles = self._titles(text, list(entities))
        spoken = Spoken(-1)
        for reading in readings:
            for group in reading.groups:
                for party in group.parties:
                    if group.slot == "subject":
                        party, spoken = spoken.next(party, reading.sentence)
                    self._add(party, subject=group.slot == "subject")
        self.heads: dict[str | None, list[Party]] = {}
        self.longer: dict[str, str] = {}
        for name, party in self.named.items():
            self.heads.setdefault(party.head, []).append(party)
            for start in (at for at, mark in enumerate(name, 1) if mark == " "):
                self.longer[name[start:]] = max(self.longer.get(name[start:], ""), name, key=len)

    def _titles(self, text: Text, entities: list[Row]) -> dict[int, str]:
        """Names that titles stand for, by the title's first token."""
        people = {row["entity"]: row["name"] for row in entities if row["label"] == "PERSON"}
        return {
            text.tokens_of(row)[0]: people[row["entity"]]
            for row in entities
            if row["label"] == "ROLE" and row["entity"] in people
        }

    def _add(self, party: Party, *, subject: bool) -> None:
        if party.name and not party.peer:
            known = self.named.get(party.name, party)
            self.named[party.name] = replace(
                known,
                role=known.role or party.role,
                head=known.head or party.head,
                iso3=known.iso3 or party.iso3,
                organisation=known.organisation or party.organisation,
                home=known.home or party.home,
            )
        if not party.pronoun and not party.group and (party.name or party.role):
            (self.order if subject else self.others).append(party)

    def finish(self, party: Party, other: Party | None = None) -> Party:
        """Fill in what the article and the lists say of a party."""
        if party.pronoun:
            earlier = self._antecedents(party, other)
            if not earlier:
                return party
            party = earlier[-1]
        party = self._by_name(party) if party.name else self._by_title(party)
        if party.peer and other is not None:
            role = None if other.peer else other.role
            party = replace(party, role=role or party.role, head=other.head)
        if not party.iso3 and party.home:
            party = replace(party, iso3=self.home)
        return party

    def _antecedents(self, pronoun: Party, other: Party | None) -> list[Party]:
        """Whom «وی» can mean: a subject; beside another party, the last person of another side."""
        if other is None:
            return self.order[: bisect_left(self.order, pronoun.first, key=_first)][-1:]
        people = [
            party
            for known in (self.order, self.others)
            for party in known[: bisect_left(known, pronoun.first, key=_first)][-RECENT:]
        ]
        people.sort(key=_first)
        return [party for party in people if key(self.finish(party)) != key(other)]

    def _by_name(self, party: Party) -> Party:
        assert party.name is not None
        full = self._full_name(party.name)
        known = self.named.get(full, party)
        listed = lexicon()["leader"].values.get(compact(full), {})
        return replace(
            party,
            name=listed.get("name") or full,
            role=self._role(party, known),
            head=party.head or known.head,
            iso3=party.iso3 or known.iso3 or listed.get("iso3") or None,
            organisation=party.organisation
            or known.organisation
            or listed.get("organisation")
            or None,
            home=party.home or known.home,
        )

    def _role(self, party: Party, known: Party) -> str | None:
        if party.peer:
            return party.role if party.role != "همتا" else known.role or party.role
        if party.role and known.role and known.role.startswith(party.role):
            return known.role
        return party.role or known.role

    def _full_name(self, name: str) -> str:
        """The longest name of the article that ends with this one."""
        return self.longer.get(name, name)

    def _by_title(self, party: Party) -> Party:
        if party.first in self.titles:
            return self._by_name(replace(party, name=self.titles[party.first]))
        if party.head is None or party.group:
            return party
        iso3 = party.iso3 or (self.home if party.home and not party.organisation else None)
        same = [p for p in self.heads.get(party.head, ()) if self._holds(p, party, iso3)]
        return self._by_name(replace(party, name=same[0].name)) if len(same) == 1 else party

    def _holds(self, person: Party, title: Party, iso3: str | None) -> bool:
        if person.head != title.head or person.role is None or title.role is None:
            return False
        long, short = sorted((person.role, title.role), key=len, reverse=True)
        where = person.iso3 or (self.home if person.home and not person.organisation else None)
        return (
            long.startswith(short) and where == iso3 and person.organisation == title.organisation
        )


def key(party: Party) -> str | None:
    """What a party is paired by: its country, else its international organisation."""
    if party.iso3:
        return party.iso3
    if party.organisation and is_international(party.organisation):
        return party.organisation
    return None


def pairs(
    people: People, a: Iterable[Party], b: Iterable[Party], *, mutual: bool
) -> list[tuple[Party, Party]]:
    """Resolved pairs of two different countries or international organisations."""
    left, right = list(a), list(b)
    if mutual:
        drawn = [
            two for two in combinations(left, 2) if not two[0].bloc or two[0].bloc != two[1].bloc
        ]
    else:
        drawn = [(one, two) for one in left or [Party(0, 0)] for two in right]
    found, seen = [], set()
    for one, two in drawn:
        first = people.finish(one)
        second = people.finish(two, first)
        first = people.finish(one, second) if first.peer else first
        first = _supposed(people, first, second)
        ends = key(first), key(second)
        if None in ends or ends[0] == ends[1] or ends in seen:
            continue
        seen.add(ends)
        found.append((first, second))
    return found


def _supposed(people: People, one: Party, two: Party) -> Party:
    """Someone named without a country who meets a foreigner is of the source's country."""
    known = one.role or (one.name and is_local(one.name))
    unknown = key(one) is None and known and not one.peer and one.bloc != ABROAD
    if unknown and key(two) not in (None, people.home) and one.head not in FOREIGN:
        return replace(one, iso3=people.home)
    return one
