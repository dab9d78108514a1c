"""Score restored half-spaces: `python -m analysis evaluate spelling --data FILE... [--errors]`.

From each file every U+200C is deleted and restored. Of the gaps between two neighbouring
characters that are not white space, one with a half-space in both texts is a hit, one in the
file only is missed, one in the output only is wrong.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time

from ..spelling import ZWNJ, missing_zwnj, restore_zwnj
from ..train.spelling.texts import lines

CLASSES = {
    "verb (می، نمی)": re.compile(r"^ن?می\|"),
    "plural (ها)": re.compile(r"\|ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?|ست)?(?:\||$)"),
    "comparative (تر، ترین)": re.compile(r"\|تر(?:ین)?"),
    "after silent he (ای، اند ...)": re.compile(r"ه\|(?:ای|ام|اند|ایم|اید|اش|ات)$"),
    "prefix (بی، هم، غیر ...)": re.compile(r"^(?:بی|هم|غیر|نا|پر|کم|پیش|به|ابر|فرا)\|"),
}
OTHER = "compound or name"
WRONG_PLACE = "right word, wrong place"


@dataclass
class Score:
    """Hits, misses and wrong half-spaces, by class of error and word."""

    hits: int = 0
    missed: int = 0
    wrong: int = 0
    damaged: int = 0
    added: int = 0
    characters: int = 0
    seconds: float = 0.0
    errors: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision = self.hits / max(self.hits + self.wrong, 1)
        recall = self.hits / max(self.hits + self.missed, 1)
        return precision, recall, 2 * self.hits / max(2 * self.hits + self.missed + self.wrong, 1)


def run(paths: Sequence[Path], errors: bool = False) -> str:
    """Score the half-spaces of each file and report; with `errors` every wrong word is listed."""
    return "\n\n".join(f"{path.name}\n{report(score(lines(path)), errors)}" for path in paths)


def score(sentences: Sequence[str]) -> Score:
    """Delete and restore the half-spaces of sentences, and compare."""
    found = Score()
    intact = "\n".join(sentences)
    restore_zwnj("")
    began = process_time()
    restored = restore_zwnj(intact.replace(ZWNJ, "")).split("\n")
    found.seconds = process_time() - began
    found.characters = len(intact)
    found.added = len(missing_zwnj(intact))
    for gold, output in zip(sentences, restored, strict=True):
        compare(gold, output, found)
    return found


def gaps(text: str) -> set[int]:
    """Gaps that hold a half-space, counted in characters without half-spaces.

    >>> gaps("می" + ZWNJ + "رود")
    {2}
    """
    letters = text.replace(ZWNJ, "")
    found, at = set(), 0
    for character in text:
        if character == ZWNJ:
            found.add(at)
        else:
            at += 1
    inner = {gap for gap in found if 0 < gap < len(letters)}
    return {gap for gap in inner if not letters[gap - 1].isspace() and not letters[gap].isspace()}


def compare(gold: str, output: str, found: Score) -> None:
    """Count one sentence's hits, misses and wrong half-spaces."""
    if gold.replace(ZWNJ, "") != output.replace(ZWNJ, ""):
        found.damaged += 1
    right, given = gaps(gold), gaps(output)
    found.hits += len(right & given)
    found.missed += len(right - given)
    found.wrong += len(given - right)
    for a, b in zip(gold.split(), output.split(), strict=True):
        if gaps(a) != gaps(b):
            found.errors[classify(gaps(a), gaps(b), a, b)][f"{show(a)} -> {show(b)}"] += 1


def show(word: str) -> str:
    """A word with its half-spaces visible."""
    return word.strip(ZWNJ).replace(ZWNJ, "|")


def classify(right: set[int], given: set[int], gold: str, output: str) -> str:
    """The class of a wrongly restored word."""
    if len(right) == len(given):
        return WRONG_PLACE
    fuller = show(gold if len(right) > len(given) else output)
    kind = next((name for name, rule in CLASSES.items() if rule.search(fuller)), OTHER)
    return f"{'missed' if len(right) > len(given) else 'wrong'}: {kind}"


def report(found: Score, errors: bool) -> str:
    """The score as lines of text."""
    precision, recall, f1 = found.figures()
    rows = [
        f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}"
        f"  ({found.hits} right, {found.wrong} wrong, {found.missed} missed)",
        f"sentences with another character changed: {found.damaged}",
        f"added to the intact text: {found.added}"
        f" ({found.added / max(found.characters, 1) * 1e5:.1f} per 100,000 characters)",
        f"throughput: {found.characters / max(found.seconds, 1e-9) / 1e6:.2f} M characters/s of one core",
    ]
    for kind, words in sorted(found.errors.items(), key=lambda item: -item[1].total()):
        rows.append(f"{words.total():6}  {kind}")
        if errors:
            rows += [f"        {n:4}  {word}" for word, n in words.most_common()]
    return "\n".join(rows)
