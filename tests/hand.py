"""Tables for the tests of charts, whatever the rules find: the one article's, and many articles'."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd

from analysis import read_record
from analysis.tables import frame

ROOT = Path(__file__).parent.parent
ARTICLE = "baku-wtdc25"
TEXT = (ROOT / "corpus/articles/baku-wtdc25.txt").read_text("utf-8")
EVENT = "کنفرانس جهانی توسعه ارتباطات راه دور ۲۰۲۵"
ITU = "اتحادیه بین‌المللی مخابرات"
TOPICS = {
    "cybersecurity": "امنیت سایبری",
    "digital-skills": "مهارتهای دیجیتال",
    "artificial-intelligence": "هوش مصنوعی",
    "internet-of-things": "اینترنت اشیا",
    "digital-health": "سلامت دیجیتال",
    "technology-diplomacy": "دیپلماسی فناوری",
}


def row(words: str, **values: Any) -> dict[str, Any]:
    """A row whose span is the first place where some words stand."""
    at = TEXT.index(words)
    sentence = TEXT[:at].count(".")
    span = {"start": at, "end": at + len(words), "text": words, "sentence": sentence}
    return {"article": ARTICLE, **span, "rule": "by-hand", **values}


def tables() -> dict[str, pd.DataFrame]:
    """All tables of the article that a chart may use."""
    about = {
        "article": ARTICLE,
        "title": "سفر وزیر ارتباطات به باکو برای تقویت همکاری‌های فناورانه",
        "publisher": "خبرگزاری صدا و سیما",
        "published": "2025-11-16~",
        "country": "IRN",
        "characters": len(TEXT),
        "words": len(TEXT.split()),
        "sentences": 14,
    }
    made = {
        "articles": [about],
        "dates": [],
        "numbers": _numbers(),
        "entities": _entities(),
        "meetings": _meetings(),
        "timeline": _timeline(),
        "topics": _topics(),
        "defects": [row("سیما ،", kind="space-before-punctuation", suggestion="سیما،")],
    }
    return {name: frame(name, rows) for name, rows in made.items()}


def _numbers() -> list[dict[str, Any]]:
    return [
        row("بیش از ۱۵۰۰", kind="cardinal", value=1500, modifier="more_than", counted="نماینده"),
        row("حدود ۱۵۰", kind="cardinal", value=150, modifier="about", counted="کشور"),
    ]


def _entities() -> list[dict[str, Any]]:
    conference = {"label": "EVENT", "entity": "WTDC-25", "name": EVENT, "source": "lexicon"}
    azerbaijan = {"label": "COUNTRY", "entity": "AZE", "name": "جمهوری آذربایجان", "iso3": "AZE"}
    return [
        row("کنفرانس WTDC-۲۵", **conference),
        row("جمهوری آذربایجان", **azerbaijan, source="lexicon"),
        row("باکو", label="PLACE", entity="باکو", name="باکو", iso3="AZE", source="lexicon"),
    ]


def _meetings() -> list[dict[str, Any]]:
    shared = {
        "type": "bilateral",
        "status": "planned",
        "actor": "سید ستار هاشمی",
        "actor_iso3": "IRN",
        "host_iso3": "AZE",
        "place": "باکو",
        "occasion": EVENT,
        "first": "2025-11-17",
        "last": "2025-11-19",
        "date_source": "inherited",
    }
    countries = {
        "MYS": "مالزی",
        "IND": "هند",
        "PAK": "پاکستان",
        "DZA": "الجزایر",
        "AZE": "جمهوری آذربایجان",
    }
    rows = [row(name, **shared, counterpart_iso3=iso3) for iso3, name in countries.items()]
    rows.append(row("دبیرکل", **shared, counterpart_organisation=ITU))
    visit = shared | {"type": "visit", "status": "under_way", "counterpart_iso3": "AZE"}
    when = {"first": "2025-11-17", "last": "2025-11-19", "date_source": "text"}
    held = {"type": "conference", "status": "planned", "host_iso3": "AZE", "occasion": EVENT}
    conference = row("کنفرانس WTDC-۲۵ از ۲۶ تا ۲۸ آبان ۱۴۰۴", **held, **when)
    return [*rows, row("عازم باکو", **visit), conference]


def _timeline() -> list[dict[str, Any]]:
    return [
        row(
            "عازم باکو",
            what="سفر سید ستار هاشمی به باکو",
            first="2025-11-16",
            last="2025-11-16",
            calendar="jalali",
            kind="visit",
            approximate=True,
        ),
        row(
            "۲۶ تا ۲۸ آبان ۱۴۰۴",
            what=EVENT,
            first="2025-11-17",
            last="2025-11-19",
            calendar="jalali",
            kind="conference",
            approximate=False,
        ),
        row(
            "۲۰۲۶ تا ۲۰۲۹",
            what="نقشه راه جهانی دیجیتال",
            first="2026-01-01",
            last="2029-12-31",
            calendar="gregorian",
            kind="plan",
            approximate=False,
        ),
    ]


def _topics() -> list[dict[str, Any]]:
    rows = []
    for topic, words in TOPICS.items():
        at = TEXT.find(words)
        while at >= 0:
            span = {"start": at, "end": at + len(words), "text": words}
            sentence = TEXT[:at].count(".")
            rows.append({"article": ARTICLE, "sentence": sentence, **span, "topic": topic, "term": topic, "rule": "by-hand"})  # fmt: skip
            at = TEXT.find(words, at + 1)
    return rows


def record() -> dict[str, pd.DataFrame]:
    """The two tables of the public record."""
    return read_record(ROOT / "corpus/reference")


PUBLISHERS = ("سپیده", "چکاوک", "البرز", "نسیم شرق", "راوی", "باختر", "دریا")
CODES = [
    "AZE",
    "TUR",
    "IRQ",
    "RUS",
    "CHN",
    "PAK",
    "IND",
    "QAT",
    "OMN",
    "ARM",
    "TJK",
    "UZB",
    "JPN",
    "DEU",
    "DZA",
    "MYS",
    "BRA",
    "KEN",
    "ZAF",
    "FRA",
    "CUB",
]
THEMES = (
    "artificial-intelligence", "cybersecurity", "oil", "tourism", "agriculture", "rail", "banking", "trade",
    "environment", "housing", "transit", "water", "mining", "gas", "inflation", "climate-change", "war", "peace",
)  # fmt: skip


def many(count: int, *, seed: int = 7) -> dict[str, pd.DataFrame]:
    """Tables of `count` invented articles over two years."""
    random = Random(seed)
    made: dict[str, list[dict[str, Any]]] = {
        name: []
        for name in (
            "articles",
            "dates",
            "numbers",
            "entities",
            "meetings",
            "timeline",
            "topics",
            "defects",
        )
    }
    for number in range(count):
        day = date(2024, 1, 3) + timedelta(days=number * 715 // max(count, 2))
        about = {
            "title": "خبر",
            "publisher": f"خبرگزاری {random.choice(PUBLISHERS)}",
            "country": "IRN",
        }
        sizes = {"characters": 1500, "words": 250, "sentences": 9, "published": day.isoformat()}
        made["articles"].append({"article": f"many-{number:03}", **about, **sizes})
        for name, rows in (("meetings", _met), ("topics", _theme), ("timeline", _fact)):
            for _ in range(random.randint(1, 4)):
                made[name].append(
                    {"article": f"many-{number:03}", **_span(random), **rows(random, day)}
                )
    return {name: frame(name, rows) for name, rows in made.items()}


def _span(random: Random) -> dict[str, Any]:
    start = random.randint(0, 1480)
    return {
        "sentence": start // 170,
        "start": start,
        "end": start + 9,
        "text": "واژه",
        "rule": "by-hand",
    }


def _met(random: Random, day: date) -> dict[str, Any]:
    code = random.choices(CODES, range(len(CODES), 0, -1))[0]
    status = random.choice(("planned", "held", "held", "cancelled", "under_way"))
    when = {"first": day.isoformat(), "last": day.isoformat()}
    return {
        "type": "bilateral",
        "status": status,
        "actor_iso3": "IRN",
        "counterpart_iso3": code,
        **when,
    }


def _theme(random: Random, day: date) -> dict[str, Any]:
    topic = random.choices(THEMES, range(len(THEMES), 0, -1))[0]
    return {"topic": topic, "term": topic}


def _fact(random: Random, day: date) -> dict[str, Any]:
    first = day + timedelta(days=random.randint(-20, 40))
    last = first + timedelta(days=random.choice((0, 0, 2, 400)))
    what = random.choice(
        ("نشست کارشناسی", "مهلت ثبت‌نام در طرح ملی توسعه فیبر نوری کشور و خدمات وابسته به آن")
    )
    when = {"first": first.isoformat(), "last": last.isoformat(), "calendar": "jalali"}
    return {"what": what, **when, "kind": "event", "approximate": random.random() < 0.2}
