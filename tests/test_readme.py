"""That the README pages say what is so: the codebook, the first row, the code they show."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import demo
import duckdb
import pytest

import analysis
from analysis.commands.docs import PAGES, renewed

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.S)


@pytest.mark.parametrize(("path", "lang"), PAGES.items())
def test_codebook_and_gallery_are_current(path: Path, lang: str) -> None:
    page = (ROOT / path).read_text("utf-8")
    assert renewed(page, lang, ROOT / "figures") == page, "run: python -m analysis docs"


@pytest.mark.parametrize("name", ["README.md", "README.fa.md"])
def test_the_row_on_the_first_screen_is_a_row_of_the_table(
    name: str, notes: analysis.Notes
) -> None:
    table = re.findall(r"^\| (.+) \|$", (ROOT / name).read_text("utf-8"), re.M)
    header, row = (line.split(" | ") for line in (table[0], table[2]))
    found = notes.dates.astype(str).to_dict("records")
    assert dict(zip(header, row, strict=True)) in [{k: r[k] for k in header} for r in found]


@pytest.mark.parametrize("name", ["README.md", "README.fa.md"])
def test_examples_are_as_many_as_the_page_says(name: str) -> None:
    folder = ROOT / "tests" / "examples"
    dates = tomllib.loads((folder / "dates.toml").read_text("utf-8"))
    meetings = tomllib.loads((folder / "meetings.toml").read_text("utf-8"))["entry"]
    none, gaps = sum(not one["meetings"] for one in meetings), sum("gap" in one for one in meetings)
    days = sum(len(part["examples"]) for part in dates.values() if isinstance(part, dict))
    page = (ROOT / name).read_text("utf-8")
    told = re.findall(r"\[(\d+) [^]]+\]\(tests/examples/dates.toml\)", page)
    told += re.findall(r"\[(\d+) [^]]+\]\(tests/examples/meetings.toml\)\D+(\d+)\D+(\d+)", page)[0]
    assert [int(number) for number in told] == [days, len(meetings), none, gaps]


def test_the_python_shown_runs() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for code in blocks("python"):
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)


def test_the_sql_shown_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    analysis.annotate_corpus(demo.articles(30), tmp_path / "archive-tables", workers=1)
    monkeypatch.chdir(tmp_path)
    for query in blocks("sql"):
        assert duckdb.sql(query).fetchall()


def test_links_lead_somewhere() -> None:
    for name in ("README.md", "README.fa.md"):
        page = (ROOT / name).read_text("utf-8")
        for target in re.findall(r"\]\((?!http)([^)#]+)", page):
            assert (ROOT / target).exists() or target.startswith(("corpus/tables", "figures")), (
                target
            )
