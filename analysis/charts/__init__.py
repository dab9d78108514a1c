"""Charts: one pure function each, tables -> Chart (a matplotlib Figure).

Each takes `tables` (what `annotate_corpus` returns, with or without the record's tables) and a
language, "fa" or "en", and draws what its `..._data` function returns, from that alone. The chart
carries its plotted `data` and its `words` (title, finding, note, alternative text).
"""

from .announced import meetings_data
from .countries import meetings_by_country, meetings_by_country_data
from .dated import timeline, timeline_data
from .editions import participants, participants_data
from .found import (
    defects_found,
    defects_found_data,
    entities_named,
    entities_named_data,
)
from .many import (
    articles_over_time,
    articles_over_time_data,
    topics_by_publisher,
    topics_by_publisher_data,
    topics_over_time,
    topics_over_time_data,
)
from .meet import meetings
from .record import claims, claims_data
from .style import Chart, Words
from .themes import (
    topic_cooccurrence,
    topic_cooccurrence_data,
    topic_dispersion,
    topic_dispersion_data,
    topic_frequencies,
    topic_frequencies_data,
)
from .world import meetings_map, meetings_map_data

__all__ = [
    "Chart",
    "Words",
    "articles_over_time",
    "articles_over_time_data",
    "claims",
    "claims_data",
    "defects_found",
    "defects_found_data",
    "entities_named",
    "entities_named_data",
    "meetings",
    "meetings_by_country",
    "meetings_by_country_data",
    "meetings_data",
    "meetings_map",
    "meetings_map_data",
    "participants",
    "participants_data",
    "timeline",
    "timeline_data",
    "topic_cooccurrence",
    "topic_cooccurrence_data",
    "topic_dispersion",
    "topic_dispersion_data",
    "topic_frequencies",
    "topic_frequencies_data",
    "topics_by_publisher",
    "topics_by_publisher_data",
    "topics_over_time",
    "topics_over_time_data",
]
