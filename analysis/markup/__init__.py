"""An article as right-to-left HTML with its mentions marked, and tables to read in a notebook.

Everything that comes from an article is escaped. Styles are inline, so that a notebook viewer that
drops style sheets still shows them; every mark also names its class in letters.
"""

from .article import highlight
from .frames import findings, table
from .page import Markup, safe

__all__ = ["Markup", "findings", "highlight", "safe", "table"]
