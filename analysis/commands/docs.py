"""The parts of the README pages that are made from the schemas and the figures."""

from pathlib import Path

from ..figures import gallery, picture
from ..storage import write_files
from ..tables.codebook import codebook, fill
from . import Outcome

PAGES = {Path("README.md"): "en", Path("README.fa.md"): "fa"}
FIGURES = Path("figures")
FIRST = "02-country-meetings-planned-and-held"


def docs() -> Outcome:
    """Renew the codebook, the first chart and the gallery in the README pages; say which changed."""
    changed = []
    for path, lang in PAGES.items():
        before = path.read_text("utf-8")
        page = renewed(before, lang)
        if page != before:
            write_files(path.parent, {path.name: page.encode("utf-8")})
            changed.append(str(path))
    return Outcome(f"renewed {' and '.join(changed)}" if changed else "")


def renewed(page: str, lang: str, figures: Path = FIGURES) -> str:
    """A page with the parts between its marks made anew; only the English page has the codebook."""
    page = fill(page, "first-chart", picture(figures, f"{FIRST}-{lang}"))
    page = fill(page, "gallery", gallery(figures, lang=lang))
    return fill(page, "codebook", codebook()) if lang == "en" else page
