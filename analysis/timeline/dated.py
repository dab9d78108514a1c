"""Every other dated clause: its label is the event's name, else what it dates in its own words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

from .. import numerals
from ..clauses import Clause, clauses
from ..lexicon import fold, load
from ..terms import stop_words
from ..text import Row, Text, Token
from .evidence import kind_at, kind_of, sentence_row

FOR = "برای"
BEFORE_DATE = frozenset(
    map(
        fold,
        [
            "از",
            "در",
            "تا",
            "به",
            "روز",
            "مورخ",
            "تاریخ",
            "طی",
            "برای",
            "سال",
            "ساعت",
            "همین",
            "این",
            "همان",
        ],
    )
)
COMPARED = frozenset(
    map(fold, ["بیشتر", "کمتر", "بالاتر", "پایین‌تر", "نسبت", "مقایسه", "مشابه", "قیاس"])
)
LEADING = frozenset(
    map(fold, ["و", "که", "تا", "اما", "ولی", "همچنین", "نیز", "بلکه", "زیرا", "چون", "اینکه"])
)
REPORT = "گزارش"
COPULA = frozenset(["بود", "است"])
OPENERS, CLOSERS = frozenset("«([“"), frozenset("»)]”")
FEWEST, LONGEST, HEAD, TAIL = 3, 12, 7, 4
Span = tuple[int, int]


@cache
def prepositions() -> frozenset[str]:
    """The prepositions of one word, folded."""
    return frozenset(fold(entry["surface"]) for entry in load("prepositions"))


def dated(scene: "Scene", dates: Sequence[Row]) -> Iterator[Row]:
    """A fact for each date that means days and is not part of a comparison."""
    text = scene.text
    facts = [date for date in dates if date["type"] == "DATE" and date.get("first")]
    told = _together(scene, dates)
    begin = {text.tokens_of(date)[0]: date for date in facts}
    nearer = {scene.clause_at(at) for at, date in begin.items() if date.get("grain") != "year"}
    for date in facts:
        first, last = text.tokens_of(date)
        if _compared(text, first) or _names_what(date, begin.get(last)):
            continue
        place = scene.clause_at(first)
        if place in nearer and _year_of_what(text, date, first):
            continue
        spans = told.pop((place, date["first"], date["last"]), ())
        if not spans:
            continue
        what, kind, rule = _label(scene, place, (first, last), spans)
        if what:
            values = {
                "what": what,
                "first": date["first"],
                "last": date["last"],
                "calendar": date.get("calendar"),
                "kind": kind,
                "approximate": date.get("modifier") == "about",
            }
            yield sentence_row(text, date["sentence"], rule, values)


def _together(scene: "Scene", dates: Sequence[Row]) -> dict[tuple[int, str, str], list[Span]]:
    """Spans of a clause that mean the same days: «صبح دیروز (سه‌شنبه ۱۱ آذر)»."""
    spans: dict[tuple[int, str, str], list[Span]] = {}
    for date in dates:
        if date.get("first"):
            span = scene.text.tokens_of(date)
            days = scene.clause_at(span[0]), date["first"], date["last"]
            spans.setdefault(days, []).append(span)
    return spans


class Scene:
    """A text with its clauses and names, to be asked what stands where."""

    def __init__(self, text: Text, entities: Sequence[Row]) -> None:
        self.text = text
        self.entities = sorted(entities, key=_start)
        self.events = [row for row in self.entities if row["label"] == "EVENT"]

    @cached_property
    def parts(self) -> list[Clause]:
        """The clauses of the text."""
        return clauses(self.text)

    @cached_property
    def firsts(self) -> list[int]:
        """The first token of each clause."""
        return [part.first for part in self.parts]

    def clause_at(self, token: int) -> int:
        """Which clause a token is in."""
        return bisect_right(self.firsts, token) - 1

    def names(self, date: Row) -> bool:
        """Whether a date is part of a name."""
        after = bisect_right(self.entities, date["start"], key=_start)
        return any(date["end"] <= row["end"] for row in self.entities[max(after - 3, 0) : after])

    def event(self, clause: Clause, token: int) -> Row | None:
        """The event that is named nearest to a token in its clause."""
        first, last = (self.text.tokens[at] for at in (clause.first, clause.last - 1))
        middle = self.text.tokens[token].start
        after = bisect_right(self.events, middle, key=_start)
        near = self.events[max(after - 1, 0) : after + 1]
        inside = [row for row in near if first.start <= row["start"] and row["end"] <= last.end]
        return min(inside, key=lambda row: abs(row["start"] - middle), default=None)


def _start(row: Row) -> int:
    return int(row["start"])


def _compared(text: Text, first: int) -> bool:
    """Whether the date is what something is compared with: «بیشتر از سال گذشته»."""
    before = [token.key for token in text.tokens[max(first - 4, 0) : first]]
    return bool(COMPARED.intersection(before))


def _names_what(date: Row, following: Row | None) -> bool:
    """Whether other days come right after a date: «آمار [دی‌ماه] یکم بهمن منتشر شد»."""
    return following is not None and bool(date["last"] < following["first"])


def _year_of_what(text: Text, date: Row, first: int) -> bool:
    """Whether a year belongs to the noun before it: «بودجه [۱۴۰۵] تا ۲ دی تقدیم می‌شود»."""
    before = text.tokens[first - 1] if first else None
    headed = before is not None and _nominal(before) and before.key not in BEFORE_DATE
    return headed and date.get("grain") == "year"


def _label(scene: Scene, place: int, date: Span, spans: Sequence[Span]) -> tuple[str, str, str]:
    """What the date dates: the phrase it is «برای», the event named beside it, or the clause.

    Its words, without the `spans` that say when, its kind and rule.
    """
    text, clause, first = scene.text, scene.parts[place], date[0]
    if first > clause.first and text.tokens[first - 1].key == FOR:
        start = _phrase(text, clause.first, first - 1)
        if start < first - 1:
            words = _words(text, range(start, first - 1))
            return words, kind_of(text, start, first), "named"
    event = scene.event(clause, first)
    if event:
        return str(event.get("name") or event["text"]), "conference", "named"
    told = _told(text, scene.parts, place, spans)
    return _words(text, told), kind_of(text, clause.first, clause.last, spans), "dated"


def _phrase(text: Text, low: int, end: int) -> int:
    """Where the noun phrase that ends before token `end` begins: at its plan, if it names one."""
    start = end
    while start > low and _nominal(text.tokens[start - 1]):
        start -= 1
    start = next((at for at in range(start, end) if kind_at(text, at, end) == "plan"), start)
    while start < end and text.tokens[start].key in stop_words("edge"):
        start += 1
    return start


def _nominal(token: Token) -> bool:
    return token.kind == "w" and token.key not in stop_words("function")


def _told(text: Text, parts: list[Clause], place: int, dates: Sequence[Span]) -> list[int]:
    """Tokens of the dated clause without the dates; with its neighbours where it says too little."""
    low = high = place
    head = _head(text, parts, place, dates)
    while True:
        told = _trimmed(text, (parts[low].first, parts[high].last), dates)
        told = [*head, *told] if low == place else told
        if sum(text.tokens[at].kind != "p" for at in told) >= FEWEST:
            return told
        sentence = text.sentence[dates[0][0]]
        if low and text.sentence[parts[low - 1].first] == sentence:
            low -= 1
        elif high + 1 < len(parts) and text.sentence[parts[high + 1].first] == sentence:
            high += 1
        else:
            return told


def _head(text: Text, parts: list[Clause], place: int, dates: Sequence[Span]) -> list[int]:
    """What a relative clause before the dated one tells of: «[تیم ملی] که صعود کرد، فردا بازی دارد»."""
    if not place or _key(text, parts[place].first) in LEADING:
        return []
    first, last, verb = parts[place - 1]
    that = next((at for at in range(first, last) if text.tokens[at].key == "که"), first)
    same = text.sentence[first] == text.sentence[parts[place].first]
    told = _trimmed(text, (first, that), dates) if same and verb else []
    led = told and (_key(text, told[0]) in prepositions() or not _nominal(text.tokens[told[-1]]))
    return [] if led else told


def _trimmed(text: Text, span: Span, dates: Sequence[Span]) -> list[int]:
    """Tokens of a span without the dates, their prepositions, and what only leads in or out."""
    first, last = span
    if any(token.key == REPORT for token in text.tokens[first : first + 2]):
        marks = (at for at in range(first, last) if text.tokens[at].key == "،")
        first = next(marks, first)
    without = {at for date in dates for at in _adverbial(text, first, date)}
    told = [at for at in range(first, last) if at not in without]
    while told and _leads(text, told[0]):
        told.pop(0)
    while told and text.tokens[told[-1]].kind == "p" and _key(text, told[-1]) not in CLOSERS:
        told.pop()
    return told


def _adverbial(text: Text, low: int, date: Span) -> range:
    """A date with its preposition, brackets or comma."""
    begins, ends = date
    while begins > low and text.tokens[begins - 1].key in BEFORE_DATE:
        begins -= 1
    if _key(text, begins - 1) in OPENERS and _key(text, ends) in CLOSERS:
        return range(begins - 1, ends + 1)
    return range(begins, ends + 1 if _key(text, ends) == "،" else ends)


def _key(text: Text, at: int) -> str:
    return text.tokens[at].key if 0 <= at < len(text.tokens) else ""


def _leads(text: Text, at: int) -> bool:
    """Whether a token only leads into what is told: «و», «همچنین», «(این روز) بود که»."""
    token = text.tokens[at]
    if token.kind == "p":
        return token.key not in OPENERS
    return token.key in LEADING or (token.key in COPULA and _key(text, at + 1) == "که")


def _words(text: Text, told: Sequence[int]) -> str:
    """Words in working spelling, shortened in the middle when they are many, but in no numeral."""
    tokens = [text.tokens[at] for at in told]
    begins = [at for at, token in enumerate(tokens) if not at or token.spaced]
    edges = pairwise([*begins, len(tokens)])
    words = ["".join(token.text for token in tokens[first:last]) for first, last in edges]
    if len(words) > LONGEST:
        inside = {at for one in numerals.find(tokens) for at in range(one.first + 1, one.last)}
        head = next((at for at in range(HEAD, len(words)) if begins[at] not in inside), len(words))
        tail = next(at for at in range(len(words) - TAIL, -1, -1) if begins[at] not in inside)
        words = [*words[:head], *(["…"] if head < tail else []), *words[tail:]]
    return " ".join(words).strip("،؛: ")
