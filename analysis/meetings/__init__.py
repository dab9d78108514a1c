"""Who meets whom, where, when, planned or held.

A text is read as chunks (`chunks`), the chunks of each clause as groups of parties in slots
(`parties`, `reading`), and the rules below propose meetings; `drafts` makes one row of each pair.
"""

from collections.abc import Iterable, Sequence

from ..text import Row, Text
from .ceremonies import credentials, gathered, signed
from .chunks import Chunker
from .drafts import drafts, row
from .followup import follow
from .readings import read
from .resolve import People
from .rules import Rule, mention, received
from .scene import Proposal, Scene
from .setting import Frame
from .visits import convened, hosted, left_for, toured, travelled, welcomed, went

RECENT = 4
RULES: dict[str, Rule] = {
    "mention": mention,
    "received": received,
    "signed": signed,
    "credentials": credentials,
    "gathered": gathered,
    "travelled": travelled,
    "went": went,
    "left-for": left_for,
    "toured": toured,
    "welcomed": welcomed,
    "hosted": hosted,
    "convened": convened,
}


def find(
    text: Text, dates: Sequence[Row], entities: Sequence[Row], topics: Iterable[Row] = ()
) -> list[Row]:
    """Find the meetings of an article: rows of the meetings table, one row a pair.

    Both sides are countries or international organisations: a meeting within one country has
    no row. A conference has a row of its own, without a counterpart.

    >>> from analysis import annotate
    >>> annotate("وزیر خارجه عراق فردا به تهران سفر می‌کند.").meetings["type"].tolist()
    ['visit']
    """
    chunker = Chunker(text, list(dates), list(entities))
    if not chunker.clauses:
        return []
    chunks = chunker.chunks()
    readings = read(text, chunks, chunker.clauses)
    frame = Frame(text, chunks, readings)
    people = People(text, entities, readings)
    proposals: list[Proposal] = []
    for reading in readings:
        scene = Scene(text, chunks, reading, proposals[-RECENT:])
        for rule in RULES.values():
            proposals += rule(scene)
    told = drafts(frame, people, proposals)
    follow(frame, told, proposals)
    about: dict[int, set[str]] = {}
    for topic in topics:
        about.setdefault(topic["sentence"], set()).add(topic["topic"])
    return [
        row(frame, people, draft, about.get(draft.proposal.reading.sentence, ())) for draft in told
    ]
