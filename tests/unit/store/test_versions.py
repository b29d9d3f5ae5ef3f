"""The store through its public face: publish, choose, confirm, give up, collect; damage to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kiosk.content.errors import ContentError
from kiosk.said import in_language, said
from kiosk.store import versions
from kiosk.store.records import FACTORY, Active, id_of, number_of
from kiosk.store.versions import Store
from tests.unit.store.shelf import content, files, install, shown, staged

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of the syncs has tests of its own (`test_crash.py`)."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "state" / "content")


def refusal(error: pytest.ExceptionInfo[ContentError]) -> str:
    assert error.value.words
    assert error.value.fix
    return error.value.code


def test_an_empty_store_shows_the_factory_content_and_writes_nothing(store: Store) -> None:
    assert (store.active(), store.versions(), store.floor(), store.trouble()) == (None, [], 0, "")
    assert store.collect(()) == []
    assert not list(store.pointer.parent.rglob("*.json"))


def test_a_published_bundle_is_shown_and_described(store: Store) -> None:
    with store.locked(), store.staging() as room:
        info = store.publish(staged(room, "2026.1", sequence=7))
    assert store.active() == Active(info.id, "new")
    assert shown(store) == "2026.1"
    (found,) = store.versions()
    assert found == info
    assert (found.version, found.sequence, found.site) == ("2026.1", 7, "vilnius")
    assert (found.signed_by, found.source_name, found.health) == ("ab12", "2026.1.kiosk", "new")
    assert found.languages == ("en", "lt")
    assert found.pages > 1
    assert found.title_in("lt") != found.title_in("en")
    assert found.title_in("xx") == found.title_in("en")
    beside = store.path(info.id).parent
    assert (beside / "manifest.json").read_bytes() == b"{}"
    assert (beside / "signature").read_bytes() == b"s" * 64
    assert not list((store.pointer.parent / "staging").iterdir())


def test_ids_are_readable_and_in_order(store: Store) -> None:
    first, second = install(store, "1.0"), install(store, "Autumn Fair / 2")
    assert first.id == f"0001-{first.bundle_id}-1.0"
    assert second.id == f"0002-{first.bundle_id}-autumn-fair-2"
    assert [info.id for info in store.versions()] == [second.id, first.id]
    assert number_of(id_of(12345, "a", "ąž")) == 12345
    assert [number_of(each) for each in ("../0001-a", "0001-", "factory", "0001-a/b")] == [0] * 4


def test_a_new_version_becomes_good_and_stays_so(store: Store) -> None:
    info = install(store, "1", good=False)
    assert store.active() == Active(info.id, "new")
    pointer = store.pointer.read_bytes()
    store.confirm(info.id)
    assert store.active() == Active(info.id, "good")
    assert store.pointer.read_bytes() == pointer
    assert Store(store.pointer.parent).active() == Active(info.id, "good")


def test_starts_without_health_are_counted(store: Store) -> None:
    info = install(store, "1", good=False)
    assert [store.note_start(info.id) for _ in range(3)] == [1, 2, 3]
    assert store.active() == Active(info.id, "new")
    store.confirm(info.id)
    assert store.note_start(info.id) == 1
    assert store.active() == Active(info.id, "good")


def test_a_version_that_fails_gives_way_to_what_was_shown(store: Store) -> None:
    first = install(store, "1")
    install(store, "2")
    store.choose(first.id)
    third = install(store, "3", good=False)
    assert store.give_up(third.id, "Page “Cyber” was empty.") == first.id
    assert shown(store) == "1"
    assert store.trouble() == ""
    newest = store.versions()[0]
    assert (newest.id, newest.health, newest.reason) == (
        third.id,
        "failed",
        "Page “Cyber” was empty.",
    )


def test_the_first_version_that_fails_gives_way_to_the_factory_content(store: Store) -> None:
    info = install(store, "1", good=False)
    assert store.give_up(info.id, "It was empty.") == FACTORY
    assert store.active() is None


def test_giving_up_does_not_touch_a_version_that_came_meanwhile(store: Store) -> None:
    first = install(store, "1", good=False)
    second = install(store, "2", good=False)
    assert store.give_up(first.id, "slow") == second.id
    assert store.active() == Active(second.id, "new")


def test_a_version_that_was_never_confirmed_is_nothing_to_fall_back_to(store: Store) -> None:
    first = install(store, "1")
    install(store, "2", good=False)
    third = install(store, "3", good=False)
    assert store.give_up(third.id, "slow") == first.id


def test_one_step_back_and_by_name_and_forward(store: Store) -> None:
    ids = [install(store, str(number)).id for number in (1, 2, 3)]
    back = store.choose(None)
    assert back is not None
    assert back.id == ids[1]
    assert shown(store) == "2"
    store.choose(ids[2])
    store.choose(ids[0])
    assert shown(store) == "1"
    assert store.choose(None) is None
    assert shown(store) == FACTORY
    with pytest.raises(ContentError) as error:
        store.choose(None)
    assert refusal(error) == "E197"
    store.choose(ids[2])
    assert shown(store) == "3"
    assert store.choose(None) is None, "it came from the factory content"


def test_back_leads_to_what_was_shown_even_if_nobody_confirmed_it(store: Store) -> None:
    first = install(store, "1", good=False)
    install(store, "2", good=False)
    back = store.choose(None)
    assert back is not None
    assert back.id == first.id


def test_a_version_given_up_may_be_tried_again(store: Store) -> None:
    install(store, "1")
    second = install(store, "2", good=False)
    store.give_up(second.id, "slow")
    store.choose(second.id)
    assert store.active() == Active(second.id, "new")


def test_unknown_and_damaged_versions_are_not_chosen(store: Store) -> None:
    first, second = install(store, "1"), install(store, "2")
    for name in ("0009-no", "../../etc", "", "0001-"):
        with pytest.raises(ContentError) as error:
            store.choose(name)
        assert refusal(error) == "E196"
        with pytest.raises(ContentError) as error:
            store.path(name)
        assert refusal(error) == "E196"
    (store.path(first.id) / "content.json").write_bytes(content("1")[:-30])
    with pytest.raises(ContentError) as error:
        store.choose(first.id)
    assert refusal(error) == "E198"
    (store.path(first.id) / "content.json").unlink()
    with pytest.raises(ContentError) as error:
        store.choose(first.id)
    assert refusal(error) == "E198"
    assert store.active() == Active(second.id, "good")


POINTERS = [b"", b"\0" * 80, b"{", b'{"check":1,"record":{"version":"0001-x"}}', b"[" * 100_000]


@pytest.mark.parametrize("damage", POINTERS, ids=["empty", "zeros", "cut", "checksum", "deep"])
def test_a_damaged_pointer_falls_to_the_newest_good_version(store: Store, damage: bytes) -> None:
    install(store, "1")
    second = install(store, "2")
    third = install(store, "3", good=False)
    store.pointer.write_bytes(damage)
    assert shown(store) == "2"
    assert second.id in store.trouble()
    assert "damaged" in store.trouble()
    fourth = install(store, "4")
    assert number_of(fourth.id) == number_of(third.id) + 1
    assert (shown(store), store.trouble()) == ("4", "")


def test_a_pointer_that_is_gone_or_a_link_or_a_folder(store: Store, tmp_path: Path) -> None:
    install(store, "1")
    kept = tmp_path / "kept.json"
    store.pointer.rename(kept)
    assert shown(store) == "1"
    assert "missing" in store.trouble()
    store.pointer.symlink_to(kept)
    assert "damaged" in store.trouble()
    store.pointer.unlink()
    store.pointer.mkdir()
    assert shown(store) == "1"
    assert "damaged" in store.trouble()


@pytest.mark.parametrize("part", ["version.json", "bundle/content.json", "."])
def test_a_damaged_version_falls_to_the_one_before(
    store: Store, part: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = install(store, "1"), install(store, "2")
    (store.path(second.id).parent / part).rename(tmp_path / "away")
    assert shown(store) == "1"
    assert first.id in store.trouble()
    assert second.id in caplog.text
    assert [each.id for each in store.candidates()] == [first.id]
    (store.path(first.id) / "content.json").unlink()
    assert store.active() is None
    assert "factory" in store.trouble()


def test_a_damaged_health_is_no_health(store: Store) -> None:
    info = install(store, "1")
    (store.path(info.id).parent / "health.json").write_bytes(b"\0\0\0")
    assert store.active() == Active(info.id, "new")


def test_the_floor_survives_one_damaged_copy_and_is_mended(store: Store) -> None:
    install(store, "1", sequence=5)
    folder = store.pointer.parent
    for name in ("floor-a.json", "floor-b.json"):
        (folder / name).write_bytes(b"\0" * 40)
        assert store.floor() == 5
        install(store, "2", sequence=4)
        assert store.floor() == 5
        other = {"floor-a.json": "floor-b.json", "floor-b.json": "floor-a.json"}[name]
        assert (folder / name).read_bytes() == (folder / other).read_bytes()
    store.collect(())
    (folder / "floor-a.json").unlink()
    (folder / "floor-b.json").unlink()
    assert store.floor() == 5, "the versions are the third copy"


def test_an_unsigned_bundle_raises_no_floor(store: Store) -> None:
    with store.staging() as room:
        signed = staged(room, "1", sequence=900)
        store.publish(type(signed)(signed.folder, signed.bundle, signed.manifest))
    assert store.floor() == 0


def test_five_good_versions_stay_and_the_shown_one_always(store: Store) -> None:
    ids = [install(store, str(number)).id for number in range(1, 9)]
    store.choose(ids[1])
    gone = store.collect([ids[0]])
    assert gone == [ids[2]]
    assert shown(store) == "2"
    left = [info.id for info in store.versions()]
    assert left == [*reversed(ids[3:]), ids[1], ids[0]]
    assert store.collect(()) == [ids[0]]


def test_a_version_that_somebody_holds_stays(store: Store) -> None:
    ids = [install(store, str(number)).id for number in range(1, 8)]
    hold = store.hold(ids[0])
    assert Store(store.pointer.parent).collect(()) == [ids[1]]
    hold.close()
    hold.close()
    assert store.collect(()) == [ids[0]]
    store.hold("0099-not-there").close()


def test_collecting_keeps_the_way_back(store: Store) -> None:
    first = install(store, "1")
    for number in range(2, 9):
        install(store, str(number), good=False)
    store.collect(())
    ids = [info.id for info in store.versions()]
    assert [number_of(each) for each in ids] == [8, 7, 1]
    assert store.give_up(ids[0], "slow") == first.id


def test_collecting_cleans_what_a_crash_left(store: Store) -> None:
    info = install(store, "1")
    staging = store.pointer.parent / "staging"
    for name, data in files("2").items():
        (staging / "in-1" / name).parent.mkdir(parents=True, exist_ok=True)
        (staging / "in-1" / name).write_bytes(data)
    (staging / "file").write_bytes(b"")
    (staging / "link").symlink_to(store.path(info.id))
    store.collect(())
    assert list(staging.iterdir()) == []
    assert shown(store) == "1"


def test_numbers_are_not_given_twice(store: Store) -> None:
    install(store, "1")
    failed = [install(store, "x", good=False).id for _ in range(4)]
    for each in failed:
        store.give_up(each, "slow")
    store.collect(())
    assert number_of(install(store, "2").id) == 6


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for an update that goes on longer than this test."""
    monkeypatch.setattr(versions, "TIDYING_SECONDS", 0.05)


@pytest.mark.usefixtures("impatient")
def test_a_second_updater_is_refused_and_staging_is_not_cleaned_under_the_first(
    store: Store,
) -> None:
    first = install(store, "1")
    other = Store(store.pointer.parent)
    with store.locked(), store.staging() as room:
        ready = staged(room, "2")
        with pytest.raises(ContentError) as error, other.locked():
            pass
        assert refusal(error) == "E199"
        assert other.collect(()) == []
        assert (room / "bundle/content.json").is_file()
        other.choose(first.id)
        store.publish(ready)
    with other.locked():
        pass
    assert shown(other) == "2"


def test_whoever_only_tidies_up_is_waited_for(store: Store) -> None:
    """An installation may begin while the kiosk removes old versions."""
    other = Store(store.pointer.parent)
    with other._updater.held(wait=False):
        held = threading.Event()
        late = threading.Thread(target=_hold_for_a_moment, args=(store, held))
        late.start()
        time.sleep(0.2)
        assert not held.is_set()
    late.join(10)
    assert held.is_set()


def _hold_for_a_moment(store: Store, held: threading.Event) -> None:
    with store.locked():
        held.set()


@pytest.mark.usefixtures("impatient")
def test_another_thread_of_the_same_store_is_refused_too(store: Store) -> None:
    codes: list[str] = []

    def second() -> None:
        try:
            with store.locked():
                codes.append("locked")
        except ContentError as error:
            codes.append(error.code)

    for _ in range(2):
        with store.locked():
            thread = threading.Thread(target=second)
            thread.start()
            thread.join()
    second()
    assert codes == ["E199", "E199", "locked"]


def test_the_lock_of_a_process_that_was_killed_is_free(store: Store) -> None:
    code = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom kiosk.store.versions import Store\n"
        "with Store(Path(sys.argv[1])).locked():\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    words = [sys.executable, "-c", code, str(store.pointer.parent)]
    assert subprocess.run(words, cwd=ROOT, check=False).returncode == -9
    with store.locked():
        pass


def test_a_start_with_the_store_imports_no_more_than_it_needs(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nimport kiosk.store.reader, kiosk.app\n"
        "before = set(sys.modules)\n"
        "from kiosk.store.versions import Store\nStore(Path(sys.argv[1])).active()\n"
        "print(*sorted(set(sys.modules) - before))\n"
    )
    words = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    names = {"layout", "records", "sealed", "staged", "versions"}
    brought = set(done.stdout.split()) - {"fcntl", "zlib", "kiosk.lock"}
    assert "kiosk.store.versions" in brought
    assert brought <= {f"kiosk.store.{name}" for name in names}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_what_root_installs_belongs_to_the_kiosk(store: Store) -> None:
    folder = store.pointer.parent
    folder.mkdir(parents=True)
    os.chown(folder, 12345, 23456)
    install(store, "1", sequence=1)
    with store.staging():
        everything = [folder, *folder.rglob("*")]
    assert len(everything) > 12
    owners = {(path.stat().st_uid, path.stat().st_gid) for path in everything if path.exists()}
    assert owners == {(12345, 23456)}


def test_the_files_are_plain_json(store: Store) -> None:
    info = install(store, "1", sequence=3)
    assert json.loads(store.pointer.read_text())["record"]["version"] == info.id
    floor = json.loads((store.pointer.parent / "floor-b.json").read_text())
    assert floor["record"] == {"sequence": 3}


def test_the_reason_of_a_failure_can_be_said_in_any_language(store: Store) -> None:
    failed = install(store, "1", good=False)
    store.give_up(failed.id, said("“{name}” is missing.", name="title"))
    reason = store.versions()[0].reason
    assert reason == "“title” is missing."
    assert in_language(reason, lambda template: template.replace("is missing", "fehlt"))[-6:] == (
        "fehlt."
    )
