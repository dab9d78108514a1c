"""Proposals as rows: one for each pair, told several times or not, dates inherited."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from ..lexicon import compact, load
from ..text import Row
from . import setting
from .alike import same_person
from .anaphora import pointers
from .chunks import lexicon
from .parties import Party
from .resolve import People, key, pairs
from .scene import Proposal
from .setting import Frame
from .words import context

TALKS = frozenset(["bilateral", "call", "multilateral"])
RECENT, NEAR = 20, 2
TEAMS = frozenset([None, "نماینده", "هیئت"])
FIELDS = ("name", "role", "organisation", "iso3")


@dataclass
class Draft:
    """A row in the making: its pair, what is sure, and where it was read."""

    proposal: Proposal
    actor: Party | None
    counterpart: Party | None
    values: Row = field(default_factory=dict)
    back: bool = False

    @cached_property
    def pair(self) -> frozenset[str | None]:
        """The two countries or organisations, in no order."""
        return frozenset(key(p) for p in (self.actor, self.counterpart) if p is not None)

    @property
    def type(self) -> str:
        """Type of the meeting."""
        return str(self.values["type"])


@cache
def plover() -> dict[str, str]:
    """PLOVER event type and mode by type."""
    return {entry["type"]: entry["plover"] for entry in load("plover")}


def drafts(frame: Frame, people: People, proposals: Iterable[Proposal]) -> list[Draft]:
    """All rows of an article, one for each meeting of a pair."""
    found: list[Draft] = []
    alike: dict[frozenset[str | None], list[Draft]] = {}
    for proposal in proposals:
        for draft in _of(frame, people, proposal):
            _add(found, alike.setdefault(draft.pair, []), draft)
    _inherit(frame, found)
    home = frame.text.article.country
    found = [d for d in found if not _sport(frame, d) and not _domestic(frame, d, home)]
    return [d for d in found if not (d.proposal.aside and any(o is not d for o in alike[d.pair]))]


def _domestic(frame: Frame, draft: Draft, home: str) -> bool:
    """Whether a conference that no list knows shows neither a day nor another country."""
    if draft.type != "conference" or frame.chunks[draft.proposal.trigger].data.get("entity"):
        return False
    seen = {draft.values["host_iso3"], draft.actor and key(draft.actor)}
    return draft.values["first"] is None and not seen - {None, home}


def _sport(frame: Frame, draft: Draft) -> bool:
    """Whether two countries, nobody with an office, meet in or near a sentence about sport."""
    for party in (draft.actor, draft.counterpart):
        if party is None or (party.role and party.head not in TEAMS) or _known(party):
            return False
    number = draft.proposal.reading.sentence
    words = {
        token.key
        for near in range(number - NEAR, number + NEAR + 1)
        for token in frame.text.tokens[slice(*frame.ends.get(near, (0, 0)))]
    }
    return bool(words & context("sport"))


def _known(party: Party) -> bool:
    return bool(party.name) and compact(party.name or "") in lexicon()["leader"].values


def _of(frame: Frame, people: People, proposal: Proposal) -> list[Draft]:
    """The drafts of a proposal: one for each pair, or the one of a conference."""
    drawn: list[tuple[Party | None, Party | None]]
    if proposal.type == "conference":
        drawn = [(people.finish(proposal.a[0]) if proposal.a else None, None)]
    else:
        there = [_there(frame, proposal, party) for party in proposal.b]
        drawn = [*pairs(people, proposal.a, there, mutual=proposal.mutual)]
    if not drawn:
        return []
    values, back = _setting(frame, proposal)
    if proposal.mutual and len(drawn) > 1 and proposal.type == "bilateral":
        values |= {"type": "multilateral"}
    mediated = bool(proposal.reading.of("mediated")) and proposal.type in TALKS
    values["plover"] = plover()["mediated" if mediated else values["type"]]
    rows = [Draft(proposal, one, two, dict(values), back) for one, two in drawn]
    if proposal.type == "visit":
        for row in rows:
            _at_goal(frame, row)
    return rows


def _setting(frame: Frame, proposal: Proposal) -> tuple[Row, bool]:
    """Status, place, occasion and days; and whether the sentence points back to a conference."""
    place, host = setting.place_of(frame, proposal), setting.host_of(frame, proposal)
    days, (occasion, back) = setting.days_of(frame, proposal), setting.occasion_of(frame, proposal)
    if proposal.type == "conference":
        occasion = frame.chunks[proposal.trigger].data["name"]
    values: Row = {
        "type": proposal.type,
        "status": setting.status_by(frame, proposal, days),
        "place": place.name,
        "host_iso3": host or place.iso3,
        "occasion": occasion,
        "first": days[0] if days else None,
        "last": days[1] if days else None,
        "date_source": "text" if days else None,
    }
    return values, back


def _there(frame: Frame, proposal: Proposal, party: Party) -> Party:
    """A counterpart without a country, met on a visit, is of the country visited."""
    if not party.peer or party.iso3 or party.name or proposal.type == "visit":
        return party
    for group in proposal.reading.of("to", "in"):
        goal = group.parties[0]
        if goal.iso3 and not (goal.role or goal.name or goal.organisation):
            return replace(party, iso3=goal.iso3)
    return party


def _at_goal(frame: Frame, draft: Draft) -> None:
    """Give the visit of each goal its own place and host."""
    goal = draft.counterpart
    if goal is not None and goal.last:
        place = setting.named(frame, goal.first)
        draft.values["place"] = place.name or draft.values["place"]
        draft.values["host_iso3"] = goal.iso3


def _add(found: list[Draft], alike: list[Draft], draft: Draft) -> None:
    for other in alike:
        if _same(other, draft):
            _merge(other, draft)
            return
    found.append(draft)
    alike.append(draft)


def _same(old: Draft, new: Draft) -> bool:
    """Whether two drafts tell one meeting."""
    if old.type == "conference" or new.type == "conference":
        return old.type == new.type and old.values["occasion"] == new.values["occasion"]
    if old.pair != new.pair or not _types_agree(old, new):
        return False
    if old.values["first"] and new.values["first"] and old.values["first"] != new.values["first"]:
        return False
    if not _people_agree(old, new):
        return False
    one, two = old.values["status"], new.values["status"]
    settled = {one, two} - {"planned"} or one == two
    sure = old.proposal.sure and new.proposal.sure
    return not (sure and {one, two} == {"planned", "held"}) and bool(settled)


def _people_agree(old: Draft, new: Draft) -> bool:
    """Whether no side is told as two different people."""
    sides = {key(p): p for p in (old.actor, old.counterpart) if p is not None}
    for party in (new.actor, new.counterpart):
        known = sides.get(key(party)) if party is not None else None
        if party is None or known is None:
            continue
        if not same_person((known.name, known.role), (party.name, party.role)):
            return False
    return True


def _types_agree(old: Draft, new: Draft) -> bool:
    if old.type == new.type:
        return True
    weak = old.proposal.weak or new.proposal.weak
    return weak and {old.type, new.type} <= TALKS


def _merge(old: Draft, new: Draft) -> None:
    """Fill what the first telling leaves open by a later one; the surer status wins."""
    if new.values["status"] != old.values["status"]:
        later = new.values["status"] in ("cancelled", "under_way", "held")
        if (new.proposal.sure and not old.proposal.sure) or (later and new.proposal.sure):
            old.values["status"] = new.values["status"]
    if new.type != old.type and old.proposal.weak and not new.proposal.weak:
        old.values |= {"type": new.type, "plover": new.values["plover"]}
    elif new.type == "call" and old.proposal.weak:
        old.values |= {"type": "call", "plover": new.values["plover"]}
    if old.values["first"] is None and new.values["first"]:
        old.values |= {name: new.values[name] for name in ("first", "last", "date_source")}
    for name in ("host_iso3", "occasion", "place"):
        old.values[name] = old.values[name] or new.values[name]
    old.actor, old.counterpart = _fuller(old.actor, new), _fuller(old.counterpart, new)
    old.back = old.back or new.back


def _fuller(party: Party | None, new: Draft) -> Party | None:
    for other in (new.actor, new.counterpart):
        if party and other and key(other) == key(party) and not party.name and other.name:
            return other
    return party


def _inherit(frame: Frame, found: list[Draft]) -> None:
    """Give a meeting without days or place those of its conference or visit."""
    conferences = [d for d in found if d.type == "conference" and d.values["occasion"]]
    visits = [d for d in found if d.type == "visit"]
    named = {d.values["occasion"]: d for d in reversed(conferences)}
    for draft in visits + [d for d in found if d.type not in ("visit", "conference")]:
        if draft.values["occasion"] is None and draft.back and conferences:
            draft.values["occasion"] = conferences[-1].values["occasion"]
        parent = _parent_visit(frame, draft, visits) if draft.type != "visit" else None
        if draft.type != "visit" and draft.back:
            _take(draft, named.get(draft.values["occasion"]))
        _take(draft, parent)
        if draft.type != "visit":
            _take(draft, named.get(draft.values["occasion"]))
    for visit in visits:
        if visit.values["occasion"] in named:
            _take_place(named[visit.values["occasion"]], visit)


def _take(draft: Draft, parent: Draft | None) -> None:
    if parent is None:
        return
    if draft.values["first"] is None and parent.values["first"] is not None:
        draft.values |= {
            "first": parent.values["first"],
            "last": parent.values["last"],
            "date_source": "inherited",
        }
    if draft.values["place"] is None:
        draft.values["place"] = parent.values["place"]
        draft.values["host_iso3"] = draft.values["host_iso3"] or parent.values["host_iso3"]
    if draft.values["occasion"] is None:
        goal = parent.values["place"]
        draft.values["occasion"] = parent.values["occasion"] or (goal and f"سفر به {goal}")


def _take_place(conference: Draft, visit: Draft) -> None:
    if conference.values["place"] is None and conference.values["host_iso3"] in (
        None,
        visit.values["host_iso3"],
    ):
        conference.values["place"] = visit.values["place"]
        conference.values["host_iso3"] = visit.values["host_iso3"]


def _parent_visit(frame: Frame, draft: Draft, visits: list[Draft]) -> Draft | None:
    """The visit in the course of which a meeting takes place."""
    sentence = draft.proposal.reading.sentence
    points = set(pointers(frame.text, frame.around(draft.proposal.reading)))
    for visit in visits[: -RECENT - 1 : -1]:
        visitor = visit.actor and key(visit.actor)
        if visitor not in draft.pair or draft.values["place"] not in (None, visit.values["place"]):
            continue
        told = visit.proposal.reading.sentence
        if (
            "visit" in points
            or told == sentence
            or (told == sentence - 1 and _goes_on(draft, visit))
        ):
            return visit
    return None


def _goes_on(draft: Draft, visit: Draft) -> bool:
    """Whether visitor and host meet in the sentence after, both still to come."""
    statuses = {draft.values["status"], visit.values["status"]}
    return draft.pair == visit.pair and "planned" in statuses and "held" not in statuses


def row(frame: Frame, draft: Draft, topics: Iterable[str]) -> Row:
    """The draft as a row of the meetings table."""
    sentence = draft.proposal.reading.sentence
    made = setting.evidence(frame, sentence)
    made["rule"] = draft.proposal.rule
    for who, party in (("actor", draft.actor), ("counterpart", draft.counterpart)):
        for name in FIELDS:
            column = who if name == "name" else f"{who}_{name}"
            made[column] = getattr(party, name) if party is not None else None
    made |= draft.values
    made["topics"] = "; ".join(sorted(topics)) or None
    return made
