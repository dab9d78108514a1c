"""The word lists of entities: their form, no surface twice, every state that CLDR knows."""

from collections import defaultdict

import pytest
from babel import Locale

from analysis.entities.context import cues
from analysis.entities.gazetteer import NAMES, entries, index
from analysis.entities.names import parts
from analysis.lexicon import compact, load

LISTS = {
    "countries": ("surface", "iso3", "name", "kind", "needs_context", "source"),
    "places": ("surface", "name", "iso3", "kind", "needs_context", "source"),
    "organisations": ("surface", "id", "name", "iso3", "needs_context", "source"),
    "events": ("surface", "id", "name", "needs_context", "source"),
    "programmes": ("surface", "id", "name", "needs_context", "source"),
    "ministries": ("surface", "id", "name", "source"),
    "roles": ("surface", "role", "plural", "home", "bare", "complement", "source"),
    "role-words": ("surface", "kind", "source"),
    "honorifics": ("surface", "kind", "source"),
    "heads": ("surface", "label", "complement", "source"),
    "not-names": ("surface", "label", "source"),
}
# Territories of CLDR that are no states: islands without people, parts of states, groups.
STATELESS = {
    "AC",
    "AI",
    "AQ",
    "AS",
    "AX",
    "BL",
    "BQ",
    "BV",
    "CC",
    "CK",
    "CP",
    "CW",
    "CX",
    "DG",
    "EA",
    "EU",
    "EZ",
    "GG",
    "GP",
    "GS",
    "HK",
    "HM",
    "IC",
    "IM",
    "IO",
    "JE",
    "KY",
    "MF",
    "MO",
    "MP",
    "MQ",
    "MS",
    "NF",
    "NU",
    "PM",
    "PN",
    "QO",
    "RE",
    "SH",
    "SJ",
    "SX",
    "TA",
    "TC",
    "TF",
    "TK",
    "UM",
    "UN",
    "VG",
    "VI",
    "WF",
    "XA",
    "XB",
    "YT",
    "ZZ",
    "PS",
}


@pytest.mark.parametrize("name", LISTS)
def test_each_list_has_its_columns_and_a_source(name: str) -> None:
    for row in load(name):
        assert tuple(row) == LISTS[name]
        assert row["surface"].strip() == row["surface"] != ""
        assert row["source"]
        assert row.get("needs_context") in {None, "true", "false"}
        assert len(row.get("iso3") or "IRN") == 3


def test_no_name_stands_for_two_entities() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for entry in entries():
        if entry.kind in NAMES:
            seen[compact(entry.surface)].add(entry.id)
    assert {surface: ids for surface, ids in seen.items() if len(ids) > 1} == {}


def test_context_is_told_for_every_name_that_needs_it_and_for_no_other() -> None:
    flagged = {compact(entry.surface) for entry in entries() if entry.needs_context}
    listed = set(cues()) - {"*"}
    assert listed <= flagged


def states() -> dict[str, str]:
    names = Locale("fa").territories
    return {code: names[code] for code in names if len(code) == 2 and code not in STATELESS}


def test_every_state_of_cldr_is_known_by_its_persian_name() -> None:
    found = {}
    for code, name in states().items():
        values = index().values.get("".join(parts(name)), [])
        found[code] = {entry.iso3 for entry in values if entry.kind == "country"}
    assert {code: codes for code, codes in found.items() if len(codes) != 1} == {}
    assert len(set().union(*found.values())) == len(found)
    assert len(found) > 195
