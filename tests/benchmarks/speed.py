"""Characters a second of the whole annotation and of each stage, beside a peer on the same text.

The peer, parstdex, finds the spans of dates and times. It may be installed for another Python (one
of its dependencies has no wheels for 3.12): --peer names that Python.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from analysis import dates, entities, meetings, numbers, timeline, topics
from analysis.corpus import Article
from analysis.pipeline import annotate
from analysis.text import Text

LINES = 20  # a news article's length, about 2,500 characters
LIMIT = 400_000


def articles_of(path: Path) -> list[Article]:
    """Cut a text into articles of twenty lines."""
    lines = path.read_text("utf-8")[:LIMIT].splitlines()
    cuts = range(0, len(lines), LINES)
    texts = ("\n".join(lines[cut : cut + LINES]) for cut in cuts)
    return [Article(str(number), text, published="2025-11-16") for number, text in enumerate(texts)]


def speed(work: Callable[[], object], characters: int) -> float:
    """Characters a second of the faster of two runs."""
    times = []
    for _ in range(2):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return characters / min(times)


def stages(articles: list[Article]) -> Iterable[tuple[str, Callable[[], object]]]:
    """Each stage on the outputs of those before it."""
    texts = [Text(article) for article in articles]
    days = [dates.find(text) for text in texts]
    counts = [numbers.find(text, *rest) for text, *rest in zip(texts, days, strict=True)]
    names = [entities.find(text, *rest) for text, *rest in zip(texts, days, counts, strict=True)]
    yield "text", lambda: [Text(article) for article in articles]
    yield "dates", lambda: [dates.find(text) for text in texts]
    yield "numbers", lambda: [numbers.find(t, d) for t, d in zip(texts, days, strict=True)]
    yield (
        "entities",
        lambda: [entities.find(t, d, n) for t, d, n in zip(texts, days, counts, strict=True)],
    )
    yield "topics", lambda: [topics.find(text) for text in texts]
    themes = [topics.find(text) for text in texts]
    met = [meetings.find(*each) for each in zip(texts, days, names, themes, strict=True)]
    yield (
        "meetings",
        lambda: [meetings.find(*each) for each in zip(texts, days, names, themes, strict=True)],
    )
    yield (
        "timeline",
        lambda: [timeline.find(*each) for each in zip(texts, days, names, met, strict=True)],
    )


PEER = """
import json, sys, time
texts = json.load(sys.stdin)
try:
    from parstdex import Parstdex
except ImportError:
    sys.exit()
model, times = Parstdex(), []
for _ in range(2):
    begin = time.process_time()
    for text in texts:
        model.extract_span(text)
    times.append(time.process_time() - begin)
print(sum(map(len, texts)) / min(times))
"""


def peer_speed(python: str, articles: list[Article]) -> float | None:
    """Characters a second of parstdex under a Python; None where it is not installed."""
    texts = json.dumps([article.text for article in articles])
    done = subprocess.run([python, "-c", PEER], input=texts, text=True, capture_output=True)
    return float(done.stdout.split()[-1]) if done.stdout.strip() else None


def main() -> None:
    """Print a line for the whole, each stage and the peer."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("text", type=Path, help="Persian prose in UTF-8, a paragraph a line")
    options.add_argument("--peer", default=sys.executable, metavar="PYTHON")
    got = options.parse_args()
    articles = articles_of(got.text)
    characters = sum(len(article.text) for article in articles)
    whole = speed(lambda: [annotate(article) for article in articles], characters)
    print(f"{'annotate':10}{whole:12,.0f} characters/s of {characters:,}")
    for name, work in stages(articles):
        print(f"  {name:10}{speed(work, characters):10,.0f}")
    if peer := peer_speed(got.peer, articles):
        print(f"{'parstdex':10}{peer:12,.0f}; annotate is {whole / peer:.1f} times as fast")


if __name__ == "__main__":
    main()
