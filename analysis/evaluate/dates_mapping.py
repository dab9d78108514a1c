"""Maps our rows to the convention of parstdex and Hengam.

Their spans take in leading prepositions and determiners; what is told in hours is TIME, all else
DATE; «روز» between a time and a day belongs to the time; neighbours of one kind are one span.
A bare noun of time («روز», «سال‌های», «هفته یازدهم»), «تاکنون» and a minute of a match are spans as
well; «سالانه», and an occasion that does not begin with «روز» or «شب», are none.
"""

from typing import NamedTuple

from .. import numerals
from ..dates.reading import names
from ..lexicon import compact, fold, load
from ..text import Row, Text

LEADING = frozenset(
    tuple(compact(word) for word in phrase.split())
    for phrase in (
        "در", "از", "تا", "طی", "ظرف", "به مدت", "در مدت", "مدت", "در طول", "در طی", "طول", "بین",
        "حد فاصل", "حدفاصل", "پس از", "بعد از", "پیش از", "قبل از", "حدود", "تقریبا", "راس", "این",
        "همین", "همان", "الی", "لغایت", "در آستانه", "آستانه", "منتهی به", "به جز", "بجز", "هر",
        "فاصله", "بازه", "در عرض", "تاریخ", "شروع", "آغاز", "ابتدای", "پایان", "اول", "اولین",
        "نخستین", "آخرین", "آخر", "وسط", "نیمه", "میانه", "اوایل", "اواسط", "اواخر", "انتهای",
    )
)  # fmt: skip
BARE = frozenset(
    compact(noun + ending)
    for noun in ("روز", "شب", "هفته", "ماه", "سال", "دهه", "سده", "قرن", "هزاره", "سالگرد", "شبانه‌روز")
    for ending in ("", "ها", "های", "ی", "ای")
) - {"ماهی", "شبی", "شبای"}  # fmt: skip
HOURLY = frozenset({"second", "minute", "hour"})
DAY = compact("روز")
NOW = frozenset(
    map(compact, ("تاکنون", "تا کنون", "تا به حال", "تا حالا", "تا الان", "تا به امروز"))
)
AFTERWARDS = frozenset({"بعد", "قبل", "پیش"})
KEPT = frozenset({"روز", "شب", "ایام", "روزهای"})
WEEKDAYS = frozenset(
    compact(word)
    for entry in load("days")
    if entry["class"] == "WEEKDAY"
    for word in entry["words"]
)


class Mapped(NamedTuple):
    """Tokens `first` to `last - 1` and their kind in the other convention."""

    first: int
    last: int
    kind: str


def mapped(text: Text, rows: list[Row], *, kinds: bool = True) -> list[tuple[int, int, str]]:
    """Character spans with their kinds; where the data tells no kinds, all neighbours join."""
    spans = [span_of(text, row) for row in rows if not left_out(row)]
    spans = sorted([*spans, *bare(text, spans)])
    spans = day_to_time(text, spans)
    joined: list[Mapped] = []
    for span in spans:
        first = leading(text, span.first, joined[-1].last if joined else 0)
        span = span._replace(first=first)
        if joined and joined[-1].last == first and (not kinds or joined[-1].kind == span.kind):
            span = span._replace(first=joined.pop().first)
        joined.append(span)
    return [(text.tokens[a].start, text.tokens[b - 1].end, kind) for a, b, kind in joined]


def kind_of(row: Row) -> str:
    """TIME for times of day and what is told in hours, DATE for all else."""
    if row["type"] in ("DURATION", "SET"):
        return "TIME" if row["grain"] in HOURLY else "DATE"
    if row["rule"] in ("tonight", "night-relative"):
        return "DATE"
    return "TIME" if row["type"] == "TIME" else "DATE"


def left_out(row: Row) -> bool:
    """Whether a row is of a kind that the other convention does not mark."""
    if row["rule"] == "frequency":
        return compact(row["text"]).endswith("انه") and compact(row["text"]) != "روزانه"
    words = fold(row["text"]).split()
    return row["rule"] == "occasion" and words[0] not in KEPT and not words[-1].isdigit()


def span_of(text: Text, row: Row) -> Mapped:
    """The span of a row; a duration takes in the «بعد» of «بعد از»."""
    first, last = text.tokens_of(row)
    keys = [token.key for token in text.tokens[last : last + 2]]
    if row["rule"] == "length" and keys[-1:] == ["از"] and keys[0] in AFTERWARDS:
        last += 1
    return Mapped(first, last, kind_of(row))


def bare(text: Text, spans: list[Mapped]) -> list[Mapped]:
    """Nouns of time outside all spans, with an ordinal beside them; «تاکنون»; «دقیقه ۸۵»."""
    taken = {at for span in spans for at in range(span.first, span.last)} | masked(text)
    ordinals = {n.first: n for n in numerals.find(text.tokens) if n.kind == "ordinal"}
    ends = {number.last: number for number in ordinals.values()}
    found = []
    for at, token in enumerate(text.tokens):
        after = text.tokens[at + 1] if at + 1 < len(text.tokens) else None
        if at in taken:
            continue
        if token.key == "دقیقه" and after and after.kind == "n":
            found.append(Mapped(at, at + 2, "TIME"))
        elif token.key in BARE:
            first = ends[at].first if at in ends else at
            last = ordinals[at + 1].last if at + 1 in ordinals else at + 1
            found.append(Mapped(first, last, "DATE"))
        elif token.key in NOW or (after and token.key == "تا" and token.key + after.key in NOW):
            found.append(Mapped(at, at + (1 if token.key in NOW else 2), "DATE"))
    return found


def masked(text: Text) -> set[int]:
    """Tokens of the phrases that are names: «خورشید و ماه», «به روز رسانی»."""
    found: set[int] = set()
    for at in range(len(text.tokens)):
        name = names().longest(text.tokens, at)
        if name is not None:
            found.update(range(at, name[0]))
    return found


def day_to_time(text: Text, spans: list[Mapped]) -> list[Mapped]:
    """Give «روز» at the beginning of a date to the time right before it."""
    moved = list(spans)
    for at in range(len(moved) - 1):
        one, other = moved[at], moved[at + 1]
        second = text.tokens[min(other.first + 1, len(text.tokens) - 1)]
        told = second.kind == "n" or second.key in WEEKDAYS
        day = text.tokens[other.first].key == DAY and other.last > other.first + 1 and told
        if one.kind == "TIME" and other.kind == "DATE" and one.last == other.first and day:
            moved[at] = one._replace(last=one.last + 1)
            moved[at + 1] = other._replace(first=other.first + 1)
    return moved


def leading(text: Text, first: int, done: int) -> int:
    """The token at which the words that lead into a span begin."""
    at = first
    while at > done and text.sentence[at - 1] == text.sentence[first]:
        keys = tuple(token.key for token in text.tokens[max(at - 2, done) : at])
        if keys in LEADING:
            at -= len(keys)
        elif keys[-1:] in LEADING:
            at -= 1
        else:
            break
    return at
