"""The tables: one schema each, from which checks, files, data package and codebook are made."""

from .codebook import codebook
from .folders import Shelf, add, read, write
from .frames import conform, frame
from .schemas import ABOUT, SCHEMAS, Column

__all__ = [
    "ABOUT",
    "SCHEMAS",
    "Column",
    "Shelf",
    "add",
    "codebook",
    "conform",
    "frame",
    "read",
    "write",
]
