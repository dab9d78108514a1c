"""The command line as a user calls it: what it prints, its exit status, what it leaves behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "corpus/articles/baku-wtdc25.txt"
COMMANDS = ("run", "compare", "tables", "figures", "notebooks", "annotate", "evaluate", "train")


def call(
    *arguments: object, stdin: bytes = b"", cwd: Path = ROOT
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "analysis", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        timeout=300,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    done = call(command, "--help")
    assert done.returncode == 0
    assert f"example:\n  python -m analysis {command}" in done.stdout.decode()


def test_importing_is_cheap() -> None:
    heavy = ("pandas", "matplotlib", "hazm", "pyarrow", "numpy", "babel")
    code = f"import sys, analysis; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == b"[]"


@pytest.mark.parametrize("told", [None, "2"])
def test_matrix_products_take_one_thread_unless_told(told: str | None) -> None:
    code = "import os, analysis; analysis.annotate('وزیر رفت.'); print(os.environ['%s'])"
    environment = {key: word for key, word in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    environment |= {"OPENBLAS_NUM_THREADS": told} if told else {}
    call = [sys.executable, "-c", code % "OPENBLAS_NUM_THREADS"]
    done = subprocess.run(call, capture_output=True, cwd=ROOT, env=environment, check=True)
    assert done.stdout.strip().decode() == (told or "1")


def test_annotate_prints_lines() -> None:
    lines = call("annotate", ARTICLE).stdout.decode().splitlines()
    assert lines[0] == "articles: 1"
    assert any(line.startswith("dates: ") for line in lines)


def test_annotate_reads_standard_input_and_prints_json() -> None:
    text = "کنفرانس از ۲۶ تا ۲۸ آبان ۱۴۰۴ برگزار می‌شود."
    done = call("annotate", "-", "--json", "--published", "2025-11-16", stdin=text.encode())
    tables = json.loads(done.stdout)
    assert tables["articles"][0]["characters"] == len(text)
    assert all(text[row["start"] : row["end"]] == row["text"] for row in tables["dates"])


def test_annotate_writes_csv(tmp_path: Path) -> None:
    done = call("annotate", ARTICLE, "--csv", tmp_path / "out")
    assert done.returncode == 0
    assert (tmp_path / "out/dates.csv").exists()
    assert str(tmp_path / "out") in done.stdout.decode().splitlines()[-1]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "No such file"), (b"", "empty"), (b"\0\1", "binary"), (b"a\xff", "not UTF-8")],
)
def test_bad_input_names_the_file_and_the_reason(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    done = call("annotate", path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert str(path) in done.stderr.decode()
    assert reason in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_an_impossible_date_of_publication_is_refused() -> None:
    done = call("annotate", ARTICLE, "--published", "2025-02-30")
    assert done.returncode == 2
    assert "published: '2025-02-30' is not in the calendar" in done.stderr.decode()


def test_an_article_from_elsewhere_and_its_page(tmp_path: Path) -> None:
    text = "وزیر امور خارجه کشورمان به باکو رفت.".encode()
    done = call("annotate", "-", "--country", "TUR", "--json", stdin=text)
    assert json.loads(done.stdout)["articles"][0]["country"] == "TUR"
    assert b"country: 'tr' is no ISO 3166-1" in call("annotate", "-", "--country", "tr").stderr
    done = call("annotate", "-", "--html", tmp_path / "a/page.html", stdin=text)
    assert done.returncode == 0
    assert 'lang="fa"' in (tmp_path / "a/page.html").read_text("utf-8")


@pytest.mark.parametrize("task", ["dates", "entities", "meetings", "numbers", "spelling"])
@pytest.mark.parametrize("content", [None, "الف\nب\n", '{"a": 1}'])
def test_data_of_another_form_are_refused_by_name(
    tmp_path: Path, task: str, content: str | None
) -> None:
    path = tmp_path / ("a.json" if content and "{" in content else "a.txt")
    if content:
        path.write_text(content, "utf-8")
    done = call("evaluate", task, "--data", path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count(str(path)) == 1
    assert b"Error" not in done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a corpus of one article, whose tables are made."""
    articles = tmp_path / "corpus/articles"
    articles.mkdir(parents=True)
    (articles / "one.txt").write_text("تهران در ۵ آبان ۱۴۰۴ میزبان ۲۰ وزیر بود.", "utf-8")
    assert call("tables", cwd=tmp_path).returncode == 0
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.*")}


def test_tables_again_are_the_same_bytes(project: Path) -> None:
    before = contents(project / "corpus/tables")
    done = call("tables", cwd=project)
    assert done.stdout.decode().startswith("1 article: wrote ")
    assert contents(project / "corpus/tables") == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("two.txt", b""),
        ("two.txt", b"\xff\xfe\x00"),
        ("two.txt", b"\x00\x01"),
        ("one.toml", b'published = "2025-13-01"'),
        ("sub/one.txt", "متن".encode()),
    ],
)
def test_bad_articles_leave_earlier_tables_as_they_were(
    project: Path, name: str, content: bytes
) -> None:
    before = contents(project / "corpus/tables")
    path = project / "corpus/articles" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    done = call("tables", cwd=project)
    assert done.returncode == 2
    assert str(Path("corpus/articles") / name) in done.stderr.decode()
    assert contents(project / "corpus/tables") == before


def test_a_folder_that_cannot_be_written_is_named(project: Path) -> None:
    (project / "file").write_text("in the way")
    done = call("tables", "--out", "file/tables", cwd=project)
    assert done.returncode == 2
    assert b"file" in done.stderr
    assert b"Traceback" not in done.stderr


def test_figures_are_drawn_from_the_tables(project: Path) -> None:
    done = call("figures", "--tables", "corpus/tables", "--out", "drawn", cwd=project)
    assert done.returncode == 0
    assert (project / "drawn/00-the-article-what-is-named-fa.png").exists()
    files = set(contents(project / "drawn")) - {".lock"}
    assert done.stdout.decode() == f"wrote {len(files)} files to drawn\n"


def test_figures_of_a_folder_without_tables_are_refused(project: Path) -> None:
    done = call("figures", "--tables", "corpus/articles", "--out", "drawn", cwd=project)
    assert done.returncode == 2
    assert b"corpus/articles: holds no tables" in done.stderr
    assert not (project / "drawn").exists()


def test_a_failing_notebook_is_named(project: Path) -> None:
    (project / "bad.ipynb").write_text(
        '{"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null,'
        ' "outputs": [], "source": "1 / 0"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    done = call("notebooks", "bad.ipynb", cwd=project)
    assert done.returncode == 1
    assert b"bad.ipynb" in done.stderr
    assert b"ZeroDivisionError: division by zero" in done.stderr
    assert b"\x1b" not in done.stderr


def test_a_missing_notebook_is_named(project: Path) -> None:
    done = call("notebooks", "none.ipynb", cwd=project)
    assert done.returncode == 2
    assert b"none.ipynb" in done.stderr
