"""What the end of a screen means for the next one."""

from __future__ import annotations

import pytest

from kiosk.guard import ladder
from kiosk.guard.aftermath import NO_DISPLAY_SECONDS, Aftermath, pause_seconds
from kiosk.guard.exits import PLANNED, Exit
from kiosk.guard.ladder import Record

CRASH = Exit("crash", "it crashed", up=3.0, page="home", version="0002-b")
NO_DISPLAY = Exit("no display", "there was no display")


def test_a_crash_counts_until_it_has_been_well() -> None:
    aftermath = Aftermath()
    after = aftermath.record(ladder.started(Record()), CRASH)
    assert (after.failed, after.page) == (1, "home")
    assert "it crashed after 3 s" in after.reason
    well = ladder.healthy(ladder.started(Record()))
    assert aftermath.record(well, CRASH) == well
    assert aftermath.faults == 2


@pytest.mark.parametrize("kind", sorted(PLANNED))
def test_what_somebody_wanted_is_no_fault(kind: str) -> None:
    aftermath = Aftermath()
    record = Record(1, 2, under_way=True, avoid=("0002-b",))
    after = aftermath.record(record, Exit(kind, "words"))
    cleared = kind in {"restart", "staff", "end"}
    assert after == (Record() if cleared else Record(1, 2, avoid=("0002-b",)))
    assert aftermath.faults == 0
    assert pause_seconds(Exit(kind, "words"), after) == 0


def test_a_display_that_goes_is_not_the_fault_of_the_content() -> None:
    """Time and again: the screen crashes with it, and the next one finds none."""
    aftermath = Aftermath()
    record = Record()
    for _ in range(12):
        record = aftermath.record(ladder.started(record), CRASH)
        assert record.failed == 1
        for _ in range(2):
            record = aftermath.record(ladder.started(record), NO_DISPLAY)
        assert record == Record()


def test_only_the_screen_just_before_is_forgiven() -> None:
    aftermath = Aftermath()
    record = Record()
    for _ in range(3):
        record = aftermath.record(ladder.started(record), CRASH)
    assert record.rung == ladder.BEFORE
    record = aftermath.record(ladder.started(record), NO_DISPLAY)
    assert (record.rung, record.failed, record.under_way) == (ladder.NORMAL, 2, False)
    record = aftermath.record(ladder.started(record), NO_DISPLAY)
    assert record.failed == 2


def test_pauses() -> None:
    assert pause_seconds(CRASH, Record(failed=1)) == 0
    assert pause_seconds(CRASH, Record(failed=2)) == ladder.pause_seconds(Record(failed=2)) > 0
    assert pause_seconds(NO_DISPLAY, Record()) == NO_DISPLAY_SECONDS
