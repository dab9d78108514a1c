"""Hostile input: how much longer each stage takes for twice as much; 2 is linear, 4 is quadratic.

Each shape is one piece said again and again, up to a million characters. For each, the time of all
stages at every size, the growth at the last doubling, and every stage that grew by more than 2.7.
"""

import argparse
import random
import time
from collections.abc import Callable
from typing import Any

from analysis import comparison, dates, entities, meetings, numbers, timeline, topics
from analysis.corpus import Article
from analysis.markup import highlight
from analysis.pipeline import Notes, annotate
from analysis.text import Text

MOST, DOUBLINGS = 1_000_000, 2
SLOW, LONG = 2.7, 0.3  # growth and seconds from which a stage is named
LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
PIECES = {
    "one letter": "ا",
    "one digit": "۱",
    "letters and digits": "ا۱",
    "combining marks": "\u064e",
    "half-spaces": "ا\u200c",
    "spaces": " ",
    "line ends": "\n",
    "full stops": ".",
    "open quotation marks": "«",
    "closed quotation marks": "»",
    "quoted words": "«ایران»",
    "brackets": "(",
    "commas": "، ",
    "slashes": "۱۴۰۴/",
    "dashes": "۱۴۰۴-",
    "points": "۱.",
    "grouped digits": "۱,۰۰۰",
    "percent signs": "٪",
    "short words": "و ",
    "glued words": "می",
    "Arabic letters": "كتاب عربي ",
    "lost half-spaces": "می شود کتاب های ",
    "numerals in words": "سی و ",
    "numerals and scales": "هزار میلیون ",
    "ordinals": "بیست و یکم ",
    "fractions": "یک سوم ",
    "ranges": "۲۶ تا ",
    "hedges": "بیش از حدود ",
    "money": "۵ میلیارد تومان ",
    "measures": "۵ کیلومتر بر ساعت ",
    "counted": "۲۰ نفر از ",
    "months": "آبان ",
    "days and months": "۲۶ آبان ",
    "days joined": "۲۶ و ۲۷ و ",
    "weekdays": "دوشنبه ",
    "years": "سال ۱۴۰۴ ",
    "durations": "دو سال و سه ماه و ",
    "relative days": "دیروز فردا ",
    "clocks": "ساعت ۱۲:۳۰ ",
    "calendars": "هجری شمسی ",
    "roles": "وزیر ",
    "roles and countries": "وزیر خارجه ایران ",
    "organisations": "سازمان ",
    "heads joined": "رئیس سازمان وزارت ",
    "countries joined": "ایران و ",
    "first names": "محمد ",
    "honorifics": "آقای دکتر ",
    "cities": "شهر تهران ",
    "conferences": "کنفرانس بین‌المللی ",
    "Latin letters": "WTDC-۲۵ ",
    "meetings": "دیدار با ",
    "meetings with ministers": "دیدار وزیر با وزیر ",
    "travels": "سفر به باکو ",
    "negated": "دیدار نکرد ",
    "topics": "هوش مصنوعی ",
    "deadlines": "تا پایان سال ۱۴۰۴ برگزار می‌شود ",
    "prose": "وزیر با همتای خود در باکو دیدار کرد. ",
    "dated prose": "وزیر در ۲۶ آبان ۱۴۰۴ با ۵ وزیر در باکو دیدار کرد. ",
    "tags": "<b>&amp;",
}
Shape = Callable[[int], str]


def shapes() -> dict[str, Shape]:
    """Each piece again and again, and letters and words in no order."""
    made: dict[str, Shape] = {
        name: lambda size, piece=piece: (piece * (size // len(piece) + 1))[:size]  # type: ignore[misc]
        for name, piece in PIECES.items()
    }
    words = " ".join(PIECES.values()).split()
    made["letters in no order"] = lambda size: "".join(random.Random(7).choices(LETTERS, k=size))
    made["pieces in no order"] = lambda size: " ".join(
        random.Random(7).choices(words, k=size // 5)
    )[:size]
    return made


def stages(text: str) -> dict[str, float]:
    """Processor time of each stage for one text."""
    times: dict[str, float] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        result = work()
        times[name] = time.process_time() - begin
        return result

    whole: Text = timed("text", lambda: Text(Article("a", text, published="2025-11-16")))
    days = timed("dates", lambda: dates.find(whole))
    damage = timed("defects", lambda: dates.defects(whole, days))
    counts = timed("numbers", lambda: numbers.find(whole, days))
    names = timed("entities", lambda: entities.find(whole, days, counts))
    themes = timed("topics", lambda: topics.find(whole))
    met = timed("meetings", lambda: meetings.find(whole, days, names, themes))
    facts = timed("timeline", lambda: timeline.find(whole, days, names, met))
    rows = {"dates": days, "numbers": counts, "entities": names, "topics": themes}
    rows |= {"defects": whole.defects + damage, "meetings": met, "timeline": facts}
    timed("comparison", lambda: comparison.material(whole, rows))
    timed("highlight", lambda: highlight(Notes(whole, rows)).to_html())
    return times


def main() -> None:
    """Print each shape's times, by how much they grow, and the stages that grow too fast."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=MOST, help="characters of the longest text")
    options.add_argument("shapes", nargs="*", metavar="SHAPE", help="default: all")
    got = options.parse_args()
    annotate("گرم‌کردن")
    for name, shape in shapes().items():
        if got.shapes and name not in got.shapes:
            continue
        sizes = [got.most >> power for power in range(DOUBLINGS, -1, -1)]
        runs = [stages(shape(size)) for size in sizes]
        totals = [sum(run.values()) for run in runs]
        slow = [
            f"{stage} {last:.1f} s ({last / max(before, 1e-3):.1f})"
            for (stage, last), before in zip(runs[-1].items(), runs[-2].values(), strict=True)
            if last > LONG and last > SLOW * before
        ]
        seconds = "".join(f"{total:8.2f} s" for total in totals)
        growth = totals[-1] / max(totals[-2], 1e-3)
        print(f"{name:24}{seconds}  twice as much: {growth:.1f}  {', '.join(slow)}", flush=True)


if __name__ == "__main__":
    main()
