"""The look of every chart: font, colours, direction, header and footer, and the Chart itself.

The font is always IBM Plex Sans Arabic, which pip installs beside the package: with a font that
only some machines have (Vazirmatn) the same tables would not give the same bytes everywhere.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache, wraps
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

import matplotlib
import pandas as pd
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Patch
from matplotlib.textpath import TextToPath
from matplotlib.ticker import FuncFormatter, MaxNLocator

from .script import ELLIPSIS, Lang, line, number, say, unmarked

FAMILY = "IBM Plex Sans Arabic"
# Okabe and Ito (2008), told apart by readers with any colour vision; brightness differs as well
BLUE, ORANGE, GREEN, SKY = "#0072B2", "#E69F00", "#009E73", "#56B4E9"
RED, PINK, INK, GREY, PALE = "#D55E00", "#CC79A7", "#222222", "#5F6368", "#E3E5E8"
SERIES = (BLUE, ORANGE, GREEN, PINK, SKY, RED, INK)
HATCHES = ("", "////", "....", "xxxx", "\\\\\\\\", "++++", "")
WIDTH, MARGIN, PAD, DPI = 4.5, 0.14, 0.03, 240
TITLE, TEXT, SMALL = 11.5, 9.0, 7.5
LEADING = 1.5 / 72

RC: dict[str, Any] = {
    "font.family": [FAMILY, "DejaVu Sans"],
    "font.size": TEXT,
    "text.color": INK,
    "text.parse_math": False,
    "axes.labelcolor": GREY,
    "axes.edgecolor": GREY,
    "axes.labelsize": SMALL,
    "axes.unicode_minus": False,
    "xtick.color": GREY,
    "ytick.color": INK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": TEXT,
    "hatch.linewidth": 0.6,
    "svg.fonttype": "path",
    "svg.hashsalt": "gozareh",
    "pdf.fonttype": 42,
    "savefig.dpi": DPI,
    "figure.dpi": DPI,
}


@cache
def register_font() -> None:
    """Make the font known to matplotlib."""
    import fontpkg_ibm_plex_sans_arabic as package

    for weight in ("Regular", "Bold"):
        path = Path(package.__file__).parent / "files" / f"IBMPlexSansArabic-{weight}.ttf"
        font_manager.fontManager.addfont(str(path))


def look() -> AbstractContextManager[None]:
    """Draw in the project's look inside this context, whatever the user's own settings are."""
    register_font()
    settings: dict[Any, Any] = dict(matplotlib.rcParamsDefault)
    return matplotlib.rc_context(settings | {"backend": "agg"} | RC)


class Chart(Figure):
    """A figure that carries what it shows: the plotted data and its words."""

    data: pd.DataFrame
    words: "Words"
    lang: Lang
    blank = False

    def draw(self, renderer: Any) -> None:
        """Draw in the project's look, also where it is called by others."""
        with look():
            super().draw(renderer)

    def savefig(self, fname: Any, **options: Any) -> None:
        """Save in the project's look."""
        with look():
            super().savefig(fname, **options)

    def __repr__(self) -> str:
        return f"<Chart: {self.words.title} {self.words.description}>"

    def _repr_png_(self) -> tuple[bytes, dict[str, int]]:
        file = BytesIO()
        self.savefig(file, format="png", metadata={"Software": None})
        return file.getvalue(), {"width": round(self.get_figwidth() * 120)}


class Draws(Protocol):
    """A chart's function."""

    def __call__(self, tables: Mapping[str, pd.DataFrame], lang: Lang = "fa") -> Chart: ...


def drawn(chart: Draws) -> Draws:
    """Run a chart's function in the project's look; ValueError for an unknown language."""

    @wraps(chart)
    def inside(tables: Mapping[str, pd.DataFrame], lang: Lang = "fa") -> Chart:
        say(lang, "", "")
        with look():
            made = chart(tables, lang)
            settle(made)
            return made

    return inside


def settle(figure: Figure) -> None:
    """Lay a chart out once and for all, rounded: the solver's last digits differ from run to run."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    for axes in figure.axes:
        left, bottom, width, height = axes.get_position(original=True).bounds
        axes.set_position((round(left, 5), round(bottom, 5), round(width, 5), round(height, 5)))


@dataclass(frozen=True)
class Words:
    """What is written around a chart, and the text that stands for it where it cannot be seen."""

    title: str
    finding: str
    note: str
    alt: str = ""
    told: str = ""  # the finding at length, with the names that the chart shows

    @property
    def caption(self) -> str:
        """One line to print under the chart."""
        parts = (unmarked(part).strip() for part in (self.title, self.finding, self.note))
        return " ".join(part if part[-1] in ".?؟!" else f"{part}." for part in parts if part)

    @property
    def description(self) -> str:
        """The alternative text; the caption where there is none."""
        return unmarked(self.alt) or self.caption


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line of text in inches."""
    register_font()
    font = FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")
    return float(TextToPath().get_text_width_height_descent(text, font, ismath=False)[0]) / 72


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines of a width in inches, at spaces."""
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}", size, bold=bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def label(text: str, lang: Lang, width: float = 1.35, size: float = TEXT) -> str:
    """Make a label of two lines at most, `width` inches wide, in the language's direction."""
    lines = wrap(text, width, size)
    lines = lines if len(lines) <= 2 else [lines[0], lines[1] + ELLIPSIS]
    return "\n".join(line(part, lang) for part in lines)


def side(lang: Lang) -> str:
    """The side from which lines are read."""
    return say(lang, "right", "left")


def sheet(
    words: Words, lang: Lang, *, height: float, rows: Sequence[float] = (1,), columns: int = 1
) -> tuple[Chart, list[Axes]]:
    """Open a chart with its header and footer and `height` inches for the axes between them."""
    inner = WIDTH - 2 * MARGIN
    blocks = [
        (wrap(words.title, inner, TITLE, bold=True), TITLE, INK, "bold"),
        (wrap(words.finding, inner, TEXT), TEXT, INK, "normal"),
        (wrap(words.note, inner, SMALL), SMALL, GREY, "normal"),
    ]
    tall = [len(lines) * size * LEADING for lines, size, _, _ in blocks]
    total = sum(tall) + height + 2 * MARGIN + 0.2
    figure = Chart(figsize=(WIDTH, total), layout="constrained")
    tops = [total - MARGIN, total - MARGIN - tall[0], MARGIN + tall[2]]
    x = (WIDTH - MARGIN if lang == "fa" else MARGIN) / WIDTH
    for (lines, size, colour, weight), top in zip(blocks, tops, strict=True):
        for i, part in enumerate(lines):
            figure.text(
                x, (top - i * size * LEADING) / total, line(part, lang),
                ha=side(lang), va="top", fontsize=size, color=colour, fontweight=weight,
            )  # fmt: skip
    bottom = (MARGIN + tall[2] + 0.06) / total
    engine: Any = figure.get_layout_engine()
    edge = (MARGIN - PAD) / WIDTH
    rect = (edge, bottom, 1 - 2 * edge, height / total)
    engine.set(rect=rect, w_pad=PAD, h_pad=PAD, hspace=0.02)
    grid = figure.subplots(len(rows), columns, squeeze=False, height_ratios=rows)
    figure.words, figure.lang = words, lang
    return figure, [axes for line_ in grid for axes in line_]


def finish(figure: Chart, data: pd.DataFrame) -> Chart:
    """Give the chart the data that it shows."""
    figure.data = data
    return figure


def empty(words: Words, lang: Lang, data: pd.DataFrame, why: str = "") -> Chart:
    """Make a chart that says that there is nothing to show, and why."""
    nothing = say(lang, "داده‌ای برای نشان دادن نیست.", "There is nothing to show.")
    figure, (axes,) = sheet(words, lang, height=0.7)
    figure.blank = True
    axes.set_axis_off()
    axes.text(
        0.5, 0.5, label(why or nothing, lang, WIDTH - 0.8),
        ha="center", va="center", color=GREY, transform=axes.transAxes,
    )  # fmt: skip
    return finish(figure, data)


def plain(axes: Axes, lang: Lang, *, values: bool = True) -> None:
    """Strip an axes to what is read: names on the reading side, values from there onwards."""
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0)
    if lang == "fa":
        axes.yaxis.tick_right()
        axes.invert_xaxis()
    axes.set_axisbelow(True)
    if values:
        axes.grid(axis="x", color=PALE, linewidth=0.6)
        axes.xaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, lang)))


def names(axes: Axes, labels: Sequence[str], lang: Lang, *, width: float = 1.35) -> None:
    """Write the names of rows 0, 1, 2 ... from the top down."""
    broken = [measure(text, TEXT) > width for text in labels]
    sizes = [SMALL if small else TEXT for small in broken]
    both = zip(labels, sizes, strict=True)
    axes.set_yticks(range(len(labels)), [label(text, lang, width, size) for text, size in both])
    for text, size in zip(axes.get_yticklabels(), sizes, strict=True):
        text.set(
            fontsize=size, linespacing=0.95, multialignment="left" if lang == "fa" else "right"
        )
    axes.set_ylim(len(labels) - 0.4, -0.6)


def legend(axes: Axes, handles: Sequence[Any], lang: Lang, *, columns: int = 3) -> None:
    """Put a legend above the axes, on the reading side and in reading order."""
    right, columns = lang == "fa", min(columns, len(handles))
    for handle in handles:
        handle.set_label(line(str(handle.get_label()), lang))
    axes.legend(
        handles=_in_reading_order(list(handles), columns, lang),
        loc="lower right" if right else "lower left", bbox_to_anchor=(1 if right else 0, 1), ncols=columns,
        markerfirst=not right, alignment=side(lang), frameon=False, fontsize=SMALL,
        borderaxespad=0.2, borderpad=0, columnspacing=1.2, handlelength=1.3, handletextpad=0.5,
    )  # fmt: skip


def _in_reading_order(handles: list[Any], columns: int, lang: Lang) -> list[Any]:
    """Order the entries of a legend for matplotlib, which fills columns, from the left."""
    blanks = -len(handles) % columns
    padded = handles + [Patch(alpha=0, label=" ") for _ in range(blanks)]
    order = range(columns - 1, -1, -1) if lang == "fa" else range(columns)
    return [handle for at in order for handle in padded[at::columns]]


def lowered(text: str) -> str:
    """Begin a label in lower case, for use inside a sentence."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def above(axes: Axes, row: float, text: str, lang: Lang, *, bold: bool = False) -> None:
    """Write a line above the bar of a row, from the reading side."""
    axes.annotate(
        line(text, lang), (1 if lang == "fa" else 0, row - 0.18), xycoords=("axes fraction", "data"),
        ha=side(lang), va="center", fontsize=8.5, fontweight="bold" if bold else "normal",
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6}, annotation_clip=False,
    )  # fmt: skip
