"""The parts of the README pages that are made from the schemas and the figures."""

from pathlib import Path

from ..storage import write_files
from ..tables.codebook import codebook, fill
from . import Outcome

README = Path("README.md")


def docs() -> Outcome:
    """Renew the codebook in the README."""
    page = fill(README.read_text("utf-8"), "codebook", codebook())
    write_files(README.parent, {README.name: page.encode("utf-8")})
    return Outcome(f"renewed {README}")
