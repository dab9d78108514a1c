"""The timeline: dated facts with a label, a kind and their evidence; contradictions side by side."""

import tomllib
from pathlib import Path
from typing import Any

import demo
import pandas as pd
import pytest

import analysis
from analysis import timeline
from analysis.corpus import Article
from analysis.lexicon import load
from analysis.tables import frame
from analysis.text import Text

FILE = Path(__file__).with_name("examples") / "timeline.toml"
EXAMPLES = tomllib.loads(FILE.read_text("utf-8"))["example"]


def facts(words: str) -> list[str]:
    rows = analysis.annotate(words, published="2025-11-16").rows["timeline"]
    return [
        f"{'~' if row['approximate'] else ''}{row['first']} {row['last']} {row['kind']} {row['what']}"
        for row in rows
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_examples(example: dict[str, Any]) -> None:
    assert facts(example["text"]) == example["facts"]


def test_works_without_entities_and_meetings() -> None:
    text = Text(Article("a", "پل تازه ۵ دی ۱۴۰۴ افتتاح می‌شود.", published="2025-11-16"))
    dates = analysis.annotate(text.article).rows["dates"]
    rows = timeline.find(text, dates, [], [])
    assert [row["what"] for row in rows] == ["پل تازه افتتاح می‌شود"]
    assert timeline.find(text, [], [], []) == []


def test_without_a_publication_date_nothing_is_dated_by_it() -> None:
    words = "وزیر امور خارجه در تماس تلفنی با همتای عمانی خود رایزنی کرد."
    assert analysis.annotate(words).rows["timeline"] == []


def test_evidence_is_the_whole_sentence() -> None:
    words = "باران آمد. پل تازه ۵ دی ۱۴۰۴ افتتاح می‌شود. هوا سرد است."
    (row,) = analysis.annotate(words, published="2025-11-16").rows["timeline"]
    assert row["text"] == "پل تازه ۵ دی ۱۴۰۴ افتتاح می‌شود."


def test_long_labels_are_shortened_in_the_middle() -> None:
    words = "طرح بزرگ " + "بسیار " * 30 + "مهم ۵ دی ۱۴۰۴ آغاز می‌شود."
    (row,) = analysis.annotate(words, published="2025-11-16").rows["timeline"]
    assert "…" in row["what"]
    assert len(row["what"].split()) == 12


def test_facts_are_in_order() -> None:
    for article in demo.articles(30):
        rows = analysis.annotate(article).rows["timeline"]
        assert [row["first"] for row in rows] == sorted(row["first"] for row in rows)


def test_kinds_are_those_of_the_schema() -> None:
    (kinds,) = (c.values for c in analysis.tables.SCHEMAS["timeline"] if c.name == "kind")
    assert {entry["kind"] for entry in load("timeline")} <= set(kinds)


def claims(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    columns = ("article", "what", "kind", "first", "last")
    shared = {"approximate": False, "rule": "meeting"}
    made = [dict(zip(columns, row, strict=True)) | shared for row in rows]
    return timeline.contradictions(frame("timeline", made))


def test_two_ends_of_one_conference_stand_side_by_side() -> None:
    table = claims(
        ("a", "کنفرانس", "conference", "2025-11-17", "2025-11-19"),
        ("b", "کنفرانس", "conference", "2025-11-17", "2025-11-28"),
        ("c", "کنفرانس", "conference", "2025-11-17", "2025-11-28"),
    )
    assert table.values.tolist() == [
        ["کنفرانس", "conference", "a", "2025-11-17", "2025-11-19", "b", "2025-11-17", "2025-11-28"]
    ]


@pytest.mark.parametrize(
    "other",
    [
        ("b", "کنفرانس", "conference", "2025-11-17", "2025-11-19"),
        ("b", "کنفرانس", "conference", "2025-01-01", "2025-12-31"),
        ("b", "کنفرانس", "conference", "2025-10-23", "2025-11-21"),
        ("b", "کنفرانس", "conference", "2026-05-01", "2026-05-04"),
        ("b", "همایش", "conference", "2025-11-17", "2025-11-28"),
    ],
    ids=["same", "in that year", "in that Jalali month", "another time", "another name"],
)
def test_what_is_no_contradiction(other: tuple[str, str, str, str, str]) -> None:
    assert claims(("a", "کنفرانس", "conference", "2025-11-17", "2025-11-19"), other).empty


def test_contradiction_between_two_articles() -> None:
    told = "کنفرانس جهانی توسعه ارتباطات ۲۰۲۵ از ۲۶ تا {} ۱۴۰۴ در باکو برگزار می‌شود."
    tables = analysis.annotate_corpus(
        [
            Article("a", told.format("۲۸ آبان"), published="2025-11-16"),
            Article("b", told.replace("۲۶", "۲۶ آبان").format("۷ آذر"), published="2025-11-16"),
        ]
    )
    table = tables["contradictions"]
    assert table[["article", "last", "other", "other_last"]].values.tolist() == [
        ["a", "2025-11-19", "b", "2025-11-28"]
    ]


def test_a_code_and_its_name_are_one_conference() -> None:
    tables = analysis.annotate_corpus(
        [
            Article("a", "کنفرانس WTDC-۲۵ از ۲۶ تا ۲۸ آبان ۱۴۰۴ برگزار میشود."),
            Article(
                "b", "کنفرانس جهانی توسعه ارتباطات راه دور ۲۰۲۵ از ۱۷ تا ۲۸ نوامبر ۲۰۲۵ برپاست."
            ),
        ]
    )
    assert tables["contradictions"]["other_last"].tolist() == ["2025-11-28"]


def test_a_visit_on_neighbouring_days_in_two_articles() -> None:
    first = ("a", "سفر وزیر", "visit", "2025-11-26", "2025-11-26")
    assert len(claims(first, ("b", "سفر وزیر", "visit", "2025-11-27", "2025-11-27"))) == 1
    assert claims(first, ("a", "سفر وزیر", "visit", "2025-11-27", "2025-11-27")).empty
    assert claims(first, ("b", "سفر وزیر", "visit", "2025-12-01", "2025-12-02")).empty


def test_a_week_that_holds_the_day_is_no_contradiction() -> None:
    week = ("a", "سفر وزیر", "visit", "2025-11-15", "2025-11-21")
    assert claims(week, ("b", "سفر وزیر", "visit", "2025-11-17", "2025-11-17")).empty
    assert len(claims(week, ("b", "سفر وزیر", "visit", "2025-11-17", "2025-11-24"))) == 1


def test_clauses_that_only_sound_alike_are_no_contradiction() -> None:
    assert analysis.annotate_corpus(demo.articles(200))["contradictions"].empty


def test_none_of_nothing() -> None:
    assert analysis.annotate_corpus([])["contradictions"].empty
