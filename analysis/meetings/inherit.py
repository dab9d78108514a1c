"""Days and places that a meeting has from its conference, its visit or the meeting before."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from .alike import same_person
from .anaphora import TALKS, pointers, they
from .draft import Draft
from .reading import Reading
from .resolve import key
from .setting import Frame
from .words import context

RECENT = 20
TOGETHER = TALKS - {"call"} | {"signing"}


def inherit(frame: Frame, found: list[Draft]) -> None:
    """Give a meeting without days or place those of its conference or visit."""
    conferences = [d for d in found if d.type == "conference" and d.values["occasion"]]
    visits = [d for d in found if d.type == "visit"]
    named = {d.values["occasion"]: d for d in reversed(conferences)}
    told = [d.proposal.reading.number for d in conferences]
    for draft in visits + [d for d in found if d.type not in ("visit", "conference")]:
        before = bisect_right(told, draft.proposal.reading.number)
        if draft.values["occasion"] is None and draft.back and before:
            draft.values["occasion"] = conferences[before - 1].values["occasion"]
        parent = _parent_visit(frame, draft, visits) if draft.type != "visit" else None
        if draft.type != "visit" and draft.back:
            _take(draft, named.get(draft.values["occasion"]))
        _take(draft, parent)
        if draft.type != "visit":
            _take(draft, named.get(draft.values["occasion"]))
    _go_on(frame, found)
    for visit in visits:
        if visit.values["occasion"] in named:
            _take_place(named[visit.values["occasion"]], visit)


def _take(draft: Draft, parent: Draft | None) -> None:
    if parent is None:
        return
    if draft.values["first"] is None and parent.values["first"] is not None:
        draft.values["date_source"] = "inherited"
        draft.parent = parent
        take_days(draft)
    if draft.values["place"] is None:
        draft.values["place"] = parent.values["place"]
        draft.values["host_iso3"] = draft.values["host_iso3"] or parent.values["host_iso3"]
    if draft.values["occasion"] is None:
        goal = parent.values["place"]
        visit = goal and parent.type == "visit"
        draft.values["occasion"] = parent.values["occasion"] or (
            f"سفر به {goal}" if visit else None
        )


def take_days(draft: Draft) -> None:
    """Give a meeting the days of the one that it inherits them from, if any."""
    if draft.parent is not None and draft.values["date_source"] == "inherited":
        draft.values |= {name: draft.parent.values[name] for name in ("first", "last")}


def _take_place(conference: Draft, visit: Draft) -> None:
    if conference.values["place"] is None and conference.values["host_iso3"] in (
        None,
        visit.values["host_iso3"],
    ):
        conference.values["place"] = visit.values["place"]
        conference.values["host_iso3"] = visit.values["host_iso3"]


def _parent_visit(frame: Frame, draft: Draft, visits: list[Draft]) -> Draft | None:
    """The visit in the course of which a meeting takes place."""
    readings = [draft.proposal.reading, *draft.again]
    sentences = [reading.sentence for reading in readings]
    points = {kind for r in readings for kind in pointers(frame.text, frame.around(r))}
    later = [v.proposal.trigger > draft.proposal.trigger for v in visits]
    order = sorted(range(len(visits))[: -RECENT - 1 : -1], key=later.__getitem__)
    for visit in (visits[at] for at in order):
        visitor = visit.actor and key(visit.actor)
        if visitor not in draft.pair or draft.values["place"] not in (None, visit.values["place"]):
            continue
        if _later(draft, visit) and "visit" not in points:
            continue
        told = visit.proposal.reading.sentence
        if "visit" in points or (told in sentences and not _left_after(frame, draft, visit)):
            return visit
        if told == sentences[0] - 1 and _goes_on(draft, visit, points):
            return visit
    return None


def _later(draft: Draft, visit: Draft) -> bool:
    """Whether a standing body is still to meet when a visit is over."""
    told = draft.values["status"], visit.values["status"]
    return draft.proposal.body and told == ("planned", "held")


def _left_after(frame: Frame, draft: Draft, visit: Draft) -> bool:
    """Whether a meeting was over when the journey began: «پس از دیدار با Y راهی ... شد»."""
    talk, journey = draft.proposal, visit.proposal
    before = frame.chunks[talk.trigger - 1] if talk.trigger else None
    over = before is not None and before.kind == "p" and before.data["slot"] == "after"
    then = talk.reading is not journey.reading and _says_next(frame, journey.reading)
    return (over or then) and journey.trigger > talk.trigger


def _goes_on(draft: Draft, visit: Draft, points: set[str]) -> bool:
    """Whether the visitor meets his host, or someone there, in the sentence after."""
    early = visit.values["status"] == "planned" and draft.values["status"] == "held"
    if early or draft.type == "call" or visit.values["status"] == "cancelled":
        return False
    if _another_goes(draft, visit):
        return False
    reading = draft.proposal.reading
    named = reading.own and not all(party.pronoun for party in reading.subject)
    return draft.pair == visit.pair or not named or bool(points)


def _another_goes(draft: Draft, visit: Draft) -> bool:
    """Whether somebody else of the visitor's country meets, by name."""
    visitor = visit.actor
    if visitor is None or not visitor.name:
        return False
    return any(
        party.name is not None and not same_person((party.name, None), (visitor.name, None))
        for party in (draft.actor, draft.counterpart)
        if party is not None and key(party) == key(visitor)
    )


def _go_on(frame: Frame, found: Sequence[Draft]) -> None:
    """Give the day and place of a meeting to the next: «... . وی سپس با Y گفت‌وگو کرد»."""
    before: Draft | None = None
    for last, draft in pairwise(found):
        if last.proposal.reading is not draft.proposal.reading:
            before = last
        if before is None:
            continue
        one, two = before.proposal.reading, draft.proposal.reading
        talks = {before.type, draft.type} <= TOGETHER
        same = before.values["status"] == draft.values["status"] and _actor(before) == _actor(draft)
        near = two.sentence - one.sentence in (0, 1) and draft.values["place"] is None
        if talks and same and near and _is_next(frame, two):
            _take(draft, before)


def _actor(draft: Draft) -> str | None:
    return key(draft.actor) if draft.actor else None


def _is_next(frame: Frame, reading: Reading) -> bool:
    return _says_next(frame, reading) or they(frame.text, reading)


def _says_next(frame: Frame, reading: Reading) -> bool:
    clause = reading.clause
    keys = {token.key for token in frame.text.tokens[clause.first : clause.last]}
    return bool(keys & context("next"))
