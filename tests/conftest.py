"""What every test may use: the one real article."""

from pathlib import Path

import pytest
from hypothesis import settings

import analysis

settings.register_profile("any-machine", deadline=None, derandomize=True, database=None)
settings.load_profile("any-machine")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def article() -> analysis.Article:
    return analysis.read_article(ROOT / "corpus/articles/baku-wtdc25.txt")


@pytest.fixture(scope="session")
def notes(article: analysis.Article) -> analysis.Notes:
    return analysis.annotate(article)
