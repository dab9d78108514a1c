"""Check that the outputs just rebuilt are those of the last commit.

Tables and plotted data are compared byte for byte, notebooks by their sources and text outputs
(pictures may differ in a rounding from one processor to another), and every figure must be there
and made from these tables.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis import read_record
from analysis.figures import stale
from analysis.tables import read


def git(*arguments: str) -> str:
    """Output of a git command."""
    return subprocess.run(
        ["git", *arguments], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def words(notebook: str) -> Iterator[tuple[str, Any]]:
    """All that a notebook says in text: sources, printed lines, tables, errors."""
    for cell in json.loads(notebook)["cells"]:
        yield "source", cell["source"]
        for output in cell.get("outputs", []):
            yield "printed", output.get("text")
            for kind, data in output.get("data", {}).items():
                if not kind.startswith("image/"):
                    yield kind, data


def main() -> int:
    """Name what differs; 0 when nothing does."""
    changed = git("status", "--porcelain", "--", "corpus", "figures/*.csv", "README*.md").split(
        "\n"
    )
    changed = [line for line in changed if line]
    for name in git("ls-files", "notebooks/*.ipynb").split():
        rebuilt = Path(name).read_text("utf-8")
        if list(words(rebuilt)) != list(words(git("show", f"HEAD:{name}"))):
            changed.append(name)
    changed += stale(read("corpus/tables") | read_record("corpus/reference"), "figures")
    for line in changed:
        print(f"not as committed: {line.strip()}", file=sys.stderr)
    return int(bool(changed))


if __name__ == "__main__":
    sys.exit(main())
