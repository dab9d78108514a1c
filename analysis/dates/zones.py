"""Time zones that clock times name: «به وقت لندن», with the offset of their day."""

from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..lexicon import load


@cache
def constant() -> dict[str, str]:
    """Offsets of the zones that keep one all year round, by zone."""
    return {
        entry["value"]: entry["offset"]
        for entry in load("days")
        if entry["class"] == "ZONE" and "offset" in entry
    }


def offset(zone: str | None, day: date | None, hour: int) -> str:
    """A zone's offset as ISO 8601 writes it; "" where the day that decides it is not known.

    >>> offset("Europe/London", date(2025, 7, 1), 9), offset("Europe/London", None, 9)
    ('+01:00', '')
    """
    if zone is None or day is None or constant().get(zone) == "Z":
        return constant().get(zone or "", "")
    try:
        there = datetime.combine(day, time(min(hour, 23)), ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return constant().get(zone, "")
    return f"{there:%:z}"
