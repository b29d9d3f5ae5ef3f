"""Processes by number and birth; real ones."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.guard import processes
from kiosk.guard.processes import (
    LeftOver,
    birth,
    end,
    end_family,
    end_left_over,
    waits_of,
)
from kiosk.guard.spawn import Child

DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True)"
SLEEP = "print(1, flush=True)"


def reap(one: subprocess.Popen[bytes]) -> None:
    """Wait for its end."""
    one.wait()
    assert one.stdout is not None
    one.stdout.close()


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes that are gone after the test."""
    some: list[subprocess.Popen[bytes]] = []
    yield some
    for one in some:
        one.kill()
        reap(one)


def start(some: list[subprocess.Popen[bytes]], code: str) -> subprocess.Popen[bytes]:
    """A process that waits; it is there when this returns."""
    words = [sys.executable, "-c", f"{code}\nimport time; time.sleep(60)"]
    one = subprocess.Popen(words, stdout=subprocess.PIPE)
    some.append(one)
    assert one.stdout is not None
    one.stdout.readline()
    return one


def test_birth_tells_processes_apart(started: list[subprocess.Popen[bytes]]) -> None:
    one = start(started, SLEEP)
    assert birth(one.pid) == birth(one.pid) != ""
    assert birth(one.pid) != birth(os.getpid())
    one.kill()
    reap(one)
    assert birth(one.pid) == ""


def test_a_dead_one_that_nobody_fetched_is_gone(started: list[subprocess.Popen[bytes]]) -> None:
    one = start(started, SLEEP)
    born = birth(one.pid)
    one.kill()
    until = time.monotonic() + 10
    while birth(one.pid) and time.monotonic() < until:
        time.sleep(0.01)
    assert birth(one.pid) == ""
    assert not end(one.pid, born, 1)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_what_threads_wait_for(started: list[subprocess.Popen[bytes]]) -> None:
    """Asleep, busy, stopped: as many as there are, by their states."""
    busy = "import threading\nthreading.Thread(target=lambda: [1 for _ in iter(int, 1)]).start()"
    one = start(started, f"{busy}\n{SLEEP}")
    until = time.monotonic() + 10
    while (told := waits_of(one.pid)).count(" R ") != 1 and time.monotonic() < until:
        time.sleep(0.01)
    assert told.count(" R ") == 1
    assert len(told.split(", ")) == 2
    os.kill(one.pid, signal.SIGSTOP)
    until = time.monotonic() + 10
    while waits_of(one.pid).count(" T ") != 2 and time.monotonic() < until:
        time.sleep(0.01)
    assert waits_of(one.pid).count(" T ") == 2
    one.kill()
    reap(one)
    assert waits_of(one.pid) == ""


@pytest.mark.parametrize("code", [SLEEP, DEAF])
def test_end_leaves_nothing(started: list[subprocess.Popen[bytes]], code: str) -> None:
    one = start(started, code)
    assert end(one.pid, birth(one.pid), 0.2)
    assert birth(one.pid) == ""


def test_another_of_the_same_number_is_left_alone(started: list[subprocess.Popen[bytes]]) -> None:
    one = start(started, SLEEP)
    assert not end(one.pid, "1", 0.2)
    assert not end(one.pid, "", 0.2)
    assert birth(one.pid)


def test_screens_that_were_left_over(
    tmp_path: Path, started: list[subprocess.Popen[bytes]]
) -> None:
    """Also those of a supervisor that was killed before it had ended what it found."""
    one, other = start(started, SLEEP), start(started, DEAF)
    left = LeftOver(tmp_path / "state" / "screen.pid")
    assert left.found() == []
    left.note(one.pid)
    found = LeftOver(tmp_path / "state" / "screen.pid").found()
    assert found == [(one.pid, birth(one.pid))]
    left.note(other.pid, found)
    found = LeftOver(tmp_path / "state" / "screen.pid").found()
    assert [pid for pid, _ in found] == [other.pid, one.pid]
    end_left_over(found, 0.2)
    assert birth(one.pid) == birth(other.pid) == ""
    assert left.found() == []
    left.note(os.getpid(), found)
    assert [pid for pid, _ in left.found()] == [os.getpid()]
    left.forget()
    left.forget()
    assert left.found() == []


@pytest.mark.parametrize(
    "note",
    [b"", b"x y", b"1", b"%d 1" % os.getpid(), b"\x80", b"9" * 6000 + b" 1", b"-1 1"],
    ids=["empty", "words", "no birth", "another's number", "no text", "long", "negative"],
)
def test_a_note_that_says_nothing_ends_nobody(tmp_path: Path, note: bytes) -> None:
    file = tmp_path / "screen.pid"
    file.write_bytes(note)
    assert LeftOver(file).found() == []


@pytest.mark.parametrize("gently", [True, False])
def test_a_whole_family_ends(started: list[subprocess.Popen[bytes]], gently: bool) -> None:
    code = "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'input()'], "
    code += "stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)\nprint(1, flush=True)"
    one = start(started, code)
    family = [one.pid, *(child.pid for child in psutil.Process(one.pid).children())]
    assert len(family) == 2
    end_family(one.pid, gently=gently)
    reap(one)
    until = time.monotonic() + 10
    while any(birth(pid) for pid in family) and time.monotonic() < until:
        time.sleep(0.01)
    assert [birth(pid) for pid in family] == ["", ""]
    end_family(one.pid, gently=gently)


def test_without_proc_psutil_tells(
    monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    one = start(started, SLEEP)
    monkeypatch.setattr(processes.sys, "platform", "win32")
    born = birth(one.pid)
    assert born not in {"", birth(os.getpid())}
    processes.obey(Child(one.pid, -1), "abort")
    reap(one)
    assert birth(one.pid) == ""
