"""A time axis that shows two calendars at once: the reader's own below, the other above."""

from collections.abc import Callable
from datetime import date, timedelta

from matplotlib.axes import Axes

from .script import Lang, digits, line, months, own, parts, start
from .style import GREY, PALE, SMALL

DAYS = (1, 2, 3, 5, 7, 10, 14, 21)
MONTHS = (1, 2, 3, 4, 6)
YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
TICKS = 6
Tick = tuple[float, str]


def ticks(first: date, last: date, calendar: str, lang: Lang) -> list[Tick]:
    """At most six ticks between two days: days, months or years of a calendar.

    Months tell their year where it begins: «ژوئیه ۲۶» would be a day.

    >>> [label for _, label in ticks(date(2025, 11, 16), date(2025, 11, 19), "jalali", "en")]
    ['25 Aban', '26 Aban', '27 Aban', '28 Aban']
    """
    days = (last - first).days + 1
    for step in DAYS:
        if days <= TICKS * step:
            return [_day(first + timedelta(days=at), calendar, lang) for at in range(0, days, step)]
    begin, end = parts(first, calendar), parts(last, calendar)
    low, high = begin[0] * 12 + begin[1] - 1, end[0] * 12 + end[1]
    for step in MONTHS:
        if high - low <= TICKS * step:
            inside = [
                at
                for at in range(low, high + 1)
                if at % step == 0 and start(at // 12, at % 12 + 1, calendar) >= first
            ]
            new = [nth == 0 or at // 12 > inside[nth - 1] // 12 for nth, at in enumerate(inside)]
            return [_month(at, calendar, lang, one) for at, one in zip(inside, new, strict=True)]
    step = next(step for step in YEARS if end[0] - begin[0] < TICKS * step or step == YEARS[-1])
    years = [year for year in range(begin[0], end[0] + 2) if year % step == 0]
    return [_at(year, 1, calendar, digits(str(year), lang)) for year in years]


def _day(when: date, calendar: str, lang: Lang) -> Tick:
    _, month, day = parts(when, calendar)
    return when.toordinal() + 0.5, digits(f"{day} {months(calendar, lang)[month - 1]}", lang)


def _month(at: int, calendar: str, lang: Lang, new: bool) -> Tick:
    year, month = divmod(at, 12)
    text = months(calendar, lang)[month] + (f" {year}" if new else "")
    return _at(year, month + 1, calendar, digits(text, lang))


def _at(year: int, month: int, calendar: str, text: str) -> Tick:
    return float(start(year, month, calendar).toordinal()), text


def calendars(axes: Axes, first: date, last: date, lang: Lang) -> None:
    """Give an axes in days (proleptic Gregorian ordinals) its two calendars."""
    other = "gregorian" if own(lang) == "jalali" else "jalali"
    limits = (first.toordinal(), last.toordinal() + 1)
    axes.set_xlim(limits[::-1] if lang == "fa" else limits)
    twin = axes.secondary_xaxis("top")
    setters: list[tuple[Callable[..., object], str]] = [
        (axes.set_xticks, own(lang)),
        (twin.set_xticks, other),
    ]
    for put, calendar in setters:
        inside = [
            one for one in ticks(first, last, calendar, lang) if limits[0] <= one[0] <= limits[1]
        ]
        put([at for at, _ in inside], [line(text, lang) for _, text in inside])
    axes.tick_params(axis="x", length=2.5, color=GREY, labelsize=SMALL, labelcolor=GREY)
    twin.tick_params(axis="x", length=2.5, color=GREY, labelsize=SMALL, labelcolor=GREY)
    for edge in (axes.spines["bottom"], twin.spines["top"]):
        edge.set(visible=True, color=PALE, linewidth=0.8)
    axes.grid(axis="x", color=PALE, linewidth=0.6)
