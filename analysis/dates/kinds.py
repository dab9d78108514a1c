"""Rules for years of a kind: of schools, farms, water and money."""

from ..text import Token
from .grammar import Found, Rule
from .points import AutumnYear, Point, full_year
from .reading import Number
from .values import Value
from .years import which_shift

Tokens = list[Token]
GREGORIAN = 1500


def _full(number: Number) -> int | None:
    """The year that four or two digits stand for, two of the Jalali calendar."""
    return int(number.value) if number.value > 99 else full_year(int(number.value), "jalali", None)


def of_kind(found: Found, tokens: Tokens) -> Value | None:
    """«سال تحصیلی ۱۴۰۴-۱۴۰۵», «سال آبی گذشته», «سال مالی ۱۴۰۳», «سال مالی ۲۰۲۵-۲۰۲۶»."""
    which, number, other = found.one("which"), found.value("number"), found.value("other")
    first, shift, width = None, None, 1
    if found.one("years"):
        first, width = found.value("years").start.year, 2
    elif number is not None:
        first = _full(number)
        last = _full(other) if other else first and first + 1
        if first is None or last is None or abs(last - first) != 1:
            return None
        first, width = min(first, last), 2 if other else 1
    elif which is not None:
        shift = None if which.cls == "NEW" else which_shift(which) or 0
    if first and first >= GREGORIAN:
        return Point(calendar="gregorian", year=first, width=width, grain="year")
    if found.value("kind") == "autumn":
        return AutumnYear(year=first, shift=shift, grain="year")
    shift = 1 if first is None and shift is None else shift
    return Point(year=first, width=width, grain="year", shift=shift)


KINDS = (
    Rule(
        "year-of-kind",
        "YEAR (?P<kind>YEARKIND) (?: (?P<which>WHICH|NEW) | (?P<years>YEARS) | "
        "(?P<number>NYEAR|N60|N99|SHORTYEAR) (?: (?:DASH|SLASH|TO|AND) (?P<other>NYEAR|TWODIGITS) )? )",
        "YEARSPAN",
        of_kind,
    ),
)
