"""The kinds of chunk, and the words of each that need no list of their own."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from ..lexicon import compact, load

PARTY = frozenset("PRCOLYB")
MARKS = {
    "،": ",",
    ",": ",",
    "(": "(",
    ")": ")",
    ":": ":",
    "؛": ":",
    "«": "q",
    "»": "q",
    "-": "-",
    "–": "-",
    "—": "-",
    "": "-",  # the key of «ـ»
    "/": "-",
}
SELF = frozenset(["خود", "خویش", "خودش", "خودشان"])
PRONOUNS = frozenset(["وی", "او", "ایشان"])
ADVERBS = frozenset(
    [
        "نیز",
        "همچنین",
        "همچنان",
        "هم",
        "روز",
        "صبح",
        "عصر",
        "شب",
        "ظهر",
        "بامداد",
        "دیروز",
        "امروز",
        "فردا",
        "امشب",
        "دیشب",
        "پریروز",
        "سپس",
        "ابتدا",
        "همزمان",
        "مجددا",
        "دوباره",
        "اکنون",
        "هم\u200cاکنون",
        "پیشتر",
        "قبلا",
        "بعدا",
        "رسما",
        "احتمالا",
        "ساعتی",
        "دقایقی",
        "لحظاتی",
    ]
)
HONORIFICS = frozenset(
    "آقای اقای آقایان خانم دکتر مهندس حجت‌الاسلام حجتالاسلام آیت‌الله سردار سرلشکر امیرسرتیپ سرتیپ"
    " سپهبد ارتشبد سرهنگ دریادار دریابان ژنرال جنرال ملک مولوی ملا قاری حاج حاجی الحاج سلطان"
    " امیر شیخ سید جناب شاهزاده حضرت".replace("\u200c", "").split()
)
GOVERNMENTS = frozenset(
    map(compact, ["دولت", "کشور", "کشورهای", "کشورها", "کشورهایی", "حکومت", "دولت‌های", "پادشاهی"])
)


class Chunk(NamedTuple):
    """Tokens `first` to `last - 1` of one kind.

    P person, R title, C country, D adjective of a country, O organisation, B group of countries, L place, E event,
    T date, N word for a meeting, V verb, S self, Y pronoun, A adverb, p preposition, & and, j other joiner,
    , comma, ( ) : - q marks, w any other word. `data` is the entry or row behind it.
    """

    kind: str
    first: int
    last: int
    data: Mapping[str, Any] = {}


@cache
def context(kind: str) -> frozenset[str]:
    """Folded words of one kind from lexicon/meeting-context.toml."""
    return frozenset(compact(e["surface"]) for e in load("meeting-context") if e["kind"] == kind)


@cache
def seats() -> dict[str, str]:
    """Capitals whose name means a body of states, and the body."""
    return {e["surface"]: e["organisation"] for e in load("meeting-context") if e["kind"] == "seat"}
