"""An article as HTML: nothing lost, nothing run, right to left, the same each time."""

from html import unescape
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis
from analysis import markup
from analysis.corpus import Article
from analysis.pipeline import Notes
from analysis.text import Text

NAMES = ("entities", "dates", "numbers", "topics", "defects")


class Reader(HTMLParser):
    """Reads HTML strictly: each tag closed in order; keeps the tags and the article's own text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "small" not in self.open:
            self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def notes_of(text: str, **rows: list[dict[str, object]]) -> Notes:
    return Notes(Text(Article("a", text)), {name: rows.get(name, []) for name in NAMES})


def mention(start: int, end: int, label: str = "PLACE") -> dict[str, object]:
    return {"start": start, "end": end, "label": label, "name": "نام", "iso3": None}


def test_article_is_marked_and_whole(notes: Notes) -> None:
    html = analysis.highlight(notes)._repr_html_()
    reader = read(html)
    assert reader.text.endswith(notes.article.text)
    assert 'dir="rtl"' in html
    marks = {str(attrs["class"]) for tag, attrs in reader.tags if tag == "mark"}
    assert {"PERSON", "COUNTRY", "EVENT", "DATE", "NUMBER"} <= marks
    assert analysis.highlight(notes)._repr_html_() == html


def test_hostile_text_is_escaped() -> None:
    text = '<script>alert("۱")</script> & \u202e <img src=x onerror=1>'
    rows = [{**mention(0, 8), "name": '"><script>'}]
    page = markup.highlight(notes_of(text, entities=rows)).to_html()
    assert {tag for tag, _ in read_page(page)} <= {
        "html",
        "meta",
        "title",
        "body",
        "div",
        "span",
        "mark",
        "small",
    }
    assert "\u202e" not in page
    assert "[U+202E]" in page


def read_page(page: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Reader()
    for void in (
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ):
        assert void in page
        page = page.replace(void, "")
    reader.feed(page)
    return reader.tags


def test_lone_surrogates_can_be_written() -> None:
    markup.highlight(notes_of("الف \ud800 ب")).to_html().encode("utf-8")


@given(
    text=st.text(max_size=40),
    ends=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=6),
)
@settings(max_examples=150, deadline=None)
def test_crossing_and_nested_spans_keep_the_text(text: str, ends: list[tuple[int, int]]) -> None:
    rows = [
        mention(start, min(start + size, len(text))) for start, size in ends if start < len(text)
    ]
    html = markup.highlight(notes_of(text, entities=rows))._repr_html_()
    body = html[html.index('<div dir="rtl" lang="fa" style="font-family', html.index("</div>")) :]
    assert read(body.removesuffix("</div>")).text == unescape(markup.safe(text))


def test_each_mention_names_its_class_once() -> None:
    rows = [mention(0, 10, "ORGANISATION"), mention(4, 10, "COUNTRY"), mention(8, 12, "EVENT")]
    html = markup.highlight(notes_of("الف ب پ ت ث ج", entities=rows), lang="en")._repr_html_()
    assert [html.count(f";{name}</small>") for name in ("organisation", "country", "event")] == [
        1,
        1,
        1,
    ]


def test_table_is_right_to_left_with_hedges_in_words() -> None:
    frame = pd.DataFrame(
        {"text": ["(باکو) WTDC-۲۵", "<b>"], "modifier": ["more_than", None], "value": [1500.0, 2.5]}
    )
    html = markup.table(frame)._repr_html_()
    assert 'dir="rtl"' in html
    assert "بیش از" in html
    assert "۱۵۰۰" in html
    assert "<b>" not in html
    assert "nan" not in html.casefold()


@pytest.mark.parametrize(("count", "said"), [(30, ""), (31, "و ۱ ردیف دیگر")])
def test_long_table_tells_the_rest(count: int, said: str) -> None:
    html = markup.table(pd.DataFrame({"n": range(count)}))._repr_html_()
    assert html.count("<tr>") == 31
    assert said in html
    assert ("ردیف" in html) == bool(said)


def test_numbers_of_any_column_type_have_persian_digits_and_spaces_are_seen() -> None:
    frame = pd.DataFrame({"count": [3], "value": [1.5], "held": [True], "text": [" "]})
    html = markup.table(frame, lang="fa")._repr_html_()
    assert all(f"<bdi>{words}</bdi>" in html for words in ("۳", "۱٫۵", "بله", "␣"))


def test_rows_of_several_articles_name_theirs_and_large_numbers_are_grouped() -> None:
    rows = pd.DataFrame({"article": ["a", "b"], "value": [2.5e9, 1500.0]})
    shown = markup.table(rows, ["value"], lang="en")._repr_html_()
    assert all(words in shown for words in ("<bdi>b</bdi>", "2,500,000,000", "1500"))
    assert "article" not in markup.table(rows.head(1), ["value"], lang="en")._repr_html_()
