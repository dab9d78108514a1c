"""What every table holds: one schema each, and what one row is."""

from . import comparisons, mentions
from .columns import MEETING_STATUS, MEETING_TYPES, Column

__all__ = ["ABOUT", "MEETING_STATUS", "MEETING_TYPES", "SCHEMAS", "Column"]

SCHEMAS = mentions.SCHEMAS | comparisons.SCHEMAS
ABOUT = mentions.ABOUT | comparisons.ABOUT
