"""One article to be, as it stands in an archive, before it is decoded and checked."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..corpus import CHECKS, TEXT_KEYS, Article, BadInput
from ..encodings import decode
from ..own_names import OwnName

LIMIT = 8 << 20  # bytes of one text, page or line of an archive
LONGEST = 2_000_000  # code points of one article
ALIASES = {
    "text": ("text", "body", "content"),
    "published": ("published", "date"),
    "publisher": ("publisher", "source"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "id": ("id",),
    "country": ("country",),
}
JALALI = re.compile(r"(1[34]\d\d)[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*", re.ASCII)
SURROGATE = re.compile(r"[\ud800-\udfff]")


class Item(NamedTuple):
    """What is known of an article before it is read: `kind` is text, page, error or deadly
    (it ended the process that read it).

    `content` is the text, the page, or the reason why there is none; `size` is how many bytes
    of the archive it takes, for the progress bar; `names` are those of the lexicon beside it.
    """

    id: str
    content: bytes | str
    metadata: dict[str, str]
    kind: str = "text"
    size: int = 0
    names: tuple[OwnName, ...] = ()

    def below(self, name: str) -> "Item":
        """The same item as one of an archive within the archive."""
        return self if "id" in self.metadata else self._replace(id=f"{name}/{self.id}")


def whole(words: str) -> str:
    """Words that can be written: half of a surrogate pair, or a byte of another encoding, is lost.

    >>> whole("caf\\udce9")
    'caf\ufffd'
    """
    return SURROGATE.sub("\ufffd", words)


def broken(name: str, reason: str, size: int = 0) -> Item:
    """An item that has no article, only a reason."""
    return Item(name, reason, {}, "error", size)


def record(name: str, fields: Mapping[str, Any], size: int, text_column: str | None) -> Item:
    """Make an item of a record's fields (see ALIASES); `name` is its id where it has none."""
    names = ALIASES | ({"text": (text_column,)} if text_column else {})
    found = {key: _first(fields, columns) for key, columns in names.items()}
    text = found.pop("text")
    metadata = {key: words for key, words in found.items() if words}
    name = metadata.get("id", name)
    if text is None:
        return broken(name, f"has no text ({', '.join(names['text'])})", size)
    if "published" in metadata:
        metadata["published"] = plain_date(metadata["published"])
    return Item(name, text, metadata, size=size)


def _first(fields: Mapping[str, Any], columns: tuple[str, ...]) -> str | None:
    for column in columns:
        value = fields.get(column)
        if value is not None and str(value).strip():
            return str(value)
    return None


def plain_date(words: str) -> str:
    """Take the day out of a moment, and a Jalali day to the Gregorian calendar.

    >>> plain_date("2025-11-16T08:30:00+03:30"), plain_date("1404/08/25")
    ('2025-11-16', '2025-11-16')
    """
    from jdatetime import date

    if moment := MOMENT.fullmatch(words):
        words = moment[1]
    if not (day := JALALI.fullmatch(words)):
        return words
    try:
        return str(date(*map(int, day.groups())).togregorian())
    except ValueError:
        return words


def article_of(item: Item) -> Article:
    """Decode and check one item.

    Raises BadInput for what is no article: the reason says why.
    """
    if item.kind in ("error", "deadly"):
        raise BadInput(item.id, str(item.content))
    metadata, content = dict(item.metadata), item.content
    try:
        encoding = None
        if isinstance(content, bytes):
            content, encoding = decode(content)
        if item.kind == "page":
            from .pages import read_page

            content, known = read_page(content)
            metadata = known | metadata
        _check(content)
        for key, check in CHECKS.items():
            if key in metadata:
                check(metadata[key])
    except (ValueError, ImportError) as error:
        raise BadInput(item.id, str(error)) from None
    told: dict[str, Any] = {key: whole(metadata[key]) for key in TEXT_KEYS if key in metadata}
    known = told | {"id": item.id}
    return Article(**known, text=content, encoding=encoding, names=item.names)


def _check(text: str) -> None:
    """Raise ValueError for a text that no table can hold."""
    if not text.strip():
        raise ValueError("is empty")
    if len(text) > LONGEST:
        raise ValueError(f"is longer than {LONGEST:,} characters")
    if "\0" in text:
        raise ValueError("is binary, not text")
    if SURROGATE.search(text):
        raise ValueError("holds half of a surrogate pair or bytes of another encoding")
