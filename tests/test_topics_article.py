"""The article's topics, written by hand from the text, place by place."""

import analysis

TOPICS = [
    (0, "همکاریهای دوجانبه", "bilateral-cooperation"),
    (0, "فناوری و ارتباطات", "telecommunications"),
    (1, "دیپلماسی فناوری", "technology-diplomacy"),
    (1, "همکاریهای بینالمللی", "international-cooperation"),
    (1, "کنفرانس جهانی", "international-cooperation"),
    (1, "توسعه ارتباطات راه دور", "telecommunications"),
    (1, "اتصال جهانی", "telecommunications"),
    (1, "آیندهای دیجیتال", "digital-transformation"),
    (1, "اتحادیه بینالمللی مخابرات", "international-organisations"),
    (2, "سیاستگذاری بینالمللی فناوری", "digital-governance"),
    (2, "تعاملات منطقهای و جهانی", "international-cooperation"),
    (4, "امنیت سایبری", "cybersecurity"),
    (4, "مهارتهای دیجیتال", "digital-skills"),
    (4, "هوش مصنوعی", "artificial-intelligence"),
    (4, "اینترنت اشیا", "internet-of-things"),
    (4, "سلامت دیجیتال", "digital-health"),
    (4, "تحول دیجیتال", "digital-transformation"),
    (5, "نقشه راه جهانی دیجیتال", "digital-transformation"),
    (5, "قطعنامههای", "international-organisations"),
    (5, "ابتکارات منطقهای", "international-cooperation"),
    (5, "ارتباطات و فناوری اطلاعات", "telecommunications"),
    (6, "نشست دوجانبه", "bilateral-cooperation"),
    (7, "اتحادیه بینالمللی مخابرات", "international-organisations"),
    (8, "رایزنیهای دوجانبه", "bilateral-cooperation"),
    (8, "دیپلماسی فناوری", "technology-diplomacy"),
    (8, "همکاریهای فنی و فناورانه", "bilateral-cooperation"),
    (8, "زیرساختهای ارتباطی", "infrastructure"),
    (8, "امنیت سایبری", "cybersecurity"),
    (8, "شرکتهای دانشبنیان", "knowledge-based-companies"),
    (8, "بازارهای بینالمللی", "trade"),
    (9, "دیپلماسی فناوری", "technology-diplomacy"),
    (9, "انحصار دیجیتال", "digital-transformation"),
    (9, "نظام بینالمللی", "international-cooperation"),
    (9, "حکمرانی فناوری", "digital-governance"),
    (10, "استانداردها و مقررات", "standards"),
    (10, "دانشبنیان", "knowledge-based-companies"),
    (10, "بازارهای منطقهای و جهانی", "trade"),
    (11, "معماری دیجیتال", "digital-transformation"),
    (11, "فناورانه", "technology"),
    (11, "فرصتهای اقتصادی", "economy"),
    (11, "فناورانه", "technology"),
    (12, "همکاریهای بینالمللی", "international-cooperation"),
    (12, "فناورانه", "technology"),
]


def test_every_topic_in_its_place(notes: analysis.Notes) -> None:
    assert notes.topics[["sentence", "text", "topic"]].values.tolist() == [
        list(row) for row in TOPICS
    ]


def test_spans_of_the_five_announced_themes(notes: analysis.Notes) -> None:
    spans = {
        row.topic: (row.start, row.end) for row in notes.topics.itertuples() if row.sentence == 4
    }
    assert spans == {
        "cybersecurity": (904, 916),
        "digital-skills": (918, 934),
        "artificial-intelligence": (936, 946),
        "internet-of-things": (948, 960),
        "digital-health": (963, 976),
        "digital-transformation": (1014, 1026),
    }


def test_canonical_terms_have_their_half_spaces(notes: analysis.Notes) -> None:
    terms = dict(zip(notes.topics["text"], notes.topics["term"], strict=True))
    assert terms["شرکتهای دانشبنیان"] == "شرکت دانش‌بنیان"
    assert terms["مهارتهای دیجیتال"] == "مهارت‌های دیجیتال"
    assert terms["سیاستگذاری بینالمللی فناوری"] == "سیاست‌گذاری بین‌المللی فناوری"


def test_counts_of_the_article(article: analysis.Article) -> None:
    table = analysis.annotate_corpus([article])["frequencies"]
    counts = table[table["by"] == "corpus"].set_index("topic")["count"]
    assert counts["international-cooperation"] == 6
    assert counts["technology-diplomacy"] == 3
    assert counts["cybersecurity"] == 2


def test_the_timeline(notes: analysis.Notes) -> None:
    conference = "کنفرانس جهانی توسعه ارتباطات راه دور ۲۰۲۵"
    columns = ["sentence", "what", "kind", "first", "last", "approximate"]
    assert notes.timeline[columns].values.tolist() == [
        [0, "سفر سید ستار هاشمی به باکو", "visit", "2025-11-16", "2025-11-16", True],
        [3, conference, "conference", "2025-11-17", "2025-11-19", False],
        [5, "نقشه راه جهانی دیجیتال", "plan", "2026-01-01", "2029-12-31", False],
    ]


def test_calendars_and_evidence_of_the_timeline(notes: analysis.Notes) -> None:
    assert notes.timeline["calendar"].fillna("none").tolist() == ["none", "jalali", "gregorian"]
    spans = zip(notes.timeline["start"], notes.timeline["end"], strict=True)
    assert list(spans) == [(0, 104), (721, 828), (1044, 1222)]
