"""Cleaning steps: each a small function that finds edits to a text; nothing is replaced unseen.

An edit names its place, what should stand there and the kind of damage. Applied in order,
the edits give the working text and, by `apply`, its alignment back to the verbatim text. No
step changes a letter of a word into another letter, joins lines, or touches codes such as
«WTDC-۲۵».
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

from . import spelling
from .spelling import LETTERS, ZWNJ


class Edit(NamedTuple):
    """Replace `text[start:end]` by `new`; `kind` as in the defects table."""

    start: int
    end: int
    new: str
    kind: str


Step = Callable[[str], list[Edit]]

PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_LETTERS = str.maketrans("يىكہھەۍې", "ییکهههیی")
SUFFIXES = "ها|های|هایی|ی|ای|ام|اند|ان|ات|اش|تر|ترین"
NUMBER_ENDINGS = "مین|امین|های|گانه|تایی"

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc]+"
)
PRESENTATION = re.compile("[\ufb50-\ufbb1\ufbd3-\ufbff\ufe80-\ufefc]+")
TATWEEL = re.compile(f"(?<=[{LETTERS}])\u0640+(?=[{LETTERS}])")
ARABIC_WORD = re.compile(f"(?<![{LETTERS}{ZWNJ}])[{LETTERS}{ZWNJ}]*[يىكہھەۍې][{LETTERS}{ZWNJ}]*")
HAMZA_HE = re.compile("\u06c0")
ARABIC_DIGITS = re.compile("[\u0660-\u0669]+")
NUMBER = re.compile(r"\d+(?:[/.:٫٬]\d+)*")
NOT_SIGN = re.compile(f"(?<=[{LETTERS}])\u00ac(?=[{LETTERS}])")
STRAY = re.compile(
    rf"(?<!\S){ZWNJ}+|(?<={ZWNJ}){ZWNJ}+|{ZWNJ}+(?=[\s.،؛:!؟»)]|\Z)|(?<=[«(.،؛:!؟]){ZWNJ}+"
)
SPACE_BEFORE = re.compile(
    r"(?:(?<=[\w»)])[ \u00a0]+(?:[،؛!؟»)]|\.(?![\w.])|(?<!\d ):)|(?<=\d)[ \u00a0]:(?![ \u00a0]\d))"
    rf"(?P<glued>(?=[{LETTERS}]))?"
)
SPACE_AFTER = re.compile(rf"(?P<glued>(?<=[{LETTERS}]{{2}}))?[«(][ \u00a0]+(?=\w)")
STRAIGHT_QUOTE = re.compile(r'(?<!\w)"([ \u00a0]*)[^"\n]*?([ \u00a0]*)"')
MANY_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
TWO, THREE = f"[{LETTERS}]{{2}}", f"[{LETTERS}]{{3}}"
GLUED_AFTER = re.compile(
    "|".join(
        [
            rf"(?<={TWO})[،؛:؟!,;](?=[{LETTERS}«(])",
            rf"(?<={TWO}):(?=[\"“])",
            rf"(?<=[»)/\w])[،؛](?=[{LETTERS}«(])",
            rf"(?<={THREE})\.(?={THREE})",
            rf"(?<=\b[شز]د)\.(?={THREE})",
            rf"(?<={TWO})(?:\.{{3}}|…)(?={TWO})",
            rf"(?<=[{LETTERS}])[»)](?=[{LETTERS}])(?!(?:{SUFFIXES})\b)",
            rf"(?<![\w.,:/٫٬-])\d+(?:[.,/٫٬]\d+)*(?={THREE})(?!{NUMBER_ENDINGS})",
        ]
    )
)
NUMBERED = "سال|ماده|تبصره|بند|اصل|فصل|صفحه|جلد|شماره|کد|پلاک"
GLUED_BEFORE = re.compile(
    "|".join(
        [
            rf"(?<={TWO})«(?=[{LETTERS}])",
            rf"(?<=[ »)]و)«(?=[{LETTERS}])",
            rf"(?<={TWO})\((?=[{LETTERS}])(?!(?:{SUFFIXES})\))",
            rf"(?<={THREE})\d{{2,}}",
            *(rf"(?<=\b{word})\d+" for word in NUMBERED.split("|")),
        ]
    )
)


def _deletions(pattern: re.Pattern[str], kind: str) -> Step:
    """A step that deletes whatever a pattern finds."""

    def step(text: str) -> list[Edit]:
        return [Edit(*match.span(), "", kind) for match in pattern.finditer(text)]

    return step


def _rewrites(pattern: re.Pattern[str], new: Callable[[str], str], kind: str) -> Step:
    """A step that rewrites whatever a pattern finds, unless it stays the same."""

    def step(text: str) -> list[Edit]:
        found = ((match, new(match.group())) for match in pattern.finditer(text))
        return [Edit(*match.span(), now, kind) for match, now in found if now != match.group()]

    return step


def _persian_digits(number: str) -> str:
    return "".join(
        PERSIAN_DIGITS[unicodedata.digit(mark)] if mark.isdecimal() else mark for mark in number
    )


def _one_script(number: str) -> str:
    """A number in Persian digits if it mixes them with others."""
    ascii_digits = sum(mark.isascii() and mark.isdecimal() for mark in number)
    others = sum(mark.isdecimal() for mark in number) - ascii_digits
    return _persian_digits(number) if ascii_digits and others else number


def _persian_letters(word: str) -> str:
    return word.translate(ARABIC_LETTERS)


def _plain_forms(letters: str) -> str:
    """Letters for presentation forms; a ligature becomes its letters."""
    return unicodedata.normalize("NFKC", letters)


def space_before_punctuation(text: str) -> list[Edit]:
    """Find spaces before a mark; one that stands on the wrong side of it moves to the other.

    >>> [edit.new for edit in space_before_punctuation("خبر ، گزارش ،متن")]
    ['،', '، ']
    """
    return [
        Edit(*match.span(), match.group().lstrip() + _space(match), "space-before-punctuation")
        for match in SPACE_BEFORE.finditer(text)
    ]


def space_after_bracket(text: str) -> list[Edit]:
    """Find spaces after an opening mark; one that stands on the wrong side moves to the other.

    >>> [edit.new for edit in space_after_bracket("( متن( دیگر")]
    ['(', ' (']
    """
    return [
        Edit(*match.span(), _space(match) + match.group().rstrip(), "space-after-bracket")
        for match in SPACE_AFTER.finditer(text)
    ]


def _space(match: re.Match[str]) -> str:
    return "" if match["glued"] is None else " "


def space_in_quotes(text: str) -> list[Edit]:
    """Find spaces just inside straight quotation marks, line by line, marks taken in pairs.

    >>> space_in_quotes('گفت " نه "')
    [Edit(start=5, end=6, new='', kind='space-after-bracket'), \
Edit(start=8, end=9, new='', kind='space-before-punctuation')]
    """
    edits: list[Edit] = []
    for match in STRAIGHT_QUOTE.finditer(text):
        for group, kind in (1, "space-after-bracket"), (2, "space-before-punctuation"):
            if match.group(group):
                edits.append(Edit(*match.span(group), "", kind))
    return edits


def missing_zwnj(text: str) -> list[Edit]:
    """Find words that have lost half-spaces; each edit is the whole word, restored.

    >>> missing_zwnj("میشود") == [Edit(0, 5, "می" + ZWNJ + "شود", "missing-zwnj")]
    True
    """
    return [Edit(*found, "missing-zwnj") for found in spelling.lost_in_words(text)]


def space_for_zwnj(text: str) -> list[Edit]:
    """Find a space that stands in place of a half-space; each edit is the whole word.

    >>> space_for_zwnj("همکاری های") == [Edit(0, 10, "همکاری" + ZWNJ + "های", "space-for-zwnj")]
    True
    """
    edits: list[Edit] = []
    for start, end, word in spelling.divided_words(text):
        edits.append(Edit(start, end, word, "space-for-zwnj"))
    return edits


STEPS: dict[str, Step] = {
    "control-character": _deletions(INVISIBLE, "control-character"),
    "presentation-form": _rewrites(PRESENTATION, _plain_forms, "presentation-form"),
    "tatweel": _deletions(TATWEEL, "tatweel"),
    "arabic-letter": _rewrites(ARABIC_WORD, _persian_letters, "arabic-letter"),
    "arabic-he-hamza": _rewrites(HAMZA_HE, lambda _: "ه\u0654", "arabic-letter"),
    "arabic-digit": _rewrites(ARABIC_DIGITS, _persian_digits, "arabic-digit"),
    "mixed-digits": _rewrites(NUMBER, _one_script, "mixed-digits"),
    "zwnj-substitute": _rewrites(NOT_SIGN, lambda _: ZWNJ, "zwnj-substitute"),
    "stray-zwnj": _deletions(STRAY, "stray-zwnj"),
    "space-before-punctuation": space_before_punctuation,
    "space-after-bracket": space_after_bracket,
    "space-in-quotes": space_in_quotes,
    "extra-space": _rewrites(MANY_SPACES, lambda _: " ", "extra-space"),
    "missing-space": _rewrites(GLUED_AFTER, lambda mark: mark + " ", "missing-space"),
    "missing-space-before": _rewrites(GLUED_BEFORE, lambda mark: " " + mark, "missing-space"),
    "space-for-zwnj": space_for_zwnj,
    "missing-zwnj": missing_zwnj,
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
