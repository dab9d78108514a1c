"""What charts write: Persian and English side by side, digits, direction, dates, broken lines."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Literal

Lang = Literal["fa", "en"]
LANGS: tuple[Lang, ...] = ("fa", "en")
MARKS = {"fa": "\u200f", "en": "\u200e"}
ELLIPSIS = f"…{MARKS['fa']}"  # on the far side of Persian words, in a line of any direction
PERSIAN = str.maketrans("0123456789,.%", "۰۱۲۳۴۵۶۷۸۹٬٫٪")
JALALI_OF_YEAR = 621


def say(lang: Lang, fa: str, en: str) -> str:
    """Choose the Persian or the English wording.

    >>> say("en", "دیدار", "meeting")
    'meeting'

    Raises ValueError for any other language.
    """
    if lang not in LANGS:
        raise ValueError(f"no chart in '{lang}': choose one of {', '.join(LANGS)}")
    return fa if lang == "fa" else en


def line(text: str, lang: Lang) -> str:
    """Fix the direction of a line by an invisible mark, whatever letter it begins with."""
    return MARKS[lang] + text if text else text


def unmarked(text: str) -> str:
    """Take the invisible marks out again, for text that is not drawn."""
    return text.replace(MARKS["fa"], "").replace(MARKS["en"], "")


def quoted(text: str, lang: Lang) -> str:
    """Put a name in quotation marks, and keep what follows it in the language's direction."""
    return say(lang, f"«{text}»", f"“{text}”{MARKS['en']}")


def digits(text: str, lang: Lang) -> str:
    """Write ASCII digits, separators and percent signs as the language does.

    >>> digits("1,500", "fa")
    '۱٬۵۰۰'
    """
    return text.translate(PERSIAN) if lang == "fa" else text


def number(value: float, lang: Lang, *, decimals: int = 0) -> str:
    """Write a number with separators of thousands.

    >>> number(1500, "fa"), number(1.25, "en", decimals=1)
    ('۱٬۵۰۰', '1.2')
    """
    return digits(f"{value:,.{decimals}f}", lang)


def count(value: int, fa: str, one: str, many: str, lang: Lang) -> str:
    """Write a number with what it counts, in the right English plural.

    >>> count(2, "مقاله", "article", "articles", "en")
    '2 articles'
    """
    return f"{number(value, lang)} {say(lang, fa, one if value == 1 else many)}"


def listing(parts: Iterable[str], lang: Lang) -> str:
    """Join words as a list with "and" before the last.

    >>> listing(["مالزی", "هند"], "fa")
    'مالزی و هند'
    """
    *firsts, last = list(parts) or [""]
    comma, conjunction = say(lang, f"،{MARKS['fa']} ", ", "), say(lang, " و ", " and ")
    return comma.join(firsts) + conjunction + last if firsts else last


@cache
def months(calendar: str, lang: Lang) -> list[str]:
    """Name the twelve months of a calendar ("jalali", "gregorian") in a language.

    Source: CLDR through Babel for the Gregorian months, jdatetime for the Jalali ones.
    """
    if calendar == "jalali":
        from jdatetime import date as jalali

        return list(jalali.j_months_fa if lang == "fa" else jalali.j_months_en)
    from babel import Locale

    names = Locale(lang).months["stand-alone"]["wide" if lang == "fa" else "abbreviated"]
    return [str(names[month]) for month in range(1, 13)]


def parts(day: date, calendar: str) -> tuple[int, int, int]:
    """Year, month and day of a Gregorian day in a calendar.

    >>> parts(date(2025, 11, 17), "jalali")
    (1404, 8, 26)
    """
    if calendar == "gregorian":
        return day.year, day.month, day.day
    from jdatetime import date as jalali

    there = jalali.fromgregorian(date=day)
    return there.year, there.month, there.day


def start(year: int, month: int, calendar: str) -> date:
    """The Gregorian day on which a month of a calendar begins."""
    if calendar == "gregorian":
        return date(year, month, 1)
    from jdatetime import date as jalali

    day: date = jalali(year, month, 1).togregorian()
    return day


def own(lang: Lang) -> str:
    """The calendar that readers of a language use first."""
    return say(lang, "jalali", "gregorian")


def whole_years(first: date, last: date, calendar: str) -> tuple[int, int] | None:
    """The years that a period fills from their first day to their last, if it does.

    >>> whole_years(date(2026, 1, 1), date(2029, 12, 31), "gregorian")
    (2026, 2029)
    """
    from datetime import timedelta

    one, other = parts(first, calendar), parts(last + timedelta(days=1), calendar)
    return (one[0], other[0] - 1) if one[1:] == other[1:] == (1, 1) else None


def period(first: date, last: date, lang: Lang, calendar: str | None = None) -> str:
    """Write a period as short as it can be, in a calendar (or the language's own).

    >>> period(date(2025, 11, 17), date(2025, 11, 19), "fa")
    '۲۶ تا ۲۸ آبان ۱۴۰۴'
    >>> period(date(2025, 11, 17), date(2025, 11, 19), "en")
    '17–19 Nov 2025'
    """
    to = say(lang, " تا ", "–")
    for other in ("gregorian", "jalali"):
        if (years := whole_years(first, last, other)) and calendar in (None, other):
            era = say(
                lang,
                " میلادی" if other == "gregorian" else "",
                "" if other == "gregorian" else " AP",
            )
            return digits(to.join(str(year) for year in dict.fromkeys(years)), lang) + era
    calendar = calendar or own(lang)
    names = months(calendar, lang)
    one, two = parts(first, calendar), parts(last, calendar)
    tail = f"{two[2]} {names[two[1] - 1]} {two[0]}"
    if one == two:
        return digits(tail, lang)
    if one[:2] == two[:2]:
        return digits(f"{one[2]}{to}{tail}", lang)
    wide = say(lang, to, " – ")
    year = "" if one[0] == two[0] else f" {one[0]}"
    return digits(f"{one[2]} {names[one[1] - 1]}{year}{wide}{tail}", lang)


def month_name(year: int, month: int, calendar: str, lang: Lang) -> str:
    """Write a month with its year."""
    return digits(f"{months(calendar, lang)[month - 1]} {year}", lang)
