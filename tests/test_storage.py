"""Files are whole or as before, whatever happens; one run at a time in a folder."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.storage import Busy, locked, write_files


def test_files_are_written_into_folders_made_for_them(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "new", {"a.csv": b"1", "sub/b.csv": b"2"})
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    assert not list(tmp_path.rglob("*.new"))


def test_no_file_changes_when_one_cannot_be_written(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": b"old"})
    (tmp_path / "b").write_text("in the way")
    with pytest.raises(OSError, match="b"):
        write_files(tmp_path, {"a": b"new", "b/c": b"new"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert not list(tmp_path.rglob("*.new"))


def test_a_folder_is_for_one_run(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Busy, match="another run"), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


def test_a_killed_writer_leaves_whole_files(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from analysis.storage import write_files\n"
        "n = 0\n"
        "while True:\n"
        "    n += 1; write_files(Path(sys.argv[1]), {'a': b'%09d' % n * 99999, 'b': b'x'})\n"
    )
    root = Path(__file__).parent.parent
    for pause in (0.15, 0.2, 0.25, 0.3):
        writer = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=root)
        time.sleep(pause)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        if (tmp_path / "a").exists():
            content = (tmp_path / "a").read_bytes()
            assert content == content[:9] * 99999
