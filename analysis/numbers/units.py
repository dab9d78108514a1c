"""Units and currencies after a numeral: percent, money, measures, and what they are in base units."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..lexicon import Phrases, compact, load
from ..text import Token

ENDINGS = ("", "ی", "ها", "های", "هایی")
GLUE = {"ه": "ای", "و": "یی"}
BASE_OFFSETS = {"degree_celsius": Decimal("273.15"), "degree_fahrenheit": Decimal("459.67")}
PERCENT = frozenset({"percent", "percentage_point", "permille"})
RATES = {
    ("length", "time"): "speed",
    ("volume", "time"): "flow",
    ("data", "time"): "data_rate",
    ("energy", "time"): "power",
}
PER_NOUN = frozenset(map(compact, ("بر", "در", "در هر", "به ازای هر")))


class Unit(NamedTuple):
    """A unit: its English name, dimension, factor to the base unit; currency: ISO 4217 code.

    adjective: written as one («۲۰ متری»). difference: degrees by which it gets warmer or colder.
    """

    name: str
    kind: str
    dimension: str | None
    factor: Decimal | None
    base: str | None
    currency: str | None = None
    needs_context: bool = False
    adjective: bool = False
    difference: bool = False

    def to_base(self, value: Decimal | int) -> Decimal | None:
        """A value of this unit in the base unit, None where there is none."""
        if self.factor is None:
            return None
        offset = Decimal(0) if self.difference else BASE_OFFSETS.get(self.name, Decimal(0))
        return (value + offset) * self.factor


def _measure(entry: dict[str, str]) -> Unit:
    kind = "percent" if entry["unit"] in PERCENT else "measure"
    kind = "times" if entry["unit"] == "times" else kind
    flagged = entry["needs_context"] == "yes"
    plain = kind in ("percent", "times")
    return Unit(
        entry["unit"],
        kind,
        None if plain else entry["dimension"],
        None if plain else Decimal(entry["factor"]),
        None if plain else entry["base"],
        needs_context=flagged,
    )


def _currency(entry: dict[str, str]) -> Unit:
    factor = Decimal(entry["rials"]) if entry["rials"] else None
    base = "rial" if factor else None
    flagged = entry["needs_context"] == "yes"
    return Unit(entry["unit"], "money", "currency", factor, base, entry["code"] or None, flagged)


@cache
def units() -> Phrases[Unit]:
    """Every written form of every unit: plain, «متری», «مترهای»; Latin symbols not among them."""
    forms: dict[str, Unit] = {}
    for entry in load("units"):
        endings = ENDINGS if entry["forms"] == "yes" else ENDINGS[:2]
        _add(forms, entry["words"], _measure(entry), endings if entry["forms"] != "no" else ("",))
    for entry in load("currencies"):
        count = 3 if entry["forms"] == "yes" else 1
        _add(forms, entry["words"], _currency(entry), ENDINGS[:count])
    return Phrases(forms.items())


@cache
def currencies() -> frozenset[str]:
    """Words for money, as keys."""
    return frozenset(
        compact(word) for each in load("currencies") for word in each["words"].split("|")
    )


def _add(forms: dict[str, Unit], words: str, unit: Unit, endings: Sequence[str]) -> None:
    listed = words.split("|")
    for word in listed:
        if word.isascii() and word.isalpha():
            continue
        for ending in endings:
            glue = GLUE.get(word[-1], ending) if ending == "ی" else ending
            made = word.endswith("ه") and word[:-1] in listed
            shaped = unit._replace(adjective=ending == "ی" or (made and not ending))
            forms.setdefault(compact(word + glue), shaped)


@cache
def symbols() -> dict[str, Unit]:
    """Units written in Latin letters, in their own case: kg, MW, GB."""
    return {
        word: _measure(entry)
        for entry in load("units")
        for word in entry["words"].split("|")
        if word.isascii() and word.isalpha()
    }


def unit_at(tokens: Sequence[Token], at: int) -> tuple[int, Unit] | None:
    """The unit that begins at token `at` and the token after it, with what it is taken per.

    >>> from analysis.text import tokenize
    >>> tokens = tokenize("بشکه در روز", range(11))[0]
    >>> end, unit = unit_at(tokens, 0)
    >>> end, unit.name, unit.dimension
    (3, 'barrel/day', 'flow')
    """
    if at >= len(tokens):
        return None
    if symbol := symbols().get(tokens[at].text):
        return at + 1, symbol
    found = units().longest(tokens, at)
    if found is None:
        return None
    end, unit = found
    if unit.kind == "measure" and unit.dimension != "time":
        return rate_at(tokens, end, unit) or found
    return found


def rate_at(tokens: Sequence[Token], at: int, unit: Unit) -> tuple[int, Unit] | None:
    """A unit divided by the one at token `at`, and its end: «[کیلومتر] بر ساعت», «[تن] در هکتار»."""
    if "/" in unit.name or at + 1 >= len(tokens) or tokens[at].key not in ("بر", "در"):
        return None
    start = at + 1 + (tokens[at + 1].key == "هر")
    below = units().longest(tokens, start)
    if below is None or below[1].kind != "measure":
        return None
    end, per = below
    if tokens[at].key == "در" and not _ends_rate(tokens, end, per):
        return None
    return end, divide(unit, per)


def _ends_rate(tokens: Sequence[Token], end: int, per: Unit) -> bool:
    """Whether «در روز» is a rate and not a date: no numeral or «گذشته» follows."""
    if per.dimension not in ("time", "area", "volume", "mass", "length"):
        return False
    follows = tokens[end] if end < len(tokens) else None
    return follows is None or (follows.kind != "n" and follows.key not in _dating())


@cache
def _dating() -> frozenset[str]:
    words = "گذشته آینده جاری اول دوم سوم نخست اخیر پایانی بعد قبل پیش مالی آبی زراعی شنبه جمعه"
    return frozenset(words.split())


@cache
def divide(unit: Unit, per: Unit) -> Unit:
    """The unit `unit`/`per`."""
    dimension = RATES.get((unit.dimension or "", per.dimension or ""))
    factor = unit.factor / per.factor if unit.factor and per.factor else None
    return unit._replace(
        name=f"{unit.name}/{per.name}",
        dimension=dimension or f"{unit.dimension}/{per.dimension}",
        factor=factor,
        base=f"{unit.base}/{per.base}",
    )
