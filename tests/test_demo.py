"""The demonstration corpus is the same at each call, spreads over two years and repeats itself."""

from dataclasses import replace
from pathlib import Path

import demo
import pytest

import analysis


@pytest.mark.parametrize("count", [1, 2, 200])
def test_as_many_articles_as_asked_for(count: int) -> None:
    made = demo.articles(count)
    assert len({article.id for article in made}) == count
    assert made == demo.articles(count)
    assert not any("{" in article.text for article in made)


def test_two_hundred_articles_spread_over_publishers_and_months() -> None:
    made = demo.articles(200)
    assert len({article.publisher for article in made}) == 6
    assert len({article.published[:7] for article in made if article.published}) >= 23
    assert len({article.text for article in made}) == 200


def test_written_corpus_is_read_back(tmp_path: Path) -> None:
    demo.write(tmp_path, 12)
    made = [replace(article, encoding="utf-8") for article in demo.articles(12)]
    assert analysis.read_corpus(tmp_path) == made
