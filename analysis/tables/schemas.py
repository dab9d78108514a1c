"""What every table holds: one schema each, in the order of the flow."""

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
MEETING_TYPES = ("visit", "bilateral", "multilateral", "conference", "call", "signing")
MEETING_STATUS = ("planned", "under_way", "held", "cancelled")


def _actor(who: str, words: str) -> tuple[Column, ...]:
    return (
        Column(who, "string", f"{words}: a person's canonical name, NA where only a role is named"),
        Column(f"{who}_role", "string", f"role of the {words}"),
        Column(f"{who}_organisation", "string", f"organisation that the {words} stands for"),
        Column(f"{who}_iso3", "string", f"country that the {words} stands for, ISO 3166-1 alpha-3"),
    )


SCHEMAS: dict[str, tuple[Column, ...]] = {
    "articles": (
        Column("article", "string", "id of the article"),
        Column("title", "string", "headline"),
        Column("publisher", "string", "who published it"),
        Column("url", "string", "address"),
        Column("published", "string", "date of publication in EDTF (ISO 8601-2)"),
        Column("country", "string", "the source's home country, ISO 3166-1 alpha-3"),
        Column("encoding", "string", "encoding of the article's file; NA for a text given as such"),
        Column("characters", "integer", "code points of the verbatim text"),
        Column("words", "integer", "words, punctuation and numbers in digits not counted"),
        Column("sentences", "integer", "sentences"),
        Column("sha256", "string", "SHA-256 of the text in UTF-8, hexadecimal"),
    ),
    "errors": (
        Column("article", "string", "id of the article, or its place in the archive"),
        Column("stage", "string", "what failed", ("read", "annotate", "process")),
        Column("reason", "string", "why"),
    ),
    "defects": (
        *SPAN,
        Column("kind", "string", "kind of damage"),
        Column("suggestion", "string", "what should stand there; NA where only an editor can tell"),
        RULE,
    ),
    "dates": (
        *SPAN,
        Column("type", "string", "TimeML type", ("DATE", "TIME", "DURATION", "SET")),
        Column(
            "calendar", "string", "calendar it is written in", ("jalali", "gregorian", "islamic")
        ),
        Column("grain", "string", "unit of the value"),
        Column("first", "date", "first day it means, Gregorian, inclusive"),
        Column("last", "date", "last day it means, Gregorian, inclusive"),
        Column("jalali_first", "string", "first day in the Jalali calendar"),
        Column("jalali_last", "string", "last day in the Jalali calendar"),
        Column("edtf", "string", "value in EDTF (ISO 8601-2)"),
        Column("modifier", "string", "TimeML modifier: about, start, mid, end, before, after ..."),
        Column(
            "anchor", "string", "what the value rests on", ("explicit", "published", "narrative")
        ),
        RULE,
    ),
    "numbers": (
        *SPAN,
        Column(
            "kind",
            "string",
            "kind of number",
            ("cardinal", "ordinal", "percent", "fraction", "money", "measure", "vague"),
        ),
        Column("value", "number", "the value in its unit; NA for a range and for vague quantities"),
        Column("low", "number", "lower end of a range, or what «more than» and «at least» bound"),
        Column("high", "number", "upper end of a range, or what «less than» and «up to» bound"),
        Column(
            "modifier",
            "string",
            "hedge",
            (
                "exact",
                "about",
                "more_than",
                "at_least",
                "less_than",
                "at_most",
                "up_to",
                "between",
            ),
        ),
        Column(
            "unit", "string", "unit as written, by its English name: toman, barrel/day, percent"
        ),
        Column("dimension", "string", "dimension of the unit: length, mass, energy, currency ..."),
        Column("currency", "string", "ISO 4217 code of money; IRR for rial, toman and hemmat"),
        Column("counted", "string", "the counted noun phrase in working spelling"),
        Column("value_base", "number", "value in the base unit; NA where there is none"),
        Column("low_base", "number", "lower end or bound in the base unit"),
        Column("high_base", "number", "upper end or bound in the base unit"),
        Column("unit_base", "string", "base unit: of the SI, bit, or rial (1 toman = 10 rial)"),
        RULE,
    ),
    "entities": (
        *SPAN,
        Column(
            "label",
            "string",
            "class of the entity",
            ("PERSON", "ORGANISATION", "COUNTRY", "PLACE", "EVENT", "PROGRAMME", "ROLE"),
        ),
        Column("entity", "string", "id shared by all mentions of one entity"),
        Column("name", "string", "canonical name in right spelling"),
        Column("iso3", "string", "country it is, or belongs to, ISO 3166-1 alpha-3"),
        Column("role", "string", "role of a person; kind of a role"),
        Column("source", "string", "who found it", ("lexicon", "pattern", "model")),
        Column("confidence", "number", "the model's probability, 0 to 1; NA for other sources"),
        RULE,
    ),
    "meetings": (
        *SPAN,
        Column("type", "string", "type of the event", MEETING_TYPES),
        Column("status", "string", "status", MEETING_STATUS),
        *_actor("actor", "actor"),
        *_actor("counterpart", "counterpart"),
        Column("host_iso3", "string", "host country, ISO 3166-1 alpha-3"),
        Column("place", "string", "place"),
        Column("occasion", "string", "conference, visit or programme it is part of"),
        Column("first", "date", "first day"),
        Column("last", "date", "last day"),
        Column("date_source", "string", "where the days come from", ("text", "inherited")),
        Column("topics", "string", "topics, joined by '; '"),
        Column("plover", "string", "PLOVER event type and mode"),
        RULE,
    ),
    "timeline": (
        *SPAN,
        Column("what", "string", "short label"),
        Column("first", "date", "first day"),
        Column("last", "date", "last day"),
        Column("calendar", "string", "calendar it is written in; NA where the text has no date"),
        Column(
            "kind",
            "string",
            "kind of fact",
            (
                "visit",
                "bilateral",
                "multilateral",
                "call",
                "signing",
                "conference",
                "meeting",
                "deadline",
                "plan",
                "statement",
                "start",
                "end",
                "publication",
                "event",
            ),
        ),
        Column("approximate", "boolean", "whether the days are only near"),
        RULE,
    ),
    "topics": (
        *SPAN,
        Column("topic", "string", "topic"),
        Column("term", "string", "term of the topic that stands there"),
        RULE,
    ),
    "events": (
        Column("event", "string", "id of the event"),
        Column("type", "string", "type of the event", MEETING_TYPES),
        Column("status", "string", "how far it came", MEETING_STATUS),
        *_actor("actor", "actor"),
        *_actor("counterpart", "counterpart"),
        Column("host_iso3", "string", "host country, ISO 3166-1 alpha-3"),
        Column("place", "string", "place"),
        Column("occasion", "string", "conference, visit or programme it is part of"),
        Column("first", "date", "first day"),
        Column("last", "date", "last day"),
        Column("date_source", "string", "where the days come from", ("text", "inherited")),
        Column("topics", "string", "topics, joined by '; '"),
        Column("plover", "string", "PLOVER event type and mode"),
        Column("follows", "string", "id of the planned event that this one carries out"),
        Column("articles", "integer", "articles that tell it"),
        Column("tellings", "integer", "rows of the meetings table that tell it"),
        Column("evidence", "string", "their spans as article:start-end, joined by '; '"),
    ),
    "frequencies": (
        Column(
            "by",
            "string",
            "what the articles are grouped by",
            ("corpus", "article", "publisher", "month", "jalali_month"),
        ),
        Column("value", "string", "the article, publisher or month (YYYY-MM); 'all' for corpus"),
        Column("topic", "string", "topic"),
        Column("count", "integer", "its terms in these articles"),
        Column("per_thousand_words", "number", "its terms for each thousand words of them"),
        Column("sentences", "integer", "sentences that hold one"),
        Column("articles", "integer", "articles that hold one"),
    ),
    "cooccurrence": (
        Column("scope", "string", "what they share", ("sentence", "article")),
        Column("topic", "string", "one topic, the first in the alphabet"),
        Column("other", "string", "the other topic"),
        Column("topic_count", "integer", "sentences or articles that hold the one"),
        Column("other_count", "integer", "sentences or articles that hold the other"),
        Column("together", "integer", "sentences or articles that hold both"),
        Column("units", "integer", "all sentences or articles"),
        Column(
            "npmi",
            "number",
            "normalised pointwise mutual information: 0 as by chance, 1 only together",
        ),
    ),
    "candidates": (
        Column("article", "string", "id of the article"),
        Column("lemma", "string", "the words' lemmas, joined by spaces"),
        Column("term", "string", "its first spelling in this article, half-spaces restored"),
        Column("words", "integer", "number of words"),
        Column("count", "integer", "how often it occurs, also inside longer ones"),
        Column("begun", "integer", "how often it begins a phrase"),
        Column("ended", "integer", "how often it ends one"),
    ),
    "terms": (
        Column("term", "string", "usual spelling"),
        Column("lemma", "string", "the words' lemmas, joined by spaces"),
        Column("words", "integer", "number of words"),
        Column("count", "integer", "how often it occurs, also inside longer ones"),
        Column("articles", "integer", "articles that hold it"),
        Column("c_value", "number", "C-value: how much it is a term by itself"),
        Column("topic", "string", "topic that the lexicon has for it; NA where it is new"),
    ),
    "contradictions": (
        Column("what", "string", "what is dated differently"),
        Column("kind", "string", "kind of fact"),
        Column("article", "string", "id of an article that gives the one date"),
        Column("first", "date", "its first day"),
        Column("last", "date", "its last day"),
        Column("other", "string", "id of an article that gives the other date"),
        Column("other_first", "date", "its first day"),
        Column("other_last", "date", "its last day"),
    ),
    "keyness": (
        Column("by", "string", "what the articles are grouped by"),
        Column("value", "string", "the group: the publisher"),
        Column("term", "string", "usual spelling of the word or term"),
        Column("lemma", "string", "the words' lemmas, joined by spaces"),
        Column("words", "integer", "number of words"),
        Column("count", "integer", "how often it occurs in the group"),
        Column("rest", "integer", "how often it occurs in all other groups"),
        Column("log_odds", "number", "log-odds ratio, natural logarithm, with a Dirichlet prior"),
        Column("deviation", "number", "its standard error"),
        Column("z", "number", "log_odds over deviation; 1.96 or more is surely above chance"),
    ),
    "sketches": (
        Column("article", "string", "id of the article"),
        Column("shingles", "integer", "rows of three words that it has"),
        Column("sketch", "string", "the smallest hashes of these rows, 8 hexadecimal digits each"),
    ),
    "duplicates": (
        Column("article", "string", "id of the article that is a near-copy"),
        Column("original", "string", "id of the article that was published first"),
        Column("similarity", "number", "share of rows of three words that both have, 0 to 1"),
    ),
}

ABOUT: dict[str, str] = {
    "articles": "One row an article: what is known about it, and how long it is.",
    "errors": "One row an article that could not be read or annotated; the others are not affected.",
    "defects": "One row a place where the text as published is damaged.",
    "dates": "One row a mention of a date, a time, a duration or a repeated time.",
    "numbers": "One row a quantity: a number that counts or measures something, or a vague amount.",
    "entities": "One row a mention of a person, organisation, country, place, event, programme or role.",
    "meetings": "One row a pair who meet, or one party and the visit or conference it goes to.",
    "timeline": "One row a dated fact, with the sentence that says so.",
    "topics": "One row a place where a term of a topic stands.",
    "events": "One row an event over all articles, told once or many times; plans linked.",
    "frequencies": "One row a topic in an article, publisher, month or all; copies left out.",
    "cooccurrence": "One row a pair of topics that share sentences or articles; copies left out.",
    "candidates": "One row a lemma or row of lemmas in an article that may be a term.",
    "terms": "One row a term that the texts propose by themselves, best first; copies left out.",
    "contradictions": "One row a pair of claims that date one event differently.",
    "keyness": "One row a word or term that sets a group of articles apart; copies left out.",
    "sketches": "One row an article: what its near-copies are found by.",
    "duplicates": "One row an article that is a near-copy of an earlier one.",
}
