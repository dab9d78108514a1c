"""Fuzz a part of the program with atheris, guided by which lines the inputs reach.

    pip install atheris
    python tests/benchmarks/fuzz.py annotate -max_total_time=600
    python tests/benchmarks/fuzz.py jsonl -max_total_time=120 -timeout=60 FOLDER

After the part come options of libFuzzer; a folder keeps the inputs that reached something new.
What breaks a promise (a crash, a span that is not exact, a table that does not come back from its
CSV, an error other than BadInput) stops it and is kept in a file beside.
"""

import sys
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import atheris

sys.path.append(str(Path(__file__).parent.parent))

with atheris.instrument_imports(include=["analysis"]):
    import demo
    import growth

    from analysis.archive.work import annotate_batch  # noqa: F401 (instrument what it imports)
    from analysis.corpus import Article, BadInput
    from analysis.encodings import decode, guess
    from analysis.inputs import article_of, scan
    from analysis.inputs.items import whole
    from analysis.markup import highlight
    from analysis.pipeline import annotate
    from analysis.tables.csvs import from_csv, to_csv

PIECES = [*growth.PIECES.values(), "\u202e", "=", "'", "\r\n", "\t", "<script>", "\ufeff", "\ud800"]
CSV_EVERY = 8  # it takes longer than the rest
SUFFIXES = ("txt", "html", "jsonl", "csv", "parquet", "zip")


def text_of(raw: bytes) -> str:
    """A text of pieces that patterns are made of, and of any code points."""
    data = atheris.FuzzedDataProvider(raw)
    parts = []
    while data.remaining_bytes():
        choice = data.ConsumeIntInRange(0, len(PIECES) + 8)
        known = choice < len(PIECES)
        parts.append(PIECES[choice] if known else data.ConsumeUnicode(4))
    return "".join(parts)


def fuzz_annotate(raw: bytes) -> None:
    """Spans are exact, tables come back from CSV, an article is whole in its HTML."""
    text = text_of(raw)
    notes = annotate(Article("a", text, published="2025-11-16"))
    for name in ("defects", "dates", "numbers", "entities", "meetings", "timeline", "topics"):
        for row in notes.rows[name]:
            assert text[row["start"] : row["end"]] == row["text"], (name, row)
        if len(raw) % CSV_EVERY == 0 and whole(text) == text:
            table = notes.table(name)
            assert from_csv(name, to_csv(table)).equals(table), name
    assert "<script" not in highlight(notes).to_html()


def fuzz_encodings(raw: bytes) -> None:
    """Bytes are text in a known encoding, or ValueError."""
    for read in (decode, guess):
        try:
            read(raw)
        except ValueError:
            continue


def fuzz_archive(suffix: str) -> Callable[[bytes], None]:
    """A file of one kind gives articles or reasons, never another error."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    path = folder / f"a.{suffix}"

    def fuzz(raw: bytes) -> None:
        path.write_bytes(raw)
        for item in scan(folder):
            try:
                article_of(item)
            except BadInput:
                continue

    return fuzz


def seeds(target: str, folder: Path) -> None:
    """Write inputs to begin with: a good file of each kind."""
    import json

    import pyarrow as pa
    from pyarrow import parquet

    rows = [{"id": a.id, "text": a.text, "published": a.published} for a in demo.articles(3)]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    cells = ("\n".join(",".join(f'"{c}"' for c in row.values()) for row in rows)).encode()
    files = {"txt": rows[0]["text"].encode(), "jsonl": lines, "csv": b"id,text,date\n" + cells}
    files["html"] = f"<html><article><p>{rows[0]['text']}</p></article></html>".encode()
    files["encodings"] = rows[0]["text"].encode("utf-16")
    whole = BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows), whole)
    files["parquet"] = whole.getvalue()
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("a.txt", files["txt"])
        zipped.writestr("a.toml", 'title = "x"')
        zipped.writestr("b.jsonl", lines)
    files["zip"] = whole.getvalue()
    files["annotate"] = bytes(range(256))
    (folder / "seed").write_bytes(files[target])


TARGETS: dict[str, Callable[[bytes], None]] = {
    "annotate": fuzz_annotate,
    "encodings": fuzz_encodings,
}


def main() -> None:
    """Fuzz the part that the first argument names."""
    if len(sys.argv) < 2 or sys.argv[1] not in (*TARGETS, *SUFFIXES):
        sys.exit(f"{__doc__}\nparts: {', '.join((*TARGETS, *SUFFIXES))}")
    target = sys.argv.pop(1)
    options = sys.argv if any(not word.startswith("-") for word in sys.argv[1:]) else None
    if options is None:
        options = [*sys.argv, tempfile.mkdtemp(prefix="fuzz-seeds-")]
    seeds(target, Path(next(word for word in options[1:] if not word.startswith("-"))))
    atheris.Setup(options, TARGETS.get(target) or fuzz_archive(target))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
