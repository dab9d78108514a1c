"""Participants of this edition of the conference and of earlier ones."""

from typing import Any

import pandas as pd

from .record import COLOURS, MODIFIERS, ROW, claims_data, hatch
from .script import Lang, number, say
from .style import Chart, Words, above, drawn, empty, finish, lowered, plain, sheet
from .things import Tables, named, source, table

COLUMNS = ["edition", "who", "label", "value", "modifier", "source", "source_date"]


def participants_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a number of participants: edition, who (article, record), label, value, modifier,
    source, source_date; the earlier editions first. Only of events that the articles name.
    """
    facts = table(tables, "record_facts")
    facts = facts[facts["fact"].astype(str).str.startswith("participants")]
    facts = facts.loc[[named(tables, event) for event in facts["event"]]]
    rows = facts.assign(who="record", label=facts[say(lang, "label_fa", "label_en")])
    claimed = claims_data(tables, lang)
    claimed = claimed[(claimed["who"] == "article") & (claimed["fact"] == "participants")]
    edition = facts.loc[facts["fact"] == "participants", "edition"]
    told = say(lang, "به گفتهٔ مقاله", "According to the article")
    claimed = claimed.assign(edition=edition.max() if len(edition) else None, label=told)
    both = [part[COLUMNS] for part in (rows, claimed) if len(part)]
    if not both:
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat(both).sort_values(["edition", "value"], ignore_index=True)


@drawn
def participants(tables: Tables, lang: Lang = "fa") -> Chart:
    """Draw how many took part in this edition and in earlier ones.

    >>> participants({}, "en").words.title
    'How many took part?'
    """
    data = participants_data(tables, lang)
    alt = "; ".join(_edition(row, lang) for row in data.itertuples())
    note = say(
        lang,
        "حضوری و ثبت‌نام‌شده یکی نیستند؛ این عددها را نمی‌توان مستقیم سنجید. هاشورخورده: مرز پایین.",
        "In person and registered are not the same measure: not to be compared directly. "
        "Hatched: a lower bound.",
    )
    title = say(lang, "چند نفر شرکت کردند؟", "How many took part?")
    words = Words(title, "", note if len(data) else source(tables, lang), alt)
    if data.empty:
        return empty(words, lang, data)
    figure, (axes,) = sheet(words, lang, height=len(data) * ROW + 0.1)
    plain(axes, lang, values=False)
    axes.set_xticks([])
    axes.set_yticks([])
    for i, row in enumerate(data.itertuples()):
        axes.barh(
            i + 0.22, float(str(row.value)), height=0.3, color=COLOURS[str(row.who)],
            hatch=hatch(row), edgecolor="white",
        )  # fmt: skip
        above(axes, i, _edition(row, lang), lang)
    axes.set_ylim(len(data) - 0.45, -0.5)
    return finish(figure, data)


def _edition(row: Any, lang: Lang) -> str:
    hedge = say(lang, *MODIFIERS[row.modifier]) if row.modifier in MODIFIERS else ""
    year = number(int(row.edition), lang).replace("٬", "").replace(",", "")
    return f"{year}: {hedge}{number(float(row.value), lang)} ({lowered(str(row.label))})"
