"""The tables: one schema each, from which checks, files, data package and codebook are made."""

from .codebook import codebook
from .folders import Shelf, read, write
from .frames import conform, frame
from .schemas import ABOUT, SCHEMAS, Column

__all__ = ["ABOUT", "SCHEMAS", "Column", "Shelf", "codebook", "conform", "frame", "read", "write"]
