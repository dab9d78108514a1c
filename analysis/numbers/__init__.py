"""Quantities: value or range, hedge, unit, and the noun that is counted.

Dates go first and claim their words. Each numeral is read with its sign and unit (`quantity`),
neighbours join to ranges (`ranges.RULES`), what is no number is refused (`refusals.RULES`), and the
counted noun is read off (`counted`). Values stay in the unit as written; the columns with `_base`
tell the same in the base unit, money of Iran in rial.
"""

from typing import NamedTuple

from .. import numerals
from ..text import Row, Text
from . import vague
from .lists import share_units
from .quantity import Operand, operand
from .rows import row_of, vague_row
from .scan import NOTHING, Previous, Scan


class Found(NamedTuple):
    """What became of the candidates: rows of the numbers table, and rows that a rule refused."""

    rows: list[Row]
    refused: list[Row]


def find(text: Text, claimed: list[Row], *, one_is_article: bool = True) -> list[Row]:
    """Rows of the numbers table, in order; spans in `claimed` (the dates) are left alone.

    A row is one quantity; its span holds the numerals with sign and unit, not the hedge and not
    the counted noun. `one_is_article=False` also keeps «یک» before a noun («یک مقام»).

    >>> from analysis.corpus import Article
    >>> row, = find(Text(Article("a", "بیش از ۱۵۰۰ نماینده آمدند.")), [])
    >>> row["value"], row["modifier"], row["counted"]
    (1500, 'more_than', 'نماینده')
    """
    return candidates(text, claimed, one_is_article=one_is_article).rows


def candidates(text: Text, claimed: list[Row], *, one_is_article: bool = True) -> Found:
    """Rows of the numbers table, and beside them each refused candidate with the rule that did it."""
    barred = [False] * (len(text.tokens) + 1)
    for row in claimed:
        first, last = text.tokens_of(row)
        barred[first:last] = [True] * (last - first)
    read = numerals.find(text.tokens)
    loose = vague.find(text.tokens, read, barred)
    found = Found([vague_row(text, each) for each in loose], [])
    taken = {at for each in loose for at in range(each.first, each.last)}
    free = [n for n in read if not any(barred[n.first : n.last]) and n.first not in taken]
    _gather(Scan(text, barred), free, found, one_is_article)
    found.rows.sort(key=lambda row: (row["start"], row["end"]))
    return found


def _gather(scan: Scan, free: list[numerals.Numeral], found: Found, articles: bool) -> None:
    """Turn numerals into rows, two at a time where a rule of `ranges` joins them."""
    operands: list[Operand] = []
    for numeral in free:
        if not operands or operands[-1].last <= numeral.first:
            operands.append(operand(scan.text.tokens, numeral, scan.barred))
    share_units(scan.text.tokens, operands)
    at = 0
    previous = NOTHING
    while at < len(operands):
        quantity, hedged = scan.quantity(operands, at)
        noun = scan.noun(quantity)
        quantity = scan.spread(scan.hedged_later(quantity, noun), noun)
        rule = scan.refusal(quantity, noun, hedged, previous)
        if rule and (articles or rule != "article"):
            found.refused.append(scan.text.row(quantity.first, quantity.last, rule))
            previous = Previous(quantity.last, rule)
        else:
            found.rows.append(row_of(scan.text, quantity, noun))
            previous = Previous(noun.last, None) if noun else NOTHING
        at += len(quantity.operands)
