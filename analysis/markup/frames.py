"""Tables and findings to read in a notebook, right to left for Persian."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .page import FONT, MODIFIERS, Markup, digits, direction, safe

if TYPE_CHECKING:
    import pandas as pd

    from ..charts import Chart

SHORT, GROUPED = 24, 10_000
OPEN_BOX = "␣"
CELL = "padding:.25em .6em;text-align:start;border-bottom:1px solid #ddd;vertical-align:top"


def table(
    frame: "pd.DataFrame", columns: Iterable[str] = (), *, lang: str = "fa", rows: int = 30
) -> Markup:
    """Show (the given columns of) a table, its hedges in words; at most `rows` rows.

    Where the rows are of several articles, the article comes first.

    >>> import pandas as pd
    >>> table(pd.DataFrame({"modifier": ["more_than"]}), lang="en")._repr_html_().count("more than")
    1
    """
    names = list(columns) or list(frame.columns)
    if "article" in frame and "article" not in names and frame["article"].nunique() > 1:
        names = ["article", *names]
    head = "".join(f'<th style="{CELL}">{safe(name)}</th>' for name in names)
    shown = frame[names].head(rows).itertuples(index=False, name=None)
    body = "".join(f"<tr>{_row(names, row, lang)}</tr>" for row in shown)
    style = f"font-family:{FONT};border-collapse:collapse;font-size:.9em"
    return Markup(
        f'<div dir="{direction(lang)}" lang="{lang}"><table style="{style}"><thead><tr>{head}</tr>'
        f"</thead><tbody>{body}</tbody></table>{_rest(len(frame), rows, lang)}</div>",
        f"{len(frame)} rows",
        lang,
    )


def _row(names: list[str], row: tuple[object, ...], lang: str) -> str:
    cells = [_cell(name, value, lang) for name, value in zip(names, row, strict=True)]
    widths = ("white-space:nowrap" if len(cell) < SHORT else "min-width:11em" for cell in cells)
    styles = [f"{CELL};{width}" for width in widths]
    pairs = zip(styles, cells, strict=True)
    return "".join(f'<td style="{style}"><bdi>{cell}</bdi></td>' for style, cell in pairs)


def _rest(total: int, shown: int, lang: str) -> str:
    if not total:
        return "<p>ردیفی نیست.</p>" if lang == "fa" else "<p>No rows.</p>"
    if total <= shown:
        return ""
    more = digits(total - shown, lang)
    return f"<p>و {more} ردیف دیگر</p>" if lang == "fa" else f"<p>and {more} more rows</p>"


def _cell(name: str, value: object, lang: str) -> str:
    import pandas as pd

    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    value = value.item() if hasattr(value, "item") else value
    if name == "modifier" and value in MODIFIERS:
        return MODIFIERS[str(value)][0 if lang == "fa" else 1]
    if isinstance(value, bool):
        return ("بله" if value else "نه") if lang == "fa" else ("yes" if value else "no")
    if isinstance(value, float):
        value = int(value) if value.is_integer() else round(value, 2)
    if isinstance(value, int | float):
        return digits(f"{value:,}" if abs(value) >= GROUPED else value, lang)
    return _seen(str(value))


def _seen(text: str) -> str:
    """Escape a text; one of nothing but spaces shows them."""
    return safe(text) if text.strip() else OPEN_BOX * len(text)


def findings(*charts: "Chart") -> Markup:
    """List what charts found, in their language; a chart with nothing to show says nothing."""
    from ..charts.script import unmarked

    lang = charts[0].lang if charts else "en"
    words = [chart.words for chart in charts if chart.words.finding and not chart.blank]
    said = [one.told or one.finding for one in words]
    items = "".join(f"<li>{safe(unmarked(one))}</li>" for one in said)
    style = f"font-family:{FONT};font-size:1.05em;line-height:1.8"
    html = f'<ul dir="{direction(lang)}" lang="{lang}" style="{style}">{items}</ul>'
    return Markup(html, unmarked(" ".join(said)), lang)
