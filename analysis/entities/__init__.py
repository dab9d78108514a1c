"""People, organisations, places, countries, events, programmes and roles."""

from ..text import Row, Text
from .events import events, programmes
from .gazetteer import Scan
from .linking import link
from .lists import listed
from .mentions import Mention, confirmed, resolve
from .modelled import modelled
from .organisations import organisations
from .persons import persons
from .roles import roles
from .summary import table

__all__ = ["find", "table"]


def find(text: Text, dates: list[Row], numbers: list[Row]) -> list[Row]:
    """Rows of the entities table: one row a mention."""
    scan = Scan(text, dates, numbers)
    names: list[Mention] = [*listed(scan), *organisations(scan), *events(scan), *programmes(scan)]
    bodies: dict[int, Mention] = {}
    for mention in names:
        if mention.label == "ORGANISATION":
            longest = bodies.get(mention.first, mention)
            bodies[mention.first] = max(longest, mention, key=lambda m: m.last)
    offices = list(roles(scan, bodies))
    tagged = list(modelled(scan))
    people = confirmed(persons(scan, offices), tagged)
    mentions = link(scan, resolve([*names, *offices, *tagged, *people]))
    return [mention.row(scan) for mention in mentions]
