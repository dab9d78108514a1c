"""What every test may use: the one real article."""

from pathlib import Path

import pytest

import analysis

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def article() -> analysis.Article:
    return analysis.read_article(ROOT / "corpus/articles/baku-wtdc25.txt")


@pytest.fixture(scope="session")
def notes(article: analysis.Article) -> analysis.Notes:
    return analysis.annotate(article)
