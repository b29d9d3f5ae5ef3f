"""The lock-out: its pauses, pulled plugs, wrong clocks, broken files, refusing disks."""

from __future__ import annotations

import json
import logging
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.guard.lockout import ATTEMPTS, SAVE_EVERY_SECONDS, Lockout, Verdict


class Clock:
    """A monotonic clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 5000.0

    def __call__(self) -> float:
        return self.now


class Door:
    """A lock-out with its clock; `plug_out` is a restart, which begins a new monotonic clock."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.clock = Clock()
        self.lockout = Lockout(file, self.clock)

    def plug_out(self) -> None:
        self.clock = Clock()
        self.clock.now = 3.0
        self.lockout = Lockout(self.file, self.clock)

    def run(self, seconds: float) -> int:
        """Let the kiosk run with its tick every second."""
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.clock.now = min(self.clock.now + 1, end)
            self.lockout.tick()
        return self.lockout.tick()

    def wrong(self, times: int = 1) -> Verdict:
        verdict = Verdict("right")
        for _ in range(times):
            verdict = self.lockout.attempt(lambda: False)
        return verdict

    def right(self) -> Verdict:
        return self.lockout.attempt(lambda: True)


def on_disk(door: Door) -> Any:
    """The state as the file has it."""
    return json.loads(door.file.read_bytes())["state"]


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "state/lockout.json")


def test_a_new_stand_is_not_locked(door: Door) -> None:
    assert door.lockout.seconds_left() == 0
    assert door.right() == Verdict("right")


def test_four_wrong_pins_cost_nothing_the_fifth_a_minute(door: Door) -> None:
    assert door.wrong(4) == Verdict("wrong")
    assert door.wrong() == Verdict("locked", 60)


def test_while_locked_no_pin_is_even_looked_at(door: Door) -> None:
    door.wrong(5)
    looked: list[bool] = []
    assert door.lockout.attempt(lambda: not looked.append(True)) == Verdict("locked", 60)
    assert looked == []


def test_pauses_double_up_to_an_hour(door: Door) -> None:
    pauses: list[int] = []
    for _ in range(9):
        pauses.append(door.wrong(5).seconds)
        door.clock.now += pauses[-1]
        assert door.lockout.tick() == 0
    assert [pause / 60 for pause in pauses] == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_pause_ends_on_time(door: Door) -> None:
    door.wrong(5)
    assert door.run(59.5) == 1
    assert door.run(0.5) == 0
    assert door.wrong() == Verdict("wrong")


def test_attempts_during_a_pause_neither_count_nor_lengthen_it(door: Door) -> None:
    door.wrong(5)
    door.wrong(50)
    assert door.run(60) == 0
    assert door.wrong(4) == Verdict("wrong")


def test_a_right_pin_forgets_all_wrong_ones(door: Door) -> None:
    door.wrong(5)
    door.run(60)
    door.wrong(4)
    assert door.right() == Verdict("right")
    assert door.wrong(4) == Verdict("wrong")
    assert door.wrong() == Verdict("locked", 60)
    door.plug_out()
    assert door.lockout.seconds_left() > 0


def test_wrong_pins_are_remembered_over_a_pulled_plug(door: Door) -> None:
    for _ in range(4):
        door.wrong()
        door.plug_out()
    assert door.wrong() == Verdict("locked", 60)


def test_the_count_is_on_the_disk_before_the_answer_is_given(door: Door) -> None:
    for expected in (1, 2, 3, 4, 0):
        door.wrong()
        assert on_disk(door)["wrong"] == expected
    assert on_disk(door)["left"] == 60


def test_a_pulled_plug_never_shortens_a_pause(door: Door) -> None:
    door.wrong(5)
    ran = 0
    while True:
        door.plug_out()
        left = door.lockout.seconds_left()
        if not left:
            break
        assert left >= 60 - ran
        door.run(7)
        ran += 7
    assert 60 <= ran <= 60 + 2 * (SAVE_EVERY_SECONDS + 7)


def test_pulling_the_plug_again_and_again_gets_nobody_in_sooner(door: Door) -> None:
    door.wrong(5)
    for _ in range(100):
        door.run(SAVE_EVERY_SECONDS - 1)
        door.plug_out()
    assert door.lockout.seconds_left() == 60


def test_the_time_without_power_does_not_count(door: Door) -> None:
    door.wrong(5)
    door.run(20)
    left = door.lockout.seconds_left()
    door.plug_out()
    assert door.lockout.seconds_left() == left == 40


def test_jumps_of_the_wall_clock_change_nothing(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.wrong(5)
    for jump in (10 * 365 * 86400, -10 * 365 * 86400, 3600):
        wrong_time = time.time() + jump
        monkeypatch.setattr(time, "time", lambda wrong_time=wrong_time: wrong_time)
        assert door.lockout.tick() == 60
        door.plug_out()
        assert door.lockout.seconds_left() == 60


def test_a_clock_that_runs_backwards_shortens_nothing(door: Door) -> None:
    door.wrong(5)
    for _ in range(50):
        door.clock.now -= 100
        assert door.lockout.tick() == 60
    assert door.run(30) == 30


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"0",
        b"\xff\x00\xff",
        b"{}",
        b"[" * 4000,
        b'{"state": {"wrong": 0, "pauses": 0, "left": 0.0}}',
        b'{"state": {"wrong": 0, "pauses": 0, "left": 0.0}, "check": ""}',
        b'{"state": {"wrong": 0, "pauses": 0, "left": 0.0}, "check": 0}',
        b'{"state": {"wrong": 0, "pauses": 0, "left": NaN}, "check": 5}',
        b'{"state": {"wrong": -9, "pauses": 0, "left": 0.0}, "check": 5}',
        b'{"state": {"wrong": ' + b"9" * 4050,
        b" " * 10_000_000,
    ],
)
def test_a_broken_file_locks_for_a_minute_and_never_opens(door: Door, damage: bytes) -> None:
    door.wrong()
    door.file.write_bytes(damage)
    door.plug_out()
    assert door.right() == Verdict("locked", 60)
    assert door.run(60) == 0
    assert door.right() == Verdict("right")


def test_every_changed_byte_is_noticed(door: Door) -> None:
    door.wrong(5)
    whole = door.file.read_bytes()
    for position in range(len(whole)):
        changed = bytearray(whole)
        changed[position] ^= 1
        door.file.write_bytes(bytes(changed))
        door.plug_out()
        assert door.lockout.seconds_left() >= 60, changed


def test_a_file_cut_anywhere_is_noticed(door: Door) -> None:
    door.wrong()
    whole = door.file.read_bytes()
    for length in range(len(whole)):
        door.file.write_bytes(whole[:length])
        door.plug_out()
        assert door.lockout.seconds_left() == 60


def test_after_a_broken_file_wrong_pins_cost_two_minutes(door: Door) -> None:
    door.wrong()
    door.file.write_bytes(b"broken")
    door.plug_out()
    door.run(60)
    assert door.wrong(5) == Verdict("locked", 120)


def test_a_folder_in_the_place_of_the_file_locks(tmp_path: Path) -> None:
    (tmp_path / "lockout.json").mkdir()
    assert Lockout(tmp_path / "lockout.json", Clock()).seconds_left() == 60


@pytest.fixture
def refusing(tmp_path: Path) -> Door:
    """A door whose state folder has been replaced by a file: every write fails."""
    door = Door(tmp_path / "state/lockout.json")
    (tmp_path / "state").write_text("no folder")
    return door


def test_a_disk_that_refuses_lets_staff_in(refusing: Door) -> None:
    assert refusing.right() == Verdict("right")


def test_a_wrong_pin_that_cannot_be_counted_costs_a_minute_at_once(
    refusing: Door, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert refusing.wrong() == Verdict("locked", 60)
        assert refusing.run(60) == 0
        assert refusing.wrong() == Verdict("locked", 60)
    assert len(caplog.records) == 1, "one word about the disk, not one each second"
    assert "check the disk" in caplog.text


def test_the_disk_coming_back_is_used_again(refusing: Door) -> None:
    refusing.wrong()
    refusing.file.parent.unlink()
    refusing.run(60)
    refusing.wrong()
    refusing.plug_out()
    assert on_disk(refusing)["wrong"] == 2


def test_attempts_side_by_side_are_taken_one_by_one(door: Door) -> None:
    inside: list[int] = []
    most: list[int] = []
    verdicts: list[Verdict] = []

    def verify() -> bool:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.01)
        inside.pop()
        return False

    def attempt() -> None:
        verdicts.append(door.lockout.attempt(verify))

    threads = [threading.Thread(target=attempt) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert len(most) == ATTEMPTS
    assert [verdict.answer for verdict in verdicts].count("wrong") == ATTEMPTS - 1


def test_the_time_left_can_be_read_while_a_pin_is_checked(door: Door) -> None:
    started, finish = threading.Event(), threading.Event()

    def verify() -> bool:
        started.set()
        return finish.wait(10)

    thread = threading.Thread(target=door.lockout.attempt, args=(verify,))
    thread.start()
    assert started.wait(10)
    assert door.lockout.seconds_left() == 0
    finish.set()
    thread.join()


def test_a_check_that_fails_counts_nothing(door: Door) -> None:
    def verify() -> bool:
        raise MemoryError

    for _ in range(10):
        with pytest.raises(MemoryError):
            door.lockout.attempt(verify)
    assert door.wrong(4) == Verdict("wrong")


moves = st.one_of(
    st.just("wrong"), st.just("plug"), st.floats(0, 130), st.sampled_from([1.0, 59.0, 60.0])
)


@settings(max_examples=60)
@given(sequence=st.lists(moves, max_size=60))
def test_no_way_gets_more_than_five_guesses_out_of_a_minute_of_running(
    tmp_path_factory: pytest.TempPathFactory, sequence: list[str | float]
) -> None:
    door = Door(tmp_path_factory.mktemp("door") / "lockout.json")
    guesses: list[float] = []
    running = 0.0

    def look() -> bool:
        guesses.append(running)
        return False

    for move in sequence:
        if move == "wrong":
            door.lockout.attempt(look)
        elif move == "plug":
            door.plug_out()
        elif isinstance(move, float):
            door.clock.now += move
            running += move
            door.lockout.tick()
    for first, sixth in zip(guesses, guesses[ATTEMPTS:], strict=False):
        assert sixth - first >= 60
