"""Names that stand in word lists: countries, places, organisations, events, programmes."""

from collections.abc import Iterator

from .context import is_name
from .gazetteer import NAMES, Hit, Scan
from .mentions import RANKS, Mention

LABELS = {
    "country": "COUNTRY",
    "place": "PLACE",
    "organisation": "ORGANISATION",
    "event": "EVENT",
    "programme": "PROGRAMME",
}


def listed(scan: Scan) -> Iterator[Mention]:
    """Longest listed name at each token; one that dates or numbers hold whole is none."""
    first = 0
    for at in sorted(scan.hits):
        hit = (scan.hit(at, "user") or scan.hit(at, *NAMES)) if at >= first else None
        if hit and _stands(scan, hit):
            found = mention(hit)
            yield found
            first = hit.last if found.atomic else at + 1


def mention(hit: Hit) -> Mention:
    """A hit as a mention."""
    entry = hit.entry
    label = LABELS.get(entry.kind) or str(entry.more["label"])
    source, rule = ("lexicon", entry.kind)
    found = Mention(
        *hit[:2], label, entry.id, entry.name, rule, entry.iso3, source=source, rank=_rank(hit)
    )
    found.atomic = not entry.surface.startswith("وزارت")  # a state's is marked beside it
    return found


def _rank(hit: Hit) -> int:
    return RANKS["user"] if hit.entry.kind == "user" else RANKS["lexicon"]


def _stands(scan: Scan, hit: Hit) -> bool:
    span = range(hit.first, hit.last)
    held = all(index in scan.dates or index in scan.numbers for index in span)
    return not held and scan.one_sentence(hit.first, hit.last) and is_name(scan, hit)
