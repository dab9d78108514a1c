"""A text as a row of chunks: people, titles, countries, words for meetings, verbs, prepositions."""

from collections.abc import Mapping
from typing import Any

from ..clauses import JOINERS, Clause, Verb, clauses
from ..text import Row, Text
from .listed import lexicon, relevant, starters
from .tidy import tidy
from .words import ADVERBS, HONORIFICS, MARKS, PRONOUNS, SELF, Chunk

OPENED = frozenset(":،,") | {"در", "با", "از", "پیش", "پس", "نیز", "هم", "همچنین", "روز", "امروز"}
NAME = 12
COMPANY = frozenset(["همراه", "همراهش"])


class Chunker:
    """Reads the chunks of a text, given its dates and entities."""

    def __init__(self, text: Text, dates: list[Row], entities: list[Row]) -> None:
        self.text, self.tokens = text, text.tokens
        self.before = self.last = Chunk("", 0, 0)
        self.verbs: dict[int, Verb] = {}
        self.sentences = relevant(text, entities)
        self.clauses: list[Clause] = clauses(text, self.sentences)
        for clause in self.clauses:
            if clause.verb:
                self.verbs[clause.verb.first] = clause.verb
        self.spans: dict[int, tuple[str, int, Row]] = {}
        for row in sorted(entities, key=lambda row: row["end"] - row["start"]):
            self._mark(row, row["label"])
        for row in dates:
            self._mark(row, "TIME")
            self._cut_name(row)

    def _mark(self, row: Row, label: str) -> None:
        first, last = self.text.tokens_of(row)
        if label in ("ROLE", "PROGRAMME") or last <= first:
            return
        if row.get("source") == "model":
            nowhere = label == "PLACE" and (not first or self.tokens[first - 1].key != "در")
            if nowhere or self._swallows(first, last):
                return
            last = self._before_place(first, last)
        self.spans[first] = (label, last, row)

    def _swallows(self, first: int, last: int) -> bool:
        """Whether a name the tagger found goes on over a word for a meeting."""
        triggers = lexicon()["trigger"]
        return any(triggers.longest(self.tokens, at) for at in range(first + 1, last))

    def _cut_name(self, date: Row) -> None:
        """End a name before the day that follows it: «مجمع ... پنجشنبه»."""
        first, last = self.text.tokens_of(date)
        for at in range(max(0, first - NAME), first):
            label, end, row = self.spans.get(at, ("", 0, {}))
            named = label in ("EVENT", "ORGANISATION")
            if named and end == last and date.get("grain") == "day":
                name = row["name"].removesuffix(date["text"]).rstrip()
                self.spans[at] = (label, first, {**row, "name": name})

    def _before_place(self, first: int, last: int) -> int:
        """Where a name the tagger found ends if it goes on to «... به تهران»."""
        for at in range(first + 2, last - 1):
            if self.tokens[at].key in ("به", "از") and lexicon()["L"].longest(self.tokens, at + 1):
                return at
        return last

    def chunks(self) -> list[Chunk]:
        """The chunks of the sentences that matter, in order."""
        found: list[Chunk] = []
        starting = starters()
        for at, last in self.sentences:
            while at < last:
                token = self.tokens[at]
                listed = token.key in starting or at in self.spans or at in self.verbs
                chunk = self._chunk(at) if listed else self._word(at)
                self.before, self.last = self.last, chunk
                found.append(chunk)
                at = chunk.last
        return tidy(found, self.text)

    def _chunk(self, at: int) -> Chunk:
        for reader in (
            self._bloc,
            self._verb,
            self._time,
            self._trigger,
            self._role,
            self._entity,
            self._listed,
            self._preposition,
        ):
            chunk = reader(at)
            if chunk:
                return chunk
        return self._word(at)

    def _bloc(self, at: int) -> Chunk | None:
        found = lexicon()["bloc"].longest(self.tokens, at)
        if not found or self._lists(found[0]):
            return None
        return Chunk("B", at, found[0], found[1])

    def _lists(self, at: int) -> bool:
        """Whether a list of names follows, which says more than the group's name."""
        if at >= len(self.tokens):
            return False
        named = lexicon()["C"].longest(self.tokens, at)
        return bool(named) or self.tokens[at].key in ("(", ":", "شامل", "یعنی")

    def _verb(self, at: int) -> Chunk | None:
        verb = self.verbs.get(at)
        return Chunk("V", at, verb.last, {"verb": verb}) if verb else None

    def _time(self, at: int) -> Chunk | None:
        label, last, row = self.spans.get(at, ("", 0, {}))
        return Chunk("T", at, last, row) if label == "TIME" else None

    def _trigger(self, at: int) -> Chunk | None:
        found = lexicon()["trigger"].longest(self.tokens, at)
        if not found:
            return None
        last, entry = found
        label, end, row = self.spans.get(at, ("", 0, {}))
        types = {entry["type"]}
        after = self._adjectives(last, types)
        if label == "EVENT" and after < end and "multilateral" not in types:
            return Chunk("E", at, end, row)
        return Chunk("N", at, after, {**entry, "types": types})

    def _adjectives(self, last: int, types: set[str]) -> int:
        while found := lexicon()["adjective"].longest(self.tokens, last):
            title = lexicon()["role"].longest(self.tokens, last)
            if title and title[0] > found[0]:  # «دیدار نخست وزیر»
                return last
            last, adjective = found
            if "type" in adjective:
                types.add(adjective["type"])
        return last

    def _role(self, at: int) -> Chunk | None:
        found = lexicon()["role"].longest(self.tokens, at)
        if not found:
            return None
        last, entry = found
        if entry.get("needs_context") and not self._country_at(last):
            return None
        if "organisation" in entry and self.spans.get(last - 1, ("", 0))[1] > last:
            last, entry = last - 1, {**entry, "organisation": None}
        last = self._skip_adjectives(last)
        if entry.get("group") and last < len(self.tokens) and self.tokens[last].key in COMPANY:
            last += 1
        if entry.get("portfolio") and (
            ministry := lexicon()["ministry"].longest(self.tokens, last)
        ):
            named = {"portfolio": ministry[1]["name"], "post": ministry[1]["surface"]}
            return Chunk("R", at, ministry[0], {**entry, **named})
        return Chunk("R", at, last, {**entry, "portfolio": None})

    def _skip_adjectives(self, last: int) -> int:
        words = {"ارشد", "جدید", "ویژه", "سابق", "پیشین", "اسبق", "محترم", "بلندپایه", "کل", "موقت"}
        while last < len(self.tokens) and self.tokens[last].key in words:
            last += 1
        return last

    def _country_at(self, at: int) -> bool:
        return any(lexicon()[kind].longest(self.tokens, at) for kind in "CD")

    def _entity(self, at: int) -> Chunk | None:
        label, last, row = self.spans.get(at, ("", 0, {}))
        kinds = {"PERSON": "P", "ORGANISATION": "O", "COUNTRY": "C", "PLACE": "L", "EVENT": "E"}
        kind = kinds.get(label)
        if kind is None:
            return None
        if kind == "P":
            leader = self._leader(at)
            if leader and leader[0] > last:
                return Chunk(kind, at, *leader)
        demonym = lexicon()["D"].longest(self.tokens, at)
        if kind == "O" and row.get("source") == "model" and demonym and demonym[0] == last:
            return Chunk("D", at, *demonym)
        if kind == "C" and demonym:
            kind = "D"
        return Chunk(kind, at, last, row)

    def _listed(self, at: int) -> Chunk | None:
        for name, kind in (("leader", "P"), ("C", "C"), ("D", "D"), ("L", "L")):
            found = self._leader(at) if kind == "P" else lexicon()[name].longest(self.tokens, at)
            if found and (
                found[1]["needs_context"] == "false"
                or self._expects(kind)
                or (kind == "L" and self._gone_to(found[0]))
                or (kind == "P" and self._speaks(at, found[0]))
            ):
                return Chunk(kind, at, found[0], found[1])
        return None

    def _speaks(self, at: int, after: int) -> bool:
        """Whether a surname opens a sentence: «ظریف: ...», «ظریف در ...»."""
        opens = at == 0 or self.text.sentence[at - 1] != self.text.sentence[at]
        return opens and after < len(self.tokens) and self.tokens[after].key in OPENED

    def _leader(self, at: int) -> tuple[int, Mapping[str, Any]] | None:
        """The listed leader named here, with or without the honorific that comes first."""
        names = lexicon()["leader"]
        found = names.longest(self.tokens, at)
        if self.tokens[at].key in HONORIFICS:
            bare = names.longest(self.tokens, at + 1) if at + 1 < len(self.tokens) else None
            return max(found, bare, key=lambda hit: hit[0]) if found and bare else found
        return found

    def _gone_to(self, after: int) -> bool:
        """Whether an ambiguous word is where someone goes: «عازم آستانه شد»."""
        to = self.last.kind == "p" and self.last.data["slot"] == "to"
        going = self.last.kind == "N" and self.last.data.get("action") in ("depart", "arrive")
        return (to or going) and (
            after in self.verbs or bool(lexicon()["trigger"].longest(self.tokens, after))
        )

    def _expects(self, kind: str) -> bool:
        """Whether the chunk before makes an ambiguous word a country's adjective or a city."""
        if kind in ("C", "D"):
            listed = self.last.kind in ("&", ",") and self.before.kind in ("C", "D")
            return self.last.kind == "R" or listed
        if kind == "P":
            return self.last.kind == "h"
        opening = self.tokens[self.last.last - 1].key if self.last.kind in ("p", "R") else ""
        return kind == "L" and opening == "شهر"

    def _preposition(self, at: int) -> Chunk | None:
        found = lexicon()["preposition"].longest(self.tokens, at)
        return Chunk("p", at, found[0], found[1]) if found else None

    def _word(self, at: int) -> Chunk:
        token = self.tokens[at]
        home = {"iso3": self.text.article.country}
        two = token.key + (self.tokens[at + 1].key if at + 1 < len(self.tokens) else "")
        if token.key in ("کشورش", "کشورشان"):
            return Chunk("C", at, at + 1, {"iso3": None, "anaphor": True})
        if token.key == "کشورمان":
            return Chunk("C", at, at + 1, home)
        if two == "کشورما":
            return Chunk("C", at, at + 2, home)
        if two in (
            "کشورمتبوعش",
            "کشورخود",
            "کشورمتبوع",
            "اینکشور",
            "آنکشور",
            "اینشهر",
            "ایناستان",
            "اینبندر",
        ):
            return Chunk("C", at, at + 2, {"iso3": None, "anaphor": True})
        return Chunk(_kind(token.kind, token.key), at, at + 1)


def _kind(kind: str, key: str) -> str:
    if kind == "p" or not key:
        return MARKS.get(key, "q")
    if key == "و":
        return "&"
    if key in JOINERS:
        return "j"
    if key in SELF:
        return "S"
    if key in PRONOUNS:
        return "Y"
    if key in HONORIFICS:
        return "h"
    return "A" if key in ADVERBS else "w"
