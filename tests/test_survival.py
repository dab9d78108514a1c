"""Runs that are killed, find the disk full or closed, or meet each other: earlier tables stay whole."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import demo
import pytest
from test_archive import ENVIRONMENT, SMALL, parts, write

import analysis
from analysis.archive import annotate_into, crew_of
from analysis.storage import Busy, locked

RUN = f"""
import sys; from pathlib import Path; import demo
from analysis.archive import annotate_into, batches, crew_of
batches.COUNT = {SMALL}
if __name__ == "__main__":
    print(*annotate_into(demo.articles(60), Path(sys.argv[1]), crew_of(int(sys.argv[2]))))
"""


COMMAND = f"""
import sys; from analysis.__main__ import main
from analysis.archive import batches
batches.COUNT = {SMALL}
sys.exit(main(["run", "--workers", "1", *sys.argv[1:]]))
"""


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.archive.batches.COUNT", SMALL)


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "run.py"
    path.write_text(RUN, "utf-8")
    return path


def start(script: Path, out: Path, workers: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, str(script), str(out), str(workers)]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, env=ENVIRONMENT, stdout=pipe, stderr=pipe, start_new_session=True
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_killed_again_and_again_makes_the_same_tables(
    tmp_path: Path, script: Path, workers: int
) -> None:
    analysis.annotate_corpus(demo.articles(60), tmp_path / "whole", workers=1)
    out, pauses = tmp_path / "killed", random.Random(workers)
    for _ in range(4):
        run, before = start(script, out, workers), len(parts(out))
        while len(parts(out)) == before and run.poll() is None:
            time.sleep(0.005)
        time.sleep(pauses.uniform(0, 0.2))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        assert parts(out).items() <= parts(tmp_path / "whole").items()
    last = start(script, out, workers)
    assert last.communicate()[0].split() == [b"60", b"0"]
    assert parts(out) == parts(tmp_path / "whole")


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(Busy):
        annotate_into(demo.articles(2), tmp_path, crew_of(1))


def test_of_two_runs_at_once_one_does_the_work(tmp_path: Path, script: Path) -> None:
    runs = [start(script, tmp_path / "out", 1) for _ in range(2)]
    said = [run.communicate() for run in runs]
    assert sorted(run.returncode for run in runs) in ([0, 0], [0, 1])  # [0, 0] if one came late
    assert all(b"60 0" in out or b"Busy" in error for out, error in said)
    analysis.annotate_corpus(demo.articles(60), tmp_path / "whole", workers=1)
    assert parts(tmp_path / "out") == parts(tmp_path / "whole")


def test_a_disk_that_is_full_is_told_and_earlier_parts_are_whole(tmp_path: Path) -> None:
    code = (
        "import resource as r, runpy, sys; r.setrlimit(r.RLIMIT_FSIZE, (9000, 9000));"
        "sys.argv = ['analysis', *sys.argv[1:]]; runpy.run_module('analysis', run_name='__main__')"
    )
    annotate_into(demo.articles(7), tmp_path / "out", crew_of(1))
    write(tmp_path / "news.jsonl", demo.articles(200))
    command = [sys.executable, "-c", code, "run", "--corpus", "news.jsonl", "--workers", "1"]
    done = subprocess.run(command, env=ENVIRONMENT, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"File too large" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not list((tmp_path / "news-tables").rglob("*.new"))


def may_mount() -> bool:
    """Whether a tmpfs of one's own can be made here (on Linux, mostly)."""
    if not shutil.which("unshare"):
        return False
    done = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "x", "/mnt"], check=False, capture_output=True
    )
    return done.returncode == 0


FULL = """
set -e
mount -t tmpfs -o size=400k tmpfs disk
"$@" --corpus first.jsonl --out disk/out
(cd disk/out && sha256sum */*.parquet) > sums
status=0; "$@" --corpus news.jsonl --out disk/more || status=$?
echo "full: $status"; find disk -name '*.new'
(cd disk/out && sha256sum --quiet -c ../../sums)
mount -o remount,ro disk
status=0; "$@" --corpus first.jsonl --out disk/again || status=$?
echo "closed: $status"
mount -o remount,rw,size=40m disk
"$@" --corpus news.jsonl --out disk/more
cp -r disk/more here
"""


@pytest.mark.skipif(not may_mount(), reason="needs a small disk of its own: unshare and tmpfs")
def test_a_small_disk_fills_is_closed_and_grows(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    write(tmp_path / "first.jsonl", demo.articles(7))
    write(tmp_path / "news.jsonl", demo.articles(60))
    command = ["unshare", "-rm", "sh", "-c", FULL, "sh", sys.executable, "-c", COMMAND]
    done = subprocess.run(command, env=ENVIRONMENT, cwd=tmp_path, capture_output=True, check=False)
    words, errors = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 0, errors
    assert "full: 2\nclosed: 2\n" in words
    assert "No space left on device" in errors
    assert "Read-only file system" in errors
    assert "Traceback" not in errors
    annotate_into(tmp_path / "news.jsonl", tmp_path / "whole", crew_of(1))
    assert parts(tmp_path / "here") == parts(tmp_path / "whole")
