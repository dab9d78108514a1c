"""A statistical tagger for names that no list has: people, organisations and places.

A linear-chain conditional random field, trained with python-crfsuite, and a small network, trained
with numpy, score the words together; both are applied with numpy.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from ..threads import one_thread

if TYPE_CHECKING:
    from .model import Model

MODEL = "entities.npz"


class Span(NamedTuple):
    """Words `first` to `last - 1` of a sentence as one name: PER, ORG or LOC."""

    first: int
    last: int
    label: str
    confidence: float


@cache
def shipped() -> "Model | None":
    """The trained model, loaded once; None where the file is not there."""
    path = files("analysis") / "models" / MODEL
    if not path.is_file():
        return None
    one_thread()
    from .model import Model

    with path.open("rb") as file:
        return Model.load(file)


def tag(sentences: Sequence[Sequence[str]], using: "Model | None" = None) -> list[list[Span]]:
    """Names in sentences, each a list of words (`Token.key`, or any word folded by `fold`).

    Without a model nothing is found.
    """
    chosen = using or shipped()
    if chosen is None:
        return [[] for _ in sentences]
    from .decode import decode

    found = decode(chosen.mixed(sentences), chosen.mixed_steps)
    changed = chosen.consistent(sentences, [one.every for one in found])
    again = decode(list(changed.values()), chosen.allowed)
    for number, one in zip(changed, again, strict=True):
        found[number] = one
    labels = chosen.labels
    return [
        list(spans(plain([labels[label] for label in one.path]), one.sure.tolist()))
        for one in found
    ]


def ends_marked(tags: Sequence[str]) -> list[str]:
    """IOB tags as the model's: the last word of a name is E_, a name of one word S_.

    >>> ends_marked(["B_PER", "I_PER", "O", "B_LOC"])
    ['B_PER', 'E_PER', 'O', 'S_LOC']
    """
    marked = []
    for tag, following in zip(tags, [*tags[1:], "O"], strict=True):
        last = tag != "O" and following != f"I_{tag[2:]}"
        marked.append({"B": "S", "I": "E"}[tag[0]] + tag[1:] if last else tag)
    return marked


def plain(tags: Sequence[str]) -> list[str]:
    """The model's tags as IOB tags.

    >>> plain(["B_PER", "E_PER", "O", "S_LOC"])
    ['B_PER', 'I_PER', 'O', 'B_LOC']
    """
    return [{"S": "B", "E": "I"}.get(tag[0], tag[0]) + tag[1:] for tag in tags]


def spans(tags: Sequence[str], sure: Sequence[float]) -> Iterator[Span]:
    """Runs of IOB tags as spans; their confidence is the least of their words'.

    >>> list(spans(["B_PER", "I_PER", "O", "I_LOC"], [0.9, 0.8, 1.0, 0.7]))[1]
    Span(first=3, last=4, label='LOC', confidence=0.7)
    """
    first = 0
    while first < len(tags):
        if tags[first] == "O":
            first += 1
            continue
        label = tags[first][2:]
        last = first + 1
        while last < len(tags) and tags[last] == f"I_{label}":
            last += 1
        yield Span(first, last, label, round(float(min(sure[first:last])), 4))
        first = last
