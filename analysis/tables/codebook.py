"""The codebook: every table and column in words, as Markdown made from the schemas."""

from .schemas import ABOUT, SCHEMAS, Column


def codebook() -> str:
    """All tables as Markdown, one section each."""
    return "\n".join(_section(name, columns) for name, columns in SCHEMAS.items())


def fill(page: str, name: str, content: str) -> str:
    """Put `content` between the marks `<!-- name -->` and `<!-- end of name -->` of a page.

    >>> fill("<!-- a -->old<!-- end of a -->", "a", "new")
    '<!-- a -->\\nnew\\n<!-- end of a -->'

    Raises ValueError for a page without the marks.
    """
    opening, closing = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, found, rest = page.partition(opening)
    _, ended, after = rest.partition(closing)
    if not (found and ended):
        raise ValueError(f"no {opening} ... {closing} in the page")
    return f"{before}{opening}\n{content.strip()}\n{closing}{after}"


def _section(name: str, columns: tuple[Column, ...]) -> str:
    rows = "".join(
        f"| `{column.name}` | {column.type} | {_meaning(column)} |\n" for column in columns
    )
    return (
        f"### {name}\n\n{ABOUT[name]}\n\n| column | type | meaning |\n| --- | --- | --- |\n{rows}"
    )


def _meaning(column: Column) -> str:
    words = column.description.replace("|", "\\|")
    return (
        f"{words}: {', '.join(f'`{value}`' for value in column.values)}" if column.values else words
    )
