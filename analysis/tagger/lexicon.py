"""What is known of words beside the training sentences: classes of like words, and lists."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint16]


class WordTable:
    """Words with one code for each kind of knowledge; 0 says that nothing is known.

    >>> table = WordTable(["ایران"], ["c0", "list"], np.array([[7, 0]], np.uint16))
    >>> table.get("ایران"), table.get("توران")
    (('c0=7',), ())
    """

    def __init__(self, words: Sequence[str], kinds: Sequence[str], codes: Codes) -> None:
        self.rows = dict(zip(words, range(len(words)), strict=True))
        self.kinds, self.codes = list(kinds), codes

    def get(self, key: str) -> tuple[str, ...]:
        """Attributes of a word, written as `kind=code`."""
        row = self.rows.get(key)
        if row is None:
            return ()
        codes = zip(self.kinds, self.codes[row].tolist(), strict=True)
        return tuple(f"{kind}={code}" for kind, code in codes if code)

    @classmethod
    def of(cls, arrays: Mapping[str, Any]) -> "WordTable":
        """The table in a model's arrays."""
        return cls(lines(arrays["words"]), lines(arrays["kinds"]), arrays["codes"].T)

    def arrays(self) -> dict[str, Any]:
        """The table as arrays, columns first, which packs better."""
        return {
            "words": blob(self.rows),
            "kinds": blob(self.kinds),
            "codes": np.ascontiguousarray(self.codes.T),
        }


def lines(array: NDArray[np.uint8]) -> list[str]:
    """Strings from their UTF-8 bytes, one a line."""
    return array.tobytes().decode("utf-8").split("\n") if array.size else []


def blob(strings: Any) -> NDArray[np.uint8]:
    """Strings as UTF-8 bytes, one a line.

    >>> lines(blob(["الف", "ب"]))
    ['الف', 'ب']
    """
    return np.frombuffer("\n".join(strings).encode("utf-8"), np.uint8)
