"""One meeting told several times in an article: what makes two tellings one row."""

from .alike import same_person
from .anaphora import TALKS
from .draft import Draft
from .parties import Party
from .resolve import key


def same(old: Draft, new: Draft) -> bool:
    """Whether two drafts tell one meeting."""
    if old.type == "conference" or new.type == "conference":
        return old.type == new.type and old.values["occasion"] == new.values["occasion"]
    if old.pair != new.pair or not _types_agree(old, new):
        return False
    for name in ("first", "host_iso3"):
        if old.values[name] and new.values[name] and old.values[name] != new.values[name]:
            return False
    if not _people_agree(old, new):
        return False
    one, two = old.values["status"], new.values["status"]
    settled = {one, two} - {"planned"} or one == two
    sure = old.sure and new.sure
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
    """Whether both can be one kind of meeting: a «دیدار» is not that of a commission."""
    weak = old.proposal.weak or new.proposal.weak
    if old.type == new.type:
        return weak or old.proposal.body == new.proposal.body
    return weak and {old.type, new.type} <= TALKS


def merge(old: Draft, new: Draft) -> None:
    """Fill what the first telling leaves open by a later one; the surer status wins."""
    if new.values["status"] != old.values["status"]:
        later = new.values["status"] in ("cancelled", "under_way", "held")
        if new.sure and (later or not old.sure):
            old.values["status"] = new.values["status"]
    if new.type != old.type and old.proposal.weak and not new.proposal.weak:
        old.values["type"] = new.type
    elif new.type == "call" and old.proposal.weak:
        old.values["type"] = "call"
    if old.values["first"] is None and new.values["first"]:
        old.values |= {name: new.values[name] for name in ("first", "last", "date_source")}
    for name in ("host_iso3", "occasion", "place"):
        old.values[name] = old.values[name] or new.values[name]
    old.actor, old.counterpart = _fuller(old.actor, new), _fuller(old.counterpart, new)
    old.back, old.sure = old.back or new.back, old.sure or new.sure
    old.again.append(new.proposal.reading)


def _fuller(party: Party | None, new: Draft) -> Party | None:
    for other in (new.actor, new.counterpart):
        if party and other and key(other) == key(party) and not party.name and other.name:
            return other
    return party
