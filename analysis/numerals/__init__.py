"""Numerals in digits, in words or in both: where they stand and what they are worth.

The tokens are read as pieces: a run of digits with its grouping and decimals, or a numeral word
(written whole, «بیست‌وسه», or with a unit glued to it, «سه‌ساله»). Pieces are then added up by
magnitude: what comes after «و» must be smaller than the last step of what came before.
"""

from collections.abc import Sequence
from typing import NamedTuple

from ..text import Token, tokenize
from .pieces import Piece, Value
from .reading import Reading, following, pieces, read

__all__ = ["Numeral", "Value", "find", "parse", "to_words"]


class Numeral(NamedTuple):
    """A numeral: tokens `first` to `last - 1`, its value and how it is written.

    kind: cardinal; ordinal («سوم», «۲۳اُم»); fraction («دو سوم», «نیم»); slash («۳/۵», whose value
    is read as the decimal 3.5). form: digits, words or mixed. tail: what is glued to the last word
    («سه‌ساله»: value 3, tail «ساله»). doubtful: the word alone has a commoner meaning («نه», «ده»).
    scale: what scale words multiply the whole by («۱۵ میلیون»: 1000000).
    """

    first: int
    last: int
    value: Value
    kind: str
    form: str
    tail: str = ""
    doubtful: bool = False
    scale: int = 1


def find(tokens: Sequence[Token]) -> list[Numeral]:
    """Find the numerals among tokens, left to right, none overlapping.

    Digits joined by «و» are a list, dates with two slashes or hyphens stay separate numerals.

    >>> from analysis.text import tokenize
    >>> words = "۲۷هزار و ۳۰۰ نفر"
    >>> [(n.first, n.last, n.value) for n in find(tokenize(words, list(range(18)))[0])]
    [(0, 4, 27300)]
    """
    run = list(pieces(tokens))
    found: list[Numeral] = []
    at = 0
    while at < len(run):
        reading = read(run, at)
        if reading is None:
            at += 1
            continue
        used = list(run[at : reading.end])
        at = reading.end
        found.append(_numeral(used, reading))
        if following(run, at, "suffix") and found[-1].kind == "cardinal" and not found[-1].tail:
            found[-1] = found[-1]._replace(last=run[at].last, kind="ordinal", doubtful=False)
            at += 1
    return found


def _numeral(used: list[Piece], reading: Reading) -> Numeral:
    digits = {piece.digits for piece in used if piece.kind != "and"}
    form = "mixed" if len(digits) > 1 else "digits" if digits == {True} else "words"
    doubtful = len(used) == 1 and used[0].doubtful
    span = used[0].first, used[-1].last
    scale = int(reading.value / reading.group) if reading.group and reading.scale > 1 else 1
    return Numeral(*span, reading.value, reading.kind, form, used[-1].tail, doubtful, scale)


WORDS_BELOW_20 = [
    "صفر",
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
]
TENS = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
HUNDREDS = ["صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
SCALES = ((10**15, "کوادریلیون"), (10**9, "میلیارد"), (10**6, "میلیون"), (1000, "هزار"))


def to_words(number: int) -> str:
    """Spell an integer in words.

    10^12 is «هزار میلیارد», as the press writes it, and 10^15 «یک کوادریلیون».

    >>> to_words(2345)
    'دو هزار و سیصد و چهل و پنج'
    """
    if number < 0:
        return "منفی " + to_words(-number)
    if number < 20:
        return WORDS_BELOW_20[number]
    for step, names in ((10, TENS), (100, HUNDREDS)):
        if number < step * 10:
            name, rest = names[number // step - (2 if step == 10 else 1)], number % step
            return f"{name} و {to_words(rest)}" if rest else name
    scale, word = next(pair for pair in SCALES if number >= pair[0])
    count, rest = divmod(number, scale)
    head = word if number < 2000 else f"{to_words(count)} {word}"
    return f"{head} و {to_words(rest)}" if rest else head


def parse(words: str) -> Value:
    """The value of a text that is one numeral and nothing else, negative after «منفی» or a minus.

    >>> parse("دو هزار و ۳۰۰"), parse("هفت و نیم")
    (2300, Decimal('7.5'))

    Raises ValueError for any other text.
    """
    tokens = tokenize(words, list(range(len(words))))[0]
    negative = bool(tokens) and tokens[0].key in ("منفی", "-", "−")
    numerals = find(tokens)
    if len(numerals) != 1 or numerals[0].tail:
        raise ValueError(f"not one numeral: {words!r}")
    only = numerals[0]
    if (only.first, only.last) != (int(negative), len(tokens)):
        raise ValueError(f"more than one numeral: {words!r}")
    return -only.value if negative else only.value
