"""Calendars: Jalali, Gregorian and lunar Hijri days, their periods, and EDTF values.

Conversion goes through jdatetime (Jalali) and hijridate (lunar Hijri: the Umm al-Qura calendar,
and outside its years 1343 to 1500 the tabular calendar). The months of Iran's lunar calendar
begin by sighting, so they differ from Umm al-Qura by a day at times: lunar days are approximate.
"""

from .arithmetic import (
    DAY,
    Days,
    from_date,
    jalali_text,
    month_length,
    months,
    period,
    shift_date,
    shift_month,
    to_date,
    week,
    weekday,
    years,
)
from .columns import gregorian_column, jalali_columns
from .edtf import edtf, parse_edtf

__all__ = [
    "DAY",
    "Days",
    "edtf",
    "from_date",
    "gregorian_column",
    "jalali_columns",
    "jalali_text",
    "month_length",
    "months",
    "parse_edtf",
    "period",
    "shift_date",
    "shift_month",
    "to_date",
    "week",
    "weekday",
    "years",
]
