"""The trained model: a text file of words, look-ups and weights, and the best cuts of a word.

The file is UTF-8 text of sections (`# name`), compressed with xz: nothing in it can run.
"""

import lzma
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .evidence import Cuts, Evidence, split
from .ezafe import ambiguous
from .features import Word
from .habits import leanings
from .names import given, names, of_person

FILE = Path(__file__).parents[1] / "models" / "spelling.tsv.xz"
CUT = "|"
WHOLE = "="
LONGEST_WORD = 40
DOUBT = 4.0
LEAN, NEVER = 6.0, -99.0
SCALE = 100
CACHED = 1 << 17
RARE = 9
LISTED = "1a"


class Open:
    """A word that its neighbours may change: its places' scores, and those still in doubt."""

    def __init__(self, word: Word, scores: list[float], pivot: float) -> None:
        self.word, self.scores = word, scores
        self.doubtful = [k for k, score in enumerate(scores, 1) if abs(score - pivot) < DOUBT]
        self.given = word.word in given() and word.word in names()
        self.ambiguous = ambiguous(word.word, word.evidence)
        self.answers: dict[tuple[str, str, int, float], Cuts] = {}


class Around(NamedTuple):
    """What stands beside a word: the neighbours' letters, and what they tell of «زمینهای».

    1 leans to the indefinite («زمینه‌ای»), -1 to the plural («زمین‌های»).
    """

    before: str | None
    after: str | None
    lean: int = 0


class Model:
    """Weights over the features, a chain over the letters, and words already settled."""

    def __init__(
        self,
        evidence: Evidence,
        weights: dict[str, float],
        moves: tuple[float, float, float, float],
        settled: dict[str, Cuts],
    ) -> None:
        self.evidence, self.weights, self.moves = evidence, weights, moves
        stay, cut, back, _ = moves
        self.pivot = 2 * stay - cut - back
        self.settled = settled
        self.known: dict[str, Cuts | Open] = dict(settled)

    def learn(self, forms: Mapping[str, Cuts]) -> None:
        """Take over how words are written, where text does not often write them otherwise."""
        for word, cuts in forms.items():
            counts = self.evidence.counts(word)
            if 2 * counts.get(cuts, 0) >= sum(counts.values()) or sum(counts.values()) < RARE:
                self.settled[word] = self.known[word] = cuts
                self.evidence.words.pop(word, None)
            if not cuts:
                self.evidence.pieces.setdefault(word, LISTED)

    def look(self, word: str) -> "Cuts | Open":
        """The cuts of a word (folded, no half-spaces), or an `Open` when neighbours decide."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > len(self.settled) + CACHED:
                self.known = dict(self.settled)
            found = self.known[word] = self._examine(word)
        return found

    def decide(self, case: Open, around: Around, caution: float = 0.0) -> Cuts:
        """The cuts of a word in doubt, seen with its neighbours; `caution` asks for surer ones."""
        if case.given and of_person(around.before, around.after):
            return names()[case.word.word]
        left, right = self.evidence.context(around.before), self.evidence.context(around.after)
        answer = case.answers.get((left, right, around.lean, caution))
        if answer is None:
            scores = [score - caution for score in case.scores]
            for place in case.doubtful:
                scores[place - 1] += self._score(case.word.around(place, left, right))
            if around.lean > 0:
                scores[-3:-1] = NEVER, scores[-2] + LEAN
            elif around.lean or (case.ambiguous and scores[-3] > scores[-2]):
                scores[-2] = NEVER
            elif case.ambiguous:
                scores[-3] = NEVER
            answer = self.best(scores)
            case.answers[left, right, around.lean, caution] = answer
        return answer

    def _examine(self, word: str) -> "Cuts | Open":
        if not 1 < len(word) <= LONGEST_WORD:
            return ()
        examined = Word(word, self.evidence)
        scores = [self._score(examined.features(place)) for place in range(1, len(word))]
        for place, weight in leanings(word, self.evidence):
            scores[place - 1] += weight
        case = Open(examined, scores, self.pivot)
        return case if case.doubtful or case.ambiguous or case.given else self.best(scores)

    def _score(self, names: list[str]) -> float:
        return sum(filter(None, map(self.weights.get, names)), 0.0)

    def best(self, scores: list[float]) -> Cuts:
        """The best chain of labels: each place's score for a half-space, plus the moves."""
        stay, cut, back, again = self.moves
        off, on = 0.0, float("-inf")
        trail = []
        for score in scores:
            from_off, from_on = off + stay, on + back
            to_off, to_on = off + cut, on + again
            trail.append((from_on > from_off, to_on > to_off))
            off, on = max(from_off, from_on), max(to_off, to_on) + score
        cuts = []
        state = on > off
        for place in range(len(scores), 0, -1):
            if state:
                cuts.append(place)
            state = trail[place - 1][state]
        return tuple(reversed(cuts))


def parse(lines: Iterator[str]) -> Model:
    """Read a model from the lines of its file."""
    sections = _sections(lines)
    settled: dict[str, Cuts] = {}
    evidence = Evidence(
        words={},
        compounds=_compounds(sections["compounds"]),
        settled=settled,
        verbs=_grouped(sections["verbs"]),
        suffixes=_grouped(sections["suffixes"]),
        prefixes=_grouped(sections["prefixes"]),
        pairs=frozenset(pair for (pair,) in sections["pairs"]),
        contexts=frozenset(word for row in sections["contexts"] for word in row[0].split()),
    )
    for key, words in sections["followers"]:
        apart, joined = key.split()
        evidence.followers.update(dict.fromkeys(words.split(), (int(apart), int(joined))))
    for value, words in sections["pieces"]:
        pieces = words.split()
        evidence.pieces.update(dict.fromkeys(pieces, value.removesuffix(WHOLE)))
        if value.endswith(WHOLE):
            settled.update(dict.fromkeys(pieces, ()))
    for (form,) in sections["settled"]:
        word, cuts = split(form, CUT)
        settled[word] = cuts
    for row in sections["words"]:
        counts = {split(form, CUT): int(n) for form, n in zip(row[::2], row[1::2], strict=True)}
        evidence.words[next(iter(counts))[0]] = {cuts: n for (_, cuts), n in counts.items()}
    weights = {name: int(value) / SCALE for name, value in sections["weights"]}
    moves = dict(sections["moves"])
    return Model(
        evidence,
        weights,
        (float(moves["00"]), float(moves["01"]), float(moves["10"]), float(moves["11"])),
        settled,
    )


def _sections(lines: Iterator[str]) -> dict[str, list[list[str]]]:
    """The rows of a file by the section that they stand in."""
    sections: dict[str, list[list[str]]] = {}
    rows: list[list[str]] = []
    for line in lines:
        if line.startswith("# "):
            rows = sections.setdefault(line[2:], [])
        elif line:
            rows.append(line.split("\t"))
    return sections


def _compounds(rows: list[list[str]]) -> dict[str, dict[str, Cuts]]:
    """Compounds from rows of the dictionaries that have them and the forms."""
    found: dict[str, dict[str, Cuts]] = {}
    for sources, forms in rows:
        for form in forms.split():
            word, cuts = split(form, CUT)
            found.setdefault(word, {}).update(dict.fromkeys(sources, cuts))
    return found


def _grouped(rows: list[list[str]]) -> dict[str, str]:
    """Look-up from rows of a value and the words that have it."""
    found: dict[str, str] = {}
    for value, words in rows:
        found.update(dict.fromkeys(words.split(), value))
    return found


@cache
def load(path: Path = FILE) -> Model:
    """Load a model file; the one in `analysis/models/` unless told otherwise."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        model = parse(line.rstrip("\n") for line in stream)
    model.learn(names())
    return model
