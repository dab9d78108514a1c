"""Who was to be met and who was met: plans, reports and the record, brought together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from .script import Lang
from .talks import Party, talks
from .things import Tables, events, named, table

GROUPS = {
    "planned-held": ("اعلام شد و برگزار شد", "announced and held"),
    "planned": ("اعلام شد، گزارشی یافت نشد", "announced, no report found"),
    "held": ("برگزار شد، اعلامی یافت نشد", "held, no announcement found"),
    "cancelled": ("لغو شد", "cancelled"),
}
HAPPENED = ("held", "under_way")
ARTICLE = re.compile(r"(.+?):\d+-\d+(?:; |$)")
COLUMNS = ["counterpart", "iso3", "planned", "held", "cancelled", "record", "group", "source", "source_date"]  # fmt: skip


@dataclass
class Line:
    """One counterpart in one group, with the articles that say so and the record's report."""

    party: Party
    group: str
    planned: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    cancelled: set[str] = field(default_factory=set)
    report: dict[str, Any] = field(default_factory=dict)


def meetings_data(tables: Tables, lang: Lang = "fa") -> pd.DataFrame:
    """One row a counterpart and group: counterpart, iso3 (NA for an organisation, and for two
    countries neither of which is the one that most meetings are of), the number of articles that
    tell of a planned, held and cancelled meeting, record (whether the record reports it as held),
    group (planned-held, planned, held, cancelled), source and source_date of the record.

    A meeting was announced and held where a report follows a plan (`events.follows`), or where the
    record has the plan's counterpart at the plan's occasion. What the record has of occasions that
    the articles do not name is left out.
    """
    lines: dict[tuple[str, str], Line] = {}
    for made in _lines(tables):
        line = lines.setdefault((made.party.key, made.group), made)
        line.planned |= made.planned
        line.held |= made.held
        line.cancelled |= made.cancelled
        line.report = line.report or made.report
    ranked = sorted(
        lines.items(),
        key=lambda item: (
            list(GROUPS).index(item[1].group), -len(item[1].planned) - len(item[1].held), item[0],
        ),
    )  # fmt: skip
    return pd.DataFrame([_row(line, lang) for _, line in ranked], columns=COLUMNS)


def _row(line: Line, lang: Lang) -> list[Any]:
    counts = [len(line.planned), len(line.held), len(line.cancelled)]
    source = [line.report.get(key) for key in ("source", "source_date")]
    named_ = [line.party.label(lang), line.party.iso3]
    return [*named_, *counts, bool(line.report.get("held")), line.group, *source]


def _lines(tables: Tables) -> Iterator[Line]:
    rows = {row["event"]: row for row in talks(tables, events(tables)).to_dict("records")}
    kept = {row["follows"] for row in rows.values() if row["status"] in HAPPENED}
    reports = _reports(tables)
    for event, row in rows.items():
        told = set(ARTICLE.findall(row["evidence"]))
        if row["status"] == "cancelled":
            yield Line(row["party"], "cancelled", cancelled=told)
        elif row["status"] in HAPPENED or (row["status"] == "planned" and event not in kept):
            report = _taken(reports, row)
            yield _line(row, told, rows.get(row["follows"]), report)
    for report in reports:
        happened = "planned-held" if report["announced"] else "held"
        if report["held"] or report["announced"]:
            yield Line(report["party"], happened if report["held"] else "planned", report=report)


def _line(row: dict[Any, Any], told: set[str], plan: Any, report: dict[str, Any]) -> Line:
    """The line of a report, or of a plan that no article reports on."""
    if row["status"] == "planned":
        group = "planned-held" if report.get("held") else "planned"
        return Line(row["party"], group, planned=told, report=report)
    group = "planned-held" if plan or report.get("announced") else "held"
    planned = set(ARTICLE.findall(plan["evidence"])) if plan else set()
    return Line(row["party"], group, planned=planned, held=told, report=report)


def _reports(tables: Tables) -> list[dict[str, Any]]:
    """The record's meetings at occasions that the articles name."""
    made = []
    for row in table(tables, "record_meetings").to_dict("records"):
        if not named(tables, row["occasion"]):
            continue
        iso3, who, *source = (
            row[key] if isinstance(row[key], str) else None
            for key in ("iso3", "organisation_fa", "source", "source_date")
        )
        said = {key: str(row[key]).lower() == "true" for key in ("announced", "held")}
        party = Party((iso3,) if iso3 else (), who)
        made.append(said | {"party": party, "occasion": row["occasion"], "source": source[0], "source_date": source[1]})  # fmt: skip
    return made


def _taken(reports: list[dict[str, Any]], row: dict[Any, Any]) -> dict[str, Any]:
    """Take the record's report of an event out of the list; nothing where there is none."""
    for report in reports:
        same = report["party"].key == row["party"].key
        if same and report["occasion"] == row["occasion"]:
            reports.remove(report)
            return report
    return {}
