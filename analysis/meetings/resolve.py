"""From what a phrase says to who it is: full names, home country, counterparts, organisations."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import combinations

from ..lexicon import compact, load
from ..text import Row, Text
from .alike import Told, same_person
from .listed import leader
from .parties import ABROAD, Party
from .reading import Reading
from .spoken import Spoken
from .words import context

RECENT = 5
DELEGATIONS = frozenset(["هیئت", "تیم مذاکره‌کننده"])
ENVOYS = frozenset(["سفیر", "کاردار", "سرکنسول"])
PERSIAN = frozenset(["IRN", "AFG", "TJK"])
FOREIGN = frozenset(["نخست‌وزیر", "پادشاه", "صدراعظم", "ولیعهد", "امیر", "رهبر", "سلطان"])
WORLD = ("بین‌المللی", "جهانی", "ملل", "اتحادیه اروپا", "اتحادیه آفریقا", "شانگهای", "آسه‌آن")


@cache
def international() -> frozenset[str]:
    """Folded names of organisations that belong to no single country."""
    listed = [e for e in load("organisations") if not e["iso3"]]
    names = {compact(e[field]) for e in listed for field in ("name", "surface")}
    return frozenset(names) - context("domestic")


def is_international(organisation: str) -> bool:
    """Whether an organisation stands beside countries rather than in one."""
    if compact(organisation) in international():
        return True
    head = compact(organisation.split(" ")[0])
    if head in context("local") and "سازمان" not in organisation:
        return False
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
    if words[0] in context("rank"):
        return True
    return words[0] in given() or words[-1].endswith(tuple(context("surname")))


def _first(party: Party) -> int:
    return party.first


def _before(parties: list[Party], first: int, count: int) -> list[Party]:
    """The last few of the parties named before token `first`."""
    end = bisect_left(parties, first, key=_first)
    return parties[max(0, end - count) : end]


class People:
    """Who is who in one article."""

    def __init__(self, text: Text, entities: Iterable[Row], readings: Iterable[Reading]) -> None:
        self.home = text.article.country
        self.named: dict[str, Party] = {}
        self.order: list[Party] = []
        self.others: list[Party] = []
        self.teams: list[Party] = []
        rows = list(entities)
        self.titles = self._titles(text, rows)
        self.listed: dict[str, set[str]] = {}
        people = [row["name"] for row in rows if row["label"] == "PERSON"]
        for name in people:
            self.listed.setdefault(name.split()[-1], set()).add(name)
        self.spelled = {leader(name).get("name"): name for name in people}
        self.spelled |= {name: name for name in people}
        spoken = Spoken()
        for reading in readings:
            for group in reading.groups:
                for party in group.parties:
                    if group.slot == "subject":
                        party, spoken = spoken.next(text, reading, party)
                    self._add(party, subject=group.slot == "subject")
        self.order.sort(key=_first)
        self.others.sort(key=_first)
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
        if party.group and (party.iso3 or party.organisation or party.home):
            self.teams.append(party)
        if not party.pronoun and not party.group and (party.name or party.role):
            (self.order if subject else self.others).append(party)

    def as_entity(self, name: str) -> str:
        """A person's name as the entities table has it, so that the tables join."""
        name = self.spelled.get(name, name)
        words = set(name.split())
        alike = [n for n in self.listed.get(name.split()[-1], ()) if set(n.split()) & words]
        agreed = [n for n in alike if set(n.split()) <= words or words <= set(n.split())]
        return max(agreed, key=len, default=name)

    def finish(self, party: Party, other: Party | None = None) -> Party:
        """Fill in what the article and the lists say of a party."""
        if party.pronoun:
            earlier = self._antecedents(party, other)
            if not earlier:
                return party
            party = earlier[-1]
        party = self._by_name(party) if party.name else self._by_title(self._team(party))
        if party.peer and other is not None:
            role = None if other.peer else other.role
            role = role or (None if party.name else party.role)
            party = replace(party, role=role, head=other.head)
        if not party.iso3 and party.home:
            party = replace(party, iso3=self.home)
        return party

    def who(self, pronoun: Party, other: Party) -> Party:
        """Whom «وی» can mean as a subject: the last subject of another side than the one met."""
        met = None if other.pronoun or other.peer else key(self.finish(other))
        sides = [self.finish(party) for party in _before(self.order, pronoun.first, RECENT)]
        return next((p for p in reversed(sides) if met is None or key(p) != met), pronoun)

    def _antecedents(self, pronoun: Party, other: Party | None) -> list[Party]:
        """Whom «وی» can mean: a subject; beside another party, the last person of another side."""
        if other is None:
            return _before(self.order, pronoun.first, 1)
        people = [
            party
            for known in (self.order, self.others)
            for party in _before(known, pronoun.first, RECENT)
        ]
        people.sort(key=_first)
        return [party for party in people if key(self.finish(party)) != key(other)]

    def _team(self, party: Party) -> Party:
        """«این هیأت»: the delegation told of before."""
        if not party.group or party.iso3 or party.organisation or party.home:
            return party
        earlier = _before(self.teams, party.first, 1)
        alike = bool(earlier) and earlier[0].head == party.head and party.head in DELEGATIONS
        return replace(earlier[0], first=party.first, last=party.last) if alike else party

    def _by_name(self, party: Party) -> Party:
        assert party.name is not None
        full = self._full_name(party.name)
        known = self.named.get(full, party)
        listed = leader(full)
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
    found: list[tuple[Party, Party]] = []
    seen: dict[tuple[str | None, str | None], list[Told]] = {}
    for one, two in drawn:
        first = people.who(one, two) if one.pronoun else people.finish(one)
        second = people.finish(two, first)
        first = people.finish(one, second) if first.peer else first
        first = _supposed(people, first, second)
        if first.head in ENVOYS and second.role and not is_international(second.organisation or ""):
            second = _supposed(people, second, first)
        ends = key(first), key(second)
        told = second.name, second.role
        known = seen.setdefault(ends, [])
        if None in ends or ends[0] == ends[1] or any(same_person(told, other) for other in known):
            continue
        known.append(told)
        found.append((first, second))
    return found


def _supposed(people: People, one: Party, two: Party) -> Party:
    """Someone named without a country who meets a foreigner is of the source's country."""
    known = one.role or (one.name and people.home in PERSIAN and is_local(one.name))
    unknown = key(one) is None and known and not one.peer and one.bloc != ABROAD
    if unknown and key(two) not in (None, people.home) and one.head not in FOREIGN:
        return replace(one, iso3=people.home)
    return one
