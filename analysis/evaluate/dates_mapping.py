"""Maps our rows to the convention of parstdex and Hengam.

Their spans take in leading prepositions and determiners; what is told in hours is TIME, all else
DATE; «روز» between a time and a day belongs to the time; neighbours of one kind are one span.
A bare noun of time («روز», «سال‌های», «هفته یازدهم», «روز به روز»), a number that can be a year, the
adjective of a season, «تاکنون» and a minute of a match are spans as well; «سالانه» is none, and of an
occasion that does not begin with «روز» or «شب» only the year is one. What is so many minutes before
something takes in «به» or «تا»; a weekday and a date are two spans where a comma is between them.
"""

from typing import NamedTuple

from .. import numerals
from ..dates import pronoun
from ..dates.guards import counted, near
from ..dates.reading import names
from ..lexicon import compact, fold, load
from ..text import Row, Text

LEADING = frozenset(
    tuple(compact(word) for word in phrase.split())
    for phrase in (
        "در", "از", "تا", "طی", "ظرف", "به مدت", "در مدت", "مدت", "در طول", "در طی", "طول", "بین",
        "حد فاصل", "حدفاصل", "پس از", "بعد از", "پیش از", "قبل از", "حدود", "راس", "این",
        "همین", "همان", "الی", "لغایت", "در آستانه", "آستانه", "منتهی به", "به جز", "بجز", "هر",
        "فاصله", "بازه", "در عرض", "تاریخ", "شروع", "آغاز", "ابتدای", "پایان", "اول", "اولین",
        "نخستین", "آخرین", "آخر", "وسط", "نیمه", "میانه", "اوایل", "اواسط", "اواخر", "انتهای",
    )
)  # fmt: skip
BARE = frozenset(
    compact(noun + ending)
    for noun in ("روز", "شب", "هفته", "ماه", "فصل", "سال", "دهه", "سده", "قرن", "هزاره", "سالگرد", "سالروز", "شبانه‌روز")
    for ending in ("", "ها", "های", "ی", "ای")
) - {"ماهی", "شبی", "شبای", "فصلی"}  # fmt: skip
INDEFINITE = frozenset({compact("ساعتی"), compact("دقیقه‌ای"), compact("ثانیه‌ای")})
CHAPTERS = frozenset(map(compact, ("کتاب", "سریال", "رمان", "جدیدی", "مجموعه")))
PRAYERS = frozenset({"صبح", "ظهر", "عصر", "شب"})
OPENERS = frozenset({"اذان", "نماز"})
SEASONAL = frozenset(
    compact(stem + ending)
    for stem, endings in (("بهار", "یه"), ("تابستان", "یه"), ("پاییز", "یه"), ("زمستان", "یه"))
    for ending in endings
) - {compact("بهاره")}
NOT_AFTER_IN = frozenset({"حدود", "بازه"})
UNTIL = frozenset({"به", "تا"})
PLURAL = frozenset(key for key in BARE if key.endswith("های"))
HOURLY = frozenset({"second", "minute", "hour"})
DAY = compact("روز")
NOW = frozenset(
    map(compact, ("تاکنون", "تا کنون", "تا به حال", "تا حالا", "تا الان", "تا به امروز"))
)
MINUTES = frozenset({compact("دقیقه"), compact("دقایق")})
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
    spans = [span for row in rows if not left_out(row) for span in spans_of(text, row)]
    spans = sorted([*spans, *bare(text, spans)])
    spans = day_to_time(text, spans)
    joined: list[Mapped] = []
    for span in spans:
        first = leading(text, span, joined[-1].last if joined else 0)
        span = span._replace(first=first)
        if joined and joined[-1].last == first and (not kinds or joined[-1].kind == span.kind):
            span = span._replace(first=joined.pop().first)
        joined.append(span)
    return [(*_offsets(text, a, b), kind) for a, b, kind in joined]


def _offsets(text: Text, first: int, last: int) -> tuple[int, int]:
    """Characters of tokens, without a pronoun that is written apart in the last one."""
    start, end = text.tokens[first].start, text.tokens[last - 1].end
    return start, end - pronoun(text.article.text[start:end])


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
    return row["rule"] == "occasion" and not (_kept(row) or fold(row["text"]).split()[-1].isdigit())


def _kept(row: Row) -> bool:
    """Whether an occasion begins with a word of time."""
    return fold(row["text"]).split()[0] in KEPT


def spans_of(text: Text, row: Row) -> list[Mapped]:
    """The spans of a row, without what the other convention leaves out, with what it takes in."""
    first, last = text.tokens_of(row)
    keys = [token.key for token in text.tokens[first:last]]
    kind = kind_of(row)
    if row["rule"] == "occasion" and not _kept(row):
        return [Mapped(last - 1, last, kind)]
    if row["rule"] == "weekday-date" and "،" in keys:
        comma = first + keys.index("،")
        return [Mapped(first, comma, kind), Mapped(comma + 1, last, kind)]
    return [Mapped(first, trailing(text, row, last), kind)]


def trailing(text: Text, row: Row, last: int) -> int:
    """Where a span ends with the words after it that belong to it: «بعد», «مانده به», «متوالی»."""
    keys = [token.key for token in text.tokens[last : last + 2]] + ["", ""]
    if row["rule"] == "length" and keys[1] == "از" and keys[0] in AFTERWARDS:
        return last + 1
    minutes = text.tokens[last - 1].key == "دقیقه" and row["grain"] in HOURLY
    if minutes and keys[0] in UNTIL:
        return last + 1
    if row["grain"] in HOURLY and keys[0] == "مانده" and keys[1] in UNTIL:
        return last + 2
    return last + (keys[0] == "متوالی")


def bare(text: Text, spans: list[Mapped]) -> list[Mapped]:
    """What is no row of ours outside all spans: nouns of time, years, minutes, «تاکنون»."""
    taken = {at for span in spans for at in range(span.first, span.last)} | masked(text)
    ordinals = {n.first: n for n in numerals.find(text.tokens) if n.kind == "ordinal"}
    ends = {number.last: number for number in ordinals.values()}
    found: list[Mapped] = []
    for at, token in enumerate(text.tokens):
        keys = [token.key, *(token.key for token in text.tokens[at + 1 : at + 3]), "", ""]
        if at in taken:
            if token.key in PRAYERS and text.tokens[at - 1].key in OPENERS:
                found.append(Mapped(at, at + 1, "TIME"))
            continue
        if token.key in BARE and keys[1] == "به" and keys[2] == token.key:
            found.append(Mapped(at, at + 3, "DATE"))
            taken |= {at + 2}
        elif token.key in BARE and (token.key != "فصل" or _seasonal(text, at)):
            first = ends[at].first if at in ends else at
            last = ordinals[at + 1].last if at + 1 in ordinals else at + 1
            found.append(Mapped(first, last, "DATE"))
        else:
            found += _word(text, at, keys)
    return found


def _word(text: Text, at: int, keys: list[str]) -> list[Mapped]:
    """The span that a word alone is, or with the next: a year, a season's adjective, «دقیقه ۸۵»."""
    if keys[0] in SEASONAL or keys[0] in NOW or _year(text, at):
        return [Mapped(at, at + 1, "DATE")]
    if keys[0] in INDEFINITE:
        return [Mapped(at, at + 1, "TIME")]
    if keys[0] == "تا" and "تا" + keys[1] in NOW:
        return [Mapped(at, at + 2, "DATE")]
    if keys[0] in MINUTES and keys[1].isdigit():
        return [Mapped(at, _numbers_end(text, at + 1), "TIME")]
    return []


def _seasonal(text: Text, at: int) -> bool:
    """Whether «فصل» is a season and no chapter or numbered part."""
    beside = {token.key for token in text.tokens[max(at - 1, 0) : at + 4]}
    return not beside & CHAPTERS and not any(n.last == at for n in numerals.find(text.tokens))


def _numbers_end(text: Text, at: int) -> int:
    """The end of a list of numbers: «5، 61 و 89»."""
    while at + 2 < len(text.tokens) and text.tokens[at + 2].kind == "n":
        if text.tokens[at + 1].key not in ("،", "و"):
            break
        at += 2
    return at + 1


def _year(text: Text, at: int) -> bool:
    """Whether a number can be a year: nothing is counted by it, no list has it."""
    token, before = text.tokens[at], text.tokens[at - 1].key if at else ""
    if token.kind != "n" or len(token.key) != 4 or before in near("numbered"):
        return False
    if not (1300 <= int(token.key) <= 1450 or 1900 <= int(token.key) <= 2100):
        return False
    beside = text.tokens[at + 1].key if at + 1 < len(text.tokens) else ""
    return not counted(text.tokens, at + 1) and not {before, beside} & set("/.-:،,")


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


def leading(text: Text, span: Mapped, done: int) -> int:
    """The token at which the words that lead into a span begin."""
    at = span.first
    while at > done and text.sentence[at - 1] == text.sentence[span.first]:
        keys = tuple(token.key for token in text.tokens[max(at - 2, done) : at])
        if not _leads(text, span, at, keys[-1]):
            break
        if keys in LEADING:
            at -= len(keys)
        elif keys[-1:] in LEADING:
            at -= 1
        else:
            break
    return at


def _leads(text: Text, span: Mapped, at: int, key: str) -> bool:
    """Whether a preposition belongs to what it stands before: not «در حدود», «از روزهای»."""
    following = text.tokens[at].key
    if key == "در":
        joined = [token.key for token in text.tokens[at : at + 2]]
        numeric = joined[0].isdigit() and joined[-1] in ("/", "-")
        return following not in NOT_AFTER_IN and not numeric
    if key == "بین" and following in PLURAL:
        return False
    if key == compact("تاریخ"):
        return span.kind == "DATE" and following != "بین"
    return not (key == "از" and span.last - span.first == 1 and following in PLURAL)
