"""From a verbatim article to repaired words: tokens, sentences, and a table of defects.

Every token knows its span in the verbatim text, so whatever is built from tokens can cite the
words that it came from. The working spelling (half-spaces restored, Persian letters) is for
looking words up and for names shown to a reader.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from . import repair
from .corpus import Article
from .lexicon import fold

Row = dict[str, Any]

LETTER = r"(?:[^\W\d_]|[\u0300-\u036F\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED])"
TOKEN = re.compile(
    rf"(?P<w>{LETTER}+(?:\u200c+{LETTER}+)*)|(?P<n>\d+)|(?P<p>[^\w\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|_)"
)
ENDS = frozenset(".!?؟…")
CLOSERS = frozenset("»)]\"”'’")
LINE_ENDS = frozenset("\n\r\u2029")
QUOTES = {"«": "»", "“": "”"}
LONGEST = 400  # tokens of a sentence: the longest of 34,000 in PEYMA and PerDT has 354


class Token(NamedTuple):
    """A word, a run of digits or one punctuation mark, with its verbatim span."""

    text: str
    key: str
    start: int
    end: int
    spaced: bool
    kind: str


class Text:
    """An article's tokens and sentences, aligned with its verbatim text.

    >>> text = Text(Article("a", "همکاریهای بینالمللی"))
    >>> [token.text for token in text.tokens]
    ['همکاری‌های', 'بین‌المللی']
    """

    def __init__(self, article: Article, *, steps: Collection[str] | None = None) -> None:
        self.article = article
        self.defects: list[Row] = []
        working, origin = self._repair(steps)
        self.tokens, breaks = tokenize(working, origin)
        self.starts = [token.start for token in self.tokens]
        self.sentence = number_sentences(self.tokens, breaks)
        self.defects += [self._defect(*quote) for quote in unbalanced_quotes(self)]
        for row in self.defects:
            row["sentence"] = self._sentence_at(row["start"])
        self.defects.sort(key=lambda row: (row["start"], row["end"], row["kind"]))

    def _repair(self, steps: Collection[str] | None) -> tuple[str, list[int]]:
        working, origin = self.article.text, list(range(len(self.article.text)))
        for name, step in repair.STEPS.items():
            if steps is not None and name not in steps:
                continue
            edits = step(working)
            for edit in edits:
                start = origin[edit.start] if edit.start < len(origin) else len(self.article.text)
                end = origin[edit.end - 1] + 1 if edit.end > edit.start else start
                self.defects.append(self._defect(edit.kind, start, end, edit.new))
            if edits:
                working, origin = repair.apply(working, origin, edits)
        return working, origin

    def _defect(self, kind: str, start: int, end: int, suggestion: str | None) -> Row:
        return {
            "article": self.article.id,
            "start": start,
            "end": end,
            "text": self.article.text[start:end],
            "kind": kind,
            "suggestion": suggestion,
            "rule": kind,
        }

    def _sentence_at(self, offset: int) -> int:
        index = min(bisect_left(self.starts, offset), len(self.sentence) - 1)
        return self.sentence[index] if self.sentence else 0

    def row(self, first: int, last: int, rule: str, /, **values: Any) -> Row:
        """Make a row for tokens `first` to `last - 1`: its span, words and rule, then `values`."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return {
            "article": self.article.id,
            "sentence": self.sentence[first],
            "start": start,
            "end": end,
            "text": self.article.text[start:end],
            "rule": rule,
            **values,
        }

    def tokens_of(self, row: Row) -> tuple[int, int]:
        """Token indices, half-open, that a row's span covers."""
        return bisect_left(self.starts, row["start"]), bisect_left(self.starts, row["end"])


@lru_cache(maxsize=1 << 17)
def key_of(word: str) -> str:
    """Cached `lexicon.fold` of one word."""
    return fold(word)


def tokenize(working: str, origin: list[int]) -> tuple[list[Token], set[int]]:
    """Tokens of a working text, and the indices of those that begin a new line."""
    tokens: list[Token] = []
    breaks: set[int] = set()
    done = 0
    for match in TOKEN.finditer(working):
        start, end = match.span()
        surface = match.group()
        spaced = not tokens
        if start > done and (gap := working[done:start]) != " ":
            spaced = spaced or any(mark.isspace() for mark in gap)
            if not LINE_ENDS.isdisjoint(gap):
                breaks.add(len(tokens))
        elif start > done:
            spaced = True
        kind = match.lastgroup or "p"
        key = surface if kind == "p" else key_of(surface)
        tokens.append(Token(surface, key, origin[start], origin[end - 1] + 1, spaced, kind))
        done = end
    return tokens, breaks


def number_sentences(tokens: list[Token], breaks: set[int]) -> list[int]:
    """Sentence number of each token: a new one after a full stop or on a new line.

    What goes on for `LONGEST` tokens is cut too: prose never does, and rows cite their sentence.
    """
    numbers: list[int] = []
    current, first, ended = 0, 0, False
    for index, token in enumerate(tokens):
        closes = ended and not token.spaced and (token.key in CLOSERS or token.key in ENDS)
        over = token.spaced and ((ended and not closes) or index - first >= LONGEST)
        if index and (index in breaks or over):
            current, first, ended = current + 1, index, False
        numbers.append(current)
        if token.key in ENDS:
            ended = token.key != "." or not _initial(tokens, index)
        elif not closes:
            ended = False
    return numbers


def _initial(tokens: list[Token], stop: int) -> bool:
    """Whether a full stop belongs to an abbreviation of one letter («ه.ش.», «ا. احمدی»)."""
    return bool(stop) and tokens[stop - 1].kind == "w" and len(tokens[stop - 1].key) == 1


def unbalanced_quotes(text: Text) -> Iterator[tuple[str, int, int, None]]:
    """Quotation marks that never close or never opened, line by line of the verbatim text."""
    closing = {close: opening for opening, close in QUOTES.items()}
    stack: list[Token] = []
    for token in text.tokens:
        if token.key in QUOTES:
            stack.append(token)
        elif token.key in closing:
            if stack and stack[-1].key == closing[token.key]:
                stack.pop()
            else:
                yield "unbalanced-quote", token.start, token.end, None
    for token in stack:
        yield "unbalanced-quote", token.start, token.end, None
