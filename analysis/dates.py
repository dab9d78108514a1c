"""Temporal expressions: found, typed and resolved to days."""

from .text import Row, Text


def find(text: Text) -> list[Row]:
    """Rows of the dates table."""
    return []


def defects(text: Text, rows: list[Row]) -> list[Row]:
    """Defect rows for impossible and contradicting dates."""
    return []
