"""Score the numbers: `python -m analysis evaluate numbers --data FILE...`.

Two kinds of file are read. JSON as parsi.io keeps it: a list of texts, `input`, with the span and
value of each numeral, `output`. TOML as in `tests/examples/numbers.toml`: texts with their rows.

parsi.io's conventions are mapped so: it takes numerals only, without unit, and no scale over a
range; it has no ordinals and no vague quantities, so ours are not held against a text; it takes
numerals of dates, names and labels and «یک» as an article, so there a refusal counts as right when
the numeral's value is.
"""

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from .. import dates, numbers, numerals
from ..corpus import Article, BadInput
from ..text import Row, Text
from .pace import pace

COLUMNS = ("kind", "value", "low", "high", "modifier", "unit", "dimension", "currency", "counted")
UNMARKED = frozenset({"ordinal", "vague"})


def run(paths: list[Path], errors: bool) -> str:
    """Report how many texts are fully right, the rules that refused numerals, and the speed.

    Raises BadInput for a file of another form.
    """
    lines: list[str] = []
    for path in paths:
        records = _read(path)
        wrong, rules = [], Counter[str]()
        for record in records:
            problems = _parsi(record, rules) if "input" in record else _rows(record, rules)
            if problems:
                wrong.append((record.get("input") or record["text"], problems))
        lines.append(f"{path.name}: {len(records) - len(wrong)} of {len(records)} texts right")
        lines.append(f"  refused: {', '.join(f'{k} {n}' for k, n in rules.most_common())}")
        contents = [record.get("input") or record["text"] for record in records]
        lines.append(f"  {pace(lambda text: numbers.find(text, []), contents)}")
        lines += [f"  {text}\n    {'; '.join(found)}" for text, found in wrong if errors]
    return "\n".join(lines)


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        content = path.read_text("utf-8")
        if path.suffix == ".toml":
            records: list[dict[str, Any]] = tomllib.loads(content)["example"]
        else:
            records = json.loads(content)
        if all("input" in each or "text" in each for each in records):
            return records
    except (OSError, ValueError, KeyError, TypeError):
        raise BadInput(path, "holds no examples of numbers (see evaluate --help)") from None
    raise BadInput(path, "holds no examples of numbers: a record without a text")


def _annotate(content: str) -> tuple[Text, list[Row], numbers.Found]:
    text = Text(Article("text", content))
    claimed = dates.find(text)
    return text, claimed, numbers.candidates(text, claimed)


def _rows(record: dict[str, Any], rules: Counter[str]) -> list[str]:
    """What differs between the rows of a text and those expected, column by column."""
    _, _, found = _annotate(record["text"])
    rules.update(row["rule"] for row in found.refused)
    got = [_shown(row) for row in found.rows]
    expected = [_shown(row) for row in record.get("rows", [])]
    return [] if got == expected else [f"expected {expected}", f"got {got}"]


def _shown(row: Row) -> dict[str, Any]:
    """The columns of a row that are filled; numbers as floats."""
    return {
        name: float(value) if name in ("value", "low", "high") else value
        for name in ("text", *COLUMNS)
        if (value := row.get(name)) is not None
    }


def _parsi(record: dict[str, Any], rules: Counter[str]) -> list[str]:
    """What differs between parsi.io's numerals of a text and ours, after mapping."""
    text, claimed, found = _annotate(record["input"])
    rules.update(row["rule"] for row in found.refused)
    told = _numerals(text, [row for row in found.rows if row["kind"] not in UNMARKED])
    told = {(start, _alone(found.rows, start, value)) for start, value in told}
    allowed = _numerals(text, [*claimed, *found.refused, *found.rows])
    gold = {
        (start, float(each["value"])): end
        for each in record["output"]
        for start, end in [_trimmed(record["input"], each["span"])]
    }
    missing = [key for key in gold if key not in told and key not in allowed]
    extra = [key for key in told if key not in gold]
    return [f"missing {key}" for key in missing] + [f"extra {key}" for key in extra]


def _trimmed(content: str, span: list[int]) -> tuple[int, int]:
    """A span without the white space and punctuation at its ends."""
    start, end = span
    while start < end and not content[start].isalnum():
        start += 1
    return start, end


def _alone(rows: list[Row], start: int, value: float) -> float:
    """The value that a row tells, where the row holds this one numeral."""
    alone = [row for row in rows if row["start"] == start and row["rule"] == "single"]
    return abs(float(alone[0]["value"])) if alone else value


def _numerals(text: Text, rows: list[Row]) -> set[tuple[int, float]]:
    """Start and value of every numeral within the rows' spans."""
    spans = [text.tokens_of(row) for row in rows]
    inside = {at for first, last in spans for at in range(first, last)}
    return {
        (text.tokens[each.first].start, float(each.value))
        for each in numerals.find(text.tokens)
        if each.first in inside
    }
