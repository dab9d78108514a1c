"""Names that stand in word lists: countries, places, organisations, events, programmes."""

from collections.abc import Iterable, Iterator

from .context import is_name
from .gazetteer import NAMES, Hit, Scan
from .mentions import RANKS, Mention

LANGUAGE = frozenset({"زبان", "زبانهای", "به", "ادبیات", "الفبای", "چهارشنبه"})
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


def demonyms(scan: Scan, others: Iterable[Mention]) -> Iterator[Mention]:
    """Words for people and things of a country («عراقی», «روس»), where nothing surer stands.

    Not the language («به انگلیسی», «زبان روسی»), and not a surname after another name.
    """
    named = {other.last for other in others if other.label == "PERSON"}
    for at in sorted(scan.hits):
        hit = scan.hit(at, "demonym")
        if hit is None or at in named or _of_language(scan, at):
            continue
        if scan.hit(at - 1, "given", "honorific"):
            continue
        entry = hit.entry
        if _stands(scan, hit):
            yield Mention(
                *hit[:2], "DEMONYM", f"demonym:{entry.iso3}", entry.surface, entry.kind,
                entry.iso3, source="lexicon", rank=RANKS["guess"],
            )  # fmt: skip


def _of_language(scan: Scan, at: int) -> bool:
    """Whether the word at a token is a language's: «زبان روسی», «زبان‌های انگلیسی، روسی و چینی»."""
    while scan.key(at - 1) in ("،", "و") and scan.key(at - 2).endswith("ی"):
        at -= 2
    return scan.key(at - 1) in LANGUAGE


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
