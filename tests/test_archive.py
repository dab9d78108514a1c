"""Runs over archives: the same tables however they are made, stopped, resumed or broken."""

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import demo
import pandas as pd
import pytest

import analysis
from analysis.__main__ import main
from analysis.archive import annotate_into, crew_of
from analysis.archive.batches import COUNT, Seen, batches_of
from analysis.archive.crews import pool
from analysis.archive.work import TABLES, annotate_batch
from analysis.corpus import Article, BadInput

ROOT = Path(__file__).parent.parent
ENVIRONMENT = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
SMALL = 5  # articles a batch, where a test needs many batches


def write(path: Path, articles: Iterable[Article]) -> Path:
    """Write articles as JSON Lines."""
    rows = ({"id": a.id, "text": a.text, "published": a.published} for a in articles)
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def parts(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*.parquet"))
    }


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.archive.batches.COUNT", SMALL)


def test_batches_are_cut_by_number_and_by_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.archive.batches.COUNT", COUNT)
    articles = [Article(str(n), "م" * 200_000) for n in range(7)]
    assert [len(batch.items) for batch in batches_of(articles)] == [2, 2, 2, 1]


def test_an_id_that_comes_again_is_an_error() -> None:
    tables = analysis.annotate_corpus([Article("a", "متن"), Article("a", "متن دیگر")], workers=1)
    assert tables["articles"]["article"].tolist() == ["a"]
    assert tables["errors"][["article", "stage"]].values.tolist() == [["a", "read"]]


def test_seen_ids_are_kept_small_and_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.archive.batches.RECENT", 10)
    seen = Seen()
    assert all(seen.add(str(number)) for number in range(1000))
    assert not any(seen.add(str(number)) for number in range(1000))
    assert len(seen.recent) < 10


def test_tables_are_the_same_in_memory_and_in_a_folder(tmp_path: Path) -> None:
    articles = demo.articles(23)
    memory = analysis.annotate_corpus(articles, workers=1)
    folder = analysis.annotate_corpus(articles, tmp_path / "out", workers=1)
    assert set(folder) == set(TABLES)
    for name in TABLES:
        pd.testing.assert_frame_equal(folder[name], memory[name])


def test_two_processes_make_the_same_parts_as_one(tmp_path: Path) -> None:
    for workers in (1, 2):
        analysis.annotate_corpus(demo.articles(23), tmp_path / str(workers), workers=workers)
    assert parts(tmp_path / "1") == parts(tmp_path / "2")


def test_a_broken_article_is_a_row_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(text: object, entities: object) -> list[object]:
        if "بد" in text.article.text:
            raise RecursionError("too deep")
        return []

    monkeypatch.setattr("analysis.topics.find", find)
    articles = [Article("a", "خوب"), Article("b", "بد"), Article("c", "خوب")]
    tables = analysis.annotate_corpus(articles, workers=1)
    assert tables["articles"]["article"].tolist() == ["a", "c"]
    assert tables["errors"].values.tolist() == [["b", "annotate", "RecursionError: too deep"]]


def dying_batch(batch: object) -> dict[str, bytes]:
    """Stand in for an article that ends the process that reads it."""
    if any(item.id == "demo-007" for item in batch.items if isinstance(item, Article)):
        os._exit(1)
    return annotate_batch(batch)


def test_an_article_that_kills_its_process_is_a_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.archive.crews.annotate_batch", dying_batch)
    assert annotate_into(demo.articles(12), tmp_path, pool(2)) == (11, 1)
    errors = analysis.tables.read(tmp_path)["errors"]
    assert errors[["article", "stage"]].values.tolist() == [["demo-007", "process"]]


def test_a_finished_run_has_nothing_to_do(tmp_path: Path) -> None:
    annotate_into(demo.articles(12), tmp_path, crew_of(1))
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    assert annotate_into(demo.articles(12), tmp_path, crew_of(1)) == (12, 0)
    assert times == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}


@pytest.mark.parametrize("count", [2, 11, 30])
def test_tables_of_other_articles_are_left_alone(tmp_path: Path, count: int) -> None:
    annotate_into(demo.articles(22), tmp_path, crew_of(1))
    before = parts(tmp_path)
    with pytest.raises(BadInput, match="was made from other articles"):
        annotate_into(demo.articles(count, seed=1), tmp_path, crew_of(1))
    assert parts(tmp_path) == before


def test_tables_of_another_version_are_left_alone(tmp_path: Path) -> None:
    annotate_into(demo.articles(2), tmp_path, crew_of(1))
    (tmp_path / "run.json").write_text('{"version": "0.0.1"}')
    with pytest.raises(BadInput, match="another version"):
        annotate_into(demo.articles(2), tmp_path, crew_of(1))


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(BadInput, match="holds other files"):
        annotate_into(demo.articles(2), tmp_path, crew_of(1))
    assert [path.name for path in tmp_path.glob("[!.]*")] == ["thesis.txt"]


def test_a_dask_cluster_makes_the_same_tables_when_a_worker_is_lost(tmp_path: Path) -> None:
    from distributed import Client, LocalCluster

    def articles() -> Iterable[Article]:
        for number, article in enumerate(demo.articles(60)):
            if number == 40:
                os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)
            yield article

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        analysis.annotate_corpus(articles(), tmp_path / "dask", client=client)
    analysis.annotate_corpus(demo.articles(60), tmp_path / "here", workers=1)
    assert parts(tmp_path / "dask") == parts(tmp_path / "here")


def call(*arguments: object, cwd: Path) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "analysis", "run", *map(str, arguments)]
    return subprocess.run(command, env=ENVIRONMENT, cwd=cwd, capture_output=True, check=False)


def test_the_command_line_says_where_and_how_many(tmp_path: Path) -> None:
    write(tmp_path / "news.jsonl", demo.articles(3))
    done = call("--corpus", "news.jsonl", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().startswith("3 articles annotated, 0 in the table of errors; ")
    assert set(analysis.tables.read(tmp_path / "news-tables")) == set(TABLES)


def test_the_exit_status_tells_of_failed_articles(tmp_path: Path) -> None:
    write(tmp_path / "news.jsonl", [*demo.articles(3), Article("empty", " ")])
    done = call("--corpus", "news.jsonl", "--out", "o", cwd=tmp_path)
    assert done.returncode == 1
    assert "1 in the table of errors" in done.stdout.decode()


@pytest.mark.parametrize("content", [None, b""])
def test_an_archive_without_articles_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "folder").mkdir()
    done = call("--corpus", "folder", "--out", "o", cwd=tmp_path)
    assert done.returncode == 2
    assert b"folder: " in done.stderr
    assert not (tmp_path / "o").exists()


def test_an_archive_makes_the_tables_of_a_folder(tmp_path: Path) -> None:
    corpus = tmp_path / "articles"
    demo.write(corpus, 20)
    (corpus / "demo-003.txt").write_text("شرکت پیشگامان کویر یزد با ۵ نفر آمد.", "utf-8")
    (tmp_path / "lexicon.csv").write_text(
        "surface,label\nپیشگامان کویر یزد,ORGANISATION\n", "utf-8"
    )
    with zipfile.ZipFile(tmp_path / "articles.zip", "w") as zipped:
        for path in corpus.iterdir():
            zipped.write(path, path.name)
        zipped.write(tmp_path / "lexicon.csv", "lexicon.csv")
    folder = analysis.annotate_corpus(analysis.read_corpus(corpus), workers=1)
    assert folder["entities"]["rule"].tolist().count("user") == 1
    for archive in ("articles", "articles.zip"):
        annotate_into(tmp_path / archive, tmp_path / f"{archive}-tables", crew_of(1))
        shelf = analysis.tables.read(tmp_path / f"{archive}-tables")
        made = shelf | analysis.compare(shelf)
        assert set(made) == set(folder)
        for name, table in folder.items():
            pd.testing.assert_frame_equal(made[name], table)


def test_a_given_text_that_no_table_holds_is_a_row() -> None:
    articles = [
        Article("\ud800", "متن", title="\ud800"),
        Article("b", "الف \ud800"),
        Article("c", ""),
    ]
    tables = analysis.annotate_corpus(articles, workers=1)
    assert tables["articles"]["article"].tolist() == ["\ufffd", "c"]
    assert tables["articles"]["title"].tolist()[0] == "\ufffd"
    assert tables["errors"]["article"].tolist() == ["b"]


def test_articles_of_an_archive_are_compared_by_a_command(tmp_path: Path) -> None:
    write(tmp_path / "news.jsonl", demo.articles(20))
    assert main(["compare", str(tmp_path)]) == 2
    assert (
        main(["run", "--corpus", str(tmp_path / "news.jsonl"), "--out", str(tmp_path / "o")]) == 0
    )
    assert main(["compare", str(tmp_path / "o")]) == 0
    memory = analysis.annotate_corpus(tmp_path / "news.jsonl", workers=1)
    folder = analysis.tables.read(tmp_path / "o")
    assert set(folder) == set(memory)
    assert sorted(folder["events"]["event"]) == sorted(memory["events"]["event"])
    assert (
        main(["run", "--corpus", str(tmp_path / "news.jsonl"), "--out", str(tmp_path / "o")]) == 0
    )


def test_a_bar_says_how_far_and_how_fast(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "news.jsonl", demo.articles(12))
    analysis.annotate_corpus(tmp_path / "news.jsonl", tmp_path / "o", workers=1, progress=True)
    assert re.search(r"\d+%.*B/s, \d+ articles", capsys.readouterr().err)
    analysis.annotate_corpus(demo.articles(12), workers=1, progress=True)
    assert "articles/s" in capsys.readouterr().err
    analysis.annotate_corpus(demo.articles(12), workers=1)
    assert capsys.readouterr().err == ""
