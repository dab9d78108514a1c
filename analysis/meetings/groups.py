"""Who a noun phrase names: parties with their title, organisation and country."""

from dataclasses import replace

from .listed import leader
from .parties import LONGEST, Party
from .titles import Titles
from .words import Chunk


class Reader(Titles):
    """Reads parties from a row of chunks.

    Every method takes the index of a chunk and returns what it read with the index after it.
    """

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
            at += self.kind(at) == "," and self.kind(at + 1) == "&"
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
            return self.title(at)
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
        listed = leader(data["name"])
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
        titles, end = self.title(start, names=False)
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
