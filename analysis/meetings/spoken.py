"""Who is spoken of when a title goes on as a name, or a name as a title."""

from dataclasses import replace
from typing import NamedTuple

from ..text import Text
from .anaphora import pointers
from .parties import Party
from .reading import Reading
from .readings import tells


class Spoken(NamedTuple):
    """The subject spoken of last if its name or its title is still unknown, and its clause."""

    reading: Reading | None = None
    party: Party | None = None

    def next(self, text: Text, reading: Reading, party: Party) -> "tuple[Party, Spoken]":
        """The next subject: a bare name right after a bare title may be that of its holder."""
        if party.pronoun:
            return party, self
        if party.head == "وزارت" or not _is_person(party):
            return party, Spoken()
        earlier, bare = self.party, not (party.name and party.role)
        if earlier is None or not bare or not self._near(text, reading, party, earlier):
            single = bare and not (party.group or party.peer or party.bloc)
            return party, Spoken(reading, party) if single else Spoken()
        name, title = (party, earlier) if party.name else (earlier, party)
        told = replace(title, name=name.name, first=party.first, last=party.last)
        return told, Spoken()

    def _near(self, text: Text, reading: Reading, party: Party, earlier: Party) -> bool:
        """Whether one sentence goes on from the other, of a person of the same country."""
        if self.reading is None or reading.sentence - self.reading.sentence > 1:
            return False
        if bool(party.name) == bool(earlier.name) or _speaks_on(text, self.reading, reading):
            return False
        name, title = (party, earlier) if party.name else (earlier, party)
        if party.name and not (name.iso3 or name.organisation):
            return True
        home = text.article.country if title.home and not title.organisation else None
        where = title.iso3 or home, title.organisation
        known = (name.iso3, name.organisation)
        tokens = text.tokens[party.last : reading.clause.last]
        also = bool(tokens) and tokens[0].key in ("نیز", "هم")
        return known in (where, (None, None)) and not also and _goes_on(text, reading)


def _is_person(party: Party) -> bool:
    return bool(party.name or party.role)


def _speaks_on(text: Text, earlier: Reading, reading: Reading) -> bool:
    """Whether one who told of the earlier subject goes on: «X گفت: رئیس‌جمهور ... . Y افزود»."""
    if tells(text, earlier) or not tells(text, reading):
        return False
    adds = reading.clause.verb is not None and reading.clause.verb.lemma == "افزود"
    return adds or (earlier.before is not None and tells(text, earlier.before))


def _goes_on(text: Text, reading: Reading) -> bool:
    """Whether a clause speaks of what was told before: «... در این دیدار گفت»."""
    return any(pointers(text, [reading])) or tells(text, reading)
