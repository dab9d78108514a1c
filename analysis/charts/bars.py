"""Rows with a bar and its number each."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from .script import Lang, number
from .style import BLUE, SMALL, names, plain


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
