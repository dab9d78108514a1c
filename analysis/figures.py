"""Exported figures: every chart in Persian and English as PNG, SVG and PDF with its plotted data.

Files are named `<notebook>-<question>-<language>.<format>`; `index.csv` lists them with caption,
alternative text and the digests of what they were made from. The same tables give the same bytes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from csv import DictReader
from hashlib import sha256
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .storage import locked, write_files

if TYPE_CHECKING:
    import pandas as pd

    from .charts import Chart

LANGS = ("fa", "en")
FORMATS = ("png", "svg", "pdf")
INDEX = "index.csv"


class Figure(NamedTuple):
    """What is exported: for which notebook, to which question, by which chart."""

    notebook: str
    question: str
    chart: str

    @property
    def stem(self) -> str:
        """The name of its files but for language and format."""
        return f"{self.notebook}-{self.question}"


FIGURES = (
    Figure("00-the-article", "what-is-named", "entities_named"),
    Figure("00-the-article", "what-is-damaged", "defects_found"),
    Figure("00-the-article", "how-many-articles", "articles_over_time"),
    Figure("01-conference-timeline", "when", "timeline"),
    Figure("01-conference-timeline", "claim-against-record", "claims"),
    Figure("01-conference-timeline", "how-many-took-part", "participants"),
    Figure("02-country-meetings", "planned-and-held", "meetings"),
    Figure("02-country-meetings", "where-from", "meetings_map"),
    Figure("02-country-meetings", "which-countries", "meetings_by_country"),
    Figure("03-topic-frequencies", "which-topics", "topic_frequencies"),
    Figure("03-topic-frequencies", "where-in-the-text", "topic_dispersion"),
    Figure("03-topic-frequencies", "together-with-what", "topic_cooccurrence"),
    Figure("03-topic-frequencies", "when", "topics_over_time"),
    Figure("03-topic-frequencies", "by-whom", "topics_by_publisher"),
)


def export(
    tables: "Mapping[str, pd.DataFrame]",
    folder: Path | str,
    *,
    langs: Sequence[str] = LANGS,
    figures: Iterable[Figure] = FIGURES,
) -> list[Path]:
    """Draw and write the figures that have something to show, and their index; the paths written.

    A view over months or publishers that one article cannot give is left out. Files of an earlier
    export that the new index does not list are removed.
    Raises OSError for a folder that cannot be written; earlier files then stay as they were.
    """
    folder = Path(folder)
    inputs = digest(tables)
    files: dict[str, bytes] = {}
    entries = []
    for figure in figures:
        for lang in langs:
            chart = draw(figure, tables, lang)
            if not chart.blank:
                stem = f"{figure.stem}-{lang}"
                made = dict(render(chart, stem))
                files |= made
                entries.append(_entry(figure, chart, made[f"{stem}.csv"], inputs))
    files[INDEX] = _index(entries)
    with locked(folder):
        old = {
            f"{row['figure']}.{kind}" for row in read_index(folder) for kind in (*FORMATS, "csv")
        }
        paths = write_files(folder, files)
        for name in old - set(files):
            (folder / name).unlink(missing_ok=True)
    return paths


def draw(figure: Figure, tables: "Mapping[str, pd.DataFrame]", lang: str) -> "Chart":
    """Draw one figure."""
    from . import charts

    chart: Chart = getattr(charts, figure.chart)(tables, lang=lang)
    return chart


def render(chart: "Chart", stem: str) -> Iterator[tuple[str, bytes]]:
    """A chart's files by name: pictures with title and description in them, and the plotted data."""
    from .tables.csvs import to_csv

    title, said = chart.words.title, chart.words.caption
    about: dict[str, dict[str, Any]] = {
        "png": {"Title": title, "Description": said, "Software": None},
        "svg": {
            "Title": title,
            "Description": said,
            "Language": chart.lang,
            "Date": None,
            "Creator": None,
        },
        "pdf": {
            "Title": title,
            "Subject": said,
            "CreationDate": None,
            "Producer": None,
            "Creator": None,
        },
    }
    for kind in FORMATS:
        file = BytesIO()
        chart.savefig(file, format=kind, metadata=about[kind])
        yield f"{stem}.{kind}", file.getvalue()
    yield f"{stem}.csv", to_csv(chart.data)


def _entry(figure: Figure, chart: "Chart", data: bytes, inputs: str) -> dict[str, str]:
    return {
        "figure": f"{figure.stem}-{chart.lang}",
        "notebook": figure.notebook,
        "question": figure.question,
        "chart": figure.chart,
        "lang": chart.lang,
        "title": chart.words.title,
        "caption": chart.words.caption,
        "alt": chart.words.description,
        "data_sha256": sha256(data).hexdigest(),
        "inputs_sha256": inputs,
    }


def digest(tables: "Mapping[str, pd.DataFrame]") -> str:
    """One SHA-256 of all tables, as CSV, by name."""
    from .tables.csvs import to_csv

    total = sha256()
    for name in sorted(tables):
        total.update(f"{name}\0".encode() + sha256(to_csv(tables[name])).digest())
    return total.hexdigest()


def _index(entries: Sequence[Mapping[str, str]]) -> bytes:
    import pandas as pd

    from .tables.csvs import to_csv

    columns = "figure notebook question chart lang title caption alt data_sha256 inputs_sha256"
    return to_csv(pd.DataFrame(list(entries), columns=columns.split()))


def read_index(folder: Path | str) -> list[dict[str, str]]:
    """The entries of a folder's index; none where there is no index."""
    path = Path(folder) / INDEX
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(DictReader(file))


def stale(tables: "Mapping[str, pd.DataFrame]", folder: Path | str) -> list[str]:
    """What is wrong with exported figures: files that are missing, or made from other tables."""
    folder, inputs = Path(folder), digest(tables)
    entries = read_index(folder)
    wrong = [] if entries else [f"{folder / INDEX}: missing or empty"]
    for entry in entries:
        for kind in (*FORMATS, "csv"):
            path = folder / f"{entry['figure']}.{kind}"
            if not path.exists() or not path.stat().st_size:
                wrong.append(f"{path}: missing")
        if entry["inputs_sha256"] != inputs:
            wrong.append(f"{folder / entry['figure']}: made from other tables")
    return wrong


def gallery(folder: Path | str, *, lang: str = "en") -> str:
    """A gallery in Markdown: each figure of a language with its alternative text and caption."""
    folder = Path(folder)
    parts = []
    for entry in read_index(folder):
        if entry["lang"] == lang:
            path = f"{folder.name}/{entry['figure']}"
            links = " · ".join(f"[{kind.upper()}]({path}.{kind})" for kind in ("svg", "pdf", "csv"))
            caption = re.sub(r"([][])", r"\\\1", escape(entry["caption"], quote=False))
            parts.append(f"{_image(entry, path)}\n\n{caption} {links}\n")
    return "\n".join(parts)


def picture(folder: Path | str, figure: str) -> str:
    """One figure in Markdown with its alternative text; nothing where it was not exported."""
    folder = Path(folder)
    found = [entry for entry in read_index(folder) if entry["figure"] == figure]
    return "".join(_image(entry, f"{folder.name}/{figure}") for entry in found)


def _image(entry: Mapping[str, str], path: str) -> str:
    alt = escape(entry["alt"].replace("[", "(").replace("]", ")"), quote=False)
    return f"![{alt}]({path}.png)"
