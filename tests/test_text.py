"""Tokens and sentences, and that every span cites the verbatim text."""

from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis.corpus import Article
from analysis.text import Text


def keys(words: str) -> list[str]:
    return [token.key for token in Text(Article("a", words)).tokens]


def test_digits_letters_and_marks_are_tokens_of_their_own() -> None:
    assert keys("WTDC-۲۵، ۲۷هزار ۱۴۰۴/۰۸") == [
        "wtdc",
        "-",
        "25",
        "،",
        "27",
        "هزار",
        "1404",
        "/",
        "08",
    ]


def test_keys_ignore_half_spaces_and_arabic_letters() -> None:
    assert keys("همكاري‌هاي") == keys("همکاریهای")


def test_spaced_tells_white_space_before_a_token() -> None:
    tokens = Text(Article("a", "از WTDC-۲۵ بود")).tokens
    assert [token.spaced for token in tokens] == [True, True, False, False, True]


def test_sentences_end_at_stops_and_lines_but_not_in_numbers() -> None:
    text = Text(Article("a", "نرخ ۳.۵ شد. «رفت.» آمد؟\nسطر دوم"))
    assert text.sentence == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3]


def test_an_abbreviation_of_one_letter_ends_no_sentence() -> None:
    assert set(Text(Article("a", "سال ۱۴۰۰ ه. ش. بود")).sentence) == {0}


def test_quotation_that_never_closes_is_a_defect() -> None:
    rows = Text(Article("a", "گفت: «سلام و رفت")).defects
    assert [(row["kind"], row["text"]) for row in rows] == [("unbalanced-quote", "«")]


@given(st.text())
def test_every_row_cites_the_verbatim_text(words: str) -> None:
    notes = analysis.annotate(Article("a", words, published="2025-11-16"))
    for name in ("defects", "dates", "numbers", "entities", "meetings", "timeline", "topics"):
        for row in notes.rows[name]:
            assert words[row["start"] : row["end"]] == row["text"]


def test_what_goes_on_without_an_end_is_cut_between_words() -> None:
    text = Text(Article("a", "۱۴۰۴/۰۸/۲۶ و " * 300))
    sizes = [text.sentence.count(number) for number in range(text.sentence[-1] + 1)]
    assert sum(sizes) == 1800
    assert all(400 <= size < 406 for size in sizes[:-1])
    cuts = [i for i in range(1, 1800) if text.sentence[i] != text.sentence[i - 1]]
    assert all(text.tokens[cut].spaced for cut in cuts)
