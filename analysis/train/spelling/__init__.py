"""Train the model that restores half-spaces: `python -m analysis train spelling --data FILE...`.

Each file is plain text with its half-spaces, one sentence a line, or `token|tag` lines (a space
inside a token stands for a half-space), or a word list: Hunspell's (`.dic`) or `word,count` rows
(`.csv`). hazm's words and verbs are always read. The same files give the same model, byte for
byte.
"""

import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...spelling import POLICY_JOINED
from ...spelling.evidence import Cuts
from ...spelling.ezafe import ambiguous
from ...spelling.features import Word, labels
from ...spelling.model import SCALE, Model, Open
from ...spelling.names import given
from . import dictionary
from .learner import FIRST, Learner, fold_of
from .texts import Sentence, lines, sentence
from .write import write

SEED = 1
SLIGHT = 0.05
PER_WORD, PER_SETTLED_WORD = 60, 6
SETTLED_SEEN, SETTLED_SHARE = 8 * FIRST, 0.98
PREVAIL_SEEN, PREVAIL_SHARE, RIVAL = 2 * FIRST, 0.6, 0.1
PREFIXES = frozenset(["می", "نمی", "به", "بی"])
OPTIONS = {
    "c1": 0.1,
    "c2": 0.3,
    "max_iterations": 100,
    "feature.minfreq": 1,
    "feature.possible_transitions": True,
}


def run(paths: Sequence[Path], out: Path) -> Path:
    """Train on texts and word lists and write `out/spelling.tsv.xz`; returns its path.

    Where the texts differ in their habits, the first counts for more than the others.

    Raises BadInput for a file that cannot be read or holds no half-space.
    """
    lists = [path for path in paths if path.suffix in dictionary.SOURCES]
    texts = [[sentence(line) for line in lines(path)] for path in paths if path not in lists]
    sentences = [words for text in texts for words in text]
    learner = Learner(sentences, len(texts[0]), dictionary.read(lists))
    settled = settle(learner)
    weights, moves = fit(learner, sentences, settled)
    decided = prevail(learner) | settled
    model = Model(learner, weights, moves, decided)
    model.settled = decided | foresee(model, [*learner.words, *learner.dictionary.levels])
    target = out / "spelling.tsv.xz"
    write(model, target)
    return target


def settle(learner: Learner) -> dict[str, Cuts]:
    """Words seen often enough, and nearly always cut alike; and those that policy joins.

    Given names are left to their neighbours («بهنام» and «به‌نام»).
    """
    found: dict[str, Cuts] = dict.fromkeys(POLICY_JOINED, ())
    for word, counts in learner.words.items():
        seen = sum(counts.values())
        cuts, most = max(counts.items(), key=lambda item: (item[1], item[0]))
        if word in found or word in given():
            continue
        if seen >= SETTLED_SEEN and most / seen >= SETTLED_SHARE:
            found[word] = cuts
    return found


def prevail(learner: Learner) -> dict[str, Cuts]:
    """Words written in two ways at will, joined or with a half-space, as most texts write them.

    Not so where the two may be different words («میدانی» and «می‌دانی», «بهنام» and «به‌نام»),
    or where a plural may be an indefinite («حرف‌های» and «حرفه‌ای»).
    """
    found = {}
    for word, counts in learner.words.items():
        cuts, most = max(counts.items(), key=lambda item: (item[1], item[0]))
        seen = sum(counts.values())
        apart = [form for form, n in counts.items() if form and n >= RIVAL * seen]
        free = len(apart) < 2 and not (apart and word[: apart[0][0]] in PREFIXES)
        common = seen >= PREVAIL_SEEN and most / seen >= PREVAIL_SHARE
        if free and common and not ambiguous(word, learner):
            found[word] = cuts
    return found


def foresee(model: Model, words: Iterable[str]) -> dict[str, Cuts]:
    """What the model says of words, where no neighbour can change it."""
    looks = {word: model.look(word) for word in words}
    return {word: look for word, look in looks.items() if not isinstance(look, Open)}


def examples(
    learner: Learner, sentences: Sequence[Sentence], settled: dict[str, Cuts]
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Feature lists and labels of a sample: at most so many occurrences of each word."""
    order = list(range(len(sentences)))
    random.Random(SEED).shuffle(order)
    taken: Counter[str] = Counter()
    parts = [learner.without(fold) for fold in range(len(learner.tables))]
    for index in order:
        words, evidence = sentences[index], parts[fold_of(index)]
        for k, (word, cuts) in enumerate(words):
            taken[word] += 1
            limit = PER_SETTLED_WORD if word in settled else PER_WORD
            if len(word) < 2 or taken[word] > limit:
                continue
            before = evidence.context(words[k - 1][0] if k else None)
            after = evidence.context(words[k + 1][0] if k + 1 < len(words) else None)
            seen = Word(word, evidence)
            rows = [
                seen.features(place) + seen.around(place, before, after)
                for place in range(1, len(word))
            ]
            yield [["^"], *rows], labels(word, cuts)


def fit(
    learner: Learner, sentences: Sequence[Sentence], settled: dict[str, Cuts]
) -> tuple[dict[str, float], tuple[float, float, float, float]]:
    """Weights of the features (for a half-space against none) and of the label pairs."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for rows, answer in examples(learner, sentences, settled):
        trainer.append(rows, answer)
    trainer.set_params(OPTIONS)
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "spelling.crfsuite")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        learned = tagger.info()
        tagger.close()
    weights: Counter[str] = Counter()
    for (name, label), weight in learned.state_features.items():
        weights[name] += weight if label == "1" else -weight
    rounded = {name: round(weight * SCALE) / SCALE for name, weight in weights.items()}
    moves = [round(learned.transitions.get((a, b), 0.0), 4) for a in "01" for b in "01"]
    kept = {name: weight for name, weight in rounded.items() if abs(weight) >= SLIGHT}
    return kept, (moves[0], moves[1], moves[2], moves[3])
