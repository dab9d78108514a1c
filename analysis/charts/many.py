"""Views of many articles: topics by month and by publisher, articles by month."""

from collections import Counter
from datetime import date

import pandas as pd
from matplotlib.patches import Patch

from .grid import heat
from .script import MARKS, Lang, count, line, month_name, number, own, parts, say
from .style import HATCHES, SERIES, SMALL, Chart, Words, drawn, empty, finish, legend, plain, sheet
from .things import Tables, month, name, published, source, table

TOPICS, PUBLISHERS, MONTHS, TICKS = 10, 5, 36, 6
ROW = 0.27


def topics_over_time_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a month and topic: month (its first day), label, topic, count, per_thousand_words
    (of the articles of that month); the ten most frequent topics, months of the reader's calendar.
    """
    months = _months(tables, lang)
    return _by(tables, months, lang).rename(columns={"group": "month"})


def topics_by_publisher_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a publisher and topic: publisher, topic, count, per_thousand_words (of the
    publisher's articles); the ten most frequent topics, the five publishers with most articles.
    """
    articles = table(tables, "articles").dropna(subset=["publisher"])
    most = [who for who, _ in Counter(articles["publisher"]).most_common(PUBLISHERS)]
    kept = articles[articles["publisher"].isin(most)].set_index("article")["publisher"]
    data = _by(tables, kept, lang).rename(columns={"group": "publisher"})
    return data.assign(publisher=[name(who, lang) for who in data["publisher"]])


def _by(tables: Tables, groups: "pd.Series", lang: Lang) -> pd.DataFrame:
    rows = table(tables, "topics")
    rows = rows[rows["article"].isin(groups.index)]
    words = table(tables, "articles").set_index("article")["words"].groupby(groups).sum()
    top = [topic for topic, _ in Counter(rows["topic"]).most_common(TOPICS)]
    counts = Counter(zip(rows["article"].map(groups), rows["topic"], strict=True))
    made = [
        {
            "group": group,
            "topic": name(topic, lang),
            "count": counts[group, topic],
            "per_thousand_words": round(counts[group, topic] * 1000 / max(int(words[group]), 1), 2),
        }
        for group in sorted(set(groups))
        for topic in top
    ]
    return pd.DataFrame(made, columns=["group", "topic", "count", "per_thousand_words"])


def _months(tables: Tables, lang: Lang) -> "pd.Series":
    days = published(tables)
    return pd.Series([month(when, own(lang)) for when in days], index=days.index, dtype=object)


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
    peak = (
        data.sort_values("per_thousand_words", ascending=False, kind="stable")
        .head(5)
        .to_dict("records")
    )
    said = [f"{row['topic']}{MARKS[lang]} ({_head(row[by], lang)}{MARKS[lang]}): {number(row['per_thousand_words'], lang, decimals=1)}" for row in peak]  # fmt: skip
    finding = (
        say(lang, f"بیشترین: {said[0]}.", f"Most: {said[0]}.") if len(groups) > 1 and said else ""
    )
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


def _head(value: object, lang: Lang) -> str:
    if isinstance(value, date):
        year, number_, _ = parts(value, own(lang))
        return month_name(year, number_, own(lang), lang)
    return str(value)


def articles_over_time_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a month and publisher: month (its first day), publisher, count of articles; the
    publishers beyond the first five together.
    """
    months = _months(tables, lang)
    articles = table(tables, "articles")
    articles = articles[articles["article"].isin(months.index)]
    who = articles["publisher"].fillna(say(lang, "نامعلوم", "unknown"))
    top = [one for one, _ in Counter(who).most_common(PUBLISHERS)]
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


@drawn
def articles_over_time(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw the number of articles by month and publisher.

    >>> articles_over_time({}, "en").words.title
    'How many articles, when and by whom?'
    """
    data = articles_over_time_data(tables, lang)
    months, total = data.groupby("month", sort=True)["count"].sum(), int(data["count"].sum())
    alt = "; ".join(
        f"{_head(when, lang)}: {number(int(many), lang)}" for when, many in months.items()
    )
    finding = ""
    if total:
        articles = count(total, "مقاله", "article", "articles", lang)
        during = count(len(months), "ماه", "month", "months", lang)
        finding = say(lang, f"{articles} در {during}.", f"{articles} in {during}.")
    title = say(lang, "چند مقاله، کی و از چه کسی؟", "How many articles, when and by whom?")
    words = Words(title, finding, source(tables, lang), alt)
    if len(months) < 2:
        why = say(lang, "این نما مقاله‌هایی از دست‌کم دو ماه می‌خواهد.", "This view needs articles from two months or more.")  # fmt: skip
        return empty(words, lang, data, why)
    figure, (axes,) = sheet(words, lang, height=2.2)
    plain(axes, lang, values=False)
    axes.tick_params(axis="y", labelsize=SMALL)
    axes.grid(axis="y", color="#E3E5E8", linewidth=0.6)
    at = {when: when.toordinal() for when in months.index}
    base = dict.fromkeys(at, 0)
    handles = []
    for one, colour, hatch in zip(dict.fromkeys(data["publisher"]), SERIES, HATCHES, strict=False):
        rows = data[data["publisher"] == one]
        axes.bar([at[when] + 15 for when in rows["month"]], rows["count"], bottom=[base[when] for when in rows["month"]], width=26, color=colour, hatch=hatch, edgecolor="white", linewidth=0.4)  # fmt: skip
        base |= {when: base[when] + n for when, n in zip(rows["month"], rows["count"], strict=True)}
        handles.append(Patch(facecolor=colour, hatch=hatch, edgecolor="white", label=one))
    step = -(-len(at) // TICKS)
    ticked = list(at)[::step]
    axes.set_xticks(
        [at[when] + 15 for when in ticked], [line(_head(when, lang), lang) for when in ticked]
    )
    axes.yaxis.set_major_formatter(lambda value, _: number(value, lang))
    legend(axes, handles, lang, columns=2)
    return finish(figure, data)
