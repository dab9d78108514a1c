"""Repair steps: each finds its damage, leaves the rest alone, and keeps the alignment."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus import Article
from analysis.repair import STEPS, Edit, apply
from analysis.spelling import ZWNJ
from analysis.text import Text

EXAMPLES = tomllib.loads(
    (Path(__file__).parent / "examples" / "repair.toml").read_text(encoding="utf-8")
)
DAMAGED = st.text(alphabet="ابكيۀمیه ـ،.:«»()۱2٣\u200c\u200f\u00ac\n", max_size=40)


def repaired(text: str) -> tuple[str, list[int], list[Edit]]:
    working, origin, found = text, list(range(len(text))), []
    for step in STEPS.values():
        edits = step(working)
        found += edits
        working, origin = apply(working, origin, edits)
    return working, origin, found


@pytest.mark.parametrize("case", EXAMPLES["repaired"], ids=lambda case: case["text"])
def test_damage_is_repaired_and_named(case: dict[str, Any]) -> None:
    working, _, edits = repaired(case["text"].replace("|", ZWNJ))
    assert working == case["becomes"].replace("|", ZWNJ)
    assert [edit.kind for edit in edits] == case["kinds"]


@pytest.mark.parametrize("case", EXAMPLES["intact"], ids=lambda case: case["text"])
def test_what_is_right_is_left_alone(case: dict[str, Any]) -> None:
    text = case["text"].replace("|", ZWNJ)
    assert repaired(text)[0] == text


@given(DAMAGED)
def test_alignment_stays_in_order_and_in_the_text(text: str) -> None:
    working, origin, _ = repaired(text)
    assert len(working) == len(origin)
    assert origin == sorted(origin)
    assert all(0 <= place < len(text) for place in origin)


@given(DAMAGED)
def test_letters_stay_where_they_were(text: str) -> None:
    working, origin, _ = repaired(text)
    for character, place in zip(working, origin, strict=True):
        if character in "ابم۱\n":
            assert text[place] in {character, "1"}


@given(DAMAGED)
def test_lines_stay(text: str) -> None:
    assert repaired(text)[0].count("\n") == text.count("\n")


@given(DAMAGED)
def test_each_step_gives_ordered_edits_that_change_something(text: str) -> None:
    for step in STEPS.values():
        done = 0
        for start, end, new, _ in step(text):
            assert done <= start <= end <= len(text)
            assert text[start:end] != new
            done = end


def test_each_repair_is_a_row_of_the_defects_table() -> None:
    rows = Text(Article("a", "همكاري هاي تهران،باکو")).defects
    assert {row["kind"] for row in rows} == {"arabic-letter", "space-for-zwnj", "missing-space"}
    word = next(row for row in rows if row["kind"] == "space-for-zwnj")
    assert (word["text"], word["suggestion"]) == ("همكاري هاي", f"همکاری{ZWNJ}های")


def test_each_step_can_be_switched_off() -> None:
    text = Text(Article("a", "همكاري هاي ما"), steps=["arabic-letter"])
    assert [token.text for token in text.tokens] == ["همکاری", "های", "ما"]
