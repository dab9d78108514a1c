"""The rules that propose meetings: each a name and a small function of one clause."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from .scene import Parties, Proposal, Scene, is_verbal, join
from .sides import sides
from .told import of_verb, status_of
from .words import context

BOTH = frozenset([("دو", "کشور"), ("دو", "طرف"), ("2", "کشور"), ("دو", "دولت")])
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
        if not (b or mutual):
            a, b, mutual = _again(scene, at, verbal)
        if not (b or mutual):
            continue
        told, sure = status_of(scene, at, verbal)
        if told is None:
            continue
        kind = kind_of(scene, at)
        if verbal and _by_telephone(scene):
            kind = "call"
        weak = bool(scene.chunks[at].data.get("weak"))
        rule = "meeting-verb" if verbal else "meeting-noun"
        yield Proposal(rule, kind, told, scene.reading, at, a, b, mutual, weak, sure)


def _is_none(scene: Scene, at: int) -> bool:
    """Whether the trigger names no meeting: «نشست خبری», «رئیس کمیسیون مشترک»."""
    titled = scene.kind(at - 1) == "R" and scene.key(at).startswith("کمیسیون")
    return titled or "none" in scene.chunks[at].data["types"]


def _by_telephone(scene: Scene) -> bool:
    words = {"تلفنی", "تماس", "ویدئوکنفرانس", "ویدیوکنفرانس", "مجازی", "برخط", "آنلاین"}
    reading = scene.reading
    return any(
        token.key in words
        for token in scene.text.tokens[reading.clause.first : reading.clause.last]
    )


def _both(scene: Scene) -> tuple[Parties, Parties, bool]:
    """Who «دو کشور», «دو طرف» are: the subject, or the parties of the meeting told last."""
    clause = scene.reading.clause
    if len(scene.reading.subject) > 1:
        return scene.reading.subject, (), True
    keys = [token.key for token in scene.text.tokens[clause.first : clause.last]]
    both = "طرفین" in keys or any(pair in BOTH for pair in pairwise(keys))
    if not both or not scene.earlier:
        return (), (), False
    last = scene.earlier[-1]
    return last.a, last.b, last.mutual


def _again(scene: Scene, at: int, verbal: bool) -> tuple[Parties, Parties, bool]:
    """Who meets again: «دور ششم این مذاکرات», «نشست آنان», «دیدار دو طرف»."""
    chunk, tokens = scene.chunks[at], scene.text.tokens
    opening = {token.key for token in tokens[max(0, chunk.first - 4) : chunk.first]}
    round_ = bool(opening & {"این"}) and bool(opening & {"دور", "مرحله"})
    following = [token.key for token in tokens[chunk.last : chunk.last + 2]]
    theirs = bool({"".join(following[:size]) for size in (1, 2)} & context("they"))
    guests = verbal and scene.earlier and scene.earlier[-1].rule in ("welcomed", "hosted")
    if guests and scene.earlier[-1].reading is scene.reading.before and not scene.reading.own:
        return scene.earlier[-1].a, scene.earlier[-1].b, False
    talks = [p for p in scene.earlier if p.type in ("bilateral", "call", "multilateral")]
    if talks and (round_ or theirs):
        return talks[-1].a, talks[-1].b, talks[-1].mutual
    subject = scene.reading.subject
    return (subject, (), True) if theirs and len(subject) > 1 else ((), (), False)


def received(scene: Scene) -> Iterator[Proposal]:
    """«Y X را به حضور پذیرفت»."""
    verb = scene.reading.clause.verb
    objects = join(scene.reading.of("object"))
    if verb is None or verb.lemma != "پذیرفت" or not objects or not scene.reading.own:
        return
    told = of_verb(scene)
    if told:
        at = scene.reading.last - 1
        yield Proposal(
            "received", "bilateral", told, scene.reading, at, scene.reading.subject, objects
        )


def signed(scene: Scene) -> Iterator[Proposal]:
    """«X و Y سندی امضا کردند», «... میان X و Y به امضا رسید»."""
    reading = scene.reading
    for at in scene.triggers("signing"):
        verb = reading.clause.verb
        verbal = is_verbal(scene, at) or (verb is not None and verb.lemma in ("رسید", "رساند"))
        a, b, mutual = sides(scene, at, verbal)
        if not (b or mutual):
            for slot in ("by", "of", "dependent", "subject"):
                parties = join(reading.of(slot))
                if len(parties) > 1:
                    a, mutual = parties, True
                    break
        if not (b or mutual):
            a, b, mutual = _both(scene)
        if not (b or mutual):
            continue
        told, sure = (of_verb(scene), True) if verbal else status_of(scene, at, False)
        if told:
            yield Proposal("signed", "signing", told, reading, at, a, b, mutual, False, sure)
