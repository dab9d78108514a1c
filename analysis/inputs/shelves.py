"""Where an archive's files stand: in a folder or in a zip. Links and ways out are refused."""

import stat
from collections.abc import Iterator
from functools import cache
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from .. import own_names
from ..corpus import BadInput
from ..own_names import OwnName

SUSPECT = 1 << 20  # bytes from which a zipped file's ratio is looked at
RATIO = 100  # prose zips to a third or a tenth; a hundredth is a bomb


class Place(NamedTuple):
    """A file of an archive: its name there, its size, and why it is refused, if it is."""

    name: str
    size: int
    problem: str | None = None


class Folder:
    """A folder's files in order; hidden ones are left out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.read = cache(own_names.read)

    def names(self, name: str) -> tuple[OwnName, ...]:
        """The names that the lexicon beside (or above) a file adds; BadInput for a bad one."""
        lexicon = own_names.file_for(self.root / name)
        return self.read(lexicon) if lexicon and not lexicon.is_symlink() else ()

    def places(self, below: str = "") -> Iterator[Place]:
        """All files below a folder of this one, by name."""
        try:
            entries = sorted((self.root / below).iterdir())
        except OSError as error:
            yield Place(below or ".", 0, error.strerror)
            return
        for entry in entries:
            name = f"{below}{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                yield Place(name, 0, "is a link")
            elif entry.is_dir():
                yield from self.places(f"{name}/")
            elif entry.is_file():
                yield Place(name, entry.stat().st_size)
            else:
                yield Place(name, 0, "is no regular file")

    def open(self, name: str) -> BinaryIO:
        """Open a file by its name."""
        return (self.root / name).open("rb")

    def has(self, name: str) -> bool:
        """Whether a regular file has this name."""
        path = self.root / name
        return path.is_file() and not path.is_symlink()


class Zip:
    """A zip's files in order; nothing is ever unpacked to disk."""

    def __init__(self, file: BinaryIO) -> None:
        self.zip = ZipFile(file)
        self.size = file.seek(0, 2)
        self.files = {info.filename: info for info in self.zip.infolist() if not info.is_dir()}
        self.read = cache(self._read)

    def names(self, name: str) -> tuple[OwnName, ...]:
        """The names that the lexicon beside (or above) a file adds; BadInput for a bad one."""
        folder = PurePosixPath(name).parent
        for place in (str(folder / own_names.FILE), str(folder.parent / own_names.FILE)):
            if self.has(place):
                return self.read(place)
        return ()

    def _read(self, lexicon: str) -> tuple[OwnName, ...]:
        try:
            with self.open(lexicon) as file:
                return tuple(own_names.rows_of(TextIOWrapper(file, "utf-8-sig", newline="")))
        except (OSError, ValueError, BadZipFile) as error:
            raise BadInput(lexicon, str(error)) from None

    def places(self) -> Iterator[Place]:
        """All files, by name."""
        problems = {name: _problem(info) for name, info in self.files.items()}
        fine = (info for name, info in self.files.items() if not problems[name])
        bomb = _bomb(sum(info.file_size for info in fine), self.size)
        for name, info in sorted(self.files.items()):
            if not PurePosixPath(name).name.startswith((".", "__MACOSX")):
                yield Place(name, info.compress_size, problems[name] or bomb)

    def open(self, name: str) -> BinaryIO:
        """Open a file by its name; BadZipFile for one that is damaged."""
        try:
            return self.zip.open(name)  # type: ignore[return-value]
        except (RuntimeError, NotImplementedError) as error:
            raise BadZipFile(str(error)) from None

    def has(self, name: str) -> bool:
        """Whether a file has this name."""
        return name in self.files and _problem(self.files[name]) is None


def _problem(info: ZipInfo) -> str | None:
    parts = info.filename.replace("\\", "/").split("/")
    if not parts[0] or ".." in parts or ":" in parts[0]:
        return "leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link"
    return _bomb(info.file_size, info.compress_size)


def _bomb(size: int, zipped: int) -> str | None:
    if size > SUSPECT and size > RATIO * zipped:
        return f"would unpack to {size:,} bytes (a zip bomb?)"
    return None
