"""What an attacker may put into an archive or a text, and what comes of it: nothing but rows."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from test_inputs import TEXT, read

from analysis.archive import annotate_into, crew_of


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

    monkeypatch.setattr("socket.socket.connect", refuse)
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
