"""Counts on their way to a disk that refuses, is damaged, or comes back."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.stats import dates
from kiosk.stats import keeper as keepers
from kiosk.stats.database import read
from kiosk.stats.keeper import Keeper
from kiosk.stats.tally import MOST_KEYS, Tally
from tests.unit.stats.conftest import Wall

WHOLE = (dates.FIRST_DAY, dates.LAST_DAY)


def fill(file: Path) -> None:
    """Write a file until the disk is full."""
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as filler:
        while filler.write(bytes(4096)):
            pass


class Run:
    """A keeper with its tally and its clocks."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.wall = Wall()
        self.now = 0.0
        self.tally = Tally(self.wall)
        self.keeper = Keeper(file, self.tally, lambda: self.now, self.wall)

    def visit(self, count: int = 1) -> None:
        for _ in range(count):
            self.tally.add(self.tally.slot(), "visit")

    def flush(self, after: float = 20) -> None:
        self.now += after
        self.wall.seconds += after
        self.keeper.flush()

    def visits(self) -> int:
        return sum(read(self.file, *WHOLE).values())


@pytest.fixture
def run(file: Path) -> Iterator[Run]:
    made = Run(file)
    yield made
    made.keeper.close()


def test_a_flush_brings_everything_to_the_disk(run: Run) -> None:
    run.visit(3)
    run.flush()
    run.visit(2)
    run.flush()
    assert run.visits() == 5
    assert not run.keeper.trouble


def test_a_full_disk_keeps_all_in_memory_and_says_it_once(
    run: Run, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.WARNING)

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(keepers.Database, "add", full)
        for _ in range(200):
            run.visit()
            run.flush()
        assert run.keeper.trouble == "full"
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    run.flush(after=keepers.LONGEST_PAUSE)
    assert run.visits() == 200
    assert not run.keeper.trouble
    assert "nothing was lost" in caplog.records[-1].getMessage()


def test_a_disk_that_refuses_is_asked_less_and_less_often(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[float] = []

    def refuse(*_: object) -> None:
        tries.append(run.now)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(keepers, "Database", refuse)
    run.visit()
    for _ in range(180):
        run.flush()
    pauses = [later - earlier for earlier, later in pairwise(tries)]
    assert pauses == sorted(pauses)
    assert pauses[0] == 20
    assert pauses[-1] == keepers.LONGEST_PAUSE


def test_a_commit_that_succeeded_and_looked_failed_counts_once(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = keepers.Database.add

    def unsure(self: keepers.Database, batch: keepers.Batch) -> None:
        real(self, batch)
        raise sqlite3.OperationalError("disk I/O error")

    run.visit(4)
    with monkeypatch.context() as patch:
        patch.setattr(keepers.Database, "add", unsure)
        run.flush()
    assert run.keeper.trouble
    run.visit()
    run.flush(after=60)
    assert run.visits() == 5


def test_another_program_that_holds_the_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.stats.database.WAIT_SECONDS", 0.05)
    run.visit()
    run.flush()
    holder = sqlite3.connect(run.file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    run.keeper.close()
    run.visit(2)
    run.flush()
    assert run.keeper.trouble == "held"
    holder.execute("ROLLBACK")
    holder.close()
    run.flush(after=60)
    assert run.visits() == 3
    assert not run.keeper.trouble


@pytest.mark.parametrize("when", ["before the start", "while it runs"])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(
    run: Run, when: str, caplog: pytest.LogCaptureFixture
) -> None:
    if when == "while it runs":
        run.visit()
        run.flush()
        run.keeper.close()
    run.file.parent.mkdir(exist_ok=True)
    run.file.write_bytes(b"no database at all" * 1000)
    run.visit(2)
    run.flush()
    assert run.visits() == 2
    assert not run.keeper.trouble
    aside = run.file.with_name("statistics.damaged.sqlite")
    assert aside.read_bytes().startswith(b"no database")
    assert str(aside) in caplog.text


def test_a_folder_that_cannot_be_written(run: Run, caplog: pytest.LogCaptureFixture) -> None:
    run.file.parent.parent.joinpath("state").write_text("a file where the folder should be")
    run.visit()
    run.flush()
    assert run.keeper.trouble == "unwritable"
    assert len(caplog.records) == 1
    run.file.parent.unlink()
    run.flush(after=60)
    assert run.visits() == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="a small disk can only be mounted by root")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine does not let root mount")
    try:
        run = Run(disk / "statistics.sqlite")
        run.visit()
        run.flush()
        fill(disk / "filler")
        for number in range(30):
            run.tally.add(run.tally.slot(), "page", f"section/story/{number}" + 200 * "x")
        run.flush()
        assert run.keeper.trouble == "full"
        assert run.visits() == 1
        (disk / "filler").unlink()
        run.flush(after=60)
        assert not run.keeper.trouble
        assert run.visits() == 31
        run.keeper.close()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="a disk can only be mounted by root")
def test_a_disk_that_becomes_read_only(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine does not let root mount")
    try:
        run = Run(disk / "statistics.sqlite")
        run.visit()
        run.flush()
        run.keeper.close()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        run.visit()
        run.flush()
        assert run.keeper.trouble == "unwritable"
        assert run.visits() == 1
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        run.flush(after=60)
        assert run.visits() == 2
        run.keeper.close()
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_quiet_stand_forgets_old_counts_too(run: Run) -> None:
    run.visit()
    run.flush()
    for _ in range(410):
        run.flush(after=86_400)
    assert run.visits() == 0


def test_closing_does_not_wait_for_a_pause(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(keepers.Database, "add", lambda *_: Path("/no/such/place").stat())
        run.visit()
        run.flush()
    run.keeper.close()
    assert run.visits() == 1


def test_memory_stays_bounded_and_the_sum_exact() -> None:
    wall = Wall()
    tally = Tally(wall)
    for _hour in range(600):
        wall.seconds += 3600
        for number in range(60):
            tally.add(tally.slot(), "page", f"a/b/{number}")
    kept = tally.take()
    assert len(kept) <= MOST_KEYS
    assert sum(kept.values()) == 36_000
    assert not tally.take()
