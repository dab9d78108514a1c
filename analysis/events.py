"""One row an event over all articles: who met whom, with all the sentences that say so.

Meetings of one pair are one event when their type, people and days agree. Days unknown, they
agree when the articles appeared within a week. A planned meeting and the later report of it stay
two rows, linked by `follows`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from .corpus import published_days
from .meetings.alike import same_person
from .tables import frame

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
KEPT = ("type", "host_iso3", "place", "occasion", "plover")
SIDES = ("actor", "counterpart")
PARTS = ("", "_role", "_organisation", "_iso3")
TALKS = frozenset(["bilateral", "multilateral", "call"])
RANK = {"cancelled": 3, "held": 2, "under_way": 1, "planned": 0}
NEAR = timedelta(days=7)
AHEAD = timedelta(days=60)


@dataclass
class Event:
    """Tellings of one event, in the order of their articles' publication."""

    tellings: list[Row]

    @property
    def happened(self) -> bool:
        """Whether some telling says more than that it is planned."""
        return any(row["status"] != "planned" for row in self.tellings)

    @property
    def days(self) -> tuple[str, str] | None:
        """First and last day, those that a text gives before those inherited."""
        dated = [row for row in self.tellings if row["first"]]
        best = min(dated, key=lambda row: row["date_source"] != "text", default=None)
        return (best["first"], best["last"]) if best else None


def events(meetings: "pd.DataFrame", articles: "pd.DataFrame") -> "pd.DataFrame":
    """Merge the meetings of all articles into events: table `events`.

    `articles` gives the days of publication; an article without one merges by days and occasion.
    """
    published = {row["article"]: _day(row["published"]) for row in _rows(articles)}
    tellings = [{**row, "day": published.get(row["article"])} for row in _rows(meetings)]
    tellings.sort(key=lambda row: (row["day"] or date.max, row["article"], row["start"]))
    pairs: dict[tuple[str, ...], list[Event]] = {}
    for row in tellings:
        found = pairs.setdefault(_pair(row), [])
        same = next((event for event in found if _same(event, row)), None)
        if same:
            same.tellings.append(row)
        else:
            found.append(Event([row]))
    return frame("events", _table(pairs.values()))


def _rows(table: "pd.DataFrame") -> list[Row]:
    records = table.astype(object).where(table.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in records]


def _day(published: str | None) -> date | None:
    return published_days(published)[0] if published else None


def _who(row: Row, side: str) -> str:
    return str(row[f"{side}_iso3"] or row[f"{side}_organisation"] or row[side] or "")


def _pair(row: Row) -> tuple[str, ...]:
    """What must be equal: the pair (in order for a visit) or the conference, and the family."""
    if row["type"] == "conference":
        return ("conference", row["occasion"] or "")
    ends = [_who(row, side) for side in SIDES]
    family = "talks" if row["type"] in TALKS else row["type"]
    return (family, *(ends if row["type"] == "visit" else sorted(ends)))


def _same(event: Event, row: Row) -> bool:
    """Whether a telling tells the event: status, form, people and days agree."""
    first = event.tellings[0]
    if (row["status"] == "planned") == event.happened and row["status"] != "cancelled":
        return False
    if (row["type"] == "call") != (first["type"] == "call"):
        return False
    return all(_people_agree(other, row) for other in event.tellings) and _time_agrees(event, row)


def _people_agree(one: Row, two: Row) -> bool:
    """Whether no side has two different titles or surnames."""
    sides = {_who(one, side): side for side in SIDES}
    for side in SIDES:
        other = sides.get(_who(two, side))
        if other is None:
            continue
        if not same_person((one[other], one[f"{other}_role"]), (two[side], two[f"{side}_role"])):
            return False
    return True


def _time_agrees(event: Event, row: Row) -> bool:
    if event.days and row["first"]:
        return bool(event.days[0] <= row["last"] and row["first"] <= event.days[1])
    if row["occasion"] and any(row["occasion"] == other["occasion"] for other in event.tellings):
        return True
    days = [other["day"] for other in event.tellings if other["day"]]
    if not days or not row["day"]:
        return any(other["article"] == row["article"] for other in event.tellings)
    return bool(row["day"] - days[-1] <= NEAR)


def _table(groups: Iterable[list[Event]]) -> Iterator[Row]:
    seen: Counter[str] = Counter()
    for group in groups:
        names = {id(event): _id(event, seen) for event in group}
        for event in group:
            plan = _plan(event, group)
            yield _row(event, names[id(event)], names[id(plan)] if plan else None)


def _id(event: Event, seen: Counter[str]) -> str:
    row = event.tellings[0]
    when = event.days[0] if event.days else str(row["day"] or "undated")
    parts = [row["type"], *(_who(row, side) for side in SIDES), when]
    name = "-".join(part for part in parts if part).replace(" ", "_")
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def _plan(event: Event, group: list[Event]) -> Event | None:
    """The latest plan that an event carries out."""
    plans = [other for other in group if not other.happened and event.happened]
    return next((plan for plan in reversed(plans) if _carries_out(event, plan)), None)


def _carries_out(event: Event, plan: Event) -> bool:
    row, planned = event.tellings[0], plan.tellings[0]
    if (row["type"] == "call") != (planned["type"] == "call") or not _people_agree(planned, row):
        return False
    if not _something_agrees(planned, row):
        return False
    if event.days and plan.days:
        return event.days[0] <= plan.days[1] and plan.days[0] <= event.days[1]
    if row["day"] and planned["day"]:
        return bool(timedelta(0) <= row["day"] - planned["day"] <= AHEAD)
    return bool(row["occasion"] and row["occasion"] == planned["occasion"])


def _something_agrees(planned: Row, row: Row) -> bool:
    """Whether a plan and an event share a person, a title, a place or an occasion.

    Talks of two countries of which no more is told are alike as well.
    """
    if any(planned[name] and planned[name] == row[name] for name in ("place", "occasion")):
        return True
    told = [_people(one) for one in (planned, row)]
    return bool(told[0] & told[1]) or not any(told)


def _people(row: Row) -> set[tuple[str, str]]:
    """Surnames and titles of a meeting, with the side they are of."""
    found = set()
    for side in SIDES:
        who = _who(row, side)
        found |= {(who, row[side].split()[-1])} if row[side] else set()
        found |= {(who, row[f"{side}_role"])} if row[f"{side}_role"] else set()
    return found


def _row(event: Event, name: str, follows: str | None) -> Row:
    tellings = event.tellings
    status = max((row["status"] for row in tellings), key=lambda value: RANK.get(value, -1))
    days = event.days
    made: Row = {"event": name, "status": status, "follows": follows}
    for column in KEPT:
        made[column] = next((row[column] for row in tellings if row[column]), None)
    for side in SIDES:
        made |= _side(tellings, side)
    if days:
        source = any(row["date_source"] == "text" for row in tellings)
        made |= {
            "first": days[0],
            "last": days[1],
            "date_source": "text" if source else "inherited",
        }
    topics = {topic for row in tellings for topic in (row["topics"] or "").split("; ") if topic}
    made["topics"] = "; ".join(sorted(topics)) or None
    made["articles"] = len({row["article"] for row in tellings})
    made["tellings"] = len(tellings)
    made["evidence"] = "; ".join(f"{r['article']}:{r['start']}-{r['end']}" for r in tellings)
    return made


def _side(tellings: list[Row], side: str) -> Row:
    """A side as the first telling has it, its gaps filled by the others."""
    who = _who(tellings[0], side)
    same = [(row, s) for row in tellings for s in SIDES if _who(row, s) == who]
    return {
        side + part: next((row[s + part] for row, s in same if row[s + part]), None)
        for part in PARTS
    }
