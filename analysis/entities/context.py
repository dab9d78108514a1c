"""Whether a name that is also a common word is a name where it stands."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ..lexicon import compact, load
from .gazetteer import Hit, Scan

LISTS = ("after", "before", "not_after", "not_before", "not_near", "not_around")
NEAR = 12
MINISTRY = frozenset({"وزارت", "وزیر", "وزیران", "وزرای"})
JOINTS = frozenset({"و", "،", ",", "-", "–", "/"})
POINTERS = frozenset({"این", "آن", "هر", "یک", "همین", "همان"})
OPENERS = frozenset({"", "در", "از", "به", "با", "میان", "بین", "«", "(", ":", "مانند", "همچون"})


@cache
def cues() -> dict[str, Mapping[str, Any]]:
    """The entries of contexts.toml by surface, their words folded."""
    table: dict[str, Mapping[str, Any]] = {}
    for entry in load("contexts"):
        folded = {name: frozenset(map(compact, entry.get(name, ()))) for name in LISTS}
        table[compact(entry["surface"])] = {**entry, **folded}
    return table


def is_name(scan: Scan, hit: Hit) -> bool:
    """Whether a hit stands for its entry; those without the flag `needs_context` always do."""
    if not hit.entry.needs_context:
        return True
    cue = cues().get(compact(hit.entry.surface), {"default": False})
    before, after = _left(scan, hit.first), _right(scan, hit.last)
    if _denied(cue, before, after) or _measured(scan, hit, cue) or _surname(scan, hit, cue):
        return False
    if any(scan.key(at) in cue.get("not_near", ()) for at in _near(scan, hit)):
        return False
    if _owns_ministry(scan, hit):
        return True
    if before & (cue.get("after", frozenset()) | cues()["*"]["after"]):
        return True
    if after & (cue.get("before", frozenset()) | cues()["*"]["before"]):
        return True
    if cue.get("list", True) and (_listed(scan, hit) or _at_home(scan, hit)):
        return True
    return bool(cue.get("default", False))


def _left(scan: Scan, first: int) -> set[str]:
    one = scan.key(first - 1)
    return {one, scan.key(first - 2) + one}


def _right(scan: Scan, last: int) -> set[str]:
    one, two = scan.key(last), scan.key(last + 1)
    return {one, one + two, two} if one in POINTERS else {one, one + two}


def _denied(cue: Mapping[str, Any], before: set[str], after: set[str]) -> bool:
    empty: frozenset[str] = frozenset()
    not_before = cue.get("not_before", empty) | cues()["*"]["not_before"]
    around = {left + right for left in before for right in after}
    return bool(
        before & cue.get("not_after", empty)
        or after & not_before
        or around & cue.get("not_around", empty)
    )


def _owns_ministry(scan: Scan, hit: Hit) -> bool:
    """Whether a country stands where the state of a minister or a ministry does."""
    if hit.entry.kind != "country":
        return False
    for first in range(max(1, hit.first - 6), hit.first):
        field = scan.hit(first, "ministry")
        if field and field.last == hit.first and scan.key(first - 1) in MINISTRY:
            return True
    return False


def _near(scan: Scan, hit: Hit) -> list[int]:
    """Tokens of the sentence up to `NEAR` places away."""
    around = range(max(0, hit.first - NEAR), min(len(scan.tokens), hit.last + NEAR))
    sentence = scan.text.sentence
    return [at for at in around if sentence[at] == sentence[hit.first]]


def _measured(scan: Scan, hit: Hit, cue: Mapping[str, Any]) -> bool:
    numeric = scan.numbers | {i for i in (hit.first - 1, hit.last) if scan.key(i).isdigit()}
    follows = hit.last in numeric and cue.get("number_after", True) is False
    precedes = hit.first - 1 in numeric and cue.get("number_before", True) is False
    return follows or precedes


def _surname(scan: Scan, hit: Hit, cue: Mapping[str, Any]) -> bool:
    return bool(cue.get("surname")) and scan.hit(hit.first - 1, "given") is not None


def _at_home(scan: Scan, hit: Hit) -> bool:
    """Whether a town of the country is named near it («نیروهای مالی در باماکو»)."""
    if hit.entry.kind != "country":
        return False
    for at in _near(scan, hit):
        town = scan.hit(at, "place")
        if town and town.entry.iso3 == hit.entry.iso3 and not town.entry.needs_context:
            return True
    return False


def _listed(scan: Scan, hit: Hit) -> bool:
    """Whether it is an item of a list whose neighbour is certainly a country."""
    if scan.key(hit.first - 1) in JOINTS and _ends(scan, hit.first - 1):
        return True
    if scan.key(hit.first - 1) not in OPENERS | JOINTS or scan.key(hit.last) not in JOINTS:
        return False
    following = scan.hit(hit.last + 1, "country")
    return following is not None and _likely(following)


def _ends(scan: Scan, last: int) -> bool:
    for first in range(max(0, last - 4), last):
        hit = scan.hit(first, "country", "demonym")
        if hit and hit.last == last and _likely(hit):
            return True
    return False


def _likely(hit: Hit) -> bool:
    """Whether a hit is a country unless something says otherwise."""
    cue = cues().get(compact(hit.entry.surface), {})
    return not hit.entry.needs_context or bool(cue.get("default"))
