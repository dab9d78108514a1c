"""Score the tagger of names against sentences in the form of PEYMA.

One word a line, `word|tag` with IOB tags (B_PER, I_PER, O ...), an empty line after each
sentence. Only PER, ORG and LOC count. A name is right when its class and both borders are
(CoNLL's strict F1).
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .. import tagger
from ..corpus import BadInput
from ..lexicon import compact

CLASSES = ("PER", "ORG", "LOC")


class Sentence(NamedTuple):
    """Words as given, and their IOB tags; tags of other classes are O."""

    words: list[str]
    tags: list[str]


def read(path: Path) -> list[Sentence]:
    """Read sentences in the form `word|tag`.

    Raises BadInput for a file that cannot be read or a line in another form.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(path, str(error)) from None
    found = [Sentence([], [])]
    for number, line in enumerate(lines, 1):
        if not line.strip():
            found.append(Sentence([], []))
            continue
        word, mark, tag = line.rpartition("|")
        if not mark:
            raise BadInput(path, f"line {number} is not word|tag")
        found[-1].words.append(word)
        found[-1].tags.append(tag.strip() if tag.strip()[2:] in CLASSES else "O")
    return [sentence for sentence in found if sentence.words]


def run(paths: list[Path], errors: bool) -> str:
    """Strict precision, recall and F1 of the tagger, over all and by class."""
    sentences = [sentence for path in paths for sentence in read(path)]
    found = tagger.tag([[compact(word) for word in one.words] for one in sentences])
    right, wanted, given = Counter[str](), Counter[str](), Counter[str]()
    mistakes: list[str] = []
    for number, (sentence, spans) in enumerate(zip(sentences, found, strict=True), 1):
        gold = {span[:3] for span in tagger.spans(sentence.tags, [1.0] * len(sentence.tags))}
        made = {span[:3] for span in spans}
        for counts, some in ((right, gold & made), (wanted, gold), (given, made)):
            counts.update(label for _, _, label in some)
        mistakes += _mistakes(number, sentence, gold, made)
    lines = [f"{len(sentences)} sentences, {wanted.total()} names", "class   P      R      F1"]
    for label in ("all", *CLASSES):
        values = scores(*(_count(some, label) for some in (right, wanted, given)))
        lines.append(f"{label:<6}  " + "  ".join(f"{value:.3f}" for value in values))
    return "\n".join(lines + (mistakes if errors else []))


def _count(counts: Counter[str], label: str) -> int:
    return counts.total() if label == "all" else counts[label]


def scores(right: int, wanted: int, given: int) -> tuple[float, float, float]:
    """Precision, recall and F1 from counts.

    >>> scores(1, 2, 1)
    (1.0, 0.5, 0.6666666666666666)
    """
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return precision, recall, 2 * right / max(wanted + given, 1)


def _mistakes(
    number: int,
    sentence: Sentence,
    gold: set[tuple[int, int, str]],
    made: set[tuple[int, int, str]],
) -> Iterator[str]:
    for word, some in (("missed", gold - made), ("invented", made - gold)):
        for first, last, label in sorted(some):
            yield f"{number}: {word} {label} «{' '.join(sentence.words[first:last])}»"
