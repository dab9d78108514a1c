"""Themes and terms, their frequency and place."""

from .text import Row, Text


def find(text: Text) -> list[Row]:
    """Rows of the topics table."""
    return []
