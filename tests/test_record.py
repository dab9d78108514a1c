"""The public record: read whole, typed, refused when damaged."""

from pathlib import Path

import pytest

import analysis

FOLDER = Path(__file__).parent.parent / "corpus/reference"


def test_record_is_typed() -> None:
    record = analysis.read_record(FOLDER)
    facts = record["record_facts"].set_index("fact")
    assert (facts.loc["dates", "first"], facts.loc["dates", "last"]) == ("2025-11-17", "2025-11-28")
    assert facts.loc["participants", "value"] == 2572
    meetings = record["record_meetings"].set_index("iso3")
    assert meetings.loc["PAK", "held"]
    assert meetings["held"].isna().sum() == 2


def test_every_fact_has_its_source() -> None:
    facts = analysis.read_record(FOLDER)["record_facts"]
    assert facts[["source", "source_date", "label_fa", "label_en"]].notna().all(axis=None)


def test_no_record_is_no_table(tmp_path: Path) -> None:
    assert analysis.read_record(tmp_path) == {}


@pytest.mark.parametrize("text", ["fact,event\na,b\n", "", "a\xff"])
def test_damaged_record_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "record_facts.csv").write_bytes(text.encode("latin-1"))
    with pytest.raises(analysis.BadInput, match=r"record_facts\.csv"):
        analysis.read_record(tmp_path)
