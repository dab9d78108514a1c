"""From bytes to text: which encoding Persian text is in, or that it is in none of the known ones.

Known are UTF-8 with and without a byte-order mark, UTF-16 and Windows-1256. A file in anything
else is refused: the 8-bit encodings of other scripts would decode too, but to nonsense.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder

from .lexicon import fold

ARABIC = re.compile(r"[\u0620-\u064A\u066E-\u06D3]")
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
FOREIGN = "[\u00c0-\u02af\u00d7\u00f7]"
JUMBLED = re.compile(f"{ARABIC.pattern}{FOREIGN}|{FOREIGN}{ARABIC.pattern}")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
COMMON = frozenset(re.findall(r"\w+", "و در به از که را با این است برای آن شد بود می تا یا هم بر"))
ENOUGH = 25  # Persian prose has a common word among every 5; one among 25 tells it from nonsense


def decode(raw: bytes) -> tuple[str, str]:
    """The text that bytes stand for and the encoding they are in, a mark at the front left out.

    >>> decode("سلام".encode("utf-8-sig"))
    ('سلام', 'utf-8-sig')

    Raises ValueError for what is empty, binary, in another encoding, or damaged by one.
    """
    text, encoding = _decode(raw)
    if not text.strip():
        raise ValueError("is empty")
    if "\0" in text:
        raise ValueError("is binary, not text")
    if is_mojibake(text):
        raise ValueError("is UTF-8 that was once read as Windows-1252 (mojibake)")
    return text, encoding


def guess(head: bytes) -> str:
    """The encoding of a long file from its first bytes, which may end within a character.

    Raises ValueError as `decode` does.
    """
    for mark, encoding in MARKS.items():
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        return decode(head[: len(head) & ~1])[1]
    try:
        getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return decode(head)[1]
    return "utf-8"


MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}


def _decode(raw: bytes) -> tuple[str, str]:
    for mark, encoding in MARKS.items():
        if raw.startswith(mark):
            return _strictly(raw, encoding), encoding
    if b"\0" in raw:
        for encoding in ("utf-16-le", "utf-16-be"):
            if is_persian(raw.decode(encoding, "replace")):
                return _strictly(raw, encoding), encoding
        raise ValueError("is binary, not text")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        text = raw.decode("windows-1256")
        if is_persian(text):
            return text, "windows-1256"
        place = f"byte {error.start}"
    raise ValueError(f"is not UTF-8 ({place}), nor UTF-16 or Windows-1256 in Persian")


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding.startswith("utf-8") else "UTF-16"
        raise ValueError(f"is not {name} as it says it is (byte {error.start})") from None


def is_persian(text: str) -> bool:
    """Whether a text reads as Persian: its letters, none jumbled with others, and common words.

    >>> is_persian("سفر وزیر به باکو"), is_persian("ÓÝÑ æÒíÑ"), is_persian("a plain text")
    (True, False, False)
    """
    letters = len(LETTER.findall(text))
    if CONTROL.search(text) or JUMBLED.search(text) or "\ufffd" in text:
        return False
    if not letters or len(ARABIC.findall(text)) * 3 < letters:
        return False
    words = [word for word in WORD.findall(text) if ARABIC.match(word)]
    return bool(words) and sum(fold(word) in COMMON for word in words) * ENOUGH >= len(words)


def is_mojibake(text: str) -> bool:
    """Whether a text is UTF-8 Persian that someone decoded as Windows-1252.

    >>> is_mojibake("سلام".encode().decode("cp1252")), is_mojibake("Ø is a letter")
    (True, False)
    """
    if not any(mark in text for mark in ("Ø", "Ù", "Û")) or ARABIC.search(text):
        return False
    try:
        return bool(ARABIC.search(text.encode("cp1252").decode("utf-8")))
    except UnicodeError:
        return False
