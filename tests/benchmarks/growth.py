"""Hostile input: how much longer twice as much takes; two times is linear, four is quadratic."""

import time
from collections.abc import Callable

from analysis.corpus import Article
from analysis.pipeline import annotate

SIZES = (250_000, 500_000, 1_000_000)
SHAPES: dict[str, Callable[[int], str]] = {
    "letters without a space": lambda size: "ا" * size,
    "digits without a space": lambda size: "۱" * size,
    "open quotation marks": lambda size: "«" * size,
    "full stops": lambda size: "." * size,
    "spaces": lambda size: " " * size + "پایان",
    "half-spaces": lambda size: "ا\u200c" * (size // 2),
    "numerals in words": lambda size: "سی و " * (size // 5),
    "days in a row": lambda size: "۲۶ تا " * (size // 6),
    "months": lambda size: "آبان " * (size // 5),
    "slashes": lambda size: "۱۴۰۴/" * (size // 5),
    "ministers": lambda size: "وزیر " * (size // 5),
    "countries": lambda size: "ایران و " * (size // 8),
    "meetings": lambda size: "دیدار با " * (size // 9),
    "letters and digits": lambda size: "ا۱" * (size // 2),
    "combining marks": lambda size: "ا" + "\u064e" * size,
    "prose": lambda size: "وزیر با همتای خود در باکو دیدار کرد. " * (size // 37),
}


def seconds(text: str) -> float:
    """Time to annotate a text."""
    begin = time.process_time()
    annotate(Article("a", text, published="2025-11-16"))
    return time.process_time() - begin


def main() -> None:
    """Print each shape's times and by how much they grow."""
    annotate("گرم‌کردن")
    for name, shape in SHAPES.items():
        times = [seconds(shape(size)) for size in SIZES]
        growth = times[-1] / max(times[-2], 1e-9)
        print(
            f"{name:26}{''.join(f'{t:9.2f} s' for t in times)}   twice as much: {growth:.1f} times"
        )


if __name__ == "__main__":
    main()
