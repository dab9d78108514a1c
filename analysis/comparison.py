"""Articles compared: copies, events, frequencies, company, terms, and what sets groups of them apart."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from . import duplicates, entities, events, keyness, terms, timeline, topics
from .text import Row, Text

if TYPE_CHECKING:
    import pandas as pd


def material(text: Text, found: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Rows that one article gives to the comparison; `found` are the rows of its mentions."""
    mentions = [found[name] for name in ("dates", "numbers", "entities")]
    return {
        "candidates": terms.candidates(text, *mentions),
        "sketches": [duplicates.sketch(text.article)],
    }


def compare(tables: "Mapping[str, pd.DataFrame]") -> "dict[str, pd.DataFrame]":
    """Make the tables that compare articles from those that tell of each.

    Near-copies are found first; all that is counted after leaves them out. `annotate_corpus` has
    done this for tables in memory; an archive's tables in a folder are compared when asked:

        shelf = analysis.annotate_corpus("archive.jsonl", "out")
        tables = analysis.compare(shelf)
    """
    articles, found = tables["articles"], tables["topics"]
    copies = duplicates.find(tables["sketches"], articles)
    without = set(copies["article"])
    own = tables["candidates"][~tables["candidates"]["article"].isin(without)]
    proposed = terms.propose(own)
    whole = own[(own["words"] == 1) | own["lemma"].isin(proposed["lemma"])]
    return {
        "duplicates": copies,
        "canonical_entities": entities.canonical(tables["entities"]),
        "events": events.events(tables["meetings"], articles),
        "frequencies": topics.frequencies(found, articles, without=without),
        "cooccurrence": topics.cooccurrence(found, articles, without=without),
        "terms": proposed,
        "contradictions": timeline.contradictions(tables["timeline"]),
        "keyness": keyness.compare(whole, articles),
    }
