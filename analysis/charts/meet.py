"""Meetings by counterpart: announced, and held."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from .announced import GROUPS, meetings_data
from .script import Lang, count, line, listing, number, own, period, say
from .style import (  # fmt: skip
    BLUE,
    GREY,
    INK,
    MARGIN,
    PALE,
    SMALL,
    WIDTH,
    Chart,
    Words,
    drawn,
    empty,
    finish,
    names,
    plain,
    sheet,
    side,
)
from .things import Tables, day, rest, source

SHOWN, ROW = 14, 0.36


@drawn
def meetings(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw for each counterpart whether a meeting was announced, and whether it was reported held.

    >>> meetings({}, "en").words.title
    'Who was to be met, and who was met?'
    """
    data = meetings_data(tables, lang)
    words = _words(data, tables, lang)
    if data.empty:
        return empty(words, lang, data)
    shown = _shown(data)
    groups = list(dict.fromkeys(shown["group"]))
    sizes = [int((shown["group"] == group).sum()) for group in groups]
    height = len(shown) * ROW + 0.27 * len(groups) + 0.2
    figure, panels = sheet(words, lang, height=height, rows=sizes)
    for i, (axes, group) in enumerate(zip(panels, groups, strict=True)):
        _panel(axes, shown[shown["group"] == group], group, lang, head=i == 0)
    return finish(figure, data)


def _shown(data: pd.DataFrame) -> pd.DataFrame:
    """What there is room for: all, or the first of each group."""
    each = SHOWN // max(data["group"].nunique(), 1)
    return data if len(data) <= SHOWN else data.groupby("group", sort=False).head(each)


def _panel(axes: Axes, rows: pd.DataFrame, group: str, lang: Lang, *, head: bool) -> None:
    plain(axes, lang, values=False)
    names(axes, list(rows["counterpart"]), lang, width=1.5)
    axes.set_xlim((2, 0) if lang == "fa" else (0, 2))
    axes.set_xticks([])
    at = 1 - MARGIN / WIDTH if lang == "fa" else MARGIN / WIDTH
    axes.annotate(
        line(say(lang, *GROUPS[group]), lang), (at, -0.58), xycoords=("figure fraction", "data"),
        xytext=(0, 3), textcoords="offset points", ha=side(lang), fontsize=SMALL, color=GREY,
        annotation_clip=False,
    )  # fmt: skip
    axes.annotate(
        "", (1 - at, -0.6), (at, -0.6), xycoords=("figure fraction", "data"),
        textcoords=("figure fraction", "data"), annotation_clip=False,
        arrowprops={"arrowstyle": "-", "color": PALE, "linewidth": 0.8},
    )  # fmt: skip
    for x, text in enumerate(
        (say(lang, "اعلام", "announced"), say(lang, "گزارش", "reported held")) if head else ()
    ):
        axes.annotate(
            line(text, lang), (x + 0.08, -0.58), xytext=(0, 14), textcoords="offset points",
            ha=side(lang), fontsize=SMALL, fontweight="bold", annotation_clip=False,
        )  # fmt: skip
    for i, row in enumerate(rows.itertuples()):
        _mark(axes, 0, i, _planned_text(row, lang), lang)
        _mark(axes, 1, i, _held_text(row, lang), lang)


def _mark(axes: Axes, x: float, y: float, text: tuple[bool, str], lang: Lang) -> None:
    yes, words = text
    face, edge = (BLUE, BLUE) if yes else ("white", GREY)
    axes.plot([x + 0.08], [y + 0.06], marker="o", markersize=7, color=face, markeredgecolor=edge)
    axes.annotate(
        line(words, lang), (x + 0.16, y), ha=side(lang), va="center_baseline", fontsize=SMALL,
        color=INK if yes else GREY,
    )  # fmt: skip


def _planned_text(row: Any, lang: Lang) -> tuple[bool, str]:
    if row.planned:
        return True, count(row.planned, "مقاله", "article", "articles", lang)
    if row.group in ("planned", "planned-held"):
        return True, say(lang, "به گفتهٔ سند", "by the record")
    return False, say(lang, "یافت نشد", "not found")


def _held_text(row: Any, lang: Lang) -> tuple[bool, str]:
    if row.held:
        return True, count(row.held, "مقاله", "article", "articles", lang)
    if row.group in ("held", "planned-held"):
        when = period(day(row.source_date), day(row.source_date), lang, own(lang))
        return True, say(lang, f"گزارش {when}", f"report of {when}")
    if row.group == "cancelled":
        return False, say(lang, "لغو شد", "cancelled")
    return False, say(lang, "یافت نشد", "not found")


def _words(data: pd.DataFrame, tables: Tables, lang: Lang) -> Words:
    comma = say(lang, "؛ ", "; ")
    told = []
    for group, wording in GROUPS.items():
        who = list(data.loc[data["group"] == group, "counterpart"])
        if who:
            told.append(f"{say(lang, *wording)}: {listing(who, lang)}")
    short = []
    for group, wording in GROUPS.items():
        many = int((data["group"] == group).sum())
        short += [f"{number(many, lang)} {say(lang, *wording)}"] if many else []
    finding = comma.join(short) + "." if short else ""
    note = source(tables, lang) + rest(len(data), len(_shown(data)), lang)
    if data["record"].any():
        note += say(lang, " تاریخ گزارش روز انتشار آن است، نه روز دیدار. «یافت نشد» یعنی گزارشی (یا اعلامی) پیدا نشد، نه این‌که نبود.", " A report's date is when it appeared, not when they met; “not found” means that no report (or announcement) was found, not that there was none.")  # fmt: skip
    title = say(lang, "با چه کسانی قرار دیدار بود و با چه کسانی دیدار شد؟", "Who was to be met, and who was met?")  # fmt: skip
    alt = comma.join(told)
    return Words(title, finding, note, alt, f"{alt[:1].upper()}{alt[1:]}." if told else "")
