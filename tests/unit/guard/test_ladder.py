"""The crash ladder: rung by rung, and its record on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guard import ladder
from kiosk.guard.ladder import BEFORE, FACTORY, NORMAL, SAFE, Record
from kiosk.record import replace


def fall(record: Record, times: int, version: str) -> Record:
    """So many starts with this version that come to nothing."""
    for _ in range(times):
        record = ladder.failed(ladder.started(record), version, "it crashed", "cyber/a/b")
    return record


def test_three_starts_a_rung() -> None:
    record = fall(Record(), 2, "0002-b")
    assert (record.rung, record.failed) == (NORMAL, 2)
    record = fall(record, 1, "0002-b")
    assert (record.rung, record.failed, record.avoid) == (BEFORE, 0, ("0002-b",))
    record = fall(record, 3, "0001-a")
    assert (record.rung, record.avoid) == (FACTORY, ("0002-b", "0001-a"))
    record = fall(record, 3, "factory")
    assert record.rung == SAFE
    assert (record.reason, record.page) == ("it crashed", "cyber/a/b")
    assert fall(record, 50, "factory").rung == SAFE


def test_with_nothing_older_the_way_is_shorter() -> None:
    assert fall(Record(), 3, "factory").rung == SAFE


def test_a_crash_before_anybody_knew_the_version() -> None:
    record = fall(Record(), 3, "")
    assert (record.rung, record.avoid) == (BEFORE, ())


def test_health_forgets_what_failed_but_not_the_rung() -> None:
    record = fall(Record(), 5, "0002-b")
    assert ladder.healthy(ladder.started(record)) == replace(record, failed=0)


def test_a_start_that_was_never_heard_of_again_has_failed() -> None:
    record = Record()
    for _ in range(4):
        record = ladder.started(record)
    assert (record.rung, record.failed, record.under_way) == (BEFORE, 0, True)
    assert ladder.started(ladder.ended(ladder.started(Record()))).failed == 0


def test_health_is_added_up_until_something_fails() -> None:
    record = ladder.well(ladder.well(fall(Record(), 3, "0002-b")))
    assert record.well == 2 * ladder.WELL_SECONDS
    assert fall(record, 1, "0001-a").well == 0


def test_pauses_grow_and_end_growing() -> None:
    pauses = [ladder.pause_seconds(Record(SAFE, failed)) for failed in range(1, 60)]
    assert pauses[:5] == [0, 0.5, 1, 1.5, 2]
    assert pauses == sorted(pauses)
    assert max(pauses) == ladder.LONGEST_PAUSE_SECONDS


def test_a_clean_record_leaves_no_file(tmp_path: Path) -> None:
    file = tmp_path / "state" / "ladder.json"
    ladder.write(file, Record())
    assert not file.exists()
    record = fall(Record(), 7, "0002-ą")
    ladder.write(file, record)
    assert ladder.read(file) == record
    ladder.write(file, Record())
    assert not file.exists()
    assert ladder.read(file) == Record()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{", b"\xff", b'{"rung": 9}', b'{"rung": -1}', b'{"rung": true}',
        b'{"avoid": [1]}', b'{"avoid": "x"}', b'{"more": 1}', b'{"reason": null}',
        b"[" * 100_000,
    ],
)  # fmt: skip
def test_a_record_that_cannot_be_read_is_a_clean_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ladder.json").write_bytes(content)
    assert ladder.read(tmp_path / "ladder.json") == Record()


def test_a_disk_that_refuses_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    ladder.write(tmp_path / "state" / "ladder.json", Record(BEFORE))


RECORDS = st.builds(
    Record,
    st.integers(NORMAL, SAFE),
    st.integers(0, 9),
    st.booleans(),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
    st.text(max_size=20),
    st.text(max_size=20),
    st.floats(0, 1e6),
)


@given(RECORDS)
def test_every_record_survives_the_disk(record: Record) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ladder.json"
        ladder.write(file, record)
        assert ladder.read(file) == record


@given(RECORDS, st.lists(st.sampled_from(["factory", "0001-a", "0002-b", ""]), max_size=30))
def test_whatever_fails_the_ladder_only_leads_up(record: Record, versions: list[str]) -> None:
    for version in versions:
        after = ladder.failed(record, version, "", "")
        assert record.rung <= after.rung <= SAFE
        assert len(after.avoid) <= max(ladder.MOST_AVOIDED, len(record.avoid))
        record = after
