"""Numbers: examples with every column, spans, units against pint, word lists, speed."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import growth
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis import dates, numbers
from analysis.corpus import Article
from analysis.evaluate import numbers as evaluation
from analysis.lexicon import compact, load
from analysis.numbers import ranges, refusals
from analysis.text import Text

EXAMPLES = Path(__file__).parent / "examples" / "numbers.toml"
COLUMNS = evaluation.COLUMNS


def read(content: str, **options: bool) -> list[dict[str, Any]]:
    text = Text(Article("a", content))
    return numbers.find(text, dates.find(text), **options)


def examples() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(EXAMPLES.read_text("utf-8"))["example"]
    return found


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["text"])
def test_example(example: dict[str, Any]) -> None:
    def shown(row: dict[str, Any]) -> dict[str, Any]:
        kept = {name: row.get(name) for name in ("text", *COLUMNS)}
        return {
            name: float(value) if name in ("value", "low", "high") else value
            for name, value in kept.items()
            if value is not None
        }

    assert [shown(row) for row in read(example["text"])] == [
        shown(row) for row in example.get("rows", [])
    ]


def test_article(notes: analysis.Notes) -> None:
    rows = notes.numbers[["text", "kind", "value", "modifier", "counted"]]
    assert rows.astype(object).where(rows.notna(), None).values.tolist() == [
        ["۱۵۰۰", "cardinal", 1500, "more_than", "نماینده"],
        ["۱۵۰", "cardinal", 150, "about", "کشور"],
        ["چندین", "vague", None, None, "نشست دوجانبه"],
        ["برخی", "vague", None, None, "کشورها"],
    ]


def test_one_before_a_noun_can_be_kept() -> None:
    assert read("یک مقام آمد") == []
    assert [row["value"] for row in read("یک مقام آمد", one_is_article=False)] == [1]


def test_both_values_of_toman_are_told() -> None:
    (row,) = read("۵ میلیون تومان")
    assert (row["value"], row["unit"]) == (5000000, "toman")
    assert (row["value_base"], row["unit_base"], row["currency"]) == (50000000, "rial", "IRR")


def test_bounds_in_base_units() -> None:
    (row,) = read("۲ تا ۳ کیلومتر")
    assert (row["low_base"], row["high_base"], row["unit_base"]) == (2000, 3000, "meter")


def test_a_difference_in_degrees_has_no_offset() -> None:
    rows = read("دما ۵ درجه پایین‌تر از دیروز است و فردا به ۴ درجه می‌رسد.")
    assert [float(row["value_base"]) for row in rows] == [5, 277.15]


@cache
def units_of_pint() -> pint.UnitRegistry:
    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


@pytest.mark.parametrize("entry", [e for e in load("units") if e["pint"]], ids=lambda e: e["unit"])
def test_factors_agree_with_pint(entry: dict[str, str]) -> None:
    registry = units_of_pint()
    base = {"square_meter": "meter**2", "cubic_meter": "meter**3", "one": ""}.get(entry["base"])
    unit, to = registry.Unit(entry["pint"]), base if base is not None else entry["base"]
    step = registry.Quantity(1, unit).to(to) - registry.Quantity(0, unit).to(to)
    assert step.magnitude == pytest.approx(float(entry["factor"]), rel=1e-6)


def test_no_unit_word_has_two_units() -> None:
    for name, key in (("units", "words"), ("currencies", "words")):
        words = [
            compact(word) for e in load(name) for word in e[key].split("|") if not word.isascii()
        ]
        assert len(words) == len(set(words)), name
    units = {compact(word) for e in load("units") for word in e["words"].split("|")}
    money = {compact(word) for e in load("currencies") for word in e["words"].split("|")}
    assert not units & money


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("hedges", ("phrase", "position")),
        ("vague-quantities", ("phrase",)),
        ("names-with-numbers", ("phrase",)),
        ("number-labels", ("word",)),
        ("noun-phrase-ends", ("word",)),
        ("plural-exceptions", ("word",)),
        ("tonne-context", ("word",)),
        ("classifiers", ("word",)),
        ("complement-heads", ("word",)),
        ("measured-nouns", ("word",)),
        ("quantity-heads", ("word",)),
        ("title-words", ("word",)),
        ("verb-stems", ("stem", "tense")),
    ],
)
def test_no_word_stands_twice(name: str, columns: tuple[str, ...]) -> None:
    entries = load(name)
    keys = [tuple(compact(entry[column]) for column in columns) for entry in entries]
    assert sorted(keys) == sorted(set(keys))
    assert all(entry["source"] for entry in entries)


def test_rules_have_unique_names() -> None:
    names = [name for name, _ in refusals.RULES] + [rule.__name__ for rule in ranges.RULES]
    assert len(names) == len(set(names))


@given(
    st.text(max_size=200) | st.text(alphabet="۰۱۲3 .,/-٪$تادرصدوهزیکنفمیلونبش\u200c()", max_size=80)
)
def test_spans_cite_the_article(content: str) -> None:
    for row in read(content):
        assert content[row["start"] : row["end"]] == row["text"]
        assert row["rule"]


@pytest.mark.parametrize(
    "part", ["۱ تا ", "۲ و ", "ده‌ها ", "دو سه ", "۵ درصد و ", "۱-", "حدود ۵ تن از ", "چند "]
)
def test_time_is_linear_in_repetitions(part: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = Text(Article("a", part * size))
        return lambda: numbers.find(text, [])

    assert growth.ratio(prepare, 4000) < 12


def test_evaluation_reads_both_forms(tmp_path: Path) -> None:
    data = tmp_path / "a.json"
    data.write_text('[{"input": "۵ نفر", "output": [{"span": [0, 1], "value": 5.0}]}]', "utf-8")
    assert "1 of 1" in evaluation.run([data], False)
    assert f"{len(examples())} of {len(examples())}" in evaluation.run([EXAMPLES], True)
    data.write_text('["no record"]', "utf-8")
    with pytest.raises(analysis.corpus.BadInput, match="no examples"):
        evaluation.run([data], False)
