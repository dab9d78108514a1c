"""Articles and metadata: what is read, and what is refused with the file and the reason."""

from pathlib import Path

import pytest

from analysis.corpus import BadInput, read_article, read_corpus

TEXT = "وزیر ارتباطات عازم باکو شد."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_article_is_read_byte_for_byte(article) -> None:
    path = Path(__file__).parent.parent / "corpus/articles/baku-wtdc25.txt"
    assert article.text.encode() == path.read_bytes()
    assert (article.id, article.published, article.country) == ("baku-wtdc25", "2025-11-16~", "IRN")


def test_an_article_needs_no_metadata(tmp_path: Path) -> None:
    read = read_article(write(tmp_path, "a.txt", TEXT))
    assert (read.id, read.text, read.published) == ("a", TEXT, None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "No such file"),
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\x89PNG\0\0", "is binary"),
        (b"caf\xe9 au lait", "not UTF-8"),
    ],
)
def test_an_article_that_cannot_be_read(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadInput, match=reason) as caught:
        read_article(path)
    assert caught.value.path == str(path)


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        ('published = "2025-02-30"', "not in the calendar"),
        ('published = "1404/08/25"', "no EDTF date"),
        ("published = 2025-11-16", "must be a text in quotes"),
        ('title = ""', "must be a text in quotes"),
        ('headline = "x"', "unknown key 'headline'"),
        ("title = ", "no TOML metadata"),
        (b'title = "\xff"', "no TOML metadata"),
    ],
)
def test_metadata_that_cannot_be_used(tmp_path: Path, metadata: str | bytes, reason: str) -> None:
    article = write(tmp_path, "a.txt", TEXT)
    sidecar = write(tmp_path, "a.toml", metadata)
    with pytest.raises(BadInput, match=reason) as caught:
        read_article(article)
    assert caught.value.path == str(sidecar)


def test_a_corpus_is_every_text_below_a_folder_by_id(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    write(tmp_path, "b.txt", TEXT)
    write(tmp_path / "2024", "a.txt", TEXT)
    assert [read.id for read in read_corpus(tmp_path)] == ["a", "b"]


def test_two_articles_with_one_id_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    second = write(tmp_path, "b.txt", TEXT)
    write(tmp_path, "b.toml", 'id = "a"')
    with pytest.raises(BadInput, match=r"has the id 'a', as has .*a\.txt") as caught:
        read_corpus(tmp_path)
    assert caught.value.path == str(second)


def test_metadata_without_an_article_are_not_left_out_silently(tmp_path: Path) -> None:
    write(tmp_path, "my-article.txt", TEXT)
    write(tmp_path, "my_article.toml", 'title = "a"')
    with pytest.raises(BadInput, match=r"has no article beside it \(my_article\.txt\)"):
        read_corpus(tmp_path)


@pytest.mark.parametrize(("name", "reason"), [("none", "no such folder"), ("", "no article")])
def test_a_corpus_that_is_not_there(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        read_corpus(tmp_path / name)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ('published = "1404-08-25"', "looks like a Jalali date; write 2025-11-16"),
        (
            'published = "1404"',
            "looks like a Jalali date; write the Gregorian one, such as 2025-03",
        ),
        ('published = "1404-13-01"', "looks like a Jalali date; write the Gregorian one"),
        ('country = "Iran"', r"'Iran' is no ISO 3166-1 alpha-3 code of a country \(such as IRN"),
        ('country = "irn"', r"\(write IRN\)"),
        ('country = "XXX"', "no ISO 3166-1"),
        ('title = "سفر\n', r'line 1 is not like  title = "..."'),
    ],
)
def test_metadata_that_cannot_be_meant_say_what_to_write(
    tmp_path: Path, told: str, reason: str
) -> None:
    (tmp_path / "a.txt").write_text("متن", "utf-8")
    (tmp_path / "a.toml").write_text(told, "utf-8")
    with pytest.raises(BadInput, match=reason):
        read_article(tmp_path / "a.txt")
