"""Train the tagger of names: python-crfsuite's chain, exported to numpy arrays, and a network."""

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..corpus import BadInput
from ..evaluate.entities import Sentence, read
from ..lexicon import compact
from ..tagger import MODEL, ends_marked
from ..tagger.features import NEAR, items
from ..tagger.lexicon import WordTable, blob, lines
from . import network
from .words import make

OPTIONS = {
    "c1": 0.05,
    "c2": 0.05,
    "max_iterations": 100,
    "feature.possible_transitions": True,
}
SIDES = (">", "<")
SMALL = 0.004


def run(paths: list[Path], out: Path) -> str:
    """Train on files of `word|tag` lines and write entities.npz into folder `out`.

    Files without tags are plain text, a sentence a line; with the words of the tagged files they
    show which words are alike. What is random is seeded: the same files and versions give the same model.
    Raises BadInput for a tagged file in another form.
    """
    tagged = [sentence for path in paths if _is_tagged(path) for sentence in read(path)]
    texts = [[compact(word) for word in sentence.words] for sentence in tagged]
    for path in paths:
        if not _is_tagged(path):
            plain = path.read_text("utf-8").splitlines()
            texts += [[compact(word) for word in line.split()] for line in plain]
    words = make(texts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.crfsuite"
        fit(tagged, words, path)
        arrays = export(path)
    keyed = [([compact(word) for word in one.words], ends_marked(one.tags)) for one in tagged]
    arrays |= network.fit(keyed, words, lines(arrays["labels"]))
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out / MODEL, **arrays, **words.arrays())
    return f"{out / MODEL}: {len(tagged)} sentences, {len(words.rows)} words"


def _is_tagged(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            return "|" in file.readline()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(path, str(error)) from None


def fit(tagged: Sequence[Sentence], words: WordTable, path: Path) -> None:
    """Train on tagged sentences and write crfsuite's own file."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False, algorithm="lbfgs", params=OPTIONS)
    for sentence in tagged:
        keys = [compact(word) for word in sentence.words]
        trainer.append(items(keys, words), ends_marked(sentence.tags))
    trainer.train(str(path))


def export(path: Path) -> dict[str, Any]:
    """Weights of a crfsuite model as arrays that `tagger.model.Model` reads."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    labels = sorted(tagger.labels())
    number = {label: index for index, label in enumerate(labels)}
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for (left, right), weight in info.transitions.items():
        steps[number[left], number[right]] = weight
    single: dict[str, dict[int, float]] = defaultdict(dict)
    double: dict[str, dict[int, float]] = defaultdict(dict)
    bias = np.zeros(len(labels), np.float32)
    for (attribute, label), weight in info.state_features.items():
        place, mark, name = attribute.partition("|")
        column = number[label]
        if not mark:
            bias[column] = weight
        elif abs(weight) >= SMALL and place in SIDES:
            double[name][SIDES.index(place) * len(labels) + column] = weight
        elif abs(weight) >= SMALL:
            single[name][NEAR.index(int(place)) * len(labels) + column] = weight
    return {
        "labels": blob(labels),
        "bias": bias,
        "steps": steps,
        **_packed("weights", "names", single),
        **_packed("pair_weights", "pair_names", double),
    }


def _packed(name: str, names: str, rows: dict[str, dict[int, float]]) -> dict[str, NDArray[Any]]:
    ordered = sorted(rows)
    cells = [cell for key in ordered for cell in sorted(rows[key].items())]
    return {
        names: blob(ordered),
        f"{name}_lengths": np.array([len(rows[key]) for key in ordered], np.uint16),
        f"{name}_columns": np.array([column for column, _ in cells], np.uint8),
        f"{name}_values": np.array([weight for _, weight in cells], np.float16),
    }
