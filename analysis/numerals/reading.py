"""Adds up the pieces of a numeral by magnitude."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ..text import Token
from .pieces import LINKS, MAX_LETTERS, Piece, Value, digits, ends_numeral, splits, tails, words

HALF = Decimal("0.5")
COPULA = "اند"
WHOLE = frozenset(("یکتا", "سیتا"))
FRACTIONAL = ("cardinal", "part", "fraction")


class Reading(NamedTuple):
    """A value read from pieces up to `end`; `scale` is the last scale word's value, or 1."""

    value: Value
    kind: str
    room: int
    end: int
    scale: int = 1
    group: Value = 0


@lru_cache(maxsize=1 << 16)
def word_piece(text: str, key: str) -> Piece | None:
    """The piece that a word is, or None: «سیصد», «بیست‌وسومین», «دوهزار», «سه‌ساله»."""
    piece = words().get(key)
    if piece is not None or not 3 < len(key) <= MAX_LETTERS:
        return piece
    piece = _joined(key)
    if piece is not None:
        return piece
    if key.endswith(COPULA) and text.endswith("\u200c" + COPULA):
        head = word_piece(text, key.removesuffix(COPULA))
        return head if head and head.kind == "ordinal" else None
    for size in range(2, len(key) - 1):
        if key[size:] in tails():
            head = word_piece(key[:size], key[:size])
            if head and head.kind in ("cardinal", "scale") and not head.tail and key not in WHOLE:
                return head._replace(tail=key[size:], doubtful=False)
    return None


def _joined(key: str) -> Piece | None:
    parts = splits(key)
    if parts is None or len(parts) < 2 or parts[0].kind not in ("cardinal", "scale", "part"):
        return None
    pieces = [part._replace(first=i, last=i + 1) for i, part in enumerate(parts)]
    reading = read(pieces, 0)
    if reading is None or reading.end < len(pieces):
        return None
    return Piece(reading.kind, reading.value, reading.room, tail=parts[-1].tail)


def pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """The pieces of numerals among the tokens, in order."""
    done = 0
    for at, token in enumerate(tokens):
        if at < done or token.kind == "p":
            continue
        for piece in digits(tokens, at) if token.kind == "n" else _spelt(tokens, at, done == at):
            yield piece
            done = piece.last


def _spelt(tokens: Sequence[Token], at: int, joined: bool) -> Iterator[Piece]:
    """The pieces that a word is; `joined`: another stands right before it."""
    token = tokens[at]
    found = word_piece(token.text, token.key)
    if found is None and joined and token.key.startswith("و"):
        found = word_piece(token.text[1:], token.key[1:])
        if found and found.kind not in LINKS:
            yield words()["و"]._replace(first=at, last=at)
    if found is None and (two := _two(token.text)):
        yield two[0]._replace(first=at, last=at)
        found = two[1]
    if found is None or (found.kind in LINKS and not joined):
        return
    if found.kind != "suffix" or ends_numeral(tokens, at):
        yield found._replace(first=at, last=at + 1)


def _two(text: str) -> tuple[Piece, Piece] | None:
    """The numerals of «هشت‌نه», about eight or nine."""
    halves = [words().get(half) for half in text.split("\u200c")] if "\u200c" in text else []
    if len(halves) != 2:
        return None
    low, high = halves
    if low is None or high is None or {low.kind, high.kind} != {"cardinal"}:
        return None
    return (low, high) if low.value < high.value <= 2 * low.value else None


def following(run: Sequence[Piece], at: int, *kinds: str) -> Piece | None:
    """Piece `at` of a run if it directly follows the one before and is of one of the kinds."""
    if at < len(run) and run[at].kind in kinds and run[at].first == run[at - 1].last:
        return run[at]
    return None


def _sum(run: Sequence[Piece], at: int) -> Reading | None:
    """A number before any scale word, as far as «و» adds smaller ones: «صد و بیست و سه», «۱۲»."""
    head = run[at]
    if head.kind not in ("cardinal", "ordinal", "part", "fraction", "slash"):
        return None
    value, room, end = head.value, head.room, at + 1
    kind = "fraction" if head.kind == "part" else head.kind
    while kind == "cardinal" and not run[end - 1].tail and following(run, end, "and"):
        more = following(run, end + 1, "cardinal", "ordinal")
        if more is None or not 0 < more.value < room:
            break
        value, room, end, kind = value + more.value, more.room, end + 2, more.kind
    return Reading(value, kind, room, end)


def _group(run: Sequence[Piece], at: int) -> Reading | None:
    """A number before any scale word: «صد و بیست», «سه و نیم», «دو سوم»; 1 where one is implied."""
    if _first_scale(run, at) and run[at].tail != "ی":
        return Reading(1, "cardinal", 0, at)
    whole = _sum(run, at)
    if whole is None or whole.kind != "cardinal" or run[whole.end - 1].tail:
        return whole
    return _ratio(run, whole) or _broken(run, whole) or whole


def _ratio(run: Sequence[Piece], above: Reading) -> Reading | None:
    """A fraction of two words: «دو سوم», «سه ربع»."""
    below = following(run, above.end, "ordinal", "rank", "part")
    if below is None or not above.value:
        return None
    if below.kind == "part":
        worth = None if below.value == HALF else above.value * below.value
    else:
        worth = above.value / Decimal(below.value) if below.room else None
    if worth is None or worth >= 1:
        return None
    return Reading(worth, "fraction", 0, above.end + 1)


def _broken(run: Sequence[Piece], whole: Reading) -> Reading | None:
    """A whole number and what breaks it: «و نیم», «و دو دهم», «ممیز پنج»."""
    if following(run, whole.end, "and"):
        after = _sum(run, whole.end + 1) if following(run, whole.end + 1, *FRACTIONAL) else None
        if after and after.kind == "cardinal":
            after = _ratio(run, after) if whole.room == 0 else None
        if after and after.kind == "fraction" and after.value < 1:
            return whole._replace(value=whole.value + after.value, room=0, end=after.end)
    elif following(run, whole.end, "point") and following(run, whole.end + 1, "cardinal"):
        after = _sum(run, whole.end + 1)
        if after and after.kind == "cardinal":
            ratio = _ratio(run, after)
            part = ratio.value if ratio else Decimal(f"0.{after.value}")
            end = ratio.end if ratio else after.end
            return whole._replace(value=whole.value + part, room=0, end=end)
    return None


def _term(run: Sequence[Piece], at: int) -> Reading | None:
    """A group with its scale words: «۲۷ هزار», «سه و نیم میلیارد», «هزار میلیارد»."""
    group = _group(run, at)
    if group is None or group.kind == "ordinal" or (group.end > at and run[group.end - 1].tail):
        return group
    value, end, last = group.value, group.end, 1
    kind, room = group.kind, group.room
    while True:
        scale = _first_scale(run, end) if end == at else following(run, end, "scale", "rank")
        if scale is None or scale.value <= last:
            break
        value, last, end = value * scale.value, int(scale.value), end + 1
        kind, room = ("ordinal" if scale.kind == "rank" else "cardinal"), last
        if scale.kind == "rank" or scale.tail:
            room = 0
            break
    if kind == "fraction" and last == 1 and group.value == HALF:
        room = 0
    return Reading(value, kind, room, end, last, group.value)


def _first_scale(run: Sequence[Piece], at: int) -> Piece | None:
    """Piece `at` where it is a scale word, or the rank of one: «هزارمین», not «هزارم»."""
    piece = run[at]
    return piece if piece.kind == "scale" or (piece.kind == "rank" and not piece.room) else None


def read(run: Sequence[Piece], at: int) -> Reading | None:
    """The longest numeral that begins at piece `at`."""
    total = _term(run, at)
    if total is None:
        return None
    while total.kind == "cardinal" and total.scale > 1 and total.room:
        more = _more(run, total)
        if more is None:
            break
        total = more
    if total.kind in ("cardinal", "fraction") and total.value == int(total.value):
        total = total._replace(value=int(total.value))
    return total


def _more(run: Sequence[Piece], total: Reading) -> Reading | None:
    """What «و» adds to a number that ends with a scale word."""
    joined = following(run, total.end, "and")
    start = total.end + 1 if joined else total.end
    if joined and (part := following(run, start, "part")) and part.value == HALF:
        return _grown(total, total.value + total.scale // 2, 0, start + 1)
    if not following(run, start, "cardinal", "scale", "ordinal", "fraction"):
        return None
    term = _term(run, start)
    if term is None or not (joined or _unjoined(run[start], total, term)):
        return None
    if term.kind == "fraction":
        return _grown(total, total.value + term.value, 0, term.end)
    if 0 < term.value < total.room:
        return _grown(term, total.value + term.value, term.room, term.end)
    if joined and total.scale == 1000 < term.scale and 0 < term.group < 1000:
        value = (total.value + term.group) * int(term.value / term.group)
        return _grown(term, value, term.room, term.end)
    return None


def _unjoined(head: Piece, total: Reading, term: Reading) -> bool:
    """Whether a term is added without «و»: «هزار سیصد», «یک میلیون پانصد هزار», not «هزار ۳۰۰»."""
    return 1 < term.scale < total.scale or (total.scale == 1000 and not head.digits)


def _grown(last: Reading, value: Value, room: int, end: int) -> Reading:
    """A sum of terms: of the kind and scale of its last term, multiplied by no scale as a whole."""
    return Reading(value, last.kind, room, end, max(last.scale, 2))
