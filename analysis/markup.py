"""An article as right-to-left HTML with its mentions marked, and tables to read in a notebook.

Everything that comes from an article is escaped. Styles are inline, so that a notebook viewer that
drops style sheets still shows them; every mark also names its class in letters.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

    from .pipeline import Notes

LABELS: dict[str, tuple[str, str, str]] = {
    "PERSON": ("شخص", "person", "#CFE3F1"),
    "ROLE": ("سمت", "role", "#E4EEF6"),
    "ORGANISATION": ("سازمان", "organisation", "#FBE3B3"),
    "COUNTRY": ("کشور", "country", "#C4E8DB"),
    "PLACE": ("مکان", "place", "#E0F3EC"),
    "EVENT": ("رویداد", "event", "#F6D3BF"),
    "PROGRAMME": ("برنامه", "programme", "#F3DCE9"),
    "DATE": ("تاریخ", "date", "#FFF3A8"),
    "NUMBER": ("عدد", "number", "#E6E6E6"),
}
TOPIC, DEFECT = ("موضوع", "topic"), ("آسیب متن", "damage")
MODIFIERS = {
    "exact": ("دقیق", "exact"),
    "about": ("حدود", "about"),
    "more_than": ("بیش از", "more than"),
    "at_least": ("دست‌کم", "at least"),
    "less_than": ("کمتر از", "less than"),
    "at_most": ("حداکثر", "at most"),
    "up_to": ("تا", "up to"),
    "between": ("بین", "between"),
}
FONT = "Vazirmatn, 'IBM Plex Sans Arabic', Tahoma, sans-serif"
CHIP = "font-size:.65em;color:#444;margin-right:.3em;vertical-align:.25em"
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
SURROGATE = re.compile("[\ud800-\udfff]")


class Span(NamedTuple):
    """A part of the text to mark: where, the opening tag, and the name shown at its end."""

    start: int
    end: int
    tag: str
    opening: str
    chip: str = ""


class Markup:
    """HTML that Jupyter shows, and `to_html` makes a page of."""

    def __init__(self, html: str, title: str, lang: str = "fa") -> None:
        self.html, self.title, self.lang = html, title, lang

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<{self.title}>"

    def to_html(self) -> str:
        """A page of its own.

        >>> Markup("<p>سلام</p>", "a < b").to_html().splitlines()[3]
        '<title>a &lt; b</title>'
        """
        return (
            f'<!DOCTYPE html>\n<html lang="{self.lang}" dir="{_direction(self.lang)}">\n'
            f'<meta charset="utf-8">\n<title>{safe(self.title)}</title>\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<body style="max-width:46em;margin:2em auto;padding:0 1em">\n{self.html}\n</body>\n</html>\n'
        )


def _direction(lang: str) -> str:
    return "rtl" if lang == "fa" else "ltr"


def safe(text: object) -> str:
    """Escape a text, and show characters that are not seen (or turn the line) by their codes.

    >>> safe("<b>")
    '&lt;b&gt;'
    """
    words = SURROGATE.sub("\ufffd", escape(str(text)))
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", words)


def highlight(notes: "Notes", *, lang: str = "fa") -> Markup:
    """Mark an article's entities, dates, numbers, topics and damage, right to left.

    >>> from analysis import annotate
    >>> "<mark" in highlight(annotate("۲۶ آبان ۱۴۰۴"))._repr_html_()
    True
    """
    text = notes.article.text
    spans = _spans(notes, 0 if lang == "fa" else 1)
    body = "".join(_pieces(text, spans))
    style = f"font-family:{FONT};line-height:2.1;white-space:pre-wrap;text-align:right"
    html = f'{_legend(spans, lang)}<div dir="rtl" lang="fa" style="{style}">{body}</div>'
    title = notes.article.title or notes.article.id
    return Markup(f'<div class="gozareh">{html}</div>', title)


def _spans(notes: "Notes", at: int) -> list[Span]:
    rows = notes.rows
    made = [
        _mention(row, str(row["label"]), _about(row, "name", "iso3"), at)
        for row in rows["entities"]
    ]
    made += [_mention(row, "DATE", _about(row, "edtf"), at) for row in rows["dates"]]
    made += [_mention(row, "NUMBER", _number(row, at), at) for row in rows["numbers"]]
    line = "text-decoration:underline dotted #0072B2;text-underline-offset:.35em"
    made += [_other(row, line, f"{TOPIC[at]}: {row['term']}") for row in rows["topics"]]
    wavy = "text-decoration:underline wavy #D55E00;text-decoration-thickness:1px"
    made += [_other(row, wavy, f"{DEFECT[at]}: {row['kind']}") for row in rows["defects"]]
    return sorted(made, key=lambda span: (span.start, -span.end, span.opening))


def _about(row: Mapping[str, Any], *keys: str) -> str:
    return "; ".join(str(row[key]) for key in keys if row.get(key) is not None)


def _number(row: Mapping[str, Any], at: int) -> str:
    modifier = row.get("modifier")
    hedge = [MODIFIERS[modifier][at]] if modifier in MODIFIERS else []
    value = next((row[key] for key in ("value", "low", "high") if row.get(key) is not None), None)
    counted = row.get("counted")
    return " ".join(str(part) for part in (*hedge, value, counted) if part is not None)


def _mention(row: Mapping[str, Any], label: str, title: str, at: int) -> Span:
    *names, colour = LABELS[label]
    style = f"background:{colour};border-radius:.3em;padding:.1em .15em;color:#111"
    opening = f'<mark class="{label}" style="{style}" title="{safe(title)}">'
    return Span(row["start"], row["end"], "mark", opening, str(names[at]))


def _other(row: Mapping[str, Any], style: str, title: str) -> Span:
    return Span(row["start"], row["end"], "span", f'<span style="{style}" title="{safe(title)}">')


def _pieces(text: str, spans: list[Span]) -> Iterable[str]:
    """The text between all places where a span begins or ends, in the tags of the spans there."""
    cuts = sorted({0, len(text), *(at for span in spans for at in (span.start, span.end))})
    waiting, inside = list(reversed(spans)), list[Span]()
    for begin, end in pairwise(cuts):
        inside = [span for span in inside if span.end > begin]
        while waiting and waiting[-1].start <= begin:
            inside.append(waiting.pop())
        closing = "".join(_close(span, end) for span in reversed(inside))
        yield "".join(span.opening for span in inside) + safe(text[begin:end]) + closing


def _close(span: Span, at: int) -> str:
    chip = f'<small style="{CHIP}">{span.chip}</small>' if span.chip and span.end == at else ""
    return f"{chip}</{span.tag}>"


def _legend(spans: list[Span], lang: str) -> str:
    from collections import Counter

    at = 0 if lang == "fa" else 1
    counts = Counter(span.chip for span in spans if span.chip)
    parts = [
        f'<span style="background:{colour};border-radius:.3em;padding:.1em .4em;margin:0 .2em">'
        f"{names[at]} {_digits(counts[names[at]], lang)}</span>"
        for *names, colour in LABELS.values()
        if counts[names[at]]
    ]
    parts.append(f'<span style="border-bottom:2px dotted #0072B2;margin:0 .4em">{TOPIC[at]}</span>')
    parts.append(f'<span style="border-bottom:2px solid #D55E00;margin:0 .4em">{DEFECT[at]}</span>')
    style = f"font-family:{FONT};font-size:.85em;line-height:2;margin-bottom:.6em;color:#111"
    return f'<div dir="{_direction(lang)}" lang="{lang}" style="{style}">{"".join(parts)}</div>'


def _digits(value: object, lang: str) -> str:
    words = str(value)
    return words.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) if lang == "fa" else words


def table(
    frame: "pd.DataFrame", columns: Iterable[str] = (), *, lang: str = "fa", rows: int = 30
) -> Markup:
    """Show (the given columns of) a table right to left, its hedges in words; at most `rows` rows.

    >>> import pandas as pd
    >>> table(pd.DataFrame({"modifier": ["more_than"]}), lang="en")._repr_html_().count("more than")
    1
    """
    import pandas as pd

    names = list(columns) or list(frame.columns)
    cell = "padding:.25em .6em;text-align:start;border-bottom:1px solid #ddd;vertical-align:top"
    head = "".join(f'<th style="{cell}">{safe(name)}</th>' for name in names)
    body = []
    for row in frame[names].head(rows).itertuples(index=False, name=None):
        cells = [
            "" if pd.isna(value) else _cell(name, value, lang)
            for name, value in zip(names, row, strict=True)
        ]
        body.append(
            "<tr>" + "".join(f'<td style="{cell}"><bdi>{one}</bdi></td>' for one in cells) + "</tr>"
        )
    left = len(frame) - rows
    more = (
        {"fa": f"و {_digits(left, lang)} ردیف دیگر", "en": f"and {left} more rows"}[lang]
        if left > 0
        else ""
    )
    style = f"font-family:{FONT};border-collapse:collapse;font-size:.9em"
    return Markup(
        f'<div dir="{_direction(lang)}" lang="{lang}"><table style="{style}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table>{more}</div>",
        f"{len(frame)} rows",
        lang,
    )


def _cell(name: str, value: object, lang: str) -> str:
    if name == "modifier" and value in MODIFIERS:
        return MODIFIERS[str(value)][0 if lang == "fa" else 1]
    if isinstance(value, bool):
        return ("بله" if value else "نه") if lang == "fa" else ("yes" if value else "no")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    number = isinstance(value, int | float)
    return _digits(value, lang) if number else safe(value)
