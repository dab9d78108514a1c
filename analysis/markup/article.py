"""An article with its mentions marked: a colour and a name for each class."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from .page import FONT, MODIFIERS, Markup, digits, direction, safe

if TYPE_CHECKING:
    from ..pipeline import Notes

LABELS: dict[str, tuple[str, str, str]] = {
    "PERSON": ("شخص", "person", "#CFE3F1"),
    "ROLE": ("سمت", "role", "#E4EEF6"),
    "ORGANISATION": ("سازمان", "organisation", "#FBE3B3"),
    "COUNTRY": ("کشور", "country", "#C4E8DB"),
    "DEMONYM": ("ملیت", "demonym", "#D9EFE6"),
    "PLACE": ("مکان", "place", "#E0F3EC"),
    "EVENT": ("رویداد", "event", "#F6D3BF"),
    "PROGRAMME": ("برنامه", "programme", "#F3DCE9"),
    "DATE": ("تاریخ", "date", "#FFF3A8"),
    "NUMBER": ("عدد", "number", "#E6E6E6"),
}
TOPIC, DEFECT = ("موضوع", "topic"), ("آسیب متن", "damage")
CHIP = (
    "display:inline-block;font-size:.65em;line-height:1;color:#444;margin:0 .3em;"
    "vertical-align:.25em;user-select:none"
)
APART = "&zwnj;"  # a chip's letters must not join the word before it


class Span(NamedTuple):
    """A part of the text to mark: where, the opening tag, and the name shown at its end."""

    start: int
    end: int
    tag: str
    opening: str
    chip: str = ""


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
    style = f"background:{colour};border-radius:.2em;padding:.1em 0;color:#111"
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
    chip = (
        f'<small style="{CHIP}">{APART}{span.chip}</small>' if span.chip and span.end == at else ""
    )
    return f"{chip}</{span.tag}>"


def _legend(spans: list[Span], lang: str) -> str:
    at = 0 if lang == "fa" else 1
    counts = Counter(span.chip for span in spans if span.chip)
    parts = [
        f'<span style="background:{colour};border-radius:.3em;padding:.1em .4em;margin:0 .2em">'
        f"{names[at]} {digits(counts[names[at]], lang)}</span>"
        for *names, colour in LABELS.values()
        if counts[names[at]]
    ]
    parts.append(f'<span style="border-bottom:2px dotted #0072B2;margin:0 .4em">{TOPIC[at]}</span>')
    parts.append(f'<span style="border-bottom:2px solid #D55E00;margin:0 .4em">{DEFECT[at]}</span>')
    style = f"font-family:{FONT};font-size:.85em;line-height:2;margin-bottom:.6em;color:#111"
    return f'<div dir="{direction(lang)}" lang="{lang}" style="{style}">{"".join(parts)}</div>'
