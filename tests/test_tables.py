"""Schemas, CSV and Parquet there and back, the data package and the codebook."""

import json
from hashlib import sha256
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis
from analysis import tables
from analysis.tables import ABOUT, SCHEMAS
from analysis.tables.csvs import defuse, from_csv, restore, to_csv
from analysis.tables.folders import problems_of
from analysis.tables.frames import DTYPES

VALUES = {
    "string": st.text(),
    "date": st.dates().map(str),
    "integer": st.integers(-(2**53), 2**53),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
}


@pytest.fixture(scope="module")
def made(article: analysis.Article) -> dict[str, pd.DataFrame]:
    return analysis.annotate_corpus([article])


def test_each_table_says_what_a_row_is_and_each_column_what_it_means() -> None:
    assert set(ABOUT) == set(SCHEMAS)
    for name, columns in SCHEMAS.items():
        names = [column.name for column in columns]
        assert len(names) == len(set(names)), name
        assert all(column.type in DTYPES and column.description for column in columns), name


def test_every_table_keeps_its_schema(made: dict[str, pd.DataFrame]) -> None:
    assert set(SCHEMAS) <= set(made)
    assert [words for name in SCHEMAS for words in problems_of(name, made[name])] == []


def test_a_value_outside_a_closed_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"dates\.type: \['DAY'\]"):
        tables.write({"dates": tables.frame("dates", [{"type": "DAY"}])}, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("parquet", [False, True])
def test_tables_come_back_as_they_were_written(
    made: dict[str, pd.DataFrame], tmp_path: Path, parquet: bool
) -> None:
    tables.write(made, tmp_path, parquet=parquet)
    if parquet:
        for path in tmp_path.glob("*.csv"):
            path.unlink()
    read = tables.read(tmp_path)
    assert set(read) == set(SCHEMAS)
    for name in SCHEMAS:
        assert sorted(map(str, read[name].to_dict("records"))) == sorted(
            map(str, made[name].to_dict("records"))
        )


def test_the_same_tables_make_the_same_bytes(made: dict[str, pd.DataFrame], tmp_path: Path) -> None:
    for folder in ("a", "b"):
        tables.write(made, tmp_path / folder)
    for path in (tmp_path / "a").glob("*.*"):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_csv_is_for_spreadsheets_and_pandas_alike(
    made: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    tables.write(made, tmp_path)
    raw = (tmp_path / "articles.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    plain = pd.read_csv(tmp_path / "articles.csv")
    assert list(plain.columns) == [column.name for column in SCHEMAS["articles"]]
    assert plain["characters"].tolist() == made["articles"]["characters"].tolist()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
@given(data=st.data())
def test_any_values_survive_csv(name: str, data: st.DataObject) -> None:
    row = {
        column.name: data.draw(
            st.none() | (st.sampled_from(column.values) if column.values else VALUES[column.type])
        )
        for column in SCHEMAS[name]
    }
    table = tables.frame(name, [row, {}])
    pd.testing.assert_frame_equal(from_csv(name, to_csv(table)), table)


@given(st.text(alphabet="'=+-@\t\ra۵ ", max_size=6))
def test_formulas_are_defused_and_restored(text: str) -> None:
    assert restore(defuse(text)) == text
    assert not defuse(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_data_package_describes_every_file(
    made: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    tables.write(made, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    assert {resource["path"] for resource in package["resources"]} == {
        path.name for path in tmp_path.glob("*.csv")
    }
    for resource in package["resources"]:
        raw = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(raw)
        assert resource["hash"] == f"sha256:{sha256(raw).hexdigest()}"
        header = raw.decode("utf-8-sig").split("\n")[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header


@pytest.mark.parametrize(
    ("name", "content"), [("dates.csv", b"a,b\n1,2\n"), ("dates.parquet", b"PAR1")]
)
def test_a_damaged_table_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(analysis.BadInput, match=f"{name}: is not the table 'dates'"):
        tables.read(tmp_path)


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(analysis.BadInput, match="holds no tables"):
        tables.read(tmp_path)


def test_an_empty_text_is_told_from_an_unknown_one(tmp_path: Path) -> None:
    rows = [{"kind": "a", "suggestion": words} for words in ("", None, "و")]
    tables.write({"defects": tables.frame("defects", rows)}, tmp_path)
    path = tmp_path / "defects.csv"
    query = f"SELECT suggestion FROM read_csv('{path}', allow_quoted_nulls = false)"
    assert duckdb.sql(query).fetchall() == [("",), (None,), ("و",)]
    assert tables.read(tmp_path)["defects"]["suggestion"].tolist() == ["", pd.NA, "و"]
    assert path.read_text("utf-8-sig").splitlines()[1:] == [',,,,,a,"",', ",,,,,a,,", ",,,,,a,و,"]
