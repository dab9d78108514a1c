"""Dated facts in order."""

from .text import Row, Text


def find(text: Text, dates: list[Row], entities: list[Row], meetings: list[Row]) -> list[Row]:
    """Rows of the timeline table."""
    return []
