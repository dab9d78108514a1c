"""Values made of others: spans, lists, and the beginning or end of something."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..calendars import DAY, edtf, weekday
from .points import Point
from .values import UNKNOWN, Context, Resolved, Value, Weekday, moved, shifted


@dataclass(frozen=True, kw_only=True)
class Span(Value):
    """From one value to another; an end that is None lasts until the day of publication."""

    start: Value
    stop: Value | None = None
    calendar: str | None = None

    def resolve(self, at: Context) -> Resolved:
        start, stop = self._ends(at)
        if self.stop is None:
            last, anchor = at.published, "published" if at.published else start.anchor
        else:
            last, anchor = stop.last, _weaker(start.anchor, stop.anchor)
        first = start.first
        if first is None or (last is None and self.stop is not None):
            return UNKNOWN
        if last is not None and last < first:
            raise ValueError("ends before it begins")
        lunar = "islamic" in (self.start.calendar, self.stop.calendar if self.stop else None)
        return Resolved(first, last, anchor, edtf(first, last, approximate=lunar))

    def _ends(self, at: Context) -> tuple[Resolved, Resolved]:
        start, stop = self._whole_ends(at)
        if isinstance(self.start, Part) and isinstance(self.stop, Part):
            return self.start.narrowed(start), self.stop.narrowed(stop)
        return start, stop

    def _whole_ends(self, at: Context) -> tuple[Resolved, Resolved]:
        one, other = self.start, self.stop
        if isinstance(one, Part) and isinstance(other, Part):
            return replace(self, start=one.whole, stop=other.whole)._whole_ends(at)
        if other is None:
            return one.resolve(replace(at, tense=-1)), UNKNOWN
        if isinstance(one, Part) and isinstance(other, Point):
            return replace(self, start=one.whole)._whole_ends(at)
        if isinstance(one, Point) and isinstance(other, Point):
            if not one.dated and one.months:
                stop = other.resolve(at)
                if stop.first is None:
                    return one.resolve(at), stop
                return Resolved(*one.before(stop.last or stop.first), stop.anchor), stop
            if not other.dated and other.months:
                start = one.resolve(at)
                if start.first is None:
                    return start, other.resolve(at)
                return start, Resolved(*other.after(start.first), start.anchor)
        state = at.tense == 2 and isinstance(one, Weekday)
        start, stop = one.resolve(replace(at, tense=0) if state else at), other.resolve(at)
        if isinstance(other, Weekday) and other.week is None and start.first and stop.last:
            ahead = (other.day - weekday(start.first)) % 7
            stop = Resolved(stop.first, start.first + ahead * DAY, stop.anchor)
        return start, stop


def _weaker(one: str | None, other: str | None) -> str | None:
    """The anchor of a whole whose parts have these anchors."""
    return one if one == other or other == "explicit" else other


@dataclass(frozen=True, kw_only=True)
class Group(Value):
    """Several values one after another: a list of days, months or years."""

    members: tuple[Value, ...]

    def resolve(self, at: Context) -> Resolved:
        found = _weekdays(self.members, at) or list(_in_turn(self.members, at))
        firsts = [one.first for one in found if one.first]
        lasts = [one.last for one in found if one.last]
        if len(firsts) < len(found) or len(lasts) < len(found):
            return UNKNOWN
        touching = all(last + DAY == first for last, first in zip(lasts, firsts[1:], strict=False))
        whole = edtf(firsts[0], lasts[-1], approximate=self.calendar == "islamic")
        value = whole if touching else "{" + ",".join(one.edtf or "" for one in found) + "}"
        return Resolved(min(firsts), max(lasts), found[-1].anchor, value)


def _in_turn(members: tuple[Value, ...], at: Context) -> Iterator[Resolved]:
    """Each member, which may count from the one before it: «فردا و روز پس از آن»."""
    for member in members:
        found = member.resolve(at)
        yield found
        at = replace(at, narrative=found.first or at.narrative)


def _weekdays(members: tuple[Value, ...], at: Context) -> list[Resolved]:
    """Weekdays that follow one another, as «شنبه و یکشنبه»: the last of them decides of the past."""
    plain = [one for one in members if isinstance(one, Weekday) and one.week is None]
    days = [one.day for one in plain]
    if len(plain) < len(members) or days != list(range(days[0], days[0] + len(days))):
        return []
    past = plain[-1].side < 0 or at.tense < 0
    known = plain[-1 if past else 0].resolve(at)
    if known.first is None:
        return []
    start = known.first - (len(days) - 1) * DAY * past
    return [
        one.given((day, day), known.anchor or "published")
        for one, day in zip(plain, (start + n * DAY for n in range(len(days))), strict=True)
    ]


@dataclass(frozen=True, kw_only=True)
class Moved(Value):
    """What lies some units after (or before) another value: «سه روز پس از ۵ مهر»."""

    base: Value
    unit: str
    count: int

    def resolve(self, at: Context) -> Resolved:
        found = self.base.resolve(at)
        if found.first is None:
            return UNKNOWN
        part = self.base.modifier
        late = part == "end" or (self.count > 0 and part != "start")
        day = (found.last if late else None) or found.first
        days = shifted(day, self.unit, self.count, self.base.calendar or "jalali")
        return self.given(days, found.anchor or "explicit")


@dataclass(frozen=True, kw_only=True)
class Ending(Value):
    """So many units up to the last day of another value: «سه‌ماهه منتهی به شهریور»."""

    base: Value
    unit: str
    count: float

    def resolve(self, at: Context) -> Resolved:
        found = self.base.resolve(at)
        if found.last is None:
            return UNKNOWN
        first = moved(found.last + DAY, self.unit, -self.count, self.calendar or "jalali")
        return self.given((first, found.last) if first else None, found.anchor or "explicit")


@dataclass(frozen=True, kw_only=True)
class Part(Value):
    """The beginning, the middle or the end of a value; «تا پایان» lasts from publication."""

    whole: Value
    vague: bool = False

    def narrowed(self, found: Resolved) -> Resolved:
        """Its third of the days of the whole as an end of a range: «از اواسط خرداد تا اوایل تیر»; «نیمه» is its middle day."""
        if found.first is None or found.last is None:
            return found
        if self.modifier == "mid" and not self.vague:
            middle = found.first + ((found.last - found.first) // DAY - 1) // 2 * DAY
            return found._replace(first=middle, last=middle)
        if self.modifier == "about" or not self.vague:
            return found
        third = (found.last - found.first + DAY) // 3 // DAY * DAY
        if self.modifier == "start":
            return found._replace(last=found.first + third - DAY)
        if self.modifier == "end":
            return found._replace(first=found.first + 2 * third)
        return found._replace(first=found.first + third, last=found.first + 2 * third - DAY)

    def resolve(self, at: Context) -> Resolved:
        found = self.whole.resolve(at)
        if at.until and self.modifier == "end" and found.last is not None:
            now = at.published if at.published and at.published <= found.last else None
            anchor = "published" if now else found.anchor
            return Resolved(now, found.last, anchor, edtf(now, found.last))
        return found
