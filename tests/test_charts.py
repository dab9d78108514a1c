"""Each chart: its words, data and reading order; with one article, many, none; in both languages."""

import re
import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import hand
import pandas as pd
import pytest
from matplotlib.text import Text

from analysis import charts
from analysis.charts import announced, axis, outlines, script, style, things
from analysis.charts.script import LANGS, Lang

NAMES = sorted(name.removesuffix("_data") for name in charts.__all__ if name.endswith("_data"))
TABLES = hand.tables() | hand.record()
Tables = Mapping[str, pd.DataFrame]
CASES: dict[str, Tables] = {
    "article": TABLES,
    "no-record": hand.tables(),
    "empty-tables": {name: table.head(0) for name, table in TABLES.items()},
    "no-tables": {},
    "many": hand.many(200),
    "two": hand.many(2),
}


def make(name: str, tables: Tables, lang: Lang) -> charts.Chart:
    function: Callable[..., charts.Chart] = getattr(charts, name)
    return function(tables, lang=lang)


def drawn(figure: charts.Chart) -> list[Text]:
    """The texts that can be seen once the chart is drawn."""
    seen: list[Text] = []
    original = Text.draw

    def draw(self: Text, renderer: Any) -> None:
        seen.append(self)
        original(self, renderer)

    with patch.object(Text, "draw", draw):
        figure.savefig(BytesIO(), format="png", dpi=72)
    return [text for text in dict.fromkeys(seen) if text.get_text().strip()]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", NAMES)
def test_chart_is_whole(name: str, case: str, lang: Lang) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = make(name, CASES[case], lang)
        texts = drawn(figure)
    assert figure.words.title in re.sub(
        "[\u200e\u200f\n]", "", " ".join(one.get_text() for one in texts)
    )
    data = getattr(charts, f"{name}_data")(CASES[case], lang)
    pd.testing.assert_frame_equal(figure.data, data)
    frame = figure.bbox.padded(1)
    for text in texts:
        box = text.get_window_extent()
        inside = (
            frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1
        )
        assert inside, f"cut off: {text.get_text()!r}"


@pytest.mark.parametrize("name", NAMES)
def test_persian_charts_have_persian_digits_and_begin_right_to_left(name: str) -> None:
    for text in drawn(make(name, TABLES, "fa")):
        words = text.get_text()
        assert words.startswith(script.MARKS["fa"]) or not re.match("[A-Za-z0-9]", words)
        assert not re.search(r"[0-9]", words), words


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_of_nothing_says_so(name: str) -> None:
    for lang, words in (("fa", "نیست"), ("en", "nothing")):
        said = " ".join(text.get_text() for text in drawn(make(name, {}, lang)))
        assert words in said or "two" in said or "دو" in said


@pytest.mark.parametrize("name", NAMES)
def test_the_same_tables_give_the_same_bytes(name: str) -> None:
    one, two = (make(name, TABLES, "fa")._repr_png_() for _ in range(2))
    assert one == two


@pytest.mark.parametrize("name", NAMES)
def test_unknown_language_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="choose one of fa, en"):
        make(name, TABLES, "de")  # type: ignore[arg-type]


def test_users_settings_do_not_change_a_chart() -> None:
    import matplotlib

    before = make("claims", TABLES, "fa")._repr_png_()
    with matplotlib.rc_context(
        {"font.family": ["DejaVu Sans"], "axes.grid": True, "font.size": 20}
    ):
        assert make("claims", TABLES, "fa")._repr_png_() == before


def rows(name: str, lang: Lang = "fa") -> list[dict[Any, Any]]:
    return list(getattr(charts, f"{name}_data")(TABLES, lang).to_dict("records"))


def test_timeline_has_the_facts_in_order_near_and_far() -> None:
    assert [(row["first"], row["scale"]) for row in rows("timeline")] == [
        ("2025-11-16", "days"),
        ("2025-11-17", "days"),
        ("2026-01-01", "years"),
    ]


def test_contradicting_facts_stay_side_by_side() -> None:
    rows_ = TABLES["timeline"]
    other = rows_.iloc[[1]].assign(article="other", last="2025-11-28")
    data = charts.timeline_data({**TABLES, "timeline": pd.concat([rows_, other])})
    assert sorted(data.loc[data["first"] == "2025-11-17", "last"]) == ["2025-11-19", "2025-11-28"]


def test_claims_show_that_the_last_day_is_nine_days_off() -> None:
    told = [(row["fact"], row["who"]) for row in rows("claims")]
    facts = ("dates", "participants", "countries", "roadmap")
    assert told == [(fact, who) for fact in facts for who in ("article", "record")]
    assert "9 days before the record's" in charts.claims(TABLES, "en").words.finding
    assert "۹ روز زودتر" in charts.claims(TABLES, "fa").words.finding


def test_participants_keep_editions_and_measures_apart() -> None:
    assert [(row["edition"], row["value"], row["who"]) for row in rows("participants")] == [
        (2017, 1360, "record"),
        (2022, 1763, "record"),
        (2025, 1500, "article"),
        (2025, 2000, "record"),
        (2025, 2572, "record"),
    ]


def test_meetings_planned_and_held() -> None:
    groups: dict[str, set[str]] = {}
    for row in rows("meetings"):
        key = row["iso3"] if isinstance(row["iso3"], str) else row["counterpart"]
        groups.setdefault(row["group"], set()).add(key)
    assert groups == {
        "planned-held": {"AZE", "PAK", "DZA", hand.ITU},
        "planned": {"MYS", "IND"},
        "held": {"KEN", "TJK"},
    }


def test_a_meeting_reported_by_an_article_is_held() -> None:
    meetings = TABLES["meetings"].copy()
    meetings.loc[meetings["counterpart_iso3"] == "MYS", "status"] = "held"
    data = charts.meetings_data({"meetings": meetings}).set_index("iso3")
    assert data.loc["MYS", "group"] == "held"
    assert data.loc["IND", "group"] == "planned"


def test_talks_are_seen_from_the_country_that_most_are_of() -> None:
    meetings = TABLES["meetings"].query("counterpart_iso3 in ['MYS', 'IND']").copy()
    visitor = meetings.iloc[[0]].assign(actor_iso3="MYS", counterpart_iso3="IRN", status="held")
    others = meetings.iloc[[0]].assign(actor_iso3="TUR", counterpart_iso3="EGY", status="held")
    tables = {"meetings": pd.concat([meetings, visitor, others], ignore_index=True)}
    data = charts.meetings_data(tables, "en").set_index("counterpart")
    assert dict(data["group"]) == {
        "Malaysia": "planned-held",
        "India": "planned",
        "Egypt–Türkiye": "held",
    }
    assert pd.isna(data.loc["Egypt–Türkiye", "iso3"])
    assert "Egypt–Türkiye: 1" in charts.meetings_by_country(tables, "en").words.alt


def test_a_visit_to_a_named_host_is_a_meeting_and_a_kept_plan_counts_once() -> None:
    plan = TABLES["meetings"].query("counterpart_iso3 == 'IND'")
    host = {"counterpart_iso3": "OMN", "counterpart_role": "وزیر خارجه"}
    visit = plan.assign(type="visit", status="held", **host)
    tables = {"meetings": pd.concat([plan, plan.assign(status="held"), visit], ignore_index=True)}
    data = charts.meetings_by_country_data(tables)
    assert sorted(zip(data["iso3"], data["status"], strict=True)) == [
        ("IND", "held"),
        ("OMN", "held"),
    ]
    unnamed = visit.assign(counterpart_role=None)
    assert charts.meetings_by_country_data({"meetings": unnamed}).empty


def test_what_is_planned_for_one_day_is_not_held_by_a_meeting_of_another() -> None:
    plan = TABLES["meetings"].query("counterpart_iso3 == 'IND'")
    other = {"status": "held", "first": "2026-06-01", "last": "2026-06-01", "occasion": None}
    tables = {"meetings": pd.concat([plan, plan.assign(**other)], ignore_index=True)}
    assert list(charts.meetings_data(tables)["group"]) == ["planned", "held"]
    assert list(charts.meetings_map_data(tables)["iso3"]) == ["IND", "IRN", "AZE"]


def test_the_record_tells_only_of_what_the_articles_name() -> None:
    others = hand.many(20) | hand.record()
    assert not charts.meetings_data(others)["record"].any()
    assert charts.participants_data(others).empty


def test_each_group_is_shown_where_there_are_many() -> None:
    data = charts.meetings_data(CASES["many"], "en")
    assert len(data) > 14
    said = " ".join(text.get_text() for text in drawn(make("meetings", CASES["many"], "en")))
    assert all(announced.GROUPS[group][1] in said for group in set(data["group"]))


def test_the_other_publishers_come_last() -> None:
    chart = make("articles_over_time", CASES["many"], "en")
    said = [text.get_text() for text in chart.axes[0].get_legend().get_texts()]
    assert [one.strip("\u200e ") for one in said if one.strip("\u200e ")][-1] == "others"


def test_map_knows_host_home_and_who_is_not_on_it() -> None:
    by_code = {row["iso3"]: row for row in rows("meetings_map") if isinstance(row["iso3"], str)}
    assert by_code["IRN"]["group"] == "home"
    assert [iso3 for iso3, row in by_code.items() if row["host"]] == ["AZE"]
    assert [row["country"] for row in rows("meetings_map") if not row["on_map"]] == [hand.ITU]
    assert "Borders are drawn as held" in charts.meetings_map(TABLES, "en").words.note


def test_topics_are_counted_placed_and_paired() -> None:
    first = rows("topic_frequencies", "en")[0]
    assert (first["topic"], first["count"]) == ("Technology diplomacy", 3)
    assert all(0 <= row["position"] <= 1 for row in rows("topic_dispersion"))
    pairs = {frozenset((row["topic"], row["other"])) for row in rows("topic_cooccurrence", "en")}
    assert frozenset(("Cybersecurity", "Digital health")) in pairs


def test_many_articles_are_shown_by_month_and_the_rest_is_told() -> None:
    tables = CASES["many"]
    assert charts.articles_over_time_data(tables, "en")["count"].sum() == 200
    assert "دی ۱۴۰۲" in " ".join(
        text.get_text() for text in drawn(make("topics_over_time", tables, "fa"))
    )
    assert "more rows are in the table" in make("topic_frequencies", tables, "en").words.note
    assert "دیگر کشورها" in set(charts.meetings_by_country_data(tables)["country"])


def test_each_topic_shown_is_one_of_the_publishers_shown() -> None:
    data = charts.topics_by_publisher_data(CASES["many"], "en")
    assert (data.groupby("topic")["count"].sum() > 0).all()
    assert (
        "Without 2 more publishers." in charts.topics_by_publisher(CASES["many"], "en").words.note
    )


def test_articles_without_a_date_are_told() -> None:
    articles = CASES["many"]["articles"].copy()
    articles.loc[articles.index[:3], "published"] = None
    chart = charts.articles_over_time(CASES["many"] | {"articles": articles}, "en")
    assert "197 articles" in chart.words.finding
    assert chart.words.finding.endswith(", 3 without a date.")


def test_both_calendars_are_on_the_axis() -> None:
    from datetime import date

    days = date(2025, 11, 16), date(2025, 11, 19)
    assert [text for _, text in axis.ticks(*days, "jalali", "fa")][:2] == ["۲۵ آبان", "۲۶ آبان"]
    assert [text for _, text in axis.ticks(*days, "gregorian", "en")][:2] == ["16 Nov", "17 Nov"]
    months = axis.ticks(date(2025, 12, 6), date(2026, 7, 19), "gregorian", "fa")
    assert [text for _, text in months] == ["ژانویه ۲۰۲۶", "مارس", "مه", "ژوئیه"]
    years = axis.ticks(date(1900, 1, 1), date(2029, 12, 31), "gregorian", "en")
    assert 2 <= len(years) <= axis.TICKS + 1


@pytest.mark.parametrize(
    ("first", "last", "fa", "en"),
    [
        ("2025-11-17", "2025-11-17", "۲۶ آبان ۱۴۰۴", "17 Nov 2025"),
        ("2025-11-17", "2025-11-28", "۲۶ آبان تا ۷ آذر ۱۴۰۴", "17–28 Nov 2025"),
        ("2026-01-01", "2029-12-31", "۲۰۲۶ تا ۲۰۲۹ میلادی", "2026–2029"),
        ("2025-03-21", "2026-03-20", "۱۴۰۴", "1404 AP"),
        ("2025-12-30", "2026-01-02", "۹ تا ۱۲ دی ۱۴۰۴", "30 Dec 2025 – 2 Jan 2026"),
    ],
)
def test_periods_in_words(first: str, last: str, fa: str, en: str) -> None:
    days = things.day(first), things.day(last)
    assert (script.period(*days, "fa"), script.period(*days, "en")) == (fa, en)


def test_every_outline_is_found_by_its_code() -> None:
    assert sum(one.code is None for one in outlines.outlines()) == 3
    assert all(outlines.main_ring(iso3) for iso3 in ("IRN", "AZE", "FRA", "DEU", "RUS", "YEM"))
    assert outlines.main_ring("SGP") is None
    for one in outlines.outlines():
        for ring in one.rings:
            steps = [abs(b[0] - a[0]) for a, b in pairwise(ring)]
            assert max(steps) < 180 or one.code == "AQ"


def test_labels_are_broken_not_cut() -> None:
    words = "کنفرانس جهانی توسعه ارتباطات راه دور ۲۰۲۵"
    lines = style.wrap(words, 1.2, 9)
    assert " ".join(lines) == words
    assert len(lines) > 1


def test_no_country_leads_where_several_share_the_first_place() -> None:
    rows = hand.tables()["meetings"]
    equal = rows.drop_duplicates("counterpart_iso3")
    assert "most with" not in charts.meetings_by_country({"meetings": equal}, "en").words.finding
    again = equal[equal["counterpart_iso3"] == "PAK"].assign(type="call")
    more = pd.concat([equal, again])
    assert (
        "most with Pakistan" in charts.meetings_by_country({"meetings": more}, "en").words.finding
    )


def test_visit_is_told_in_english_where_its_names_are_known() -> None:
    assert (
        things.name("سفر سید ستار هاشمی به باکو", "en") == "Visit of Sayyed Sattar Hashemi to Baku"
    )
    assert things.name("سفر فرد ناشناس به باکو", "en") == "سفر فرد ناشناس به باکو"
