"""Calendars: known days, round trips, periods, EDTF, whole columns."""

from datetime import date

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from analysis import calendars

MODERN = st.dates(date(1850, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("calendar", "parts", "expected"),
    [
        ("jalali", (1404, 8, 26), date(2025, 11, 17)),
        ("jalali", (1357, 11, 22), date(1979, 2, 11)),
        ("jalali", (1403, 12, 30), date(2025, 3, 20)),
        ("jalali", (1399, 12, 30), date(2021, 3, 20)),
        ("islamic", (1446, 8, 15), date(2025, 2, 14)),
        ("islamic", (1445, 1, 10), date(2023, 7, 28)),
        ("islamic", (61, 1, 10), date(680, 10, 13)),
        ("gregorian", (2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_known_days(calendar: str, parts: tuple[int, int, int], expected: date) -> None:
    assert calendars.to_date(calendar, *parts) == expected
    assert calendars.from_date(calendar, expected) == parts


@pytest.mark.parametrize(
    ("calendar", "parts"),
    [
        ("jalali", (1404, 12, 30)),
        ("jalali", (1404, 7, 31)),
        ("jalali", (1404, 13, 1)),
        ("jalali", (0, 1, 1)),
        ("gregorian", (2025, 2, 29)),
        ("islamic", (1446, 8, 31)),
        ("islamic", (200, 2, 30)),
        ("islamic", (1446, 0, 1)),
    ],
)
def test_days_that_do_not_exist(calendar: str, parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        calendars.to_date(calendar, *parts)


@given(MODERN, st.sampled_from(["jalali", "gregorian", "islamic"]))
def test_round_trip(day: date, calendar: str) -> None:
    parts = calendars.from_date(calendar, day)
    assert calendars.to_date(calendar, *parts) == day
    assert 28 <= calendars.month_length(calendar, *parts[:2]) <= 31


def test_leap_years_of_a_century() -> None:
    leaps = [year for year in range(1375, 1410) if calendars.month_length("jalali", year, 12) == 30]
    assert leaps == [1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408]


def test_weeks_begin_on_saturday() -> None:
    assert calendars.weekday(date(2025, 11, 15)) == 0
    assert calendars.week(date(2025, 11, 16)) == (date(2025, 11, 15), date(2025, 11, 21))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-11-17", "2025-11-17", "2025-11-17"),
        ("2025-11-16~", "2025-11-16", "2025-11-16"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("2026/2029", "2026-01-01", "2029-12-31"),
        ("2025-11-17/..", "2025-11-17", None),
        ("../2026-03-20", None, "2026-03-20"),
        ("{2025-07-11,2025-07-13}", "2025-07-11", "2025-07-13"),
    ],
)
def test_edtf(value: str, first: str | None, last: str | None) -> None:
    days = [day.isoformat() if day else None for day in calendars.parse_edtf(value)]
    assert days == [first, last]


@pytest.mark.parametrize("value", ["", "2025-13-01", "2025-02-30", "دیروز", "2025-1-1"])
def test_no_edtf(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        calendars.parse_edtf(value)


@given(MODERN, MODERN, st.booleans())
def test_edtf_round_trip(one: date, other: date, approximate: bool) -> None:
    first, last = sorted((one, other))
    value = calendars.edtf(first, last, approximate=approximate)
    assert value is not None
    assert calendars.parse_edtf(value) == (first, last)


@given(st.lists(MODERN, min_size=1))
def test_columns_agree_with_single_days(days: list[date]) -> None:
    parts = calendars.jalali_columns([day.isoformat() for day in days])
    expected = [calendars.from_date("jalali", day) for day in days]
    assert list(zip(*(part.tolist() for part in parts), strict=True)) == expected
    assert calendars.gregorian_column(*parts).tolist() == days


def test_columns_keep_gaps() -> None:
    parts = calendars.jalali_columns(np.array(["NaT", "2025-11-17"], dtype="datetime64[D]"))
    assert [part.tolist() for part in parts] == [[0, 1404], [0, 8], [0, 26]]
    assert np.isnat(calendars.gregorian_column(*parts)[0])
