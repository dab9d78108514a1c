"""What an attacker may put into an archive or a text, and what comes of it: nothing but rows."""

import ast
import json
import os
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import hand
import pytest
from test_inputs import TEXT, read

import analysis
from analysis import figures
from analysis.archive import annotate_into, crew_of
from analysis.commands.show import read as read_one
from analysis.commands.show import show
from analysis.corpus import BadInput


def test_zip_bombs_links_and_ways_out_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.jsonl", b"a" * (40 << 20))
        archive.writestr("../out.txt", TEXT)
        archive.writestr("/etc/out.txt", TEXT)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    articles, reasons = read(path)
    assert articles == {}
    assert "bomb" in reasons["bomb.jsonl"]
    assert reasons["link.txt"] == "is a link"
    assert reasons["../out.txt"] == reasons["/etc/out.txt"] == "leads out of the archive"


def test_links_in_a_folder_are_refused(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    for folder in (outside, inside):
        folder.mkdir()
    (outside / "secret.txt").write_text(TEXT, "utf-8")
    (inside / "file.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    os.mkfifo(inside / "pipe.txt")
    assert read(inside) == (
        {},
        {"file.txt": "is a link", "folder": "is a link", "pipe.txt": "is no regular file"},
    )


PAGE = f"""<html><head><title>خبر</title><meta property="og:site_name" content="خبرگزاری">
<meta property="article:published_time" content="2025-11-16T08:00:00Z"></head>
<body><nav>صفحه نخست</nav><article><h1>خبر</h1>{"".join(f"<p>{TEXT} بند {n}</p>" for n in range(5))}
<img src="http://192.0.2.1/x.png"><script>alert(1)</script></article></body></html>"""


def test_saved_pages_are_read_without_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("network access")

    for name in ("socket.connect", "getaddrinfo"):
        monkeypatch.setattr(f"socket.{name}", refuse)
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    articles, reasons = read(tmp_path)
    assert reasons == {}
    page = articles["a"]
    assert page.text.count(TEXT) == 5
    assert "alert" not in page.text
    assert (page.title, page.publisher, page.published) == ("خبر", "خبرگزاری", "2025-11-16")


def test_a_zip_of_many_small_files_that_unpack_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30):
            archive.writestr(f"{number}.txt", TEXT + " " * (1 << 19))
    articles, reasons = read(path)
    assert articles == {}
    assert {"bomb" in words for words in reasons.values()} == {True}


def test_damaged_and_nested_zips_are_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", " ".join(f"{TEXT} {number}" for number in range(99)))
        archive.writestr("b.txt", TEXT)
        archive.writestr("c.zip", b"PK")
        archive.writestr(".", TEXT)
        archive.writestr(f"{'n' * 60_000}.txt", TEXT)
    raw = bytearray(path.read_bytes())
    raw[200:260] = b"\xff" * 60
    path.write_bytes(raw)
    articles, reasons = read(path)
    assert set(articles) == {"b", "n" * 60_000}
    assert set(reasons) == {".", "a.txt", "c.zip"}
    assert "decompress" in reasons["a.txt"] or "CRC" in reasons["a.txt"]
    assert reasons["c.zip"] == "is a zip in a zip"


def test_names_and_metadata_with_other_bytes_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT, "utf-8")
    (tmp_path / os.fsdecode(b"caf\xe9.pdf")).write_bytes(b"%PDF")
    surrogates = {"id": "\ud800", "text": TEXT, "title": "\udfff", "publisher": "a"}
    (tmp_path / "a.jsonl").write_text(json.dumps(surrogates))
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": TEXT, "published": "\ud800"}))
    articles, reasons = read(tmp_path)
    assert list(articles) == ["\ufffd", "caf\ufffd"]
    assert articles["\ufffd"].title == "\ufffd"
    assert list(reasons) == ["b.jsonl:1", "caf\ufffd.pdf"]
    assert annotate_into(tmp_path, tmp_path / "out", crew_of(1)) == (2, 2)


def test_a_folder_that_is_closed_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "closed").mkdir()
    whole = Path.iterdir

    def iterdir(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    articles, reasons = read(tmp_path)
    assert (list(articles), reasons) == (["a"], {"closed/": "Permission denied"})


def test_a_page_may_hold_its_images_but_no_flood_of_markup(tmp_path: Path) -> None:
    image = f'<img src="data:image/png;base64,{"A" * 3_000_000}">'
    (tmp_path / "a.html").write_text(PAGE.replace("</h1>", f"</h1>{image}"), "utf-8")
    (tmp_path / "b.html").write_text(PAGE + "<span>a</span>" * 200_000, "utf-8")
    articles, reasons = read(tmp_path)
    assert [article.text.count(TEXT) for article in articles.values()] == [5]
    assert "more than 2,000,000 characters" in reasons["b"]


def test_links_out_of_a_corpus_are_refused(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "secret.txt").write_text(TEXT, "utf-8")
    (tmp_path / "articles/a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "articles/b.txt").symlink_to("a.txt")
    assert len(analysis.read_corpus(tmp_path / "articles")) == 2
    (tmp_path / "articles/c.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(BadInput, match=r"c\.txt: is a link that leads out"):
        analysis.read_corpus(tmp_path / "articles")


def test_text_does_not_steer_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("۲۶\x1b]0;آبان\x07 آبان \x1b[2J ۱۴۰۴", "utf-8")
    shown = show(read_one(str(tmp_path / "a.txt"))).words
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
    assert "[U+001B]" in shown


HOSTILE = "</desc>--><script>alert(1)</script><img src=x onerror=1>]("


def test_pictures_and_pages_of_figures_hold_no_markup_of_names(tmp_path: Path) -> None:
    tables = hand.tables()
    tables["entities"]["name"] = HOSTILE
    tables["articles"]["publisher"] = HOSTILE
    figure = figures.Figure("00-x", "what", "entities_named")
    figures.export(tables, tmp_path, figures=[figure])
    for lang in ("fa", "en"):
        root = ElementTree.fromstring((tmp_path / f"00-x-what-{lang}.svg").read_bytes())
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert {"script", "img"}.isdisjoint(names)
        page = figures.gallery(tmp_path, lang=lang) + figures.picture(tmp_path, f"00-x-what-{lang}")
        assert "alert(1)" in page
        assert "<" not in page
        assert not re.search(r"(?<!\\)\]\((?!\S+\.(png|svg|pdf|csv)\))", page)


def test_a_frame_shown_in_a_notebook_is_escaped() -> None:
    text = "وزیر <script>alert(1)</script> در ۲۶ آبان ۱۴۰۴ آمد"
    notes = analysis.annotate(text)
    for name in ("dates", "timeline", "defects", "entities"):
        assert "<script" not in notes.table(name)._repr_html_()


def test_half_a_surrogate_pair_is_a_row_too() -> None:
    notes = analysis.annotate("كتاب \ud800ي \udfff آبان ۱۴۰۴")
    assert len(notes.defects) == len(notes.rows["defects"]) > 0
    assert notes.dates["text"].tolist() == ["آبان ۱۴۰۴"]


UNSAFE = {"pickle", "marshal", "shelve", "socket", "urllib", "http", "requests", "subprocess"}
CALLS = {"eval", "exec", "compile", "__import__"}


def test_no_module_loads_code_from_data_or_reaches_for_a_network() -> None:
    for path in (Path(analysis.__file__).parent).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names]
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                assert UNSAFE.isdisjoint(name.split(".")[0] for name in names), path
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in CALLS, path
