"""What looks like a number and is none: names, codes, labels, list markers, articles."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon import Phrases, compact, load
from ..text import Text, Token
from .counted import ends, is_verb
from .quantity import Operand

JOINS = frozenset(".:/\\٫")
STARS = frozenset("*/#|")
HEADS = frozenset(
    map(
        compact,
        [
            "تعداد",
            "امتیاز",
            "امتیازی",
            "نمره",
            "رقم",
            "عدد",
            "نسبت",
            "میزان",
            "سن",
            "نتیجه",
            "معادل",
            "مبلغ",
            "ضریب",
            "شاخص",
            "حاصل",
            "مجموع",
            "جمعا",
            "هزینه",
            "قیمت",
            "نرخ",
            "ارزش",
            "بهای",
            "عرض",
            "طول",
            "ارتفاع",
            "قطر",
            "وزن",
            "سرعت",
            "دمای",
            "دما",
            "عیار",
            "ظرفیت",
            "حجم",
            "مساحت",
            "متوسط",
            "میانگین",
            "منهای",
            "منفی",
            "مثبت",
            "شدت",
            "بزرگی",
            "قدرت",
            "هر",
            "فقط",
            "تنها",
            "حتی",
            "جمعیت",
            "گل",
        ],
    )
)
ARTICLE_OK = frozenset(
    map(compact, ("فقط", "تنها", "حتی", "حداقل", "حداکثر", "دست‌کم", "نفر", "تن"))
)


class Context(NamedTuple):
    """An operand where it stands; `noun`: it counts one; `after`: the rule that refused a neighbour."""

    text: Text
    at: Operand
    noun: bool
    hedged: bool
    ranged: bool
    barred: Sequence[bool]
    after: str | None

    def key(self, offset: int) -> str:
        """Key of the token `offset` places after the numeral, or before it where negative."""
        token = self.token(offset)
        return token.key if token else ""

    def token(self, offset: int) -> Token | None:
        """The token `offset` places after the operand's last, or before its first; None outside."""
        place = self.at.first + offset if offset < 0 else self.at.last + offset
        tokens = self.text.tokens
        same = 0 <= place < len(tokens) and (
            self.text.sentence[place] == self.text.sentence[self.at.first]
        )
        return tokens[place] if same else None


@cache
def names() -> Phrases[str]:
    """Names and set phrases that hold a numeral."""
    return Phrases((entry["phrase"], entry["class"]) for entry in load("names-with-numbers"))


@cache
def labels() -> dict[str, bool]:
    """Words that a number after them names («ماده ۲»), and whether they need context."""
    return {
        compact(entry["word"]): entry["needs_context"] == "yes" for entry in load("number-labels")
    }


def name(found: Context) -> bool:
    """«میدان هفت تیر», «هزار و یک شب», «نه تنها»."""
    tokens, first = found.text.tokens, found.at.numeral.first
    for start in range(max(0, first - 4), first + 1):
        phrase = names().longest(tokens, start)
        if phrase and phrase[0] > first:
            return True
    return False


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
        return ends().get(before.key) != "function" and not is_verb(before)
    if before.key in "#@_$"[:3]:
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
    """Telephone numbers, «۱۸:۳۰», «192.168.1.1», leading zeros, very long digits."""
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
    if found.key(-1) in STARS and found.key(0) in STARS | {""}:
        return True
    return _chained(tokens, numeral.first, -1) or _chained(tokens, numeral.last - 1, 1)


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
    return (dashes and tokens[further].kind == "n") or tokens[other].key.startswith("0")


def list_marker(found: Context) -> bool:
    """«۱- ...», «۲) ...», «(۳)» at the head of a sentence."""
    if found.at.unit or found.at.numeral.form != "digits" or found.at.numeral.value > 99:
        return False
    starts = found.token(-1) is None or (found.token(-2) is None and found.key(-1) in "([-•*")
    follows = found.token(0)
    if not starts or follows is None or follows.key not in (")", "-", "–", ".", "]", ":", "ـ", "/"):
        return False
    then = found.token(1)
    return then is None or then.spaced or follows.key != "-" or then.kind == "w"


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


def label(found: Context) -> bool:
    """«ماده ۲», «شماره ۱۳», «سال ۱۴۰۰», «پژو ۲۰۶», «شبکه سه», and the members of such a list."""
    if found.at.unit and found.at.own_unit:
        return False
    if found.after == "label":
        return True
    if found.at.numeral.kind != "cardinal" or found.hedged:
        return False
    before, place = found.token(-1), -1
    if before is not None and before.key in (":", "ی", "(") and found.token(-2) is not None:
        place = -2
        before = found.token(-2)
    if before is None or before.kind != "w" or found.barred[found.at.first + place]:
        return False
    flag = labels().get(before.key)
    if flag is None and before.key.endswith("ی"):
        flag = labels().get(before.key[:-1])
    if flag is not None and place == -1:
        return not flag or not found.noun
    return flag is False or (place == -1 and _nominal(found, before))


def _nominal(found: Context, before: Token) -> bool:
    """Whether a small number in digits stands like a name's part: after a noun, before no noun."""
    if (
        found.noun
        or found.at.numeral.form != "digits"
        or found.at.numeral.value != int(found.at.value)
    ):
        return False
    if ends().get(before.key) or is_verb(before) or before.key in HEADS:
        return False
    return found.key(0) != "بر" and found.at.numeral.value < 3000


def dating(found: Context) -> bool:
    """A day before a month's name, a year after one or before «ق», that no date has claimed."""
    if found.at.unit:
        return False
    year = found.key(-1) in months() and 1200 <= found.at.value < 2200
    era = found.key(0) in ("ق", "ش", "م", "ه") and found.at.value > 99
    return year or era or found.key(0) in months()


@cache
def months() -> frozenset[str]:
    """Names of months, as keys; those that mean something else are left out."""
    words = [
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "مرداد",
        "شهریور",
        "آبان",
        "آذر",
        "بهمن",
        "اسفند",
        "ژانویه",
        "فوریه",
        "مارس",
        "آوریل",
        "مه",
        "ژوئن",
        "ژوئیه",
        "جولای",
        "اوت",
        "آگوست",
        "سپتامبر",
        "اکتبر",
        "نوامبر",
        "دسامبر",
        "محرم",
        "رمضان",
        "شعبان",
        "شوال",
    ]
    return frozenset(map(compact, words))


def article(found: Context) -> bool:
    """«یک مقام»: «یک» before a noun is an article, unless hedged, contrasted or with a unit."""
    numeral = found.at.numeral
    if numeral.value != 1 or numeral.form != "words" or numeral.kind != "cardinal" or numeral.tail:
        return False
    if numeral.last - numeral.first > 1 or found.hedged or found.ranged:
        return False
    if found.at.unit and found.at.unit.dimension != "time" and found.at.own_unit:
        return False
    if found.key(0) in ARTICLE_OK or found.key(-1) in ARTICLE_OK or found.key(-1) == "بر":
        return False
    return not _contrasted(found)


def _contrasted(found: Context) -> bool:
    """«یک زن و دو مرد»: a numeral follows «و» within the next words."""
    from ..numerals.reading import word_piece

    for offset in range(1, 4):
        token, link = found.token(offset), found.key(offset - 1)
        if token is None or link != "و":
            continue
        piece = word_piece(token.text, token.key) if token.kind == "w" else None
        return token.kind == "n" or (piece is not None and piece.kind == "cardinal")
    return False


def doubtful(found: Context) -> bool:
    """«نه», «ده», «سی», «نیم» where they count nothing."""
    numeral = found.at.numeral
    if not numeral.doubtful or found.at.unit or found.ranged:
        return False
    if numeral.kind == "fraction":
        return found.key(0) != "از" and not (found.noun and numeral.value == 0)
    word = found.text.tokens[numeral.first].key
    if word == "نه":
        return not _nine(found)
    return not found.noun and word not in ("یک", "دو")


def _nine(found: Context) -> bool:
    """Whether «نه» is nine: a classifier follows, or a preposition before and a noun after."""
    if found.key(0) in ("نفر", "تن", "مورد", "دستگاه", "فقره") or found.hedged:
        return True
    return found.noun and found.key(-1) in ("در", "از", "با", "این", "هر", "آن", "مدت", "طی")


def adverb(found: Context) -> bool:
    """«اول» and «نخست» that follow no noun; «دهم», I give, after the noun of a compound verb."""
    numeral = found.at.numeral
    if numeral.kind != "ordinal" or numeral.last - numeral.first > 1:
        return False
    token = found.text.tokens[numeral.first]
    if token.key == "دهم":
        return ends().get(found.key(-1)) == "light"
    if token.key not in ("اول", "نخست", "یکم"):
        return False
    before = found.token(-1)
    if before is None or before.kind != "w" or is_verb(before):
        return True
    return ends().get(before.key) in ("function", "adverb")


RULES: tuple[tuple[str, Callable[[Context], bool]], ...] = (
    ("name", name),
    ("glued", glued),
    ("code", code),
    ("list-marker", list_marker),
    ("footnote", footnote),
    ("dating", dating),
    ("label", label),
    ("article", article),
    ("doubtful", doubtful),
    ("adverb", adverb),
)
