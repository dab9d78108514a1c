"""The articles against the public record: what they claim, what the record holds."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from ..lexicon import compact
from .axis import calendars
from .script import Lang, count, digits, listing, months, number, parts, period, say
from .style import (
    BLUE,
    ORANGE,
    PALE,
    Chart,
    Words,
    above,
    drawn,
    empty,
    finish,
    lowered,
    plain,
    sheet,
)
from .things import Tables, day, source, table

COLUMNS = ["fact", "label", "kind", "who", "articles", "first", "last", "value", "modifier", "text", "source", "source_date"]  # fmt: skip
MODIFIERS = {
    "about": ("حدود ", "about "),
    "more_than": ("بیش از ", "more than "),
    "at_least": ("دست‌کم ", "at least "),
    "less_than": ("کمتر از ", "fewer than "),
    "at_most": ("حداکثر ", "at most "),
    "up_to": ("تا ", "up to "),
}
UNDATED = re.compile(r"\s\(?(?:\d|no\.).*")
NEAR = 0.1
ROW, TITLE, AXES = 0.4, 0.26, 0.5
COLOURS = {"article": BLUE, "record": ORANGE}


def claims_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a statement about a fact of the record: fact, label, kind (period, count), who
    (article, record), articles, first, last, value, modifier, text, source, source_date.

    Only facts that an article makes a claim about. A claim is a number that counts the fact's
    noun in a sentence that names the event, the days given for the event itself, or a dated fact
    of the timeline that has the noun.
    """
    facts = table(tables, "record_facts")
    rows: list[dict[str, Any]] = []
    for fact in facts.to_dict("records"):
        claimed = _claims(fact, tables)
        if claimed:
            shared = {
                "fact": fact["fact"],
                "label": say(lang, str(fact["label_fa"]), str(fact["label_en"])),
                "kind": fact["kind"],
            }
            kept = {key: fact[key] for key in COLUMNS if key in fact and key not in shared}
            rows += [{**shared, "who": "article", **claim} for claim in claimed]
            rows.append({**shared, "who": "record", **kept})
    return pd.DataFrame(rows, columns=COLUMNS)


def _claims(fact: dict[Any, Any], tables: Tables) -> list[dict[str, Any]]:
    if fact["kind"] == "count" and isinstance(fact["counted"], str):
        numbers = table(tables, "numbers").dropna(subset=["counted"])
        noun = [_says(words, fact["counted"]) for words in numbers["counted"]]
        keys = ["value", "modifier"]
        found = _in_sentences(numbers.loc[noun].dropna(subset=["value"]), _sentences(fact, tables))
    elif fact["kind"] == "period":
        keys = ["first", "last"]
        found = _periods(fact, tables).dropna(subset=keys)
    else:
        return []
    groups = found.groupby(keys, sort=True, as_index=False)
    merged = groups.agg(articles=("article", "nunique"), text=("text", "first"))
    return [{str(key): value for key, value in row.items()} for row in merged.to_dict("records")]


def _periods(fact: dict[Any, Any], tables: Tables) -> pd.DataFrame:
    """The periods that articles give: of the event itself, or of what the fact's noun names."""
    if isinstance(fact["counted"], str):
        rows = table(tables, "timeline")
        told = [_says(f"{row.what} {row.text}", fact["counted"]) for row in rows.itertuples()]
        return rows.loc[told]
    rows = table(tables, "meetings")
    rows = rows[rows["type"].eq("conference") & rows["date_source"].eq("text")]
    return rows.loc[[_says(str(occasion), fact["event"]) for occasion in rows["occasion"]]]


def _says(words: str, name: str) -> bool:
    return compact(name) in compact(words)


def _sentences(fact: dict[Any, Any], tables: Tables) -> set[tuple[str, int]]:
    entities = table(tables, "entities")
    named = entities[entities["name"].fillna("").map(compact) == compact(str(fact["event"]))]
    return set(zip(named["article"], named["sentence"], strict=True))


def _in_sentences(rows: pd.DataFrame, sentences: set[tuple[str, int]]) -> pd.DataFrame:
    pairs = zip(rows["article"], rows["sentence"], strict=True)
    return rows.loc[[pair in sentences for pair in pairs]]


def agrees(claim: Any, record: Any) -> bool:
    """Tell whether a claim fits the record: equal, within a tenth if about, beyond if a bound."""
    if claim.kind == "period":
        return bool(claim.first == record.first and claim.last == record.last)
    if claim.modifier in ("more_than", "at_least"):
        return bool(record.value >= claim.value)
    if claim.modifier in ("less_than", "at_most", "up_to"):
        return bool(record.value <= claim.value)
    slack = NEAR if claim.modifier == "about" else 0
    return bool(abs(claim.value - record.value) <= slack * record.value)


@drawn
def claims(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw each claim of the articles above the same fact in the record.

    >>> claims({}, "en").words.title
    'What the articles say, and what the record says'
    """
    data = claims_data(tables, lang)
    words = _words(data, tables, lang)
    if data.empty:
        return empty(words, lang, data)
    parts = [rows for _, rows in data.groupby("fact", sort=False)]
    double = [rows["kind"].iloc[0] == "period" for rows in parts]
    heights = [len(rows) * ROW + TITLE for rows in parts]
    height = sum(heights) + AXES * sum(double) + 0.08 * len(parts)
    figure, panels = sheet(words, lang, height=height, rows=heights)
    for axes, rows, two in zip(panels, parts, double, strict=True):
        plain(axes, lang, values=False)
        axes.set_yticks([])
        if two:
            _periods_panel(axes, rows, lang)
        else:
            _counts_panel(axes, rows, lang)
    return finish(figure, data)


def _periods_panel(axes: Axes, rows: pd.DataFrame, lang: Lang) -> None:
    firsts, lasts = [day(one) for one in rows["first"]], [day(one) for one in rows["last"]]
    pad = timedelta(days=max(1, round((max(lasts) - min(firsts)).days * 0.03)))
    calendars(axes, min(firsts) - pad, max(lasts) + pad, lang)
    for i, (row, first, last) in enumerate(zip(rows.itertuples(), firsts, lasts, strict=True)):
        width = (last - first).days + 1
        axes.barh(i + 0.22, width, left=first.toordinal(), height=0.3, color=COLOURS[str(row.who)])
        above(axes, i, statement(row, lang), lang)
    _heading(axes, rows, lang)


def _counts_panel(axes: Axes, rows: pd.DataFrame, lang: Lang) -> None:
    axes.set_xticks([])
    for i, row in enumerate(rows.itertuples()):
        value, who = float(str(row.value)), str(row.who)
        axes.barh(
            i + 0.22, value, height=0.3, color=COLOURS[who], hatch=hatch(row), edgecolor="white"
        )
        above(axes, i, statement(row, lang), lang)
    limit = float(rows["value"].astype(float).max()) * 1.04
    axes.set_xlim((limit, 0) if lang == "fa" else (0, limit))
    _heading(axes, rows, lang)


def hatch(row: Any) -> str:
    """Hatching that marks a number as a bound or an approximation."""
    return "////" if row.modifier in MODIFIERS else ""


def _heading(axes: Axes, rows: pd.DataFrame, lang: Lang) -> None:
    above(axes, -0.62, str(rows["label"].iloc[0]), lang, bold=True)
    axes.axhline(-0.5, color=PALE, linewidth=0)
    axes.set_ylim(len(rows) - 0.45, -1.1)


def statement(row: Any, lang: Lang) -> str:
    """Say who says what: «مقاله: بیش از ۱٬۵۰۰», "record: 2,572 (Trend 2025-12-08)"."""
    who = (
        say(lang, "مقاله", "article") if row.who == "article" else say(lang, "منابع دیگر", "record")
    )
    if row.kind == "period":
        return f"{who}: {period(day(row.first), day(row.last), lang)}"
    hedge = say(lang, *MODIFIERS[row.modifier]) if row.modifier in MODIFIERS else ""
    return f"{who}: {hedge}{number(float(row.value), lang)}"


def _difference(claim: Any, record: Any, lang: Lang) -> str:
    if claim.kind == "period" and claim.last != record.last:
        ends = day(claim.last), day(record.last)
        many = count(abs((ends[1] - ends[0]).days), "روز", "day", "days", lang)
        sooner = say(lang, "زودتر", "before") if ends[0] < ends[1] else say(lang, "دیرتر", "after")
        return say(
            lang,
            f"{claim.label}: پایان در مقاله {many} {sooner} از منابع دیگر است{_same_day(*ends, lang)}.",
            f"{claim.label}: the article's end is {many} {sooner} the record's{_same_day(*ends, lang)}.",
        )
    return (
        f"{claim.label}: {statement(claim, lang)}{say(lang, '؛ ', '; ')}{statement(record, lang)}."
    )


def _same_day(claimed: date, recorded: date, lang: Lang) -> str:
    """Tell where both say the same day of a month, one of a Jalali and one of a Gregorian month."""
    jalali, gregorian = parts(claimed, "jalali"), parts(recorded, "gregorian")
    if jalali[2] != gregorian[2]:
        return ""
    here = f"{jalali[2]} {months('jalali', lang)[jalali[1] - 1]}"
    there = f"{gregorian[2]} {months('gregorian', lang)[gregorian[1] - 1]}"
    return digits(say(lang, f" ({here} در برابر {there})", f" ({here} for {there})"), lang)


def _publishers(data: pd.DataFrame) -> list[str]:
    parts = ";".join(data.loc[data["who"] == "record", "source"].astype(str)).split(";")
    return sorted({UNDATED.sub("", part).strip() for part in parts} - {""})


def _pairs(data: pd.DataFrame) -> Iterable[tuple[Any, Any]]:
    for _, rows in data.groupby("fact", sort=False):
        *told, record = rows.itertuples()
        yield from ((claim, record) for claim in told)


def _words(data: pd.DataFrame, tables: Tables, lang: Lang) -> Words:
    pairs = list(_pairs(data))
    wrong = [_difference(*pair, lang) for pair in pairs if not agrees(*pair)]
    right = list(
        dict.fromkeys(lowered(str(claim.label)) for claim, record in pairs if agrees(claim, record))
    )
    fits = listing(right, lang)
    if right:
        wrong.append(
            say(lang, f"سازگار با منابع دیگر: {fits}.", f"In keeping with the record: {fits}.")
        )
    sources = listing(_publishers(data), lang)
    note = source(tables, lang)
    if sources:
        note += say(lang, f" منابع دیگر: {sources}.", f" Record: {sources}.")
        note += say(
            lang, " هاشورخورده: عدد تقریبی یا مرزی.", " Hatched: a bound or an approximate number."
        )
    title = say(
        lang,
        "مقاله چه می‌گوید و منابع دیگر چه می‌گویند؟",
        "What the articles say, and what the record says",
    )
    alt = "; ".join(f"{row.label}: {statement(row, lang)}" for row in data.itertuples())
    return Words(title, " ".join(wrong[:3]), note, alt)
