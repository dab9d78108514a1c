"""Names that only the statistical tagger finds."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from .. import tagger
from ..lexicon import compact, load
from .context import JOINTS, is_name
from .gazetteer import Scan
from .mentions import RANKS, Mention
from .persons import particles, person_id, person_name
from .words import function_words, noun_ends

LABELS = {"PER": "PERSON", "ORG": "ORGANISATION", "LOC": "PLACE"}
# what ends a name of the tagger that a joint follows
ENDED = {"ORGANISATION": "ORGANISATION", "COUNTRY": "PLACE", "PLACE": "PLACE"}
HYPHENS = frozenset({"-", "–"})
SURE = 0.5
LONGEST = 300


def modelled(scan: Scan, names: Iterable[Mention]) -> Iterator[Mention]:
    """Names found by the tagger with a probability of a half or more; none without its model.

    What goes on past one of the `names` with a comma or a function word is left out.
    """
    names = list(names)
    ends_of = {(ENDED[name.label], name.last) for name in names if name.label in ENDED}
    ends_of -= {("PLACE", name.last) for name in names if _leg(scan, name)}
    states = {name.last: name.iso3 for name in names if name.label == "ORGANISATION"}
    borders = _borders(scan)
    ends = [*borders[1:], len(scan.tokens)] if borders else []
    sentences = [
        [token.key for token in scan.tokens[first:last]]
        for first, last in zip(borders, ends, strict=True)
    ]
    for start, words, spans in zip(borders, sentences, tagger.tag(sentences), strict=True):
        for span in hyphened(spans, words):
            if span.confidence < SURE:
                continue
            mention = _mention(scan, start, span)
            if mention.label == "ORGANISATION":  # «... وزارت امور خارجه» is of the ministry's state
                mention.iso3 = mention.iso3 or states.get(mention.last)
            refused = (_common(scan, mention), _covered(scan, mention))
            if not any(refused) and not _joined(scan, mention, ends_of):
                yield mention


def _leg(scan: Scan, name: Mention) -> bool:
    """Whether a place begins a route («جاده تهران - مشهد»)."""
    return name.label == "PLACE" and scan.key(name.last) in HYPHENS


def hyphened(spans: Iterable[tagger.Span], words: Sequence[str]) -> Iterator[tagger.Span]:
    """Spans, two persons with a hyphen between them as one («بوگدان-مارتین»).

    >>> parts = [tagger.Span(0, 1, "PER", 0.9), tagger.Span(2, 3, "PER", 0.8)]
    >>> list(hyphened(parts, ["بوگدان", "-", "مارتین"]))
    [Span(first=0, last=3, label='PER', confidence=0.8)]
    """
    held: tagger.Span | None = None
    for span in spans:
        both = held is not None and held.label == span.label == "PER"
        if held and both and held.last + 1 == span.first and words[held.last] == "-":
            held = held._replace(last=span.last, confidence=min(held.confidence, span.confidence))
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _borders(scan: Scan) -> list[int]:
    """First tokens of the sentences, and of pieces of very long ones."""
    borders: list[int] = []
    for index, sentence in enumerate(scan.text.sentence):
        new = not borders or sentence != scan.text.sentence[index - 1]
        if new or index - borders[-1] == LONGEST:
            borders.append(index)
    return borders


@cache
def not_names() -> frozenset[tuple[str, str]]:
    """Common nouns, and the label under which the tagger's training data has them."""
    return frozenset((compact(row["surface"]), row["label"]) for row in load("not-names"))


def _common(scan: Scan, mention: Mention) -> bool:
    """Whether a mention is a common noun, with countries or without («دولت‌های ایران و عراق»), or a
    listed name that its context denies.
    """
    joined = ""
    for at in range(mention.first, mention.last):
        joined += scan.key(at)
        if (joined, mention.label) in not_names() and _only_countries(scan, at + 1, mention.last):
            return True
    hit = scan.hit(mention.first, "country", "place")
    return hit is not None and hit.last == mention.last and not is_name(scan, hit)


def _only_countries(scan: Scan, first: int, last: int) -> bool:
    while first < last:
        country = scan.hit(first, "country")
        if country is None and scan.key(first) not in JOINTS:
            return False
        first = country.last if country else first + 1
    return first == last


def _covered(scan: Scan, mention: Mention) -> bool:
    """Whether a listed organisation and words that go on no name are all there is."""
    hit = scan.hit(mention.first, "organisation")
    rest = range(hit.last, mention.last) if hit else range(0)
    return len(rest) > 0 and all(scan.key(at) in noun_ends() for at in rest)


def _joined(scan: Scan, mention: Mention, ends_of: set[tuple[str, int]]) -> bool:
    """Whether a listed name ends inside and a function word follows: two names, or no name."""
    return any(
        scan.key(index) in JOINTS or scan.key(index) in function_words()
        for index in range(mention.first + 1, mention.last)
        if (mention.label, index) in ends_of
    )


def _leads(scan: Scan, at: int, label: str) -> bool:
    """Whether a span's first token is no part of the name: a function word, «عضو» before a body."""
    member = scan.hit(at, "role") if label == "ORG" else None
    named = member is not None and member.entry.more["complement"] == "named"
    return scan.key(at) in function_words() or named


def _mention(scan: Scan, start: int, span: tagger.Span) -> Mention:
    first, last = start + span.first, start + span.last
    while first + 1 < last and _leads(scan, first, span.label):
        first += 1
    head = scan.hit(first, "head")
    label = LABELS[span.label]
    if head and (label == "PERSON" or head.entry.more["label"] == "ORGANISATION"):
        label = head.entry.more["label"]
    leader = scan.hit(first, "leader")
    if leader and leader.last == last and not leader.entry.needs_context:
        label = "PERSON"
    person = label == "PERSON"
    if person:
        last = particles(scan, first, _without_adverbs(scan, first, last))
    else:
        last = _before_bracket(scan, first, last)
    name = person_name(scan, first, last) if person else scan.words(first, last)
    return Mention(
        first,
        last,
        label,
        person_id(name) if person else f"{label.lower()}:{name}",
        name,
        "tagger",
        None if person else _country(scan, first, last) or _town(scan, label, first, last),
        source="model",
        confidence=span.confidence,
        rank=RANKS["model"],
        atomic=person,
    )


def _without_adverbs(scan: Scan, first: int, last: int) -> int:
    """Where a person's name ends: before adverbs and nouns of verbs («تلفنی», «فردا», «سخن»)."""
    while last > first + 1 and scan.key(last - 1) in noun_ends():
        last -= 1
    return last


def _before_bracket(scan: Scan, first: int, last: int) -> int:
    """Where a name ends that holds an opening bracket alone: before it."""
    keys = [scan.key(at) for at in range(first, last)]
    return first + keys.index("(") if "(" in keys[1:] and ")" not in keys else last


def _country(scan: Scan, first: int, last: int) -> str | None:
    """The country that a name ends with («دولت ترکیه»), not one of two («... ایران و ترکیه»)."""
    before = None
    for at in range(first, last):
        hit = scan.hit(at, "country")
        if hit and hit.last == last and is_name(scan, hit):
            return None if before == at - 1 and scan.key(before) == "و" else hit.entry.iso3
        before = hit.last if hit else before
    return None


def _town(scan: Scan, label: str, first: int, last: int) -> str | None:
    """The country of the town that a place's name ends with («فرودگاه دهلی نو»)."""
    hits = (scan.hit(at, "place") for at in range(first, last) if label == "PLACE")
    return next((hit.entry.iso3 for hit in hits if hit and hit.last == last), None)
