"""Scores dates against annotated sentences: strict, type and partial F1, sentences all right.

Our spans are first mapped to the convention of parstdex and Hengam (`dates_mapping`).
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .. import dates
from ..corpus import Article
from ..text import Text
from .dates_gold import Sentence, Span, over, read
from .dates_mapping import mapped
from .pace import pace

MEASURES = ("strict", "type", "partial")


class Scored(NamedTuple):
    """A sentence with the spans found in it."""

    sentence: Sentence
    found: list[Span]

    @property
    def right(self) -> bool:
        """Whether all spans match, with their kinds where the data tells them."""
        gold = sorted(self.sentence.spans)
        kinds = [span.kind is not None for span in gold]
        return [
            shape(span, told) for span, told in zip(sorted(self.found), kinds, strict=False)
        ] == [shape(span, told) for span, told in zip(gold, kinds, strict=True)] and len(
            self.found
        ) == len(gold)


def shape(span: Span, told: bool) -> tuple[int, int, str | None]:
    """What of a span is compared."""
    return span.first, span.last, span.kind if told else None


def annotate(sentence: Sentence, kinds: bool) -> Scored:
    """Find the dates of a sentence, in the convention of the data."""
    text = Text(Article("sentence", sentence.text))
    spans = mapped(text, dates.find(text), kinds=kinds)
    return Scored(sentence, [over(sentence.tokens, *span) for span in spans])


def counts(scored: Iterable[Scored], kind: str | None = None) -> Counter[str]:
    """Gold and found spans, and what of them is right by each measure."""
    total: Counter[str] = Counter()
    for one in scored:
        gold = [span for span in one.sentence.spans if kind in (None, span.kind)]
        found = [span for span in one.found if kind in (None, span.kind)]
        total["gold"] += len(gold)
        total["found"] += len(found)
        free = list(gold)
        for span in found:
            match = best(span, free)
            if match is None:
                continue
            free.remove(match)
            exact = (match.first, match.last) == (span.first, span.last)
            same = match.kind in (None, span.kind)
            total["strict"] += exact and same
            total["type"] += same
            total["partial"] += 2 if exact else 1
    return total


def best(span: Span, gold: list[Span]) -> Span | None:
    """The gold span that overlaps a found one, an equal one if there is."""
    touching = [other for other in gold if other.first < span.last and other.last > span.first]
    return max(
        touching,
        key=lambda o: ((o.first, o.last) == (span.first, span.last), o.kind == span.kind),
        default=None,
    )


def f1(total: Counter[str], measure: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a measure, in per cent."""
    right = total[measure] / (2 if measure == "partial" else 1)
    precision = right / total["found"] if total["found"] else 0.0
    recall = right / total["gold"] if total["gold"] else 0.0
    both = precision + recall
    return 100 * precision, 100 * recall, 200 * precision * recall / both if both else 0.0


def run(paths: list[Path], errors: bool) -> str:
    """Score every file; with `errors`, list the sentences that are not all right."""
    return "\n\n".join(report(path, errors) for path in paths)


def report(path: Path, errors: bool) -> str:
    """The report on one file."""
    sentences = read(path)
    told = any(span.kind for sentence in sentences for span in sentence.spans)
    scored = [annotate(sentence, told) for sentence in sentences]
    right = sum(one.right for one in scored)
    lines = [f"{path.name}: {right} of {len(scored)} sentences all right"]
    kinds = sorted({span.kind for one in scored for span in one.sentence.spans if span.kind})
    for kind in (None, *kinds):
        total = counts(scored, kind)
        lines.append(f"  {kind or 'all'}: {total['gold']} spans, {total['found']} found")
        for measure in MEASURES:
            lines.append(
                "    {:8} P {:5.1f}  R {:5.1f}  F1 {:5.1f}".format(measure, *f1(total, measure))
            )
    lines.append(f"  {pace(dates.find, (sentence.text for sentence in sentences))}")
    if errors:
        lines += [line for one in scored if not one.right for line in difference(one)]
    return "\n".join(lines)


def difference(one: Scored) -> list[str]:
    """A sentence, the spans it should have, the spans found."""

    def words(spans: list[Span]) -> str:
        tokens, text = one.sentence.tokens, one.sentence.text
        return " | ".join(
            f"{text[tokens[span.first][0] : tokens[span.last - 1][1]]} ({span.kind})"
            for span in sorted(spans)
            if span.last
        )

    return [
        "",
        one.sentence.text,
        f"  gold:  {words(one.sentence.spans)}",
        f"  found: {words(one.found)}",
    ]
