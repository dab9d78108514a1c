"""The rules that propose what is done in ceremonies: signing, handing over credentials, gathering."""

from collections.abc import Iterator
from dataclasses import replace

from .anaphora import both, pointers
from .readings import tells
from .scene import Parties, Proposal, Scene, is_verbal, join
from .sides import sides
from .told import of_verb, status_of
from .words import context

ENVOYS = frozenset(["سفیر", "سفیر جدید", "سفیر آکردیته", "نماینده دائم", "کاردار"])
REACH = 5


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
        if verbal and not (a or mutual):
            a, b = _speaker(scene), _partners(scene)
        if not (b or mutual):
            a, b, mutual = both(scene)
        if not (b or mutual):
            continue
        told, sure = (of_verb(scene), True) if verbal else status_of(scene, at, False)
        if told:
            yield Proposal("signed", "signing", told, reading, at, a, b, mutual, False, sure)


def _speaker(scene: Scene) -> Parties:
    """Whose side signs by «گفت: تفاهم‌نامه با Y امضا شد»: the speaker's, nobody of it named."""
    reading = scene.reading
    before = reading.before
    said = before is not None and (before.clause.verb is None or tells(scene.text, before))
    if not said or {group.slot for group in reading.groups} - {"with", "in"}:
        return ()
    return tuple(replace(party, name=None, role=None) for party in reading.subject)


def _partners(scene: Scene) -> Parties:
    """Whom a document is agreed with: «تفاهم‌نامه همکاری با Y»."""
    documents = {
        at
        for at in range(scene.reading.first, scene.reading.last)
        if scene.key(at) in context("document")
    }
    groups = scene.reading.of("with")
    return join(g for g in groups if documents & {*range(g.first - REACH, g.first - 1)})


def credentials(scene: Scene) -> Iterator[Proposal]:
    """«سفیر X رونوشت استوارنامه خود را تسلیم وزیر ... کرد»."""
    reading = scene.reading
    words = {scene.key(at) for at in range(reading.first, reading.last) if scene.kind(at) == "w"}
    told = of_verb(scene) if words & context("credentials") else None
    titled = [p for p in join(reading.groups) if p.role or p.name]
    envoys = tuple(p for p in titled if p.head in ENVOYS)
    receivers = tuple(p for p in titled if p.head not in ENVOYS) or reading.subject
    if told and envoys and receivers:
        at = reading.last - 1
        yield Proposal("credentials", "bilateral", told, reading, at, envoys, receivers[:1])


def gathered(scene: Scene) -> Iterator[Proposal]:
    """«وزیران X، Y و Z گرد هم آمدند»; «W نیز در این نشست حضور داشت»."""
    reading = scene.reading
    tokens = scene.text.tokens[reading.clause.first : reading.clause.last]
    words = "".join(token.key for token in tokens)
    subject = reading.subject if reading.own else join(reading.of("of"))
    told = of_verb(scene) if subject else None
    if not told:
        return
    at = reading.last - 1
    if len(subject) > 1 and any(words.endswith(end) for end in _gathering(scene)):
        yield Proposal("gathered", "bilateral", told, reading, at, subject, mutual=True)
    elif len(subject) == 1 and scene.earlier and _joins(scene):
        others: Parties = (*scene.earlier[-1].a, *scene.earlier[-1].b)
        if len(others) > 2:
            yield Proposal("gathered", "multilateral", told, reading, at, subject, others)


def _gathering(scene: Scene) -> Iterator[str]:
    """Words for coming together with the clause's verb after them."""
    verb = scene.reading.clause.verb
    if verb is not None and verb.lemma in ("آمد", "شد"):
        tail = "".join(token.key for token in scene.text.tokens[verb.first : verb.last])
        closing = scene.text.tokens[verb.last : scene.reading.clause.last]
        tail += "".join(token.key for token in closing)
        yield from (word + tail for word in context("together"))


def _joins(scene: Scene) -> bool:
    """Whether someone else takes part too in the meeting told last."""
    reading = scene.reading
    words = {scene.key(at) for at in range(reading.first, reading.last)}
    also = bool(words & {"نیز", "هم"}) and bool(words & {"حضور", "شرکت"})
    return also and "meeting" in pointers(scene.text, [reading])
