"""Near-copies are found, in order of publication, and nothing else is."""

import demo
import pandas as pd
import pytest

import analysis
from analysis import duplicates
from analysis.corpus import Article
from analysis.tables import frame

STORY = (
    "وزیر راه امروز خط تازه راه‌آهن را گشود. این خط دو شهر بزرگ را به هم می‌پیوندد و سفر را یک ساعت "
    "کوتاه‌تر می‌کند. ساخت آن شش سال زمان برد و صدها کارگر در آن کار کردند. مسافران از فردا می‌توانند "
    "بلیت بخرند و بهای آن تا پایان ماه نیم‌بها است."
)
OTHER = (
    "تیم ملی والیبال در دیدار پایانی سه بر یک پیروز شد. سرمربی پس از بازی از تلاش بازیکنان سپاسگزاری کرد "
    "و گفت که تیمش برای المپیک آماده است. هواداران تا نیمه‌شب در خیابان‌ها شادی کردند."
)


def copies(*articles: Article) -> list[list[str]]:
    sketches = frame("sketches", map(duplicates.sketch, articles))
    about = frame("articles", [{"article": a.id, "published": a.published} for a in articles])
    return duplicates.find(sketches, about)[["article", "original"]].values.tolist()


def test_the_later_one_is_the_copy() -> None:
    early = Article("z", STORY, published="2025-01-01")
    late = Article("a", STORY + " این خبر تکمیل می‌شود.", published="2025-01-02")
    assert copies(late, early) == [["a", "z"]]


def test_unknown_dates_come_last_and_ids_break_ties() -> None:
    assert copies(Article("a", STORY), Article("b", STORY, published="2025-01-01")) == [["a", "b"]]
    assert copies(Article("b", STORY), Article("a", STORY)) == [["b", "a"]]


def test_spelling_of_half_spaces_makes_no_difference() -> None:
    plain = STORY.replace("\u200c", "")
    assert copies(Article("a", STORY), Article("b", plain)) == [["b", "a"]]


def test_copies_of_copies_have_one_original() -> None:
    parts = STORY.split(". ")
    shorter, shortest = ". ".join(parts[:-1]), ". ".join(parts[1:-1])
    found = copies(Article("a", STORY), Article("b", shorter), Article("c", shortest))
    assert {original for _, original in found} == {"a"}


@pytest.mark.parametrize("second", [OTHER, "", "وزیر راه", STORY[:80]])
def test_other_articles_are_no_copies(second: str) -> None:
    assert copies(Article("a", STORY), Article("b", second)) == []


def test_none_and_one() -> None:
    assert copies() == []
    assert copies(Article("a", STORY)) == []


def test_similarity_is_exact_for_short_articles() -> None:
    one, two = "الف ب پ ت ث", "الف ب پ ت ج"
    sketches = [duplicates.sketch(Article(name, words)) for name, words in (("a", one), ("b", two))]
    assert [row["shingles"] for row in sketches] == [3, 3]
    sets = [frozenset(row["sketch"][at : at + 8] for at in (0, 8, 16)) for row in sketches]
    assert len(sets[0] & sets[1]) == 2


def test_the_demonstration_corpus_holds_twenty_copies() -> None:
    tables = analysis.annotate_corpus(demo.articles(200))
    copied = set(tables["duplicates"]["article"])
    assert copied == {f"demo-{number:03}" for number in range(10, 201, 10)}
    assert not copied & set(tables["frequencies"].query("by == 'article'")["value"])


def test_counts_leave_copies_out() -> None:
    tables = analysis.annotate_corpus(
        [Article("a", STORY), Article("b", STORY), Article("c", OTHER)]
    )
    rail = tables["frequencies"].query("by == 'corpus' and topic == 'rail'")
    assert rail["articles"].tolist() == [1]
    assert pd.isna(tables["duplicates"]["similarity"]).sum() == 0


def test_what_sets_the_demonstrations_publishers_apart() -> None:
    table = analysis.annotate_corpus(demo.articles(200))["keyness"]
    typical = set(table.loc[table["value"] == "خبرگزاری البرز", "term"])
    assert {"نفت", "تولید نفت خام", "برق"} <= typical
    assert not {"تولید اعضا", "خط لوله شمال"} & typical
