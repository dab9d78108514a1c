"""Meetings: the article's rows by hand, short news items with negatives, the word lists."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import growth
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import Article, Notes, annotate
from analysis.evaluate import meetings as score
from analysis.lexicon import compact, load
from analysis.meetings import RULES, find
from analysis.tables.schemas import MEETING_STATUS, MEETING_TYPES
from analysis.text import Text

ITEMS = score.items(Path(__file__).parent / "examples/meetings.toml")
LISTS = [
    "blocs",
    "leaders",
    "meeting-adjectives",
    "meeting-triggers",
    "party-roles",
    "prepositions",
    "status-cues",
    "verbs",
]
MINISTERS = {"MYS", "IND", "PAK", "DZA", "AZE"}
WTDC = "کنفرانس جهانی توسعه ارتباطات راه دور ۲۰۲۵"


def known(item: dict) -> object:
    """An item as a case, one with a known gap as an expected failure."""
    gap = item.get("gap")
    marks = pytest.mark.xfail(strict=True, reason=gap) if gap else ()
    return pytest.param(item, id=item["id"], marks=marks)


@pytest.mark.parametrize("item", [known(item) for item in ITEMS])
def test_item(item: dict) -> None:
    notes: list[str] = []
    score.compare(item, Counter(), notes)
    assert notes == []


def test_enough_items() -> None:
    assert len(ITEMS) >= 60
    assert sum(not item["meetings"] for item in ITEMS) >= 15
    assert (
        len({item["id"] for item in ITEMS}) == len({item["text"] for item in ITEMS}) == len(ITEMS)
    )


def test_pairs_of_the_article(notes: Notes) -> None:
    pairs = [row for row in notes.rows["meetings"] if row["type"] == "bilateral"]
    assert {row["counterpart_iso3"] for row in pairs} == MINISTERS | {None}
    assert len(pairs) == 6
    for row in pairs:
        assert (row["actor"], row["actor_iso3"]) == ("سید ستار هاشمی", "IRN")
        assert row["actor_role"] == "وزیر ارتباطات و فناوری اطلاعات"
        assert (row["status"], row["place"], row["host_iso3"]) == ("planned", "باکو", "AZE")
        assert (row["first"], row["last"]) == ("2025-11-17", "2025-11-19")
        assert (row["date_source"], row["occasion"]) == ("inherited", WTDC)
        assert row["text"].startswith("دیدار با وزیران")
        assert row["text"].endswith("قرار دارد.")
    head = next(row for row in pairs if row["counterpart_iso3"] is None)
    assert head["counterpart_organisation"] == "اتحادیه بین‌المللی مخابرات"
    assert head["counterpart_role"] == "دبیرکل"


def test_visit_and_conference_of_the_article(notes: Notes) -> None:
    others = [row for row in notes.rows["meetings"] if row["type"] != "bilateral"]
    visit, conference = sorted(others, key=lambda row: row["type"], reverse=True)
    assert (visit["type"], visit["status"]) == ("visit", "under_way")
    assert (visit["actor_iso3"], visit["counterpart_iso3"]) == ("IRN", "AZE")
    assert (visit["place"], visit["first"]) == ("باکو", None)
    assert (conference["type"], conference["host_iso3"]) == ("conference", "AZE")
    assert (conference["occasion"], conference["status"]) == (WTDC, "planned")
    assert (conference["first"], conference["last"]) == ("2025-11-17", "2025-11-19")
    assert conference["date_source"] == "text"


def test_every_row_cites_its_sentence(article: Article, notes: Notes) -> None:
    for row in notes.rows["meetings"]:
        assert article.text[row["start"] : row["end"]] == row["text"]


def test_home_is_the_sources_country() -> None:
    text = "وزیر امور خارجه با سفیر ژاپن دیدار کرد."
    for country in ("IRN", "AFG"):
        rows = annotate(Article("a", text, country=country)).rows["meetings"]
        assert [(row["actor_iso3"], row["counterpart_iso3"]) for row in rows] == [(country, "JPN")]


def test_a_spokesman_tells_of_others() -> None:
    told = annotate("سخنگوی وزارت خارجه گفت دیدار با وزیر خارجه فرانسه لغو شد.").meetings.iloc[0]
    assert (told["actor_iso3"], told["counterpart_iso3"]) == ("IRN", "FRA")
    assert told[["actor", "actor_role"]].isna().all()
    own = annotate("سخنگوی وزارت خارجه با سفیر فرانسه دیدار کرد.").meetings.iloc[0]
    assert own["actor_role"] == "سخنگوی وزارت امور خارجه"


def test_whoever_is_in_the_chair_is_no_host() -> None:
    text = "نشست ایران و عراق به ریاست معاون وزیر نیروی کشورمان در بغداد برگزار شد."
    told = annotate(text).meetings.iloc[0]
    assert (told["place"], told["host_iso3"]) == ("بغداد", "IRQ")


def test_the_conference_of_a_journey_is_not_held_yet() -> None:
    text = "وزیر نیرو برای شرکت در اجلاس جهانی آب عازم بالی شد."
    told = {(row["type"], row["status"]) for row in annotate(text).rows["meetings"]}
    assert told == {("visit", "under_way"), ("conference", "planned")}


def test_no_date_without_a_day_of_publication() -> None:
    [row] = annotate("وزیر خارجه عراق فردا به تهران سفر می‌کند.").rows["meetings"]
    assert (row["first"], row["date_source"]) == (None, None)


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("وزیران خارجه مصر و سودان در قاهره دیدار کردند.", "CONSULT"),
        ("وزیران خارجه مصر و سودان در مسقط دیدار کردند.", "CONSULT:third-party"),
        ("ایران و آمریکا با میانجی‌گری عمان مذاکره کردند.", "CONSULT:third-party"),
        ("ایران و ترکمنستان تفاهم‌نامه همکاری امضا کردند.", "SUPPORT"),
        ("ایران و ترکمنستان تفاهم‌نامه همکاری امضا خواهند کرد.", "AGREE"),
    ],
)
def test_plover_codes(text: str, plover: str) -> None:
    [row] = annotate(text).rows["meetings"]
    assert row["plover"] == plover


def test_a_person_has_one_name_in_both_tables() -> None:
    notes = annotate("عباس عراقچی وزیر امور خارجه با فؤاد حسین وزیر خارجه عراق دیدار کرد.")
    people = {row["name"] for row in notes.rows["entities"] if row["label"] == "PERSON"}
    [row] = notes.rows["meetings"]
    assert {row["actor"], row["counterpart"]} == people


def test_a_conference_someone_leaves_for_is_planned() -> None:
    text = "وزیر ارتباطات برای شرکت در کنفرانس جهانی مخابرات عازم باکو شد."
    statuses = {row["type"]: row["status"] for row in annotate(text).rows["meetings"]}
    assert statuses == {"visit": "under_way", "conference": "planned"}


def test_rules_are_named_once() -> None:
    assert len(set(RULES.values())) == len(RULES)
    assert all(rule.__doc__ for rule in RULES.values())


WORDS = [
    "دیدار",
    "با",
    "وزیر",
    "خارجه",
    "عراق",
    "،",
    "و",
    "در",
    "تهران",
    "سفر",
    "به",
    "امضا",
    "کرد",
    "شد",
    "که",
    "«",
    "»",
    "(",
    ")",
    ":",
    ".",
    "وی",
    "همتای",
    "خود",
    "میزبان",
    "اجلاس",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_any_text_gives_rows_that_cite_it(text: str) -> None:
    for row in annotate(Article("a", text, published="2025-11-16")).rows["meetings"]:
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["type"] in MEETING_TYPES
        assert row["status"] in MEETING_STATUS
        assert row["actor_iso3"] != row["counterpart_iso3"] or row["type"] == "conference"


@pytest.mark.parametrize(
    "unit",
    [
        "دیدار با ایران ",
        "ایران، ",
        "معاون وزیر ",
        "دیدار و ",
        "سفر به تهران ",
        "او با وزیر خارجه عراق دیدار کرد. ",
        "این هیئت با پوتین دیدار کرد و ",
    ],
)
def test_repetition_is_read_in_linear_time(unit: str) -> None:
    def prepare(count: int) -> Callable[[], object]:
        text = Text(Article("a", unit * count))
        return lambda: find(text, [], [])

    assert growth.ratio(prepare, 800) < 12


def test_contexts_name_a_word_once_for_each_kind() -> None:
    entries = [(compact(entry["surface"]), entry["kind"]) for entry in load("meeting-context")]
    assert len(entries) == len(set(entries))


@pytest.mark.parametrize("name", LISTS)
def test_word_list(name: str) -> None:
    entries = load(name)
    surfaces = [compact(entry.get("surface") or entry["past"]) for entry in entries]
    assert len(surfaces) == len(set(surfaces))
    assert all(entry["source"] for entry in entries)
