"""What a start shows, by the store and by the crash ladder. Real versions on disk."""

from __future__ import annotations

import errno
from contextlib import ExitStack
from pathlib import Path

import pytest

from kiosk.guard.ladder import BEFORE, FACTORY, NORMAL, SAFE, Record
from kiosk.opening import STARTS_MOST, open_stand
from kiosk.store.versions import Store
from tests.faults.faulty import unreadable
from tests.unit.store.shelf import install


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two good versions and the second of them shown."""
    store = Store(tmp_path / "content")
    for version in ("a", "b"):
        install(store, version)
    return store


def ids(store: Store) -> list[str]:
    """The versions, oldest first."""
    return [one.id for one in reversed(store.versions())]


def test_all_is_well(tmp_path: Path, store: Store) -> None:
    told: list[str] = []
    opened = open_stand(tmp_path / "content", Record(), told.append)
    assert opened.version == ids(store)[1]
    assert told == [opened.version]
    assert (opened.failed, opened.passed_over) == ((), frozenset())


@pytest.mark.parametrize("known", [True, False])
def test_one_rung_up_the_version_that_failed_is_passed_over(
    tmp_path: Path, store: Store, known: bool
) -> None:
    """Also when nobody knows which one it was: then it was the first. It stays a good one."""
    old, new = ids(store)
    opened = open_stand(tmp_path / "content", Record(BEFORE, avoid=(new,) if known else ()))
    assert opened.version == old
    assert opened.failed == ()
    assert opened.passed_over == {new}


@pytest.mark.parametrize("rung", [FACTORY, SAFE])
def test_higher_up_comes_the_factory_content(tmp_path: Path, store: Store, rung: int) -> None:
    told: list[str] = []
    record = Record(rung, avoid=tuple(ids(store)))
    opened = open_stand(tmp_path / "content", record, told.append)
    assert opened.version == "factory"
    assert told == ["factory"]
    assert opened.passed_over == set(ids(store))


def test_a_new_version_that_failed_is_given_up(tmp_path: Path, store: Store) -> None:
    new = install(store, "c", good=False).id
    opened = open_stand(tmp_path / "content", Record(BEFORE, avoid=(new,)))
    assert opened.version == ids(store)[1]
    assert [version for version, _ in opened.failed] == [new]


def test_a_new_version_wears_out_without_a_supervisor_too(tmp_path: Path, store: Store) -> None:
    new = install(store, "c", good=False).id
    for _ in range(STARTS_MOST):
        assert open_stand(tmp_path / "content").version == new
    assert open_stand(tmp_path / "content").version == ids(store)[1]


def test_a_stand_without_versions(tmp_path: Path) -> None:
    for rung in (BEFORE, SAFE):
        assert open_stand(tmp_path / "content", Record(rung)).version == "factory"


FAULTS = pytest.mark.parametrize(
    "number", [errno.EIO, errno.EUCLEAN, errno.EACCES], ids=["fault", "unclean", "rights"]
)


@FAULTS
@pytest.mark.parametrize("place", ["", "versions", "versions/{id}", "versions/{id}/bundle"])
@pytest.mark.parametrize("rung", [NORMAL, FACTORY, SAFE])
def test_a_disk_that_gives_nothing_back_leaves_the_factory_content(
    tmp_path: Path, store: Store, number: int, place: str, rung: int
) -> None:
    names = ids(store)
    with ExitStack() as stack:
        for version in names:
            folder = tmp_path / "content" / place.format(id=version)
            stack.enter_context(unreadable(folder, number))
        assert open_stand(tmp_path / "content", Record(rung)).version == "factory"


@FAULTS
def test_a_version_that_the_disk_does_not_give_back_gives_way_to_the_one_before(
    tmp_path: Path, store: Store, number: int
) -> None:
    old, new = ids(store)
    with unreadable(store.path(new), number):
        assert open_stand(tmp_path / "content").version == old


def test_a_disk_that_breaks_while_the_content_is_read(tmp_path: Path, store: Store) -> None:
    old, new = ids(store)
    folder = store.path(new)
    with ExitStack() as stack:

        def breaks(version: str) -> None:
            if version == new:
                stack.enter_context(unreadable(folder, errno.EIO))

        opened = open_stand(tmp_path / "content", Record(), breaks)
    assert opened.version == old
    assert [version for version, _ in opened.failed] == [new]
