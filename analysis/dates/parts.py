"""Rules for parts of periods: halves, quarters, weeks of a month, beginnings and ends."""

from dataclasses import replace

from ..text import Token
from .compound import Part
from .grammar import Found, Rule, Unit
from .guards import counted, key_at, near
from .points import AutumnYear, Point
from .reading import Number, Period
from .values import Clock, Shift, Value, Weekday
from .years import era_of, year_point

Tokens = list[Token]


def weeks_day(found: Found, tokens: Tokens) -> Value | None:
    """«اولین روز هفته», «روز آخر سال», «پنجمین روز سال ۱۴۰۴»."""
    number = found.value("day") or found.value("day2")
    last = bool(found.one("end") or found.one("end2"))
    point = whole(found)
    count = int(number.value) if isinstance(number, Number) else 1
    if found.one("week"):
        return _day_of_week(found.value("week"), 7 if last else count)
    if point is None or point.grain not in ("month", "season", "year"):
        return None
    return _of_months(point, count, last) if last or point.months else _of_year(point, count)


def _of_months(point: Point, count: int, last: bool) -> Value | None:
    """«نخستین روز زمستان», «روز آخر آذر», «آخرین روز سال», but no tenth day of a season."""
    low, high = point.months or (1, 12)
    if not last and low < high and count > 1:
        return None
    at, day = (high, 99) if last else (low, count)
    return replace(point, months=(at, at), days=(day, day), grain="day")


def _day_of_week(week: Value | Period, count: int) -> Value | None:
    """«اولین روز هفته», «آخرین روز هفته گذشته»."""
    shift = week.count if isinstance(week, Shift) else 0
    if not 1 <= count <= 7 or (isinstance(week, Period) and week.plural):
        return None
    return Weekday(day=count - 1, week=shift)


def _of_year(point: Point, count: int) -> Value | None:
    month, day_ = divmod(count - 1, 31)
    if count > 186 or point.calendar != "jalali":
        return None
    return replace(point, months=(month + 1, month + 1), days=(day_ + 1, day_ + 1), grain="day")


def part_of(found: Found, tokens: Tokens) -> Value | None:
    """«نیمه دوم بهمن», «نیمه نخست سال ۱۴۰۴», «هفته اول آبان», «دهه اول محرم»."""
    noun, which = found.one("noun"), found.one("which")
    point = whole(found)
    if noun is None or which is None or point is None:
        return None
    if point.width > 1:
        return _of_years(point, noun.cls, which)
    place = _place(which, {"HALF": 2, "WEEK": 4, "DECADE": 3, "SEASON": 4}[noun.cls])
    if point.months is None:
        size = {"HALF": 6, "SEASON": 3}.get(noun.cls)
        if size is None or place is None or place * size > 12:
            return None
        return replace(point, months=(size * (place - 1) + 1, size * place), grain=noun.cls.lower())
    if noun.cls == "SEASON":
        return None
    if point.grain != "month" or place is None:
        return None
    size = {"HALF": 15, "WEEK": 7, "DECADE": 10}[noun.cls]
    ends = 99 if place == {"HALF": 2, "WEEK": 5, "DECADE": 3}[noun.cls] else place * size
    grain = {"HALF": "half", "WEEK": "week", "DECADE": "day"}[noun.cls]
    return replace(point, days=(place * size - size + 1, ends), grain=grain)


def _of_years(point: Point, part: str, which: Unit) -> Point | None:
    """«نیمه دوم قرن بیستم», «دهه دوم قرن ۲۱», «نیمه نخست دهه ۶۰»."""
    size = {"HALF": point.width // 2, "DECADE": 10}.get(part)
    if size is None or point.year is None or size >= point.width:
        return None
    count = point.width // size
    place = count if which.cls in ("FINAL", "END") else _place(which, count)
    if place is None or not 1 <= place <= count:
        return None
    year = point.year + size * (place - 1)
    return replace(point, year=year, width=size, grain=part.lower())


def _place(which: Unit, last: int) -> int | None:
    """Which part an ordinal names: «نخست» 1, «پایانی» the last one."""
    if which.cls in ("FINAL", "END"):
        return last
    if which.cls == "INITIAL":
        return 1
    number = int(which.value.value)
    return number if number <= max(last, 5) else None


def whole(found: Found) -> Point | None:
    """The period that a part is taken of: a point, or this year or month for a bare noun."""
    point = found.value("point")
    if isinstance(point, Point):
        return point if point.days is None else None
    number = found.value("number")
    if number is not None:
        return year_point(number, None)
    month = found.value("month")
    if month is not None:
        return Point(calendar=month[0], months=(month[1], month[1]), grain="month")
    if found.one("year") is not None:
        return Point(shift=0, grain="year")
    if found.one("monthnoun") is not None:
        return Point(month_shift=0, grain="month")
    return None


def months_of(found: Found, tokens: Tokens) -> Value | None:
    """«سه‌ماهه نخست سال ۱۴۰۴», «شش ماه دوم امسال», «۹ ماهه سال جاری», «ربع چهارم سال»."""
    length, point = found.value("length"), whole(found)
    count, which = _months(length), found.one("which")
    if point is None or point.months is not None or count is None or point.width != 1:
        return None
    last_place = 12 // count
    place = _place(which, last_place) if which else 1
    if place is None or place > last_place:
        return None
    first = (place - 1) * count + 1
    if which is not None and which.cls in ("FINAL", "END"):
        first = 13 - count
    grain = {3: "quarter", 6: "half"}.get(count, "month")
    return replace(point, months=(first, first + count - 1), grain=grain)


def _months(length: object) -> int | None:
    """Length in whole months, a quarter of a year being three."""
    if isinstance(length, Number):
        return 3 if length.value * 4 == 1 else None
    unit, count = getattr(length, "unit", ""), getattr(length, "count", 0)
    if count != int(count) or not 1 <= count <= 12:
        return None
    return {"MONTH": int(count), "SEASON": 3 * int(count)}.get(unit) if count else None


def nth(found: Found, tokens: Tokens) -> Point | None:
    """«دومین ماه سال ۱۴۰۴», «ماه سوم پاییز», «سومین فصل امسال»."""
    point, unit = whole(found), found.one("unit") or found.one("unit2")
    number = found.value("place") or found.value("place2")
    assert unit is not None
    if point is None or unit.value.plural or point.width != 1:
        return None
    size = 3 if unit.cls == "SEASON" else 1
    first, last = point.months or (1, 12)
    start = first + size * (int(number.value) - 1)
    if start + size - 1 > last or (point.months and unit.cls == "SEASON"):
        return None
    return replace(point, months=(start, start + size - 1), grain=unit.cls.lower())


def some(found: Found, tokens: Tokens) -> Value | None:
    """«ماه‌های نخست سال», «روزهای پایانی آبان», «سال‌های اول»."""
    unit, which = found.one("unit"), found.one("which")
    assert unit is not None
    assert which is not None
    if not unit.value.plural or (which.cls == "ORD" and which.value.value != 1):
        return None
    name = "end" if which.cls in ("FINAL", "END") else "start"
    point = whole(found)
    if point is None:
        return Value(grain=unit.cls.lower(), modifier=name)
    return Part(whole=point, modifier=name, calendar=point.calendar, grain=point.grain)


def first_days(found: Found, tokens: Tokens) -> Value | None:
    """«ده روز نخست مهر», «پنج روز پایانی سال»; of «چند روز اول», «دو روز پایانی هفته» no value.

    «پایان» without a period is a verb's: «پس از ۳۶ ساعت پایان یافت».
    """
    long, which, point = found.value("length"), found.one("which"), whole(found)
    month = found.one("month")
    if which is None or (month and month.cls == "MONTHDOUBT" and month.value[0] == "gregorian"):
        return None
    if which.cls == "END" and point is None and tokens[which.first].key != "آخر":
        return None
    days = int(long.count * {"DAY": 1, "WEEK": 7}.get(long.unit, 0))
    stop = days * (int(which.value.value) if which.cls == "ORD" else 1)
    if point is None or point.width > 1 or not 0 < stop < 30:
        return Value(grain=long.grain)
    first, last = point.months or (1, 12)
    if which.cls in ("FINAL", "END"):
        return replace(point, months=(last, last), days=(-days, 99), grain="day")
    return replace(point, months=(first, first), days=(stop - days + 1, stop), grain="day")


def first_of(found: Found, tokens: Tokens) -> Value | None:
    """«اول هفته», «اول سال ۱۴۰۴»."""
    if tokens[found.first].key != "اول" or found.counted():
        return None
    inner, noun = found.value("inner"), found.one("noun")
    if noun is not None:
        if noun.value.plural:
            return None
        bare: Value = Point(shift=0, grain="year")
        inner = Shift(unit="WEEK", count=0, grain="week") if noun.cls == "WEEK" else bare
    return Part(whole=inner, modifier="start", calendar=inner.calendar, grain=inner.grain)


def modified(found: Found, tokens: Tokens) -> Value | None:
    """«اوایل آبان», «پایان سال», «ابتدای سال ۱۴۰۴», «حدود ساعت ۸»."""
    modifier = found.one("modifier")
    assert modifier is not None
    inner: Value | None = found.value("inner")
    month = found.one("month")
    if month is not None:
        if month.cls == "MONTHDOUBT" and month.value[0] == "gregorian":
            return None
        inner = whole(found)
    if found.one("number"):
        stolen = modifier.cls == "ABOUT" or counted(tokens, found.last)
        inner = None if stolen or not found.value("number").digits else whole(found)
    if not isinstance(inner, Value):
        inner = _current(found, tokens)
    if inner is None:
        return None
    name = {"HALF": "mid"}.get(modifier.cls, modifier.cls.lower())
    if name == "about" or isinstance(inner, Clock):
        return replace(inner, modifier=name)
    vague = key_at(tokens, modifier.first) in near("vague-part")
    return Part(
        vague=vague,
        whole=inner,
        modifier=name,
        calendar=inner.calendar,
        grain=inner.grain,
        type=inner.type,
    )


def _current(found: Found, tokens: Tokens) -> Value | None:
    """The present year, month or week, of which a bare noun says a part («اواخر سال»)."""
    noun = found.one("noun")
    if noun is None or noun.value.plural or key_at(tokens, found.last) in near("special-year"):
        return None
    if found.value("kind") == "autumn":
        return AutumnYear(shift=0, grain="year")
    current: dict[str, Value] = {
        "YEAR": Point(calendar=era_of(found)[0] or "jalali", shift=0, grain="year"),
        "MONTH": Point(calendar=era_of(found)[0] or "jalali", month_shift=0, grain="month"),
        "WEEK": Shift(unit="WEEK", count=0, grain="week"),
    }
    return current.get(noun.cls)


WHOLE = "(?: (?P<point>YEARPOINT|MONTHPOINT|YEARSPAN) | (?P<number>NYEAR) | (?P<year>YEAR) | (?P<monthnoun>MONTH) | (?P<month>MONTHANY) )"
WHICH = "(?P<which>ORD|INITIAL|FINAL|END)"
PARTS_OF = (
    Rule("half-of", f"(?P<noun>HALF|WEEK|DECADE|SEASON) {WHICH} EZAFE? {WHOLE}", "POINT", part_of),
    Rule(
        "nth-part-of", f"(?P<which>ORD) (?P<noun>WEEK|DECADE|HALF) FROM? {WHOLE}", "POINT", part_of
    ),
    Rule(
        "months-of",
        f"(?P<length>LENGTH|LENGTHADJ|NPART) {WHICH} EZAFE? {WHOLE}",
        "POINT",
        months_of,
    ),
    Rule(
        "season-of",
        "(?: (?P<place>ORD) (?P<unit>SEASON) | (?P<unit2>SEASON) (?P<place2>ORD) ) "
        "FROM? (?: (?P<point>YEARPOINT) | (?P<year>YEAR) )",
        "SEASONPOINT",
        nth,
    ),
    Rule(
        "month-of",
        "(?: (?P<place>ORD) (?P<unit>MONTH) | (?P<unit2>MONTH) (?P<place2>ORD) ) "
        "FROM? (?: (?P<point>YEARPOINT|SEASONPOINT) | (?P<year>YEAR) )",
        "MONTHPOINT",
        nth,
    ),
    Rule(
        "some-of",
        f"(?:THIS|THAT)? (?P<unit>DAY|WEEK|MONTH|YEAR) {WHICH} EZAFE? {WHOLE}?",
        "POINT",
        some,
    ),
    Rule("first-months-of", "(?P<length>LENGTHADJ) (?P<point>YEARPOINT)", "POINT", months_of),
    Rule(
        "first-days",
        f"(?P<length>LENGTH) {WHICH} (?: EZAFE? {WHOLE} | WEEK | SEASON )?",
        "LENGTH",
        first_days,
    ),
    Rule(
        "day-of-period",
        "(?: DAY (?: (?P<day>ORD) | (?P<end>END|FINAL) ) | (?: (?P<day2>ORD) | (?P<end2>END) ) DAY ) FROM? (?: (?P<point>YEARPOINT|MONTHPOINT|SEASONPOINT) | (?P<year>YEAR) | (?P<month>MONTHANY) | (?P<week>WEEK|WEEKPOINT) )",
        "DATE",
        weeks_day,
    ),
)
MODIFIED = (
    Rule(
        "first-of",
        "ORD (?: (?P<inner>YEARPOINT|WEEKPOINT) | (?P<noun>WEEK|YEAR) )",
        "POINT",
        first_of,
    ),
    Rule(
        "part-of",
        "(?P<modifier>START|MID|END|HALF|ABOUT) EZAFE? (?: (?P<inner>CALENDARED|SPAN|WEEKPOINT|DAYPOINT|WEEKDAYPOINT|TIME|TIMESPAN|LENGTH) | (?P<number>NYEAR) | (?P<noun>YEAR|MONTH|WEEK) (?: (?P<era>ERA) | (?P<kind>YEARKIND) )? | (?P<month>MONTHANY) )",
        "POINT",
        modified,
    ),
)
