"""Mentions of one entity get one id and one name, wherever in the article they stand."""

from collections.abc import Iterator
from functools import cache

from ..lexicon import compact, load
from .events import LATIN, edition
from .gazetteer import Scan
from .mentions import Mention
from .persons import COMMAS, ENDINGS, bare, person_id
from .words import STOPS, ends_phrase, function_words

SAME_SURNAME = 50
SURNAME_FIRST = frozenset({"CHN", "PRK", "KOR", "VNM"})
SPEECH = frozenset({"گفت", "افزود", "گوید", "میگوید", "تاکید", "تصریح", "اظهار", "اعلام"})


def link(scan: Scan, mentions: list[Mention]) -> list[Mention]:
    """Link people, roles, codes and editions within the article; adds what links alone show."""
    mentions = mentions + list(_codes(scan, mentions))
    _name_events(mentions)
    _know_surnames(mentions)
    _join_persons(mentions)
    _know_leaders(scan, mentions)
    _join_first_surnames(mentions)
    mentions = sorted(mentions + list(_surnames(scan, mentions)), key=lambda m: (m.first, -m.last))
    _appose(scan, mentions)
    _share_roles(mentions)
    return mentions


def _codes(scan: Scan, mentions: list[Mention]) -> Iterator[Mention]:
    """A code in brackets after an organisation's or an event's name, wherever else it stands; what
    the tagger found of it is the same entity.
    """
    taken = {index for mention in mentions for index in range(mention.first, mention.last)}
    named: dict[str, Mention] = {}
    for mention in mentions:
        at = mention.first if mention.rule == "event-code" else mention.last + 1
        bracketed = scan.key(at - 1) == "(" and scan.key(at + 1) == ")"
        organisation = mention.label == "ORGANISATION" and bracketed
        code = LATIN.fullmatch(scan.key(at)) or (organisation and _acronym(scan, at))
        if (organisation or mention.rule == "event-code") and code:
            named.setdefault(scan.key(at), mention)
    for mention in mentions:
        owner = named.get(scan.key(mention.first)) if mention.source == "model" else None
        if owner and mention.last == mention.first + 1 and mention.label == owner.label:
            mention.entity, mention.name, mention.iso3 = owner.entity, owner.name, owner.iso3
    for index, token in enumerate(scan.tokens):
        owner = named.get(token.key)
        if owner and index not in taken:
            last = edition(scan, index + 1)[0] if owner.label == "EVENT" else index + 1
            yield Mention(index, last, owner.label, owner.entity, owner.name, "code", owner.iso3)


def _acronym(scan: Scan, at: int) -> bool:
    """Whether a word in brackets can be an acronym in Persian letters («ساتبا»)."""
    other = scan.hit(at, "given", "place", "common", *STOPS)
    return scan.tokens[at].kind == "w" and other is None and not ends_phrase(scan, at)


def _name_events(mentions: list[Mention]) -> None:
    """Mentions of one edition share the fullest name."""
    names: dict[str, str] = {}
    for mention in mentions:
        if mention.label == "EVENT":
            names[mention.entity] = max(names.get(mention.entity, ""), mention.name, key=len)
    for mention in mentions:
        if mention.label == "EVENT":
            mention.name = names[mention.entity]


def _words(name: str) -> list[str]:
    """Words of a name without «سید», however they are spaced, with one letter for two.

    >>> _words("سیدرضا صالحی\u200cامیری"), _words("اسماعیل بقائی")
    (['رضا', 'صالحی', 'امیری'], ['اسماعیل', 'بقایی'])
    """
    return bare(name.replace("\u200c", " ").replace("ئ", "ی")).split()


def _know_surnames(mentions: list[Mention]) -> None:
    """What the tagger takes for no person, though a person's name ends with it, is that person."""
    people = [_words(mention.name) for mention in mentions if mention.label == "PERSON"]
    ends = {tuple(words[at:]) for words in people for at in range(1, len(words))}
    for mention in mentions:
        if mention.source == "model" and tuple(_words(mention.name)) in ends:
            mention.label, mention.entity, mention.iso3 = "PERSON", person_id(mention.name), None


def _join_persons(mentions: list[Mention]) -> None:
    """A person's shorter names join a longer name that ends with them: of several people's the one
    named last before, else the longest.
    """
    people = [mention for mention in mentions if mention.label == "PERSON"]
    fullest: dict[str, list[str]] = {}
    latest: dict[str, str] = {}
    for name in sorted({mention.name for mention in people}, key=lambda name: (-len(name), name)):
        fullest.setdefault(_words(name)[-1], []).append(name)
    for mention in sorted(people, key=lambda mention: mention.first):
        words = _words(mention.name)
        names = fullest[words[-1]][:SAME_SURNAME]
        fitting = [name for name in names if _words(name)[-len(words) :] == words]
        if fitting:
            known = latest.get(words[-1])
            name = known if known in fitting else fitting[0]
            mention.name, mention.entity = name, person_id(name)
            latest[words[-1]] = name


def _know_leaders(scan: Scan, mentions: list[Mention]) -> None:
    """Listed politicians have their listed name and country, under a surname alone too, unless
    the article gives that name to somebody else.
    """
    people = [mention for mention in mentions if mention.label == "PERSON"]
    found: dict[str, tuple[str, str | None]] = {}
    for mention in people:
        hit = scan.hit(mention.first, "leader")
        whole = hit is not None and hit.last == mention.last and not hit.entry.needs_context
        if hit and whole and any(_fits(mention, n) for n in (hit.entry.name, hit.entry.surface)):
            found[mention.entity] = hit.entry.name, hit.entry.iso3
    for mention in people:
        if mention.entity in found:
            mention.name, iso3 = found[mention.entity]
            mention.iso3 = mention.iso3 or iso3
            mention.entity = person_id(mention.name)
        elif mention.iso3 is None and scan.key(mention.first - 1) in ranks():
            mention.iso3 = scan.text.article.country


def _join_first_surnames(mentions: list[Mention]) -> None:
    """Of people of East Asia the surname stands first: «شی» is «شی جین‌پینگ»."""
    people = [mention for mention in mentions if mention.label == "PERSON"]
    named = {_words(one.name)[0]: one for one in reversed(people) if one.iso3 in SURNAME_FIRST}
    for mention in people:
        person = named.get(mention.name)
        if person:
            mention.name, mention.entity, mention.iso3 = person.name, person.entity, person.iso3


@cache
def ranks() -> frozenset[str]:
    """Ranks that the press gives to officers of its own country."""
    return frozenset(
        compact(row["surface"]) for row in load("meeting-context") if row["kind"] == "rank"
    )


def _fits(mention: Mention, name: str) -> bool:
    """Whether a person's name is a listed one, or its end, however its parts are spaced."""
    return compact("".join(_words(name))).endswith(compact("".join(_words(mention.name))))


def _surnames(scan: Scan, mentions: list[Mention]) -> Iterator[Mention]:
    """Bare surnames of people whose full names the article gives."""
    taken = {index for mention in mentions for index in range(mention.first, mention.last)}
    known: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.label == "PERSON" and len(_words(mention.name)) > 1:
            known.setdefault(scan.key(mention.last - 1), []).append(mention)
    for index, token in enumerate(scan.tokens):
        people = known.get(token.key)
        if people and index not in taken and _is_surname(scan, index):
            person = next((one for one in reversed(people) if one.last <= index), people[0])
            yield Mention(
                index, index + 1, "PERSON", person.entity, person.name, "surname", person.iso3
            )


def _is_surname(scan: Scan, index: int) -> bool:
    key = scan.key(index)
    if key in ENDINGS or key in function_words() or scan.hit(index, "given", *STOPS):
        return False
    if scan.hit(index - 1, "given") or scan.hit(index, "demonym"):
        return False
    return scan.hit(index, "common") is None or scan.key(index + 1) in SPEECH


def _appose(scan: Scan, mentions: list[Mention]) -> None:
    """A person and a role that stand in apposition, either first, belong together; of two roles
    the one without a comma («به گفته سفیر X، [نام] وزیر Y»).
    """
    outer = [m for m in mentions if m.label in {"PERSON", "ROLE"}]
    for one, other, after in zip(outer, outer[1:], [*outer[2:], None], strict=False):
        if {one.label, other.label} != {"PERSON", "ROLE"} or not _adjacent(scan, one, other):
            continue
        nearer = after and after.label == "ROLE" and after.first == other.last
        if nearer and one.label == "ROLE" and scan.key(one.last) in COMMAS:
            continue
        person, role = (one, other) if one.label == "PERSON" else (other, one)
        if role.plural or person.role or role.entity.startswith("person:"):
            continue
        role.entity, role.name = person.entity, person.name
        person.role, person.iso3, person.organisation = role.role, role.iso3, role.organisation


def _adjacent(scan: Scan, one: Mention, other: Mention) -> bool:
    """Whether only a comma, an opening bracket and honorifics stand between two mentions."""
    at = one.last
    if scan.key(at) in COMMAS or scan.key(at) == "(":
        at += 1
    while honorific := scan.hit(at, "honorific"):
        at = honorific.last
    return at == other.first and scan.one_sentence(one.first, other.last)


def _share_roles(mentions: list[Mention]) -> None:
    """A role names its person, and a person keeps the role, wherever they stand."""
    holders = [m for m in mentions if m.label == "PERSON" and m.role]
    persons = {m.entity: m for m in holders}
    for mention in mentions:
        if mention.label == "ROLE" and mention.role and not mention.plural:
            holder = _holder(mention, holders)
            if holder:
                mention.entity, mention.name = holder.entity, holder.name
        elif mention.label == "PERSON" and not mention.role and mention.entity in persons:
            known = persons[mention.entity]
            mention.role, mention.iso3 = known.role, known.iso3
            mention.organisation = known.organisation


def _holder(role: Mention, holders: list[Mention]) -> Mention | None:
    """Who holds a role: named with the same words, or alone with more («وزیر امور خارجه»)."""
    fitting = [m for m in holders if m.iso3 == role.iso3 and _shortens(role.role, m.role)]
    same = [m for m in fitting if m.role == role.role]
    if same:
        return same[-1]
    return fitting[0] if len({m.entity for m in fitting}) == 1 else None


def _shortens(short: str | None, long: str | None) -> bool:
    """Whether one role is the other with words left out after the first.

    >>> _shortens("وزیر خارجه", "وزیر امور خارجه"), _shortens("وزیر", "معاون وزیر")
    (True, False)
    """
    words, rest = (short or "").split(), iter((long or "").split())
    return bool(words) and words[0] == next(rest, None) and all(w in rest for w in words[1:])
