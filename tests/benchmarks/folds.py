"""Score half-spaces on every part of a text by a model that has learned from the other parts.

A held-out part says more of text that is still to come than one fixed part does: the parts of a
corpus differ, and here all of it is judged. Each fold trains a model, about four minutes.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis import spelling
from analysis.evaluate.spelling import Score, score
from analysis.spelling.model import load
from analysis.train.spelling import run
from analysis.train.spelling.texts import lines

RUN = 100  # sentences in a row that stay in one part: about five articles


def divided(sentences: Sequence[str], folds: int) -> Iterator[tuple[list[str], list[str]]]:
    """Each part of a text, and the rest of it."""
    for fold in range(folds):
        chosen = [index // RUN % folds == fold for index in range(len(sentences))]
        yield (
            [line for line, held in zip(sentences, chosen, strict=True) if held],
            [line for line, held in zip(sentences, chosen, strict=True) if not held],
        )


def scored(held: Sequence[str], rest: Sequence[str], others: Sequence[Path]) -> Score:
    """The score on a part of a model that has learned from the rest and from other files."""
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "rest.txt"
        text.write_text("\n".join(rest) + "\n", encoding="utf-8")
        model = load(run([*others, text], Path(folder)))
    spelling.load = lambda: model
    return score(held)


def show(found: Score) -> None:
    """Print precision, recall and F1."""
    print("P {:.4f}  R {:.4f}  F1 {:.4f}".format(*found.figures()), flush=True)


def main() -> None:
    """Print the score of each part, then of all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("text", type=Path, help="text with its half-spaces, or `token|tag` lines")
    options.add_argument("--with", nargs="*", type=Path, default=[], metavar="FILE", dest="others")
    options.add_argument("--folds", type=int, default=5)
    got = options.parse_args()
    parts = []
    for held, rest in divided(lines(got.text), got.folds):
        parts.append(scored(held, rest, got.others))
        show(parts[-1])
    print("all")
    show(
        Score(*(sum(getattr(part, name) for part in parts) for name in ("hits", "missed", "wrong")))
    )


if __name__ == "__main__":
    main()
