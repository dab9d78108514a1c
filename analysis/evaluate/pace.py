"""How fast a room reads: characters a second of processor time on one core."""

from collections.abc import Callable, Iterable
from time import process_time

from ..corpus import Article
from ..text import Text

ENOUGH = 0.2  # seconds that are measured at least


def pace(read: Callable[[Text], object], contents: Iterable[str]) -> str:
    """Read texts, made beforehand, again and again after a first time, and say how fast."""
    texts = [Text(Article("text", content)) for content in contents]
    for text in texts:
        read(text)
    rounds = 0
    began = process_time()
    while texts and process_time() - began < ENOUGH:
        for text in texts:
            read(text)
        rounds += 1
    size = rounds * sum(len(text.article.text) for text in texts)
    return f"{size / max(process_time() - began, 1e-9):,.0f} characters a second of one core"
