"""Digits that are no number: parts of names and codes, telephone numbers, list markers, notes."""

from collections.abc import Sequence

from ..text import Token
from .context import Context, numeric
from .words import ends, is_verb

JOINS = frozenset(".:/\\٫+^")
DASHES = frozenset("-–")
PRONOUNS = frozenset(("وی", "او", "من", "تو"))
PHONES = frozenset(("تلفن", "نمابر", "فکس"))
STARS = frozenset("*/#|&")


def glued(found: Context) -> bool:
    """«WTDC-۲۵», «۵G», «اف-۱۶», «کووید۱۹», an address: letters and digits without a space."""
    if found.at.numeral.form == "words":
        return False
    tokens, numeral = found.text.tokens, found.at.numeral
    return _glued_before(tokens, numeral.first) or (
        not found.at.unit and _glued_after(tokens, numeral.last)
    )


def _glued_before(tokens: Sequence[Token], first: int) -> bool:
    if not first or tokens[first].spaced:
        return False
    before = tokens[first - 1]
    if before.kind == "w":
        named = before.key in PRONOUNS or ends().get(before.key) != "function"
        return named and not is_verb(before)
    if before.key in "#@_+":
        return True
    mark = before.key in "-–/." and first > 1 and not before.spaced
    return (
        mark
        and tokens[first - 2].kind == "w"
        and (before.key != "/" or tokens[first - 2].key.isascii())
    )


def _glued_after(tokens: Sequence[Token], last: int) -> bool:
    if last >= len(tokens) or tokens[last].spaced:
        return False
    after = tokens[last]
    if after.kind == "w":
        return after.key.isascii()
    dash = after.key in "-–_@/" and last + 1 < len(tokens) and not tokens[last + 1].spaced
    return dash and tokens[last + 1].kind == "w" and tokens[last + 1].key.isascii()


def code(found: Context) -> bool:
    """Telephone numbers, «۱۸:۳۰», «192.168.1.1», «با ۱۱۰ تماس», leading zeros, very long digits."""
    tokens, numeral = found.text.tokens, found.at.numeral
    if numeral.form == "words":
        return False
    digits = tokens[numeral.first].key
    alone = numeral.last - numeral.first == 1
    if alone and digits.startswith("0") and len(digits) > 1:
        return True
    if alone and len(digits) > 6 and not (found.at.unit or found.noun):
        return True
    if numeral.kind == "slash" and len(digits) > 3:
        return True
    if alone and _dialled_beside(found):
        return True
    if alone and len(digits) < 6 and (found.key(-1), found.key(0)) == ("با", "تماس"):
        return True
    if found.key(-1) in STARS and (found.key(-2) in STARS or found.key(0) in STARS | {""}):
        return True
    before, after = (tokens[max(0, at) : at + 1] for at in (numeral.first - 1, numeral.last))
    between = [token.key in DASHES and not token.spaced for token in (*before, *after)]
    if between == [True, True] and _digits(tokens, numeral.first - 2, numeral.last + 1):
        return True
    return _chained(tokens, numeral.first, -1) or _chained(tokens, numeral.last - 1, 1)


def _digits(tokens: Sequence[Token], *places: int) -> bool:
    return all(0 <= at < len(tokens) and tokens[at].kind == "n" for at in places)


def _chained(tokens: Sequence[Token], at: int, step: int) -> bool:
    """Whether more digits hang on: by a colon, dot or slash, or by more than one dash."""
    mark, other = at + step, at + 2 * step
    if not (0 <= mark < len(tokens) and 0 <= other < len(tokens)):
        return False
    later = (tokens[mark], tokens[other]) if step > 0 else (tokens[mark], tokens[at])
    if any(token.spaced for token in later) or tokens[other].kind != "n":
        return False
    if tokens[mark].key in JOINS:
        return True
    further = at + 4 * step
    if tokens[mark].key not in "-–" or len(tokens[mark].key) != 1:
        return False
    dashes = 0 <= further < len(tokens) and tokens[at + 3 * step].key in "-–"
    return (dashes and tokens[further].kind == "n") or _dialled(tokens[other].key)


def _dialled_beside(found: Context) -> bool:
    """«۲۱» of «+۹۸ ۲۱ ۸۸۷۷۶۶۵۵»: digits beside, too long for a number or after a zero or plus; «تلفن ۱۴-۲۰۱۵»."""
    if found.key(-1) in PHONES and found.key(0) in DASHES:
        return True
    before, after = found.token(-1), found.token(0)
    if after is not None and after.kind == "n" and len(after.key) > 6:
        return True
    led = before is not None and before.kind == "n"
    long = len(found.text.tokens[found.at.numeral.first].key) > 6
    return led and (long or found.key(-1).startswith("0") or found.key(-2) == "+")


def _dialled(digits: str) -> bool:
    """Whether digits begin as an area code does: «۰۲۱», not the score «۰»."""
    return len(digits) > 1 and digits.startswith("0")


def list_marker(found: Context) -> bool:
    """«۱- ...», «۲) ...», «(۳)» at the head of a sentence; «۱ - نساجی ۲ - راه‌آهن» within one."""
    if found.at.unit or found.at.numeral.form != "digits" or found.at.numeral.value > 99:
        return False
    dash, item = found.token(0), found.token(1)
    if dash and item and dash.key in DASHES and dash.spaced and item.spaced and item.kind == "w":
        return not numeric(item) and not _scored(found)
    starts = found.token(-1) is None or (found.token(-2) is None and found.key(-1) in "([-•*")
    follows = found.token(0)
    if not starts or follows is None or follows.key not in (")", "-", "–", ".", "]", ":", "ـ", "/"):
        return False
    then = found.token(1)
    return then is None or then.spaced or follows.key != "-" or then.kind == "w"


def _scored(found: Context) -> bool:
    """Whether a number stands after one team and the next after the other: «ایران ۳ - قطر ۱»."""
    team, other, mark = found.token(-1), found.token(2), found.token(3)
    told = team is not None and team.kind == "w" and found.key(1) != "و"
    told = told and other is not None and numeric(other)
    return told and (mark is None or mark.key not in DASHES)


def footnote(found: Context) -> bool:
    """«[۱]», «واژه (۲)»."""
    opening, closing = found.key(-1), found.key(0)
    if found.at.unit or found.at.numeral.form != "digits":
        return False
    if opening == "[" and closing == "]":
        return True
    inside = opening == "(" and closing == ")" and found.at.numeral.value < 100
    before = found.token(-2)
    return inside and (before is None or before.kind == "w")
