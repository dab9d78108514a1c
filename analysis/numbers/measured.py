"""What a measure measures, and what a percentage is of: «۳۵ هزار تن برنج», «۲۰ درصد روستاها».

Only nouns known to be measured are told, goods and the like: after «۱۱۰ کیلومتر» the next noun may
as well belong to the verb («فاصله دارد») or tell where («شمال تهران»). After «۲۰ درصد» a plural is
the whole, and what follows «از»; a singular may be what changes («رشد», «تخفیف»).
"""

from collections.abc import Sequence
from functools import cache

from ..lexicon import compact, load
from ..text import Token
from .counted import Counted, phrase
from .units import Unit
from .words import ends, is_verb, past_stems, plural

UNMEASURED = frozenset({"time", "temperature", "angle", "speed", "magnitude"})
DETERMINERS = frozenset({"این", "آن"})


@cache
def nouns() -> frozenset[str]:
    """Goods and other nouns that stand after a measure, with their plurals and ezafe, as keys."""
    goods = [entry["word"] for entry in load("tonne-context") if entry["class"] == "goods"]
    keys = {compact(word) for word in goods + [entry["word"] for entry in load("measured-nouns")]}
    plurals = {key + ending for key in keys for ending in ("ها", "های")}
    return frozenset(keys | plurals | {key + "ی" for key in keys if key.endswith(("ا", "و"))})


def measured(
    tokens: Sequence[Token], at: int, unit: Unit, barred: Sequence[bool], subject: bool = False
) -> Counted | None:
    """The noun phrase that a measure before token `at` measures, or that a percentage is of.

    >>> from analysis.text import tokenize
    >>> from .units import unit_at
    >>> tokens = tokenize("هکتار از اراضی ملی", range(18))[0]
    >>> measured(tokens, 1, unit_at(tokens, 0)[1], [False] * 4).words
    'اراضی ملی'
    """
    if unit.adjective or unit.dimension in UNMEASURED:
        return None
    of = at + 1 < len(tokens) and tokens[at].key == "از"
    start = at + of + (of and tokens[at + 1].key in DETERMINERS)
    if start >= len(tokens):
        return None
    known = tokens[start].key in nouns() if unit.kind == "measure" else False
    whole = unit.name == "percent" and (of or _many(tokens[start]))
    if known and is_verb(tokens[start]):
        return _homonym(tokens, start)
    return phrase(tokens, start, barred, subject) if known or whole else None


def _homonym(tokens: Sequence[Token], at: int) -> Counted | None:
    """«۵۰ گیگابایت داده منتقل شد»: a noun that looks like a participle, where no verb follows."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if follows is None or follows.kind != "w" or is_verb(follows):
        return None
    if follows.key in past_stems() or ends().get(follows.key) in ("copula", "function"):
        return None
    return Counted(at, at + 1, tokens[at].text)


def _many(word: Token) -> bool:
    """Whether a word is a plural noun or a whole: «روستاها», «بودجه» after «۲۰ درصد», not «رشد»."""
    return ends().get(word.key) in (None, "object") and plural(word.text)
