"""The tables: one schema each, from which checks, files, data package and codebook are made."""

from .codebook import codebook
from .folders import read, write
from .frames import frame
from .schemas import ABOUT, SCHEMAS, Column

__all__ = ["ABOUT", "SCHEMAS", "Column", "codebook", "frame", "read", "write"]
