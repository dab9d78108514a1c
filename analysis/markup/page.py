"""HTML that Jupyter shows: a piece of it, a page of it, and what keeps it safe."""

import re
from html import escape

MODIFIERS = {
    "exact": ("دقیق", "exact"),
    "about": ("حدود", "about"),
    "more_than": ("بیش از", "more than"),
    "at_least": ("دست‌کم", "at least"),
    "less_than": ("کمتر از", "less than"),
    "at_most": ("حداکثر", "at most"),
    "up_to": ("تا", "up to"),
    "between": ("بین", "between"),
}
FONT = "Vazirmatn, 'IBM Plex Sans Arabic', Tahoma, sans-serif"
PERSIAN = str.maketrans("0123456789.,", "۰۱۲۳۴۵۶۷۸۹٫٬")
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
SURROGATE = re.compile("[\ud800-\udfff]")


class Markup:
    """HTML that Jupyter shows, and `to_html` makes a page of."""

    def __init__(self, html: str, title: str, lang: str = "fa") -> None:
        self.html, self.title, self.lang = html, title, lang

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"<{self.title}>"

    def to_html(self) -> str:
        """A page of its own.

        >>> Markup("<p>سلام</p>", "a < b").to_html().splitlines()[3]
        '<title>a &lt; b</title>'
        """
        return (
            f'<!DOCTYPE html>\n<html lang="{self.lang}" dir="{direction(self.lang)}">\n'
            f'<meta charset="utf-8">\n<title>{safe(self.title)}</title>\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<body style="max-width:46em;margin:2em auto;padding:0 1em">\n{self.html}\n</body>\n</html>\n'
        )


def direction(lang: str) -> str:
    """The direction in which a language is read, for HTML."""
    return "rtl" if lang == "fa" else "ltr"


def safe(text: object) -> str:
    """Escape a text, and show characters that are not seen (or turn the line) by their codes.

    >>> safe("<b>")
    '&lt;b&gt;'
    """
    return seen(escape(str(text)))


def seen(words: str) -> str:
    """Show characters that are not seen, turn the line or steer a terminal by their codes.

    >>> seen("a\x1b[2J")
    'a[U+001B][2J'
    """
    words = SURROGATE.sub("\ufffd", words)
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", words)


def digits(value: object, lang: str) -> str:
    """Write a number in the digits of a language.

    >>> digits(25, "fa")
    '۲۵'
    """
    return str(value).translate(PERSIAN) if lang == "fa" else str(value)
