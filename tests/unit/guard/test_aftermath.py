"""What the end of a screen means for the next one."""

from __future__ import annotations

import pytest

from kiosk.guard import ladder
from kiosk.guard.aftermath import NO_DISPLAY_SECONDS, Aftermath, after_health, pause_seconds
from kiosk.guard.exits import PLANNED, Exit
from kiosk.guard.heart import Beat, Limits, Opening
from kiosk.guard.ladder import Record
from kiosk.guard.watch import Watch

HOUR = 3600.0
SECONDS = 4.0
"""Between two beats of the days below: all that a fresh one allows."""
CAREFUL = Record(2, avoid=("0002-b",), reason="it crashed")
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
    cleared = kind in {"restart", "staff", "end", "again"}
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


class Days:
    """A stand in a careful form, from one screen to the next, by a clock of its own."""

    def __init__(self, night: int = -1) -> None:
        self.now = 0.0
        self.record = CAREFUL
        self.ends: list[str] = []
        self._aftermath = Aftermath()
        self._limits = Limits(0, night)

    def run(self, seconds: float, *, idle: bool = True) -> None:
        """One screen after the other for so long; then the plug is pulled."""
        until = self.now + seconds
        while self.now < until:
            self.record = ladder.started(self.record)
            watch = Watch(self.now)
            watch.hear(Opening("factory"), self.now)
            watch.hear(self._limits, self.now)
            while self.now < until:
                self.now += SECONDS
                watch.hear(Beat(self.now, version="factory", idle=idle), self.now)
                if watch.order(self.now, int(self.now / 60) % 1440):
                    self.end(watch.end(0, self.now, "", self.record.rung))
                    break
                self.record = after_health(self.record, watch, self.now)

    def end(self, end: Exit) -> None:
        """The screen has ended."""
        self.ends.append(end.kind)
        self.record = self._aftermath.record(self.record, end)


def test_a_day_without_a_fault_goes_on_over_the_night() -> None:
    """The screen that begins at four in the morning does not begin to count anew."""
    days = Days(night=4 * 60)
    days.now = 15 * HOUR
    days.run(23 * HOUR)
    assert (days.record.rung, days.ends) == (2, ["night"])
    days.run(2 * HOUR)
    assert days.ends == ["night", "again"]
    assert days.record.rung == ladder.NORMAL


def test_it_goes_on_when_the_stand_is_switched_off_each_evening() -> None:
    days = Days()
    for _ in range(2):
        days.run(9 * HOUR)
        assert days.record.rung == 2
    days.run(9 * HOUR)
    assert days.ends == ["again"]
    assert days.record.rung == ladder.NORMAL


def test_a_fault_begins_the_day_anew() -> None:
    days = Days()
    days.run(20 * HOUR)
    days.end(CRASH)
    days.run(20 * HOUR)
    assert days.record.rung == 2
    days.run(5 * HOUR)
    assert days.ends == ["crash", "again"]


def test_a_display_that_goes_takes_nothing_of_the_day() -> None:
    """Also when the screen, well for long, crashed with it."""
    days = Days()
    days.run(20 * HOUR)
    well = days.record
    days.end(CRASH)
    assert days.record.well == 0
    days.end(NO_DISPLAY)
    assert days.record == well


def test_a_visit_at_the_end_of_the_day_is_not_disturbed() -> None:
    days = Days()
    days.run(30 * HOUR, idle=False)
    assert (days.record.rung, days.ends) == (2, [])
    days.run(60)
    assert days.ends == ["again"]
    assert days.record.rung == ladder.NORMAL


def test_pauses() -> None:
    assert pause_seconds(CRASH, Record(failed=1)) == 0
    assert pause_seconds(CRASH, Record(failed=2)) == ladder.pause_seconds(Record(failed=2)) > 0
    assert pause_seconds(NO_DISPLAY, Record()) == NO_DISPLAY_SECONDS
