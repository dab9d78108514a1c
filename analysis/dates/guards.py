"""Guards: what stands around a candidate decides whether it is a date."""

from functools import cache
from itertools import takewhile

from ..lexicon import compact, load
from ..text import Token
from .grammar import Unit
from .tense import cues, monthly

PREPOSITIONS = frozenset({"در", "از", "تا", "طی", "برای", "به", "اواخر", "اوایل", "اواسط", "پایان"})
SHOT_REACH = 6


@cache
def near(kind: str) -> frozenset[str]:
    """Keys of the words of one kind in the list of names and neighbours."""
    found: set[str] = set()
    for item in load("date-names"):
        if item["kind"] == kind:
            found.update(compact(word) for word in item["words"])
    return frozenset(found)


@cache
def function_words() -> frozenset[str]:
    """Words that may follow a bare year but no count: prepositions, conjunctions, verbs."""
    return near("function") | cues().keys()


def key_at(tokens: list[Token], at: int) -> str:
    """Key of a token, "" outside the text."""
    return tokens[at].key if 0 <= at < len(tokens) else ""


def counted(tokens: list[Token], at: int) -> bool:
    """Whether token `at` is a counted noun or a unit, so that the number before is a count."""
    return key_at(tokens, at) in near("count") or measured(tokens, at)


def prompted(tokens: list[Token], first: int) -> bool:
    """Whether a preposition of time stands before token `first`."""
    return key_at(tokens, first - 1) in PREPOSITIONS


def measured(tokens: list[Token], at: int) -> bool:
    """Whether token `at` is a unit of measure or of people: no year stands before it."""
    return amount(tokens, at) or key_at(tokens, at) in near("people")


def became(tokens: list[Token], at: int) -> bool:
    """Whether one person became what token `at` says: «هفت تیر ۶۰ شهید شد»."""
    who = (near("people") | near("count")) - near("measure")
    return key_at(tokens, at) in who and key_at(tokens, at + 1) in near("became")


def amount(tokens: list[Token], at: int) -> bool:
    """Whether token `at` is a unit of measure, money or persons."""
    return key_at(tokens, at) in near("measure") or key_at(tokens, at) in ("٪", "%")


def closed(tokens: list[Token], at: int) -> bool:
    """Whether token `at` cannot be counted by the number before it: a mark, a function word."""
    return at >= len(tokens) or tokens[at].kind == "p" or tokens[at].key in function_words()


def ends_clause(tokens: list[Token], at: int) -> bool:
    """Whether token `at` is no counted noun but part of the verb: «در ۱۹۸۴ بنیان گذاشته شد»."""
    return not counted(tokens, at) and key_at(tokens, at + 1) in cues()


def headed(tokens: list[Token], first: int) -> bool:
    """Whether a noun stands before token `first`, which can be told by it («دمای شهریور»)."""
    before = tokens[first - 1] if first else None
    return before is not None and before.kind == "w" and before.key not in function_words()


def of_month(tokens: list[Token], first: int) -> bool:
    """Whether a noun that is told by its month governs token `first`: «یارانه آذر», «تورم نقطه‌ای مهر»."""
    return headed(tokens, first) and monthly(tokens, first, "monthly", "paid")


def named(tokens: list[Token], first: int, last: int) -> bool:
    """Whether tokens are part of a name: after a place or company, beside a person's title."""
    before, after = key_at(tokens, first - 1), key_at(tokens, last)
    if before in near("place") or before in near("company"):
        return True
    if after == "به" and key_at(tokens, last + 1) in ("معنای", "معنی", "مفهوم"):
        return True
    if tokens[first - 1].kind == "n" and key_at(tokens, first - 2) in near("place"):
        return True
    if before in ("شهدای", "شهید", "وزیر") and key_at(tokens, first - 2) in near("place"):
        return True
    return before in near("title") or after in near("person")


def yearly(tokens: list[Token], first: int) -> bool:
    """Whether a noun that is told by its year («کنفرانس», «المپیک») governs the number at `first`."""
    heads = near("yearly")
    for at in range(first - 1, max(first - 9, -1), -1):
        token = tokens[at]
        if token.key in heads:
            return True
        if token.kind == "p" or token.key in PREPOSITIONS or token.key in near("numbered"):
            return False
    return False


def shot(tokens: list[Token], unit: Unit) -> bool:
    """Whether «تیر» is a shot or a pole here: «دو تیر هوایی», «سه تیر به خودرو زد»."""
    if tokens[unit.first].key != "تیر":
        return False
    if "شلیک" in (key_at(tokens, unit.first - 2), key_at(tokens, unit.first - 3)):
        return True
    led = key_at(tokens, unit.last) in ("به", "از")
    following = tokens[unit.last : unit.last + (SHOT_REACH if led else 1)]
    clause = takewhile(lambda token: token.kind != "p", following)
    return any(token.key in near("shot") for token in clause)


@cache
def cities() -> frozenset[str]:
    """Keys of the names of cities and capitals."""
    listed = [("countries", "capital"), ("places", "city")]
    rows = (row for name, kind in listed for row in load(name) if row["kind"] == kind)
    return frozenset(compact(row["surface"]) for row in rows)


def beside_city(tokens: list[Token], first: int, last: int) -> bool:
    """Whether tokens are listed with a city: «تاشکند و دوشنبه», «دوشنبه، بیشکک»."""
    joints = ("و", "،", "-", "–")
    before = key_at(tokens, first - 1) in joints and key_at(tokens, first - 2) in cities()
    return before or (key_at(tokens, last) in joints and key_at(tokens, last + 1) in cities())


def travelled(tokens: list[Token], first: int, last: int) -> bool:
    """Whether «دوشنبه» is a place here: one travels to it, or Tajikistan is near."""
    if key_at(tokens, last) in near("tajik"):
        return True
    before = {key_at(tokens, first - step) for step in (1, 2, 3)}
    after = {key_at(tokens, last + step) for step in (0, 1)}
    if key_at(tokens, first - 1) in near("city") or before & near("travel"):
        return True
    if key_at(tokens, first - 1) == "به" and after & near("travel"):
        return True
    window = tokens[max(first - 12, 0) : last + 12]
    listed = key_at(tokens, first - 1) in ("در", "به", "از", "و", "،", "(") or (
        key_at(tokens, last) in ("،", "پایتخت", "(", ")")
    )
    return listed and any(token.key in near("tajik") for token in window)
