"""What a clause says of a meeting it names: its status, or that it is none."""

from ..clauses import Verb
from . import status
from .scene import ADJUNCT, Scene
from .words import context

CONDITIONS = frozenset(["اگر", "چنانچه", "درصورتی", "هرگاه"])


def status_of(scene: Scene, at: int, verbal: bool) -> tuple[str | None, bool]:
    """Status of the meeting that trigger `at` names, and whether it was read or supposed."""
    slot = scene.slot_of(at)
    if talked_of(scene, at) or (verbal and _is_state(scene, at)):
        return None, True
    if verbal:
        told = of_verb(scene) if scene.reading.clause.verb else "held"
        return ("under_way" if told == "planned" and _negotiates(scene, at) else told), True
    if slot in ADJUNCT:
        return of_adjunct(scene, at, slot), slot not in ("purpose", "before")
    if slot == "without":
        return None, True
    return of_noun(scene, at)


def _is_state(scene: Scene, at: int) -> bool:
    """Whether the clause only says that they are in touch: «با Y در تماس است»."""
    verb = scene.reading.clause.verb
    return scene.slot(at - 1) == "in" and verb is not None and verb.lemma == "بود"


def _negotiates(scene: Scene, at: int) -> bool:
    """Whether states are in talks, on no day and at no place: «برلین با طالبان مذاکره می‌کند»."""
    reading, verb = scene.reading, scene.reading.clause.verb
    going_on = verb is not None and verb.tense == "present" and scene.chunks[at].data.get("weak")
    alone = not any(party.name or party.role or party.pronoun for party in reading.subject)
    set_ = scene.predicate() == "planned" or reading.of("in")
    dated = any(scene.kind(near) == "T" for near in reading.all)
    return bool(going_on and reading.own and alone and not (set_ or dated))


def talked_of(scene: Scene, at: int) -> bool:
    """Whether the words at a trigger make it a wish («احتمال دیدار», «دیدار احتمالی»), a question
    or a denial.
    """
    if "none" in scene.chunks[at].data["types"]:
        return True
    first = scene.chunks[at].first
    start = max(scene.start, first - 3)
    near = status.cues_in(scene.text.tokens, start, first)
    return any(told in ("unreal", "denied") for _, _, told in near) and scene.slot(at - 1) not in (
        "in",
        "during",
        "after",
    )


def of_verb(scene: Scene) -> str | None:
    reading = scene.reading
    verb, tokens = reading.clause.verb, scene.text.tokens
    if verb is None or verb.negative or _doubted(scene):
        return None
    told = scene.predicate()
    if told in ("cancelled", "under_way"):
        return told
    if verb.tense == "subjunctive":
        return "planned" if status.modal(tokens, reading) in ("planned", "purpose") else None
    return status.by_tense(verb)


def _doubted(scene: Scene) -> bool:
    """Whether the clause asks, a condition opens it, or the one before denies what it says."""
    reading, tokens = scene.reading, scene.text.tokens
    keys = [token.key for token in tokens[reading.clause.first : reading.clause.last]]
    if "آیا" in keys or CONDITIONS.intersection(keys[:3]):
        return True
    before = reading.before
    if before is None or before.clause.verb is None:
        return False
    earlier = tokens[before.clause.first : before.clause.last]
    if any(token.key in CONDITIONS for token in earlier):
        return True
    return status.predicate(tokens, before.clause.verb, before.clause.first) == "denied"


def of_adjunct(scene: Scene, at: int, slot: str) -> str | None:
    """Status of a meeting in passing: «در دیدار با X», «پس از ...», «برای ...»."""
    verb = scene.reading.clause.verb
    if slot == "purpose":
        return None if _wished(scene, at) or (verb and verb.negative) else "planned"
    if slot == "before":
        return "planned"
    if verb is None:
        return "held"
    words = {scene.key(i) for i in range(at, scene.reading.last) if scene.kind(i) == "w"}
    if verb.negative and words & context("attend"):
        return None
    if verb.tense == "subjunctive":
        return "held" if slot == "after" else of_verb(scene)
    if verb.tense == "present" and verb.lemma in ("بود", "داشت"):  # «... با بیان اینکه ... است»
        return "held"
    return status.by_tense(verb)


def _wished(scene: Scene, at: int) -> bool:
    """Whether «برای دیدار با X» is a wish: «... اعلام آمادگی کرد», «تلاش برای ...»."""
    tokens, clause = scene.text.tokens, scene.reading.clause
    after = status.cues_in(tokens, scene.chunks[at].last, clause.last)
    if any(told in ("unreal", "denied") for _, _, told in after):
        return True
    before = {token.key for token in tokens[clause.first : scene.chunks[at].first]}
    return bool(before & context("attempt"))


def of_noun(scene: Scene, at: int) -> tuple[str | None, bool]:
    """Status of a meeting that a noun names, by the clause's predicate; and whether it is sure."""
    reading, tokens = scene.reading, scene.text.tokens
    verb = reading.clause.verb
    told = scene.predicate()
    before = _said_before(scene, at)
    if before or verb is None:
        return (before, True) if before else (_of_headline(scene), False)
    if verb.negative and told == "cancelled":  # «لغو نشده است»
        return "planned", True
    if verb.negative or told == "denied" or _doubted(scene):
        return None, True
    if told == "under_way" and not _goes_on(verb):
        return "planned", True
    if told in ("cancelled", "under_way", "planned"):
        return told, True
    if verb.tense == "subjunctive":
        return of_verb(scene), True
    told, sure = _of_doing(scene, at, told)
    if told:
        return told, sure
    later = {cue for _, _, cue in status.cues_in(tokens, reading.clause.first, reading.clause.last)}
    if "planned" in later:
        return "planned", True
    if verb.tense in status.PAST and not scene.chunks[at].data.get("weak"):
        return "held", False
    return None, True


def _goes_on(verb: Verb) -> bool:
    """Whether «آغاز ...» speaks of now or before: not «آغاز می‌شود», «آغاز خواهد شد»."""
    lasting = verb.tense == "present" and verb.lemma in ("داشت", "بود")
    return lasting or verb.tense in status.PAST


def _said_before(scene: Scene, at: int) -> str | None:
    """Status that the word before a trigger gives: «لغو سفر», «قرار ملاقات»."""
    if scene.kind(at - 1) == "w" and scene.key(at - 1) == "قرار":
        return "planned"
    first = scene.chunks[at].first
    start = max(scene.start, first - 1)
    cues = status.cues_in(scene.text.tokens, start, first)
    told = {cue for _, _, cue in cues}
    return next((value for value in ("cancelled", "planned") if value in told), None)


def _of_doing(scene: Scene, at: int, told: str | None) -> tuple[str | None, bool]:
    """Status by a verb that makes the meeting happen: «برگزار شد», «میزبان ... است», «به دیدار رفت»."""
    verb = scene.reading.clause.verb
    assert verb is not None
    hosted = scene.kind(at - 1) == "N" and scene.chunks[at - 1].data.get("action") == "host"
    if hosted and verb.tense == "present" and verb.lemma == "بود":
        return "under_way", False
    visiting = verb.lemma == "رفت" and scene.slot(at - 1) == "to"
    if told == "held" or hosted or visiting or verb.lemma == "داشت":
        return status.by_tense(verb), True
    return None, True


def _of_headline(scene: Scene) -> str | None:
    clause = scene.reading.clause
    told = {cue for _, _, cue in status.cues_in(scene.text.tokens, clause.first, clause.last)}
    for value in ("cancelled", "planned"):
        if value in told:
            return value
    return None if told & {"denied"} else "held"
