"""Rules for seasons, alone and in lists, with and without a year."""

from ..text import Token
from .grammar import GROUPS, Found, Rule
from .guards import named, prompted
from .lists import combine
from .months import SAID, number_of, with_year
from .points import Point
from .values import Value

Tokens = list[Token]


def season(found: Found, tokens: Tokens) -> Point | None:
    """«تابستان ۱۴۰۴», «فصل بهار», «پاییز سال گذشته», «زمستان»."""
    name = found.one("season")
    assert name is not None
    sure = any(found.one(part) for part in ("noun", "told", "which")) or number_of(found)
    if not sure and (found.after() in ("EZAFE",) or named(tokens, found.first, found.last)):
        return None
    spring = name.cls == "SPRINGISH" and found.after() not in ("SEASON", *GROUPS["LINK"])
    if not sure and spring and not prompted(tokens, found.first):
        return None
    quarter = 3 * (name.value or 1)
    point = Point(calendar="jalali", months=(quarter - 2, quarter), grain="season")
    return with_year(point, found, tokens)


def season_list(found: Found, tokens: Tokens) -> Value | None:
    """«بهار و تابستان ۱۴۰۴», «فصل پاییز و زمستان»."""
    last = season(found, tokens)
    if not isinstance(last, Point):
        return None
    start, end = found.match.span()
    units = []
    for unit in found.units[start:end]:
        if unit.cls in GROUPS["SEASONANY"]:
            quarter = 3 * (unit.value or 1)
            point = Point(calendar="jalali", months=(quarter - 2, quarter), grain="season")
            unit = unit._replace(cls="SEASONPOINT", value=point)
        elif unit.cls not in GROUPS["LINK"]:
            continue
        units.append(unit)
    at = max(at for at, unit in enumerate(units) if unit.cls == "SEASONPOINT")
    return combine([*units[:at], units[at]._replace(value=last)])


SEASON = "(?P<season>SEASONANY) EZAFE?"
SEASONS = (
    Rule(
        "seasons",
        f"SEASON? SEASONANY (?: (?:LINK) SEASONANY ){{0,2}} (?:LINK) {SEASON} {SAID}?",
        "SPAN",
        season_list,
    ),
    Rule("season-year", f"(?P<noun>SEASON)? {SEASON} {SAID}", "SEASONPOINT", season),
    Rule("season", "(?P<noun>SEASON)? (?P<season>SEASONANY)", "SEASONPOINT", season),
)
