"""The pieces of numerals: digits with their grouping and decimals, and numeral words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..lexicon import compact, load
from ..text import Token

Value = int | Decimal

MAX_DIGITS = 24
MAX_LETTERS = 48
GROUPING = frozenset("٬,،'’.")
POINTS = frozenset(".٫/")
JOINTS = GROUPING | POINTS
LINKS = frozenset({"and", "point", "suffix"})
UNDIVIDED = frozenset(("نفر", "خانوار", "دستگاه", "تومان", "ریال"))
ROOM = {"tens": 10, "hundred": 100}
CARDINAL = frozenset({"zero", "unit", "teen", "tens", "hundred"})


class Piece(NamedTuple):
    """A token or a few that are one part of a numeral; `room`: what is added after «و» is less."""

    kind: str
    value: Value
    room: int = 0
    first: int = 0
    last: int = 0
    digits: bool = False
    tail: str = ""
    doubtful: bool = False


@cache
def words() -> dict[str, Piece]:
    """Numeral words by key, with the regular ordinals of each."""
    found: dict[str, Piece] = {}
    for entry in load("numerals"):
        key, kind, value = compact(entry["word"]), entry["class"], entry["value"]
        worth = Decimal(str(value)) if kind in ("part", "fraction") else int(value)
        room = int(worth) if kind == "scale" else ROOM.get(kind, 0)
        if kind == "ordinal":
            room = int(key.endswith("م"))
        name = "cardinal" if kind in CARDINAL else kind
        found[key] = Piece(name, worth, room, doubtful=entry.get("needs_context", False))
    for entry in load("numerals"):
        if entry["class"] in (*CARDINAL, "scale") and entry.get("regular", True):
            _derive(found, compact(entry["word"]))
    return found


def _derive(found: dict[str, Piece], key: str) -> None:
    """Add «چهارم», «چهارمین», «سی‌ام», and «میلیونی»; room 1 marks what can be a denominator."""
    piece = found[key]
    stem = key + "ا" if key.endswith("ی") else key
    kind = "rank" if piece.kind == "scale" else "ordinal"
    found.setdefault(stem + "م", Piece(kind, piece.value, 1))
    found.setdefault(stem + "مین", Piece(kind, piece.value, 0))
    if piece.kind == "scale" and piece.value > 1000:
        found[key + "ی"] = piece._replace(tail="ی")


@cache
def tails() -> frozenset[str]:
    """Words that are glued to numerals, as keys."""
    return frozenset(compact(entry["tail"]) for entry in load("numeral-tails"))


def splits(key: str) -> list[Piece] | None:
    """Cut a joined numeral word into its pieces, the longest words first: «چهلویک»."""
    known = words()
    dead: set[int] = set()

    def cut(at: int) -> list[Piece] | None:
        if at == len(key):
            return []
        for end in range(min(len(key), at + 11), at, -1):
            piece = known.get(key[at:end])
            if piece is None or piece.kind == "suffix" or end in dead:
                continue
            rest = cut(end)
            if rest is not None:
                return [piece, *rest]
        dead.add(at)
        return None

    return cut(0)


def digits(tokens: Sequence[Token], at: int) -> Iterator[Piece]:
    """Read digits from token `at` with what is joined to them: one piece, or one a token."""
    separators, groups = [], [tokens[at].key]
    end = at + 1
    while _joined(tokens, end):
        separators.append(tokens[end].key)
        groups.append(tokens[end + 1].key)
        end += 2
    follows = tokens[end].key if end < len(tokens) else ""
    value = _grouped(separators, groups, whole=follows in UNDIVIDED or groups[-1] == "000")
    if value is not None:
        kind = "slash" if "/" in separators else "cardinal"
        yield Piece(kind, value, 0, at, end, digits=True)
        return
    for index, group in zip(range(at, end, 2), groups, strict=True):
        if len(group) <= MAX_DIGITS:
            yield Piece("cardinal", int(group), 0, index, index + 1, digits=True)


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether mark `at` joins digits to those before; with spaces, «29 , 531», only for thousands."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "n" or tokens[at].key not in JOINTS:
        return False
    mark, group = tokens[at], tokens[at + 1]
    if not (mark.spaced or group.spaced):
        return True
    before = tokens[at - 1].key
    return (
        mark.key in ",٬"
        and mark.spaced == group.spaced
        and len(group.key) == 3
        and len(before) <= 3
        and before != "0"
    )


def _grouped(separators: list[str], groups: list[str], *, whole: bool) -> Value | None:
    """The value of digit groups and the marks between them, or None where they are no number.

    `whole`: three digits after a point are a group all the same («۳۰.۰۰۰», «۲.۵۰۰ نفر»).
    """
    if sum(map(len, groups)) > MAX_DIGITS:
        return None
    if not separators:
        return int(groups[0])
    inner, last = set(separators[:-1]), separators[-1]
    thousands = all(len(group) == 3 for group in groups[1:-1]) and 0 < len(groups[0]) <= 3
    if inner and not (thousands and len(inner) == 1 and inner <= GROUPING):
        return None
    whole = whole and last == "." and len(groups[-1]) == 3 and groups[0] != "0"
    if last in POINTS and last not in inner and not (whole and thousands):
        return Decimal("".join(groups[:-1]) + "." + groups[-1])
    grouped = thousands and last in GROUPING and (not inner or last in inner)
    if grouped and len(groups[-1]) == 3 and groups[0] != "0":
        return int("".join(groups))
    return None


def ends_numeral(tokens: Sequence[Token], at: int) -> bool:
    """Whether an ordinal's ending belongs to the number before it: «۲۳م», «۲۳ اُم», not «۲۰۲۵م»."""
    ending, before = tokens[at], tokens[at - 1]
    if ending.key == "م":
        return not ending.spaced and before.kind == "n" and len(before.key) <= 2
    return ending.key == "ام" or (
        before.kind == "n" and (not ending.spaced or ending.key == "امین")
    )
