"""Proposals as rows: one for each pair, told several times or not, dates inherited."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from ..lexicon import load
from ..text import Row
from . import setting, when
from .draft import Draft
from .inherit import inherit
from .listed import leader
from .merging import merge, same
from .parties import Party
from .resolve import People, key, pairs
from .scene import Proposal
from .setting import Frame
from .words import context

NEAR = 2
TEAMS = frozenset([None, "نماینده", "هیئت"])
FIELDS = ("name", "role", "organisation", "iso3")


@cache
def plover() -> dict[str, str]:
    """PLOVER event type and mode by type."""
    return {entry["type"]: entry["plover"] for entry in load("plover")}


def drafts(frame: Frame, people: People, proposals: Iterable[Proposal]) -> list[Draft]:
    """All rows of an article, one for each meeting of a pair."""
    found: list[Draft] = []
    alike: dict[frozenset[str | None], list[Draft]] = {}
    visit: Proposal | None = None
    for proposal in proposals:
        if proposal.type == "visit":
            visit = proposal
        elif visit and visit.a == proposal.a and visit.b:
            proposal = _met_there(proposal, visit)
        for draft in _of(frame, people, proposal):
            _add(found, alike.setdefault(draft.pair, []), draft)
    inherit(frame, found)
    home = frame.text.article.country
    found = [d for d in found if not _sport(frame, d) and not _domestic(frame, d, home)]
    told = {_kind(d) for d in found if not d.proposal.aside}
    return [d for d in found if not d.proposal.aside or _kind(d) not in told]


def _kind(draft: Draft) -> tuple[frozenset[str | None], str, str | None]:
    """A draft's pair and type; of a visit also the host."""
    return draft.pair, draft.type, draft.values["host_iso3"] if draft.type == "visit" else None


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
    return bool(party.name and leader(party.name))


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
    mediated = bool(proposal.reading.of("mediated"))
    rows = [Draft(proposal, one, two, dict(values), back, sure=proposal.sure) for one, two in drawn]
    for row in rows:
        abroad = values["host_iso3"] not in (None, *row.pair)
        row.third = row.type == "bilateral" and (mediated or abroad)
        host = row.actor if proposal.type == "bilateral" else row.counterpart
        if proposal.rule == "hosted" and values["host_iso3"] is None:
            row.values["host_iso3"] = host and host.iso3
    if proposal.type == "visit":
        for row in rows:
            _at_goal(frame, row)
    return rows


def _setting(frame: Frame, proposal: Proposal) -> tuple[Row, bool]:
    """Status, place, occasion and days; and whether the sentence points back to a conference."""
    place, host = setting.place_of(frame, proposal), setting.host_of(frame, proposal)
    days, (occasion, back) = when.days_of(frame, proposal), setting.occasion_of(frame, proposal)
    if proposal.type == "conference":
        occasion = frame.chunks[proposal.trigger].data["name"]
    values: Row = {
        "type": proposal.type,
        "status": when.status_by(frame, proposal, days),
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


def _met_there(proposal: Proposal, visit: Proposal) -> Proposal:
    """Give someone of whom nothing is known, met on a visit, the country visited."""
    if proposal.reading.sentence - visit.reading.sentence > 1 or not visit.b[0].iso3:
        return proposal
    there = tuple(
        replace(p, iso3=visit.b[0].iso3)
        if p.name and not (p.role or p.iso3 or p.organisation or leader(p.name))
        else p
        for p in proposal.b
    )
    return replace(proposal, b=there)


def _at_goal(frame: Frame, draft: Draft) -> None:
    """Give the visit of each goal its own place and host."""
    goal = draft.counterpart
    if goal is not None and goal.last:
        place = setting.named(frame, goal.first)
        draft.values["place"] = place.name or draft.values["place"]
        draft.values["host_iso3"] = goal.iso3


def _add(found: list[Draft], alike: list[Draft], draft: Draft) -> None:
    for other in alike:
        if same(other, draft):
            merge(other, draft)
            return
    found.append(draft)
    alike.append(draft)


def _coded(draft: Draft) -> str:
    """The entry of lexicon/plover.toml that a draft has."""
    if draft.type == "signing" and draft.values["status"] == "planned":
        return "signing planned"
    return "third-party" if draft.third and draft.type == "bilateral" else draft.type


def row(frame: Frame, people: People, draft: Draft, topics: Iterable[str]) -> Row:
    """The draft as a row of the meetings table.

    `again` is no column: the sentences that tell it once more.
    """
    sentence = draft.proposal.reading.sentence
    made = setting.evidence(frame, sentence)
    made["rule"] = draft.proposal.rule
    for who, party in (("actor", draft.actor), ("counterpart", draft.counterpart)):
        for name in FIELDS:
            column = who if name == "name" else f"{who}_{name}"
            made[column] = getattr(party, name) if party is not None else None
        made[who] = people.as_entity(made[who]) if made[who] else None
    made |= draft.values
    made["topics"] = "; ".join(sorted(topics)) or None
    made["plover"] = plover()[_coded(draft)]
    made["again"] = [reading.sentence for reading in draft.again]
    return made
