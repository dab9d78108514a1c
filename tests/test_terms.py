"""Terms proposed by the texts: lemmas, no function words, no fragments; C-value; keyness."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis import keyness, terms
from analysis.corpus import Article
from analysis.lexicon import load
from analysis.tables import frame
from analysis.text import Text


def found(*texts: str) -> pd.DataFrame:
    rows = [
        row
        for number, words in enumerate(texts)
        for row in terms.candidates(Text(Article(f"a{number}", words)))
    ]
    return frame("candidates", rows)


def proposed(*texts: str) -> list[str]:
    return terms.propose(found(*texts))["term"].tolist()


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("مهارت‌های", "مهارت"),
        ("مهارتهای", "مهارت"),
        ("سیاست‌هایشان", "سیاست"),
        ("اجرای", "اجرا"),
        ("نیروی", "نیرو"),
        ("معنوی", "معنوی"),
        ("تنها", "تنها"),
        ("منطقه‌ای", "منطقهای"),
        ("رئیس", "رییس"),
        ("رییس", "رییس"),
    ],
)
def test_lemmas(word: str, lemma: str) -> None:
    assert terms.lemma(word) == lemma


def test_inflected_forms_are_one_term() -> None:
    table = terms.propose(
        found("شبکه عصبی خوب است.", "شبکه‌های عصبی را دیدیم.", "از شبکه عصبی گفت.")
    )
    assert table[["term", "lemma", "words", "count", "articles"]].values.tolist() == [
        ["شبکه عصبی", "شبکه عصبی", 2, 3, 3]
    ]


def test_fragments_of_a_longer_term_are_left_out() -> None:
    text = "مجلس شورای اسلامی طرحی داد."
    assert proposed(text, text.replace("طرحی", "پاسخی"), text.replace("طرحی", "رأیی")) == [
        "مجلس شورای اسلامی"
    ]


def test_a_term_that_also_stands_alone_stays() -> None:
    assert proposed(
        "سهم بازار سرمایه کم شد.",
        "به بازار سرمایه آمدند.",
        "از بازار سرمایه گفت.",
        "در بازار سرمایه ایران بود.",
        "با بازار سرمایه ایران بود.",
    ) == ["بازار سرمایه ایران", "بازار سرمایه"]


@pytest.mark.parametrize(
    "text",
    [
        "او از این و آن گفت.",
        "وی افزود: باید تلاش کنیم.",
        "برای اجرای این طرح لازم است.",
        "۲۵ نفر از ۳۰ نفر آمدند.",
        "در حوزه و عرصه بود.",
    ],
)
def test_function_words_and_verbs_make_no_term(text: str) -> None:
    assert proposed(text, text, text) == []


def test_the_noun_of_a_compound_verb_is_no_term() -> None:
    assert proposed(*["بازار سرمایه رشد کرد."] * 3) == ["بازار سرمایه"]


def test_phrases_do_not_cross_marks_or_sentences() -> None:
    assert proposed(*["شبکه، عصبی. شبکه\nعصبی"] * 3) == []


def test_names_and_dates_are_no_terms() -> None:
    words = "خبرگزاری صدا و سیما در تهران بود."
    text = Text(Article("a", words))
    named = analysis.annotate(text.article).rows["entities"]
    assert [row["term"] for row in terms.candidates(text, named)] == []


def test_c_value_by_hand() -> None:
    assert terms.c_value(2, 10, []) == 10.0
    assert terms.c_value(4, 5, []) == 10.0
    assert terms.c_value(2, 10, [4, 2]) == 7.0
    assert terms.c_value(2, 10, [9]) == 0.0


def test_the_articles_own_terms(article: analysis.Article) -> None:
    table = analysis.annotate_corpus([article])["terms"]
    assert table["term"].tolist() == [
        "برنامه راهبردی",
        "دیپلماسی فناوری",
        "امنیت سایبری",
        "همکاری‌های بین‌المللی",
    ]
    assert table["topic"].tolist() == [
        pd.NA,
        "technology-diplomacy",
        "cybersecurity",
        "international-cooperation",
    ]


def test_works_without_the_word_list_of_hazm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "find_spec", lambda name: None)
    caches = (terms.words, terms.lemma, terms._noun)
    for cache in caches:
        cache.cache_clear()
    try:
        assert terms.lemma("مهارت‌های") == "مهارت"
        assert proposed(*["شبکه‌های عصبی"] * 2) == ["شبکه‌های عصبی"]
    finally:
        for cache in caches:
            cache.cache_clear()


def test_stop_words_are_listed_once_each() -> None:
    for entry in load("stop-words"):
        assert set(entry) == {"kind", "class", "source", "words"}
        assert entry["kind"] in {"function", "edge", "adjective", "light-verb"}
        assert len(set(entry["words"])) == len(entry["words"])


@settings(deadline=None)
@given(st.text(alphabet="ابپتک هاییو\u200c.،۱۲\n"))
def test_candidates_count_what_is_there(words: str) -> None:
    for row in terms.candidates(Text(Article("a", words))):
        assert row["count"] >= max(row["begun"], row["ended"]) >= 0
        assert row["words"] == len(row["lemma"].split(" "))


def counts(rows: Iterable[tuple[str, str, int]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["value", "feature", "count"])


def test_keyness_by_hand() -> None:
    table = keyness.keyness(
        counts([("a", "x", 30), ("a", "y", 70), ("b", "x", 10), ("b", "y", 90)]), prior=20
    )
    row = table[(table["value"] == "a") & (table["feature"] == "x")].iloc[0]
    expected = np.log(34 / 86) - np.log(14 / 106)
    assert row["log_odds"] == pytest.approx(expected)
    assert row["deviation"] == pytest.approx(np.sqrt(1 / 34 + 1 / 14))
    assert row["z"] == pytest.approx(expected / np.sqrt(1 / 34 + 1 / 14))
    assert row["rest"] == 10


def test_keyness_is_symmetric_between_two_groups() -> None:
    table = keyness.keyness(counts([("a", "x", 9), ("a", "y", 4), ("b", "x", 2), ("b", "y", 7)]))
    odds = table.set_index(["value", "feature"])["log_odds"]
    assert odds["a", "x"] == pytest.approx(-odds["b", "x"])


def test_one_group_has_nothing_to_compare_with() -> None:
    assert keyness.keyness(counts([("a", "x", 9)])).empty


def test_what_sets_publishers_apart() -> None:
    sport = [
        Article(f"s{n}", "تیم فوتبال پیروز شد و مدال گرفت.", publisher="ورزشی") for n in range(9)
    ]
    money = [Article(f"m{n}", "بانک سود سپرده را بالا برد.", publisher="مالی") for n in range(9)]
    other = [Article("n", "بانک و تیم فوتبال")]
    texts = [Text(article) for article in [*sport, *money, *other]]
    table = keyness.compare(
        frame("candidates", [row for text in texts for row in terms.candidates(text)]),
        frame(
            "articles", [{"article": t.article.id, "publisher": t.article.publisher} for t in texts]
        ),
    )
    assert set(table["value"]) == {"ورزشی", "مالی"}
    assert "فوتبال" in set(table.loc[table["value"] == "ورزشی", "term"])
    assert "بانک" in set(table.loc[table["value"] == "مالی", "term"])
    assert (table["z"] >= keyness.SURE).all()
