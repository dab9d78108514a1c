"""Saved web pages, by the optional package trafilatura; nothing is fetched."""

import re

from ..corpus import published_days

MOST = 2_000_000  # code points of a page: reading one can take the square of its length
EMBEDDED = re.compile(r"data:[\w/+.;=-]*,[\w+/=%-]{100,}", re.ASCII)  # images and fonts within it


def read_page(html: str) -> tuple[str, dict[str, str]]:
    """The article's text in a saved page, and what the page says of it.

    Raises ValueError for a page without an article or with too much else, ImportError without
    trafilatura.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ImportError(f"needs trafilatura (pip install gozareh[web]): {error}") from None
    html = EMBEDDED.sub("", html)
    if len(html) > MOST:
        raise ValueError(f"is a page of more than {MOST:,} characters, images not counted")
    page = bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False)
    if page is None or not page.text:
        raise ValueError("holds no article")
    found = {
        "title": page.title,
        "publisher": page.sitename or page.hostname,
        "url": page.url,
        "published": page.date,
    }
    return page.text, {key: words for key, words in found.items() if words and _fits(key, words)}


def _fits(key: str, words: str) -> bool:
    """Whether a page's metadata can be used: a date must be one."""
    if key == "published":
        try:
            published_days(words)
        except ValueError:
            return False
    return True
