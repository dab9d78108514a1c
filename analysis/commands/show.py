"""One article's tables, to read, or as JSON or CSV."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from ..corpus import Article, BadInput, published_days, read_article, text_of
from ..markup.page import seen
from ..pipeline import Notes, annotate
from ..tables import SCHEMAS, write
from ..tables.frames import plain

HIDDEN = ("article", "sentence", "start", "end", "text")


def read(name: str, published: str | None = None) -> Article:
    """Read an article from a file, or from the standard input for "-"."""
    if published is not None:
        try:
            published_days(published)
        except ValueError as error:
            raise BadInput("--published", str(error)) from None
    if name == "-":
        text, encoding = text_of(sys.stdin.buffer.read(), "standard input")
        return Article("stdin", text, published=published, encoding=encoding)
    article = read_article(name)
    return article if published is None else replace(article, published=published)


def as_text(notes: Notes) -> str:
    """All tables to read: a line a row, its words first, then what is known of them."""
    lines = []
    for name, rows in notes.rows.items():
        lines.append(f"{name}: {len(rows)}")
        lines += [f"  {seen(_line(plain(name, row)))}" for row in rows]
    return "\n".join(lines)


def as_json(notes: Notes) -> str:
    """All tables as one JSON object: a list of rows by table."""
    tables = {name: [plain(name, row) for row in rows] for name, rows in notes.rows.items()}
    return json.dumps(tables, ensure_ascii=False, indent=1)


def as_csv(notes: Notes, folder: Path) -> str:
    """Write all tables into a folder; what was written."""
    paths = write({name: notes.table(name) for name in notes.rows if name in SCHEMAS}, folder)
    return f"wrote {len(paths)} files to {folder}"


def _line(row: dict[str, object]) -> str:
    known = [
        f"{key}={value:.15g}" if isinstance(value, float) else f"{key}={value}"
        for key, value in row.items()
        if value is not None and key not in HIDDEN
    ]
    words = row.get("text")
    return ("" if words is None else f"«{' '.join(str(words).split())}» ") + " ".join(known)


def show(name: str, published: str | None, *, json_wanted: bool, csv: Path | None) -> str:
    """Annotate an article and give its tables in the form asked for."""
    notes = annotate(read(name, published))
    if csv is not None:
        return as_csv(notes, csv)
    return as_json(notes) if json_wanted else as_text(notes)
