"""The sentence that says so, and the words that tell what kind of fact it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache

from ..lexicon import Phrases, load
from ..text import Row, Text


def sentence_row(text: Text, sentence: int, rule: str, values: Row) -> Row:
    """A row whose span is a whole sentence."""
    first = bisect_left(text.sentence, sentence)
    return text.row(first, bisect_right(text.sentence, sentence), rule, **values)


@cache
def cues() -> Phrases[int]:
    """The words of lexicon/timeline.toml with the rank of their kind."""
    return Phrases(
        (word, rank) for rank, entry in enumerate(load("timeline")) for word in entry["words"]
    )


def kind_of(text: Text, first: int, last: int, dates: Iterable[tuple[int, int]] = ()) -> str:
    """What kind of fact tokens `first` to `last - 1` tell, `dates` («پایان سال») apart; "event"
    where no word says more.
    """
    dated = {at for date in dates for at in range(*date)}
    ranks = [_rank(text, at, last) for at in range(first, last) if at not in dated]
    return _kind(min((rank for rank in ranks if rank is not None), default=None))


def kind_at(text: Text, at: int, last: int) -> str:
    """What kind of fact the word at token `at` tells, as `kind_of`."""
    return _kind(_rank(text, at, last))


def _rank(text: Text, at: int, last: int) -> int | None:
    found = cues().longest(text.tokens, at)
    return found[1] if found and found[0] <= last else None


def _kind(rank: int | None) -> str:
    return "event" if rank is None else str(load("timeline")[rank]["kind"])
