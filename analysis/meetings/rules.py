"""The rules that propose meetings: each a name and a small function of one clause."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from .anaphora import again
from .scene import Parties, Proposal, Scene, is_verbal, join
from .sides import sides
from .told import of_verb, status_of
from .words import context

Rule = Callable[[Scene], Iterator[Proposal]]


def kind_of(scene: Scene, at: int) -> str:
    """Type of the meeting that trigger `at` names, by its noun and adjectives."""
    types = scene.chunks[at].data["types"]
    for kind in ("call", "multilateral"):
        if kind in types:
            return kind
    return str(scene.chunks[at].data["type"])


def mention(scene: Scene) -> Iterator[Proposal]:
    """«در دیدار با Y گفت», «دیدار X با Y لغو شد», «با Y دیدار کرد»: any word for a meeting."""
    for at in scene.triggers("bilateral", "call", "multilateral"):
        if scene.chunks[at].data.get("action") or _is_none(scene, at):
            continue
        verbal = is_verbal(scene, at)
        a, b, mutual = sides(scene, at, verbal)
        told, sure = status_of(scene, at, verbal)
        body = bool(scene.chunks[at].data.get("body"))
        if not (b or mutual):
            a, b, mutual = again(scene, at, verbal=verbal)
            if body and told == "planned":
                a, b = states(a), states(b)
        if told is None or not (b or mutual):
            continue
        kind = kind_of(scene, at)
        if (verbal and _by(scene, "telephone")) or _by(scene, "video"):
            kind = "call"
        weak = bool(scene.chunks[at].data.get("weak"))
        rule = "meeting-verb" if verbal else "meeting-noun"
        yield Proposal(rule, kind, told, scene.reading, at, a, b, mutual, weak, sure, body=body)


def states(parties: Parties) -> Parties:
    """The states that parties stand for, so far as they say which."""
    return tuple(
        replace(party, name=None, role=None, head=None, organisation=None, peer=False)
        if party.iso3 or (party.home and not party.organisation)
        else party
        for party in parties
    )


def _is_none(scene: Scene, at: int) -> bool:
    """Whether the trigger names no meeting: «رئیس کمیسیون مشترک», «تشکیل کمیته مشترک»."""
    titled = scene.kind(at - 1) == "R" and scene.key(at).startswith("کمیسیون")
    clause = scene.reading.clause
    keys = {token.key for token in scene.text.tokens[clause.first : clause.last]}
    founded = (
        scene.chunks[at].data.get("body") and keys & context("founding") and "جلسه" not in keys
    )
    return bool(titled or founded)


def _by(scene: Scene, means: str) -> bool:
    """Whether the clause tells by what means they spoke: telephone, video."""
    clause = scene.reading.clause
    tokens = scene.text.tokens[clause.first : clause.last]
    return any(token.key in context(means) for token in tokens)


def received(scene: Scene) -> Iterator[Proposal]:
    """«Y X را به حضور پذیرفت», «X به حضور Y پذیرفته شد»."""
    reading = scene.reading
    verb = reading.clause.verb
    if verb is None or not reading.own:
        return
    one, other = reading.subject, join(reading.of("object"))
    if verb.lemma == "شد" and scene.text.tokens[verb.first - 1].key == "پذیرفته":
        hosts = [g for g in reading.of("of") if scene.chunks[g.first - 1].data.get("action")]
        one, other = join(hosts), one
    elif verb.lemma != "پذیرفت":
        return
    told = of_verb(scene) if one and other else None
    if told:
        yield Proposal("received", "bilateral", told, reading, reading.last - 1, one, other)
