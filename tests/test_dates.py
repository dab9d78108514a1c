"""Dates: the article's rows, examples with every column, what a row promises, lexicons, speed."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import growth
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis import dates
from analysis.calendars import parse_edtf
from analysis.corpus import Article
from analysis.dates.reading import entries
from analysis.dates.rules import RULES
from analysis.lexicon import compact, load
from analysis.text import Text

EXAMPLES = Path(__file__).parent / "examples" / "dates.toml"
COLUMNS = (
    "text",
    "type",
    "calendar",
    "grain",
    "first",
    "last",
    "jalali_first",
    "jalali_last",
    "edtf",
)


def read(content: str, published: str | None = "2025-11-16") -> list[dict[str, Any]]:
    return dates.find(Text(Article("a", content, published=published)))


def test_the_articles_dates(notes: analysis.Notes) -> None:
    rows = [tuple(row.get(name) for name in COLUMNS) for row in notes.rows["dates"]]
    year = ("2025-01-01", "2025-12-31", "1403-10-12", "1404-10-10", "2025")
    days = ("2025-11-17", "2025-11-19", "1404-08-26", "1404-08-28", "2025-11-17/2025-11-19")
    years = ("2026-01-01", "2029-12-31", "1404-10-11", "1408-10-11", "2026/2029")
    assert rows == [
        ("۲۰۲۵", "DATE", "gregorian", "year", *year),
        ("۲۶ تا ۲۸ آبان ۱۴۰۴", "DATE", "jalali", "day", *days),
        ("سالهای ۲۰۲۶ تا ۲۰۲۹", "DATE", "gregorian", "year", *years),
    ]
    assert {row["anchor"] for row in notes.rows["dates"]} == {"explicit"}


class Example(NamedTuple):
    """A text with its day of publication and the rows it must give, as lines of the file."""

    text: str
    published: str
    rows: list[str]


def examples() -> list[Example]:
    data = tomllib.loads(EXAMPLES.read_text("utf-8"))
    published = data.pop("published")
    return [
        Example(text, group.get("published", published), rows)
        for group in data.values()
        for text, *rows in group["examples"]
    ]


def shown(row: dict[str, Any], like: str) -> str:
    """A row in the form of the file, its value in the calendar of the expected one."""
    wanted = like.partition(" | ")[2].split()[3:4] or ["-"]
    names = ("first", "last")
    if any(char.isupper() or char in "{~" for char in wanted[0]) or wanted[0].startswith("-0"):
        names = ("edtf", "edtf")
    elif wanted[0] < "1600" and row["jalali_first"]:
        names = ("jalali_first", "jalali_last")
    ends = [row[name] for name in names]
    value = ends[0] if ends[0] == ends[1] else "..".join(end or "" for end in ends)
    cells = [row["type"], row["calendar"], row["grain"], value, row["anchor"]]
    cells += [row["modifier"]] if row["modifier"] else []
    return row["text"] + " | " + " ".join(cell or "-" for cell in cells)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.text)
def test_example(example: Example) -> None:
    rows = read(example.text, example.published)
    wanted = example.rows + [""] * (len(rows) - len(example.rows))
    assert [shown(*pair) for pair in zip(rows, wanted, strict=False)] == example.rows


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.text)
def test_days_agree_with_the_edtf_value(example: Example) -> None:
    for row in read(example.text, example.published):
        if row["type"] == "DATE" and row["first"]:
            first, last = parse_edtf(row["edtf"])
            assert (str(first), str(last)) == (row["first"], row["last"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("۳۱ مهر ۱۴۰۴ جلسه بود.", ["impossible-date"]),
        ("۳۰ اسفند ۱۴۰۲ جلسه بود.", ["impossible-date"]),
        ("۳۰ اسفند ۱۴۰۳ جلسه بود.", []),
        ("۳۱ آبان جلسه است.", ["impossible-date"]),
        ("۲۶ آبان ۱۴۰۴ (۱۷ نوامبر ۲۰۲۵) جلسه است.", []),
        ("۲۶ آبان ۱۴۰۴ (۱۸ نوامبر ۲۰۲۵) جلسه است.", ["contradicting-dates"]),
        ("دوشنبه ۲۶ آبان ۱۴۰۴ جلسه است.", []),
        ("سه‌شنبه ۲۶ آبان ۱۴۰۴ جلسه است.", ["contradicting-weekday"]),
        ("۱۵ شعبان ۱۴۴۶ (۱۴ فوریه ۲۰۲۵) جشن بود.", []),
        ("۱۵ شعبان ۱۴۴۶ (۱۵ فوریه ۲۰۲۵) جشن بود.", []),
        ("۱۵ شعبان ۱۴۴۶ (۲۵ فوریه ۲۰۲۵) جشن بود.", ["contradicting-dates"]),
    ],
)
def test_defects(text: str, kinds: list[str]) -> None:
    whole = Text(Article("a", text, published="2025-11-16"))
    assert [row["kind"] for row in dates.defects(whole, dates.find(whole))] == kinds


def test_without_publication_nothing_is_guessed() -> None:
    assert [row["first"] for row in read("دیروز و ۵ مهر و سال آینده", None)] == [None] * 3


def test_within_a_year_of_publication_only_what_holds_throughout_is_told() -> None:
    assert [row["first"] for row in read("امسال آمد و سال ۱۴۰۰ رفت", "2025-11")] == [
        "2025-03-21",
        "2021-03-21",
    ]
    assert [row["first"] for row in read("دیروز و سال ۱۴۰۰", "2025")] == [None, "2021-03-21"]


WORDS = sorted({surface for surface, _ in entries()})
NUMBERS = "۰ ۱ ۵ ۹ ۱۲ ۲۴ ۲۶ ۳۰ ۳۱ ۳۲ ۶۰ ۹۵ ۰۴ ۱۰۰ ۱۲۰۰ ۱۳۵۷ ۱۴۰۴ ۱۵۰۰ ۲۰۲۵ ۲۱۵۰ ۹۹۹۹ ۲٫۵ ۱۴۰۴/۸/۲۶ ۹۹/۹۹/۹۹ ۱۸:۳۰ نیم ربع یک بیست و سوم پانزدهم هزار ۳/۵ سی‌ام 31 ۱۴۰۳/۱۴۰۴"
LINKS = "، , . - – / : ( ) تا و از در به یا این آن هر"
PIECES = st.sampled_from(WORDS) | st.sampled_from(NUMBERS.split()) | st.sampled_from(LINKS.split())


@settings(max_examples=600)
@given(st.lists(PIECES, max_size=9).map(" ".join), st.sampled_from(["2025-11-16", "2025", None]))
def test_any_words_of_the_lexicon_give_rows_that_hold(content: str, published: str | None) -> None:
    text = Text(Article("a", content, published=published))
    rows = dates.find(text)
    dates.defects(text, rows)
    names = {rule.name for rule in RULES} | {"numeric-date", "clock", "years-in-a-row"}
    for before, row in zip([None, *rows], rows, strict=False):
        assert content[row["start"] : row["end"]] == row["text"]
        assert before is None or before["end"] <= row["start"]
        assert row["rule"] in names
        assert not row["first"] or not row["last"] or row["first"] <= row["last"]


HOSTILE = [
    "ا",
    "1",
    "سال ",
    "۲۶ و ",
    "مهر و ",
    "سال ۱۳۹۵ تا ",
    "۲۶ آبان ",
    "1404/08/",
    "سه روز و ",
    "هر ",
    "(",
]


@pytest.mark.parametrize(
    "part",
    [
        *HOSTILE,
        "نیمه دوم ",
        "از شنبه تا ",
        "آن ",
        "دوشنبه ، ",
        "کنفرانس ",
        "میدان ",
        "۲۶ آبان ۱۴۰۴، ",
    ],
)
def test_cost_grows_with_the_length(part: str) -> None:
    def prepare(size: int) -> Callable[[], object]:
        text = Text(Article("a", part * size, published="2025-11-16"), steps=())
        return lambda: dates.find(text)

    assert growth.ratio(prepare, 3000) < 12


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("روز چهارشنبه ۱۲ قوس آمدند.", "روز چهارشنبه ۱۲ قوس: 2025-12-03"),
        ("تا پایان ماه جدی می‌ماند.", "پایان ماه جدی: 2025-12-06"),
        ("۲۴ اسد ۱۴۰۰ رفت.", "۲۴ اسد ۱۴۰۰: 2021-08-15"),
        ("۱۵ حمل و نقل به میزان ۲۰ درصد", ""),
    ],
)
def test_months_of_afghanistan_in_its_press(words: str, span: str) -> None:
    article = Article("a", words, published="2025-12-06", country="AFG")
    found = dates.find(Text(article))
    assert "".join(f"{row['text']}: {row['first']}" for row in found) == span
    assert "قوس" not in dates.find(Text(Article("a", "۱۲ قوس شنبه")))[0]["text"]


def test_rules_have_names_of_their_own() -> None:
    assert all(rule.name and (rule.value.__doc__ or "").strip() for rule in RULES)


def test_the_calendars_are_complete() -> None:
    months = {(entry["calendar"], entry["month"]) for entry in load("months")}
    assert months == {
        (name, month) for name in ("jalali", "gregorian", "islamic") for month in range(1, 13)
    }
    days = {entry["value"] for entry in load("days") if entry["class"] == "WEEKDAY"}
    assert days == set(range(7))


@pytest.mark.parametrize("name", ["months", "occasions", "time-units", "tense", "days"])
def test_no_surface_stands_under_two_entries(name: str) -> None:
    seen: dict[str, int] = {}
    for at, entry in enumerate(load(name)):
        if entry.get("tense") in ("report", "announced", "schedule", "appointed"):
            continue
        for kind in ("names", "words", "plural", "adjective"):
            for word in entry.get(kind, []):
                assert seen.setdefault(compact(word), at) == at, word


def test_every_ambiguous_word_has_a_negative() -> None:
    negatives = " ".join(example.text for example in examples() if not example.rows)
    keys = {compact(word) for word in negatives.replace("،", " ").replace(".", " ").split()}
    doubtful = [
        entry.get("names") or entry["words"]
        for name in ("months", "days", "occasions", "time-words")
        for entry in load(name)
        if entry.get("needs_context")
    ]
    missing = [words[0] for words in doubtful if not any(compact(word) in keys for word in words)]
    assert missing == []
