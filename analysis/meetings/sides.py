"""Both sides of a meeting, from the groups of its clause."""

from .reading import Group, Reading
from .scene import Parties, Scene, is_verbal, join
from .words import context

REACH = 4


def sides(scene: Scene, at: int, verbal: bool) -> tuple[Parties, Parties, bool]:
    """Both sides of the meeting that trigger `at` names; or all its parties and True."""
    reading = scene.reading
    between = join(
        g for g in reading.of("between") if g.head == at or (g.head is None and g.first < at)
    )
    if len(between) > 1:
        return between, (), True
    of = join(reading.of("of", head=at))
    others = join(_with(scene, at, verbal))
    verb = reading.clause.verb
    passive = verbal and verb is not None and verb.lemma == "شد" and not reading.own
    if others:
        subject = () if passive else reading.subject
        return (between or of or subject or _elsewhere(reading)), others, False
    for mutual in (of, join(reading.of("attended"))):
        if len(mutual) > 1:
            return mutual, (), True
    active = reading.clause.verb is None or reading.clause.verb.lemma != "شد"
    if verbal and active and len(reading.subject) > 1:
        return reading.subject, (), True
    inside = scene.slot(at - 1) in ("in", "during") or scene.slot(at - 2) in ("in", "during")
    if inside and not of and reading.own and len(reading.subject) > 1:
        return reading.subject, (), True
    if (
        of
        and reading.own
        and not _is_session(scene, at)
        and scene.slot(at - 1) in ("in", "to", "after")
    ):
        return reading.subject, of, False
    return (), (), False


def _elsewhere(reading: Reading) -> Parties:
    """The one person or title of a clause without a subject («از برنامه‌های وزیر ... است»)."""
    people = [p for p in join(reading.of("dependent")) if p.role and not p.peer]
    return tuple(people) if len(people) == 1 else ()


def _with(scene: Scene, at: int, verbal: bool) -> list[Group]:
    groups = []
    for group in scene.reading.of("with"):
        free = group.head is None or _is_aside(scene, group.head)
        named = verbal or not _is_session(scene, at) or not _other_verbal(scene, at)
        if (group.head == at and named) or (
            verbal and free and group.first < at and not _of_relation(scene, group)
        ):
            groups.append(group)
    return groups


def _of_relation(scene: Scene, group: Group) -> bool:
    before = group.first - 2
    for _ in range(REACH):
        if scene.kind(before) == "w" and scene.key(before) in context("relation"):
            return True
        if scene.kind(before) not in ("w", "D", "C"):
            return False
        before -= 1
    return False


def _is_aside(scene: Scene, at: int) -> bool:
    return _is_session(scene, at) or scene.chunks[at].data["type"] in ("visit", "signing")


def _is_session(scene: Scene, at: int) -> bool:
    return scene.text.tokens[scene.chunks[at].first].key in context("session")


def _other_verbal(scene: Scene, at: int) -> bool:
    return any(
        other > at and is_verbal(scene, other) for other in scene.triggers("bilateral", "call")
    )
