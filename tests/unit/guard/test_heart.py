"""The heartbeat: what goes through the pipe, and what counts as a sign of life."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guard import heart
from kiosk.guard.heart import Beat, Judge, Limits, Line, Opening, Step, decode, encode, line_from
from kiosk.guard.spawn import BEAT

MESSAGES = [
    Beat(12.5, "cyber/fourth/page", "browsing", "0007-fair-2026.1", 104_000_000, idle=True),
    Beat(None),
    Opening("factory"),
    Step(),
    Limits(900_000_000, 240),
]


@pytest.mark.parametrize("message", MESSAGES)
def test_what_is_said_is_heard(message: heart.Message) -> None:
    assert decode(encode(message)) == message


def test_a_line_goes_through_a_pipe_in_one_piece() -> None:
    long = Beat(1.0, "ė" * 5000, "x" * 5000, "y" * 5000)
    assert len(encode(long)) <= heart.LINE_LIMIT
    assert isinstance(decode(encode(long)), Beat)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_anything_else_is_no_news(line: bytes) -> None:
    assert decode(line) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("drawn", "now"), ("drawn", True), ("page", 3), ("rss", 1.5), ("idle", 1), ("more", 1)],
)
def test_a_beat_with_a_wrong_value_is_no_news(name: str, value: Any) -> None:
    words = json.loads(encode(Beat(1.0)))
    words["beat"][name] = value
    assert decode(json.dumps(words).encode()) is None


# --- the judge -------------------------------------------------------------------------------


def test_a_screen_that_draws_is_alive_and_gets_well() -> None:
    judge = Judge(0.0)
    for second in range(1, 100):
        judge.hear(Beat(second - 1.0), float(second))
        assert judge.alive(second)
        assert judge.trouble(second) == ""
    assert judge.well_seconds(99) == 98


def test_a_first_frame_has_its_time() -> None:
    judge = Judge(100.0)
    assert not judge.alive(100)
    assert judge.trouble(116) == ""
    assert "16 s" in judge.trouble(116.1)
    assert Judge(100.0, 60).trouble(150) == ""


def test_a_slow_start_that_gets_on_is_no_fault() -> None:
    judge = Judge(0.0)
    for second in (15.0, 30.0, 45.0):
        judge.step(second)
        assert judge.trouble(second + 14.9) == ""
    assert "60 s" in judge.trouble(60.1), "but not for ever"


def test_a_start_that_hangs_after_a_step_is_one() -> None:
    judge = Judge(0.0)
    judge.step(2.0)
    assert judge.trouble(18) == ""
    assert "no picture came within 18 s" in judge.trouble(18.1)


def test_a_step_after_the_start_is_no_sign_of_life() -> None:
    judge = Judge(0.0)
    judge.hear(Beat(1.0), 1.0)
    judge.step(10.0)
    assert judge.trouble(17.1)


def test_what_comes_after_the_first_frame_is_a_step_of_the_start() -> None:
    """A machine whose disk halts then is given as long as for the steps before."""
    judge = Judge(0.0)
    judge.hear(Beat(1.0), 1.0)
    assert judge.trouble(17) == ""
    assert "16 s" in judge.trouble(17.1)
    patient = Judge(0.0, 60)
    patient.hear(Beat(1.0), 1.0)
    assert patient.trouble(61) == ""


def test_beats_without_a_new_frame_are_a_picture_that_stands_still() -> None:
    judge = Judge(0.0)
    for second in range(1, 30):
        judge.hear(Beat(1.0, owed=second - 1.0), float(second))
        assert judge.alive(second) == (second <= 6)
        assert bool(judge.trouble(second)) == (second > 11)
    assert "stood still" in judge.trouble(29)


def test_frames_without_beats_are_no_life() -> None:
    judge = Judge(0.0)
    for second in (1.0, 2.0):
        judge.hear(Beat(second), second)
    assert judge.alive(7)
    assert not judge.alive(7.1)
    assert judge.trouble(12) == ""
    assert "did not answer for 10 s" in judge.trouble(12.1)


def test_old_frames_that_nobody_asked_anew_are_no_fault() -> None:
    judge = Judge(0.0)
    for second in range(1, 60):
        judge.hear(Beat(1.0), float(second))
        assert judge.alive(second)


def test_a_window_that_nobody_sees_need_not_draw() -> None:
    judge = Judge(0.0)
    for second in range(1, 60):
        judge.hear(Beat(None), float(second))
        assert judge.alive(second)
    assert judge.trouble(59) == ""
    assert "did not answer" in judge.trouble(70)


def test_a_gap_begins_the_healthy_time_anew() -> None:
    judge = Judge(0.0)
    judge.hear(Beat(0.0), 1.0)
    judge.hear(Beat(0.5, owed=7.0), 8.0)
    assert judge.well_seconds(8) == 0
    judge.hear(Beat(8.5), 9.0)
    for second in range(10, 20):
        judge.hear(Beat(second), float(second))
    assert judge.well_seconds(19) == 10


def test_health_is_told_piece_by_piece() -> None:
    judge = Judge(0.0)
    told: list[int] = []
    for second in range(1, 90):
        if not 50 <= second < 60:
            judge.hear(Beat(float(second)), float(second))
        if judge.well_for_more(20, second):
            told.append(second)
    assert told == [21, 41, 80]


def test_who_slept_blames_nobody() -> None:
    judge = Judge(0.0)
    judge.hear(Beat(1.0), 1.0)
    judge.forgive(500.0)
    assert judge.trouble(500) == ""
    assert judge.trouble(517) != ""
    early = Judge(0.0)
    early.step(1.0)
    early.forgive(500.0)
    assert early.trouble(510) == ""
    assert early.trouble(517)


# --- the pipe --------------------------------------------------------------------------------


def test_a_screen_finds_its_pipe_and_its_children_do_not() -> None:
    reading, writing = os.pipe()
    around = {BEAT: str(writing), "PATH": "x"}
    line = line_from(around)
    assert around == {"PATH": "x"}
    assert line is not None
    assert not os.get_inheritable(writing)
    assert line.say(Opening("factory"))
    assert decode(os.read(reading, 4000)) == Opening("factory")
    os.close(reading)
    assert not line.say(Beat(1.0)), "nobody reads any more"
    os.close(writing)


def test_a_supervisor_that_is_only_slow_misses_beats() -> None:
    reading, writing = os.pipe()
    line = Line(writing)
    assert all(line.say(Beat(1.0, "x" * 200)) for _ in range(2000))
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("value", ["", "x", "-1", "987654"])
def test_without_a_pipe_there_is_no_line(value: str) -> None:
    assert line_from({BEAT: value}) is None
    assert line_from({}) is None
