"""Later clauses that speak of a meeting already told: «این دیدار لغو شد», «این سفر فردا ...»."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from . import setting, when
from .anaphora import pointers
from .draft import Draft
from .inherit import take_days
from .reading import Reading
from .scene import DOING, Proposal, Scene
from .setting import Frame
from .status import by_tense

REACH = 2


def follow(frame: Frame, drafts: list[Draft], told: Sequence[Proposal]) -> None:
    """Bring status and days of the drafts up to date by the clauses that point back to them."""
    told_in: dict[int, list[Draft]] = {}
    for draft in drafts:
        told_in.setdefault(draft.proposal.reading.sentence, []).append(draft)
    speaking = {id(proposal.reading) for proposal in told}
    denied: set[int] = set()
    undone: list[Draft] = []
    for reading in frame.readings:
        if id(reading) in speaking or reading.clause.verb is None:
            continue
        scene = Scene(frame.text, frame.chunks, reading)
        if reading.clause.verb.negative:
            undone += _not_held(scene, told_in)
        elif scene.predicate() == "denied" and reading.before is not None:
            denied.add(reading.sentence)
        else:
            _update(frame, scene, told_in)
    for draft in drafts:
        take_days(draft)
    gone = set(map(id, undone))
    drafts[:] = [
        d for d in drafts if d.proposal.reading.sentence not in denied and id(d) not in gone
    ]


def _not_held(scene: Scene, told_in: Mapping[int, list[Draft]]) -> list[Draft]:
    """Plans that a clause says came to nothing: «اما این دیدار انجام نشد»."""
    reading = scene.reading
    points = set(pointers(scene.text, [reading])) & {"meeting", "visit"}
    if not points or not _happens(scene, points=True) or by_tense(reading.clause.verb) != "held":
        return []
    near = _last(told_in, reading.sentence, points, same=False)
    return [draft for draft in near if draft.values["status"] == "planned"]


def _update(frame: Frame, scene: Scene, told_in: Mapping[int, list[Draft]]) -> None:
    """Let one clause cancel or date the meetings it speaks of."""
    reading = scene.reading
    points = set(pointers(frame.text, [reading]))
    same = reading.before is not None and not reading.own
    if scene.predicate() == "cancelled":
        for draft in _last(told_in, reading.sentence, points, same=same) if points or same else ():
            draft.values["status"] = "cancelled"
            _date(frame, draft, draft.proposal.reading)
    elif points & {"meeting", "visit"} and (not _inside(scene) or _happens(scene, points=True)):
        for draft in _last(told_in, reading.sentence, points, same=False):
            _date(frame, draft, reading)
    elif same and _happens(scene):
        for draft in _last(told_in, reading.sentence, {"meeting", "visit"}, same=True):
            _date(frame, draft, reading)


def _inside(scene: Scene) -> bool:
    """Whether a clause tells what went on in the meeting: «در این دیدار ... گفت»."""
    clause = scene.reading.clause
    keys = [token.key for token in scene.text.tokens[clause.first : clause.last]]
    return any(one == "در" and two in ("این", "همین") for one, two in pairwise(keys))


def _happens(scene: Scene, *, points: bool = False) -> bool:
    """Whether the clause goes on from the one before: «... که قرار است فردا انجام شود»."""
    reading = scene.reading
    words = {scene.key(at) for at in range(reading.first, reading.last) if scene.kind(at) == "w"}
    alone = points or not scene.triggers("bilateral", "call", "multilateral", "visit")
    return bool(words & DOING) and alone


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
    draft.again.append(reading)
    if draft.values["place"] is None:
        place = setting.place_of(frame, replace(draft.proposal, reading=reading))
        draft.values["place"] = place.name
        draft.values["host_iso3"] = draft.values["host_iso3"] or place.iso3
    rows = [
        frame.chunks[at].data
        for at in range(reading.first, reading.last)
        if when.is_date(frame, reading, at)
    ]
    rows = [row for row in rows if when.agrees(frame, draft.values["status"], row)]
    if len({(row["first"], row["last"]) for row in rows}) == 1 and _is_nearer(rows[0], draft):
        draft.values |= {"first": rows[0]["first"], "last": rows[0]["last"], "date_source": "text"}


def _is_nearer(row: Mapping[str, Any], draft: Draft) -> bool:
    """Whether a date says more than the draft knows: «هفته آینده», then «۱۹ آذر»."""
    first, last = draft.values["first"], draft.values["last"]
    return first is None or bool(first <= row["first"] and row["last"] <= last)
