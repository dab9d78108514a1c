"""Training: what it reads, that it is deterministic, and that its file can be read back."""

from pathlib import Path

import pytest

from analysis.commands import scores
from analysis.corpus import BadInput
from analysis.spelling import ZWNJ
from analysis.spelling.evidence import join, split, usual
from analysis.spelling.model import load
from analysis.train import spelling as training
from analysis.train.spelling.dictionary import SOURCES, Dictionary, entries
from analysis.train.spelling.learner import Learner
from analysis.train.spelling.texts import lines, sentence

LINES = [
    f"او می{ZWNJ}رود و کتاب{ZWNJ}ها را می{ZWNJ}خواند",
    f"ما می{ZWNJ}رویم و خانه{ZWNJ}ها را می{ZWNJ}سازیم",
    "میدان و میوه و انتها",
] * 40


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    known = Dictionary(levels={"کتاب": "3", "خانه": "3", "میدان": "2"}, present={"رود", "رویم"})
    monkeypatch.setattr(training.dictionary, "read", lambda lists: known)
    path = tmp_path / "text.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


def test_the_same_text_gives_the_same_file(text: Path, tmp_path: Path) -> None:
    first = training.run([text], tmp_path).read_bytes()
    assert training.run([text], tmp_path).read_bytes() == first


def test_the_command_makes_the_folder_of_the_model(text: Path, tmp_path: Path) -> None:
    made = tmp_path / "new" / "models"
    assert str(scores.train("spelling", [text], made).words).endswith("spelling.tsv.xz")
    assert load(made / "spelling.tsv.xz").look("میدان") == ()


def test_a_trained_model_reads_back_and_restores(text: Path, tmp_path: Path) -> None:
    model = load(training.run([text], tmp_path))
    assert model.look("میرود") == (2,)
    assert model.look("میدان") == ()


def test_tagged_tokens_become_sentences(tmp_path: Path) -> None:
    path = tmp_path / "tagged.txt"
    path.write_text("می رود|O\nاو|O\n\nخانه ها|O\n", encoding="utf-8")
    assert lines(path) == [f"می{ZWNJ}رود او", f"خانه{ZWNJ}ها"]


@pytest.mark.parametrize("content", [b"", "بدون نیم فاصله".encode(), b"\xff\xfe"])
def test_useless_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"bad\.txt"):
        lines(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="none"):
        lines(tmp_path / "none")


def test_what_a_sentence_says_is_held_back_from_it() -> None:
    sentences = [sentence(line) for line in LINES]
    learner = Learner(sentences, len(sentences), Dictionary())
    everywhere = learner.counts("میرود")[(2,)]
    assert learner.without(0).counts("میرود")[(2,)] < everywhere
    assert learner.without(0).usual("میرود") == frozenset({2})


def test_forms_split_and_join() -> None:
    assert split("می|رود", "|") == ("میرود", (2,))
    assert join("میرود", (2,), "|") == "می|رود"
    assert usual({(2,): 2, (): 3}) == frozenset()


def test_free_variants_follow_the_majority_and_homographs_do_not() -> None:
    text = [f"کتاب{ZWNJ}خانه می{ZWNJ}دانی حرفه{ZWNJ}ای"] * 4 + [f"کتابخانه میدانی حرف{ZWNJ}های"]
    sentences = [sentence(line) for line in text]
    known = Dictionary(levels={"حرفه": "3", "حرف": "3"})
    assert training.prevail(Learner(sentences, len(sentences), known)) == {"کتابخانه": (4,)}


def test_given_names_are_left_to_their_neighbours() -> None:
    sentences = [sentence(line) for line in [f"شخصی به{ZWNJ}نام او می{ZWNJ}رود"] * 40]
    settled = training.settle(Learner(sentences, len(sentences), Dictionary()))
    assert settled["میرود"] == (2,)
    assert "بهنام" not in settled


def test_word_lists_give_levels_compounds_and_verbs(tmp_path: Path) -> None:
    hunspell, counted = tmp_path / "words.dic", tmp_path / "words.csv"
    hunspell.write_text(f"3\nکتاب/x\nمی{ZWNJ}پلکد\nهم{ZWNJ}اندیشی/y\n", encoding="utf-8")
    counted.write_text(f"کتاب,5000000\nهم{ZWNJ}اندیشی,10\nپادکست\n", encoding="utf-8")
    found = Dictionary()
    for path in (hunspell, counted):
        for form, level in entries(path):
            found.add(form, SOURCES[path.suffix], level)
    assert found.levels == {"کتاب": "4", "پادکست": "h"}
    assert found.compounds == {"هماندیشی": {"l": (2,), "s": (2,)}}
    assert found.stems("پلکد") == "l"
