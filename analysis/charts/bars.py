"""Bars: one a row with its number, or stacked."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from .script import Lang, number
from .style import BLUE, HATCHES, SERIES, SMALL, names, plain


def bars(axes: Axes, labels: Sequence[str], values: Sequence[int], lang: Lang, *, width: float = 1.7) -> None:  # fmt: skip
    """Draw a bar for each label, with its value at the end; labels at most `width` inches wide."""
    right = lang == "fa"
    plain(axes, lang, values=False)
    axes.set_xticks([])
    names(axes, labels, lang, width=width)
    axes.barh(range(len(values)), values, height=0.66, color=BLUE)
    for i, value in enumerate(values):
        axes.annotate(
            number(value, lang), (value, i), xytext=(-4 if right else 4, 0), va="center_baseline",
            textcoords="offset points", ha="right" if right else "left", fontsize=SMALL,
        )  # fmt: skip


def stacked(axes: Axes, data: pd.DataFrame, series: Mapping[str, str], *, upright: bool = False) -> list[Patch]:  # fmt: skip
    """Stack counts; `data` has the columns row, series and count, `series` the label of each.

    Return the legend's handles, of those series that there are.
    """
    row, one = data.columns[:2]
    base = dict.fromkeys(dict.fromkeys(data[row]), 0)
    at = {name: nth for nth, name in enumerate(base)}
    handles = []
    for value, colour, hatch in zip(series, SERIES, HATCHES, strict=False):
        part = data[data[one] == value]
        if part.empty:
            continue
        draw, thick = (axes.bar, 0.86) if upright else (axes.barh, 0.66)
        spots, starts = [at[name] for name in part[row]], [base[name] for name in part[row]]
        draw(spots, part["count"], thick, starts, color=colour, hatch=hatch, edgecolor="white", linewidth=0.5)  # fmt: skip
        base |= {name: base[name] + n for name, n in zip(part[row], part["count"], strict=True)}
        handles.append(Patch(facecolor=colour, hatch=hatch, edgecolor="white", label=series[value]))
    return handles
