"""Articles and their metadata: reading, checking, clear errors for bad input.

An article is one text file (UTF-8; UTF-16 and Windows-1256 are recognised), kept byte for byte, and beside it an optional TOML file
with the same name that says what is known about it:

    corpus/articles/baku-wtdc25.txt
    corpus/articles/baku-wtdc25.toml    title, publisher, url, published (EDTF), country (ISO 3166)
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from . import own_names
from .encodings import decode
from .lexicon import load
from .own_names import OwnName

TEXT_KEYS = ("id", "title", "publisher", "url", "published", "country")
JALALI = range(1200, 1500)  # years that no Gregorian date of publication has
EDTF_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?", re.ASCII)


class BadInput(ValueError):
    """An input file that cannot be used: the file (or place in it) and the reason."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = str(path), reason


@dataclass(frozen=True)
class Article:
    """One article as published: `text` is verbatim, all else is metadata or None.

    `published` is a day, month or year in EDTF (ISO 8601-2), `country` the ISO 3166-1 alpha-3
    code of the country that the source calls "our country", `encoding` what its file was in,
    `names` the names that the corpus folder's lexicon.csv adds.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    country: str = "IRN"
    encoding: str | None = None
    names: tuple[OwnName, ...] = ()


def published_days(edtf: str) -> tuple[date, date]:
    """First and last day that an EDTF date of publication can mean.

    >>> published_days("2025-11-16~")
    (datetime.date(2025, 11, 16), datetime.date(2025, 11, 16))

    Raises ValueError for a value that is no EDTF day, month or year, is not in the calendar, or
    looks like a Jalali date.
    """
    match = EDTF_DAY.fullmatch(edtf)
    if not match:
        raise ValueError(
            f"'{edtf}' is no EDTF date (write 2025-11-16, 2025-11 or 2025, ~ if approximate)"
        )
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    assert year is not None
    if year in JALALI:
        raise ValueError(f"'{edtf}' looks like a Jalali date; write {_gregorian(year, month, day)}")
    try:
        first = date(year, month or 1, day or 1)
    except ValueError as error:
        raise ValueError(f"'{edtf}' is not in the calendar: {error}") from None
    if day:
        return first, first
    following = date(year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
    return first, following - timedelta(days=1)


def _gregorian(year: int, month: int | None, day: int | None) -> str:
    """What to write for a Jalali date, in words where it is not in the calendar."""
    from .calendars import to_date

    try:
        first = to_date("jalali", year, month or 1, day or 1).isoformat()
    except ValueError:
        return "the Gregorian one"
    return first if day else f"the Gregorian one, such as {first[:7]}"


def check_country(code: str) -> None:
    """Raise ValueError for what is no ISO 3166-1 alpha-3 code of a country.

    >>> check_country("IRN")
    """
    if code not in _countries():
        near = f"write {code.upper()}" if code.upper() in _countries() else "such as IRN"
        raise ValueError(f"'{code}' is no ISO 3166-1 alpha-3 code of a country ({near})")


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["iso3"] for row in load("countries"))


def read_article(path: Path | str) -> Article:
    """Read one article and the metadata beside it.

    >>> read_article("corpus/articles/baku-wtdc25.txt").published
    '2025-11-16~'

    Raises BadInput (missing, empty, binary, no known encoding, wrong metadata) naming the file.
    """
    path = Path(path)
    text, encoding = _read_text(path)
    sidecar = path.with_suffix(".toml")
    metadata = metadata_of(sidecar, _read_metadata(sidecar)) if sidecar.exists() else {}
    lexicon = own_names.file_for(path)
    names = own_names.read(lexicon) if lexicon else ()
    return Article(**({"id": path.stem} | metadata), text=text, encoding=encoding, names=names)


def read_corpus(folder: Path | str) -> list[Article]:
    """Read every article (*.txt) below a folder, in the order of their ids.

    >>> [article.id for article in read_corpus("corpus/articles")]
    ['baku-wtdc25']

    Raises BadInput for a folder that is missing or holds no article, for any bad article, for
    metadata without an article, for a link that leads out of the folder, and for two articles
    with one id.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise BadInput(folder, "no such folder")
    seen: dict[str, Path] = {}
    articles = []
    for path in sorted(folder.rglob("*.txt")):
        for file in (path, path.with_suffix(".toml")):
            if not file.resolve().is_relative_to(folder.resolve()):
                raise BadInput(file, "is a link that leads out of the corpus")
        article = read_article(path)
        if article.id in seen:
            raise BadInput(path, f"has the id '{article.id}', as has {seen[article.id]}")
        seen[article.id] = path
        articles.append(article)
    if not articles:
        raise BadInput(folder, "holds no article (*.txt)")
    for sidecar in sorted(folder.rglob("*.toml")):
        if not sidecar.with_suffix(".txt").exists():
            raise BadInput(sidecar, f"has no article beside it ({sidecar.stem}.txt)")
    return sorted(articles, key=lambda article: article.id)


def text_of(raw: bytes, place: Path | str) -> tuple[str, str]:
    """Decode an article's bytes: its text and encoding.

    Raises BadInput naming `place` for what is empty, binary or in no known encoding.
    """
    try:
        return decode(raw)
    except ValueError as error:
        raise BadInput(place, str(error)) from None


def metadata_of(place: Path | str, metadata: Mapping[str, Any]) -> dict[str, str]:
    """Check what a metadata file says; BadInput names `place` and what is wrong there."""
    unknown = sorted(set(metadata) - {*TEXT_KEYS, "known"})
    if unknown:
        raise BadInput(place, f"unknown key '{unknown[0]}' (known: {', '.join(TEXT_KEYS)})")
    values = {key: metadata[key] for key in TEXT_KEYS if key in metadata}
    for key, value in values.items():
        if not isinstance(value, str) or not value.strip():
            raise BadInput(place, f"'{key}' must be a text in quotes")
    for key, check in CHECKS.items():
        if key in values:
            try:
                check(values[key])
            except ValueError as error:
                raise BadInput(place, f"{key}: {error}") from None
    return values


CHECKS: dict[str, Callable[[str], object]] = {
    "published": published_days,
    "country": check_country,
}


def _read_text(path: Path) -> tuple[str, str]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadInput(path, error.strerror or str(error)) from None
    return text_of(raw, path)


def _read_metadata(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadInput(path, error.strerror or str(error)) from None
    except ValueError as error:
        raise BadInput(path, no_toml(error)) from None


def no_toml(error: ValueError) -> str:
    """Say what is wrong with a metadata file that could not be read as TOML in UTF-8."""
    line = re.search(r"at line (\d+)", str(error))
    where = f"line {line[1]}" if line else "it"
    return f'is no TOML metadata: {where} is not like  title = "..."  ({error})'
