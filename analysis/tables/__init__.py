"""The tables: one schema each, from which checks, files, data package and codebook are made."""

from .frames import frame
from .schemas import SCHEMAS, Column

__all__ = ["SCHEMAS", "Column", "frame"]
