"""A disk that is full, write-protected or broken, at every write in turn: old content, words."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.errors import ContentError
from kiosk.store.records import FACTORY
from kiosk.store.versions import Store
from tests.faults.faulty import FaultyDisk, failing, unreadable
from tests.faults.mounts import mounted
from tests.unit.store.shelf import install, shown, staged

ERRORS = [(errno.ENOSPC, "E192"), (errno.EIO, "E194"), (errno.EROFS, "E193")]
WAYS = pytest.mark.parametrize("forever", [False, True], ids=["once", "for good"])
CAUSES = pytest.mark.parametrize(("number", "code"), ERRORS, ids=["full", "fault", "read-only"])


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


def attempt(work: Callable[[], object]) -> ContentError | None:
    """Do it; the refusal if it is refused."""
    try:
        work()
    except ContentError as error:
        return error
    return None


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "content")


@WAYS
@CAUSES
def test_no_write_of_a_publish_may_fail_unseen(
    store: Store, number: int, code: str, forever: bool
) -> None:
    install(store, "old", 1)
    at, half_way = 0, 0
    while True:
        with store.locked(), store.staging() as room:
            ready = staged(room, "new", 2 + at)  # so that the floor rises each time
            with failing(FaultyDisk(number, at, forever=forever)) as disk:
                refusal = attempt(lambda ready=ready: store.publish(ready))
        if refusal is None:
            break
        assert (refusal.code, bool(refusal.fix), disk.refused) == (code, True, True)
        if shown(store) != "old":
            half_way += 1
            assert shown(store) == "new"
            store.choose(None)
        at += 1
    # Only the very last sync comes after the rename; with a disk that refuses for good, what is
    # shown by then cannot be taken back, and it is whole.
    assert half_way <= int(forever)
    assert (at > 30, disk.refused, shown(store)) == (True, False, "new")
    store.collect(())
    assert shown(store) == "new"
    assert not list((store.pointer.parent / "staging").iterdir())


@WAYS
@CAUSES
def test_locking_and_staging_say_what_the_disk_says(
    store: Store, number: int, code: str, forever: bool
) -> None:
    def work() -> None:
        with store.locked(), store.staging():
            pass

    codes: list[str] = []
    refusal = None
    while refusal or not codes:
        with failing(FaultyDisk(number, len(codes), forever=forever)):
            refusal = attempt(work)
        codes.append(refusal.code if refusal else "")
    assert len(codes) > 3
    assert codes == [code] * (len(codes) - 1) + [""]


@WAYS
@CAUSES
def test_going_back_by_hand(store: Store, number: int, code: str, forever: bool) -> None:
    install(store, "1")
    second = install(store, "2")
    at, half_way = 0, 0
    while True:
        with failing(FaultyDisk(number, at, forever=forever)):
            refusal = attempt(lambda: store.choose(None))
        if refusal is None:
            break
        assert refusal.code == code
        if shown(store) != "2":
            half_way += 1
            store.choose(second.id)
        at += 1
    assert half_way <= int(forever)
    assert (at > 4, shown(store)) == (True, "1")


@WAYS
@CAUSES
def test_giving_up_always_says_what_can_be_shown(
    store: Store, number: int, code: str, forever: bool, caplog: pytest.LogCaptureFixture
) -> None:
    del code
    first = install(store, "1")
    for at in range(18):
        second = install(store, "2", good=False)
        with failing(FaultyDisk(number, at, forever=forever)) as disk:
            assert store.give_up(second.id, "It was empty.") == first.id
        assert shown(store) in ("1", "2")
        assert bool(caplog.records) == disk.refused
        caplog.clear()
        store.choose(first.id)
    assert not disk.refused


@CAUSES
def test_confirming_and_collecting_never_raise(store: Store, number: int, code: str) -> None:
    del code
    for version in range(8):
        install(store, str(version), good=False)
    newest = store.versions()[0].id
    works: list[Callable[[], object]] = [
        lambda: store.confirm(newest),
        lambda: store.note_start(newest),
        lambda: store.collect(()),
    ]
    for work in works:
        for at in range(12):
            with failing(FaultyDisk(number, at, forever=True)):
                work()
            assert shown(store) == "7"


@pytest.mark.parametrize("number", [errno.EIO, errno.EUCLEAN, errno.EACCES])
def test_a_version_that_cannot_be_looked_at_ends_nothing(store: Store, number: int) -> None:
    """Each call falls back or refuses in words, as for one that is damaged."""
    good = install(store, "1", 1)
    lost = install(store, "2", 2)
    with unreadable(store.path(lost.id).parent, number):
        assert shown(store) == "1"
        assert good.id in store.trouble()
        assert [each.health for each in store.versions()] == ["damaged", "good"]
        assert store.floor() == 2
        store.confirm(lost.id)
        store.note_start(lost.id)
        assert store.collect(()) == []
        refusal = attempt(lambda: store.path(lost.id))
        assert refusal is not None
        assert refusal.code == "E196"
        assert store.give_up(lost.id, "It was empty.") == good.id


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    refusals: list[ContentError] = []
    with mounted(tmp_path / "disk", "size=400k") as disk:
        store = Store(disk / "content")
        install(store, "old", 1)
        for kilobytes in range(0, 300, 4):
            refusals += _publish_on(store, disk, lambda free=kilobytes: _fill(disk, free))
        install(store, "new", 2)
        assert shown(store) == "new"
    assert len(refusals) > 3
    assert {(each.code, "full" in each.words) for each in refusals} == {("E192", True)}


def test_a_disk_without_room_for_one_more_file(tmp_path: Path) -> None:
    refusals: list[ContentError] = []
    with mounted(tmp_path / "disk", "size=4m,nr_inodes=60") as disk:
        store = Store(disk / "content")
        assert shown(store) == FACTORY
        install(store, "old", 1)
        for free in range(12):
            refusals += _publish_on(store, disk, lambda free=free: _fill_names(disk, free))
        install(store, "new", 2)
        assert shown(store) == "new"
    assert len(refusals) > 2
    assert {(each.code, "one more file" in each.words) for each in refusals} == {("E192", True)}


def _publish_on(store: Store, disk: Path, fill: Callable[[], None]) -> list[ContentError]:
    """Publish on a disk that is filled between staging and publishing; the refusal, if any."""
    with store.locked(), store.staging() as room:
        ready = staged(room, "new", 2)
        fill()
        refusal = attempt(lambda: store.publish(ready))
    for filler in disk.glob("filler*"):
        filler.unlink()
    assert shown(store) == ("old" if refusal else "new")
    if refusal:
        return [refusal]
    store.choose(None)
    store.collect(())
    return []


def _fill(disk: Path, free_kilobytes: int) -> None:
    """Fill the disk but for so many kilobytes."""
    facts = os.statvfs(disk)
    room = facts.f_bavail * facts.f_frsize - free_kilobytes * 1024
    (disk / "filler").write_bytes(b"x" * max(0, room))


def _fill_names(disk: Path, free: int) -> None:
    """Leave room for so many files."""
    for number in range(os.statvfs(disk).f_favail - free):
        (disk / f"filler{number}").touch()
