"""Who a noun phrase names: parties with their title, organisation and country."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..lexicon import compact
from ..text import Text
from .chunks import lexicon
from .words import Chunk

LONGEST, ABROAD = 24, -1
AT_POST = frozenset(["سفیر", "کاردار", "نماینده", "نماینده ویژه", "نماینده دائم", "سرکنسول"])


@dataclass(frozen=True)
class Party:
    """One side of a meeting: tokens `first` to `last - 1` and what they say of it.

    Parties of one `bloc` («سه کشور اروپایی (X، Y و Z)») stand on the same side; the bloc
    `ABROAD` is a country that the text names elsewhere.
    """

    first: int
    last: int
    name: str | None = None
    role: str | None = None
    head: str | None = None
    organisation: str | None = None
    iso3: str | None = None
    home: bool = False
    peer: bool = False
    group: bool = False
    pronoun: bool = False
    bloc: int = 0


class Reader:
    """Reads parties from a row of chunks.

    Every method takes the index of a chunk and returns what it read with the index after it.
    """

    def __init__(self, text: Text, chunks: Sequence[Chunk]) -> None:
        self.text, self.chunks = text, chunks

    def kind(self, at: int) -> str:
        """Kind of chunk `at`; empty at the end and at the beginning of another sentence."""
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else ""

    def words(self, first: int, last: int) -> str:
        """Tokens `first` to `last - 1` in working spelling."""
        out = ""
        for token in self.text.tokens[first:last]:
            out += (" " if out and token.spaced else "") + token.text
        return out

    def same(self, one: int, other: int) -> bool:
        """Whether two chunks stand in one sentence."""
        if not (0 <= one < len(self.chunks) and 0 <= other < len(self.chunks)):
            return False
        sentence = self.text.sentence
        return sentence[self.chunks[one].first] == sentence[self.chunks[other].first]

    def group(self, at: int) -> tuple[list[Party], int]:
        """Coordinated parties: «X، Y و Z», names before their shared title included."""
        parties, after = self.unit(at)
        if after == at:
            return [], at
        more, after = self._tail(after)
        parties += more
        return self._shared_title(parties, after)

    def _tail(self, at: int) -> tuple[list[Party], int]:
        """The rest of a list: commas count only where «و» closes it."""
        parties: list[Party] = []
        kept, end = 0, at
        while len(parties) < LONGEST and self.kind(at) in ("&", ","):
            joined = self.kind(at) == "&"
            start = at + 2 if joined and self.kind(at + 1) == "A" else at + 1
            more, after = self.unit(start)
            if after == start or not self.same(at - 1, after - 1):
                break
            parties += more
            at = after
            if joined:
                kept, end = len(parties), after
        return parties[:kept], end

    def _shared_title(self, parties: list[Party], at: int) -> tuple[list[Party], int]:
        start = at + 1 if self.kind(at) == "," else at
        plural = self.kind(start) == "R" and self.chunks[start].data.get("plural")
        if not plural or not all(party.name and not party.role for party in parties):
            return parties, at
        titles, after = self.unit(start)
        titles += self._tail(after)[0]
        after = self._tail(after)[1]
        if len(titles) == 1:
            titles *= len(parties)
        if len(titles) != len(parties):
            return parties, at
        pairs = zip(parties, titles, strict=True)
        return [
            replace(t, name=p.name, first=p.first, iso3=t.iso3 or p.iso3) for p, t in pairs
        ], after

    def unit(self, at: int) -> tuple[list[Party], int]:
        """One name with its title, one title with its countries, one country or organisation."""
        kind = self.kind(at)
        if kind == "P":
            return self._person(at)
        if kind == "R":
            return self._title(at)
        if kind == "B":
            chunk = self.chunks[at]
            members = chunk.data["members"]
            return [
                Party(chunk.first, chunk.last, iso3=m, bloc=chunk.first) for m in members
            ], at + 1
        if kind in ("C", "L", "O", "Y") and kind:
            chunk = self.chunks[at]
            return [self._plain(chunk)], self._parenthesis(at + 1)
        return [], at

    def _plain(self, chunk: Chunk) -> Party:
        data = chunk.data
        if chunk.kind == "O":
            return Party(
                chunk.first, chunk.last, organisation=data["name"], iso3=data.get("iso3") or None
            )
        if chunk.kind == "Y":
            return Party(chunk.first, chunk.last, pronoun=True)
        iso3 = data.get("iso3") or None
        return Party(chunk.first, chunk.last, iso3=iso3, bloc=data.get("bloc", 0))

    def _person(self, at: int) -> tuple[list[Party], int]:
        chunk = self.chunks[at]
        data = chunk.data
        listed = lexicon()["leader"].values.get(compact(data["name"]), {})
        party = Party(
            chunk.first,
            chunk.last,
            name=data["name"],
            role=None if listed else data.get("role") or None,
            iso3=listed.get("iso3") or data.get("iso3") or None,
            organisation=listed.get("organisation") or data.get("organisation") or None,
        )
        after = self._parenthesis(at + 1)
        start = after + 1 if self.kind(after) == "," else after
        if (
            self.kind(start) != "R"
            or self.chunks[start].data.get("plural")
            or not self.same(at, start)
        ):
            return [party], after
        titles, end = self._title(start, names=False)
        if len(titles) != 1:
            return [party], after
        if self.kind(after) == "," and self.kind(end) == "P":
            return [party], after
        title = titles[0]
        if self.kind(after) == "," and self._elsewhere(party, title):
            return [party], after
        merged = replace(
            title,
            first=party.first,
            name=party.name,
            iso3=title.iso3 or party.iso3,
            organisation=title.organisation or party.organisation,
        )
        return [merged], end

    def _elsewhere(self, person: Party, title: Party) -> bool:
        """Whether a title after a comma belongs to another country than the person."""
        return bool(person.iso3 and title.iso3 and person.iso3 != title.iso3)

    def _parenthesis(self, at: int) -> int:
        if self.kind(at) == "(":
            for end in range(at + 1, min(at + 8, len(self.chunks))):
                if self.kind(end) == ")":
                    return end + 1
        return at

    def _title(self, at: int, *, names: bool = True) -> tuple[list[Party], int]:
        chunk = self.chunks[at]
        entry = chunk.data
        base = Party(
            chunk.first,
            chunk.last,
            role=self._role(chunk),
            head=entry["name"],
            home=bool(entry.get("home")),
            peer=bool(entry.get("peer")),
            group=bool(entry.get("group")),
        )
        nested = self.kind(at + 1) == "R" and self.kind(at + 3) != "R" and self.same(at, at + 1)
        if nested and not entry.get("plural"):
            return self._nested(base, at + 1, names=names)
        owners, after = self._owners(at + 1, chunk)
        parties = [self._owned(base, owner) for owner in owners] or [base]
        after = self._post(after, entry)
        while self.kind(after) == "S" or (self.kind(after) == "Y" and entry.get("peer")):
            after += 1
        if base.peer and parties == [base] and self._from(after):
            parties, after = [self._owned(base, self.chunks[after + 1])], after + 2
        if names and len(parties) == 1 and not entry.get("plural"):
            parties[0], after = self._named(parties[0], after)
        return parties, after

    def _from(self, at: int) -> bool:
        """Whether «از» and a country follow: «همتای خود از عراق»."""
        return (
            self.kind(at) == "p"
            and self.chunks[at].data["slot"] == "from"
            and self.kind(at + 1) == "C"
        )

    def _nested(self, base: Party, at: int, *, names: bool) -> tuple[list[Party], int]:
        """«معاون دبیرکل ...», «مشاور رئیس‌جمهور ...»: the inner title's owner is the outer's."""
        inner, after = self._title(at, names=names)
        outer = [
            replace(p, first=base.first, role=f"{base.role} {p.role}", head=base.head)
            for p in inner
        ]
        return outer, after

    def _role(self, chunk: Chunk) -> str:
        name: str = chunk.data["name"]
        if not chunk.data.get("portfolio"):
            return name
        last = chunk.last
        ministry: str = chunk.data["portfolio"]
        if chunk.data.get("plural"):
            return f"{name} {self._portfolio(chunk)}"
        return f"{name} {self._portfolio(chunk)}" if last > chunk.first else f"{name} {ministry}"

    def _portfolio(self, chunk: Chunk) -> str:
        words = self.words(chunk.first, chunk.last).split(" ")
        portfolio: str = chunk.data["portfolio"]
        if portfolio == "امور خارجه":
            return portfolio
        return " ".join(words[1:])

    def _owned(self, base: Party, owner: Chunk) -> Party:
        data: Any = owner.data
        last = max(base.last, owner.last)
        if owner.kind == "O":
            return replace(
                base,
                organisation=data["name"],
                iso3=data.get("iso3") or None,
                home=False,
                last=last,
            )
        role = base.role
        if role == "رئیس" and self.words(owner.first, owner.last).startswith("جمهوری"):
            role = "رئیس‌جمهور"
        iso3 = data.get("iso3") or None
        bloc = base.bloc if iso3 else ABROAD
        return replace(base, iso3=iso3, home=False, role=role, last=last, bloc=bloc)

    def _owners(self, at: int, title: Chunk) -> tuple[list[Chunk], int]:
        """The countries or organisations that a title belongs to."""
        start = self._skip(at, title)
        kinds = "CDOL" if title.data.get("org") else "CDO"
        if self.kind(start) == "" or self.kind(start) not in kinds or not self.same(at - 1, start):
            return [], at
        owners, after = [self.chunks[start]], start + 1
        if (
            self.kind(after) == "C"
            and self.kind(start) == "O"
            and not self.chunks[start].data.get("iso3")
        ):
            return [self.chunks[after]], after + 1
        while len(owners) < LONGEST:
            following, end = self._next_owner(after, owners[-1].kind)
            if following is None:
                return owners, after
            owners.append(following)
            after = end
        return owners, after

    def _next_owner(self, at: int, kind: str) -> tuple[Chunk | None, int]:
        if self.kind(at) == "&" and self._alike(at + 1, kind) and self.same(at, at + 1):
            return self.chunks[at + 1], at + 2
        if self.kind(at) == "," and self._alike(at + 1, kind) and self._closed(at, kind):
            return self.chunks[at + 1], at + 2
        return None, at

    def _closed(self, at: int, kind: str) -> bool:
        """Whether a list «، X، Y و Z» of one kind ends with «و»."""
        stop = at + 2 * LONGEST
        while at < stop and self.kind(at) == "," and self._alike(at + 1, kind):
            at += 2
        return self.kind(at) == "&" and self._alike(at + 1, kind)

    def _alike(self, at: int, kind: str) -> bool:
        return self.kind(at) == kind or {self.kind(at), kind} == {"C", "D"}

    def _skip(self, at: int, title: Chunk) -> int:
        """Pass the words between a title and its owner («رئیس فراکسیون دوستی ایران»)."""
        end = at
        while (
            self.kind(end) == "w"
            and end - at < 3
            and self.same(at - 1, end)
            and not title.data.get("peer")
        ):
            end += 1
        return end

    def _post(self, at: int, entry: Any) -> int:
        """Pass the post of an envoy: «سفیر ایران در مسکو»."""
        place = self.kind(at + 1) in ("L", "C", "O") and self.kind(at) == "p"
        if place and entry["name"] in AT_POST and self.chunks[at].data["slot"] == "in":
            return at + 2
        return at

    def _named(self, party: Party, at: int) -> tuple[Party, int]:
        start = at + 1 if self.kind(at) == "," else at
        if self.kind(start) != "P" or not self.same(at - 1, start):
            return party, at
        if start > at and self.kind(start + 1) in ("R", "&"):
            return party, at
        chunk = self.chunks[start]
        data = chunk.data
        known = replace(
            party,
            name=data["name"],
            last=chunk.last,
            iso3=party.iso3 or data.get("iso3") or None,
            organisation=party.organisation or data.get("organisation") or None,
        )
        end = start + 1
        while self.kind(end) == "S":
            end += 1
        return known, end
