"""Topics: examples, the word lists, counts, and texts that mean no good."""

import itertools
import tomllib
from collections import defaultdict
from pathlib import Path

import demo
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis import topics
from analysis.corpus import Article
from analysis.lexicon import load
from analysis.text import Text
from analysis.topics import counts
from analysis.topics.vocabulary import surfaces, units, vocabulary

FILE = Path(__file__).with_name("examples") / "topics.toml"
EXAMPLES = tomllib.loads(FILE.read_text("utf-8"))["example"]


def hits(words: str) -> list[str]:
    rows = topics.find(Text(Article("a", words)))
    return [f"{row['topic']}: {row['text']}" for row in rows]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_examples(example: dict[str, list[str]]) -> None:
    assert hits(str(example["text"])) == example["hits"]


def test_a_persons_name_is_no_term_but_a_poet_is() -> None:
    words = "فاطمه مهاجرانی و محمد کشاورز درباره مهاجرت سخن گفتند. کشاورز گندم آورد."
    found = analysis.annotate(words).topics
    assert found["text"].tolist() == ["مهاجرت", "گندم"]
    poet = analysis.annotate("شعر فردوسی را خواندند.").topics
    assert "فردوسی" in set(poet["text"])


def test_topics_are_complete_and_unique() -> None:
    entries = load("topics")
    known = {"topic", "group", "fa", "en", "source", "terms", "exact", "context", "decoys"}
    for entry in entries:
        assert known >= set(entry) >= {"topic", "group", "fa", "en", "source", "terms"}
    for name in ("topic", "fa", "en"):
        assert len({entry[name] for entry in entries}) == len(entries)


def test_no_surface_shows_two_topics_unless_it_asks_for_context() -> None:
    terms = defaultdict(list)
    for entry in load("topics"):
        for term, surface in surfaces(entry):
            terms["".join(units(surface))].append(term)
    clashes = [
        shown for shown in terms.values() if len(shown) > 1 and not all(t.context for t in shown)
    ]
    assert clashes == []


def test_no_decoy_is_a_term() -> None:
    decoys = {
        "".join(units(surface))
        for entry in load("topics")
        for decoy in entry.get("decoys", ())
        for surface in decoy.split("|")
    }
    assert not [decoy for decoy in decoys if vocabulary().values[decoy]]


def test_labels_in_both_languages() -> None:
    assert topics.label("artificial-intelligence") == "هوش مصنوعی"
    assert topics.label("artificial-intelligence", "en") == "Artificial intelligence"
    assert topics.label("no-such-topic") == "no-such-topic"


def test_each_demonstration_article_has_a_topic() -> None:
    assert all(topics.find(Text(article)) for article in demo.articles(40))


@given(
    st.lists(st.sampled_from([*sorted(vocabulary().prefixes), "،", "ها", "ی", "\n"]), max_size=12)
)
def test_hits_are_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    rows = topics.find(Text(Article("a", text)))
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert all(one["end"] <= two["start"] for one, two in itertools.pairwise(rows))


def two_articles() -> dict[str, pd.DataFrame]:
    return analysis.annotate_corpus(
        [
            Article("a", "تورم کم شد. تورم و بورس", publisher="الف", published="2025-11-16"),
            Article("b", "بورس سبز شد.", publisher="ب", published="2025-12"),
        ]
    )


def test_frequencies_by_article_publisher_and_month() -> None:
    table = two_articles()["frequencies"]
    rows = {
        (by, value, topic): (count, sentences, articles)
        for by, value, topic, count, _, sentences, articles in table.itertuples(index=False)
    }
    assert rows == {
        ("corpus", "all", "inflation"): (2, 2, 1),
        ("corpus", "all", "stock-market"): (2, 2, 2),
        ("article", "a", "inflation"): (2, 2, 1),
        ("article", "a", "stock-market"): (1, 1, 1),
        ("article", "b", "stock-market"): (1, 1, 1),
        ("publisher", "الف", "inflation"): (2, 2, 1),
        ("publisher", "الف", "stock-market"): (1, 1, 1),
        ("publisher", "ب", "stock-market"): (1, 1, 1),
        ("month", "2025-11", "inflation"): (2, 2, 1),
        ("month", "2025-11", "stock-market"): (1, 1, 1),
        ("month", "2025-12", "stock-market"): (1, 1, 1),
        ("jalali_month", "1404-08", "inflation"): (2, 2, 1),
        ("jalali_month", "1404-08", "stock-market"): (1, 1, 1),
    }


def test_frequencies_are_relative_to_all_words() -> None:
    table = two_articles()["frequencies"].set_index(["by", "value", "topic"])
    assert table.loc[("corpus", "all", "inflation"), "per_thousand_words"] == round(2000 / 9, 4)


def test_copies_can_be_left_out() -> None:
    tables = two_articles()
    table = topics.frequencies(tables["topics"], tables["articles"], without={"b"})
    assert set(table["value"]) == {"all", "a", "الف", "2025-11", "1404-08"}


def test_cooccurrence_within_sentences_and_articles() -> None:
    table = two_articles()["cooccurrence"]
    assert table.drop(columns="npmi").values.tolist() == [
        ["sentence", "inflation", "stock-market", 2, 2, 1, 3],
        ["article", "inflation", "stock-market", 1, 2, 1, 2],
    ]
    assert table["npmi"].tolist() == [counts.npmi(1, 2, 2, 3), 0.0]


def test_no_articles_no_counts() -> None:
    tables = analysis.annotate_corpus([])
    assert tables["frequencies"].empty
    assert tables["cooccurrence"].empty
