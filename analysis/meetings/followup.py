"""Later clauses that speak of a meeting already told: «این دیدار لغو شد», «این سفر فردا ...»."""

from collections.abc import Mapping, Sequence

from . import setting
from .drafts import Draft
from .reading import Reading
from .scene import DOING, Proposal, Scene
from .setting import Frame

REACH = 2


def follow(frame: Frame, drafts: list[Draft], told: Sequence[Proposal]) -> None:
    """Bring status and days of the drafts up to date by the clauses that point back to them."""
    told_in: dict[int, list[Draft]] = {}
    for draft in drafts:
        told_in.setdefault(draft.proposal.reading.sentence, []).append(draft)
    speaking = {id(proposal.reading) for proposal in told}
    denied: set[int] = set()
    for reading in frame.readings:
        if id(reading) not in speaking and reading.clause.verb and not reading.clause.verb.negative:
            scene = Scene(frame.text, frame.chunks, reading)
            if scene.predicate() == "denied" and reading.before is not None:
                denied.add(reading.sentence)
            else:
                _update(frame, scene, told_in)
    drafts[:] = [d for d in drafts if d.proposal.reading.sentence not in denied]


def _update(frame: Frame, scene: Scene, told_in: Mapping[int, list[Draft]]) -> None:
    """Let one clause cancel or date the meetings it speaks of."""
    reading = scene.reading
    points = set(setting.pointers(frame, [reading]))
    same = reading.before is not None and not reading.own
    if scene.predicate() == "cancelled":
        for draft in _last(told_in, reading.sentence, points, same=same) if points or same else ():
            draft.values["status"] = "cancelled"
    elif points & {"meeting", "visit"}:
        for draft in _last(told_in, reading.sentence, points, same=False):
            _date(frame, draft, reading)
    elif same and _happens(scene):
        for draft in _last(told_in, reading.sentence, {"meeting", "visit"}, same=True):
            _date(frame, draft, reading)


def _happens(scene: Scene) -> bool:
    """Whether the clause goes on from the one before: «... که قرار است فردا انجام شود»."""
    reading = scene.reading
    words = {scene.key(at) for at in range(reading.first, reading.last) if scene.kind(at) == "w"}
    return bool(words & DOING) and not scene.triggers("bilateral", "call", "multilateral", "visit")


def _last(
    told_in: Mapping[int, list[Draft]], sentence: int, points: set[str], *, same: bool
) -> list[Draft]:
    """The latest meetings told before, all pairs of one telling."""
    types = (
        {"visit"}
        if points == {"visit"}
        else {"bilateral", "multilateral", "call", "visit", "signing"}
    )
    if points == {"meeting"}:
        types = types - {"visit", "signing"}
    reach = 0 if same else REACH
    near = [
        draft
        for number in range(sentence - reach, sentence + 1)
        for draft in told_in.get(number, ())
        if draft.type in types
    ]
    return [draft for draft in near if draft.proposal is near[-1].proposal]


def _date(frame: Frame, draft: Draft, reading: Reading) -> None:
    if draft.values["first"] is not None:
        return
    rows = [
        frame.chunks[at].data
        for at in range(reading.first, reading.last)
        if setting.is_date(frame, reading, at)
    ]
    rows = [row for row in rows if setting.agrees(frame, draft.values["status"], row)]
    if len(rows) == 1:
        draft.values |= {"first": rows[0]["first"], "last": rows[0]["last"], "date_source": "text"}
