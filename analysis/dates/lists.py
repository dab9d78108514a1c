"""Lists and ranges: units that are joined by «تا», «و», «،» become one value."""

from dataclasses import replace

from .compound import Group, Part, Span
from .grammar import Unit
from .points import Point
from .values import Value


def combine(units: list[Unit], *, between: bool = False) -> Value | None:
    """One value for units with links between them: ranges first, then the list of them.

    A day inherits the month and year of the last one, a month its year. After «بین» two values
    with «و» are a range.
    """
    items = [unit for unit in units if isinstance(unit.value, Value)]
    if not items:
        return None
    values = inherited([item.value for item in items])
    joined: list[Value] = []
    at = 0
    while at < len(values):
        value = values[at]
        whole = between and len(values) == 2
        if at + 1 < len(values) and (whole or _ranged(units, items[at], items[at + 1])):
            stop = values[at + 1]
            value = Span(start=value, stop=stop, calendar=stop.calendar, grain=stop.grain)
            at += 1
        joined.append(value)
        at += 1
    if len(joined) == 1:
        return joined[0]
    last = joined[-1]
    return Group(members=tuple(joined), calendar=last.calendar, grain=last.grain)


def _ranged(units: list[Unit], one: Unit, other: Unit) -> bool:
    between = [unit.cls for unit in units if one.last <= unit.first < other.first]
    return "TO" in between or "DASH" in between


def inherited(values: list[Value]) -> list[Value]:
    """Let each point take from the next what it lacks."""
    found = list(values)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        whole = other.whole if isinstance(other, Part) else other
        if isinstance(one, Part) and isinstance(one.whole, Point) and isinstance(whole, Point):
            found[at] = replace(one, whole=complete(one.whole, whole))
        elif isinstance(one, Point) and isinstance(whole, Point):
            found[at] = complete(one, whole)
    return found


def complete(one: Point, other: Point) -> Point:
    """Fill in a point's month and, where the order of the months allows it, its year."""
    if one.days is not None and one.months is None and one.month_shift is None:
        return replace(
            one,
            calendar=other.calendar,
            months=other.months,
            year=other.year,
            short=other.short,
            shift=other.shift,
            month_shift=other.month_shift,
            base=other.base,
        )
    if one.months is None or other.months is None or one.dated or one.calendar != other.calendar:
        return one
    back = int((one.months, one.days or (1, 1)) > (other.months, other.days or (99, 99)))
    year = other.year - back if other.year is not None else None
    shift = other.shift - back if other.shift is not None else None
    return replace(one, year=year, short=other.short, shift=shift, base=other.base)
