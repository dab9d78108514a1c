"""Cleaning steps: each a small function that finds edits to a text; nothing is replaced unseen.

An edit names its place, what should stand there and the kind of damage. Applied in order,
the edits give the working text and, by `apply`, its alignment back to the verbatim text.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace `text[start:end]` by `new`; `kind` as in the defects table."""

    start: int
    end: int
    new: str
    kind: str


SPACE_BEFORE = re.compile(r"(?<=\w)[ \u00a0]+(?=[،؛])")


def space_before_punctuation(text: str) -> list[Edit]:
    """Find white space between a word and its comma or semicolon.

    >>> space_before_punctuation("سیما ، آقای")
    [Edit(start=4, end=5, new='', kind='space-before-punctuation')]
    """
    return [Edit(*m.span(), "", "space-before-punctuation") for m in SPACE_BEFORE.finditer(text)]


STEPS: dict[str, Callable[[str], list[Edit]]] = {
    "space-before-punctuation": space_before_punctuation,
}


def apply(text: str, origin: list[int], edits: Iterable[Edit]) -> tuple[str, list[int]]:
    """Apply edits in order and carry the alignment along.

    `origin[i]` is the verbatim offset of character i; an inserted character has the offset
    of the one that follows it. Edits must be sorted and must not overlap.

    >>> apply("بهصرفه", list(range(6)), [Edit(0, 6, "به‌صرفه", "missing-zwnj")])
    ('به\\u200cصرفه', [0, 1, 2, 2, 3, 4, 5])
    """
    parts: list[str] = []
    offsets: list[int] = []
    done = 0
    for edit in edits:
        parts += [text[done : edit.start], edit.new]
        offsets += origin[done : edit.start]
        offsets += [origin[k] for k in _sources(text, edit)]
        done = edit.end
    parts.append(text[done:])
    offsets += origin[done:]
    return "".join(parts), offsets


def _sources(text: str, edit: Edit) -> list[int]:
    """The place in `text` that each character of an edit's replacement comes from."""
    if len(edit.new) == edit.end - edit.start:
        return list(range(edit.start, edit.end))
    places, at = [], edit.start
    for character in edit.new:
        found = text.find(character, at, edit.end)
        if len(edit.new) > edit.end - edit.start:
            found = at if text[at : at + 1] == character else -1
        places.append(min(found if found >= 0 else at, edit.end - 1))
        at = found + 1 if found >= 0 else at
    return places
