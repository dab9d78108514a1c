"""Files on disk: read whole, written whole, by one run at a time."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

CODE = Path(__file__).parent


class Busy(OSError):
    """Another run is writing in the same folder."""


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files so that each is there whole or as it was before, whatever happens meanwhile.

    All are written under other names first, so a full disk leaves every earlier file in place.
    Raises OSError naming the file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting.append((path.with_name(f".{path.name}.{os.getpid()}.new"), path))
            _write(*waiting[-1], content)
        for new, path in waiting:
            os.replace(new, path)
    except BaseException:
        for new, _ in waiting:
            with suppress(OSError):
                new.unlink(missing_ok=True)
        raise
    return [path for _, path in waiting]


def _write(new: Path, path: Path, content: bytes) -> None:
    """Write and flush one file; an error (the disk is full) names the file that was wanted."""
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep a folder for one run; the lock goes with the process, so a killed run leaves none.

    Raises Busy where another run has it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("a+b") as file:
        try:
            _lock(file.fileno())
        except OSError:
            raise Busy(16, "another run is writing here", str(folder)) from None
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def files_in(path: Path) -> Iterator[Path]:
    """A file itself, or the files below a folder in order; hidden ones and caches left out."""
    if path.is_file():
        yield path
    elif path.is_dir():
        for entry in sorted(path.iterdir()):
            if not entry.name.startswith((".", "__pycache__")):
                yield from files_in(entry)


def digest(paths: Iterable[Path]) -> str:
    """One SHA-256 of the names and contents of files."""
    total = sha256()
    for path in paths:
        for file in files_in(path):
            total.update(f"{file.name}\0".encode() + sha256(file.read_bytes()).digest())
    return total.hexdigest()
