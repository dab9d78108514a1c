"""Word lists to learn from: hazm's words and verbs, Hunspell lists and `word,count` lists.

hazm's files (MIT) are read without importing it. Hunspell lists (`.dic`) and lists with counts
(`.csv`) are optional.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from ...corpus import BadInput
from ...lexicon import fold
from ...spelling import WORD, ZWNJ
from ...spelling.evidence import Cuts, split

HAZM, HUNSPELL, COUNTED = "h", "l", "s"
SOURCES = {".dic": HUNSPELL, ".csv": COUNTED}
RANKS = "0hl1234"
COUNTS = (20_000, 300_000, 3_000_000)
PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند")
PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
COPULAS = frozenset(["ام", "ای", "ایم", "اید", "اند", "است"])
DURATIVES = frozenset(
    [
        "می",
        "نمی",
        "برمی",
        "برنمی",
        "درمی",
        "درنمی",
        "بازمی",
        "بازنمی",
        "فرومی",
        "فرونمی",
        "فرامی",
        "فرانمی",
        "وامی",
        "وانمی",
    ]
)


@dataclass
class Dictionary:
    """Words: whole ones with their level, compounds with their cuts in each list, verbs.

    Levels: `h` in hazm's list, `l` in a Hunspell list, 1 (rare) to 4 (frequent) in a counted one.
    """

    levels: dict[str, str] = field(default_factory=dict)
    compounds: dict[str, dict[str, Cuts]] = field(default_factory=dict)
    past: set[str] = field(default_factory=set)
    present: set[str] = field(default_factory=set)
    participles: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)

    def level(self, piece: str) -> str:
        """How common a piece is: 0 for unknown, 9 for a verb form that is no other word."""
        level = self.levels.get(piece, "0")
        return "9" if level == "0" and self.stems(piece) else level

    def stems(self, piece: str) -> str:
        """What verb form a piece may be: past, present, participle, or listed after «می»."""
        kinds = {
            "p": self.past,
            "r": self.present,
            "c": self.participles,
            "l": self.listed,
        }
        return "".join(kind for kind, forms in kinds.items() if piece in forms)

    def verbs(self) -> set[str]:
        """All verb forms."""
        return self.past | self.present | self.participles | self.listed

    def add(self, form: str, source: str, level: str) -> None:
        """Add a word of a list, with its half-spaces; what is no Persian word is passed over."""
        if not WORD.fullmatch(form):
            return
        pieces = [piece for piece in map(fold, form.split(ZWNJ)) if piece]
        if source == HUNSPELL and self._add_inflected(pieces):
            return
        word, cuts = split("|".join(pieces), "|")
        if cuts:
            sources = self.compounds.setdefault(word, {})
            sources[source] = tuple(sorted({*sources.get(source, ()), *cuts}))
        else:
            self.levels[word] = max(level, self.levels.get(word, "0"), key=RANKS.index)

    def _add_inflected(self, pieces: list[str]) -> bool:
        """Take the verb form out of an inflected verb («می‌رود», «رفته‌اند»)."""
        if len(pieces) < 2:
            return False
        if pieces[0] in DURATIVES or pieces[0].endswith("همی"):
            self.listed.add(pieces[1])
            return True
        if len(pieces) == 2 and pieces[1] in COPULAS and pieces[0].endswith("ه"):
            self.participles.add(pieces[0])
            return True
        return False


def read(lists: Iterable[Path] = ()) -> Dictionary:
    """Read hazm's word list and verb stems, and further lists.

    Raises BadInput for a list that cannot be read.
    """
    found = Dictionary()
    for form in _hazm("words.dat"):
        found.add(form.partition("\t")[0], HAZM, "h")
    for line in _hazm("verbs.dat"):
        past, _, present = fold(line.strip()).partition("#")
        _add_verb(found, past, present)
    for path in lists:
        for form, level in entries(path):
            found.add(form, SOURCES[path.suffix], level)
    return found


def entries(path: Path) -> Iterator[tuple[str, str]]:
    """Words of a `.dic` or `.csv` list with their level."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(path, str(error)) from error
    for line in lines:
        if path.suffix == ".dic":
            yield line.partition("/")[0], "l"
        else:
            form, _, count = line.partition(",")
            yield form, _rank(int(count)) if count.isdecimal() else "h"


def _rank(count: int) -> str:
    return str(1 + sum(count >= limit for limit in COUNTS))


def _hazm(name: str) -> list[str]:
    spec = find_spec("hazm")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("hazm is needed to train: its word list is the dictionary")
    return (Path(spec.origin).parent / "data" / name).read_text(encoding="utf-8").splitlines()


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
