"""Score meetings against short news items with the pairs that they tell.

The items are a TOML file like tests/examples/meetings.toml: `[[entry]]` with id, text, published,
country and `meetings`, each "actor | counterpart | type | status | days | place". A party is its
country's ISO code, a person's name after it where the item tells who it is, or an organisation.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..corpus import Article, BadInput

CODED = re.compile(r"([A-Z]{3}) .*")


class Told(NamedTuple):
    """One meeting: its pair as `A-B` in alphabetical order, type, status, days and their source."""

    pair: str
    type: str
    status: str
    days: str
    source: str
    place: str
    names: frozenset[str] = frozenset()


def run(paths: list[Path], errors: bool) -> str:
    """Report pairs' precision, recall and F1, and type, status, days and place over pairs found."""
    counts: Counter[str] = Counter()
    notes: list[str] = []
    for path in paths:
        for item in items(path):
            compare(item, counts, notes)
    lines = [f"items {counts['items']}, pairs {counts['gold']}", _scores(counts)]
    lines += [
        _share(counts, name)
        for name in ("type", "status", "type and status", "days", "place", "names")
    ]
    lines.append(f"wrong days given as explicit: {counts['wrong days']}")
    return "\n".join(lines + (notes if errors else []))


def items(path: Path) -> list[dict[str, Any]]:
    """Read the items of a file."""
    try:
        entries: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["entry"]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BadInput(path, f"is no file of news items: {error}") from None
    return entries


def compare(item: dict[str, Any], counts: Counter[str], notes: list[str]) -> None:
    """Count one item's pairs and what is right about them; note what is wrong."""
    gold, found = [read(line) for line in item["meetings"]], list(predict(item))
    counts["items"] += 1
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    for told in gold:
        match = max(
            (f for f in found if f.pair == told.pair),
            key=lambda f: _likeness(f, told),
            default=None,
        )
        if match is None:
            notes.append(f"{item['id']}: missed {told}")
            continue
        found.remove(match)
        counts["right"] += 1
        right = {name: getattr(told, name) == getattr(match, name) for name in told._fields}
        right["place"] = _place_agrees(told.place, match.place)
        surnames = {name.split()[-1] for name in match.names}
        right["names"] = all(name.split()[-1] in surnames for name in told.names)
        right["type and status"] = right["type"] and right["status"]
        counts.update(name for name, value in right.items() if value)
        counts["wrong days"] += match.source == "text" and match.days != told.days
        if not all(right.values()):
            notes.append(f"{item['id']}: {told} read as {match}")
    notes.extend(f"{item['id']}: false {told}" for told in found)


def _place_agrees(gold: str, found: str) -> bool:
    """Whether a place is the one meant, or in it; where none is given, any is right."""
    return not gold or gold in found


def _likeness(one: Told, two: Told) -> int:
    return sum(a == b for a, b in zip(one, two, strict=True))


def read(line: str) -> Told:
    """Read one gold line.

    >>> read("IRN | IRQ | visit | planned | inherited 2025-11-17 | بغداد").source
    'inherited'
    >>> sorted(read("IRN سید عباس عراقچی | OMN | bilateral | held |").names)
    ['سید عباس عراقچی']
    """
    actor, counterpart, kind, status, days, place = ([*map(str.strip, line.split("|")), ""])[:6]
    names = {who[4:] for who in (actor, counterpart) if CODED.match(who)}
    actor, counterpart = (CODED.sub(r"\1", who) for who in (actor, counterpart))
    source = "inherited" if days.startswith("inherited") else "text" if days else ""
    return Told(
        _pair(actor, counterpart),
        kind,
        status,
        days.removeprefix("inherited").strip(),
        source,
        place,
        frozenset(names),
    )


def _pair(*parties: str) -> str:
    return "-".join(sorted(parties))


def predict(item: dict[str, Any]) -> Iterator[Told]:
    """The pairs that the package reads out of an item."""
    from ..pipeline import annotate

    extra = {"country": item["country"]} if "country" in item else {}
    article = Article(item["id"], item["text"], published=item.get("published"), **extra)
    for row in annotate(article).rows["meetings"]:
        actor, counterpart = (
            row[f"{who}_iso3"] or row[f"{who}_organisation"] or row[who]
            for who in ("actor", "counterpart")
        )
        if actor and counterpart:
            days = "/".join(dict.fromkeys(day for day in (row["first"], row["last"]) if day))
            yield Told(
                _pair(actor, counterpart),
                row["type"],
                row["status"] or "",
                days,
                row["date_source"] or "",
                row["place"] or "",
                frozenset(row[who] for who in ("actor", "counterpart") if row[who]),
            )


def _scores(counts: Counter[str]) -> str:
    precision = counts["right"] / counts["found"] if counts["found"] else 0.0
    recall = counts["right"] / counts["gold"] if counts["gold"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


def _share(counts: Counter[str], name: str) -> str:
    share = counts[name] / counts["right"] if counts["right"] else 0.0
    return f"{name} right over the pairs found: {share:.3f}"
