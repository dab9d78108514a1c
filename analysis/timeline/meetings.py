"""Meetings as dated facts: one for all the pairs of one meeting."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from ..corpus import published_days
from ..lexicon import load
from ..text import Row, Text
from .evidence import sentence_row

HAPPENED = frozenset(["held", "under_way", "cancelled"])
SHOWN = 3


def met(
    text: Text, dates: Sequence[Row], entities: Sequence[Row], meetings: Sequence[Row]
) -> Iterator[Row]:
    """A fact for each meeting that has days of its own, or that happened and has none."""
    names = _names(text, entities)
    dated: dict[int, list[Row]] = {}
    for date in dates:
        if date["type"] == "DATE" and date.get("first"):
            dated.setdefault(date["sentence"], []).append(date)
    told = [row for row in meetings if row.get("date_source") != "inherited"]
    for _, pairs in groupby(told, key=_key):
        group = list(pairs)
        row = group[0]
        what = _label(group, names, text.article.country)
        values = _days(text, row, dated.get(row["sentence"], []))
        if values and what:
            rule = "meeting" if "calendar" in values else "published"
            values |= {"what": what, "kind": row["type"]}
            yield sentence_row(text, row["sentence"], rule, values)


def _key(row: Row) -> tuple[object, ...]:
    actor = row.get("actor"), row.get("actor_role"), row.get("actor_iso3")
    together = row["type"] == "multilateral"
    days = row.get("first"), row.get("last")
    return row["sentence"], row["type"], row.get("status"), *days, None if together else actor


def _days(text: Text, row: Row, near: list[Row]) -> Row | None:
    """When a meeting was: its own days, else the publication.

    A cancelled meeting is dated by the news of it. What is under way was so on the only date of
    its sentence; a date that is not the meeting's says nothing of one that is over.
    """
    if row.get("first"):
        same = [date for date in near if date["first"] == row["first"]]
        return _period(row, same[0].get("calendar") if same else None)
    if row.get("status") not in HAPPENED:
        return None
    if near and row["status"] != "cancelled":
        going_on = row["status"] == "under_way" and len(near) == 1
        return _period(near[0], near[0].get("calendar")) if going_on else None
    if not text.article.published:
        return None
    first, last = published_days(text.article.published)
    return {"first": first.isoformat(), "last": last.isoformat(), "approximate": True}


def _period(row: Row, calendar: str | None) -> Row:
    about = row.get("modifier") == "about"
    days = {"first": row["first"], "last": row["last"]}
    return {**days, "calendar": calendar, "approximate": about}


def _names(text: Text, entities: Sequence[Row]) -> dict[str, str]:
    """Names of countries: as listed, the article's own first."""
    named = dict(_countries())
    named |= {
        row["iso3"]: row["name"]
        for row in entities
        if row["label"] == "COUNTRY" and row.get("iso3") and row.get("name")
    }
    return named


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    return tuple((entry["iso3"], entry["name"]) for entry in load("countries"))


def _label(group: list[Row], names: dict[str, str], home: str) -> str | None:
    """Name a meeting: «سفر ... به ...», «دیدار ... با ...», or the conference's name."""
    row = group[0]
    if row["type"] == "conference":
        return row.get("occasion")
    template = next(entry["label"] for entry in load("timeline") if entry["kind"] == row["type"])
    actor = _party(row, "actor", names, home)
    others = [_party(pair, side, names, "") for pair, side in _others(group)]
    place = row.get("place") or names.get(row.get("host_iso3") or "", "")
    filled = {"actor": actor, "others": _listed([who for who in others if who]), "place": place}
    words = str(template)
    for slot, preposition in (("others", " با "), ("place", " به "), ("actor", " ")):
        if not filled[slot]:
            words = words.replace(f"{preposition}{{{slot}}}", "")
    words = words.format(**filled)
    return f"{words} (لغو شد)" if row.get("status") == "cancelled" else words


def _others(group: list[Row]) -> Iterator[tuple[Row, str]]:
    """The sides that meet the first one; those of one table once for each country."""
    if group[0]["type"] != "multilateral":
        yield from ((pair, "counterpart") for pair in group)
        return
    told = {_whose(group[0], "actor")}
    for pair in group:
        for side in ("counterpart", "actor"):
            if _whose(pair, side) not in told:
                told.add(_whose(pair, side))
                yield pair, side


def _whose(row: Row, side: str) -> str | None:
    return row.get(f"{side}_iso3") or row.get(f"{side}_organisation")


def _party(row: Row, side: str, names: dict[str, str], home: str) -> str:
    """One side of a meeting: its name, else its role and organisation with its country."""
    if row.get(side):
        return str(row[side])
    country = row.get(f"{side}_iso3")
    land = "" if country in (None, home) else names.get(country, "")
    role, body = row.get(f"{side}_role") or "", row.get(f"{side}_organisation") or ""
    told = set(role.split()) & {*body.split(), "وزیر"}  # «رئیس مجلس», «وزیر نفت» say whose
    what = role if told else f"{role} {body}".strip()
    if what and land and land not in what:
        return f"{what}{'ی' if what.endswith(('و', 'ا')) else ''} {land}"
    return what or names.get(country or "", "")


def _listed(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    if len(names) > SHOWN:
        return "، ".join(names[: SHOWN - 1]) + " و دیگران"
    return " و ".join(["، ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
