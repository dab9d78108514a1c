"""Temporal expressions: found, typed and resolved to days."""

import re
from dataclasses import replace
from weakref import WeakKeyDictionary

from ..calendars import DAY, jalali_text
from ..corpus import published_days
from ..numbers.hedges import before
from ..text import Row, Text
from .check import contradictions, impossible
from .clocks import in_part
from .compound import Span
from .grammar import Unit, rewrite
from .guards import near
from .reading import runs
from .rules import EMITTED, RULES
from .tense import tense
from .values import UNKNOWN, Clock, Context, Resolved, Value

__all__ = ["defects", "find"]

# what `find` read, for `defects`, as long as the text is in use
_FOUND: WeakKeyDictionary[Text, list[Unit]] = WeakKeyDictionary()


def find(text: Text) -> list[Row]:
    """Rows of the dates table."""
    found = _FOUND[text] = expressions(text)
    published = text.article.published
    ends = published_days(published) if published else (None, None)
    rows = [resolve(text, found, Context(published=day)) for day in dict.fromkeys(ends)]
    return rows[0] if len(rows) == 1 else [_agreed(*both) for both in zip(*rows, strict=True)]


def expressions(text: Text) -> list[Unit]:
    """The temporal expressions of a text, in order, with their meaning."""
    units = (unit for run in runs(text) for unit in rewrite(run, RULES, text.tokens))
    return [unit for unit in units if unit.cls in EMITTED]


def resolve(text: Text, found: list[Unit], context: Context) -> list[Row]:
    """Rows for the expressions, each resolved in the context of those before it."""
    days: list[Resolved] = []
    bound: list[Unit] = []
    sentence = -1
    for unit in found:
        beside = sentence == text.sentence[unit.first]
        context = replace(context, near=beside, year=context.year if beside else None)
        bound.append(unit._replace(value=unit.value.bound(context)))
        days.append(_resolved(text, bound[-1], context))
        told = _told(context, bound[-1].value, days[-1])
        sentence = sentence if told is context else text.sentence[unit.first]
        context = told
    return [_row(text, bound, days, at) for at in range(len(found))]


def _told(context: Context, value: Value, got: Resolved) -> Context:
    """The context after an expression: single days and explicit periods are what others count from."""
    single, explicit = got.first == got.last, got.anchor == "explicit"
    if got.first is None or not (single or explicit):
        return context
    told = replace(context, period=got.first, calendar=value.calendar)
    if value.grain == "year" and explicit and _long_past(got, context):
        told = replace(told, year=got)
    return replace(told, narrative=got.first) if single or not context.narrative else told


def _resolved(text: Text, unit: Unit, context: Context) -> Resolved:
    value: Value = unit.value
    until = unit.first > 0 and text.tokens[unit.first - 1].key in ("تا", "الی", "لغایت")
    try:
        return value.resolve(replace(context, tense=tense(text, unit), until=until))
    except (ValueError, OverflowError):
        return UNKNOWN


def _row(text: Text, found: list[Unit], days: list[Resolved], at: int) -> Row:
    unit, got = found[at], days[at]
    value: Value = unit.value
    if isinstance(value, Clock):
        got = _timed(text, found, days, at)
    modifier = value.modifier or _hedge(text, unit)
    if value.calendar == "islamic" and got.first is not None:
        modifier = modifier or "about"
    row = text.row(unit.first, unit.last, unit.rule)
    cut = clitic(row["text"])
    has_days = got.first is not None or got.last is not None
    return row | {
        "end": row["end"] - cut,
        "text": row["text"][: len(row["text"]) - cut],
        "type": value.type,
        "calendar": value.calendar,
        "grain": value.grain,
        "first": got.first and got.first.isoformat(),
        "last": got.last and got.last.isoformat(),
        "jalali_first": jalali_text(got.first),
        "jalali_last": jalali_text(got.last),
        "edtf": got.edtf,
        "modifier": modifier,
        "anchor": got.anchor if has_days or got.edtf else None,
    }


def _long_past(got: Resolved, context: Context) -> bool:
    """Whether a year was over a year before publication, so that dates beside it are its own."""
    return bool(got.last and context.published and context.published - got.last > 366 * DAY)


PRONOUN = re.compile(r"(?<=گی)\s+(?:ام|ات|اش|مان|تان|شان|اند)$")
COPULA = re.compile(r"\u200cست$|(?<=ا)ست$|(?<=صبح|ظهر|عصر)ه$")


def pronoun(words: str) -> int:
    """Length of the pronoun that is written apart at the end: «۲۰ سالگی اش»."""
    match = PRONOUN.search(words)
    return len(match[0]) if match else 0


def clitic(words: str) -> int:
    """Length of the pronoun or the copula at the end: «شب یلداست», «ساعت ۶ صبحه»."""
    match = COPULA.search(words)
    return len(match[0]) if match else pronoun(words)


def _hedge(text: Text, unit: Unit) -> str | None:
    """«بیش از», «حداکثر» before a duration or what a duration tells."""
    if not (unit.value.type == "DURATION" or unit.rule == "length-relative"):
        return None
    found = before(text.tokens, unit.first, text.sentence)
    if found is None or (found[1] == "up_to" and unit.rule == "length-relative"):
        return None
    return found[1]


def _timed(text: Text, found: list[Unit], days: list[Resolved], at: int) -> Resolved:
    """A clock time on the day that its sentence names nearest to it."""
    unit = found[at]
    clock: Clock = _in_part(text, found, at)
    near = [
        (max(other.first - unit.last, unit.first - other.last), days[index])
        for index, other in enumerate(found[max(at - 6, 0) : at + 7], max(at - 6, 0))
        if text.sentence[other.first] == text.sentence[unit.first]
        and days[index].first is not None
        and (days[index].first == days[index].last or _opens(text, unit, other))
    ]
    clocks = [clock, clock.until] if clock.until else [clock]
    if not near:
        return Resolved(edtf="/".join(each.on() for each in clocks if each.on()) or None)
    day = min(near, key=lambda pair: pair[0])[1]
    value = "/".join(f"{day.first}{each.on(day.first)}" for each in clocks)
    return Resolved(day.first, day.first, day.anchor, value)


def _opens(text: Text, unit: Unit, other: Unit) -> bool:
    """Whether a time begins a span of days: «از بامداد ۲۳ خرداد تا سوم تیر»."""
    led = unit.first > 0 and text.tokens[unit.first - 1].key == "از"
    return led and unit.last == other.first and isinstance(other.value, Span)


def _in_part(text: Text, found: list[Unit], at: int) -> Clock:
    """A clock time of 12 hours in the part of the day told beside it: «دیشب ساعت ۱۱», «ساعت ۱۱ دیشب»."""
    clock: Clock = found[at].value
    if clock.hour is None or clock.part is not None or clock.until is not None:
        return clock
    part = _part_before(text, found, at) or _night_after(text, found, at)
    return replace(clock, hour=in_part(clock.hour, part, "PART")) if part else clock


def _part_before(text: Text, found: list[Unit], at: int) -> str | None:
    """The part of the day that ends right before a time."""
    before = found[at - 1] if at else None
    if before is None or before.last != found[at].first:
        return None
    if text.tokens[before.last - 1].key in near("nightfall"):
        return "night"
    told = isinstance(before.value, Clock) and before.value.hour is None
    return before.value.part if told else None


def _night_after(text: Text, found: list[Unit], at: int) -> str | None:
    """The night of a day that begins right after a time: «شب گذشته», «امشب», «فردا شب»."""
    last = found[at].last
    beside = at + 1 < len(found) and found[at + 1].first == last
    night = {token.key for token in text.tokens[last : last + 2]} & near("nightfall")
    return "night" if beside and night else None


def _agreed(one: Row, other: Row) -> Row:
    """What holds whichever day of its period the article was published."""
    if one == other:
        return one
    values = ("first", "last", "jalali_first", "jalali_last", "edtf", "anchor")
    return one | dict.fromkeys(values) if one["edtf"] != other["edtf"] else one


def defects(text: Text, rows: list[Row]) -> list[Row]:
    """Defect rows for impossible and contradicting dates."""
    units = _FOUND.get(text)
    units = expressions(text) if units is None else units
    found = [*impossible(text, units), *contradictions(text, rows)]
    return sorted(found, key=lambda row: (row["start"], row["end"]))
