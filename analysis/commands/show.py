"""One article's tables, to read, or as JSON, CSV or a marked page."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..corpus import Article, metadata_of, read_article, text_of
from ..markup import highlight
from ..markup.page import seen
from ..pipeline import Notes, annotate
from ..storage import write_files
from ..tables import SCHEMAS, write
from ..tables.frames import plain
from . import Outcome

HIDDEN = ("article", "sentence", "start", "end", "text")


def read(name: str, *, published: str | None = None, country: str | None = None) -> Article:
    """Read an article from a file, or from the standard input for "-"; what is told wins.

    Raises BadInput for a file, date or country that cannot be used.
    """
    told = {"published": published, "country": country}
    metadata: dict[str, Any] = metadata_of(
        "the command line", {key: word for key, word in told.items() if word}
    )
    if name == "-":
        text, encoding = text_of(sys.stdin.buffer.read(), "standard input")
        return Article(**({"id": "stdin"} | metadata), text=text, encoding=encoding)
    return replace(read_article(name), **metadata)


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


def as_html(notes: Notes, path: Path) -> str:
    """Write the article as a page with its mentions marked; what was written."""
    write_files(path.parent, {path.name: highlight(notes).to_html().encode("utf-8")})
    return f"wrote {path}"


def show(
    article: Article,
    *,
    json_wanted: bool = False,
    csv: Path | None = None,
    html: Path | None = None,
) -> Outcome:
    """Annotate an article and give its tables in the form asked for."""
    notes = annotate(article)
    if csv is not None:
        return Outcome(as_csv(notes, csv))
    if html is not None:
        return Outcome(as_html(notes, html))
    return Outcome(as_json(notes) if json_wanted else as_text(notes))
