"""Organisations and places by their first word: ministries, embassies, news agencies, streets."""

from collections.abc import Iterator

from .context import is_name
from .gazetteer import Hit, Scan
from .mentions import Mention
from .persons import name_end
from .words import ends_phrase, is_name_word, phrase_end

FORMER = frozenset({"سابق", "اسبق", "پیشین"})
STATES = frozenset({"جمهوری", "پادشاهی", "فدراسیون", "امارت", "سلطنت", "کشور"})
HOLY = frozenset({"امام", "حضرت", "شهدای", "امامزاده"})
HOME = frozenset({"کشورمان", "کشورما"})
GOVERNMENTS = frozenset({"TALIBAN"})


def organisations(scan: Scan) -> Iterator[Mention]:
    """Organisations and places that begin with a head of heads.csv."""
    for head in scan.all("head"):
        if head.entry.more["label"] in {"ORGANISATION", "PLACE"}:
            kind = head.entry.more["complement"]
            found = MAKERS[kind](scan, head)
            if found and scan.one_sentence(found.first, found.last):
                yield found


def state(scan: Scan, first: int) -> Hit | None:
    """A country, or a government that is none: «طالبان»."""
    other = scan.hit(first, "organisation")
    governs = other if other and other.entry.id in GOVERNMENTS else None
    return scan.hit(first, "country") or governs


def ministry(scan: Scan, head: Hit) -> Mention | None:
    """«وزارت» with what it is for, and the country, marked beside it; a full form of state
    («جمهوری آذربایجان») is part of the ministry's name alone.
    """
    found = domain(scan, head.last)
    if found is None:
        return None
    last, id_, name = found
    country, owner = scan.hit(last, "country"), state(scan, last)
    home = scan.text.article.country
    iso3 = owner.entry.iso3 if owner else home
    if owner:
        last = country.last if country else last
        name = scan.words(head.last, last)
    elif _says_home(scan, last):
        last += 1
    return Mention(
        head.first,
        last,
        "ORGANISATION",
        f"ministry:{id_}:{iso3}",
        f"وزارت {name}",
        "ministry",
        iso3,
        atomic=country is None or scan.key(country.first) in STATES,
    )


def domain(scan: Scan, first: int) -> tuple[int, str, str] | None:
    """What a ministry is for: token after it, id, full name; an unlisted one up to a country."""
    listed = scan.hit(first, "ministry")
    if listed is None and ends_phrase(scan, first):
        return None
    if listed is None:
        stop = _country_within(scan, first + 1, phrase_end(scan, first + 1, 2))
        name = scan.words(first, stop) if stop else ""
        return (stop, name.replace(" ", "-"), name) if stop else None
    last = listed.last
    while last < listed.last + 2 and scan.hit(last, "roleword") and not _ends_field(scan, last):
        last += 1
    if last > listed.last and scan.hit(last, "country"):
        return last, listed.entry.id, scan.words(first, last)
    return listed.last, listed.entry.id, listed.entry.name


def _ends_field(scan: Scan, index: int) -> bool:
    return _says_home(scan, index) or scan.key(index) in FORMER


def _country_within(scan: Scan, first: int, last: int) -> int | None:
    for stop in range(first, last + 1):
        if scan.hit(stop, "role", "head", "honorific"):
            return None
        if scan.hit(stop, "country"):
            return stop
    return None


def _says_home(scan: Scan, index: int) -> bool:
    return scan.key(index) in HOME


def foreign(scan: Scan, head: Hit) -> Mention | None:
    """«سفارت» and the like with the country whose they are, which is marked beside them."""
    country = scan.hit(head.last, "country")
    if country is None or not is_name(scan, country):
        return None
    name = f"{head.entry.name} {country.entry.name}"
    return Mention(
        head.first,
        country.last,
        "ORGANISATION",
        f"{head.entry.name}:{country.entry.iso3}",
        name,
        "head-and-country",
        country.entry.iso3,
        atomic=False,
    )


def agency(scan: Scan, head: Hit) -> Mention | None:
    """«خبرگزاری» with the one word that names it."""
    if not is_name_word(scan, head.last) or scan.hit(head.last, "country"):
        return None
    name = scan.words(head.first, head.last + 1)
    return Mention(
        head.first, head.last + 1, "ORGANISATION", f"organisation:{name}", name, "news-agency"
    )


def namesake(scan: Scan, head: Hit) -> Mention | None:
    """What bears the name of a country or a town, a university or a sea: the name is no mention."""
    place = scan.hit(head.last, "country", "place")
    if place is None or head != scan.hit(head.first, "head"):
        return honoured(scan, head)
    return _named(scan, head, place.last, "namesake")


def honoured(scan: Scan, head: Hit) -> Mention | None:
    """What bears a person's name after a title («بیمارستان شهید چمران»): the person is no mention."""
    at = _martyr(scan, head.last)
    title = scan.hit(at, "honorific")
    first = title.last if title else at + (scan.key(at) in HOLY)
    last = name_end(scan, first, given=False) if first > at else None
    if last is None or head != scan.hit(head.first, "head"):
        return None
    town = scan.hit(last, "place")
    return _named(scan, head, town.last if town else last, "namesake-of-person")


def _martyr(scan: Scan, first: int) -> int:
    """Where a martyr's name begins, after words of its kind («نیروگاه حرارتی شهید …»)."""
    for at in range(first, first + 3):
        if scan.key(at) == "شهید":
            return at
        if not is_name_word(scan, at):
            break
    return first


def _named(scan: Scan, head: Hit, last: int, rule: str) -> Mention:
    name, label = scan.words(head.first, last), head.entry.more["label"]
    return Mention(head.first, last, label, f"{label.lower()}:{name}", name, rule)


MAKERS = {
    "ministry": ministry,
    "country": foreign,
    "name": agency,
    "namesake": namesake,
    "person": honoured,
}
