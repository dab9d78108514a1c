"""Second look at the chunks: what is dropped, joined or read as a name of its own."""

from collections.abc import Sequence

from ..lexicon import fold
from ..text import Text
from .listed import lexicon
from .words import GOVERNMENTS, Chunk, context

NAMED = frozenset("wRORCDL")
COUNTS = frozenset(["برخی", "چند", "چندین", "دو", "سه", "چهار", "پنج", "2", "3", "4", "5"])
BLOC = frozenset(["C", ",", "&"])
LISTS = frozenset("(:")
TOWN = frozenset(["شهر", "بندر", "جزیره"])
GOING = frozenset(["depart", "arrive"])
ADJECTIVES, REACH = 3, 8


def tidy(found: Sequence[Chunk], text: Text) -> list[Chunk]:
    """Chunks with lists opened, honorifics dropped, conferences and coordinated triggers joined."""
    kept: list[Chunk] = []
    foreign: str | None = None
    bloc = 0
    at = 0
    while at < len(found):
        chunk, after = _read(found, at, text)
        if chunk is None:
            if found[at].kind == "w" and kept and text.tokens[kept[-1].first].key in COUNTS:
                kept.pop()
            bloc = at + 1 if after > at + 1 else bloc
            at = max(after, at + 1)
            continue
        at = max(after, at + 1)
        if chunk.kind == "C" and chunk.data.get("anaphor"):
            chunk = chunk._replace(data={"iso3": foreign})
        elif chunk.kind in "CDLO" and chunk.data.get("iso3") not in (
            None,
            "",
            text.article.country,
        ):
            foreign = chunk.data["iso3"]
        bloc = bloc if chunk.kind in BLOC else 0
        kept.append(chunk._replace(data={**chunk.data, "bloc": bloc}) if bloc else chunk)
        _join(kept)
    return kept


def _read(found: Sequence[Chunk], at: int, text: Text) -> tuple[Chunk | None, int]:
    """The chunk to keep at `at`, None to drop it, and the index after it."""
    chunk = found[at]
    following = found[at + 1].kind if at + 1 < len(found) else ""
    if chunk.kind == "h" and following in ("P", "h", "R", "w"):
        return None, at + 1
    if chunk.kind == "q" and _quotes_name(found, at):
        return None, at + 1
    if chunk.kind == "O" and _is_media(text, chunk):
        return Chunk("m", chunk.first, chunk.last), at + 1 + (following in ("C", "L"))
    if chunk.kind == "T" and (city := _dushanbe(found, at, text)):
        return city, at + 1
    if chunk.kind == "w" and text.tokens[chunk.first].key in TOWN and following == "L":
        return None, at + 1
    if chunk.kind == "w" and (town := _town(found, at, text)):
        return town
    if chunk.kind == "w" and text.tokens[chunk.first].key in context("conference"):
        return _conference(found, at, text)
    if chunk.kind == "w" and text.tokens[chunk.first].key in GOVERNMENTS:
        opened = _list(found, at + 1)
        if opened or following == "C":
            return None, opened or at + 1
    return chunk, at + 1


def _dushanbe(found: Sequence[Chunk], at: int, text: Text) -> Chunk | None:
    """«دوشنبه» as a city: «سفر وزیر X به دوشنبه»."""
    first, last, before = found[at].first, found[at].last, found[at - 1] if at else None
    if last - first > 1 or before is None or before.kind != "p":
        return None
    if text.tokens[before.last - 1].key != "به" or text.tokens[first].key != "دوشنبه":
        return None
    near = [*found[max(0, at - REACH) : at], *found[at + 1 : at + 2]]
    if not any(chunk.kind == "N" and chunk.data["type"] == "visit" for chunk in near):
        return None
    return Chunk("L", first, last, lexicon()["L"].values["دوشنبه"])


def _town(found: Sequence[Chunk], at: int, text: Text) -> tuple[Chunk, int] | None:
    """A town that no list has, with its country: «عازم [بندر] باتومی گرجستان شد»."""
    before = found[at - 1] if at else None
    start = at + (text.tokens[found[at].first].key in context("venue"))
    goes = before is not None and before.kind == "N" and before.data.get("action") in GOING
    if not (goes or start > at) or start + 1 >= len(found):
        return None
    town, country = found[start : start + 2]
    if town.kind != "w" or country.kind != "C" or text.tokens[town.first].kind != "w":
        return None
    name = text.tokens[town.first].text
    data = {"name": name, "iso3": country.data.get("iso3")}
    return Chunk("L", town.first, country.last, data), start + 2


def _quotes_name(found: Sequence[Chunk], at: int) -> bool:
    """Whether a mark stands at a quoted name: « X »."""
    around = [chunk.kind for chunk in found[max(0, at - 1) : at + 2]]
    return "P" in around


def _is_media(text: Text, chunk: Chunk) -> bool:
    named = {fold(word) for word in chunk.data["name"].split()}
    return bool((_words(text, chunk) | named) & context("media"))


def _words(text: Text, chunk: Chunk) -> set[str]:
    return {token.key for token in text.tokens[chunk.first : chunk.last]}


def _list(found: Sequence[Chunk], at: int) -> int | None:
    """Index of the first country of «کشور اروپایی (X، Y و Z)», «کشورها همچون X و Y»."""
    for end in range(at, min(at + ADJECTIVES, len(found) - 1)):
        chunk = found[end]
        opens = chunk.kind in LISTS or (chunk.kind == "p" and chunk.data["slot"] == "like")
        if opens:
            return end + 1 if found[end + 1].kind == "C" else None
        if chunk.kind == "C" and end > at:
            return end
        if chunk.kind not in ("w", "D"):
            return None
    return None


def _conference(found: Sequence[Chunk], at: int, text: Text) -> tuple[Chunk, int]:
    """Join «اجلاس سران سازمان ...» into one name."""
    end = at + 1
    sentence = text.sentence[found[at].first]
    end += _talks(found, end, text)  # «مجمع گفت‌وگوی مونیخ»
    while end < len(found) and end - at < 7 and _names(found[end], text, sentence):
        end += 1
    around = [found[at - 1]] if at else []
    around += [chunk for chunk in found[at + 1 : end + 1] if chunk.kind == "w"]
    pointed = any(text.tokens[chunk.first].key in ("این", "آن", "همین") for chunk in around)
    if end == at + 1 or pointed or (end < len(found) and found[end].kind == "N"):
        return found[at], at + 1
    first, last = found[at].first, found[end - 1].last
    name = " ".join(token.text for token in text.tokens[first:last])
    return Chunk("E", first, last, {"name": name}), end


def _talks(found: Sequence[Chunk], at: int, text: Text) -> bool:
    """Whether talks stand in a name that goes on after them."""
    if at + 1 >= len(found) or found[at].kind != "N" or not found[at].data.get("weak"):
        return False
    linked = text.tokens[found[at].last - 1].key.endswith(("ی", "ات", "های"))
    return linked and _names(found[at + 1], text, text.sentence[found[at].first])


def _names(chunk: Chunk, text: Text, sentence: int) -> bool:
    token = text.tokens[chunk.first]
    return (
        chunk.kind in NAMED
        and text.sentence[chunk.first] == sentence
        and token.kind == "w"
        and token.key not in context("happening")
    )


def _join(kept: list[Chunk]) -> None:
    """Make one trigger of «دیدار و گفت‌وگو», «نشست کمیته مشترک»."""
    if [chunk.kind for chunk in kept[-2:]] == ["N", "N"] and kept[-2].data.get("weak"):
        one, two = kept[-2:]
        if (
            not {one.data["type"], two.data["type"]} & {"visit", "signing"}
            and one.last == two.first
        ):
            weak = bool(two.data.get("weak"))
            data = {**two.data, "weak": weak, "types": one.data["types"] | two.data["types"]}
            kept[-2:] = [Chunk("N", one.first, two.last, data)]
    if len(kept) < 3 or [chunk.kind for chunk in kept[-3:]] != ["N", "&", "N"]:
        return
    one, _, two = kept[-3:]
    if {one.data["type"], two.data["type"]} & {"visit", "signing"}:
        return
    weak = bool(one.data.get("weak") and two.data.get("weak"))
    data = {**one.data, "weak": weak, "types": one.data["types"] | two.data["types"]}
    kept[-3:] = [Chunk("N", one.first, two.last, data)]
