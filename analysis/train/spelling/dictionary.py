"""hazm's dictionary and verbs (MIT), read from its data files without importing it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from ...lexicon import fold
from ...spelling import WORD, ZWNJ
from ...spelling.evidence import split

COMMON, FREQUENT = 1_000, 1_000_000
PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند")
PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")


@dataclass
class Dictionary:
    """Words: whole ones with their level (1 rare to 3 frequent), the cuts of compounds, verbs."""

    levels: dict[str, int] = field(default_factory=dict)
    compounds: dict[str, set[int]] = field(default_factory=dict)
    past: set[str] = field(default_factory=set)
    present: set[str] = field(default_factory=set)
    participles: set[str] = field(default_factory=set)

    def level(self, piece: str) -> int:
        """How common a piece is: 0 for unknown, 9 for a verb form that is no other word."""
        level = self.levels.get(piece, 0)
        verb = piece in self.past or piece in self.present or piece in self.participles
        return 9 if verb and not level else level

    def stems(self, piece: str) -> str:
        """What verb form a piece may be: `p` (past), `r` (present), `c` (participle)."""
        kinds = {"p": self.past, "r": self.present, "c": self.participles}
        return "".join(kind for kind, forms in kinds.items() if piece in forms)


def read() -> Dictionary:
    """Read hazm's word list and verb stems."""
    spec = find_spec("hazm")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("hazm is needed to train: its word list is the dictionary")
    folder = Path(spec.origin).parent / "data"
    found = Dictionary()
    for line in (folder / "words.dat").read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split("\t")
        _add_word(found, word, int(count))
    for line in (folder / "verbs.dat").read_text(encoding="utf-8").splitlines():
        past, _, present = fold(line.strip()).partition("#")
        _add_verb(found, past, present)
    return found


def _add_word(found: Dictionary, form: str, count: int) -> None:
    if not WORD.fullmatch(form):
        return
    word, cuts = split("|".join(map(fold, form.split(ZWNJ))), "|")
    if cuts:
        found.compounds.setdefault(word, set()).update(cuts)
    else:
        level = 1 if count < COMMON else 2 if count < FREQUENT else 3
        found.levels[word] = max(level, found.levels.get(word, 0))


def _add_verb(found: Dictionary, past: str, present: str) -> None:
    if past:
        found.past.update(past + ending for ending in PAST_ENDINGS)
        found.participles.add(past + "ه")
    for stem in _present_stems(present) if present else ():
        found.present.update(stem + ending for ending in PRESENT_ENDINGS)


def _present_stems(stem: str) -> Iterator[str]:
    """A present stem with and without the glide after a vowel (گو and گوی)."""
    yield stem
    if stem[-1] in "اآو":
        yield stem + "ی"
    if stem.endswith(("ای", "وی")):
        yield stem[:-1]
