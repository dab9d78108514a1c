"""Entities in sentences written for the purpose: what is found, what is not, and links."""

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import dates, entities, numbers
from analysis.corpus import Article
from analysis.entities.mentions import Mention, resolve
from analysis.text import Row, Text

EXAMPLES = Path(__file__).parent / "examples"


def find(words: str) -> list[Row]:
    text = Text(Article("test", words))
    found = dates.find(text)
    return entities.find(text, found, numbers.find(text, found))


def countries(words: str) -> set[str]:
    return {row["iso3"] for row in find(words) if row["label"] == "COUNTRY"}


def sentences() -> list[tuple[str, set[str]]]:
    rows = csv.DictReader((EXAMPLES / "countries.csv").read_text("utf-8").splitlines())
    return [(row["text"], set(row["iso3"].split())) for row in rows]


@pytest.mark.parametrize(("words", "codes"), sentences())
def test_countries_and_their_namesakes(words: str, codes: set[str]) -> None:
    assert countries(words) == codes


@pytest.mark.parametrize(("words", "codes"), sentences())
def test_countries_without_half_spaces(words: str, codes: set[str]) -> None:
    assert countries(words.replace("\u200c", "")) == codes
    assert countries(words.replace("\u200c", " ")) == codes


def examples() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((EXAMPLES / "entities.toml").read_text("utf-8"))[
        "example"
    ]
    return found


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["text"][:30])
def test_examples(example: dict[str, Any]) -> None:
    rows = [row for row in find(example["text"]) if row["source"] != "model"]
    assert [f"{row['label']} {row['text']}" for row in rows] == example["found"]
    assert [row["iso3"] or "" for row in rows] == example["iso3"]
    for group in example.get("links", []):
        assert len({rows[index]["entity"] for index in group}) == 1


def test_a_person_holds_the_role_found_in_apposition() -> None:
    rows = find("عباس عراقچی، وزیر امور خارجه عراق، آمد.")
    assert {(row["role"], row["iso3"]) for row in rows[:2]} == {("وزیر امور خارجه عراق", "IRQ")}


def test_the_home_country_is_the_articles_own() -> None:
    text = Text(Article("test", "وزیر دفاع سخن گفت.", country="AFG"))
    assert [row["iso3"] for row in entities.find(text, [], [])] == ["AFG"]


words = st.text(
    st.sampled_from("وزیر خارجه ایران چین، «»()ITU-۲۵ \u200c\n.آقای سید هاشمی"), max_size=60
)


@given(st.text() | words)
@settings(deadline=None)
def test_spans_are_verbatim(written: str) -> None:
    for row in find(written):
        assert written[row["start"] : row["end"]] == row["text"]


def mention(first: int, last: int, label: str, **values: Any) -> Mention:
    return Mention(first, last, label, label, label, "test", **values)


def test_the_one_rule_for_overlaps() -> None:
    user = mention(1, 2, "PERSON", rank=0)
    listed = mention(0, 3, "ORGANISATION", rank=1)
    model = mention(3, 5, "PERSON", rank=2)
    guess = mention(4, 6, "PERSON", rank=3)
    assert resolve([guess, model, listed, user]) == [user, model]
    assert resolve([guess, listed]) == [listed, guess]
