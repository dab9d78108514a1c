"""Rules for decades and centuries."""

from dataclasses import replace

from ..text import Token
from .grammar import GROUPS, Found, Rule, Unit
from .lists import combine
from .points import Point
from .reading import Number
from .values import Ancient, Shift, Stretch, Value
from .years import era_of, which_shift, year_point

Tokens = list[Token]
ERA = "(?P<era>ERA)?"


def decade(found: Found, tokens: Tokens) -> Value | None:
    """«دهه ۶۰», «دهه‌های ۱۹۸۰ و ۱۹۹۰», «دهه شصت خورشیدی»."""
    start, end = found.match.span()
    calendar = era_of(found)[0]
    parts: list[Unit] = []
    for unit in found.units[start + 1 : end]:
        if unit.cls in GROUPS["INTEGER"]:
            point = year_point(unit.value, calendar)
            if point is None or point.year is None or unit.value.value % 10:
                return None
            point = replace(point, width=10, grain="decade")
            parts.append(unit._replace(cls="YEARPOINT", value=point))
        elif unit.cls != "ERA":
            parts.append(unit)
    return combine(parts)


def millennium(found: Found, tokens: Tokens) -> Value | None:
    """«هزاره سوم», «هزاره سوم پیش از میلاد»."""
    number, (calendar, back) = int(found.value("number").value), era_of(found)
    if back:
        return Ancient(grain="millennium", years=f"-{number - 1}XXX")
    if calendar not in (None, "gregorian") or not 2 <= number <= 3:
        return None
    return Point(calendar="gregorian", year=number * 1000 - 999, width=1000, grain="millennium")


def longer_relative(found: Found, tokens: Tokens) -> Value | None:
    """«دهه گذشته», «قرن حاضر», «دهه‌های اخیر»."""
    unit, which = found.one("unit") or found.one("unit2"), found.one("which")
    assert unit is not None
    if found.counted():
        return None
    shift = which_shift(which) if which and which.cls != "NEW" else 0
    grain = unit.cls.lower()
    if unit.value.plural:
        return Value(grain=grain, modifier="past" if shift in (-1, None) else "future")
    if unit.cls == "DECADE" and shift != 0:
        return Stretch(unit="YEAR", count=10 * (shift or -1), grain="decade")
    return Shift(unit=unit.cls, count=shift or 0, grain=grain)


def century(found: Found, tokens: Tokens) -> Value | None:
    """«قرن بیستم», «قرن ۱۹ و ۲۰ میلادی», «قرن سوم هجری», «سده پنجم پیش از میلاد»."""
    start, end = found.match.span()
    calendar, back = era_of(found)
    parts: list[Unit] = []
    for unit in found.units[start + 1 : end]:
        if unit.cls in ("AND", "TO", "COMMA", "OR"):
            parts.append(unit)
        elif isinstance(unit.value, Number):
            number = int(unit.value.value)
            if number > 30:
                return None
            chosen = calendar or ("gregorian" if number >= 15 else None)
            if back:
                value: Value = Ancient(grain="century", years=f"-{number - 1:02}XX")
            elif chosen is None:
                value = Value(grain="century", calendar=chosen)
            else:
                value = Point(calendar=chosen, year=number * 100 - 99, width=100, grain="century")
            parts.append(unit._replace(cls="YEARPOINT", value=value))
    return combine(parts)


CENTURIES = (
    Rule("millennium", f"MILLENNIUM (?P<number>ORD) {ERA}", "YEARSPAN", millennium),
    Rule(
        "decade",
        f"DECADE (?:NYEAR|TWODIGITS) (?:LINK (?:NYEAR|TWODIGITS)){{0,6}} {ERA}",
        "YEARSPAN",
        decade,
    ),
    Rule(
        "century",
        f"CENTURY (?:ORD|TWODIGITS) (?:LINK (?:ORD|TWODIGITS)){{0,4}} {ERA}",
        "YEARSPAN",
        century,
    ),
    Rule(
        "decade-century-relative",
        "(?:THIS (?P<unit>DECADE|CENTURY)|(?P<unit2>DECADE|CENTURY) (?P<which>WHICH|NEW)) ERA?",
        "VAGUE",
        longer_relative,
    ),
)
