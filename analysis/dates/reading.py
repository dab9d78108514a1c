"""From tokens to runs of units: the words and numbers that can be part of a date."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from .. import numerals
from ..lexicon import Phrases, compact, load
from ..numbers.context import titles
from ..numbers.units import currencies
from ..text import Text, Token
from .grammar import GROUPS, Unit
from .guards import function_words, near
from .numeric import shaped

MARKS = {"،": "COMMA", ",": "COMMA", "-": "DASH", "–": "DASH", "—": "DASH", "−": "DASH"}
MARKS |= {"/": "SLASH", ".": "DOT", ":": "COLON", "(": "OPEN", ")": "CLOSE"}
BANDS = ((0, "N0"), (12, "N12"), (24, "N24"), (31, "N31"), (60, "N60"), (99, "N99"))
TITLE = 8
NAMING = frozenset(("WEEKDAY", *GROUPS["SEASONANY"], *GROUPS["MONTHANY"]))
IDLE = frozenset(GROUPS["IDLE"])
ENDINGS = ("\u200cی", "\u200cست", "\u200cای")
EZAFE_TAKING = frozenset(
    ("WEEKDAY", "MONTHNAME", "PART", "TODAY", "UNITADJ", *GROUPS["SEASONANY"], *GROUPS["UNIT"])
)
GLUED_TO = frozenset(("MONTHNAME", "WEEKDAY", "YEAR", "MONTH", "HALF", "YEARWORD"))


class Number(NamedTuple):
    """A numeral: its value, and whether it is written in digits, as «۰۵», as an ordinal."""

    value: Any
    digits: bool
    padded: bool
    ordinal: bool
    length: int


class Period(NamedTuple):
    """A unit of time as a word: its class, ISO designator, whether it is a plural."""

    unit: str
    iso: str
    plural: bool


Entry = tuple[str, Any]


@cache
def words(country: str | None = None) -> tuple[dict[str, Entry], Phrases[Entry]]:
    """Single words by key, and phrases, with their class and value; those of one country too."""
    single: dict[str, Entry] = {}
    several: list[tuple[str, Entry]] = []
    for surface, entry in entries(country):
        single.setdefault(compact(surface), entry) if _is_one_word(surface) else None
        if not _is_one_word(surface) or "\u200c" in surface:
            several.append((surface, entry))
    return single, Phrases(several)


def _is_one_word(surface: str) -> bool:
    return not (set(surface) & set(" .،"))


@cache
def countries() -> frozenset[str]:
    """Countries with names of months of their own."""
    return frozenset(item["country"] for item in load("months") if "country" in item)


def entries(country: str | None = None) -> Iterator[tuple[str, Entry]]:
    """All surfaces of the lexicon with their class and value; those of one country too."""
    for item in load("months"):
        if item.get("country") in (None, country):
            yield from _month_words(item)
    for item in [*load("days"), *load("time-words")]:
        for word in item["words"]:
            yield (
                word,
                (item["class"], item if {"part", "calendar"} & set(item) else item.get("value")),
            )
            if item["class"] == "WEEKDAY":
                yield word + "\u200cها", ("WEEKDAYS", item["value"])
                yield word + "\u200cهای", ("WEEKDAYSOF", item["value"])
                yield word + " شب\u200cها", ("WEEKDAYS", item["value"])
                yield word + " شب\u200cهای", ("WEEKDAYSOF", item["value"])
                yield word + "\u200cشب", ("WEEKDAY", item["value"])
                yield word + "\u200cست", ("WEEKDAY", item["value"])
    for item in load("time-units"):
        yield from _period_words(item)
    for item in load("occasions"):
        for word in item["words"]:
            yield word, ("OCCASION", item)
            if word.endswith("ا"):
                yield word + "ی", ("OCCASION", item)
                yield word + "ست", ("OCCASION", item)


def _month_words(item: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    cls = "MONTHNAME"
    if item.get("needs_context"):
        cls = "MONTHWEAK" if item.get("weak") else "MONTHDOUBT"
    month = (item["calendar"], item["month"])
    for word in item["names"]:
        yield word, (cls, month)
        if item["calendar"] == "jalali":
            yield word + "ماه", ("MONTHFULL", month)


def _period_words(item: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    half = Number(Decimal("0.5"), False, False, False, 3)
    for word in item["words"]:
        yield word, (item["class"], Period(item["class"], item["iso"], False))
        if "half" in item:
            yield "نیم‌" + word, ("GLUED", (half, Period(item["class"], item["iso"], False)))
    for word in item.get("plural", []):
        yield word, (item["class"], Period(item["class"], item["iso"], True))
    for word in item.get("adjective", []):
        endings = ("", "\u200cام", "\u200cاش", "\u200cاند") if word.endswith("گی") else ("",)
        for ending in endings:
            yield word + ending, ("UNITADJ", Period(item["class"], item["iso"], False))


@cache
def names() -> Phrases[bool]:
    """Phrases that hold a date word and are no date."""
    phrases = next(item["words"] for item in load("date-names") if item["kind"] == "phrase")
    return Phrases((phrase, True) for phrase in phrases)


def runs(text: Text) -> Iterator[list[Unit]]:
    """Runs of neighbouring units in one sentence that hold something that can be a date."""
    run: list[Unit] = []
    sentence = -1
    for unit in units(text):
        if run and (unit.first != run[-1].last or text.sentence[unit.first] != sentence):
            if any(piece.cls not in IDLE for piece in run):
                yield run
            run = []
        sentence = text.sentence[unit.last - 1]
        run.append(unit)
    if any(piece.cls not in IDLE for piece in run):
        yield run


def units(text: Text) -> Iterator[Unit]:
    """The units among the tokens, in order, none overlapping."""
    tokens = text.tokens
    home = text.article.country
    single, phrases = words(home if home in countries() else None)
    masks = names()
    numbers = {numeral.first: numeral for numeral in numerals.find(tokens)}
    done = 0
    for at, token in enumerate(tokens):
        if at < done:
            continue
        key = token.key
        masked = key in masks.prefixes and not _listed_weekday(tokens, at, single)
        if masked and (mask := masks.longest(tokens, at)) is not None:
            done = mask[0]
            continue
        if key == "«" and (end := _title(tokens, at, single)):
            done = end
            continue
        unit = _unit(tokens, at, numbers.get(at), single, phrases)
        if unit is not None:
            yield unit
            done = unit.last


def _title(tokens: list[Token], at: int, single: dict[str, Entry]) -> int:
    """Where a title or name in quotation marks ends: «کتاب «تابستان ۵۷»», ««شنبه سیاه»»; 0 if it is none."""
    inside = [token.key for token in tokens[at + 1 : at + TITLE]]
    if "»" not in inside:
        return 0
    inside = inside[: inside.index("»")]
    end = at + 2 + len(inside)
    if at and tokens[at - 1].key in titles():
        return end
    date = len(inside) == 2 and single.get(inside[0], ("", None))[0] in NAMING
    plain = date and tokens[at + 2].kind == "w" and inside[1] not in single
    return end if plain and inside[1] not in function_words() else 0


def _listed_weekday(tokens: list[Token], at: int, single: dict[str, Entry]) -> bool:
    """Whether a weekday stands with «و» after another: «سه‌شنبه و جمعه» before «بازار» is a day."""
    if at < 2 or tokens[at - 1].key != "و":
        return False
    both = [single.get(tokens[index].key, ("", None))[0] for index in (at - 2, at)]
    return both == ["WEEKDAY", "WEEKDAY"]


def _unit(
    tokens: list[Token],
    at: int,
    numeral: numerals.Numeral | None,
    single: dict[str, Entry],
    phrases: Phrases[Entry],
) -> Unit | None:
    token = tokens[at]
    if token.kind == "n" and (shape := shaped(tokens, at)) is not None:
        return shape
    key, last = token.key, at + 1
    entry = single.get(key)
    if token.text.endswith(ENDINGS):
        stem = single.get(key[: -1 if token.text.endswith(ENDINGS[0]) else -2])
        entry = stem if stem and stem[0] in EZAFE_TAKING else entry
    elif entry is None and key.startswith("در") and (stem := single.get(key[2:])):
        entry = stem if stem[0] in GLUED_TO else None
    if token.key in phrases.prefixes and (longer := phrases.longest(tokens, at)) is not None:
        last, entry = longer
    if numeral is not None and (entry is None or numeral.last > last):
        return _numbered(tokens, numeral)
    if entry is not None:
        if last < len(tokens) and tokens[last].key == "ی" and entry[0] in EZAFE_TAKING:
            last += 1
        return Unit(entry[0], at, last, entry[1])
    if token.kind == "p" and token.key in MARKS:
        return Unit(MARKS[token.key], at, at + 1)
    return None


def _numbered(tokens: list[Token], numeral: numerals.Numeral) -> Unit:
    """A unit for a numeral, by what it can be; with a glued unit of time it is a length."""
    value = numeral.value
    digits = numeral.form == "digits"
    key = tokens[numeral.first].key
    number = Number(value, digits, key[0] == "0", numeral.kind == "ordinal", len(key))
    span = numeral.first, numeral.last
    if numeral.tail:
        entry = words()[0].get(numeral.tail)
        if entry is None:
            return Unit("NBIG", *span, number)
        adjective = entry[0] == "UNITADJ"
        if not adjective and entry[0] not in GROUPS["UNIT"]:
            return Unit("NBIG", *span, number)
        return Unit("GLUEDADJ" if adjective else "GLUED", *span, (number, entry[1]))
    if (
        digits
        and len(key) == 2
        and (value >= 40 or key[0] == "0")
        and tokens[numeral.first - 1].key in near("short-yearly")
        and not any(token.key in currencies() for token in tokens[numeral.last : numeral.last + 1])
    ):
        return Unit("SHORTYEAR", *span, number)
    if numeral.kind == "ordinal":
        return Unit("ORD" if 1 <= value <= 31 else "ORDBIG", *span, number)
    if value != int(value):
        return Unit("NPART", *span, number)
    return Unit(band(number, numeral.last - numeral.first), *span, number)


def band(number: Number, width: int) -> str:
    """The class of a whole number."""
    if 1200 <= number.value <= 2150 and (not number.digits or (number.length == 4 and width == 1)):
        return "NYEAR"
    return next((cls for limit, cls in BANDS if 0 <= number.value <= limit), "NBIG")
