"""Rules for times of day, durations and recurring times."""

from dataclasses import replace

from ..text import Token
from .grammar import GROUPS, Found, Rule
from .guards import closed, counted, key_at, near
from .reading import Number
from .values import Clock, Shift, Value

Tokens = list[Token]
NOON = 12


def clock(found: Found, tokens: Tokens) -> Clock | None:
    """«ساعت ۱۸:۳۰», «ساعت هفت و نیم عصر», «ساعت ۲۰ و ۳۰ دقیقه به وقت تهران»."""
    inner = found.value("time")
    if isinstance(inner, Clock):
        time: Clock | None = inner
    else:
        time = _spoken(found, tokens)
    if time is None or time.hour is None:
        return None
    part, zone = found.one("part"), found.value("zone")
    name = part.value["part"] if part and isinstance(part.value, dict) else None
    if part is not None and name is None:
        name = "night"
    hour = in_part(time.hour, name, part.cls if part else "")
    about = found.one("about")
    modifier = "about" if about and about.cls == "ABOUT" else None
    return replace(time, hour=hour, part=name, zone=zone, modifier=modifier)


def in_part(hour: int, part: str | None, cls: str) -> int:
    """Hour of 24 from one of 12 and a part of the day."""
    late = part in ("afternoon", "evening") or (part == "noon" and hour < 4)
    if (late or (part == "night" and hour > 5)) and hour < NOON:
        return hour + NOON
    if hour == NOON and part in ("night", "midnight", "dawn"):
        return 24 if part == "night" else 0
    if cls == "HALFDAY" and part == "morning" and hour == NOON:
        return 0
    return hour


def _spoken(found: Found, tokens: Tokens) -> Clock | None:
    """Hour, minute and second from numbers."""
    hour: Number | None = found.value("hour")
    minute: Number | None = found.value("minute")
    second: Number | None = found.value("second")
    if hour is None or hour.value > 24 or hour.ordinal:
        return None
    minutes = int(hour.value % 1 * (100 if hour.digits else 60))
    if minutes > 59:
        return None
    if minute is not None:
        if minute.value < 1:
            minutes = int(minute.value * 60)
        elif found.one("minuteword") is None and not _sure(found, tokens, minute):
            return None
        else:
            minutes = int(minute.value)
    grain = "minute" if minutes or minute else "hour"
    seconds = int(second.value) if second else None
    return Clock(hour=int(hour.value), minute=minutes, second=seconds, grain=grain)


def _sure(found: Found, tokens: Tokens, minute: Number) -> bool:
    """Whether a number after «ساعت ۸ و» without «دقیقه» is minutes."""
    return (not minute.digits or minute.length == 2) and (
        closed(tokens, found.last) or found.after() != ""
    )


def to_hour(found: Found, tokens: Tokens) -> Clock | None:
    """«۱۵ دقیقه به ۸», «یک ربع به شش»: minutes before an hour."""
    amount, hour = found.value("amount") or found.value("amount2"), found.value("hour")
    at = found.one("to")
    assert at is not None
    if key_at(tokens, at.first) != "به" or not 1 <= hour.value <= 24:
        return None
    minutes = int(amount.value * 60) if amount.value < 1 else int(amount.value)
    if not 0 < minutes < 60:
        return None
    part = found.one("part")
    name = part.value["part"] if part and isinstance(part.value, dict) else None
    whole = in_part(int(hour.value), name, "") - 1
    return Clock(hour=whole, minute=60 - minutes, part=name)


def of_date(found: Found, tokens: Tokens) -> Clock | None:
    """«۱۴۰۲/۱۱/۰۵ ۰۹:۱۵ ه.ش»: the era is the date's, which stands before the time."""
    time = found.value("time")
    return time if found.before() == "DATE" and isinstance(time, Clock) else None


def part_clock(found: Found, tokens: Tokens) -> Clock | None:
    """«۷ صبح», «هفت و نیم عصر»."""
    hour: Number = found.value("hour")
    if found.before() in ("MONTHANY", "SLASH", "COLON") or hour.value > 24 or hour.ordinal:
        return None
    if hour.digits and hour.value % 1:
        return None
    if found.one("night") is not None:
        return _night_clock(found, tokens, hour)
    return clock(found, tokens)


def _night_clock(found: Found, tokens: Tokens, hour: Number) -> Clock | None:
    """«۹ شب» after «از», «تا» ...; otherwise «شب» is counted: «سه شب»."""
    beside = found.before() in ("FROM", "TO", "ABOUT", "AND", *GROUPS["DAYISH"])
    beside = beside or hour.value % 1 != 0 or key_at(tokens, found.last) in near("nightly")
    if not beside or not 7 <= hour.value <= NOON:
        return None
    minute = int(hour.value % 1 * 60)
    whole = in_part(int(hour.value), "night", "")
    return Clock(hour=whole, minute=minute, part="night", grain="minute" if minute else "hour")


def time_span(found: Found, tokens: Tokens) -> Clock | None:
    """«ساعت ۸ تا ۱۲», «از ۸:۳۰ تا ۱۰ شب», «۷ تا ۱۳:۳۰»."""
    start: Clock | Number = found.value("start")
    stop = found.value("stop")
    if isinstance(start, Number):
        if not isinstance(stop, Clock) or start.ordinal:
            return None
        written = stop.grain == "minute"
        if not (written or stop.part) or start.value > (24 if written else NOON):
            return None
        start = Clock(hour=int(start.value), minute=int(start.value % 1 * 60), grain="hour")
    if isinstance(stop, Number):
        if stop.value > 24 or stop.ordinal or found.after() in (*GROUPS["UNIT"], "UNITADJ"):
            return None
        stop = Clock(hour=int(stop.value), minute=int(stop.value % 1 * 60), grain="hour")
    if start.until is not None:
        return None
    if start.part is None and start.hour is not None and stop.part and stop.hour is not None:
        later = in_part(start.hour, stop.part, "PART")
        start = replace(start, hour=later if later < stop.hour else start.hour)
    return replace(start, until=stop)


def next_span(found: Found, tokens: Tokens) -> Clock | None:
    """«و ۱۵ تا ۱۸» after «ساعت ۸ تا ۱۲»."""
    start, stop = int(found.value("start").value), int(found.value("stop").value)
    before = found.units[found.match.start() - 2].value
    late = before.until is not None and before.until.hour <= start < stop
    if not late or counted(tokens, found.last) or found.after() in (*GROUPS["UNIT"], "UNITADJ"):
        return None
    return Clock(hour=start, minute=0, grain="hour", until=Clock(hour=stop, minute=0))


def zoned(found: Found, tokens: Tokens) -> Clock | None:
    """«ساعت ۸ تا ۱۲ به وقت تهران»."""
    time: Clock = found.value("time")
    zone = found.value("zone")
    return replace(time, zone=zone, until=time.until and replace(time.until, zone=zone))


def part_alone(found: Found, tokens: Tokens) -> Clock | None:
    """«صبح», «بامداد»; «عصر» and «شب» only beside a day."""
    unit = found.one("part")
    assert unit is not None
    entry = unit.value
    beside = bool({found.before(), found.after()} & {*GROUPS["DAYISH"], "POINT"})
    doubtful = unit.cls == "NIGHT" or entry.get("needs_context", False)
    if doubtful and not beside:
        return None
    if unit.cls == "NIGHT" and entry.plural:
        return None
    if not beside and key_at(tokens, unit.last) in ("خورشید", "آفتاب", "عاشورا"):
        return None
    name = "night" if unit.cls == "NIGHT" else entry["part"]
    return Clock(part=name, grain="part")


def hours_of(found: Found, tokens: Tokens) -> Clock | None:
    """«ساعات پایانی شب», «نخستین ساعات بامداد»."""
    which, part = found.one("which") or found.one("which2"), found.one("part")
    hours = found.one("hours") or found.one("hours2")
    assert which is not None
    assert part is not None
    if hours is None or not hours.value.plural:
        return None
    name = "night" if part.cls == "NIGHT" else part.value["part"]
    return Clock(part=name, grain="part", modifier="end" if which.cls == "FINAL" else "start")


def tonight(found: Found, tokens: Tokens) -> Value:
    """«امشب», «دیشب»: the night of a day."""
    return Shift(unit="DAY", count=found.value("night")["value"], grain="part", type="TIME")


def night_which(found: Found, tokens: Tokens) -> Value | None:
    """«شب گذشته», «شامگاه گذشته», «فردا شب» is a day and a part."""
    which = found.one("which")
    assert which is not None
    if found.counted():
        return None
    shift = {"last": -1, "ago": -1, "next": 1, "in": 1}.get(which.value or "", 1)
    if which.cls == "RECENT" or which.cls == "CURRENT":
        return None
    return Shift(unit="DAY", count=shift, narrative=which.cls == "AFTER", grain="part", type="TIME")


PART = "(?: (?P<part>PART|HALFDAY|NIGHT|SPOKEN) (?!WHICH) )?"
ZONE = "(?: OPEN? (?P<zone>ZONE) )?"
MINUTES = "(?: AND (?P<minute>MINUTENUM|NPART) (?P<minuteword>MINUTE)? (?: AND (?P<second>MINUTENUM) SECOND )? )?"
CLOCKS = (
    Rule(
        "clock-to-hour",
        "HOUR? (?: (?P<amount>MINUTENUM) MINUTE | (?P<amount2>NPART) ) (?P<to>AT) HOUR? (?P<hour>HOURNUM) (?P<part>PART)?",
        "TIME",
        to_hour,
    ),
    Rule("clock-era", "(?P<time>TIME) ERA", "TIME", of_date),
    Rule(
        "clock-time",
        f"SHARP? HOUR? (?P<about>ABOUT|SHARP)? (?P<time>TIME) MINUTE? {PART} {ZONE}",
        "TIME",
        clock,
    ),
    Rule(
        "clock-hour",
        f"SHARP? HOUR (?P<about>ABOUT|SHARP)? (?P<hour>HOURNUM|NPART) {MINUTES} {PART} {ZONE}",
        "TIME",
        clock,
    ),
    Rule(
        "clock-hour-only",
        f"SHARP? HOUR (?P<about>ABOUT|SHARP)? (?P<hour>HOURNUM|NPART) {PART} {ZONE}",
        "TIME",
        clock,
    ),
    Rule(
        "clock-part",
        f"(?P<hour>HOURNUM|NPART) (?: (?P<part>PART|HALFDAY) | (?P<night>NIGHT) ) {ZONE}",
        "TIME",
        part_clock,
    ),
    Rule("clock-span", "(?P<start>TIME|HOURNUM) TO (?P<stop>TIME|HOURNUM)", "TIMESPAN", time_span),
    Rule(
        "clock-span-next",
        "(?<=TIMESPAN AND) (?P<start>HOURNUM) TO (?P<stop>HOURNUM)",
        "TIMESPAN",
        next_span,
    ),
    Rule("clock-zone", "(?P<time>TIME|TIMESPAN) OPEN? (?P<zone>ZONE)", "TIMESPAN", zoned),
)
PARTS = (
    Rule(
        "hours-of-part",
        "(?: (?P<which>INITIAL|FINAL|ORD) (?P<hours>HOUR) | (?P<hours2>HOUR) (?P<which2>INITIAL|FINAL) ) (?P<part>PART|NIGHT)",
        "TIME",
        hours_of,
    ),
    Rule("night-relative", "(?: NIGHT | PART ) (?P<which>WHICH)", "DAYPOINT", night_which),
    Rule("tonight", "(?P<night>TONIGHT)", "DAYPOINT", tonight),
    Rule("part-of-day", "(?P<part>PART|NIGHT)", "TIME", part_alone),
)
