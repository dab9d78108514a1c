"""What one side of a meeting is, and a row of chunks as the readers of parties see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..text import Text
from .words import Chunk

LONGEST, ABROAD = 24, -1


@dataclass(frozen=True)
class Party:
    """One side of a meeting: tokens `first` to `last - 1` and what they say of it.

    Parties of one `bloc` («سه کشور اروپایی (X، Y و Z)») stand on the same side; the bloc
    `ABROAD` is a country that the text names elsewhere. One that `speaks` tells what others do.
    """

    first: int
    last: int
    name: str | None = None
    role: str | None = None
    head: str | None = None
    organisation: str | None = None
    iso3: str | None = None
    home: bool = False
    peer: bool = False
    group: bool = False
    speaks: bool = False
    pronoun: bool = False
    bloc: int = 0


class View:
    """A row of chunks, read by index."""

    def __init__(self, text: Text, chunks: Sequence[Chunk]) -> None:
        self.text, self.chunks = text, chunks

    def kind(self, at: int) -> str:
        """Kind of chunk `at`; empty at the end and at the beginning of another sentence."""
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else ""

    def words(self, first: int, last: int) -> str:
        """Tokens `first` to `last - 1` in working spelling."""
        out = ""
        for token in self.text.tokens[first:last]:
            out += (" " if out and token.spaced else "") + token.text
        return out

    def same(self, one: int, other: int) -> bool:
        """Whether two chunks stand in one sentence."""
        if not (0 <= one < len(self.chunks) and 0 <= other < len(self.chunks)):
            return False
        sentence = self.text.sentence
        return sentence[self.chunks[one].first] == sentence[self.chunks[other].first]
