"""Dates: the article's rows, and what a row promises."""

import analysis

COLUMNS = (
    "text",
    "type",
    "calendar",
    "grain",
    "first",
    "last",
    "jalali_first",
    "jalali_last",
    "edtf",
)


def test_the_articles_dates(notes: analysis.Notes) -> None:
    rows = [tuple(row.get(name) for name in COLUMNS) for row in notes.rows["dates"]]
    year = ("2025-01-01", "2025-12-31", "1403-10-12", "1404-10-10", "2025")
    days = ("2025-11-17", "2025-11-19", "1404-08-26", "1404-08-28", "2025-11-17/2025-11-19")
    years = ("2026-01-01", "2029-12-31", "1404-10-11", "1408-10-11", "2026/2029")
    assert rows == [
        ("۲۰۲۵", "DATE", "gregorian", "year", *year),
        ("۲۶ تا ۲۸ آبان ۱۴۰۴", "DATE", "jalali", "day", *days),
        ("سالهای ۲۰۲۶ تا ۲۰۲۹", "DATE", "gregorian", "year", *years),
    ]
    assert {row["anchor"] for row in notes.rows["dates"]} == {"explicit"}
