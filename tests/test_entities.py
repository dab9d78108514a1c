"""Entities in sentences written for the purpose: what is found, what is not, and links."""

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import annotate_corpus, dates, entities, numbers, tagger
from analysis.corpus import Article, BadInput, read_article
from analysis.entities.gazetteer import Scan
from analysis.entities.linking import link
from analysis.entities.mentions import Mention, apart, confirmed, resolve
from analysis.tables import SCHEMAS
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
def test_examples(example: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "shipped", lambda: None)
    rows = find(example["text"])
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


@pytest.mark.parametrize(
    ("text", "label", "iso3"),
    [
        ("سخنگوی کاخ کرملین", "ORG", "RUS"),
        ("رئیس اتاق ترکیه", "ORG", "TUR"),
        ("رئیس اتاق ایران و ترکیه", "ORG", None),
        ("در ورزشگاه گنت بروکسل", "LOC", "BEL"),
        ("در انجمن گنت بروکسل", "ORG", None),
    ],
)
def test_the_country_of_a_name_that_the_tagger_finds(
    text: str, label: str, iso3: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = tagger.Span(1, len(text.split()), label, 0.9)
    monkeypatch.setattr(tagger, "tag", lambda sentences: [[span]])
    whole = [row for row in find(text) if text.endswith(row["text"]) and row["source"] == "model"]
    assert [row["iso3"] for row in whole] == [iso3]


def test_a_users_name_is_one_mention_inside_a_longer_name_of_the_tagger() -> None:
    own = mention(1, 3, "ORGANISATION", rank=0)
    longer = mention(0, 3, "ORGANISATION", rank=2, atomic=False)
    role = mention(0, 3, "ROLE", atomic=False)
    assert resolve([longer, own]) == [own]
    assert resolve([role, own]) == [role, own]


def test_a_users_names_win(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    path = tmp_path / "articles" / "one.txt"
    path.write_text("آقای مهراد پیشگام کویر از چین بازگشت.", "utf-8")
    lexicon = "surface,label,name,iso3\nپیشگام‌کویر,ORGANISATION,شرکت پیشگام کویر,IRN\nچین,EVENT,,\n"
    (tmp_path / "lexicon.csv").write_text(lexicon, "utf-8")
    text = Text(read_article(path))
    rows = [row for row in entities.find(text, [], []) if row["rule"] == "user"]
    assert [(row["text"], row["label"], row["name"], row["iso3"]) for row in rows] == [
        ("پیشگام کویر", "ORGANISATION", "شرکت پیشگام کویر", "IRN"),
        ("چین", "EVENT", "چین", None),
    ]
    assert all(row["source"] == "lexicon" for row in rows)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("surface,name\nالف,ب\n", "no column 'label'"),
        ("surface,label\nالف,TOWN\n", "line 2: 'TOWN' is no label"),
        ("surface,label\n,PLACE\n", "line 2: no surface"),
        ("surface,label,iso3\nالف,PLACE,ir\n", "line 2: 'ir' is no ISO"),
    ],
)
def test_a_bad_lexicon_is_refused(tmp_path: Path, lines: str, reason: str) -> None:
    (tmp_path / "one.txt").write_text("متن", "utf-8")
    (tmp_path / "lexicon.csv").write_text(lines, "utf-8")
    with pytest.raises(BadInput, match=reason):
        read_article(tmp_path / "one.txt")


def test_the_table_of_entities() -> None:
    rows = find("عباس عراقچی، وزیر امور خارجه ایران، به چین رفت. عراقچی از چین و ایران گفت.")
    table = {row["name"]: row for row in entities.table(rows)}
    assert (table["سید عباس عراقچی"]["mentions"], table["سید عباس عراقچی"]["variants"]) == (
        2,
        "عباس عراقچی; عراقچی",
    )
    assert table["وزیر امور خارجه ایران"]["label"] == "ROLE"
    assert (table["چین"]["mentions"], table["چین"]["articles"], table["چین"]["iso3"]) == (
        2,
        1,
        "CHN",
    )
    assert [row["mentions"] for row in table.values()] == sorted(
        (row["mentions"] for row in table.values()), reverse=True
    )


def test_a_run_over_articles_gives_the_canonical_entities() -> None:
    articles = [Article(name, "عباس عراقچی، وزیر امور خارجه، به مسکو رفت.") for name in ("a", "b")]
    table = annotate_corpus(articles, workers=1)["canonical_entities"]
    assert list(table.columns) == [column.name for column in SCHEMAS["canonical_entities"]]
    person = table[table["label"] == "PERSON"].iloc[0]
    assert (person["name"], person["mentions"], person["articles"]) == ("سید عباس عراقچی", 2, 2)
    assert (person["first_article"], person["first_start"]) == ("a", 0)


def test_a_listed_name_within_a_longer_guess_is_not_sure() -> None:
    leader = mention(2, 4, "PERSON")
    assert list(apart([leader], [mention(0, 4, "PERSON")])) == []
    assert list(apart([leader], [mention(1, 3, "PERSON")])) == [leader]
    assert list(apart([mention(3, 4, "PERSON")], [])) == []


def test_a_longer_guess_with_the_taggers_end_is_sure() -> None:
    guess = mention(0, 3, "PERSON", rank=3)
    assert confirmed([guess], [mention(1, 3, "PERSON", rank=2)])[0].rank == 1
    other = mention(0, 2, "PERSON", rank=3)
    assert confirmed([other], [mention(1, 3, "PERSON", rank=2)])[0].rank == 3


def test_what_a_persons_name_ends_with_is_that_person() -> None:
    scan = Scan(Text(Article("test", "محمود دولت آبادی آمد. دولت آبادی رفت.")), [], [])
    name, end = "محمود دولت آبادی", "دولت آبادی"
    person = Mention(0, 3, "PERSON", f"person:{name}", name, "tagger", source="model")
    taken = Mention(5, 7, "ORGANISATION", f"organisation:{end}", end, "tagger", source="model")
    assert {(m.label, m.entity) for m in link(scan, [person, taken])} == {
        ("PERSON", f"person:{name}")
    }


def test_an_acronym_in_brackets_that_the_tagger_finds_is_what_stands_before_it() -> None:
    rows = find("شرکت ملی نفت ایران (NIOC) قرارداد بست. مدیرعامل NIOC آن را امضا کرد.")
    assert {row["entity"] for row in rows if row["text"] == "NIOC"} == {"NIOC"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "علی دایی، مدیرعامل فولاد، و رضا دایی، مدیرعامل آلومینیوم، آمدند. دایی سخن گفت.",
            ["علی دایی", "رضا دایی", "رضا دایی"],
        ),
        (
            "سید رضا صالحی امیری، وزیر میراث فرهنگی، آمد. سیدرضا صالحی‌امیری گفت.",
            ["سید رضا صالحی امیری", "سید رضا صالحی امیری"],
        ),
        (
            "اسماعیل بقائی، سخنگوی وزارت خارجه، آمد. بقایی گفت.",
            ["اسماعیل بقائی", "اسماعیل بقائی"],
        ),
        ("امانوئل ماکرون آمد. مکرون گفت. لاورف رفت.", ["امانوئل مکرون"] * 2 + ["سرگئی لاوروف"]),
        ("شی جین‌پینگ، رئیس‌جمهور چین، آمد. شی به آقای لی گفت.", ["شی جین‌پینگ"] * 2 + ["لی"]),
    ],
)
def test_names_of_one_person(text: str, people: list[str]) -> None:
    rows = [row for row in find(text) if row["label"] == "PERSON"]
    assert [row["name"] for row in rows] == people


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("استان‌های گیلان، مازندران و لرستان سیل", False),
        ("جاده چالوس و آزادراه تهران", False),
        ("جاده تهران - مشهد", True),
    ],
)
def test_a_place_of_the_tagger_that_goes_on_past_a_listed_one(
    text: str, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(Text(Article("test", text)).tokens)
    monkeypatch.setattr(tagger, "tag", lambda sentences: [[tagger.Span(0, count, "LOC", 0.9)]])
    assert (text in {row["text"] for row in find(text)}) == whole
