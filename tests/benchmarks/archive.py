"""Time an article and memory of a process from ten articles to many; two cores against one."""

import argparse
import json
import random
import sys
import tempfile
import time
from pathlib import Path
from threading import Event, Thread

import psutil

from analysis.archive import annotate_into, crew_of

sys.path.insert(0, str(Path(__file__).parent.parent))

import demo

SIZES = (10, 100, 1_000, 10_000, 100_000)
BLOCK = 200


def write(path: Path, count: int) -> None:
    """Write an archive of any size: the demonstration corpus, its sentences in ever new order."""
    rng = random.Random(7)
    base = [article.text.split("\n") for article in demo.articles(BLOCK)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            lines = [line for other in rng.sample(base, 3) for line in other]
            row = {"id": str(number), "text": "\n".join(lines), "published": "2025-11-16"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def measure(path: Path, workers: int) -> tuple[float, int]:
    """Seconds of a run, and the most memory that any of its processes took."""
    peak, done = [0], Event()

    def watch() -> None:
        me = psutil.Process()
        while not done.wait(0.2):
            for process in [me, *me.children(recursive=True)]:
                try:
                    peak[0] = max(peak[0], process.memory_info().rss)
                except psutil.Error:
                    continue

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        annotate_into(path, Path(folder) / "out", crew_of(workers))
        took = time.perf_counter() - begin
    done.set()
    watcher.join()
    return took, peak[0]


def plot(rows: list[tuple[int, float, float]], path: Path) -> None:
    """Draw milliseconds an article and megabytes a process over the number of articles."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, sharex=True, layout="constrained")
    for axis, column, label in zip(axes, (1, 2), ("ms an article", "MB a process"), strict=True):
        axis.plot([row[0] for row in rows], [row[column] for row in rows], "o-")
        axis.set(xscale="log", ylabel=label, ylim=(0, None))
    axes[-1].set_xlabel("articles")
    figure.savefig(path)


def main() -> None:
    """Print a line for each size, then the gain of a second core."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=SIZES[-1], help="the largest archive")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--plot", type=Path, metavar="PNG")
    got = options.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        for size in (size for size in SIZES if size <= got.most):
            write(archive, size)
            took, peak = measure(archive, got.workers)
            rows.append((size, 1000 * took / size, peak / 2**20))
            print(
                f"{size:8,} articles {took:9.1f} s {rows[-1][1]:8.2f} ms each {rows[-1][2]:6.0f} MB"
            )
        write(archive, min(got.most, 5_000))
        one, two = (measure(archive, workers)[0] for workers in (1, 2))
        print(f"two processes against one: {one / two:.2f} times as fast")
    if got.plot:
        plot(rows, got.plot)


if __name__ == "__main__":
    main()
