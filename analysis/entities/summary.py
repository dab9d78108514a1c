"""One row an entity, over all articles."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..tables import frame
from ..text import Row

if TYPE_CHECKING:
    import pandas as pd


def canonical(entities: "pd.DataFrame") -> "pd.DataFrame":
    """The table of canonical entities (see `table`) from the entities table of a corpus."""
    plain = entities.astype(object).where(entities.notna(), None)
    rows = (dict(zip(plain.columns, row, strict=True)) for row in plain.itertuples(index=False))
    return frame("canonical_entities", table(rows))


def table(rows: Iterable[Row]) -> list[Row]:
    """Rows of the entity table from rows of the entities table, most mentioned first.

    One row is one entity: label, entity, name (the fullest that a mention gives), iso3, variants
    (the surfaces, commonest first, joined by '; '), mentions, articles (in how many), first
    (article and start of the first mention: first_article, first_start).
    Roles that a person holds are mentions of the role, not of the person.

    >>> row = {"label": "PLACE", "entity": "place:باکو", "name": "باکو", "iso3": "AZE"}
    >>> row |= {"article": "a", "start": 3, "text": "باکو"}
    >>> [(one["name"], one["mentions"]) for one in table([row, row | {"start": 9}])]
    [('باکو', 2)]
    """
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault(_key(row), []).append(row)
    found = [_entity(*key, mentions) for key, mentions in groups.items()]
    return sorted(found, key=lambda one: (-one["mentions"], one["label"], one["entity"]))


def _key(row: Row) -> tuple[str, str]:
    if row["label"] == "ROLE":
        return "ROLE", f"role:{row.get('role') or row['name']}"
    return row["label"], row["entity"]


def _entity(label: str, entity: str, mentions: list[Row]) -> Row:
    surfaces = Counter(row["text"] for row in mentions)
    first = mentions[0]
    names = [row["role"] or row["name"] if label == "ROLE" else row["name"] for row in mentions]
    return {
        "label": label,
        "entity": entity,
        "name": max(names, key=len),
        "iso3": next((row["iso3"] for row in mentions if row.get("iso3")), None),
        "variants": "; ".join(surface for surface, _ in surfaces.most_common()),
        "mentions": len(mentions),
        "articles": len({row["article"] for row in mentions}),
        "first_article": first["article"],
        "first_start": first["start"],
    }
