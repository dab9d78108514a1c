"""What the model sees at each place of a word where a half-space may stand.

A feature is a short string; the model file holds one weight for each. The first letters say
which template made it. Features of the word alone and of its neighbours are kept apart, because
most words are settled without a look at their neighbours.
"""

from collections.abc import Collection

from .evidence import Counts, Cuts, Evidence, share

EDGE = "^^^^"
END = "$$$$$"
SHORTEST_STEM = 4


class Word:
    """A word under examination, with what is known of it as a whole."""

    def __init__(self, word: str, evidence: Evidence) -> None:
        self.word = word
        self.size = len(word)
        self.evidence = evidence
        self.padded = EDGE + word + END
        self.counts: Counts = evidence.counts(word)
        self.seen = sum(self.counts.values())
        self.whole = evidence.piece(word)
        self.usual = evidence.usual(word)
        self.listed = sorted(evidence.compounds.get(word, {}).items())
        self.stem = _stem(word, evidence)

    def habit(self, place: int) -> float:
        """The share of this word's occurrences that have a half-space here."""
        apart = sum(n for cuts, n in self.counts.items() if place in cuts)
        return apart / self.seen if self.seen else 0.0

    def features(self, place: int) -> list[str]:
        """All features of one place that do not depend on the neighbours."""
        return self._letters(place) + self._parts(place) + self._memory(place)

    def _letters(self, place: int) -> list[str]:
        """Letters around the place, and short beginnings and endings as a whole."""
        text, k = self.padded, place + len(EDGE)
        found = [
            "a" + text[k - 1],
            "b" + text[k],
            "c" + text[k - 2 : k],
            "d" + text[k : k + 2],
            "e" + text[k - 1 : k + 1],
            "f" + text[k - 3 : k],
            "g" + text[k : k + 3],
            "h" + text[k - 2 : k + 1],
            "i" + text[k - 1 : k + 2],
            "j" + text[k - 2 : k + 2],
            "k" + text[k - 3 : k + 1],
            "l" + text[k - 1 : k + 3],
            "m" + text[k - 3 : k + 2],
            "n" + text[k - 2 : k + 3],
            "o" + text[k : k + 4],
            "p" + text[k : k + 5],
            "q" + text[k - 4 : k],
        ]
        if place <= 6:
            found.append("L" + self.word[:place])
        if self.size - place <= 6:
            found.append("R" + self.word[place:])
        return found

    def _parts(self, place: int) -> list[str]:
        """Whether the parts are words, and how productive they are as parts."""
        left, right = self.word[:place], self.word[place:]
        known, whole = self.evidence, self.whole
        a, b = known.piece(left), known.piece(right)
        s, t = known.suffix(right), known.prefix(left)
        found = [
            "A" + a,
            "B" + b,
            "C" + a + b,
            "D" + a + whole,
            "E" + b + whole,
            "F" + a + b + whole,
            "G" + whole,
            "s" + s,
            "t" + t,
            "u" + s + t,
            "v" + s + a,
            "w" + t + b,
        ]
        if len(right) <= 5:
            text, k = self.padded, place + len(EDGE)
            found += [
                "H" + right + a,
                "I" + right + a + whole,
                "J" + right + text[k - 1],
                "K" + right + text[k - 2 : k],
            ]
        if len(left) <= 4:
            found += ["M" + left + b, "N" + left + b + whole, "O" + left + "|" + known.verb(right)]
        if opinion := "".join(d + ("+" if place in cuts else "-") for d, cuts in self.listed):
            found += ["y" + opinion, "%" + opinion + whole, "$" + opinion + a + b]
        found += self._beginning(place, a + b)
        code, piece = known.follower(self.word, place, self.usual)
        found += ["P" + code, "Q" + code + a, "S" + code + whole, "T" + piece, "U" + piece + a]
        return found

    def _beginning(self, place: int, parts: str) -> list[str]:
        """What is known of the longest word that this one begins with («حسابدار» of «حسابداران»)."""
        size, cuts = self.stem
        if size < place + 2:
            return []
        known = "!+" if place in cuts else "!-"
        return [known, known + self.word[size : size + 4], known + parts]

    def _memory(self, place: int) -> list[str]:
        """How this very word was written elsewhere."""
        if not self.counts:
            return ["V-", "W" + self.whole]
        habit, seen = self.habit(place), self.seen
        level = "0" if habit == 0 else "1" if habit == 1 else share(habit, 1) + "m"
        often = "1" if seen <= 3 else "2" if seen < 10 else "4" if seen < 45 else "9"
        return ["V" + level + often, "W" + level]

    def around(self, place: int, before: str, after: str) -> list[str]:
        """Features of one place that join it with the neighbours' context classes."""
        found = []
        right = self.size - place
        if right <= 4:
            ending = "|" + self.word[place:]
            found += ["X" + before + ending, "Y" + after + ending]
        if place <= 3:
            beginning = "|" + self.word[:place]
            found += ["x" + before + beginning, "r" + after + beginning]
        if self.counts and 0 < self.habit(place) < 1:
            here = f"|{self.word}{place}"
            found += ["Z" + before + here, "z" + after + here]
        return found


def _stem(word: str, evidence: Evidence) -> tuple[int, Collection[int]]:
    """The length and the cuts of the longest known word that a word begins with; 0 for none."""
    for size in range(len(word) - 1, SHORTEST_STEM - 1, -1):
        cuts = evidence.usage(word[:size])
        if cuts is not None:
            return size, cuts
    return 0, ()


def labels(word: str, cuts: Cuts) -> list[str]:
    """One label a letter: "1" where a half-space comes before it."""
    return ["1" if place in cuts else "0" for place in range(len(word))]
