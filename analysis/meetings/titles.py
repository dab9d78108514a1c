"""Titles with what they belong to: «وزیران خارجه X و Y», «معاون دبیرکل O», «سفیر X در L»."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .parties import ABROAD, LONGEST, Party, View
from .words import Chunk

FOREIGN = "امور خارجه"
AT_POST = frozenset(["سفیر", "کاردار", "نماینده", "نماینده ویژه", "نماینده دائم", "سرکنسول"])

DEPUTIES = frozenset(["معاون", "مشاور", "دستیار", "دستیار ویژه", "رئیس دفتر", "سخنگو"])


class Titles(View):
    """Reads a title, its owners and its holder's name."""

    def title(self, at: int, *, names: bool = True) -> tuple[list[Party], int]:
        """A title with its countries or organisations; `names` says whether a name may follow."""
        chunk = self.chunks[at]
        entry = chunk.data
        base = Party(
            chunk.first,
            chunk.last,
            role=self._role(chunk),
            head=entry["name"],
            organisation=entry.get("organisation"),
            iso3=entry.get("iso3"),
            home=bool(entry.get("home")),
            peer=bool(entry.get("peer")),
            group=bool(entry.get("group")),
            speaks=bool(entry.get("speaks")),
        )
        inner = self._inner(at + 1)
        if inner and _within(entry, self.chunks[inner].data):
            return self._nested(base, inner, names=names)
        owners, after = self._owners(at + 1, chunk)
        parties = [self._owned(base, owner) for owner in owners] or [base]
        after = self._post(after, entry)
        while self.kind(after) == "S" or (self.kind(after) == "Y" and entry.get("peer")):
            after += 1
        if base.peer and parties == [base] and self._from(after):
            owners, after = self._owners(after + 1, chunk)
            parties = [self._owned(base, owner) for owner in owners]
        if names and len(parties) == 1 and not entry.get("plural"):
            parties[0], after = self._named(parties[0], after)
        return parties, after

    def _inner(self, at: int) -> int:
        """Index of the title within a title: «معاون [اروپای] وزارت ...»; 0 if there is none."""
        if self.kind(at) == "R" and self.kind(at + 2) != "R" and self.same(at - 1, at):
            return at
        for end in range(at + 1, at + 4):
            if self.kind(end - 1) != "w" or not self.same(at - 1, end):
                return 0
            if self.kind(end) == "R":
                inner = self.chunks[end].data
                deputy = self.chunks[at - 1].data["name"] in DEPUTIES and not inner.get("plural")
                return end if deputy or inner["name"] == "وزارت" else 0
        return 0

    def _from(self, at: int) -> bool:
        """Whether «از» and a country follow: «همتایان خود از عراق و مصر»."""
        return self._is_from(at) and self.kind(at + 1) == "C"

    def _is_from(self, at: int) -> bool:
        return self.kind(at) == "p" and self.chunks[at].data["slot"] == "from"

    def _nested(self, base: Party, at: int, *, names: bool) -> tuple[list[Party], int]:
        """«معاون دبیرکل ...», «مشاور رئیس‌جمهور ...»: the inner title's owner is the outer's."""
        inner, after = self.title(at, names=names)
        outer = [
            replace(p, first=base.first, role=f"{base.role} {p.role}", head=base.head)
            for p in inner
        ]
        return outer, after

    def _role(self, chunk: Chunk) -> str:
        name: str = chunk.data["name"]
        if not chunk.data.get("portfolio"):
            return name
        portfolio = chunk.data["portfolio"]
        return f"{name} {portfolio if portfolio == FOREIGN else chunk.data['post']}"

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
        if self.kind(start) == "B":
            bloc = self.chunks[start]
            members = [bloc._replace(kind="C", data={"iso3": m}) for m in bloc.data["members"]]
            return members, start + 1
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
        begun = end = at + 1 if title.data.get("group") and self._is_from(at) else at
        while (
            self.kind(end) == "w"
            and end - begun < 3
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


def _within(outer: Mapping[str, Any], inner: Mapping[str, Any]) -> bool:
    """Whether one title is part of the other, not somebody else's: «رئیس‌جمهور وزیر X را ...»."""
    if inner.get("plural"):
        return True
    whole = outer.get("home") and outer["name"].split()[0] not in DEPUTIES
    return not (outer.get("plural") or whole)
