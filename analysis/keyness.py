"""What sets one group of articles apart from the rest: log-odds with an informative prior."""

from typing import TYPE_CHECKING

from .tables import conform

if TYPE_CHECKING:
    import pandas as pd

PRIOR, SHARE = 500.0, 0.1
SURE, LEAST = 1.96, 1e-9


def keyness(counts: "pd.DataFrame", *, prior: float | None = None) -> "pd.DataFrame":
    """Compare how often features occur in each group of articles and in all the others.

    `counts` has the columns value (the group), feature and count. One row a group and feature:
    `count` in the group, `rest` in the others, `log_odds` (natural logarithm; above 0 is typical
    of the group), its standard error `deviation`, and `z`. The prior is the feature's share in
    all groups, worth `prior` features altogether (500, or a tenth of all counts if that is less),
    so that rare ones are not overrated (Monroe, Colaresi & Quinn 2008: Fightin' Words, equations
    16, 19, 20 and 22). Empty for one group.
    """
    import numpy as np
    import pandas as pd

    summed = counts.groupby(["value", "feature"])["count"].sum()
    made: pd.DataFrame = summed.reset_index()
    if made["value"].nunique() < 2:
        made = made.iloc[:0]
    inside = made["count"].to_numpy("float64")
    every = made.groupby("feature")["count"].transform("sum").to_numpy("float64")
    size = made.groupby("value")["count"].transform("sum").to_numpy("float64")
    total, rest = inside.sum(), every - inside
    if prior is None:
        prior = min(PRIOR, SHARE * total)
    alpha = prior * every / max(total, 1.0)
    others = (
        np.maximum(size + prior - inside - alpha, LEAST),
        np.maximum(total - size + prior - rest - alpha, LEAST),
    )
    odds_inside = np.log((inside + alpha) / others[0])
    odds_rest = np.log((rest + alpha) / others[1])
    deviation = np.sqrt(1 / (inside + alpha) + 1 / (rest + alpha))
    log_odds = odds_inside - odds_rest
    made[["rest", "log_odds", "deviation"]] = np.stack([rest, log_odds, deviation], axis=1)
    made["z"] = made["log_odds"] / made["deviation"]
    return made


def compare(
    candidates: "pd.DataFrame",
    articles: "pd.DataFrame",
    *,
    by: str = "publisher",
    least: int = 3,
) -> "pd.DataFrame":
    """Find the words and terms typical of each publisher (or other column of articles).

    Words, terms of two words, of three ... are each compared among themselves; kept are those
    that occur `least` times in the group, surely more than in the rest (z of 1.96 or more), and
    are no part of the group's own name.
    """
    import pandas as pd

    groups = articles[["article", by]].dropna().rename(columns={by: "value"})
    found = candidates.merge(groups, on="article", validate="many_to_one")
    found = found.rename(columns={"lemma": "feature"})
    parts = [keyness(found.iloc[:0]).assign(words=0)]
    parts += [keyness(part).assign(words=words) for words, part in found.groupby("words")]
    made = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    made = made[(made["count"] >= least) & (made["z"] >= SURE)]
    usual = found.sort_values(["count", "term"], ascending=[False, True], kind="stable")
    made = made.merge(usual.drop_duplicates("feature")[["feature", "term"]], on="feature")
    named = [term in value for term, value in zip(made["term"], made["value"], strict=True)]
    made = made[~pd.Series(named, index=made.index, dtype=bool)]
    made = made.assign(by=by, lemma=made["feature"])
    made = made.round({"log_odds": 4, "deviation": 4, "z": 4})
    ranked = made.sort_values(["value", "z", "lemma"], ascending=[True, False, True])
    return conform("keyness", ranked.reset_index(drop=True))
