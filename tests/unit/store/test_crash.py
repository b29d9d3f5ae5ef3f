"""A plug pulled at every operation of every change of the store: old or new, never nothing, no mix.

`make crash` looks at more states of the same; here are a few thousand.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults import crash
from tests.faults.recorder import Operation, Recording, Rename, record

MOST = 3
"""Random states looked at after each operation, beside those in which one part is lost."""

Forgets = Callable[[Recording], Callable[[Operation], bool]]


@pytest.fixture
def workshop() -> Iterator[Path]:
    with crash.workshop() as folder:
        yield folder


def test_no_pulled_plug_breaks_the_store(
    workshop: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("ERROR")
    total = crash.Verdict()
    for name, scene in crash.SCENES.items():
        recording = crash.recording_of(scene, workshop / name)
        verdict = crash.examine(scene, recording, workshop / "state", random.Random(name), MOST)
        assert verdict.broken == [], name
        total.states += verdict.states
        total.different += verdict.different
    with capsys.disabled():
        print(f"\n{total.states} pulled plugs, {total.different} different disks, 0 broken")
    assert total.states > 2000


@pytest.mark.parametrize(
    ("name", "forgets"),
    [
        ("next", crash.any_sync),
        ("next", crash.syncs_of_files),
        ("next", crash.syncs_of_folders),
        ("collect", crash.syncs_of_folders),
        ("factory", crash.any_sync),
    ],
    ids=["no sync", "no sync of files", "no sync of folders", "removal", "pointer"],
)
def test_a_program_that_forgets_a_sync_is_found_out(
    workshop: Path, name: str, forgets: Forgets, caplog: pytest.LogCaptureFixture
) -> None:
    """Without this the test above might be one that cannot fail."""
    caplog.set_level("ERROR")
    scene = crash.SCENES[name]
    recording = crash.recording_of(scene, workshop / "recorded")
    careless = crash.without(recording, forgets(recording))
    assert len(careless.operations) < len(recording.operations)
    verdict = crash.examine(scene, careless, workshop / "state", random.Random(1), most=0)
    assert verdict.broken
    end = f"after {len(careless.operations)} of"
    mixed = [words for words in verdict.broken if not words.startswith(end)]
    assert mixed or name == "factory", "only what had returned was lost"


def test_the_recorder_misses_nothing(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"1")

    def work() -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "a/b").write_bytes(b"12")
        (tmp_path / "old").rename(tmp_path / "a/new")
        (tmp_path / "a/b").unlink()

    recording = record(tmp_path, work)
    kinds = [type(each).__name__ for each in recording.operations]
    assert kinds == ["Make", "Make", "Write", "Rename", "Remove"]
    assert isinstance(recording.operations[3], Rename)
