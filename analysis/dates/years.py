"""Rules for years: in digits and words, relative, with an era; spans of years."""

from dataclasses import replace

from ..text import Token
from .compound import Span
from .grammar import GROUPS, Found, Rule, Unit
from .guards import amount, became, closed, counted, ends_clause, key_at, measured, near, yearly
from .lists import combine
from .points import Point
from .reading import Number
from .values import Ancient, Stretch, Value

SHIFTS = {"last": -1, "ago": -1, "that": -1, "next": 1, "in": 1}
Tokens = list[Token]


def which_shift(which: Unit) -> int | None:
    """Years, months ... that «گذشته», «آینده», «جاری» count from now; None for «اخیر»."""
    if which.cls == "RECENT":
        return None
    if which.cls in ("AFTER", "CURRENT"):
        return int(which.cls == "AFTER")
    return SHIFTS[which.value]


def base_of(which: Unit) -> str:
    """What «بعد», «قبل از آن» count from, which «آینده» counts from publication."""
    if which.value == "that":
        return "narrative"
    if which.cls == "BEFORE":
        return "near"
    return "either" if which.cls == "AFTER" else "published"


def era_of(found: Found, name: str = "era") -> tuple[str | None, bool]:
    """Calendar of the era in a match, and whether it counts backwards."""
    era = found.one(name)
    if era is None:
        return None, False
    return era.value["calendar"], bool(era.value.get("before"))


def year_point(number: Number, calendar: str | None, back: bool = False) -> Point | None:
    """The year that a number means, by its size where no calendar is named."""
    value = int(number.value)
    if back:
        return Point(calendar="gregorian", year=1 - value, grain="year")
    if value < 100:
        if calendar is None and not number.padded and value < 10:
            return None
        return Point(
            calendar=calendar or "jalali", year=value, short=calendar != "islamic", grain="year"
        )
    if calendar is None:
        calendar = "gregorian" if value >= 1500 else "jalali" if value >= 1200 else None
    return Point(calendar=calendar, year=value, grain="year") if value < 9000 else None


def relative(found: Found, tokens: Tokens) -> Point | Value | None:
    """«سال گذشته», «سال آینده میلادی», «سال‌های اخیر»."""
    unit, which = found.units[found.match.start()], found.one("which") or found.one("which2")
    assert which is not None
    if found.counted():
        return None
    shift = which_shift(which)
    if unit.value.plural:
        return Value(grain="year", modifier="past" if shift in (-1, None) else "future")
    calendar = era_of(found)[0] or era_of(found, "era2")[0]
    if shift is None:
        return Stretch(unit="YEAR", count=-1, grain="year", calendar=calendar or "jalali")
    base = base_of(which)
    if base == "published":
        calendar = calendar or "jalali"
    return Point(calendar=calendar, shift=shift, grain="year", base=base)


def this(found: Found, tokens: Tokens) -> Point | Value:
    """«این سال», «همان سال», «این سال‌ها»."""
    if found.one("unit").value.plural:  # type: ignore[union-attr]
        return Value(grain="year")
    base = "narrative" if found.one("that") else "published"
    calendar = era_of(found)[0] or ("jalali" if base == "published" else None)
    return Point(calendar=calendar, shift=0, grain="year", base=base)


def word(found: Found, tokens: Tokens) -> Point:
    """«امسال», «پارسال»."""
    return Point(shift=found.value("word"), grain="year")


def new(found: Found, tokens: Tokens) -> Point:
    """«سال جدید», «سال نو میلادی», «سال میلادی جدید»: the one that begins next.

    «سال نو» alone is what is kept on its first day: «تعطیلات سال نو میلادی».
    """
    calendar = era_of(found)[0] or era_of(found, "era2")[0] or "jalali"
    kept = {key_at(tokens, found.first + 1), key_at(tokens, found.last - 1)} & {"نو", "نوی"}
    if kept and key_at(tokens, found.first - 1) not in near("in-year"):
        return Point(calendar=calendar, months=(1, 1), days=(1, 1), grain="day")
    return Point(calendar=calendar, shift=1, grain="year")


def numbered(found: Found, tokens: Tokens) -> Point | None:
    """«سال ۱۴۰۴», «سال ۹۵», «سال ۲۶۰ هجری قمری»."""
    number = found.value("number")
    if found.one("era"):
        return year_point(number, *era_of(found))
    if number.value > 31 and became(tokens, found.last):
        return year_point(number, None)
    if number.value < 100 and counted(tokens, found.last):
        return None
    if measured(tokens, found.last) or (number.value < 100 and _unit_follows(found)):
        return None
    if number.value < 100 and found.before() in GROUPS["COUNT"]:
        return None
    return year_point(number, None)


def _unit_follows(found: Found) -> bool:
    """Whether the number before counts a unit of time."""
    return found.after() in GROUPS["UNIT"] and not found.clock_follows()


def with_era(found: Found, tokens: Tokens) -> Point | None:
    """«۱۴۰۴ خورشیدی», «۱۲۱۰ میلادی», «۵۸۹ ه.ق»."""
    number, era = found.value("number"), found.one("era")
    assert era is not None
    letter = tokens[era.first].key
    if len(letter) == 1 and era.last - era.first == 1 and number.value < 1000 and letter != "ق":
        return None
    return year_point(number, *era_of(found))


def several(found: Found, tokens: Tokens) -> Value | None:
    """«سالهای ۲۰۲۶ تا ۲۰۲۹», «سال‌های ۹۲ و ۹۳», «سال ۱۳۹۵-۹۶»."""
    start, end = found.match.span()
    units = found.units[start:end]
    ranged = any(unit.cls == "TO" for unit in units)
    stolen = amount(tokens, found.last) if ranged else counted(tokens, found.last)
    if stolen or _unit_follows(found) or found.after() in GROUPS["MONTHANY"]:
        return None
    first = units[0].value
    if not isinstance(first, Point):
        return None
    calendar = era_of(found)[0]
    plural = key_at(tokens, units[0].first) in ("سالهای", "سالها")
    parts: list[Unit] = []
    for unit in units:
        if unit.cls in GROUPS["INTEGER"]:
            mixed = not first.short and unit.value.value < 100
            if mixed and not plural and parts[-1].cls in ("AND", "OR", "COMMA"):
                return None
            known = calendar or first.calendar
            point = year_point(unit.value, "gregorian" if unit.value.value >= 1500 else known)
            if point is None:
                return None
            parts.append(unit._replace(cls="YEARPOINT", value=point))
        elif unit.cls not in ("YEAR", "ERA", "FROM"):
            parts.append(unit)
    points = [part.value for part in parts if isinstance(part.value, Point)]
    calendars = {point.calendar for point in points if point.calendar or point.year is None}
    if len(calendars) > 1 and not calendar:
        return None
    calendar = calendar or next(iter(calendars), None)
    if calendar:
        parts = [_in_calendar(part, calendar) for part in parts]
    return combine(parts, between=found.before() == "BETWEEN")


def _in_calendar(part: Unit, calendar: str) -> Unit:
    if isinstance(part.value, Point) and part.value.year is not None:
        return part._replace(value=replace(part.value, calendar=calendar))
    return part


def span(found: Found, tokens: Tokens) -> Value | None:
    """«۲۰۲۶-۲۰۲۹», «از ۱۳۵۸ تا ۱۳۶۷» without the word year; «۵۵۰ تا ۳۳۰ پیش از میلاد»."""
    one, other = found.value("one"), found.value("other") or found.value("other2")
    era = found.one("era")
    if era_of(found)[1]:
        ends = [f"-{int(number.value) - 1:04}" for number in (one, other)]
        return Ancient(grain="year", years="/".join(ends)) if one.value > other.value else None
    if other.value < 100 and not (int(one.value) + 1 - other.value) % 100:
        other = other._replace(value=one.value + 1)
    if not one.digits or not 0 < other.value - one.value < (150 if era is None else 1500):
        return None
    plausible = _plausible(one) and _plausible(other) and not counted(tokens, found.last)
    if era is None and not (plausible or closed(tokens, found.last)):
        return None
    if found.before() in ("SLASH", "DASH", "COLON") or key_at(tokens, found.first - 1) in near(
        "numbered"
    ):
        return None
    stop = year_point(other, *era_of(found))
    start = stop and year_point(one, stop.calendar, era_of(found)[1])
    if start is None or stop is None:
        return None
    return Span(start=start, stop=stop, calendar=stop.calendar, grain="year")


def _plausible(number: Number) -> bool:
    """Whether a number is most likely a year of our time."""
    return bool(1300 <= number.value <= 1420 or 1900 <= number.value <= 2060)


def in_a_row(found: Found, tokens: Tokens) -> Value | None:
    """«سال ۱۴۰۴-۱۴۰۳»: the years in it."""
    return found.value("years")  # type: ignore[no-any-return]


def since(found: Found, tokens: Tokens) -> Span | None:
    """«از ۹۲ تاکنون», «۱۳۵۸ تا امروز»."""
    number = found.value("number")
    start = year_point(number, None)
    if start is None or not number.digits or found.before() != "FROM":
        return None
    return Span(start=start, calendar=start.calendar, grain="year")


def bare(found: Found, tokens: Tokens) -> Point | None:
    """«کنفرانس ... ۲۰۲۵», «در ۱۳۹۷», «(۲۰۱۵)»: a year by what stands around it."""
    number = found.value("number")
    if not number.digits or not (1250 <= number.value <= 1450 or 1700 <= number.value <= 2100):
        return None
    before, after = key_at(tokens, found.first - 1), key_at(tokens, found.last)
    if before in near("numbered") or measured(tokens, found.last) or after == "/":
        return None
    if after == "." and tokens[found.last + 1 :] and not tokens[found.last + 1].spaced:
        return None
    alone = before == "(" and after == ")"
    told = yearly(tokens, found.first) and not _unit_follows(found)
    told = told and not counted(tokens, found.last)
    prompted = (
        before in ("متولد", "مصوب")
        or found.before() == "ENDING"
        or (
            before in ("در", "از", "تا")
            and (closed(tokens, found.last) or ends_clause(tokens, found.last))
        )
    )
    following = tokens[found.first].spaced or alone
    if not following or not (alone or told or prompted):
        return None
    if told and not closed(tokens, found.last) and before in ("با", "از", "تا", "در"):
        return None
    return year_point(number, None)


NUMBER = "(?P<number>NYEAR|NBIG|TWODIGITS)"
ERA = "(?P<era>ERA)?"
YEARS = (
    Rule("year-numbered", f"YEAR {NUMBER} {ERA}", "YEARPOINT", numbered),
    Rule("years-in-a-row", "YEAR (?P<years>YEARS)", "YEARS", in_a_row),
    Rule("year-ordinal", "YEAR (?P<number>ORDINAL) (?P<era>ERA)", "YEARPOINT", with_era),
    Rule(
        "years-era",
        "(?P<one>NYEAR|NBIG) (?:TO|DASH|AND)? (?P<other>NYEAR|NBIG) (?P<era>ERA)",
        "SPAN",
        span,
    ),
    Rule(
        "year-or-year",
        "(?P<number>NYEAR|NBIG) (?= OR (?:NYEAR|NBIG) (?P<era>ERA) )",
        "YEARPOINT",
        with_era,
    ),
    Rule("year-era", "(?P<number>NYEAR|NBIG|N60|N99) (?P<era>ERA)", "YEARPOINT", with_era),
    Rule(
        "year-relative",
        f"YEAR (?: (?P<which>WHICH) {ERA} | (?P<era2>ERA) (?P<which2>WHICH) )",
        "YEARPOINT",
        relative,
    ),
    Rule("year-this", f"(?:THIS|(?P<that>THAT)) (?P<unit>YEAR) {ERA}", "YEARPOINT", this),
    Rule("year-word", "(?P<word>YEARWORD) ERA?", "YEARPOINT", word),
    Rule("year-new", f"YEAR (?: NEW {ERA} | (?P<era2>ERA) NEW )", "YEARPOINT", new),
    Rule(
        "years",
        f"YEARPOINT (?: (?:LINK) FROM? YEAR? (?:NYEAR|YEARPOINT|TWODIGITS (?!MONTHANY)) ){{1,8}} {ERA}",
        "SPAN",
        several,
    ),
)
BARE_YEARS = (
    Rule("year-short", "(?P<number>SHORTYEAR)", "YEARPOINT", numbered),
    Rule("year-until-now", "(?P<number>NYEAR|N60|N99) UNTILNOW", "SPAN", since),
    Rule(
        "years-bare",
        "(?P<one>NYEAR) (?: (?:TO|DASH) (?P<other>NYEAR) | DASH (?P<other2>TWODIGITS) ) (?P<era>ERA)?",
        "SPAN",
        span,
    ),
    Rule("years-between", "(?<=BETWEEN) (?P<one>NYEAR) AND (?P<other>NYEAR)", "SPAN", span),
    Rule("year-bare", "(?P<number>NYEAR)", "YEARPOINT", bare),
)
