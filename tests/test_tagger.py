"""The tagger: decoding by hand-made scores, training from a few sentences, the shipped model."""

from importlib.resources import files
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

from analysis import tagger
from analysis.corpus import BadInput
from analysis.evaluate import entities as scoring
from analysis.lexicon import compact
from analysis.tagger.decode import decode
from analysis.tagger.features import items
from analysis.tagger.lexicon import WordTable
from analysis.tagger.model import Model
from analysis.train import entities as training
from analysis.train import network

PEOPLE = ["پروین", "بهروز", "نادر", "لیلا", "کامران", "ژاله"]
TOWNS = ["نیشابور", "زابل", "بم", "رامسر", "خوی", "میبد"]


def sentences() -> str:
    lines = []
    for person in PEOPLE:
        for town in TOWNS:
            lines += [f"{person}|B_PER", "کریمی|I_PER", "به|O", f"{town}|B_LOC", "رفت|O", ".|O", ""]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    (folder / "data.txt").write_text(sentences(), "utf-8")
    training.run([folder / "data.txt"], folder / "one")
    training.run([folder / "data.txt"], folder / "two")
    return folder


def test_training_is_deterministic(trained: Path) -> None:
    with (
        np.load(trained / "one" / tagger.MODEL) as one,
        np.load(trained / "two" / tagger.MODEL) as two,
    ):
        assert sorted(one) == sorted(two)
        assert all(np.array_equal(one[name], two[name]) for name in one)


def test_a_trained_model_finds_names_in_new_company(trained: Path) -> None:
    with (trained / "one" / tagger.MODEL).open("rb") as file:
        model = Model.load(file)
    (found,) = tagger.tag([["شاپور", "کریمی", "به", "گرگان", "رفت", "."]], model)
    assert [(span.first, span.last, span.label) for span in found] == [(0, 2, "PER"), (3, 4, "LOC")]
    assert all(0 < span.confidence <= 1 for span in found)


def test_the_network_alone_knows_what_it_learned(trained: Path) -> None:
    with (trained / "one" / tagger.MODEL).open("rb") as file:
        model = Model.load(file)
    words = ["نادر", "کریمی", "به", "خوی", "رفت", "."]
    model.emissions(words)
    vectors = model.vectors[[model.id(word) for word in words]]
    scores = model.network.scores([vectors], np.ones(len(words), np.bool_))
    (found,) = decode([scores], model.network.steps)
    tags = [model.labels[number] for number in found.path]
    assert tagger.plain(tags) == ["B_PER", "I_PER", "O", "B_LOC", "O", "O"]


def test_the_slopes_of_the_network_are_those_of_its_loss() -> None:
    labels = np.array([0, 1, 1])
    sample = network.Sample(np.arange(3), labels)
    random = np.random.default_rng(0)
    scores, steps = (random.normal(size=shape).astype(np.float32) for shape in ((3, 2), (2, 2)))

    def loss(scores: np.ndarray, steps: np.ndarray) -> float:
        def score(path: tuple[int, ...]) -> float:
            pairs = sum(steps[left, right] for left, right in pairwise(path))
            return float(sum(scores[at, label] for at, label in enumerate(path)) + pairs)

        paths = [np.exp(score(path)) for path in product((0, 1), repeat=3)]
        return float(np.log(sum(paths)) - score(tuple(labels))) / 3

    by_scores, by_steps = network.slopes_of_chain(scores, [sample], steps)
    for values, slopes in ((scores, by_scores), (steps, by_steps)):
        for at in np.ndindex(values.shape):
            before = loss(scores, steps)
            values[at] += 1e-2
            assert (loss(scores, steps) - before) / 1e-2 == pytest.approx(slopes[at], abs=5e-3)
            values[at] -= 1e-2


def test_numpy_decodes_as_crfsuite_does(trained: Path) -> None:
    import pycrfsuite

    path = trained / "model.crfsuite"
    tagged = scoring.read(trained / "data.txt")
    with np.load(trained / "one" / tagger.MODEL) as arrays:
        words_known = WordTable.of(arrays)
    training.fit(tagged, words_known, path)
    reference = pycrfsuite.Tagger()
    reference.open(str(path))
    with (trained / "one" / tagger.MODEL).open("rb") as file:
        model = Model.load(file)
    for words in (["نادر", "از", "خوی", "آمد"], ["بم"], ["به", "بم", "رفت", "لیلا", "کریمی"]):
        tags = reference.tag(items(words, words_known))
        ((path_, sure, _),) = decode([model.emissions(words)], model.steps)
        assert [model.labels[number] for number in path_] == tags
        expected = [reference.marginal(tag, at) for at, tag in enumerate(tags)]
        assert np.allclose(sure, expected, atol=0.02)


def test_sentences_of_all_lengths_in_one_call() -> None:
    scores = [np.zeros((n, 3), np.float32) for n in (0, 1, 50, 2)]
    for one in scores:
        one[:, 1] = 1
    found = decode(scores, np.zeros((3, 3), np.float32))
    assert [path.tolist() for path, _, _ in found] == [[], [1], [1] * 50, [1, 1]]


def test_tags_to_the_models_and_back() -> None:
    tags = ["B_PER", "I_PER", "B_PER", "O", "B_LOC", "I_LOC", "I_LOC"]
    assert tagger.plain(tagger.ends_marked(tags)) == tags


def test_the_shipped_model_is_small_and_holds_no_pickle() -> None:
    path = files("analysis") / "models" / tagger.MODEL
    assert len(path.read_bytes()) < 10_000_000
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        assert {"labels", "steps", "words"} <= set(arrays)


def test_the_shipped_model_finds_names_that_no_list_has() -> None:
    words = [
        "فرشید",
        "دلاوری",
        "رئیس",
        "شرکت",
        "فولاد",
        "کویر",
        "در",
        "شهرستان",
        "نرماشیر",
        "سخن",
        "گفت",
    ]
    (found,) = tagger.tag([[compact(word) for word in words]])
    assert (0, 2, "PER") in [span[:3] for span in found]


def test_half_spaces_make_no_difference() -> None:
    words = ["محمد", "علی‌نژاد", "در", "کتاب‌خانه", "سخن", "می‌گوید"]
    spaced = [compact(word.replace("\u200c", " ")) for word in words]
    assert tagger.tag([[compact(word) for word in words]]) == tagger.tag([spaced])


def test_without_a_model_nothing_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "shipped", lambda: None)
    assert tagger.tag([["علی", "آمد"]]) == [[]]


def test_evaluation_prints_scores_and_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text("خواب|B_PER\nخوش|O\n\nباران|O\nآمد|O\n", "utf-8")
    report = scoring.run([path], errors=True)
    assert report.startswith("2 sentences, 1 names")
    assert "1: missed PER «خواب»" in report


def test_evaluation_refuses_another_form(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text("یک خط ساده", "utf-8")
    with pytest.raises(BadInput, match="line 1"):
        scoring.run([path], errors=False)
