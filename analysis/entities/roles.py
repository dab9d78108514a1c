"""Roles: the office, what it is for, and the organisation or country that it belongs to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .context import is_name
from .gazetteer import Hit, Scan
from .mentions import Mention
from .organisations import FORMER, HOME, domain, state

ALIKE = frozenset({"foreign"})  # ministries of one name in every country
MEMBERS = frozenset({"کشورهای", "دولتهای"})  # «کشورهای عضو سازمان ...» are nobody's office


@dataclass(frozen=True)
class Office:
    """What has been read of a role so far; `last` is the token after it."""

    last: int
    words: str
    iso3: str | None = None
    organisation: str | None = None
    found: bool = False
    closed: bool = False


def roles(scan: Scan, organisations: Mapping[int, Mention]) -> Iterator[Mention]:
    """Roles of roles.csv with their complements; `organisations` are those found, by first token."""
    end = 0
    for first in sorted(scan.hits):
        hit = scan.hit(first, "role") if first >= end else None
        if hit is None or scan.key(first - 1) in MEMBERS:
            continue
        office = read(scan, hit, organisations)
        if office and scan.one_sentence(hit.first, office.last):
            yield _mention(scan, hit, office)
            end = office.last


def read(
    scan: Scan, hit: Hit, organisations: Mapping[int, Mention], depth: int = 0
) -> Office | None:
    """Read the role whose head is `hit`; None where a complement it needs is missing."""
    more = hit.entry.more
    office = Office(hit.last, hit.entry.name)
    if more["complement"] == "ministry":
        office = _former(scan, office)
        office = _ministry(scan, office, abroad=more["plural"] == "true")
        if not office.found:
            return _bare(scan, office, hit)
    for _ in range(0 if more["plural"] == "true" and office.found else 6):
        step = _step(scan, office, more["complement"], organisations, depth)
        if step is None:
            break
        office = step
        if office.closed:
            break
    office = _posted(scan, _former(scan, office), more["complement"])
    if _points(scan, office):
        office = replace(office, last=office.last + 2, iso3=_last_foreign(scan, hit.first))
    elif more["home"] == "true" and office.iso3 is None:
        office = replace(office, iso3=scan.text.article.country)
    return office if office.found or more["bare"] == "true" else None


def _points(scan: Scan, office: Office) -> bool:
    """Whether «این کشور» follows an office that has no country yet."""
    words = scan.key(office.last), scan.key(office.last + 1)
    return office.found and office.iso3 is None and words in {("این", "کشور"), ("آن", "کشور")}


def _last_foreign(scan: Scan, first: int) -> str | None:
    """The foreign country named last before `first`."""
    for at in range(first - 1, -1, -1):
        country = scan.hit(at, "country")
        if country and country.entry.iso3 != scan.text.article.country and is_name(scan, country):
            return country.entry.iso3
    return None


def _bare(scan: Scan, office: Office, hit: Hit) -> Office | None:
    """A minister without a field: only with a country («وزیر عراقی» is none)."""
    country = scan.hit(office.last, "country")
    if country is None or hit.entry.more["plural"] == "true":
        return None
    return _at_country(office, country)


def _ministry(scan: Scan, office: Office, *, abroad: bool) -> Office:
    """The ministry of a minister: by its full name at home, as written abroad, that of foreign
    affairs («وزیر خارجه») by one name everywhere.
    """
    found = domain(scan, office.last)
    if found is None:
        return office
    last, field, name = found
    owner = scan.hit(last, "country", "demonym")
    foreign = owner and owner.entry.iso3 != scan.text.article.country
    if field not in ALIKE and (abroad or foreign):
        name = scan.words(office.last, last)
    words = f"{office.words} {name}"
    organisation = None if abroad else f"وزارت {name}"
    return replace(office, last=last, words=words, organisation=organisation, found=True)


def _step(
    scan: Scan, office: Office, kind: str, organisations: Mapping[int, Mention], depth: int
) -> Office | None:
    at = office.last
    body, country = organisations.get(at), state(scan, at) or _republic(scan, at)
    if body and not office.organisation and (country is None or body.last > country.last):
        return _at_organisation(scan, office, body)
    if country and is_name(scan, country):
        return _at_country(office, country)
    inner = (
        scan.hit(at, "role") if depth < 2 and kind in {"domain", "named", "organisation"} else None
    )
    if inner and inner.entry.more["plural"] == "false":
        nested = read(scan, inner, organisations, depth + 1)
        if nested:
            return replace(nested, words=f"{office.words} {nested.words}", found=True, closed=True)
    demonym = scan.hit(at, "demonym")
    if demonym and (kind in {"demonym", "ministry"} or office.found):
        words = f"{office.words} {scan.words(at, demonym.last)}"
        return Office(demonym.last, words, demonym.entry.iso3, office.organisation, True, True)
    return _by_word(scan, office, kind)


def _republic(scan: Scan, at: int) -> Hit | None:
    """The state whose full form «رئیس‌جمهوری» begins: «رئیس‌جمهوری خلق چین»."""
    return scan.hit(at, "republic") if scan.key(at - 1).endswith("جمهوری") else None


def _by_word(scan: Scan, office: Office, kind: str) -> Office | None:
    at = office.last
    if scan.key(at) == "و":
        return _second(scan, office)
    word = scan.hit(at, "roleword")
    if word and (word.entry.more["kind"] != "home" or scan.key(at) in HOME or office.found):
        return _at_word(scan, office, word)
    place = scan.hit(at, "place")
    if place and kind in {"place", "organisation", "named"} and is_name(scan, place):
        words = f"{office.words} {place.entry.name}"
        return replace(
            office, last=place.last, words=words, iso3=place.entry.iso3, found=True, closed=True
        )
    return None


def _second(scan: Scan, office: Office) -> Office | None:
    """A second field joined to the first, where the body follows («حقوقی و بین‌المللی وزارت»)."""
    first, second = (_field_ending(scan, office.last), scan.hit(office.last + 1, "roleword"))
    if not first or second is None or second.entry.more["kind"] != "domain":
        return None
    if not scan.hit(second.last, "head", "organisation", "role", "roleword", "country"):
        return None
    return replace(office, last=second.last, words=f"{office.words} و {second.entry.name}")


def _field_ending(scan: Scan, last: int) -> bool:
    hits = (scan.hit(first, "roleword") for first in range(max(0, last - 3), last))
    return any(hit and hit.last == last and hit.entry.more["kind"] == "domain" for hit in hits)


def _at_word(scan: Scan, office: Office, word: Hit) -> Office | None:
    kind = word.entry.more["kind"]
    if kind == "home":
        return replace(
            office, last=word.last, iso3=scan.text.article.country, found=True, closed=True
        )
    words = f"{office.words} {word.entry.name}"
    if kind == "adjective":
        return replace(office, last=word.last, words=words)
    organisation = word.entry.name if kind in {"body", "state"} else office.organisation
    iso3 = scan.text.article.country if kind == "state" else office.iso3
    return replace(
        office, last=word.last, words=words, iso3=iso3, organisation=organisation, found=True
    )


def _at_organisation(scan: Scan, office: Office, found: Mention) -> Office:
    """An organisation, and the country that it is known to be of («شرکت توتال فرانسه»)."""
    country = scan.hit(found.last, "country")
    own = country is not None and country.entry.iso3 == found.iso3
    return replace(
        office,
        last=country.last if country and own else found.last,
        words=f"{office.words} {found.name}",
        iso3=found.iso3,
        organisation=found.name,
        found=True,
        closed=True,
    )


def _at_country(office: Office, country: Hit) -> Office:
    return replace(
        office,
        last=country.last,
        words=f"{office.words} {country.entry.name}",
        iso3=country.entry.iso3,
        found=True,
        closed=True,
    )


def _posted(scan: Scan, office: Office, kind: str) -> Office:
    """Where an envoy is posted: «سفیر ایران در مسکو»."""
    at = office.last + 1
    post = scan.hit(at, "country", "place")
    if kind != "post" or not office.found or scan.key(at - 1) != "در" or post is None:
        return office
    return replace(office, last=post.last, words=f"{office.words} در {post.entry.name}")


def _former(scan: Scan, office: Office) -> Office:
    if scan.key(office.last) not in FORMER:
        return office
    return replace(
        office,
        last=office.last + 1,
        words=f"{office.words} {scan.tokens[office.last].text}",
    )


def _mention(scan: Scan, hit: Hit, office: Office) -> Mention:
    more = hit.entry.more
    return Mention(
        hit.first,
        office.last,
        "ROLE",
        f"role:{office.words}",
        office.words,
        "role",
        office.iso3,
        role=office.words,
        organisation=office.organisation,
        atomic=False,
        plural=more["plural"] == "true",
    )
