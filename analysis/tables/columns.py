"""What a column is, and the columns that several tables share."""

from typing import NamedTuple


class Column(NamedTuple):
    """One column: `type` is string, integer, number, date (ISO 8601) or boolean."""

    name: str
    type: str
    description: str
    values: tuple[str, ...] = ()


SPAN = (
    Column("article", "string", "id of the article"),
    Column("sentence", "integer", "sentence of the article, 0-based"),
    Column("start", "integer", "first code point of the span in the verbatim text, 0-based"),
    Column("end", "integer", "code point after the span"),
    Column("text", "string", "the words of the span as published: article.text[start:end]"),
)
RULE = Column("rule", "string", "name of the rule that made the row")
ENTITY_LABELS = ("PERSON", "ORGANISATION", "COUNTRY", "DEMONYM", "PLACE", "EVENT", "PROGRAMME", "ROLE")  # fmt: skip
MEETING_TYPES = ("visit", "bilateral", "multilateral", "conference", "call", "signing")
MEETING_STATUS = ("planned", "under_way", "held", "cancelled")


def _actor(who: str, words: str) -> tuple[Column, ...]:
    return (
        Column(who, "string", f"{words}: a person's canonical name, NA where only a role is named"),
        Column(f"{who}_role", "string", f"role of the {words}"),
        Column(f"{who}_organisation", "string", f"organisation that the {words} stands for"),
        Column(f"{who}_iso3", "string", f"country that the {words} stands for, ISO 3166-1 alpha-3"),
    )


DAYS = (Column("first", "date", "first day"), Column("last", "date", "last day"))
ENCOUNTER = (
    *_actor("actor", "actor"),
    *_actor("counterpart", "counterpart"),
    Column("host_iso3", "string", "host country, ISO 3166-1 alpha-3"),
    Column("place", "string", "place"),
    Column("occasion", "string", "conference, visit or programme it is part of"),
    *DAYS,
    Column("date_source", "string", "where the days come from", ("text", "inherited")),
    Column("topics", "string", "topics, joined by '; '"),
    Column("plover", "string", "PLOVER event type and mode"),
)
LEMMA = Column("lemma", "string", "the words' lemmas, joined by spaces")
LENGTH = Column("words", "integer", "number of words")
ARTICLE = SPAN[0]
