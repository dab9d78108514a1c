"""Numbers that name what stands before them: «ماده ۲», «شبکه سه», «منطقه ۱۲», «پژو ۲۰۶»."""

from ..text import Token
from .context import VERSUS, Context, heads, labels, numeric, streets
from .counted import adjectives
from .words import ends, is_verb

DETERMINERS = frozenset(("این", "آن", "هر", "همین", "همان", "یک", "چند", "هیچ", "کدام", "همه"))

CODES = frozenset(("کد", "شماره", "شناسه"))
YEARS = range(1990, 2040)


def label(found: Context) -> bool:
    """«ماده ۲», «شماره ۱۳», «سال ۱۴۰۰», «پژو ۲۰۶», «شبکه سه», and the members of such a list."""
    unit = found.at.unit
    if unit and unit.adjective and unit.name == "meter" and found.key(-1) in streets():
        return True
    if unit and found.at.own_unit:
        return False
    if found.after == "label":
        return True
    numeral = found.at.numeral
    if numeral.kind == "ordinal":
        return found.key(-1) in streets() and not found.noun
    if (
        numeral.kind != "cardinal"
        or found.hedged
        or (numeral.scale > 1 and numeral.form != "words")
    ):
        return False
    before, place = found.token(-1), -1
    if before is not None and _skipped(found, before):
        place = -2
        before = found.token(-2)
    if before is None or before.kind != "w" or found.barred[found.at.first + place]:
        return False
    if _coded(found):
        return True
    flag = _flag(before)
    if place == -1 and flag is not None:
        return not (found.noun and (flag or _counts(found)))
    return flag is False or (place == -1 and _nominal(found, before))


def _coded(found: Context) -> bool:
    """«کد رهگیری: ۱۲۳۴», «کد خبرنگار ۱۲۳۴»."""
    if found.key(-1) == ":":
        return found.key(-3) in CODES
    return found.key(-2) in CODES and found.at.numeral.form == "digits" and not found.noun


def _skipped(found: Context, before: Token) -> bool:
    """Whether a mark stands between label and number: «ماده: ۲», «ص. ۴۵»."""
    word = found.token(-2)
    short = before.key == "." and word is not None and len(word.key) < 3
    return word is not None and (before.key in (":", "ی", "(") or short)


def _flag(before: Token) -> bool | None:
    """Whether a label needs context; None for a word that is no label."""
    flag = labels().get(before.key)
    if flag is None and before.key.endswith("ی"):
        return labels().get(before.key[:-1])
    return flag


def _counts(found: Context) -> bool:
    """Whether a number after a label counts what follows: «این منطقه ۱۲ روستا», «اتاق ۳ نفره».

    In «غرفه ۱۲ سالن ۷ نمایشگاه» the number before the label is one of a label's itself.
    """
    other = found.token(-2)
    named = found.token(-3)
    numbered = named is not None and _flag(named) is False
    determined = other is not None and (
        other.key in DETERMINERS or (numeric(other) and not numbered)
    )
    determined = determined or found.key(-2) == "بر"
    classified = found.noun is not None and found.noun.classifier is not None
    return determined or classified or found.key(0) in adjectives()


def _either(found: Context) -> bool:
    """«[پیکر] ۷۰ یا ۷۱ تن», «[نسبت مردان] ۲۱ به ۱», «ایران ۳ - [قطر] ۱»."""
    other, scored = found.token(1), found.token(-3)
    if found.key(-2) in VERSUS and scored is not None and numeric(scored):
        return True
    return found.key(0) in ("یا", "تا", "الی", "به") and other is not None and numeric(other)


def _nominal(found: Context, before: Token) -> bool:
    """Whether a small number in digits stands like a name's part: after a noun, before no noun.

    What looks like a year may stand before one («فتوشاپ ۲۰۲۵ امکانات تازه‌ای دارد»).
    """
    numeral = found.at.numeral
    if numeral.form != "digits" or numeral.value != int(numeral.value):
        return False
    if ends().get(before.key) or is_verb(before) or before.key in heads():
        return False
    if found.at.unit:
        return False
    if found.noun:
        return found.noun.classifier is None and numeral.value in YEARS
    if found.key(0) in VERSUS or found.key(-1) in VERSUS or _either(found):
        return False
    return ends().get(found.key(0)) != "copula" and numeral.value < 3000
