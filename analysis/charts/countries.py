"""Meetings by country, stacked by status."""

import pandas as pd

from .bars import stacked
from .meet import TALKS
from .script import Lang, count, number, say
from .style import Chart, Words, drawn, empty, finish, legend, names, plain, sheet
from .things import STATUS, Tables, country, leads, source, status, table

COLUMNS = ["country", "iso3", "status", "count"]
TOP = 15


def meetings_by_country_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a country and status: country, iso3, status, count of meetings in the articles;
    the countries beyond the first 15 together as the rest (iso3 NA).
    """
    rows = table(tables, "meetings").dropna(subset=["counterpart_iso3", "status"])
    rows = rows[rows["type"].isin(TALKS)]
    many = rows.groupby("counterpart_iso3").size().rename("n").reset_index()
    top = list(
        many.sort_values(["n", "counterpart_iso3"], ascending=[False, True])["counterpart_iso3"]
    )[:TOP]
    key = rows["counterpart_iso3"].where(rows["counterpart_iso3"].isin(top), "")
    table_ = rows.assign(iso3=key).groupby(["iso3", "status"]).size().rename("count").reset_index()
    others = say(lang, "دیگر کشورها", "other countries")
    table_ = table_.assign(
        country=[country(code, lang) if code else others for code in table_["iso3"]],
        order=[top.index(code) if code else TOP for code in table_["iso3"]],
        nth=table_["status"].map(list(STATUS).index),
    )
    table_ = table_.sort_values(["order", "nth"], ignore_index=True)
    return table_.assign(iso3=table_["iso3"].replace("", None))[COLUMNS]


@drawn
def meetings_by_country(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw the number of meetings by country, stacked by status.

    >>> meetings_by_country({}, "en").words.title
    'With which countries?'
    """
    data = meetings_by_country_data(tables, lang)
    names_ = list(dict.fromkeys(data["country"]))
    total = data.groupby("country", sort=False)["count"].sum()
    alt = "; ".join(f"{one}: {number(int(total[one]), lang)}" for one in names_)
    facts = f"{count(int(total.sum()), 'دیدار', 'meeting', 'meetings', lang)}"
    finding = _most_met(facts, total, lang) if names_ else ""
    words = Words(
        say(lang, "با کدام کشورها؟", "With which countries?"), finding, source(tables, lang), alt
    )
    if data.empty:
        return empty(words, lang, data)
    figure, (axes,) = sheet(words, lang, height=len(names_) * 0.27 + 0.55)
    plain(axes, lang)
    names(axes, names_, lang)
    series = {value: status(value, lang) for value in STATUS}
    handles = stacked(axes, data[["country", "status", "count"]], series)
    legend(axes, handles, lang, columns=4)
    return finish(figure, data)


def _most_met(facts: str, total: "pd.Series[int]", lang: Lang) -> str:
    """How many meetings, and with whom most, unless several countries share the first place."""
    first = say(lang, f"، بیش از همه با {total.index[0]}", f", most with {total.index[0]}")
    return say(lang, f"{facts} در مقاله‌ها", f"{facts} in the articles") + first * leads(total) + "."
