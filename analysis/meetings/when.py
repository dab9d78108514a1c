"""The days of a meeting by its own clause, and what they say of its status."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from .. import numerals
from ..clauses import Verb
from .reading import Reading
from .readings import TELLING
from .scene import Proposal, is_verbal_chunk
from .setting import Frame
from .words import context

TOLD = frozenset(
    ["خبر", "اعلام", "اظهار", "تاکید", "تأکید", "بیان", "تصریح", "عنوان", "ابراز", "اشاره"]
)
DATED = frozenset(
    ["تاریخ", "مورخ", "روز", "شب", "صبح", "عصر", "ظهر", "شامگاه", "بامداد", "همان", "سال", "هفته"]
)
HALF_YEAR, YEAR = 183, 366
DAYS, LASTING = frozenset(["DATE", "TIME"]), frozenset(["visit", "conference"])
FOR_LONG, DAYS_LONG = "مدت", re.compile(r"P([1-9]\d?)D")


def days_of(frame: Frame, proposal: Proposal) -> tuple[str, str] | None:
    """First and last day that the clause gives for the meeting."""
    reading = proposal.reading
    if proposal.type in LASTING and _ends(frame, reading):
        return None
    found = [at for at in range(reading.first, reading.last) if is_date(frame, reading, at)]
    if proposal.type == "conference":
        found += [at for at in (proposal.trigger + 1,) if _plain_date(frame, at)]
    if not (found or reading.relative):
        found = [at for at in reading.opening if is_date(frame, reading, at)]
    found = [at for at in found if not _of_telling(frame, proposal, at)]
    if not found:
        return None
    nearest = min(found, key=lambda at: (abs(at - proposal.trigger), at))
    row = frame.chunks[nearest].data
    status = proposal.status if proposal.sure else "cancelled"
    return (row["first"], _end(frame, reading, row)) if agrees(frame, status, row) else None


def _ends(frame: Frame, reading: Reading) -> bool:
    """Whether a clause only says when something ended: «سفر ... سه‌شنبه پایان یافت»."""
    return any(frame.key(c) == "پایان" for c in frame.chunks[reading.first : reading.last])


def _end(frame: Frame, reading: Reading, row: Mapping[str, Any]) -> str:
    """The last day; of one day «به مدت چهار روز» the fourth."""
    days = [
        DAYS_LONG.fullmatch(chunk.data["edtf"])
        for chunk in frame.chunks[reading.first : reading.last]
        if chunk.kind == "T"
        and chunk.data.get("type") == "DURATION"
        and frame.text.tokens[chunk.first - 1].key == FOR_LONG
    ]
    if row["first"] != row["last"] or len(days) != 1 or days[0] is None:
        return str(row["last"])
    return str(date.fromisoformat(row["first"]) + timedelta(days=int(days[0][1]) - 1))


def status_by(frame: Frame, proposal: Proposal, days: tuple[str, str] | None) -> str:
    """A status only supposed gives way to the days: those to come are planned."""
    published = (frame.text.article.published or "")[:10]
    if (
        proposal.status == "under_way"
        and days
        and days[1] < published
        and _is_trip(frame, proposal)
    ):
        return "held"
    if proposal.sure or days is None or len(published) < 10 or proposal.status == "cancelled":
        return proposal.status
    if days[0] > published:
        return "planned"
    return "held" if days[1] < published else proposal.status


def _is_trip(frame: Frame, proposal: Proposal) -> bool:
    """Whether a visit is told as a whole: «سفر کرده است», not «وارد ... شد»."""
    trigger = frame.chunks[proposal.trigger]
    return trigger.data.get("type") == "visit" and "action" not in trigger.data


def is_date(frame: Frame, reading: Reading, at: int) -> bool:
    """Whether chunk `at` is a date that stands free in the clause, not one of another noun."""
    if not _plain_date(frame, at) or frame.slot(at + 1) == "object":
        return False
    if frame.chunks[at].data.get("rule") == "length-relative" and _counts(frame, reading):
        return False
    before = frame.chunks[at - 1] if at > reading.first else None
    if before is None or before.kind not in ("w", "p", "E", "O"):
        return True
    if before.kind in ("E", "O"):
        return frame.chunks[at].data["anchor"] in ("published", "narrative")
    if before.kind == "p":
        return before.data["slot"] in ("in", "from", "during", "to", "of", "purpose")
    pair = frame.key(frame.chunks[at - 2]) + frame.key(before) if at - 2 >= reading.first else ""
    return frame.key(before) in DATED | context("they") or pair in context("they")


def _counts(frame: Frame, reading: Reading) -> bool:
    """Whether a clause says how many meetings there were: «سومین دیدار ... در یک سال گذشته»."""
    tokens = frame.text.tokens[reading.clause.first : reading.clause.last]
    ordinal = any(numeral.kind == "ordinal" for numeral in numerals.find(tokens))
    return ordinal or any(token.key == "بار" for token in tokens)


def _plain_date(frame: Frame, at: int) -> bool:
    if at >= len(frame.chunks):
        return False
    chunk = frame.chunks[at]
    dated = chunk.kind == "T" and chunk.data.get("type") in DAYS and bool(chunk.data.get("first"))
    return dated and _length(chunk.data) <= YEAR


def _length(row: Any) -> int:
    """Days from first to last: a span of years says when something has not been."""
    return (date.fromisoformat(row["last"]) - date.fromisoformat(row["first"])).days


def _of_telling(frame: Frame, proposal: Proposal, at: int) -> bool:
    """Whether a date says when something was told, or another event, rather than the meeting."""
    trigger = proposal.trigger
    slot = frame.slot(trigger - 1) if trigger > proposal.reading.first else ""
    if slot in ("purpose", "before"):
        return not trigger - 2 < at
    joined = frame.chunks[trigger + 1].kind if trigger + 1 < len(frame.chunks) else ""
    if is_verbal_chunk(frame.chunks, trigger) or joined == "&":
        return at > trigger
    if slot in ("in", "during", "after"):
        return False
    return at < trigger and _tells(frame, proposal.reading.clause.verb)


def _tells(frame: Frame, verb: Verb | None) -> bool:
    if verb is None:
        return False
    return verb.lemma in TELLING or frame.text.tokens[max(0, verb.first - 1)].key in TOLD


def agrees(frame: Frame, status: str, row: Any) -> bool:
    """Whether days can be those of a meeting with this status, seen from the day of publication."""
    published = (frame.text.article.published or "")[:10]
    if len(published) < 10:
        return True
    if row.get("anchor") != "explicit" and "سال" not in row["text"] and _far(published, row):
        return False
    if status in ("held", "under_way"):
        return bool(row["first"] <= published)
    return status == "cancelled" or bool(row["last"] >= published)


def _far(published: str, row: Any) -> bool:
    """Whether a date without a year would be more than half a year away."""
    day = date.fromisoformat(published)
    return abs((date.fromisoformat(row["first"]) - day).days) > HALF_YEAR
