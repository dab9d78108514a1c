"""Events over articles: merged tellings, plans linked to what came of them."""

import pandas as pd
import pytest

from analysis import Article, annotate_corpus
from analysis.events import events
from analysis.tables import SCHEMAS

PLAN = "وزیر امور خارجه عراق فردا به تهران سفر می‌کند و با همتای ایرانی خود دیدار خواهد کرد."
HELD = "فؤاد حسین وزیر خارجه عراق امروز در تهران با وزیر امور خارجه کشورمان دیدار کرد."
AGAIN = "وزیران امور خارجه ایران و عراق روز دوشنبه در تهران دیدار و گفت‌وگو کردند."
LATER = "وزیر خارجه عراق امروز در نیویورک با همتای ایرانی خود دیدار کرد."
CALL = "وزیران امور خارجه ایران و عراق تلفنی گفت‌وگو کردند."


def table(*articles: tuple[str, str]) -> pd.DataFrame:
    corpus = [
        Article(f"a{number}", text, published=day) for number, (text, day) in enumerate(articles)
    ]
    return annotate_corpus(corpus)["events"]


def talks(found: pd.DataFrame) -> pd.DataFrame:
    return found[found["type"] != "visit"].reset_index(drop=True)


def test_told_twice_is_one_event() -> None:
    [event] = talks(table((HELD, "2025-11-17"), (AGAIN, "2025-11-18"))).to_dict("records")
    assert (event["articles"], event["tellings"]) == (2, 2)
    assert (event["first"], event["status"]) == ("2025-11-17", "held")
    assert event["evidence"].count(":") == 2
    assert event["actor"] == "فؤاد حسین"


def test_plan_and_report_are_linked() -> None:
    found = talks(table((PLAN, "2025-11-16"), (HELD, "2025-11-17")))
    plan, held = found.to_dict("records")
    assert (plan["status"], held["status"]) == ("planned", "held")
    assert held["follows"] == plan["event"]
    assert pd.isna(plan["follows"])


def test_a_plan_is_not_carried_out_by_others() -> None:
    other = "کمیسیون مشترک مرزی ایران و عراق در بصره برگزار شد."
    assert talks(table((PLAN, "2025-11-16"), (other, "2025-12-01")))["follows"].isna().all()


@pytest.mark.parametrize(("text", "day"), [(LATER, "2025-12-20"), (CALL, "2025-11-18")])
def test_another_day_or_form_is_another_event(text: str, day: str) -> None:
    assert len(talks(table((HELD, "2025-11-17"), (text, day)))) == 2


def test_order_of_articles_does_not_matter() -> None:
    one = table((PLAN, "2025-11-16"), (HELD, "2025-11-17"), (AGAIN, "2025-11-18"))
    two = table((AGAIN, "2025-11-18"), (HELD, "2025-11-17"), (PLAN, "2025-11-16"))
    columns = ["event", "status", "first", "articles", "follows"]
    left, right = (found[columns].fillna("").sort_values("event") for found in (one, two))
    assert left.values.tolist() == right.values.tolist()


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    found = table((PLAN, "2025-11-16"), (HELD, "2025-11-17"), (LATER, "2025-12-20"))
    assert found["event"].is_unique
    assert set(found["follows"].dropna()) <= set(found["event"])


def test_no_meetings_no_events() -> None:
    found = table(("باران آمد.", "2025-11-16"))
    assert found.empty
    assert list(found.columns) == [column.name for column in SCHEMAS["events"]]
    assert events(pd.DataFrame(columns=[c.name for c in SCHEMAS["meetings"]]), found.head(0)).empty
