"""What is known of a word and its parts: counts from text, dictionary words, verbs, productivity.

The same look-ups feed training and running. While training, what a sentence says about a word
is taken out first (`analysis.train.spelling`), so that a model never sees its own answer.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

Cuts = tuple[int, ...]
Counts = Mapping[Cuts, int]

LONGEST_PIECE = 9
UNKNOWN = "09"


def split(form: str, mark: str) -> tuple[str, Cuts]:
    """Take a form apart: its letters joined, and where it was cut.

    >>> split("همکاری|های", "|")
    ('همکاریهای', (6,))
    """
    pieces = [piece for piece in form.split(mark) if piece]
    cuts, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        cuts.append(at)
    return "".join(pieces), tuple(cuts)


def join(word: str, cuts: Iterable[int], mark: str) -> str:
    """Write a word with a mark at its cuts: the opposite of `split`."""
    edges = [0, *cuts, len(word)]
    return mark.join(word[a:b] for a, b in pairwise(edges))


def share(value: float, total: float) -> str:
    """A share as one of five digits."""
    return str(int(value / total * 4.99))


def usual(counts: Counts) -> frozenset[int]:
    """The places where at least half of a word's occurrences have a half-space."""
    total = sum(counts.values())
    places = {place for cuts in counts for place in cuts}
    return frozenset(
        place
        for place in places
        if 2 * sum(n for cuts, n in counts.items() if place in cuts) >= total
    )


@dataclass
class Evidence:
    """Look-ups on words and pieces of words (folded letters, no half-spaces).

    words: joined word -> {cuts: occurrences}; pieces: word or part -> its class (how common in
    the dictionary and in text); compounds: word -> {dictionary: its cuts there}; verbs: form ->
    its kinds (past, present, participle, listed); suffixes
    and prefixes: how often a dictionary word writes them apart; followers: piece -> distinct
    words that have it after a half-space, and words that have it joined; contexts: common
    neighbours; pairs: two words (with a space here) that are written with a half-space between
    them and hardly ever with a space; settled: words whose cuts are decided.
    """

    words: dict[str, Counts] = field(default_factory=dict)
    pieces: dict[str, str] = field(default_factory=dict)
    compounds: dict[str, dict[str, Cuts]] = field(default_factory=dict)
    verbs: dict[str, str] = field(default_factory=dict)
    suffixes: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    followers: dict[str, tuple[int, int]] = field(default_factory=dict)
    contexts: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    settled: dict[str, Cuts] = field(default_factory=dict)

    def counts(self, word: str) -> Counts:
        """How often a word was cut in each way."""
        return self.words.get(word, {})

    def usual(self, word: str) -> frozenset[int] | None:
        """Where all of the text usually cuts a word; None for a word it does not have."""
        counts = self.words.get(word)
        return usual(counts) if counts else None

    def piece(self, piece: str) -> str:
        """The class of a word or part of a word; `0a` when unknown."""
        return self.pieces.get(piece, "0a")

    def compound(self, word: str) -> frozenset[int] | None:
        """Where any of the dictionaries cuts a word; None if none has it as a compound."""
        sources = self.compounds.get(word)
        return None if sources is None else frozenset(k for cuts in sources.values() for k in cuts)

    def usage(self, word: str) -> Collection[int] | None:
        """Where a word is cut by text, else by the dictionaries; None if neither knows it."""
        if counts := self.counts(word):
            return usual(counts)
        found = self.settled.get(word, self.compound(word))
        return () if found is None and self.piece(word)[0] not in UNKNOWN else found

    def verb(self, piece: str) -> str:
        """Which stems a piece is a verb form of: p (past), r (present), c (participle)."""
        return self.verbs.get(piece, "")

    def suffix(self, piece: str) -> str:
        """How often the dictionary writes an ending apart."""
        return self.suffixes.get(piece, "-")

    def prefix(self, piece: str) -> str:
        """How often the dictionary writes a beginning apart."""
        return self.prefixes.get(piece, "-")

    def follower(self, word: str, place: int, cuts: frozenset[int] | None) -> tuple[str, str]:
        """The longest piece from `place` on that follows half-spaces elsewhere, with its class.

        `cuts` are the word's own usual cuts, not counted; None for a word never seen.
        """
        size = len(word)
        for end in range(min(size, place + LONGEST_PIECE), place + 1, -1):
            found = self.followers.get(word[place:end])
            if found is None:
                continue
            apart, joined = found
            if cuts is not None:
                apart, joined = (
                    (apart - 1, joined) if place in cuts else (apart, max(joined - 1, 0))
                )
            if apart >= 1:
                reach = "E" if end == size else "m"
                many = "1" if apart < 3 else "2" if apart < 10 else "3"
                length = str(min(end - place, 5))
                return reach + many + share(apart, apart + joined) + length, word[place:end]
        return "-", ""

    def context(self, word: str | None) -> str:
        """A neighbouring word as context: itself when common, else its last two letters."""
        if word is None:
            return "#"
        return word if word in self.contexts else "~" + word[-2:]
