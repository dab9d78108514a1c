"""The command line: python -m analysis COMMAND."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from .corpus import BadInput


def parser() -> argparse.ArgumentParser:
    """Describe the commands and their options."""
    top = argparse.ArgumentParser(prog="gozareh", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    evaluate = commands.add_parser("evaluate", help="score a task against annotated data")
    evaluate.add_argument("task", choices=["dates", "entities", "meetings", "numbers", "spelling"])
    evaluate.add_argument("--data", nargs="+", type=Path, required=True)
    evaluate.add_argument("--errors", action="store_true", help="list what is wrong")
    train = commands.add_parser("train", help="rebuild a model from given text")
    train.add_argument("model", choices=["spelling", "entities"])
    train.add_argument("--data", nargs="+", type=Path, required=True)
    train.add_argument("--out", type=Path, default=Path(__file__).parent / "models")
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when done, 2 for bad input."""
    options = parser().parse_args(arguments)
    try:
        if options.command == "evaluate":
            task = import_module(f".evaluate.{options.task}", __package__)
            print(task.run(options.data, options.errors))
        elif options.command == "train":
            import_module(f".train.{options.model}", __package__).run(options.data, options.out)
    except BadInput as error:
        print(f"gozareh: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
