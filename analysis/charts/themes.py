"""Topics: how often, where in the text, together with which others."""

from collections import Counter
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from ..topics import label
from .bars import bars
from .grid import SHADES, heat
from .script import MARKS, Lang, count, line, number, quoted, say
from .style import BLUE, PALE, Chart, Words, drawn, empty, finish, names, plain, sheet
from .things import Tables, counted, leads, rest, source, table

SHOWN, CORNER = 15, 8
ROW = 0.27
BINS, CROWDED = 20, 90
FEW_ARTICLES = 5


def topic_frequencies_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a topic, the most frequent first: topic, count of its mentions, per_thousand_words,
    sentences, articles.
    """
    rows = counted(tables, "frequencies")
    rows = rows[rows["by"] == "corpus"]
    made = rows.assign(topic=[label(topic, lang) for topic in rows["topic"]])
    made = made.sort_values(["count", "topic"], ascending=[False, True], ignore_index=True)
    return made[["topic", "count", "per_thousand_words", "sentences", "articles"]]


@drawn
def topic_frequencies(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw how often each topic is mentioned.

    >>> topic_frequencies({}, "en").words.title
    'Which topics, how often?'
    """
    data = topic_frequencies_data(tables, lang)
    shown = data.head(SHOWN)
    total = count(int(data["count"].sum()), "بار نام", "mention", "mentions", lang)
    finding = ""
    if len(data):
        first = quoted(data["topic"][0], lang)
        share = number(data["per_thousand_words"][0], lang, decimals=1)
        most = say(lang, f"؛ بیش از همه {first}، {share} بار در هر هزار واژه", f"; most often {first}, {share} per thousand words")  # fmt: skip
        many = count(len(data), "موضوع", "topic", "topics", lang)
        finding = f"{many}{say(lang, '، ', ', ')}{total}{most * leads(data['count'])}."
    note = source(tables, lang) + rest(len(data), SHOWN, lang)
    alt = "; ".join(
        f"{row.topic}{MARKS[lang]}: {number(int(str(row.count)), lang)}" for row in _rows(shown)
    )
    words = Words(
        say(lang, "کدام موضوع‌ها، چند بار؟", "Which topics, how often?"), finding, note, alt
    )
    if data.empty:
        return empty(words, lang, data)
    figure, (axes,) = sheet(words, lang, height=len(shown) * ROW + 0.15)
    bars(axes, list(shown["topic"]), list(shown["count"]), lang)
    return finish(figure, data)


def _rows(data: pd.DataFrame) -> list[Any]:
    return list(data.itertuples())


def topic_dispersion_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a mention: topic, article, position (0 the article's beginning, 1 its end), text."""
    rows = table(tables, "topics")
    lengths = table(tables, "articles").set_index("article")["characters"]
    size = rows["article"].map(lengths).astype(float)
    position = ((rows["start"] + rows["end"]).astype(float) / 2 / size).round(4)
    made = rows.assign(position=position, topic=[label(topic, lang) for topic in rows["topic"]])
    made = made.assign(many=-made.groupby("topic")["topic"].transform("size").astype(float))
    keys = ["many", "topic", "article", "position"]
    return made.sort_values(keys, ignore_index=True)[["topic", "article", "position", "text"]]


@drawn
def topic_dispersion(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw where in the text each topic is mentioned: ticks, or shares of twentieths where many.

    >>> topic_dispersion({}, "en").words.title
    'Where in the text?'
    """
    data = topic_dispersion_data(tables, lang)
    topics = list(dict.fromkeys(data["topic"]))
    shown = topics[:SHOWN]
    note = source(tables, lang) + rest(len(topics), SHOWN, lang)
    middle = data.groupby("topic")["position"].median()
    alt = "; ".join(_place(topic, float(middle[topic]), lang) for topic in shown)
    finding = ""
    if topics:
        early = min(topics, key=lambda topic: float(middle[topic]))
        late = max(topics, key=lambda topic: float(middle[topic]))
        finding = say(lang, f"زودتر از همه {quoted(early, lang)} و دیرتر از همه {quoted(late, lang)}.", f"{quoted(early, lang)} comes earliest, {quoted(late, lang)} latest (by the median mention).")  # fmt: skip
    words = Words(say(lang, "در کجای متن؟", "Where in the text?"), finding, note, alt)
    if data.empty:
        return empty(words, lang, data)
    figure, (axes,) = sheet(words, lang, height=len(shown) * ROW + 0.35)
    plain(axes, lang, values=False)
    names(axes, shown, lang)
    _strip(axes, data[data["topic"].isin(shown)], shown)
    axes.set_xlim((1, 0) if lang == "fa" else (0, 1))
    ends = [say(lang, "آغاز", "beginning"), say(lang, "میانه", "middle"), say(lang, "پایان", "end")]
    axes.set_xticks([0, 0.5, 1], [line(end, lang) for end in ends])
    first, _, last = axes.get_xticklabels()
    first.set_horizontalalignment("right" if lang == "fa" else "left")
    last.set_horizontalalignment("left" if lang == "fa" else "right")
    return finish(figure, data)


def _place(topic: str, middle: float, lang: Lang) -> str:
    return f"{topic}{MARKS[lang]}: {number(middle * 100, lang)}{say(lang, '٪', '%')}"


def _strip(axes: Axes, data: pd.DataFrame, topics: list[str]) -> None:
    rows = data["topic"].map(topics.index)
    if len(data) <= CROWDED:
        axes.hlines(range(len(topics)), 0, 1, color=PALE, linewidth=0.8)
        axes.vlines(data["position"], rows - 0.32, rows + 0.32, color=BLUE, linewidth=1.6)
        return
    where = (data["position"] * BINS).astype(int).clip(upper=BINS - 1)
    shares = Counter(zip(rows, where, strict=True))
    top = Counter(rows)
    grid = [[shares[i, at] / top[i] for at in range(BINS)] for i in range(len(topics))]
    for i in range(len(topics)):
        edges = [at / BINS for at in range(BINS + 1)]
        axes.pcolormesh(
            edges, [i - 0.36, i + 0.36], [grid[i]], cmap=SHADES, vmin=0, vmax=max(map(max, grid))
        )


def topic_cooccurrence_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a pair of topics that occur together: topic, other, together (in how many units),
    scope (sentence for fewer than five articles, else article), npmi.
    """
    scope = "sentence" if len(table(tables, "articles")) < FEW_ARTICLES else "article"
    rows = counted(tables, "cooccurrence")
    rows = rows[rows["scope"] == scope]
    rows = rows.sort_values(["together", "topic", "other"], ascending=[False, True, True])
    names_ = {key: [label(topic, lang) for topic in rows[key]] for key in ("topic", "other")}
    return rows.assign(**names_)[["topic", "other", "together", "scope", "npmi"]].reset_index(
        drop=True
    )


@drawn
def topic_cooccurrence(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw which topics stand together in a sentence (in an article, where there are many).

    >>> topic_cooccurrence({}, "en").words.title
    'Together with which others?'
    """
    data = topic_cooccurrence_data(tables, lang)
    per = "" if data.empty else data["scope"][0]
    unit = say(lang, "جمله", "sentences") if per == "sentence" else say(lang, "مقاله", "articles")
    finding = alt = ""
    if len(data) and leads(data["together"]):
        one, two, many = data["topic"][0], data["other"][0], int(data["together"][0])
        finding = say(lang, f"بیش از همه {quoted(one, lang)} با {quoted(two, lang)}: {number(many, lang)} {unit}.", f"Most often {quoted(one, lang)} with {quoted(two, lang)}: {number(many, lang)} {unit if many > 1 else unit[:-1]}.")  # fmt: skip
    if len(data):
        alt = "; ".join(
            f"{row.topic} + {row.other}{MARKS[lang]}: {number(row.together, lang)}"
            for row in _rows(data.head(SHOWN))
        )
    note = say(lang, f"عدد هر خانه: شمار {unit}‌هایی که هر دو در آن آمده‌اند. ", f"Each cell: number of {unit} that name both. ")  # fmt: skip
    words = Words(say(lang, "کدام‌ها با هم؟", "Together with which others?"), finding, (note if per else "") + source(tables, lang), alt)  # fmt: skip
    if data.empty:
        return empty(words, lang, data)
    weight: Counter[str] = Counter()
    for row in _rows(data):
        weight.update({row.topic: row.together, row.other: row.together})
    top = [topic for topic, _ in weight.most_common(CORNER)]
    cells = {(row.topic, row.other): row.together for row in _rows(data)}
    grid = [[cells.get((a, b)) or cells.get((b, a)) or 0 if j < i else None for j, b in enumerate(top)] for i, a in enumerate(top)]  # fmt: skip
    figure, (axes,) = sheet(words, lang, height=(len(top) - 1) * 0.36 + 0.6)
    heat(axes, [row[:-1] for row in grid[1:]], (top[1:], top[:-1]), lang)
    return finish(figure, data)
