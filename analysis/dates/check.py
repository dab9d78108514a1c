"""Dates that cannot be: days no calendar has, weekdays and second calendars that disagree."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ..calendars import weekday
from ..corpus import published_days
from ..text import Row, Text
from .compound import Group, Part, Span
from .grammar import Unit
from .points import Point
from .values import Context, Value

GAP = 4


def impossible(text: Text, found: list[Unit]) -> Iterator[Row]:
    """Defect rows for expressions that name a day that does not exist."""
    published = text.article.published
    context = Context(published=published_days(published)[0] if published else None)
    for unit in found:
        value: Value = unit.value
        try:
            value.resolve(context)
        except (ValueError, OverflowError):
            yield _defect(text, unit.first, unit.last, "impossible-date")
            continue
        for point in points(value):
            if point.weekday is not None and _disagrees(point, context):
                yield _defect(text, unit.first, unit.last, "contradicting-weekday")


def points(value: Value) -> Iterator[Point]:
    """The calendar points that a value is made of."""
    if isinstance(value, Point):
        yield value
    elif isinstance(value, Part):
        yield from points(value.whole)
    elif isinstance(value, Span):
        for end in (value.start, value.stop):
            if end is not None:
                yield from points(end)
    elif isinstance(value, Group):
        for member in value.members:
            yield from points(member)


def _disagrees(point: Point, context: Context) -> bool:
    """Whether the weekday that is said is not the date's; lunar days may be one off."""
    day = point.resolve(context).first
    if day is None or (point.year is None and point.shift is None):
        return False
    apart = (weekday(day) - (point.weekday or 0)) % 7
    return apart not in ((0, 1, 6) if point.calendar == "islamic" else (0,))


def contradictions(text: Text, rows: list[Row]) -> Iterator[Row]:
    """Defect rows for two dates in two calendars, one in brackets after the other, that disagree."""
    for one, other in pairwise(rows):
        if not (one["first"] and other["first"]) or one["calendar"] == other["calendar"]:
            continue
        if "occasion" in (one["rule"], other["rule"]):
            continue
        if None in (one["calendar"], other["calendar"]) or one["grain"] != other["grain"]:
            continue
        between = text.article.text[one["end"] : other["start"]]
        if len(between) > GAP or not set(between) & set("(/[=") or one["grain"] == "year":
            continue
        if _apart(one, other) > (1 if "islamic" in (one["calendar"], other["calendar"]) else 0):
            first, last = text.tokens_of(one)[0], text.tokens_of(other)[1]
            yield _defect(text, first, last, "contradicting-dates")


def _apart(one: Row, other: Row) -> int:
    """Days between two dates; of months and years, days between their overlaps."""
    ends = [date.fromisoformat(row[side]) for row in (one, other) for side in ("first", "last")]
    return (
        max((ends[2] - ends[1]).days, (ends[0] - ends[3]).days, 0)
        if one["grain"] != "day"
        else (abs((ends[0] - ends[2]).days))
    )


def _defect(text: Text, first: int, last: int, kind: str) -> Row:
    return text.row(first, last, kind, kind=kind, suggestion=None)
