"""Dates and times written in digits and marks: 1404/08/26, 26-8-1404, 2025.11.17, 18:30."""

from typing import NamedTuple

from ..text import Token
from .compound import Span
from .grammar import Unit
from .guards import key_at, near
from .points import Point, full_year
from .values import Clock

JOINTS = frozenset("/-.\\–")


class Ymd(NamedTuple):
    """Year, month and day as written, and whether the year has two digits only."""

    year: int
    month: int
    day: int
    short: bool


def shaped(tokens: list[Token], at: int) -> Unit | None:
    """The numeric date or clock time that begins with the digits at token `at`."""
    parts, joint, last = _joined(tokens, at)
    if joint == ":":
        return _clock(tokens, at, parts, last)
    if joint not in JOINTS or _goes_on(tokens, at, last, joint):
        return None
    if len(parts) == 3:
        return _date(tokens, at, parts, last)
    before = at - 1 - (key_at(tokens, at - 1) == ":")
    return None if key_at(tokens, before) in near("numbered") else _years(at, parts, last, joint)


def _joined(tokens: list[Token], at: int) -> tuple[list[str], str, int]:
    """Up to three runs of digits with one and the same mark between them."""
    parts, joint, last = [tokens[at].key], "", at + 1
    while last + 1 < len(tokens) and len(parts) < 3 and tokens[last + 1].kind == "n":
        mark = tokens[last].key
        if mark not in JOINTS and mark != ":":
            break
        if (joint and mark != joint) or _apart(tokens, last) != _apart(tokens, last + 1):
            break
        joint = mark
        parts.append(tokens[last + 1].key)
        last += 2
    return parts, joint, last


def _apart(tokens: list[Token], at: int) -> bool:
    """Whether the published text has a gap before token `at`."""
    return tokens[at].start > tokens[at - 1].end


def _goes_on(tokens: list[Token], at: int, last: int, joint: str) -> bool:
    """Whether a fourth number follows or a mark precedes: an address on the net, a telephone."""
    after = tokens[last : last + 2]
    if len(after) == 2 and after[0].key == joint and not after[0].spaced and after[1].kind == "n":
        return True
    return at > 1 and tokens[at - 1].key == joint and tokens[at - 2].kind == "n"


def _date(tokens: list[Token], at: int, parts: list[str], last: int) -> Unit | None:
    if any(len(part) > 4 or len(part) == 3 for part in parts):
        return None
    ymd = _order(parts)
    if ymd is None or not (1 <= ymd.month <= 12 and 1 <= ymd.day <= 31):
        return None
    spaced = _apart(tokens, at + 1)
    if ymd.short and ((spaced and tokens[at + 1].key != ".") or tokens[at + 1].key in "-–"):
        return None
    if ymd.short and tokens[at + 1].key == "." and ymd.year < 32:
        return None
    calendar = "jalali" if ymd.short or ymd.year < 1500 else "gregorian"
    point = Point(
        calendar=calendar,
        year=ymd.year,
        short=ymd.short,
        months=(ymd.month, ymd.month),
        days=(ymd.day, ymd.day),
        grain="day",
    )
    return Unit("DATE", at, last, point, "numeric-date")


def _years(at: int, parts: list[str], last: int, joint: str) -> Unit | None:
    """Two years in a row, as of a season or a school: «۲۰۲۲/۲۰۲۳»; with a dash either way, «۰۵-۱۴۰۴»."""
    if len(parts) != 2 or len(parts[1]) != 4 or len(parts[0]) not in (2, 4):
        return None
    one, two = int((parts[1][:2] + parts[0])[-4:]), int(parts[1])
    if joint == "-":
        one, two = sorted((one, two))
    elif len(parts[0]) == 2:
        return None
    if two != one + 1 or not (1300 <= one <= 1450 or 1900 <= one <= 2100):
        return None
    calendar = "jalali" if one < 1500 else "gregorian"
    start, stop = (Point(calendar=calendar, year=year, grain="year") for year in (one, two))
    value = Span(start=start, stop=stop, calendar=calendar, grain="year")
    return Unit("YEARS", at, last, value, "years-in-a-row")


def _order(parts: list[str]) -> Ymd | None:
    """Which part is the year, the month, the day."""
    one, two, three = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return Ymd(one, two, three, False)
    if len(parts[2]) == 4:
        return Ymd(three, one, two, False) if two > 12 >= one else Ymd(three, two, one, False)
    if (
        len(parts[1]) > 2
        or (len(parts[0]) == 1 and three <= 31)
        or not full_year(one, "jalali", None)
    ):
        return None
    if three > 31 and one <= 31:
        return Ymd(three, two, one, True)
    return Ymd(one, two, three, True)


def _clock(tokens: list[Token], at: int, parts: list[str], last: int) -> Unit | None:
    """A time of day; a ratio or a score has single digits after the colon."""
    if len(parts) < 2 or any(len(part) != 2 for part in parts[1:]) or len(parts[0]) > 2:
        return None
    hour, minute, *rest = (int(part) for part in parts)
    if hour > 24 or minute > 59 or any(second > 59 for second in rest):
        return None
    if at and tokens[at - 1].key in (":", "/", ".") and not tokens[at].spaced:
        return None
    return Unit(
        "TIME", at, last, Clock(hour=hour, minute=minute, second=rest[0] if rest else None), "clock"
    )
