"""Dated facts in order: what each article dates, with a short label and its evidence.

A fact is a meeting (visit, call, signing, conference ...) or whatever else the text gives a day,
month or year. Its evidence is the sentence. What happened but has no date of its own is dated by
the article's publication and marked approximate; what has no date at all is left out.
"""

from collections.abc import Iterator, Sequence

from ..text import Row, Text
from .contradictions import contradictions
from .dated import Scene, dated
from .meetings import met

__all__ = ["contradictions", "find"]


def find(
    text: Text, dates: Sequence[Row], entities: Sequence[Row], meetings: Sequence[Row]
) -> list[Row]:
    """Rows of the timeline table, in order of their days, then of the text.

    `rule` is "meeting" (dated by the text), "published" (a meeting dated only by the publication),
    "named" (an event or plan named beside its date) or "dated" (any other dated clause).

    >>> from analysis import annotate
    >>> annotate("پل تازه ۵ دی ۱۴۰۴ افتتاح می‌شود.").timeline[["what", "first"]].values.tolist()
    [['پل تازه افتتاح می\\u200cشود', '2025-12-26']]
    """
    scene = Scene(text, entities)
    dates = [date for date in dates if not scene.names(date)]
    told = list(met(text, dates, entities, meetings))
    lasts: dict[tuple[int, str | None], str] = {}
    for row in [*told, *meetings]:
        for sentence in (row["sentence"], *row.get("again", ())):
            days = sentence, row.get("first")
            lasts[days] = max(lasts.get(days, ""), row.get("last") or "")
    free = [
        date
        for date in dates
        if (date.get("last") or "") > lasts.get((date["sentence"], date.get("first")), "")
    ]
    rows = list(_once([*told, *dated(scene, free)]))
    return sorted(rows, key=lambda row: (row["first"], row["last"], row["start"]))


def _once(rows: list[Row]) -> Iterator[Row]:
    """Each fact once, where the text tells it first."""
    seen = set()
    for row in sorted(rows, key=lambda row: row["start"]):
        fact = row["what"], row["kind"], row["first"], row["last"]
        if fact not in seen:
            seen.add(fact)
            yield row
