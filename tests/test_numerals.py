"""Numerals: where they stand, what they are worth, and what they leave alone."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import growth
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import numerals
from analysis.lexicon import compact, load
from analysis.text import tokenize

VALUES = {
    "صفر": 0,
    "چهل‌ویک": 41,
    "یکصد و بیست و پنج": 125,
    "شیش": 6,
    "هیفده": 17,
    "پونصد": 500,
    "هزار و سیصد و پنجاه و هفت": 1357,
    "چهار هزار و دویست": 4200,
    "۱٬۵۰۰": 1500,
    "۱،۵۰۰": 1500,
    "1,500": 1500,
    "۱.۵۰۰.۰۰۰": 1500000,
    "۳.۵": Decimal("3.5"),
    "۳٫۵": Decimal("3.5"),
    "١٢٬٣٤٥٫٦٧": Decimal("12345.67"),
    "۲۷هزار": 27000,
    "۱۲ هزار و ۳۴۵": 12345,
    "دوهزار و ۳۰۰": 2300,
    "۳/۵ میلیون": 3500000,
    "سه و نیم میلیارد": 3500000000,
    "یک میلیون و نیم": 1500000,
    "نیم میلیون": 500000,
    "هفت و نیم": Decimal("7.5"),
    "سه ممیز پنج": Decimal("3.5"),
    "چهار و هشت دهم": Decimal("4.8"),
    "۷ هزار و ۵۰۰ میلیارد": 7500 * 10**9,
    "۳۰ هزار میلیارد": 30 * 10**12,
    "یک تریلیون و دویست میلیارد": 1200 * 10**9,
    "یک کوادریلیون": 10**15,
    "۸۰ میلیونی": 80000000,
}
KINDS = {
    "بیست و دوم": (22, "ordinal"),
    "بیست‌وسومین": (23, "ordinal"),
    "سی‌ام": (30, "ordinal"),
    "سی‌امین": (30, "ordinal"),
    "۲۳اُم": (23, "ordinal"),
    "۲۳م": (23, "ordinal"),
    "۲۳مین": (23, "ordinal"),
    "نخستین": (1, "ordinal"),
    "۱۰ میلیاردمین": (10**10, "ordinal"),
    "دو سوم": (Fraction(2, 3), "fraction"),
    "یک‌سوم": (Fraction(1, 3), "fraction"),
    "سه‌چهارم": (Fraction(3, 4), "fraction"),
    "۵ صدم": (Fraction(1, 20), "fraction"),
    "نیم": (Fraction(1, 2), "fraction"),
    "سه ربع": (Fraction(3, 4), "fraction"),
    "۳/۵": (Decimal("3.5"), "slash"),
}
SEPARATE = {
    "۲۶ آبان ۱۴۰۴": [26, 1404],
    "۱۴۰۴/۰۸/۲۶": [1404, 8, 26],
    "1404-8-26": [1404, 8, 26],
    "۱۱ و ۱۲ و ۱۳ جولای": [11, 12, 13],
    "بیست و دوم بهمن هزار و سیصد و پنجاه و هفت": [22, 1357],
    "۱۳۹۵،۱۳۹۷و ۱۳۹۹": [1395, 1397, 1399],
    "بین ۲۰ و ۳۰ هزار": [20, 30000],
    "۲۰ هزار و ۳۰ هزار": [20000, 30000],
    "دو سه نفر": [2, 3],
    "۱۰ تا ۱۵ میلیون": [10, 15000000],
    "۲۰۲۵م": [2025],
    "سه ساعت و نیم": [3, Decimal("0.5")],
}
NONE = ["صدا و سیما", "سهم", "دیدار", "یکشنبه و سه‌شنبه", "دوچرخه", "چهارراه", "بیستون", "یکدیگر"]


def read(words: str) -> list[numerals.Numeral]:
    return numerals.find(tokenize(words, list(range(len(words))))[0])


@pytest.mark.parametrize(("words", "value"), VALUES.items())
def test_value(words: str, value: int | Decimal) -> None:
    only = read(f"از {words} گفت")
    assert [(n.value, n.kind) for n in only] == [(value, "cardinal")]


@pytest.mark.parametrize(("words", "expected"), KINDS.items())
def test_kind(words: str, expected: tuple[int, str]) -> None:
    (only,) = read(f"از {words} گفت")
    assert only.kind == expected[1]
    assert float(only.value) == pytest.approx(float(expected[0]))


@pytest.mark.parametrize(("words", "values"), SEPARATE.items())
def test_what_stays_separate(words: str, values: list[int]) -> None:
    assert [n.value for n in read(words)] == values


@pytest.mark.parametrize("words", NONE)
def test_no_numeral(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("word", "value", "tail"),
    [("سه‌ساله", 3, "ساله"), ("دوهفته‌ای", 2, "هفتهای"), ("دوبرابر", 2, "برابر")],
)
def test_glued_unit(word: str, value: int, tail: str) -> None:
    (only,) = read(word)
    assert (only.value, only.tail) == (value, tail)


def test_a_word_with_another_meaning_is_doubtful() -> None:
    assert [n.doubtful for n in read("نه ، نه هزار")] == [True, False]


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_words_and_numbers_agree(number: int) -> None:
    assert numerals.parse(numerals.to_words(number)) == number


@pytest.mark.parametrize("scale", [10**3, 10**6, 10**9, 10**12, 10**15])
@pytest.mark.parametrize("rest", [-1, 0, 1, 200])
def test_scale_words_with_a_remainder(scale: int, rest: int) -> None:
    assert numerals.parse(numerals.to_words(scale + rest)) == scale + rest


@pytest.mark.parametrize("words", ["", "سلام", "۵ نفر", "۵ ۶", "سه‌ساله"])
def test_parse_refuses_other_text(words: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        numerals.parse(words)


def test_no_word_stands_for_two_values() -> None:
    for name, column in (("numerals", "word"), ("numeral-tails", "tail")):
        entries = load(name)
        assert len({compact(entry[column]) for entry in entries}) == len(entries)
        assert all(entry["source"] for entry in entries)


@pytest.mark.parametrize("part", ["هزار و ", "1.", "۱٬", "سی", "۱ ممیز ", "۱ و ", "نه", "و نیم "])
def test_time_is_linear_in_repetitions(part: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        tokens = tokenize(part * size, list(range(size * len(part))))[0]
        return lambda: numerals.find(tokens)

    assert growth.ratio(prepare, 8000) < 12


@given(st.text(alphabet="۰۱۲۳1.,/٬ وهزارسیدکبتمنیلص\u200c", max_size=60))
def test_numerals_never_overlap(words: str) -> None:
    found = read(words)
    assert all(a.last <= b.first for a, b in pairwise(found))
    assert all(n.first < n.last for n in found)
