"""What looks like a number and is none: names, codes, labels, list markers, articles."""

from collections.abc import Callable

from ..lexicon import compact
from .codes import code, footnote, glued, list_marker
from .context import Context, months, names, numeric, places, titles
from .labels import label
from .words import ends, is_verb

TITLE = 8
SCHOOL = frozenset(("تحصیلی", "زراعی", "آبی", "مالی"))
QUOTES = frozenset('«»"“”')
ONLY = frozenset(map(compact, ("فقط", "تنها", "صرفا")))
ARTICLE_OK = frozenset(
    map(compact, ("فقط", "تنها", "حتی", "حداقل", "حداکثر", "دست‌کم", "نفر", "تن"))
)


def name(found: Context) -> bool:
    """«میدان هفت تیر», «هزار و یک شب», «نه تنها», but not «هر یک لیتر»."""
    tokens, first = found.text.tokens, found.at.numeral.first
    for start in range(max(0, first - 4), first + 1):
        phrase = names().longest(tokens, start)
        if phrase and phrase[0] > first:
            measured = phrase[0] == found.at.numeral.last and found.at.own_unit
            return not measured or found.at.last == phrase[0]
    return False


def quoted(found: Context) -> bool:
    """A title in quotation marks: «برنامه «نود»», «فیلم «هشت مرد خشمگین» و «ده»»."""
    opening = _opening(found, -1)
    if opening is None or not any(found.key(at) in QUOTES for at in range(TITLE)):
        return False
    if opening == -1 and found.key(0) in QUOTES:
        return True
    while found.key(opening - 1) in ("،", "و") and found.key(opening - 2) in QUOTES:
        earlier = _opening(found, opening - 3)
        if earlier is None:
            return False
        opening = earlier
    return found.key(opening - 1) in titles()


def _opening(found: Context, last: int) -> int | None:
    """The place of the quotation mark at or before place `last`, a title's length away at most."""
    return next((at for at in range(last, last - TITLE, -1) if found.key(at) in QUOTES), None)


def dating(found: Context) -> bool:
    """A day before a month's name, a year after one or before «ق», that no date has claimed.

    Also a day that names a place («بیمارستان ۲۲ بهمن گناباد»), what goes on with a date's list
    («ساعت ۱۱، ۱۵ و ۱۷»), and «سال تحصیلی ۹۵».
    """
    if found.at.unit:
        return False
    listed = found.key(-1) in ("،", "و") and found.at.first > 1 and found.barred[found.at.first - 2]
    if not found.noun and (listed or found.after == "dating"):
        return found.at.numeral.form == "digits"
    if found.key(-1) in SCHOOL and found.key(-2) == "سال":
        return True
    year = found.key(-1) in months() and 1200 <= found.at.value < 2200
    era = found.key(0) in ("ق", "ش", "م", "ه") and found.at.value > 99
    named = found.key(-1) in places() and found.key(0) in months(doubtful=True)
    return year or era or named or found.key(0) in months()


def article(found: Context) -> bool:
    """«یک مقام»: «یک» before a noun is an article.

    It is a number with a hedge or a unit, before a classifier («یک نفر», «یک فروند بالگرد»), in a
    score, and where another is counted beside it («سه زن و یک مرد»).
    """
    numeral = found.at.numeral
    if numeral.value != 1 or numeral.form != "words" or numeral.kind != "cardinal":
        return False
    if numeral.tail:
        return numeral.tail == "بار" and not found.hedged
    if (found.key(-1) in ONLY and _told(found)) or (found.key(-1) == "تا" and _alone(found)):
        return True
    if numeral.last - numeral.first > 1 or found.hedged or found.ranged:
        return False
    if found.at.unit and found.at.unit.dimension != "time" and found.at.own_unit:
        return False
    if found.key(0) in ARTICLE_OK or found.key(-1) in ARTICLE_OK or found.listed:
        return False
    return not (_classified(found) or _scored(found) or _contrasted(found))


def _alone(found: Context) -> bool:
    """«[تا] یک فرصت»: «تا» is so that or than, and no unit or classifier follows."""
    return not found.at.unit and not found.ranged and not _classified(found)


def _told(found: Context) -> bool:
    """«[تنها] یک بازی است»: the noun is what something is."""
    noun, tokens = found.noun, found.text.tokens
    if ends().get(found.key(1)) == "copula":
        return found.key(0) not in ARTICLE_OK
    if noun is None or noun.classifier or noun.last >= len(tokens):
        return False
    return ends().get(tokens[noun.last].key) == "copula"


def _classified(found: Context) -> bool:
    """«یک فروند بالگرد»."""
    noun = found.noun
    return noun is not None and noun.classifier is not None and noun.first > found.at.last


def _scored(found: Context) -> bool:
    """«یک بر صفر», «پنج به یک»."""
    before, after = found.token(-2), found.token(1)
    if found.key(-1) == "به" and before and numeric(before):
        return True
    return "بر" in (found.key(-1), found.key(0) if after and numeric(after) else "")


def _contrasted(found: Context) -> bool:
    """«یک زن و دو مرد»: a numeral follows «و» within the next words."""
    for offset in range(1, 4):
        token, link = found.token(offset), found.key(offset - 1)
        if token is None or link != "و":
            continue
        return numeric(token) and token.key != "نه"
    return False


def doubtful(found: Context) -> bool:
    """«نه», «ده», «سی», «نیم» where they count nothing."""
    numeral = found.at.numeral
    if not numeral.doubtful or found.at.unit or found.ranged:
        return False
    token = found.text.tokens[numeral.first]
    word = token.key
    if numeral.kind == "fraction":
        return found.key(0) != "از" and not (found.noun and word in ("نصف", "ربع"))
    if word == "نه":
        return "\u064f" not in token.text and not _nine(found)
    return not found.noun and word not in ("یک", "دو")


def _nine(found: Context) -> bool:
    """Whether «نه» is nine: a classifier follows, or a preposition before and a noun after."""
    if found.key(0) in ("نفر", "تن", "مورد", "دستگاه", "فقره") or found.hedged:
        return True
    return found.noun is not None and found.key(-1) in (
        "در",
        "از",
        "با",
        "این",
        "هر",
        "آن",
        "مدت",
        "طی",
    )


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
    ("quoted", quoted),
    ("list-marker", list_marker),
    ("footnote", footnote),
    ("dating", dating),
    ("label", label),
    ("article", article),
    ("doubtful", doubtful),
    ("adverb", adverb),
)
