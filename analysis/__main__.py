"""Persian news articles to tables, figures and notebooks."""

import argparse
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .commands import Outcome, archive, build, docs, scores, show
from .corpus import BadInput
from .markup.page import seen
from .notebooks import NotebookError


def parser() -> argparse.ArgumentParser:
    """Describe the commands and their options."""
    top = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for describe in (
        _run,
        _compare,
        _tables,
        _figures,
        _notebooks,
        _annotate,
        _evaluate,
        _train,
        _docs,
    ):
        describe(commands)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when done, 1 when articles or notebooks failed, 2 for bad input or output."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    options = parser().parse_args(arguments)
    try:
        outcome = options.work(options)
        print(outcome.words, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except BadInput as error:
        return _fail(str(error))
    except NotebookError as error:
        return _fail(str(error), 1)
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except KeyboardInterrupt:
        return _fail("stopped; an archive's run goes on when called again", 130)
    else:
        return int(outcome.status)
    return 0


def _fail(words: str, status: int = 2) -> int:
    print(f"gozareh: {seen(words)}", file=sys.stderr)
    return status


def _command(commands: Any, words: str, example: str, *, more: str = "") -> argparse.ArgumentParser:
    """Add a command, described by its first words, an example of its use and what is more to say."""
    command: argparse.ArgumentParser = commands.add_parser(
        example.split()[0],
        help=words,
        description=f"{words[0].upper()}{words[1:]}.",
        epilog=f"example:\n  python -m analysis {example}\n\n{more}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return command


def _does(command: argparse.ArgumentParser, work: Callable[[Namespace], Outcome]) -> None:
    command.set_defaults(work=work)


def _run(commands: Any) -> None:
    words = "rebuild tables, figures and notebooks where needed, or annotate an archive"
    command = _command(commands, words, "run --corpus archive.jsonl --out archive-tables")
    command.add_argument("--force", action="store_true", help="rebuild what has not changed too")
    archives = command.add_argument_group(
        "an archive of any size to Parquet parts; the same call goes on after a stop"
    )
    archives.add_argument(
        "--corpus",
        type=Path,
        metavar="DIR|FILE",
        help="texts, web pages, JSON Lines, CSV, Parquet, zipped or in a folder",
    )
    archives.add_argument("--out", type=Path, metavar="DIR", help="default: NAME-tables")
    archives.add_argument("--workers", type=int, metavar="N", help="default: one a core")
    archives.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="of a Dask cluster")
    archives.add_argument("--text-column", metavar="NAME", help="default: text, body or content")
    _does(command, _run_or_archive)


def _run_or_archive(got: Namespace) -> Outcome:
    if got.corpus is None:
        return build.run(force=got.force)
    return archive.archive(
        got.corpus,
        got.out,
        workers=got.workers,
        scheduler=got.scheduler,
        text_column=got.text_column,
    )


def _compare(commands: Any) -> None:
    words = "compare the articles of an archive's tables with each other"
    command = _command(commands, words, "compare archive-tables")
    command.add_argument("folder", type=Path, metavar="DIR", help="what `run --corpus` wrote")
    _does(command, lambda got: archive.compare(got.folder))


def _tables(commands: Any) -> None:
    example = "tables --corpus my-articles --out my-tables"
    command = _command(commands, "annotate a folder of articles and write its tables", example)
    command.add_argument("--corpus", type=Path, default=build.CORPUS, metavar="DIR")
    command.add_argument("--out", type=Path, default=build.TABLES, metavar="DIR")
    command.add_argument("--parquet", action="store_true", help="write Parquet beside the CSV")
    _does(command, lambda got: build.tables(got.corpus, got.out, parquet=got.parquet))


def _figures(commands: Any) -> None:
    words = "draw and export the charts of a folder of tables"
    command = _command(commands, words, "figures --tables my-tables --out my-figures")
    command.add_argument("--tables", type=Path, default=build.TABLES, metavar="DIR")
    command.add_argument(
        "--record", type=Path, default=build.RECORD, metavar="DIR", help="tables of other sources"
    )
    command.add_argument("--out", type=Path, default=build.FIGURES, metavar="DIR")
    _does(command, lambda got: build.figures(got.tables, got.record, got.out))


def _notebooks(commands: Any) -> None:
    example = "notebooks notebooks/00-the-article.ipynb"
    command = _command(commands, "run notebooks in place", example)
    command.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="default: all in notebooks/"
    )
    _does(command, lambda got: build.notebooks(got.files))


def _annotate(commands: Any) -> None:
    example = "annotate article.txt --published 2025-11-16 --json"
    more = "What a file of the same name in .toml says (title, published, country ...) is read too."
    command = _command(commands, "print the tables of one article", example, more=more)
    command.add_argument("file", metavar="FILE", help="a text; - reads standard input")
    command.add_argument("--published", metavar="DATE", help="date of publication (EDTF)")
    command.add_argument(
        "--country", metavar="ISO3", help="the country the source calls its own (default: IRN)"
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    form.add_argument("--csv", type=Path, metavar="DIR", help="write CSV files into a folder")
    form.add_argument("--html", type=Path, metavar="FILE", help="write a page, mentions marked")
    _does(
        command,
        lambda got: show.show(
            show.read(got.file, published=got.published, country=got.country),
            json_wanted=got.json,
            csv=got.csv,
            html=got.html,
        ),
    )


def _evaluate(commands: Any) -> None:
    example = "evaluate dates --data spans.json --errors"
    words = "score a task against annotated data"
    command = _command(commands, words, example, more=scores.FORMS_HELP)
    command.add_argument("task", choices=tuple(scores.FORMS))
    command.add_argument("--data", nargs="+", type=Path, required=True, metavar="FILE")
    command.add_argument("--errors", action="store_true", help="list what is wrong")
    _does(command, lambda got: scores.evaluate(got.task, got.data, errors=got.errors))


def _train(commands: Any) -> None:
    example = "train spelling --data text.txt --out models"
    command = _command(commands, "rebuild a model from given text", example)
    command.add_argument("model", choices=scores.MODELS)
    command.add_argument("--data", nargs="+", type=Path, required=True, metavar="FILE")
    command.add_argument("--out", type=Path, default=build.MODELS, metavar="DIR")
    _does(command, lambda got: scores.train(got.model, got.data, got.out))


def _docs(commands: Any) -> None:
    command = _command(commands, "renew what the README has from schemas and figures", "docs")
    _does(command, lambda got: docs.docs())


if __name__ == "__main__":
    sys.exit(main())
