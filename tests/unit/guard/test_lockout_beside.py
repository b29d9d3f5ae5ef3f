"""Nobody who only looks at the lock waits for the disk: the window's thread does so each second."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import app, durable, paths
from kiosk.guard import pin as pins
from kiosk.guard.lockout import SAVE_EVERY_SECONDS, Lockout
from kiosk.settings import Settings, Staff
from kiosk.store import reader
from tests.e2e.bundles import small, write

PATIENCE_SECONDS = 20
AT_ONCE_SECONDS = 2


class Stand:
    """A desk on a disk that answers only while it is `free`, and a clock that is moved."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 5000.0
        self.free, self.asked = threading.Event(), threading.Event()
        self.places = paths.under(folder / "home")
        bundle = reader.load(write(folder / "bundle", small("A"))).bundle
        settings = Settings(staff=Staff(pin="any"))
        self.lockout = Lockout(self.places.lockout, lambda: self.now)
        self.desk = app.Desk(settings, self.lockout, bundle, self.places)
        monkeypatch.setattr(pins, "verify", lambda pin, _encoded: pin == "right")
        self._write = durable.write
        monkeypatch.setattr(durable, "write", self._slowly)
        self.free.set()

    def _slowly(self, path: Path, content: bytes) -> None:
        self.asked.set()
        assert self.free.wait(PATIENCE_SECONDS)
        self._write(path, content)

    def halt(self) -> None:
        """The disk takes what it is given and does not answer any more."""
        self.free.clear()
        self.asked.clear()

    def pause(self) -> None:
        """Five wrong PINs."""
        for _ in range(5):
            assert not self.desk.accepts("wrong")

    def left(self) -> float:
        """The seconds left, which have to be said at once, whatever the disk does."""
        said: list[float] = []
        thread = threading.Thread(target=lambda: said.append(self.desk.locked_seconds()))
        thread.start()
        thread.join(AT_ONCE_SECONDS)
        assert said, "it waits for the disk"
        return said[0]

    def on_disk(self) -> float:
        return json.loads(self.places.lockout.read_bytes())["state"]["left"]


@pytest.fixture
def stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    made = Stand(tmp_path, monkeypatch)
    yield made
    made.free.set()


def eventually(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE_SECONDS
    while not what() and time.monotonic() < end:
        time.sleep(0.01)
    return what()


def test_the_pause_is_read_while_the_disk_halts_and_written_when_it_is_back(stand: Stand) -> None:
    stand.pause()
    stand.halt()
    stand.now += SAVE_EVERY_SECONDS
    assert stand.left() == 60 - SAVE_EVERY_SECONDS
    assert stand.asked.wait(PATIENCE_SECONDS)
    stand.now += SAVE_EVERY_SECONDS
    assert stand.left() == 60 - 2 * SAVE_EVERY_SECONDS
    assert stand.on_disk() == 60
    stand.free.set()
    assert eventually(lambda: stand.left() == stand.on_disk() == 60 - 2 * SAVE_EVERY_SECONDS)


def test_a_disk_that_halts_is_waited_for_by_one_thread(stand: Stand) -> None:
    stand.pause()
    stand.halt()
    for _ in range(10):
        stand.now += SAVE_EVERY_SECONDS
        stand.left()
    assert [thread.name for thread in threading.enumerate()].count("lock-out") == 1


def test_the_pause_is_read_while_a_wrong_pin_is_written(stand: Stand) -> None:
    for _ in range(4):
        stand.desk.accepts("wrong")
    stand.halt()
    answers: list[bool] = []
    trying = threading.Thread(target=lambda: answers.append(stand.desk.accepts("wrong")))
    trying.start()
    assert stand.asked.wait(PATIENCE_SECONDS)
    assert stand.left() == 60
    assert not answers, "the answer was given before the count was on the disk"
    stand.free.set()
    trying.join(PATIENCE_SECONDS)
    assert answers == [False]
    assert stand.on_disk() == 60


def test_what_is_written_late_does_not_undo_what_was_counted_since(stand: Stand) -> None:
    """The end of a pause is still on its way to the disk when the next wrong PIN is typed."""
    stand.pause()
    stand.halt()
    stand.now += 60
    assert stand.left() == 0
    assert stand.asked.wait(PATIENCE_SECONDS)
    trying = threading.Thread(target=lambda: stand.desk.accepts("wrong"))
    trying.start()
    stand.free.set()
    trying.join(PATIENCE_SECONDS)
    assert json.loads(stand.places.lockout.read_bytes())["state"]["wrong"] == 1
