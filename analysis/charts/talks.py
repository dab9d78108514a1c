"""Talks: who meets whom, seen from the country that the corpus is about."""

from collections import Counter
from collections.abc import Hashable
from typing import Any, NamedTuple

import pandas as pd

from ..lexicon import compact
from .script import Lang
from .things import Tables, country, name, table

MET = ("bilateral", "multilateral", "call")
SIDES = ("actor", "counterpart")


class Party(NamedTuple):
    """Whom the home country meets: a country, or an organisation or person; or two others."""

    countries: tuple[str, ...]
    who: str | None

    @property
    def iso3(self) -> str | None:
        """The one country it is, if it is one."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def key(self) -> str:
        """What tells parties apart."""
        return "+".join(self.countries) or compact(str(self.who))

    def label(self, lang: Lang) -> str:
        """Its name: «مالزی», «ترکیه–مصر», «اتحادیه بین‌المللی مخابرات»."""
        if self.countries:
            return "–".join(country(iso3, lang) for iso3 in self.countries)
        return name(str(self.who), lang)


def home(rows: pd.DataFrame, tables: Tables) -> str | None:
    """The country that most rows name as a side; of several, that of most sources, or the actor's."""
    both, sources = Counter(rows["actor_iso3"].dropna()), Counter(table(tables, "articles")["country"])  # fmt: skip
    acting = both.copy()
    both.update(rows["counterpart_iso3"].dropna())
    rank = {iso3: (many, sources[iso3], acting[iso3]) for iso3, many in both.items()}
    return max(sorted(rank), key=rank.__getitem__, default=None)


def talks(tables: Tables, rows: pd.DataFrame) -> pd.DataFrame:
    """Those of some meetings or events that are talks with a party abroad, with column `party`.

    Talks are meetings and calls, and visits whose host is named beside the visitor.
    """
    named = rows[["counterpart", "counterpart_role"]].notna().any(axis=1)
    rows = rows[rows["type"].isin(MET) | (rows["type"].eq("visit") & named)]
    here = home(rows, tables)
    parties = [_party(row, here) for row in rows.to_dict("records")]
    return rows.assign(party=pd.Series(parties, index=rows.index, dtype=object)).dropna(
        subset="party"
    )


def _party(row: dict[Hashable, Any], here: str | None) -> Party | None:
    actor, counterpart = (_known(row[f"{side}_iso3"]) for side in SIDES)
    if actor and actor == counterpart:
        return None
    if actor and counterpart and here not in (actor, counterpart):
        return Party(tuple(sorted((actor, counterpart))), None)
    side = "actor" if counterpart == here and here else "counterpart"
    iso3 = _known(row[f"{side}_iso3"])
    who = _known(row[f"{side}_organisation"]) or _known(row[side])
    return Party((iso3,) if iso3 else (), who) if iso3 or who else None


def _known(value: object) -> str | None:
    return value if isinstance(value, str) else None
