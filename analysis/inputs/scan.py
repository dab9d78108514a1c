"""Go through an archive: every article in it, and every file that is none, with the reason."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ..corpus import BadInput, no_toml
from ..corpus import metadata_of as checked
from ..own_names import FILE as LEXICON
from .items import LIMIT, Item, broken, whole
from .records import READERS
from .shelves import Folder, Place, Zip

TEXTS = (".txt",)
PAGES = (".html", ".htm")
SIDECARS = (".toml",)


def scan(path: Path, text_column: str | None = None) -> Iterator[Item]:
    """All items of a folder, a zip, or a file of records, in the order of their names.

    Raises BadInput for a path that is not there.
    """
    if path.is_dir():
        yield from _shelf(Folder(path), text_column)
    elif path.is_file():
        yield from _shelf(Folder(path.parent), text_column, only=path.name)
    else:
        raise BadInput(path, "no such file or folder")


def size_of(path: Path) -> int:
    """Bytes of an archive, for the progress bar."""
    if path.is_file():
        return path.stat().st_size
    return sum(place.size for place in Folder(path).places()) if path.is_dir() else 0


def _shelf(
    shelf: Folder | Zip, text_column: str | None, *, only: str | None = None
) -> Iterator[Item]:
    places = [Place(only, 0)] if only else shelf.places()
    for place in places:
        suffix = Path(place.name).suffix.lower()
        if not only and (suffix in SIDECARS or place.name.split("/")[-1] == LEXICON):
            continue
        if place.problem:
            yield broken(whole(place.name), place.problem, place.size)
            continue
        names = shelf.names(place.name)
        inner = suffix == ".zip" and isinstance(shelf, Folder) and not only
        try:
            for item in _items(shelf, place, suffix, text_column):
                item = item._replace(id=whole(item.id), names=item.names or names)
                yield item.below(place.name) if inner else item
        except BadInput:
            raise
        except Exception as error:  # whatever one file breaks must not stop the archive
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            yield broken(whole(place.name), reason, place.size)


def _items(
    shelf: Folder | Zip, place: Place, suffix: str, text_column: str | None
) -> Iterator[Item]:
    with shelf.open(place.name) as file:
        if suffix in TEXTS or suffix in PAGES:
            yield _whole(shelf, place, file, "text" if suffix in TEXTS else "page")
        elif suffix in READERS:
            yield from READERS[suffix](place.name, file, text_column)
        elif suffix == ".zip" and isinstance(shelf, Folder):
            yield from _shelf(Zip(file), text_column)
        elif suffix == ".zip":
            yield broken(place.name, "is a zip in a zip", place.size)
        else:
            yield broken(place.name, f"unknown kind of file ({suffix or 'no suffix'})", place.size)


def _whole(shelf: Folder | Zip, place: Place, file: BinaryIO, kind: str) -> Item:
    """The item of a file that holds one article, with the metadata beside it."""
    content = file.read(LIMIT + 1)
    if len(content) > LIMIT:
        return broken(place.name, f"is longer than {LIMIT:,} bytes", place.size)
    name = place.name.removesuffix(Path(place.name).suffix)
    sidecar = f"{name}.toml"
    metadata = {}
    if shelf.has(sidecar):
        with shelf.open(sidecar) as beside:
            try:
                metadata = checked(sidecar, tomllib.loads(beside.read(LIMIT).decode("utf-8")))
            except BadInput as error:
                return broken(place.name, f"{sidecar}: {error.reason}", place.size)
            except ValueError as error:
                return broken(place.name, f"{sidecar}: {no_toml(error)}", place.size)
    return Item(metadata.get("id", name), content, metadata, kind, place.size)
