"""A demonstration corpus: any number of short Persian news articles, always the same ones.

Its sentences are in demo.toml, written for it; people, dates and numbers are invented. Every
tenth article or so is a near-copy of an earlier one under another publisher, as agencies do.

>>> [article.id for article in articles(2)]
['demo-001', 'demo-002']
"""

import json
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import jdatetime

from analysis.corpus import Article

BEGIN, DAYS = date(2024, 1, 3), 715
MONTHS = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
COPY_EVERY = 10


def source() -> dict[str, Any]:
    """The sentences, publishers, countries and themes."""
    return tomllib.loads(Path(__file__).with_name("demo.toml").read_text("utf-8"))


def articles(count: int, *, seed: int = 25) -> list[Article]:
    """Make `count` articles over two years; every tenth is a near-copy of an earlier one."""
    data, random = source(), Random(seed)
    made: list[Article] = []
    for number in range(1, count + 1):
        day = BEGIN + timedelta(days=number * DAYS // max(count, 2))
        if number % COPY_EVERY == 0:
            made.append(_copy(made[-random.randrange(1, 4)], number, data, random))
        else:
            made.append(_article(number, day, data, random))
    return made


def write(folder: Path, count: int) -> None:
    """Write `count` articles as a corpus folder: a text and its metadata each."""
    folder.mkdir(parents=True, exist_ok=True)
    for article in articles(count):
        (folder / f"{article.id}.txt").write_text(article.text, "utf-8")
        known = {key: getattr(article, key) for key in ("title", "publisher", "published")}
        lines = [
            f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in known.items()
        ]
        (folder / f"{article.id}.toml").write_text("".join(lines), "utf-8")


def jalali(day: date) -> str:
    """Write a day as Persian news do.

    >>> jalali(date(2025, 11, 17))
    '۲۶ آبان ۱۴۰۴'
    """
    value = jdatetime.date.fromgregorian(date=day)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}".translate(PERSIAN)


def _article(number: int, day: date, data: dict[str, Any], random: Random) -> Article:
    theme = random.choice(data["theme"])
    sentences = random.sample(theme["sentences"], 3)
    if random.random() < 0.7:
        sentences.insert(0, random.choice(data["meetings"]))
    sentences += [random.choice(data[part]) for part in ("dated", "counted", "closings")]
    country = random.choice(data["countries"])
    filled = [
        sentence.format(
            person=theme["person"],
            role=theme["role"],
            country=country["name"],
            city=country["city"],
            past=jalali(day - timedelta(days=random.randrange(6))),
            coming=jalali(day + timedelta(days=random.randrange(1, 20))),
            number=str(random.randrange(3, 4000)).translate(PERSIAN),
        )
        for sentence in sentences
    ]
    publisher = random.choice(data["publishers"])
    if number % 2:  # every other article is of the publisher's favourite theme
        publisher = data["publishers"][data["theme"].index(theme) % len(data["publishers"])]
    text = f"به گزارش {publisher}، {filled[0]} " + " ".join(filled[1:3])
    text += "\n" + " ".join(filled[3:]) + "\n"
    return Article(f"demo-{number:03}", text, theme["title"], publisher, published=day.isoformat())


def _copy(original: Article, number: int, data: dict[str, Any], random: Random) -> Article:
    """The same story a day later under another name: its lead renamed, its last sentence gone."""
    others = [name for name in data["publishers"] if name != original.publisher]
    publisher = random.choice(others)
    story = original.text.replace(original.publisher or "", publisher, 1).rstrip()
    day = date.fromisoformat(original.published or "") + timedelta(days=1)
    return replace(
        original,
        id=f"demo-{number:03}",
        text=story[: story.rstrip(".").rindex(".") + 1] + "\n",
        publisher=publisher,
        published=day.isoformat(),
    )
