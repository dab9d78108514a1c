"""Words that point back: «این دیدار», «دو طرف», «دور ششم این مذاکرات»."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..text import Text
from .reading import Reading
from .scene import Parties, Proposal, Scene
from .words import context

Sides = tuple[Parties, Parties, bool]
TALKS = frozenset(["bilateral", "call", "multilateral"])
AT_HOME = frozenset(["welcomed", "hosted"])
NONE: Sides = ((), (), False)
NOUNS = 5
POINTED = {
    "visit": ("سفر",),
    "conference": ("کنفرانس", "اجلاس", "رویداد", "همایش", "مجمع", "نمایشگاه"),
    "meeting": (
        "دیدار",
        "گفتوگو",
        "نشست",
        "ملاقات",
        "مذاکر",
        "تماس",
        "رایزنی",
        "جلسه",
        "اجلاس",
        "کمیسیون",
    ),
}


def pointers(text: Text, readings: Sequence[Reading]) -> Iterator[str]:
    """What «این ...» points back to: visit, conference or meeting."""
    for reading in readings:
        for one, two in pairwise(text.tokens[reading.clause.first : reading.clause.last]):
            if one.key in ("این", "همین"):
                yield from (kind for kind, words in POINTED.items() if two.key.startswith(words))


def they(text: Text, reading: Reading) -> bool:
    """Whether a clause names its parties only as «دو طرف», «دو کشور», «آنان»."""
    keys = [token.key for token in text.tokens[reading.clause.first : reading.clause.last]]
    return bool({*keys, *map("".join, pairwise(keys))} & context("they"))


def both(scene: Scene) -> Sides:
    """Who signs where nobody is named: the subjects, or the parties of the meeting told last."""
    reading = scene.reading
    if len(reading.subject) > 1:
        return reading.subject, (), True
    if not scene.earlier:
        return NONE
    last = scene.earlier[-1]
    goes_on = last.reading is reading.before and not reading.own
    near = reading.sentence - last.reading.sentence <= 1
    points = near and bool({*pointers(scene.text, [reading])})
    return _sides(last) if goes_on or points or they(scene.text, reading) else NONE


def again(scene: Scene, at: int, *, verbal: bool) -> Sides:
    """Who meets again: «دور ششم این مذاکرات», «نشست آنان», «دیدار دو طرف»."""
    chunk, tokens = scene.chunks[at], scene.text.tokens
    opening = {token.key for token in tokens[max(0, chunk.first - 4) : chunk.first]}
    round_ = "این" in opening and bool(opening & {"دور", "مرحله"})
    theirs = _theirs(scene, at) or (verbal and they(scene.text, scene.reading))
    if verbal and not scene.reading.own and scene.earlier:
        last = scene.earlier[-1]
        if last.rule in AT_HOME and last.reading is scene.reading.before:
            return last.a, last.b, False
    told = [p for p in scene.earlier if p.type in TALKS or (theirs and p.rule in AT_HOME)]
    if told and (round_ or theirs):
        return _sides(told[-1])
    subject = scene.reading.subject
    return (subject, (), True) if theirs and len(subject) > 1 else NONE


def _theirs(scene: Scene, at: int) -> bool:
    """Whether the nouns after a trigger end in «دو کشور»: «دیدار محرمانه هیئت‌های دو کشور»."""
    after = at + 1
    while after <= at + NOUNS and scene.kind(after) in ("w", "R"):
        after += 1
    first, last = scene.chunks[at].last, scene.chunks[after - 1].last
    keys = [token.key for token in scene.text.tokens[first:last]]
    return bool({*keys, *map("".join, pairwise(keys))} & context("they"))


def _sides(last: Proposal) -> Sides:
    return last.a, last.b, last.mutual
