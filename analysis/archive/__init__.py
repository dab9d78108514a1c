"""Archives of any size: batches of articles, annotated by many processes, kept as Parquet parts."""

from .crews import Crew, crew_of
from .ledger import Summary, is_finished
from .progress import progress
from .runs import annotate_all, annotate_into

__all__ = ["Crew", "Summary", "annotate_all", "annotate_into", "crew_of", "is_finished", "progress"]
