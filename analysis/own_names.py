"""A user's own names: `lexicon.csv` in the corpus folder, beside `articles/` or in it.

    surface,label,name,iso3
    شرکت پیشگامان کویر,ORGANISATION,شرکت پیشگامان کویر یزد,IRN

`surface` is how the name is written (half-spaces and spaces do not matter), `label` a class of
the entities table, `name` the canonical name (the surface if empty), `iso3` a country or empty.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

FILE = "lexicon.csv"
COLUMNS = ("surface", "label", "name", "iso3")
LABELS = frozenset({"PERSON", "ORGANISATION", "COUNTRY", "PLACE", "EVENT", "PROGRAMME", "ROLE"})


class OwnName(NamedTuple):
    """One line of a user's lexicon."""

    surface: str
    label: str
    name: str
    iso3: str | None


def file_for(article: Path) -> Path | None:
    """The lexicon that holds for an article: in its folder, or in the folder above."""
    for folder in (article.parent, article.parent.parent):
        if (folder / FILE).is_file():
            return folder / FILE
    return None


def read(path: Path) -> tuple[OwnName, ...]:
    """Read a lexicon.

    Raises BadInput naming the line for a missing column or surface, an unknown label, a country
    that is no code of three capital letters.
    """
    from .corpus import BadInput

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(rows_of(file))
    except (OSError, ValueError, csv.Error) as error:
        raise BadInput(path, str(error)) from None


def rows_of(lines: Iterable[str]) -> Iterator[OwnName]:
    """Read the lines of a lexicon; ValueError as `read` raises BadInput."""
    rows = csv.DictReader(lines)
    missing = [name for name in COLUMNS[:2] if name not in (rows.fieldnames or ())]
    if missing:
        raise ValueError(f"has no column '{missing[0]}'")
    for row in rows:
        yield _row(rows.line_num, {name: (row.get(name) or "").strip() for name in COLUMNS})


def _row(line: int, row: dict[str, str]) -> OwnName:
    if not row["surface"]:
        raise ValueError(f"line {line}: no surface")
    if row["label"] not in LABELS:
        raise ValueError(f"line {line}: '{row['label']}' is no label ({', '.join(sorted(LABELS))})")
    if row["iso3"] and not re.fullmatch("[A-Z]{3}", row["iso3"]):
        raise ValueError(f"line {line}: '{row['iso3']}' is no ISO 3166-1 alpha-3 code")
    return OwnName(row["surface"], row["label"], row["name"] or row["surface"], row["iso3"] or None)
