"""Time an article and memory of a process from ten articles to many; two processes against one.

The archive is the demonstration corpus, its sentences in ever new order: short articles of about
750 characters, so that a hundred thousand of them are done in minutes. Runs of 10 to 100,000 go to
processes that have been started and have read their models before, for the start (its time is
printed by itself) would be most of a small run; runs shorter than a thousand are repeated. Two
processes against one are two calls of the command line over one archive, start and all.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import psutil

from analysis.archive import Crew, annotate_into
from analysis.archive.batches import batches_of
from analysis.archive.crews import pool
from analysis.archive.work import annotate_batch

sys.path.insert(0, str(Path(__file__).parent.parent))

import demo

ROOT = Path(__file__).parent.parent.parent
SIZES = (10, 100, 1_000, 10_000, 100_000)
BLOCK = 200
ENOUGH = 1_000  # articles that a size is measured by at least
COMPARED = 10_000  # articles that two processes and one are compared by


class Run(NamedTuple):
    """What runs of one size took: wall and processor milliseconds an article, memory in MB."""

    articles: int
    wall: float
    processor: float
    memory: float


def write(path: Path, count: int) -> None:
    """Write an archive of any size."""
    rng = random.Random(7)
    base = [article.text.split("\n") for article in demo.articles(BLOCK)]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            lines = [line for other in rng.sample(base, 2) for line in other]
            row = {"id": str(number), "text": "\n".join(lines), "published": "2025-11-16"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def warm(number: int) -> int:
    """Annotate a few articles, and stay busy until the other processes have begun too."""
    batch = next(batches_of(demo.articles(20)))
    annotate_batch(batch)
    time.sleep(2)
    return number


@contextmanager
def crew(workers: int) -> Iterator[Crew]:
    """A crew of processes that are ready, and stay for many runs."""
    begin = time.perf_counter()
    with pool(workers).gather() as executor:
        list(executor.map(warm, range(workers)))
        print(f"{workers} processes ready in {time.perf_counter() - begin - 2:.1f} s", flush=True)
        kept: nullcontext[Executor] = nullcontext(executor)
        yield Crew(lambda: kept, max(2, workers))


@contextmanager
def watched() -> Iterator[list[float]]:
    """The most megabytes that this process or one of its children takes meanwhile."""
    peak, done = [0.0], Event()

    def watch() -> None:
        while not done.wait(0.2):
            for process in family():
                try:
                    peak[0] = max(peak[0], process.memory_info().rss / 2**20)
                except psutil.Error:
                    continue

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    yield peak
    done.set()
    watcher.join()


def family() -> list[psutil.Process]:
    """This process and its children."""
    return [psutil.Process(), *psutil.Process().children(recursive=True)]


def processor() -> float:
    """Seconds of processor time that this process and its children have taken."""
    times = [process.cpu_times() for process in family()]
    return sum(each.user + each.system for each in times)


def measure(archive: Path, size: int, crew: Crew) -> Run:
    """Annotate an archive into a folder, a small one again and again."""
    again = max(1, ENOUGH // size)
    with watched() as peak, tempfile.TemporaryDirectory() as folder:
        wall, busy = time.perf_counter(), processor()
        for number in range(again):
            annotate_into(archive, Path(folder) / str(number), crew)
        wall, busy = time.perf_counter() - wall, processor() - busy
    each = 1000 / (again * size)
    return Run(size, wall * each, busy * each, peak[0])


def command(archive: Path, workers: int) -> float:
    """Seconds that the command line takes for an archive."""
    call = [sys.executable, "-m", "analysis", "run", "--corpus", str(archive)]
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        subprocess.run(
            [*call, "--workers", str(workers), "--out", f"{folder}/out"],
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        return time.perf_counter() - begin


def plot(runs: list[Run], path: Path) -> None:
    """Draw processor milliseconds an article and megabytes a process over the articles."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(2, sharex=True, layout="constrained")
    for axis, column, label in zip(axes, (2, 3), ("ms an article", "MB a process"), strict=True):
        axis.plot([run[0] for run in runs], [run[column] for run in runs], "o-")
        axis.set(xscale="log", ylabel=label, ylim=(0, None))
    axes[-1].set_xlabel("articles")
    figure.savefig(path)


def main() -> None:
    """Print a line for each size, then the gain of a second process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=SIZES[-1], help="the largest archive")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--plot", type=Path, metavar="PNG")
    got = options.parse_args()
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.jsonl"
        write(archive, min(got.most, COMPARED))
        one, two = (command(archive, workers) for workers in (1, 2))
        words = f"{min(got.most, COMPARED):,} articles: one process {one:.1f} s, two {two:.1f} s"
        print(f"{words}: {one / two:.2f} times as fast", flush=True)
        with crew(got.workers) as ready:
            for size in (size for size in SIZES if size <= got.most):
                write(archive, size)
                runs.append(run := measure(archive, size, ready))
                print(
                    f"{run.articles:8,} articles {run.wall:7.2f} ms each,"
                    f" {run.processor:7.2f} ms of processor time, {run.memory:4.0f} MB a process",
                    flush=True,
                )
    if got.plot:
        plot(runs, got.plot)


if __name__ == "__main__":
    main()
