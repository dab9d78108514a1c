"""Reads spans of time expressions in the forms in which public data has them.

Spans are over tokens. Kinds are DATE and TIME, or None where the data tells none.
"""

import ast
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..corpus import BadInput

TOKEN = re.compile(r"\w+(?:\u200c\w+)*|[^\w\s]")
KINDS = {"DAT": "DATE", "TIM": "TIME", "DATE": "DATE", "TIME": "TIME", "T": "TIME", "D": "DATE"}


class Span(NamedTuple):
    """Tokens `first` to `last - 1` and their kind."""

    first: int
    last: int
    kind: str | None


class Sentence(NamedTuple):
    """A text, the offsets of its tokens, and the annotated spans."""

    text: str
    tokens: list[tuple[int, int]]
    spans: list[Span]


def read(path: Path) -> list[Sentence]:
    """Read sentences: JSON of parstdex or Hengam, or one token and tag a line.

    Raises BadInput for a file that is missing or in no known form.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(path, str(error)) from None
    try:
        if path.suffix == ".json":
            found = [_from_json(item) for item in json.loads(text)]
        else:
            found = list(_from_lines(text.splitlines()))
    except (AttributeError, IndexError, KeyError, ValueError, TypeError, SyntaxError):
        raise BadInput(path, "is in no known form of date spans (see evaluate --help)") from None
    if not any(sentence.spans for sentence in found):
        raise BadInput(path, "holds no date span (see evaluate --help)")
    return found


def _from_json(item: dict[str, Any]) -> Sentence:
    if "test_input" in item:
        text, spans = item["test_input"], item["expected"]
        pairs = ast.literal_eval(spans) if isinstance(spans, str) else spans
        return by_offsets(text, [(start, end, None) for start, end in pairs])
    if "spans" in item:
        spans = [(span["start"], span["end"], kind_of(span["label"])) for span in item["spans"]]
        return by_offsets(item["text"], spans)
    if "a" in item:
        return _from_tagged(item["sent"], item["a"])
    words = item.get("tokens") or item["words"]
    return by_tags(words, item.get("tags") or item["labels"])


def _from_tagged(text: str, tagged: list[dict[str, Any]]) -> Sentence:
    tokens = [(piece["Start"], piece["End"]) for piece in tagged]
    return Sentence(text, tokens, list(from_iob(piece["Tag"] for piece in tagged)))


def by_offsets(text: str, spans: Iterable[tuple[int, int, str | None]]) -> Sentence:
    """A sentence whose spans are given in characters."""
    tokens = [match.span() for match in TOKEN.finditer(text)]
    return Sentence(text, tokens, [over(tokens, *span) for span in spans])


def over(tokens: list[tuple[int, int]], start: int, end: int, kind: str | None) -> Span:
    """The tokens that characters `start` to `end` touch."""
    touched = [at for at, (low, high) in enumerate(tokens) if low < end and high > start]
    return Span(touched[0], touched[-1] + 1, kind) if touched else Span(0, 0, kind)


def by_tags(words: list[str], tags: list[str]) -> Sentence:
    """A sentence of words with IOB tags."""
    tokens, at = [], 0
    for word in words:
        tokens.append((at, at + len(word)))
        at += len(word) + 1
    return Sentence(" ".join(words), tokens, list(from_iob(tags)))


def from_iob(tags: Iterable[str]) -> Iterator[Span]:
    """Spans of dates and times from IOB tags («B-DAT», «I_TIM»)."""
    first, kind = 0, None
    last = -1
    for last, tag in enumerate(tags):
        name = kind_of(tag[2:]) if tag[:1] in "BI" and len(tag) > 2 else None
        if kind is not None and (name != kind or tag[0] == "B"):
            yield Span(first, last, kind)
            kind = None
        if name is not None and kind is None:
            first, kind = last, name
    if kind is not None:
        yield Span(first, last + 1, kind)


def kind_of(label: str) -> str | None:
    """DATE or TIME from a label, None for others."""
    return KINDS.get(label.upper())


def _from_lines(lines: Iterable[str]) -> Iterator[Sentence]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*lines, ""]:
        if not line.strip():
            if words:
                yield by_tags(words, tags)
            words, tags = [], []
            continue
        mark = "|" if "|" in line else "\t" if "\t" in line else " "
        word, _, tag = line.rstrip().rpartition(mark)
        words.append(word)
        tags.append(tag)
