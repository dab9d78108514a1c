"""A grid of cells: darker is more, with the numbers in them where there is room."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from .script import Lang, number
from .style import INK, SMALL, label, names, plain

SHADES = LinearSegmentedColormap.from_list("shades", ["#F4F7FA", "#7FB2D6", "#0B4F83"])
ROOM, STRAIGHT, TICKS = 8, 4, 12
Grid = list[list[Any]]


def heat(
    axes: Axes, grid: Grid, heads: tuple[list[str], list[str]], lang: Lang, *, decimals: int = 0
) -> None:
    """Draw a grid with the heads of its rows and columns; None is an empty cell."""
    rows, columns = heads
    plain(axes, lang, values=False)
    names(axes, rows, lang)
    values = [[float("nan") if value is None else value for value in row] for row in grid]
    high = max((value for row in grid for value in row if value is not None), default=1) or 1
    x, y = ([at - 0.5 for at in range(len(heads[i]) + 1)] for i in (1, 0))
    axes.pcolormesh(
        x, y, values, cmap=SHADES, vmin=0, vmax=high, edgecolor="white", linewidth=1,
    )  # fmt: skip
    axes.set_ylim(len(rows) - 0.5, -0.5)
    _columns(axes, columns, lang)
    if len(columns) <= ROOM:
        for i, row in enumerate(grid):
            _numbers(axes, i, row, (high, decimals), lang)


def _columns(axes: Axes, columns: list[str], lang: Lang) -> None:
    size = SMALL - 0.5
    step = -(-len(columns) // TICKS)
    ticked = range(0, len(columns), step)
    width = 0.8 if len(columns) <= STRAIGHT else 1.6
    axes.set_xticks(ticked, [label(columns[at], lang, width, size) for at in ticked])
    axes.tick_params(axis="x", labelsize=size, labelcolor=INK)
    if len(columns) > STRAIGHT:
        right = lang == "fa"
        for text in axes.get_xticklabels():
            text.set(
                rotation=40 if right else -40, rotation_mode="anchor", va="top",
                ha="right" if right else "left", multialignment="right" if right else "left",
            )  # fmt: skip


def _numbers(axes: Axes, i: int, row: list[Any], scale: tuple[float, int], lang: Lang) -> None:
    high, decimals = scale
    for j, value in enumerate(row):
        if value:
            axes.text(
                j, i, number(value, lang, decimals=decimals), ha="center", va="center_baseline",
                fontsize=SMALL, color="white" if value > 0.55 * high else INK,
            )  # fmt: skip
