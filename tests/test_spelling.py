"""Half-spaces: what is restored, what is left alone, and that nothing else ever changes."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import growth
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evaluate.spelling import gaps, score
from analysis.spelling import ZWNJ, divided_words, missing_zwnj, restore_zwnj
from analysis.spelling.evidence import join
from analysis.spelling.names import given as given_names
from analysis.spelling.names import names

EXAMPLES = tomllib.loads(
    (Path(__file__).parent / "examples" / "spelling.toml").read_text(encoding="utf-8")
)
ARTICLE = Path(__file__).parents[1] / "corpus" / "articles" / "baku-wtdc25.txt"
PERSIAN = st.text(alphabet="ابتجدرزسشکگلمنوهیآ می\u200cها\n،.\u064e۲a", max_size=60)


def forms(kind: str) -> list[str]:
    return [entry["text"].replace("|", ZWNJ) for entry in EXAMPLES[kind]]


@pytest.mark.parametrize("text", forms("restored"))
def test_lost_half_spaces_come_back(text: str) -> None:
    assert restore_zwnj(text.replace(ZWNJ, "")) == text


@pytest.mark.parametrize("text", forms("untouched"))
def test_what_is_right_stays(text: str) -> None:
    assert restore_zwnj(text) == text


@given(PERSIAN | st.text())
def test_only_half_spaces_are_added(text: str) -> None:
    restored = restore_zwnj(text)
    assert restored.replace(ZWNJ, "") == text.replace(ZWNJ, "")
    assert len(restored) == len(text) + len(missing_zwnj(text))


@given(PERSIAN)
def test_restoring_twice_adds_nothing(text: str) -> None:
    restored = restore_zwnj(text)
    assert restore_zwnj(restored) == restored


@given(PERSIAN)
def test_words_with_half_spaces_are_left_alone(text: str) -> None:
    marked = {k for k, word in enumerate(text.split()) if ZWNJ in word.strip(ZWNJ)}
    for k, (before, after) in enumerate(zip(text.split(), restore_zwnj(text).split(), strict=True)):
        if k in marked and before.isalpha():
            assert before == after


def test_names_are_written_as_the_lists_write_them() -> None:
    wrong = {word: restore_zwnj(word) for word in names()}
    wrong = {word: form for word, form in wrong.items() if form != join(word, names()[word], ZWNJ)}
    assert set(wrong) <= {"بهروز", "بهنام"}


def test_no_given_name_is_cut_after_a_title() -> None:
    for name in sorted(given_names() & names().keys()):
        assert restore_zwnj(f"خانم {name}") == f"خانم {join(name, names()[name], ZWNJ)}"


def test_diacritics_keep_their_letters() -> None:
    assert restore_zwnj("مِیشود") == f"مِی{ZWNJ}شود"


def test_homographs_are_settled_by_their_neighbours() -> None:
    assert f"حرفه{ZWNJ}ای" in restore_zwnj("او ورزشکار حرفهای تیم ملی فوتبال است.")
    assert f"حرف{ZWNJ}های" in restore_zwnj("من به حرفهای او گوش دادم.")


@pytest.mark.parametrize(
    "sentence",
    [
        "در هیچ زمینه|ای، کوتاه نیامد.",
        "زمینه|ای برای کار یافتند.",
        "زمین|های کشاورزی را فروختند.",
        "نامه|ای نوشت و رفت.",
        "نام|های آنان را خواندند.",
    ],
)
def test_a_plural_wants_a_complement_and_an_indefinite_none(sentence: str) -> None:
    sentence = sentence.replace("|", ZWNJ)
    assert restore_zwnj(sentence.replace(ZWNJ, "")) == sentence


def test_the_other_policy_writes_every_plural_apart() -> None:
    assert restore_zwnj("آنها تنها بودند") == "آنها تنها بودند"
    assert restore_zwnj("آنها تنها بودند", policy="separate") == f"آن{ZWNJ}ها تنها بودند"


def test_divided_words_are_whole_words() -> None:
    assert divided_words("نمی روند") == [(0, 8, f"نمی{ZWNJ}روند")]
    assert divided_words("از می ناب") == []


def test_gaps_count_letters_without_half_spaces() -> None:
    assert gaps(f"می{ZWNJ}رود خانه{ZWNJ}ها") == {2, 10}
    assert gaps(f"پایان {ZWNJ}") == set()


def test_score_knows_hits_misses_and_wrong_places() -> None:
    found = score([f"می{ZWNJ}رود", f"مز{ZWNJ}خرف"])
    assert (found.hits, found.missed, found.wrong, found.damaged) == (1, 1, 0, 0)


@pytest.mark.parametrize("part", ["می", "ها ", "می ", ZWNJ])
def test_hostile_text_takes_linear_time(part: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = part * size
        return lambda: (restore_zwnj(text), divided_words(text))

    assert growth.ratio(prepare, 40_000) < 12


def test_first_call_is_quick_and_loads_no_heavy_package() -> None:
    code = (
        "import sys; from analysis.spelling import restore_zwnj; restore_zwnj('میشود');"
        "print([m for m in ('hazm', 'pandas', 'numpy', 'pycrfsuite') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
