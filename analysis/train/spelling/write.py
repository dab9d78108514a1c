"""Write a model of half-spaces as compressed text, the same bytes for the same model."""

import lzma
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ...spelling.evidence import join
from ...spelling.model import CUT, SCALE, WHOLE, Model


def write(model: Model, target: Path) -> None:
    """Write a model where `spelling.model.load` reads it."""
    text = "\n".join(rows(model)) + "\n"
    with lzma.open(target, "wb", format=lzma.FORMAT_XZ, preset=9 | lzma.PRESET_EXTREME) as stream:
        stream.write(text.encode("utf-8"))


def rows(model: Model) -> Iterator[str]:
    """The lines of a model's file, section by section."""
    known = model.evidence
    yield "# settled"
    whole = {word for word, cuts in model.settled.items() if not cuts and word in known.pieces}
    yield from sorted(join(w, cuts, CUT) for w, cuts in model.settled.items() if w not in whole)
    yield "# words"
    for word, counts in sorted(known.words.items()):
        if word not in model.settled:
            yield "\t".join(f"{join(word, cuts, CUT)}\t{n}" for cuts, n in sorted(counts.items()))
    pieces = {w: value + WHOLE if w in whole else value for w, value in known.pieces.items()}
    yield from _section("pieces", pieces)
    yield from _section("compounds", _compounds(model))
    yield from _section("verbs", known.verbs)
    yield from _section("suffixes", known.suffixes)
    yield from _section("prefixes", known.prefixes)
    yield from _section("followers", {w: f"{a} {b}" for w, (a, b) in known.followers.items()})
    yield "# contexts"
    yield " ".join(sorted(known.contexts))
    yield "# pairs"
    yield from sorted(known.pairs)
    yield "# moves"
    for name, weight in zip(("00", "01", "10", "11"), model.moves, strict=True):
        yield f"{name}\t{weight:.4f}"
    yield "# weights"
    yield from (f"{n}\t{round(w * SCALE)}" for n, w in sorted(model.weights.items()))


def _compounds(model: Model) -> dict[str, str]:
    """Forms of compounds, but for settled words, with the dictionaries that have them."""
    forms: defaultdict[str, str] = defaultdict(str)
    for word, sources in model.evidence.compounds.items():
        if word not in model.settled:
            for source, cuts in sorted(sources.items()):
                forms[join(word, cuts, CUT)] += source
    return forms


def _section(name: str, values: Mapping[str, str]) -> Iterable[str]:
    """A look-up as rows of a value and all words that have it."""
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for word, value in values.items():
        grouped[value].append(word)
    yield f"# {name}"
    for value in sorted(grouped):
        yield f"{value}\t{' '.join(sorted(grouped[value]))}"
