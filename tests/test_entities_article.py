"""The entities of the one real article, mention by mention."""

import pytest

import analysis
from analysis import tagger
from analysis.text import Row

MINISTER = "سید ستار هاشمی"
ROLE = "وزیر ارتباطات و فناوری اطلاعات"
GOLD = """
ROLE وزیر ارتباطات
PLACE باکو
ORGANISATION خبرگزاری صدا و سیما
PERSON سید ستار هاشمی
ROLE وزیر ارتباطات و فناوری اطلاعات
PROGRAMME دیپلماسی فناوری
COUNTRY جمهوری آذربایجان
EVENT کنفرانس جهانی توسعه ارتباطات راه دور ۲۰۲۵
EVENT WTDC-۲۵
PERSON سید ستار هاشمی
PLACE باکو
ORGANISATION اتحادیه بینالمللی مخابرات
COUNTRY جمهوری آذربایجان
ORGANISATION وزارت ارتباطات
COUNTRY ایران
EVENT کنفرانس WTDC-۲۵
ORGANISATION وزارت دیجیتال جمهوری آذربایجان
ROLE وزیر ارتباطات
ROLE وزیران ارتباطات
COUNTRY مالزی
COUNTRY هند
COUNTRY پاکستان
COUNTRY الجزایر
COUNTRY جمهوری آذربایجان
ROLE دبیرکل اتحادیه بینالمللی مخابرات
ORGANISATION اتحادیه بینالمللی مخابرات
PROGRAMME دیپلماسی فناوری
DEMONYM ایرانی
PROGRAMME دیپلماسی فناوری
ORGANISATION وزارت ارتباطات
COUNTRY ایران
DEMONYM ایرانی
COUNTRY جمهوری اسلامی ایران
ROLE وزیر ارتباطات
PLACE باکو
COUNTRY ایران
"""


def rows(notes: analysis.Notes, label: str) -> list[Row]:
    return [row for row in notes.rows["entities"] if row["label"] == label]


def test_every_mention_and_no_other(notes: analysis.Notes) -> None:
    found = [f"{row['label']} {row['text']}" for row in notes.rows["entities"]]
    assert found == GOLD.strip().splitlines()


def test_the_minister_is_one_person_in_name_and_in_role(notes: analysis.Notes) -> None:
    people = rows(notes, "PERSON")
    assert {(row["name"], row["role"], row["iso3"]) for row in people} == {(MINISTER, ROLE, "IRN")}
    offices = [row for row in rows(notes, "ROLE") if row["text"].startswith("وزیر ")]
    assert len(offices) == 4
    assert {row["entity"] for row in offices} == {row["entity"] for row in people}


def test_other_roles_know_where_they_belong(notes: analysis.Notes) -> None:
    plural, secretary = (row for row in rows(notes, "ROLE") if row["name"] != MINISTER)
    assert (plural["role"], plural["iso3"]) == ("وزیر ارتباطات", None)
    assert secretary["organisation"] == "اتحادیه بین‌المللی مخابرات"
    assert secretary["iso3"] is None


def test_countries_and_places_have_codes(notes: analysis.Notes) -> None:
    codes = {row["text"]: row["iso3"] for row in rows(notes, "COUNTRY")}
    assert codes == {
        "جمهوری آذربایجان": "AZE",
        "ایران": "IRN",
        "جمهوری اسلامی ایران": "IRN",
        "مالزی": "MYS",
        "هند": "IND",
        "پاکستان": "PAK",
        "الجزایر": "DZA",
    }
    assert {row["iso3"] for row in rows(notes, "PLACE")} == {"AZE"}


def test_organisations_have_canonical_names(notes: analysis.Notes) -> None:
    names = {row["text"]: (row["name"], row["iso3"]) for row in rows(notes, "ORGANISATION")}
    assert names == {
        "خبرگزاری صدا و سیما": ("خبرگزاری صدا و سیما", "IRN"),
        "اتحادیه بینالمللی مخابرات": ("اتحادیه بین‌المللی مخابرات", None),
        "وزارت ارتباطات": ("وزارت ارتباطات و فناوری اطلاعات", "IRN"),
        "وزارت دیجیتال جمهوری آذربایجان": ("وزارت دیجیتال جمهوری آذربایجان", "AZE"),
    }


def test_the_conference_is_one_event(notes: analysis.Notes) -> None:
    events = {(row["entity"], row["name"]) for row in rows(notes, "EVENT")}
    assert events == {("WTDC-2025", "کنفرانس جهانی توسعه ارتباطات راه دور ۲۰۲۵")}
    assert {row["name"] for row in rows(notes, "PROGRAMME")} == {"دیپلماسی فناوری"}


def test_no_row_depends_on_the_model(
    article: analysis.Article, notes: analysis.Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagger, "shipped", lambda: None)
    assert analysis.annotate(article).rows["entities"] == notes.rows["entities"]
    assert {row["source"] for row in notes.rows["entities"]} == {"lexicon", "pattern"}
