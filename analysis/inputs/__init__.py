"""Archives of articles, read one after the other: folders, zips, JSON Lines, CSV, Parquet, pages."""

from .items import Item, article_of
from .scan import scan, size_of

__all__ = ["Item", "article_of", "scan", "size_of"]
