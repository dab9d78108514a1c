"""What was found in the text: who and what is named, and what is damaged."""

import pandas as pd
from matplotlib.patches import Patch

from .bars import bars
from .script import MARKS, Lang, count, number, quoted, say
from .style import (  # fmt: skip
    BLUE,
    GREEN,
    GREY,
    HATCHES,
    ORANGE,
    PINK,
    RED,
    SKY,
    Chart,
    Words,
    drawn,
    empty,
    finish,
    legend,
    sheet,
)
from .things import Tables, country, leads, name, rest, source, table

SHOWN, ROW = 15, 0.3
LABELS = {
    "PERSON": ("شخص", "person", BLUE),
    "ORGANISATION": ("سازمان", "organisation", ORANGE),
    "COUNTRY": ("کشور", "country", GREEN),
    "PLACE": ("مکان", "place", SKY),
    "EVENT": ("رویداد", "event", RED),
    "PROGRAMME": ("برنامه", "programme", PINK),
    "ROLE": ("سمت", "role", GREY),
}
KINDS = {
    "missing-zwnj": ("نیم‌فاصلهٔ ازدست‌رفته", "lost half-space"),
    "space-for-zwnj": ("فاصله به جای نیم‌فاصله", "space for a half-space"),
    "stray-zwnj": ("نیم‌فاصلهٔ بی‌جا", "stray half-space"),
    "missing-space": ("فاصلهٔ ازدست‌رفته", "missing space"),
    "space-before-punctuation": ("فاصله پیش از نشانه", "space before punctuation"),
    "space-after-bracket": ("فاصله پس از کمان", "space after a bracket"),
    "extra-space": ("فاصلهٔ اضافی", "extra space"),
    "unbalanced-quote": ("گیومهٔ بسته‌نشده", "quotation never closed"),
    "arabic-letter": ("حرف عربی", "Arabic letter"),
    "arabic-digit": ("رقم عربی", "Arabic digit"),
    "mixed-digits": ("ارقام درهم", "mixed digits"),
    "presentation-form": ("شکل نمایشی حرف", "presentation form"),
    "tatweel": ("کشیده", "stretched letter"),
    "zwnj-substitute": ("نشانهٔ ¬ به جای نیم‌فاصله", "sign for a half-space"),
    "control-character": ("نویسهٔ کنترلی", "control character"),
    "impossible-date": ("تاریخ ناممکن", "impossible date"),
    "contradicting-weekday": ("روز هفتهٔ ناسازگار", "contradicting weekday"),
    "contradicting-dates": ("تاریخ‌های ناسازگار", "contradicting dates"),
}


def entities_named_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row an entity, the most named first: name, label, iso3, count of mentions, articles.

    A role counts for the person who holds it, where the text tells. Demonyms name nobody.
    """
    rows = table(tables, "entities").dropna(subset=["entity"])
    rows = rows[rows["label"].isin(LABELS)]
    known = rows.assign(
        label=rows["label"].where(~rows["entity"].str.startswith("person:"), "PERSON")
    )
    made = known.groupby("entity", as_index=False).agg(
        name=("name", "first"), label=("label", "first"), iso3=("iso3", "first"),
        count=("start", "size"), articles=("article", "nunique"),
    )  # fmt: skip
    named = [_name(row.name_, row.label, row.iso3, lang) for row in made.rename(columns={"name": "name_"}).itertuples()]  # fmt: skip
    made = made.assign(name=named).sort_values(["count", "name"], ascending=[False, True], ignore_index=True)  # fmt: skip
    return made[["name", "label", "iso3", "count", "articles"]]


def _name(words: object, label: object, iso3: object, lang: Lang) -> str:
    return country(str(iso3), lang) if label == "COUNTRY" else name(str(words), lang)


@drawn
def entities_named(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw who and what is named most.

    >>> entities_named({}, "en").words.title
    'Who and what is named most?'
    """
    data = entities_named_data(tables, lang)
    shown = data.head(SHOWN)
    finding = ""
    if len(data):
        many = count(int(data["count"].sum()), "بار نام", "mention", "mentions", lang)
        first = quoted(str(data["name"][0]), lang)
        most = say(lang, f"؛ بیش از همه {first}", f"; most often {first}") * leads(data["count"])
        names = count(len(data), "نام", "name", "names", lang)
        finding = say(lang, f"{many} از {names}{most}.", f"{many} of {names}{most}.")
    alt = "; ".join(f"{row[1]}{MARKS[lang]}: {number(row[4], lang)}" for row in shown.itertuples())
    title = say(lang, "بیش از همه نام چه کسی و چه چیزی آمده است؟", "Who and what is named most?")
    words = Words(title, finding, source(tables, lang) + rest(len(data), SHOWN, lang), alt)
    if data.empty:
        return empty(words, lang, data)
    figure, (axes,) = sheet(words, lang, height=len(shown) * ROW + 0.5)
    bars(axes, list(shown["name"]), list(shown["count"]), lang)
    handles = []
    for (label, (*said, colour)), hatch in zip(LABELS.items(), HATCHES, strict=True):
        at = [i for i, one in enumerate(shown["label"]) if one == label]
        if at:
            for bar in (axes.patches[i] for i in at):
                bar.set(facecolor=colour, hatch=hatch, edgecolor="white", linewidth=0.4)
            handles.append(Patch(facecolor=colour, hatch=hatch, edgecolor="white", label=said[0 if lang == "fa" else 1]))  # fmt: skip
    legend(axes, handles, lang, columns=4)
    return finish(figure, data)


def defects_found_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a kind of damage, the most frequent first: kind, label, count, articles, example."""
    rows = table(tables, "defects")
    made = rows.groupby("kind", as_index=False).agg(
        count=("start", "size"), articles=("article", "nunique"), example=("text", "first")
    )
    made.insert(1, "label", [say(lang, *KINDS.get(kind, (kind, kind))) for kind in made["kind"]])
    return made.sort_values(["count", "kind"], ascending=[False, True], ignore_index=True)


@drawn
def defects_found(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw what is damaged in the texts as published.

    >>> defects_found({}, "en").words.title
    'What is damaged in the text?'
    """
    data = defects_found_data(tables, lang)
    alt = "; ".join(f"{row.label}: {number(row[3], lang)}" for row in data.itertuples())
    total = int(data["count"].sum())
    finding = count(total, "آسیب", "defect", "defects", lang) + "." if total else ""
    title = say(lang, "در متن چه چیزی آسیب دیده است؟", "What is damaged in the text?")
    words = Words(title, finding, source(tables, lang), alt)
    if data.empty:
        return empty(words, lang, data)
    figure, (axes,) = sheet(words, lang, height=len(data) * ROW + 0.15)
    bars(axes, list(data["label"]), list(data["count"]), lang)
    return finish(figure, data)
