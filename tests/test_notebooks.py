"""The notebooks: told as stories, run top to bottom, the same again, with any number of articles."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import demo
import pytest

from analysis import notebooks

ROOT = Path(__file__).parent.parent
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = ["00-the-article", "01-conference-timeline", "02-country-meetings", "03-topic-frequencies"]
SMALL = {
    "cells": [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": "a",
            "metadata": {},
            "outputs": [],
            "source": "print(1)",
        }
    ],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def cells(path: Path, kind: str = "code") -> list[dict[str, Any]]:
    return [
        cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == kind
    ]


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def test_there_are_the_four_stories() -> None:
    assert [path.stem for path in PATHS] == NAMES


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_told_as_a_story(path: Path) -> None:
    code = [source(cell) for cell in cells(path)]
    assert re.search(r'^lang = "(fa|en)"', code[0])
    assert "\ncorpus = " in code[0]
    assert all(len(one.splitlines()) <= 7 for one in code)
    assert not any(re.search(r"\b(def|lambda|class)\b", one) for one in code)
    assert "findings(" in code[2] or "findings(" in code[3]
    prose = [source(cell) for cell in cells(path, "markdown")]
    headings = re.findall(r"^#+ (.+)$", "\n".join(prose), re.MULTILINE)
    assert all(heading.endswith("?") for heading in headings)


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_uses_only_the_package(path: Path) -> None:
    tree = ast.parse("\n".join(source(cell) for cell in cells(path)))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules <= {"analysis", "pandas"}
    assert not any(isinstance(node, ast.Import) for node in ast.walk(tree))


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_committed_whole_or_not_run(path: Path) -> None:
    counts = [cell["execution_count"] for cell in cells(path)]
    assert counts in ([None] * len(counts), list(range(1, len(counts) + 1)))


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_runs_top_to_bottom(path: Path) -> None:
    made = json.loads(notebooks.execute(path.read_text("utf-8"), ROOT, path.name))
    code = [cell for cell in made["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    outputs = [output for cell in code for output in cell["outputs"]]
    assert {output["output_type"] for output in outputs} == {"execute_result"}
    assert any("image/png" in output["data"] for output in outputs)
    assert not re.search(
        r"0x[0-9a-f]{8}|/home/|/work/|/tmp/",
        json.dumps([o["data"].get("text/plain") for o in outputs]),
    )


@pytest.mark.parametrize("lang", ["fa", "en"])
@pytest.mark.parametrize("count", [1, 2, 200])
def test_works_with_any_number_of_articles(
    count: int, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every cell of every notebook, run here without a kernel, and shown."""
    demo.write(tmp_path / "articles", count)
    monkeypatch.chdir(ROOT)
    for path in PATHS:
        names: dict[str, Any] = {}
        for cell in cells(path):
            show(evaluate(source(cell), names))
            names |= {"lang": lang, "corpus": str(tmp_path / "articles")}


def test_work_without_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.record.read_record", lambda folder: {})
    monkeypatch.chdir(ROOT)
    for path in PATHS:
        names: dict[str, Any] = {}
        for cell in cells(path):
            show(evaluate(source(cell), names))


def evaluate(code: str, names: dict[str, Any]) -> Any:
    """Run a cell; what its last line gives."""
    *body, last = ast.parse(code).body
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    exec(compile(ast.Module([last], []), "cell", "exec"), names)
    return None


def show(value: Any) -> None:
    if value is not None:
        ways = [getattr(value, way, lambda: None) for way in ("_repr_png_", "_repr_html_")]
        assert any(way() for way in ways)


def test_the_same_notebook_again() -> None:
    once = notebooks.execute(json.dumps(SMALL), ROOT)
    assert notebooks.execute(once, ROOT) == once


def test_failing_notebook_is_named_and_left(tmp_path: Path) -> None:
    path = tmp_path / "bad.ipynb"
    bad = json.loads(json.dumps(SMALL))
    bad["cells"][0]["source"] = "1 / 0"
    path.write_text(json.dumps(bad), "utf-8")
    before = path.read_bytes()
    with pytest.raises(notebooks.NotebookError, match=r"bad\.ipynb(.|\n)*ZeroDivisionError"):
        notebooks.run([path], root=tmp_path)
    assert path.read_bytes() == before


def test_only_changed_notebooks_are_written(tmp_path: Path) -> None:
    path = tmp_path / "notebooks" / "small.ipynb"
    path.parent.mkdir()
    path.write_text(json.dumps(SMALL), "utf-8")
    assert notebooks.run(root=tmp_path) == [path]
    assert notebooks.run(root=tmp_path) == []
