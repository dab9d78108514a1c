"""Exported figures: files, index, the same bytes again, and what is stale."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import hand
import pandas as pd
import pytest
from PIL import Image

from analysis import charts, figures
from analysis.figures import FIGURES, Figure

TABLES = hand.tables() | hand.record()
FEW = (
    Figure("01-conference-timeline", "when", "timeline"),
    Figure("02-x", "over-time", "topics_over_time"),
)
Tables = Mapping[str, pd.DataFrame]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures")
    figures.export(TABLES, folder, figures=FEW)
    return folder


def test_names_say_the_question_in_ascii() -> None:
    stems = [figure.stem for figure in FIGURES]
    assert len(set(stems)) == len(stems)
    assert all(re.fullmatch(r"\d\d(-[a-z]+)+", stem) for stem in stems)
    assert {figure.chart for figure in FIGURES} <= set(charts.__all__)


def test_every_chart_is_exported() -> None:
    drawn = {name.removesuffix("_data") for name in charts.__all__ if name.endswith("_data")}
    assert drawn == {figure.chart for figure in FIGURES}


def test_each_figure_is_there_in_both_languages_and_all_formats(exported: Path) -> None:
    stems = [f"01-conference-timeline-when-{lang}" for lang in ("fa", "en")]
    files = {f"{stem}.{kind}" for stem in stems for kind in ("png", "svg", "pdf", "csv")}
    assert {path.name for path in exported.iterdir() if not path.name.startswith(".")} == {
        *files,
        "index.csv",
    }


def test_index_has_caption_alternative_text_and_digests(exported: Path) -> None:
    for entry in figures.read_index(exported):
        assert entry["caption"]
        assert entry["alt"]
        assert not re.search("[\u200e\u200f]", entry["caption"] + entry["alt"])
        assert all(
            re.fullmatch("[0-9a-f]{64}", entry[key]) for key in ("data_sha256", "inputs_sha256")
        )


def test_plotted_data_is_that_of_the_chart(exported: Path) -> None:
    read = pd.read_csv(exported / "01-conference-timeline-when-en.csv", encoding="utf-8-sig")
    assert list(read["first"]) == list(charts.timeline_data(TABLES, "en")["first"])


def test_the_same_tables_give_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    for path in figures.export(TABLES, tmp_path, figures=FEW):
        assert path.read_bytes() == (exported / path.name).read_bytes(), path.name


def test_title_and_description_are_in_the_files(exported: Path) -> None:
    stem = exported / "01-conference-timeline-when-fa"
    with Image.open(stem.with_suffix(".png")) as image:
        assert image.info["Title"] == charts.timeline(TABLES, "fa").words.title
        assert "Software" not in image.info
    assert "<dc:title>" in stem.with_suffix(".svg").read_text("utf-8")
    assert b"/CreationDate" not in stem.with_suffix(".pdf").read_bytes()


def test_text_is_drawn_as_paths_in_svg_and_as_truetype_in_pdf(exported: Path) -> None:
    stem = exported / "01-conference-timeline-when-fa"
    assert "<text" not in stem.with_suffix(".svg").read_text("utf-8")
    assert b"/Type3" not in stem.with_suffix(".pdf").read_bytes()


def test_view_without_anything_to_show_is_left_out_and_an_old_one_removed(tmp_path: Path) -> None:
    figures.export(hand.many(40), tmp_path, figures=FEW, langs=["en"])
    assert (tmp_path / "02-x-over-time-en.png").exists()
    figures.export(TABLES, tmp_path, figures=FEW, langs=["en"])
    assert not (tmp_path / "02-x-over-time-en.png").exists()
    assert (tmp_path / "01-conference-timeline-when-en.png").exists()


def test_stale_figures_are_named(exported: Path, tmp_path: Path) -> None:
    assert figures.stale(TABLES, exported) == []
    other = {**TABLES, "topics": TABLES["topics"].head(1)}
    assert any("other tables" in words for words in figures.stale(other, exported))
    assert figures.stale(TABLES, tmp_path) == [f"{tmp_path / 'index.csv'}: missing or empty"]


def test_gallery_shows_each_figure_of_a_language(exported: Path) -> None:
    page = figures.gallery(exported)
    assert page.count("![") == 1
    assert f"({exported.name}/01-conference-timeline-when-en.png)" in page


def test_legible_at_one_column() -> None:
    """At 85 mm and 150 dots to the inch the smallest text is still 5 points high."""
    figure = charts.claims(TABLES, "fa")
    scale = 85 / 25.4 / figure.get_figwidth()
    assert min(text.get_fontsize() for text in figure.texts) * scale >= 5
    figure.savefig(file := BytesIO(), format="png")
    with Image.open(file) as image:
        assert image.width >= 1000
