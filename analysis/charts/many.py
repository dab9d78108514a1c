"""Views of many articles: topics by month and by publisher, articles by month."""

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd
from matplotlib.ticker import MaxNLocator

from ..topics import label
from .bars import stacked
from .grid import heat
from .script import MARKS, Lang, count, line, month_name, number, own, parts, say
from .style import SMALL, Chart, Words, drawn, empty, finish, legend, plain, sheet
from .things import Tables, counted, leads, name, published, source, table

MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
TOPICS, PUBLISHERS, MONTHS, TICKS, ENOUGH = 10, 5, 36, 6, 5
ROW = 0.27


def topics_over_time_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a month and topic: month (year and number), topic, count, per_thousand_words (of the
    articles of that month); the ten most frequent topics of these months, of the reader's calendar.
    """
    return _by(tables, say(lang, "jalali_month", "month"), lang).rename(columns={"value": "month"})


def topics_by_publisher_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a publisher and topic: publisher, topic, count, per_thousand_words (of the
    publisher's articles); the five publishers with most articles, their ten most frequent topics.
    """
    publishers = table(tables, "articles")["publisher"].dropna()
    most = {who for who, _ in Counter(publishers).most_common(PUBLISHERS)}
    data = _by(tables, "publisher", lang, most).rename(columns={"value": "publisher"})
    return data.assign(publisher=[name(who, lang) for who in data["publisher"]])


def _by(tables: Tables, by: str, lang: Lang, only: Iterable[str] | None = None) -> pd.DataFrame:
    rows = counted(tables, "frequencies")
    rows = rows[rows["by"] == by]
    rows = rows if only is None else rows[rows["value"].isin(only)]
    whole = rows.groupby("topic")["count"].sum()
    top = sorted(whole.index, key=lambda topic: (-whole[topic], topic))[:TOPICS]
    rows = rows.set_index(["value", "topic"])
    groups = sorted(set(rows.index.get_level_values("value")))
    every = pd.MultiIndex.from_product([groups, top], names=["value", "topic"])
    made = rows[["count", "per_thousand_words"]].reindex(every, fill_value=0).reset_index()
    return made.assign(topic=[label(topic, lang) for topic in made["topic"]])


def _months(tables: Tables, lang: Lang) -> "pd.Series":
    days = published(tables)
    months = [parts(when, own(lang))[:2] for when in days]
    return pd.Series([f"{year:04}-{month:02}" for year, month in months], index=days.index)


@drawn
def topics_over_time(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw how often the topics are mentioned month by month.

    >>> topics_over_time({}, "en").words.title
    'Which topics, when?'
    """
    data = topics_over_time_data(tables, lang)
    title = say(lang, "کدام موضوع‌ها، کی؟", "Which topics, when?")
    why = say(lang, "این نما مقاله‌هایی از دست‌کم دو ماه می‌خواهد.", "This view needs articles from two months or more.")  # fmt: skip
    return _topics(data, ("month", title, why), tables, lang)


@drawn
def topics_by_publisher(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw how often the topics are mentioned by each publisher.

    >>> topics_by_publisher({}, "en").words.title
    'Which topics, by whom?'
    """
    data = topics_by_publisher_data(tables, lang)
    title = say(lang, "کدام موضوع‌ها، از چه کسی؟", "Which topics, by whom?")
    why = say(lang, "این نما مقاله‌های دست‌کم دو منتشرکننده را می‌خواهد.", "This view needs articles of two publishers or more.")  # fmt: skip
    return _topics(data, ("publisher", title, why), tables, lang)


def _topics(data: pd.DataFrame, plan: tuple[str, str, str], tables: Tables, lang: Lang) -> Chart:
    by, title, why = plan
    groups, topics = list(dict.fromkeys(data[by])), list(dict.fromkeys(data["topic"]))
    note = say(lang, "بار نام در هر هزار واژه؛ هرچه تیره‌تر بیشتر. ", "Mentions per thousand words; darker is more. ") + source(tables, lang)  # fmt: skip
    left = table(tables, "articles")["publisher"].nunique() - len(groups)
    if by == "publisher" and left > 0:
        more = count(left, "منتشرکنندهٔ دیگر", "more publisher", "more publishers", lang)
        note += say(lang, f" بی {more}.", f" Without {more}.")
    peak = (
        data.sort_values("per_thousand_words", ascending=False, kind="stable")
        .head(5)
        .to_dict("records")
    )
    unit = say(lang, "بار در هر هزار واژه", "per thousand words")
    said = [f"{row['topic']}{MARKS[lang]} ({_head(row[by], lang)}{MARKS[lang]}): {number(row['per_thousand_words'], lang, decimals=1)} {unit}" for row in peak]  # fmt: skip
    clear = len(groups) > 1 and bool(peak) and peak[0]["count"] >= ENOUGH and leads(row["per_thousand_words"] for row in peak)  # fmt: skip
    finding = say(lang, f"بیشترین: {said[0]}.", f"Most: {said[0]}.") if clear else ""
    words = Words(title, finding, note, "; ".join(said))
    if len(groups) < 2:
        return empty(words, lang, data, why)
    columns = groups[-MONTHS:]
    kept = data[data[by].isin(columns)]
    grid = kept.pivot(index="topic", columns=by, values="per_thousand_words").loc[topics, columns]
    figure, (axes,) = sheet(words, lang, height=len(topics) * ROW + 0.75)
    heads = [_head(one, lang) for one in columns]
    heat(axes, grid.to_numpy().tolist(), (topics, heads), lang, decimals=1)
    return finish(figure, data)


def _head(value: str, lang: Lang) -> str:
    if match := MONTH.fullmatch(value):
        return month_name(int(match[1]), int(match[2]), own(lang), lang)
    return value


def articles_over_time_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a month and publisher: month (year and number, of the reader's calendar), publisher, count of articles; the
    publishers beyond the first five together, if there are several.
    """
    months = _months(tables, lang)
    articles = table(tables, "articles")
    articles = articles[articles["article"].isin(months.index)]
    who = articles["publisher"].fillna(say(lang, "نامعلوم", "unknown"))
    every = [one for one, _ in Counter(who).most_common()]
    top = every if len(every) <= PUBLISHERS + 1 else every[:PUBLISHERS]
    who = who.where(who.isin(top), say(lang, "دیگران", "others"))
    order = [*top, say(lang, "دیگران", "others")]
    counts = Counter(zip(articles["article"].map(months), who, strict=True))
    made = [
        {"month": when, "publisher": name(one, lang), "count": counts[when, one]}
        for when in sorted(set(months))
        for one in order
        if counts[when, one]
    ]
    return pd.DataFrame(made, columns=["month", "publisher", "count"])


def _how_many(months: "pd.Series[int]", tables: Tables, lang: Lang) -> str:
    """How many articles in how many months, and how many more have no date."""
    total = int(months.sum())
    if not total:
        return ""
    articles = count(total, "مقاله", "article", "articles", lang)
    during = count(len(months), "ماه", "month", "months", lang)
    without = len(table(tables, "articles")) - total
    more = say(lang, f"؛ {number(without, lang)} مقالهٔ بی‌تاریخ", f", {number(without, lang)} without a date")  # fmt: skip
    return (
        say(lang, f"{articles} در {during}", f"{articles} in {during}") + more * bool(without) + "."
    )


@drawn
def articles_over_time(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw the number of articles by month and publisher.

    >>> articles_over_time({}, "en").words.title
    'How many articles, when and by whom?'
    """
    data = articles_over_time_data(tables, lang)
    months = data.groupby("month", sort=True)["count"].sum()
    alt = "; ".join(
        f"{_head(str(when), lang)}: {number(int(many), lang)}" for when, many in months.items()
    )
    title = say(lang, "چند مقاله، کی و از چه کسی؟", "How many articles, when and by whom?")
    words = Words(title, _how_many(months, tables, lang), source(tables, lang), alt)
    if len(months) < 2:
        why = say(lang, "این نما مقاله‌هایی از دست‌کم دو ماه می‌خواهد.", "This view needs articles from two months or more.")  # fmt: skip
        return empty(words, lang, data, why)
    figure, (axes,) = sheet(words, lang, height=2.2)
    plain(axes, lang, values=False)
    axes.tick_params(axis="y", labelsize=SMALL)
    axes.grid(axis="y", color="#E3E5E8", linewidth=0.6)
    at = {when: nth for nth, when in enumerate(months.index)}
    last = name(say(lang, "دیگران", "others"), lang)
    publishers = {one: one for one in sorted(dict.fromkeys(data["publisher"]), key=last.__eq__)}
    handles = stacked(axes, data, publishers, upright=True)
    step = -(-len(at) // TICKS)
    ticked = list(at)[::step]
    axes.set_xticks(
        [at[when] for when in ticked], [line(_head(when, lang), lang) for when in ticked]
    )
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.yaxis.set_major_formatter(lambda value, _: number(value, lang))
    legend(axes, handles, lang, columns=2)
    return finish(figure, data)
