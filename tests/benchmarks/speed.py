"""Characters a second of the whole annotation and of each stage, beside peers on the same text."""

import sys
import time
from collections.abc import Callable, Iterable
from importlib.util import find_spec
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


def main(path: Path) -> None:
    """Print a line for the whole, each stage and each peer."""
    articles = articles_of(path)
    characters = sum(len(article.text) for article in articles)
    whole = speed(lambda: [annotate(article) for article in articles], characters)
    print(f"{'annotate':10}{whole:12,.0f} characters/s")
    for name, work in stages(articles):
        print(f"  {name:10}{speed(work, characters):10,.0f}")
    if find_spec("parstdex"):
        from parstdex import Parstdex

        model = Parstdex()
        few = articles[:20]
        size = sum(len(article.text) for article in few)
        peer = speed(lambda: [model.extract_span(article.text) for article in few], size)
        print(
            f"{'parstdex':10}{peer:12,.0f} characters/s; annotate is {whole / peer:.1f} times as fast"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
