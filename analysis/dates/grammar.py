"""The machine under the rules: units with a class each, patterns over classes, rewriting.

Every token or phrase that matters to a date becomes a unit of one class (DAYNAME, MONTHNAME, a
number from 1 to 12 ...). A rule's pattern is a regular expression whose words are classes; what it
matches becomes one new unit, so later rules build on what earlier ones found. Classes are one
character each, patterns have no nested repetition, and repetition is bounded: time is linear.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

CLASSES: dict[str, str] = {}
GROUPS: dict[str, tuple[str, ...]] = {}
WORD = re.compile(r"(?<![<?])\b[A-Z][A-Z0-9]*\b")


def declare(names: str) -> None:
    """Give each of the named classes its character."""
    for name in names.split():
        CLASSES[name] = chr(0x3400 + len(CLASSES))


def group(name: str, members: str) -> None:
    """Let one word in patterns stand for any of several classes."""
    flat: list[str] = []
    for member in members.split():
        flat += GROUPS.get(member, (member,))
    GROUPS[name] = tuple(flat)


# numbers by what they can be: 0, 1-12, 13-24, 25-31, 32-60, 61-99, a year of four digits, more
declare("N0 N12 N24 N31 N60 N99 NYEAR NBIG NPART ORD ORDBIG FEW SHORTYEAR")
group("HOURNUM", "N0 N12 N24")
group("DAYNUM", "N12 N24 N31")
group("DAYORD", "DAYNUM ORD")
group("MINUTENUM", "N0 N12 N24 N31 N60")
group("TWODIGITS", "N0 N12 N24 N31 N60 N99 SHORTYEAR")
group("INTEGER", "TWODIGITS NYEAR NBIG")
group("COUNT", "INTEGER NPART FEW")
group("ORDINAL", "ORD ORDBIG")
# words
declare(
    "MONTHFULL MONTHNAME MONTHWEAK MONTHDOUBT SEASONNAME SPRINGISH WEEKDAY WEEKDAYS TODAY TONIGHT"
)
declare("WEEKDAYSOF")
group("WEEKDAYANY", "WEEKDAY WEEKDAYS WEEKDAYSOF")
group("MONTHANY", "MONTHFULL MONTHNAME MONTHWEAK MONTHDOUBT")
group("SEASONANY", "SEASONNAME SPRINGISH")
declare("SECOND MINUTE HOUR DAY NIGHT WEEK MONTH SEASON YEAR DECADE CENTURY MILLENNIUM UNITADJ")
group("UNIT", "SECOND MINUTE HOUR DAY NIGHT WEEK MONTH SEASON YEAR DECADE CENTURY MILLENNIUM")
declare("YEARWORD PAST BEFORE FUTURE AFTER CURRENT RECENT THIS THAT EACH NEW")
group("WHICH", "PAST BEFORE FUTURE AFTER CURRENT RECENT")
declare("TO FROM BETWEEN AND OR AT EZAFE NUMBERED DATED BLESSED UNTILNOW ONWARD SHARP ENDING")
declare("START MID END HALF INITIAL FINAL ABOUT AHEAD ERA PART PARTSOF HALFDAY ZONE FREQUENCY")
declare(
    "YEARKIND MORROW SPOKEN TIMES ONCE BETWEENS PER OCCASION COMMA DASH SLASH DOT COLON OPEN CLOSE"
)
group(
    "CONNECTOR", "AND OR COMMA DASH SLASH DOT COLON OPEN CLOSE AT FROM TO THIS THAT EZAFE EACH NEW"
)
group(
    "HELPER",
    "TIMES ONCE BETWEENS PARTSOF ENDING YEARKIND SPOKEN NUMBERED DATED BLESSED ABOUT AHEAD START MID END HALF INITIAL",
)
group("HELPER2", "FINAL BETWEEN ONWARD SHARP WHICH NBIG ORDINAL FEW MINUTENUM N99")
group("MODIFIER", "START MID END ABOUT AHEAD")
group("IDLE", "CONNECTOR HELPER HELPER2")
group("LINK", "AND OR COMMA TO DASH")
# what rules make
declare("DATE MONTHPOINT SEASONPOINT YEARPOINT YEARSPAN WEEKPOINT DAYPOINT WEEKDAYPOINT")
declare("YEARS GLUED GLUEDADJ LENGTH LENGTHADJ TIME TIMESPAN SPAN SET POINT VAGUE NOTHING")
group("DAYISH", "DATE DAYPOINT WEEKDAYPOINT SPAN TODAY WEEKDAY SET")
group("CALENDARED", "DATE MONTHPOINT SEASONPOINT YEARPOINT YEARSPAN POINT")


class Unit(NamedTuple):
    """Tokens `first` to `last - 1`, their class, and what they mean."""

    cls: str
    first: int
    last: int
    value: Any = None
    rule: str = ""


class Found:
    """A match: the units of each named group of the pattern."""

    def __init__(self, match: re.Match[str], units: Sequence[Unit]) -> None:
        self.match, self.units = match, units

    def all(self, name: str) -> Sequence[Unit]:
        """The units of a named group, none if it did not take part."""
        if name not in self.match.re.groupindex:
            return ()
        start, end = self.match.span(name)
        return self.units[start:end] if start >= 0 else ()

    def one(self, name: str) -> Unit | None:
        """The first unit of a named group."""
        units = self.all(name)
        return units[0] if units else None

    def value(self, name: str) -> Any:
        """The value of a named group's first unit, or None."""
        units = self.all(name)
        return units[0].value if units else None

    def counted(self) -> bool:
        """Whether a count stands before the match, and not the hour of «ساعت ۸»."""
        at = self.match.start() - 1
        if at < 0 or self.units[at].cls not in GROUPS["COUNT"]:
            return False
        number = self.units[at].value
        year = self.units[at].cls == "NYEAR" and number.digits and number.length == 4
        return not year and (at == 0 or self.units[at - 1].cls not in ("HOUR", "YEAR", "DAY"))

    def clock_follows(self) -> bool:
        """Whether «ساعت» and a number or a time come after the match."""
        at = self.match.end()
        two = [unit.cls for unit in self.units[at : at + 2]]
        return len(two) == 2 and two[0] == "HOUR" and two[1] in ("TIME", *GROUPS["HOURNUM"])

    @property
    def first(self) -> int:
        return self.units[self.match.start()].first

    @property
    def last(self) -> int:
        return self.units[self.match.end() - 1].last

    def before(self) -> str:
        """Class of the unit before the match, "" at the run's beginning."""
        start = self.match.start()
        return self.units[start - 1].cls if start else ""

    def after(self) -> str:
        """Class of the unit after the match, "" at the run's end."""
        end = self.match.end()
        return self.units[end].cls if end < len(self.units) else ""


class Rule(NamedTuple):
    """A name, a pattern of classes, the class that it makes, and the function of its value.

    The function gets the match and the context, and returns a value, or None to reject.
    """

    name: str
    pattern: str
    makes: str
    value: Callable[[Found, Any], Any]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose upper-case words are classes or groups of them."""

    def chars(match: re.Match[str]) -> str:
        members = GROUPS.get(match[0], (match[0],))
        return "[" + "".join(CLASSES[member] for member in members) + "]"

    return re.compile(WORD.sub(chars, pattern).replace(" ", ""))


def rewrite(units: list[Unit], rules: Iterable[Rule], context: Any) -> list[Unit]:
    """Apply the rules in their order to a run of units."""
    string = "".join([CLASSES[unit.cls] for unit in units])
    for rule in rules:
        changed: list[Unit] = []
        done = 0
        for match in compiled(rule.pattern).finditer(string):
            found = Found(match, units)
            value = rule.value(found, context)
            if value is None:
                continue
            changed += units[done : match.start()]
            changed.append(Unit(rule.makes, found.first, found.last, value, rule.name))
            done = match.end()
        if done:
            units = changed + units[done:]
            string = "".join([CLASSES[unit.cls] for unit in units])
    return units
