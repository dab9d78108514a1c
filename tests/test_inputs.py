"""What an archive's files are read as, in which encodings, and what is refused, with the reason."""

import json
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from analysis.corpus import Article, BadInput
from analysis.encodings import decode
from analysis.inputs import article_of, scan
from analysis.inputs.items import LIMIT, LONGEST, plain_date

TEXT = "وزير ارتباطات براي شرکت در اين کنفرانس به باکو رفت و با او ديدار کرد."


def read(path: Path, **options: str) -> tuple[dict[str, Article], dict[str, str]]:
    """The articles of an archive by id, and the reasons of those that are none."""
    articles, reasons = {}, {}
    for item in scan(path, **options):
        try:
            articles[item.id] = article_of(item)
        except BadInput as error:
            reasons[item.id] = error.reason
    return articles, reasons


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("windows-1256", "windows-1256"),
    ],
)
def test_known_encodings_are_detected_and_named(codec: str, name: str) -> None:
    assert decode(TEXT.encode(codec)) == (TEXT, name)


@pytest.mark.parametrize("codec", ["iso8859_6", "mac_arabic", "cp720"])
def test_other_arabic_encodings_are_refused(codec: str) -> None:
    with pytest.raises(ValueError, match="not UTF-8"):
        decode("وزير به باكو رفت و با او ديدار كرد".encode(codec, "ignore"))


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        ("café, crème, brûlée".encode("latin-1"), "not UTF-8"),
        ("министр поехал".encode("koi8-r"), "not UTF-8"),
        (TEXT[:-1].encode()[:-1], "not UTF-8"),
        (b"\xff\xfe\x33", "not UTF-16 as it says"),
        (b"\x7fELF\x00\x01", "binary"),
        ("سلام بر همه".encode().decode("cp1252", "ignore").encode(), "mojibake"),
    ],
)
def test_anything_else_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        decode(raw)


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    try:
        text, _ = decode(raw)
    except ValueError:
        return
    assert text.strip()


def test_a_folder_of_texts_with_and_without_metadata(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.toml").write_text('id = "first"\npublished = "2025-11-16"', "utf-8")
    (tmp_path / "2024/b.txt").write_bytes(TEXT.encode("windows-1256"))
    articles, reasons = read(tmp_path)
    assert reasons == {}
    assert list(articles) == ["2024/b", "first"]
    assert articles["first"].published == "2025-11-16"
    assert articles["2024/b"].encoding == "windows-1256"
    assert {article.text for article in articles.values()} == {TEXT}


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = {"id": 7, "title": "خبر", "body": TEXT, "date": "2025-11-16T08:30:00+03:30", "x": 1}
    path.write_bytes(lines(good, {"text": ""}, [1]) + b"\n{\n\n" + lines({"text": TEXT}))
    articles, reasons = read(path)
    assert articles["7"] == Article("7", TEXT, title="خبر", published="2025-11-16")
    assert list(articles) == ["7", "a.jsonl:6"]
    assert list(reasons) == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4"]
    assert "has no text" in reasons["a.jsonl:2"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_csv_in_each_encoding(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f'id,matn\r\n1,"{TEXT}\n{TEXT}"\r\n2,{TEXT}\r\n'.encode(codec))
    articles, reasons = read(path, text_column="matn")
    assert reasons == {}
    assert [article.text for article in articles.values()] == [f"{TEXT}\n{TEXT}", TEXT]


def test_a_csv_row_with_damaged_bytes_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    good = TEXT.encode()
    filler = b"".join(b"%d,%s\n" % (number, good) for number in range(1000))
    path.write_bytes(b"id,text\n" + filler + b"bad,\xff\xfe\n" + b"last," + good + b"\n")
    articles, reasons = read(path)
    assert len(articles) == 1001
    assert "last" in articles
    assert list(reasons) == ["bad"]


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"id": ["x", "y"], "text": [TEXT, None], "n": [1, 2]}), path)
    articles, reasons = read(path)
    assert (list(articles), list(reasons)) == (["x"], ["y"])


def test_parquet_in_a_zip_fits_in_memory_or_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parquet.write_table(pa.table({"text": [TEXT] * 3}), tmp_path / "a.parquet")
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / "a.parquet", "a.parquet")
    assert len(read(tmp_path / "a.zip")[0]) == 3
    monkeypatch.setattr("analysis.inputs.records.ZIPPED", 100)
    assert "unpack it first" in read(tmp_path / "a.zip")[1]["a.parquet"]


def test_zips_hold_any_of_them(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("news/one.txt", TEXT)
        archive.writestr("news/one.toml", 'title = "خبر"')
        archive.writestr("more.jsonl", lines({"id": "j", "text": TEXT}, {"text": TEXT}))
    assert list(read(tmp_path / "a.zip")[0]) == ["j", "more.jsonl:2", "news/one"]
    articles, reasons = read(tmp_path)
    assert reasons == {}
    assert list(articles) == ["j", "a.zip/more.jsonl:2", "a.zip/news/one"]
    assert articles["a.zip/news/one"].title == "خبر"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"x" * (LIMIT + 1), "longer than"),
        ("a.txt", b"x" * (LONGEST + 1), "longer than"),
        ("a.pdf", b"%PDF", "unknown kind of file"),
        ("a.zip", b"PK\x03\x04", "not a zip file"),
        ("a.parquet", b"PAR1", "no Parquet"),
        ("a.jsonl", b"\xff\xfe\xfd", "no JSON"),
        ("a.jsonl", b'{"text": "\\ud800"}', "surrogate"),
        ("a.jsonl", b'{"text": "a\\u0000b"}', "binary"),
        ("a.jsonl", b'{"text": "a", "date": "2025-02-30"}', "not in the calendar"),
        ("a.jsonl", b'{"text": "a", "date": "1404-08"}', "looks like a Jalali date"),
        ("a.jsonl", b'{"text": "a", "country": "Iran"}', "no ISO 3166-1 alpha-3 code"),
        ("a.jsonl", b"[" * 100_000, "no JSON"),
    ],
)
def test_what_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    articles, reasons = read(tmp_path)
    assert articles == {}
    assert [reason in words for words in reasons.values()] == [True]


def test_a_line_without_end_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"[" + b"x" * (2 * LIMIT) + b"]\n" + lines({"id": "b", "text": TEXT}))
    articles, reasons = read(path)
    assert (list(articles), list(reasons)) == (["b"], ["a.jsonl:1"])


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1404/08/25", "2025-11-16"),
        ("1404-8-5", "2025-10-27"),
        ("2025-11-16 08:30", "2025-11-16"),
        ("2025-11-16~", "2025-11-16~"),
        ("1404-08-25T08:30", "2025-11-16"),
        ("1404/13/45", "1404/13/45"),
    ],
)
def test_dates_of_records(words: str, day: str) -> None:
    assert plain_date(words) == day


def test_an_archive_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file or folder"):
        list(scan(tmp_path / "none.jsonl"))


def test_the_lexicon_beside_an_archive_is_no_article_of_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.jsonl").write_bytes(lines({"id": "a", "text": TEXT}))
    (tmp_path / "sub/b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "lexicon.csv").write_text("surface,label\nباکو,EVENT\n", "utf-8")
    articles, reasons = read(tmp_path)
    assert reasons == {}
    assert [articles[name].names[0].surface for name in ("a", "sub/b")] == ["باکو", "باکو"]
    (tmp_path / "lexicon.csv").write_text("surface\nباکو\n", "utf-8")
    with pytest.raises(BadInput, match=r"lexicon.csv: has no column 'label'"):
        read(tmp_path)
