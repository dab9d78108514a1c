"""Evidence gathered from text and dictionary, and the same without one part of the text."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import pairwise

from ...spelling.evidence import LONGEST_PIECE, Counts, Cuts, Evidence, share, usual
from .dictionary import Dictionary
from .texts import Sentence

FOLDS = 5
RUN = 40
COMMON_NEIGHBOURS = 1500
FIRST = 3
MANY = 15
PAIR_SEEN, PAIR_SPACED = 3, 0.25

Table = dict[str, Counter[Cuts]]
FIELDS = [field.name for field in fields(Evidence)]


def fold_of(index: int) -> int:
    """Which part of the text sentence number `index` belongs to: runs of neighbours together."""
    return index // RUN % FOLDS


def often(count: int) -> str:
    """How often a piece occurs (occurrences times `FIRST`), as a letter."""
    return "a" if count <= 0 else "b" if count < 3 * FIRST else "c" if count < 20 * FIRST else "d"


class Learner(Evidence):
    """The evidence of all sentences; `without(k)` is that of the others than part k.

    Where texts differ in their habits, the first `leading` sentences weigh `FIRST` times as much.
    """

    def __init__(self, sentences: Sequence[Sentence], leading: int, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
        self.tables: list[Table] = [{} for _ in range(FOLDS)]
        for index, words in enumerate(sentences):
            table = self.tables[fold_of(index)]
            for word, cuts in words:
                table.setdefault(word, Counter())[cuts] += FIRST if index < leading else 1
        self.all = _together(self.tables)
        self.piece_counts = _pieces(self.all)
        self.fold_pieces = [_pieces(table) for table in self.tables]
        common = Counter({word: counts.total() for word, counts in self.all.items()})
        super().__init__(
            words=dict(self.all),
            pieces=self._classes(),
            compounds=dictionary.compounds,
            verbs={form: dictionary.stems(form) for form in dictionary.verbs()},
            suffixes=_affixes(dictionary, ending=True),
            prefixes=_affixes(dictionary, ending=False),
            followers=_followers(self.all, set(dictionary.levels) | set(self.piece_counts)),
            pairs=_pairs(sentences),
            contexts=frozenset(word for word, _ in common.most_common(COMMON_NEIGHBOURS)),
        )

    def _classes(self) -> dict[str, str]:
        known = self.dictionary
        words = {*known.levels, *self.piece_counts, *known.verbs()}
        return {word: f"{known.level(word)}{often(self.piece_counts[word])}" for word in words}

    def without(self, fold: int) -> "HeldOut":
        """The evidence without part `fold` of the text."""
        return HeldOut(self, fold)


class HeldOut(Evidence):
    """A learner's evidence without one part of its text."""

    def __init__(self, learner: Learner, fold: int) -> None:
        super().__init__(**{name: getattr(learner, name) for name in FIELDS})
        self.learner, self.fold = learner, fold

    def counts(self, word: str) -> Counts:
        """How often a word was cut in each way in the other parts."""
        everywhere, here = self.learner.all.get(word), self.learner.tables[self.fold].get(word)
        if everywhere is None:
            return {}
        return everywhere - here if here else everywhere

    def piece(self, piece: str) -> str:
        """The class of a piece by the other parts."""
        learner = self.learner
        count = learner.piece_counts[piece] - learner.fold_pieces[self.fold][piece]
        return f"{learner.dictionary.level(piece)}{often(count)}"


def _together(tables: Sequence[Table]) -> Table:
    found: Table = {}
    for table in tables:
        for word, counts in table.items():
            found.setdefault(word, Counter()).update(counts)
    return found


def _pieces(table: Mapping[str, Counts]) -> Counter[str]:
    """Occurrences of every piece between half-spaces, whole words included."""
    found: Counter[str] = Counter()
    for word, counts in table.items():
        for cuts, n in counts.items():
            for piece in _parted(word, cuts):
                found[piece] += n
    return found


def _affixes(dictionary: Dictionary, *, ending: bool) -> dict[str, str]:
    """How often the dictionary writes an ending (or beginning) apart from another word."""
    apart: Counter[str] = Counter()
    joined: Counter[str] = Counter()
    for word, sources in dictionary.compounds.items():
        cuts = {cut for places in sources.values() for cut in places}
        apart.update(word[cut:] if ending else word[:cut] for cut in cuts)
    for word in dictionary.levels:
        for cut in range(2, len(word) - 1):
            left, right = word[:cut], word[cut:]
            if left in dictionary.levels and right in dictionary.levels:
                joined[right if ending else left] += 1
    often_joined = {piece for piece, n in joined.items() if n >= MANY}
    return {piece: _rate(apart[piece], joined[piece]) for piece in {*apart, *often_joined}}


def _rate(apart: int, joined: int) -> str:
    total = apart + joined
    if total < 3:
        return "r"
    return ("s" if total < MANY else "f") + share(apart, total)


def _pairs(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Pairs written with a half-space at least `PAIR_SEEN` times, rarely with a space."""
    apart: Counter[tuple[str, str]] = Counter()
    spaced: Counter[tuple[str, str]] = Counter()
    for words in sentences:
        pieces = [_parted(word, cuts) for word, cuts in words]
        for word in pieces:
            apart.update(pairwise(word))
        spaced.update((a[-1], b[0]) for a, b in pairwise(pieces))
    return frozenset(
        f"{a} {b}"
        for (a, b), n in apart.items()
        if n >= PAIR_SEEN and spaced[a, b] <= PAIR_SPACED * n
    )


def _parted(word: str, cuts: Iterable[int]) -> list[str]:
    return [word[a:b] for a, b in pairwise([0, *cuts, len(word)])]


def _followers(table: Mapping[str, Counts], known: set[str]) -> dict[str, tuple[int, int]]:
    """Pieces after half-spaces: in how many words apart, and in how many joined to a known word."""
    places = {word: usual(counts) for word, counts in table.items()}
    apart: Counter[str] = Counter()
    joined: defaultdict[str, int] = defaultdict(int)
    for word, cuts in places.items():
        apart.update(_parted(word, sorted(cuts))[1:])
    for word, cuts in places.items():
        for start in range(2, len(word) - 1):
            if start in cuts or word[:start] not in known:
                continue
            for end in range(start + 2, min(len(word), start + LONGEST_PIECE) + 1):
                piece = word[start:end]
                if piece in apart and (end == len(word) or end in cuts):
                    joined[piece] += 1
    return {piece: (n, joined[piece]) for piece, n in apart.items()}
