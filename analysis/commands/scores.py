"""Scores against annotated data, and models from given text: what a file must hold, said clearly."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ..corpus import BadInput
from . import Outcome

MODELS = ("spelling", "entities")
FORMS = {
    "dates": "JSON of parstdex or Hengam (sentences with spans), or lines `token tag` in IOB",
    "entities": "lines `word|tag` in IOB as in PEYMA, an empty line after each sentence",
    "meetings": "TOML as tests/examples/meetings.toml: texts with the pairs that they tell",
    "numbers": "JSON of parsi.io (texts with spans and values), or TOML as tests/examples/numbers.toml",
    "spelling": "text with its half-spaces, a sentence a line, or lines `word|tag` as in PEYMA",
}
FORMS_HELP = "what FILE holds:\n" + "\n".join(f"  {task:10}{form}" for task, form in FORMS.items())


def evaluate(task: str, data: Sequence[Path], *, errors: bool = False) -> Outcome:
    """Score a task against files; BadInput names one that cannot be read or has another form."""
    _check(data)
    return Outcome(_room("evaluate", task).run(list(data), errors))


def train(model: str, data: Sequence[Path], out: Path) -> Outcome:
    """Rebuild a model from files, in a folder that is made if need be; BadInput as for `evaluate`."""
    _check(data)
    out.mkdir(parents=True, exist_ok=True)
    return Outcome(_room("train", model).run(list(data), out) or "")


def _check(paths: Sequence[Path]) -> None:
    for path in paths:
        try:
            path.read_text("utf-8")
        except OSError as error:
            raise BadInput(path, error.strerror or str(error)) from None
        except UnicodeDecodeError as error:
            raise BadInput(path, f"is not UTF-8 (byte {error.start})") from None


def _room(package: str, name: str) -> Any:
    return import_module(f"...{package}.{name}", __name__)
