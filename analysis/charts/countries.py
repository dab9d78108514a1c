"""Meetings by country, stacked by status."""

from collections import Counter

import pandas as pd

from .bars import stacked
from .script import Lang, count, number, say
from .style import Chart, Words, drawn, empty, finish, legend, names, plain, sheet
from .talks import talks
from .things import STATUS, Tables, events, leads, source, status

COLUMNS = ["country", "iso3", "status", "count"]
TOP = 15


def meetings_by_country_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a country and status: country, iso3, status, count of events in the articles; a
    plan that was carried out counts once. The countries beyond the first 15 are together as the
    rest (iso3 NA; also for two countries neither of which is the one that most meetings are of).
    """
    rows = talks(tables, events(tables))
    rows = rows[~rows["event"].isin(rows["follows"].dropna())].dropna(subset=["status"])
    rows = rows.assign(key=[party.key if party.countries else "" for party in rows["party"]])
    rows = rows[rows["key"] != ""]
    parties = dict(zip(rows["key"], rows["party"], strict=True))
    many = Counter[str](rows["key"])
    top = sorted(many, key=lambda key: (-many[key], key))[:TOP]
    key = rows["key"].where(rows["key"].isin(top), "")
    table_ = rows.assign(key=key).groupby(["key", "status"]).size().rename("count").reset_index()
    table_ = table_.assign(
        country=[parties[key].label(lang) if key else _others(lang) for key in table_["key"]],
        iso3=pd.Series([parties[key].iso3 if key else None for key in table_["key"]], dtype=object),
        order=[top.index(key) if key else TOP for key in table_["key"]],
        nth=table_["status"].map(list(STATUS).index),
    )
    return table_.sort_values(["order", "nth"], ignore_index=True)[COLUMNS]


@drawn
def meetings_by_country(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw the number of meetings by country, stacked by status.

    >>> meetings_by_country({}, "en").words.title
    'With which countries?'
    """
    data = meetings_by_country_data(tables, lang)
    total = data.groupby("country", sort=False)["count"].sum()
    shown = total.drop(_others(lang), errors="ignore")
    alt = "; ".join(f"{one}: {number(int(many), lang)}" for one, many in total.items())
    facts = f"{count(int(total.sum()), 'دیدار', 'meeting', 'meetings', lang)}"
    finding = _most_met(facts, shown, lang) if len(shown) else ""
    note = source(tables, lang)
    if len(shown) < len(total):
        more = count(int(total[_others(lang)]), "دیدار", "meeting", "meetings", lang)
        note += say(lang, f" {more} با دیگر کشورها در نمودار نیست.", f" {more} with other countries not drawn.")  # fmt: skip
    words = Words(say(lang, "با کدام کشورها؟", "With which countries?"), finding, note, alt)
    if data.empty:
        return empty(words, lang, data)
    figure, (axes,) = sheet(words, lang, height=len(shown) * 0.27 + 0.55)
    plain(axes, lang)
    names(axes, list(shown.index), lang)
    series = {value: status(value, lang) for value in STATUS}
    bars = data.loc[data["country"].isin(shown.index), ["country", "status", "count"]]
    legend(axes, stacked(axes, bars, series), lang, columns=4)
    return finish(figure, data)


def _others(lang: Lang) -> str:
    return say(lang, "دیگر کشورها", "other countries")


def _most_met(facts: str, total: "pd.Series[int]", lang: Lang) -> str:
    """How many meetings, and with whom most, unless several countries share the first place."""
    first = say(lang, f"، بیش از همه با {total.index[0]}", f", most with {total.index[0]}")
    return say(lang, f"{facts} در مقاله‌ها", f"{facts} in the articles") + first * leads(total) + "."
