"""People, organisations, places, countries, events, programmes and roles."""

from collections.abc import Iterable

from ..text import Row, Text
from .events import events, programmes
from .gazetteer import Scan
from .linking import link
from .lists import demonyms, listed
from .mentions import Mention, apart, confirmed, resolve
from .modelled import modelled
from .organisations import organisations
from .persons import leaders, persons, surnames
from .roles import roles
from .summary import canonical, table

__all__ = ["canonical", "find", "table"]


def find(text: Text, dates: list[Row], numbers: list[Row]) -> list[Row]:
    """Rows of the entities table: one row a mention."""
    scan = Scan(text, dates, numbers)
    names = [*listed(scan), *organisations(scan), *events(scan), *programmes(scan)]
    tagged = list(modelled(scan, names))
    offices = list(roles(scan, bodies([*names, *tagged])))
    known = list(leaders(scan))
    sure = [*tagged, *apart(known, tagged)]
    people = confirmed([*persons(scan, offices), *known, *surnames(scan)], sure)
    found = [*names, *offices, *tagged, *people]
    mentions = link(scan, resolve([*found, *demonyms(scan, found)]))
    return [mention.row(scan) for mention in mentions]


def bodies(names: Iterable[Mention]) -> dict[int, Mention]:
    """The organisation that begins at each token: of the surest finder, the longest."""
    found: dict[int, Mention] = {}
    for mention in sorted(names, key=lambda name: (-name.rank, name.last)):
        if mention.label == "ORGANISATION":
            found[mention.first] = mention
    return found
