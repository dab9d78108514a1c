"""The rules that propose visits and conferences."""

from collections.abc import Iterator

from ..lexicon import fold
from .parties import Party
from .reading import Group
from .scene import ADJUNCT, Proposal, Scene, is_verbal, join
from .told import of_adjunct, of_noun, of_verb, talked_of
from .words import context

GOING = frozenset(["رفت", "آمد"])
STAYING = "برد"  # «در سفر به Y به سر می‌برد»
NOUNS = frozenset("wLOCDPR")
RETURNING = frozenset(["بازگشت", "برگشت", "گشت"])


def places(scene: Scene, groups: list[Group]) -> tuple[Party, ...]:
    """Parties of the groups that are a country or a city, not a person or title."""
    return tuple(
        p
        for group in groups
        for p in group.parties
        if not (p.name or p.role or p.organisation or p.pronoun)
    )


def travellers(scene: Scene, at: int) -> tuple[Party, ...]:
    """Who travels: «سفر X», else the subject; a country alone does not travel."""
    of = tuple(p for g in scene.reading.of("of", head=at) for p in g.parties)
    people = of if any(p.name or p.role for p in of) else subjects(scene)
    return tuple(p for p in people if p.name or p.role or p.organisation or p.pronoun)


def subjects(scene: Scene) -> tuple[Party, ...]:
    """The subject, unless speech begins with one that no list has: «گفت: ناو دنا وارد ... شد»."""
    reading, at = scene.reading, scene.reading.first
    speech = at > 0 and scene.chunks[at - 1].kind == ":" and not reading.own
    unlisted = scene.kind(at) == "w" and scene.kind(at + 1) in NOUNS
    return () if speech and unlisted else reading.subject


def companions(scene: Scene, who: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who goes along from another country: «X به همراه نخست‌وزیر Y وارد ... شد»."""
    home = scene.text.article.country
    own = {party.iso3 or home for party in who}
    along = join(scene.reading.of("company"))
    return tuple(p for p in along if (p.name or p.role) and p.iso3 and p.iso3 not in own)


def travelled(scene: Scene) -> Iterator[Proposal]:
    """«عازم Y شد», «وارد Y شد», «به Y سفر کرد», «سفر X به Y»."""
    reading = scene.reading
    for at in scene.triggers("visit"):
        action = scene.chunks[at].data.get("action", "travel")
        if action not in ("travel", "depart", "arrive"):
            continue
        to = [g for g in reading.of("to") if g.head in (at, None) and g.first <= at + 12]
        if reading.clause.verb and reading.clause.verb.lemma in RETURNING:
            to = [g for g in to if scene.kind(g.last) != "V"]
        if action != "travel":
            to = reading.of("of", head=at) or to
        goal, who = places(scene, to), travellers(scene, at)
        told, sure = _visit_status(scene, at, action)
        if goal and who and told:
            who += companions(scene, who)
            going = reading.clause.verb is not None and reading.clause.verb.lemma in GOING
            passing = action == "travel" and not is_verbal(scene, at) and not going
            aside = passing and scene.slot(at - 1) in ADJUNCT
            yield Proposal("travel", "visit", told, reading, at, who, goal, sure=sure, aside=aside)


def _visit_status(scene: Scene, at: int, action: str) -> tuple[str | None, bool]:
    verb, slot = scene.reading.clause.verb, scene.slot(at - 1)
    if talked_of(scene, at):
        return None, True
    if action != "travel" and verb is not None and verb.lemma in ("شد", "گشت", "گردید", "بود"):
        told = of_verb(scene)
        return ("under_way" if told == "held" and verb.tense != "pluperfect" else told), True
    if is_verbal(scene, at):
        told = of_verb(scene)
        presence = told == "held" and verb is not None and verb.tense == "perfect"
        return ("under_way" if presence else told), True
    if slot in ADJUNCT:
        told = None if slot == "purpose" else of_adjunct(scene, at, slot)
        if told and verb and verb.lemma == STAYING and scene.predicate() == "under_way":
            told = None if verb.negative else "under_way"
        return told, True
    if slot == "without":
        return None, True
    told, sure = of_noun(scene, at)
    if told == "held" and not sure and slot == "from":
        return ("planned" if _announced(scene) else "held"), False
    return told, sure


def _announced(scene: Scene) -> bool:
    """Whether the clause gives the news of a visit: «از سفر X خبر داد»."""
    reading = scene.reading
    return any(scene.key(at) == "خبر" for at in range(reading.first, reading.last))


def went(scene: Scene) -> Iterator[Proposal]:
    """«به Y رفت», «به Y آمده است»."""
    reading = scene.reading
    verb = reading.clause.verb
    if verb is None or verb.lemma not in GOING or scene.triggers("visit"):
        return
    groups = [g for g in reading.of("to") if g.head is None or scene.kind(g.last) == "V"]
    goal = places(scene, groups)
    who = tuple(p for p in subjects(scene) if p.name or p.role)
    told = of_verb(scene)
    if goal and who and told:
        who += companions(scene, who)
        told = "under_way" if verb.tense == "perfect" else told
        yield Proposal("went", "visit", told, reading, reading.last - 1, who, goal)


def left_for(scene: Scene) -> Iterator[Proposal]:
    """«تهران را به مقصد Y ترک کرد»."""
    reading = scene.reading
    verb = reading.clause.verb
    if verb is None or not _before_verb(scene, {"ترک"}):
        return
    goal = places(scene, reading.of("to"))
    who = tuple(p for p in reading.subject if p.name or p.role)
    told = of_verb(scene)
    if goal and who and told:
        told = "under_way" if told == "held" else told
        yield Proposal("left-for", "visit", told, reading, reading.last - 1, who, goal)


def _before_verb(scene: Scene, words: set[str]) -> bool:
    verb = scene.reading.clause.verb
    if verb is None or verb.first == 0:
        return False
    return scene.text.tokens[verb.first - 1].key in words


def toured(scene: Scene) -> Iterator[Proposal]:
    """«از Y دیدار کرد», «از Y بازدید کرد» where Y is a country."""
    reading = scene.reading
    for at in scene.triggers("visit", "bilateral"):
        verbal, slot = is_verbal(scene, at), scene.slot(at - 1)
        if scene.chunks[at].data.get("action", "tour") != "tour" or reading.of("with"):
            continue
        groups = [g for g in reading.of("from") if at in (g.last, g.first - 2)]
        goal, who = places(scene, groups), travellers(scene, at)
        told = (
            of_verb(scene) if verbal else of_adjunct(scene, at, slot) if slot in ADJUNCT else None
        )
        if goal and who and told:
            yield Proposal("toured", "visit", told, reading, at, who, goal, aside=not verbal)


def welcomed(scene: Scene) -> Iterator[Proposal]:
    """«Y از X استقبال کرد», «استقبال رسمی Y از X», «X مورد استقبال Y قرار گرفت»."""
    reading = scene.reading
    for at in scene.triggers("visit"):
        if scene.chunks[at].data.get("action") != "welcome":
            continue
        of = join(reading.of("of", head=at))
        guests = tuple(
            p for g in reading.of("from") for p in g.parties if p.name or p.role or p.pronoun
        )
        hosts = of or reading.subject
        if of and not guests:
            guests = tuple(p for p in reading.subject if p.name or p.role)
        told = of_verb(scene) if reading.clause.verb else "held"
        if guests and hosts and told:
            yield Proposal("welcomed", "visit", told, reading, at, guests, hosts)


def hosted(scene: Scene) -> Iterator[Proposal]:
    """«Y میزبان X است» where X is a person or a title."""
    reading = scene.reading
    for at in scene.triggers("visit"):
        if scene.chunks[at].data.get("action") != "host":
            continue
        guests = tuple(
            p
            for p in join(reading.of("of", head=at) + reading.of("from", head=at))
            if p.name or p.role
        )
        hosts = reading.subject if reading.own else ()
        told, sure = _host_status(scene)
        if not (guests and hosts and told):
            continue
        if any(p.name or p.role for p in hosts):
            yield Proposal("hosted", "bilateral", told, reading, at, hosts, guests, sure=sure)
        else:
            yield Proposal("hosted", "visit", told, reading, at, guests, hosts, sure=sure)


def _host_status(scene: Scene) -> tuple[str | None, bool]:
    """«میزبان ... است» is under way unless its day is still to come."""
    verb = scene.reading.clause.verb
    if verb is None:
        return "planned", False
    if verb.tense == "present" and verb.lemma == "بود" and not verb.negative:
        return "under_way", False
    return of_verb(scene), True


def convened(scene: Scene) -> Iterator[Proposal]:
    """«در اجلاس E شرکت کرد», «E برگزار می‌شود»."""
    reading = scene.reading
    for at in range(reading.first, reading.last):
        chunk = scene.chunks[at]
        if chunk.kind != "E" or not is_conference(chunk.data["name"]):
            continue
        words = {
            scene.key(i) for i in range(reading.first, reading.last) if scene.kind(i) in ("w", "N")
        }
        attends = bool(words & context("attend"))
        takes_place = bool(words & {"برگزار", "میزبان", "آغاز", "افتتاح", "میزبانی"})
        if not attends and not takes_place and scene.slot(at - 1) != "purpose":
            continue
        slot = "purpose" if _to_attend(scene, at) else "in"
        told = of_adjunct(scene, at, slot) if attends else of_noun(scene, at)[0]
        who = reading.subject if attends and scene.slot(at - 1) == "in" else ()
        if told:
            yield Proposal("conference", "conference", told, reading, at, who)


def _to_attend(scene: Scene, at: int) -> bool:
    """Whether taking part is what a journey is for: «برای شرکت در E عازم ... شد»."""
    return scene.slot(at - 3) == "purpose" and scene.key(at - 2) in context("attend")


def is_conference(name: str) -> bool:
    """Whether an event's name is headed by a word for a gathering."""
    words = [fold(word) for word in name.split()]
    return words[0] in context("conference") and not {"خبری", "مطبوعاتی"} & set(words)
