"""The timeline: what the articles date, on a Jalali and a Gregorian axis together."""

from datetime import date, timedelta
from statistics import median

import pandas as pd
from matplotlib.axes import Axes

from .axis import calendars
from .script import ELLIPSIS, MARKS, Lang, count, number, period, say
from .style import BLUE, Chart, Words, above, drawn, empty, finish, measure, plain, sheet, wrap
from .things import Tables, day, name, published, rest, source, table

SHORT, NEAR, SHOWN = 92, 400, 12
ROW, AXES, TEXT_WIDTH = 0.42, 0.56, 4.1
PAD = 0.03
COLUMNS = ["what", "kind", "first", "last", "calendar", "approximate", "articles", "scale"]


def timeline_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a dated fact, in order: what, kind, first, last, calendar, approximate, articles, scale.

    Facts that agree in words and days are one row with the number of their articles; facts that
    contradict each other stay side by side. `scale` is days or years: on which axis it is drawn.
    """
    rows = table(tables, "timeline").dropna(subset=["first"])
    if rows.empty:
        return pd.DataFrame(columns=COLUMNS)
    rows = rows.assign(last=rows["last"].fillna(rows["first"]))
    keys = ["what", "kind", "first", "last"]
    rows = rows.groupby(keys, dropna=False, as_index=False, sort=True).agg(
        calendar=("calendar", "first"), approximate=("approximate", "any"), articles=("article", "nunique")
    )  # fmt: skip
    rows = rows.assign(what=[name(what, lang) for what in rows["what"]])
    rows = rows.sort_values(["first", "last", "what"], ignore_index=True)
    return rows.assign(scale=_scales(rows, published(tables)))[COLUMNS]


def _scales(rows: pd.DataFrame, days: pd.Series) -> list[str]:
    firsts = [day(value).toordinal() for value in rows["first"]]
    lasts = [day(value).toordinal() for value in rows["last"]]
    known = [when.toordinal() for when in days] or [int(median(firsts))]
    low, high = min(known) - NEAR, max(known) + NEAR
    near = [
        low <= one and two <= high and two - one < SHORT
        for one, two in zip(firsts, lasts, strict=True)
    ]
    return ["days" if short else "years" for short in near]


@drawn
def timeline(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw the dated facts as bars over two calendars, near days above and years below.

    >>> timeline({}, "en").words.title
    'What is dated, and when?'
    """
    data = timeline_data(tables, lang)
    shown = _most_told(data)
    words = _words(data, shown, tables, lang)
    if data.empty:
        return empty(words, lang, data)
    scales = [scale for scale in ("days", "years") if (shown["scale"] == scale).any()]
    parts = [shown[shown["scale"] == scale] for scale in scales]
    heights = [len(part) * ROW for part in parts]
    figure, panels = sheet(words, lang, height=sum(heights) + AXES * len(parts), rows=heights)
    for axes, part in zip(panels, parts, strict=True):
        _panel(axes, part, lang)
    return finish(figure, data)


def _most_told(data: pd.DataFrame) -> pd.DataFrame:
    ranked = data.sort_values(
        ["articles", "scale", "first"], ascending=[False, True, False], kind="stable"
    )
    return ranked.head(SHOWN).sort_index()


def _panel(axes: Axes, rows: pd.DataFrame, lang: Lang) -> None:
    plain(axes, lang, values=False)
    axes.set_yticks([])
    firsts, lasts = [day(one) for one in rows["first"]], [day(one) for one in rows["last"]]
    pad = timedelta(days=max(1, round((max(lasts) - min(firsts)).days * PAD)))
    calendars(axes, min(firsts) - pad, max(lasts) + pad, lang)
    thin = (max(lasts) - min(firsts)).days / 120
    for i, (row, first, last) in enumerate(zip(rows.itertuples(), firsts, lasts, strict=True)):
        about = bool(row.approximate)
        axes.barh(
            i + 0.22, max((last - first).days + 1, thin), left=first.toordinal(), height=0.3,
            color="white" if about else BLUE, edgecolor=BLUE, linewidth=0.8, hatch="////" if about else "",
        )  # fmt: skip
        text = _row_label(row, first, last, lang)
        above(axes, i, text, lang)
    axes.set_ylim(len(rows) - 0.45, -0.5)


def _row_label(row: object, first: date, last: date, lang: Lang) -> str:
    when = period(first, last, lang, None)
    about = say(lang, "حدود ", "about ") if getattr(row, "approximate", False) else ""
    told = getattr(row, "articles", 1)
    times = f" ({count(told, 'مقاله', 'article', 'articles', lang)})" if told > 1 else ""
    tail = f"{MARKS[lang]}: {about}{when}{times}"
    room = TEXT_WIDTH - measure(tail, 8.5)
    (short, *more) = wrap(str(getattr(row, "what", "")), room, 8.5) or [""]
    return short + (ELLIPSIS if more else "") + tail


def _words(data: pd.DataFrame, shown: pd.DataFrame, tables: Tables, lang: Lang) -> Words:
    finding = ""
    if len(data):
        first, last = day(shown["first"].min()), day(shown["last"].max())
        facts = count(len(data), "رویداد تاریخ‌دار", "dated fact", "dated facts", lang)
        if len(shown) < len(data):
            many = number(len(shown), lang)
            facts += say(lang, f"؛ {many} تای آن‌ها این‌جاست", f"; {many} of them here")
        finding = say(
            lang,
            f"{facts}، از {period(first, first, lang)} تا {period(last, last, lang)}.",
            f"{facts}, from {period(first, first, lang)} to {period(last, last, lang)}.",
        )
    note = source(tables, lang) + rest(len(data), len(shown), lang)
    if data["approximate"].any():
        note += say(lang, " هاشورخورده: تاریخ تقریبی.", " Hatched: approximate.")
    title = say(lang, "چه چیزی تاریخ دارد و کی؟", "What is dated, and when?")
    alt = "; ".join(
        _row_label(row, day(row.first), day(row.last), lang) for row in shown.itertuples()
    )
    return Words(title, finding, note, alt)
