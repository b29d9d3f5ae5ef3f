"""The light of a route: it runs after hands along the line, meets another one, and counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from kiosk.bridge.routelight import GRAB, REACH, SNAP, SPEED, RouteLight

LENGTH = 1000.0
SHARES = [0.0, 0.2, 0.5, 1.0]
KILOMETRES = [0.0, 30.0, 80.0, 200.0]
MIDDLE = 300.0
FRAME_SECONDS = 1 / 60


class Drawn(RouteLight):
    """A light on a straight line of 1000 px with four towns, and what it has said."""

    def __init__(self, town: int = 0, *, jumps: bool = False) -> None:
        super().__init__()
        self.said: list[int] = []
        self.misses = 0
        self.townReached.connect(self.said.append)
        self.missed.connect(self._miss)
        self.points = [QPointF(x, MIDDLE) for x in (0, 400, 1000)]
        self.shares = SHARES
        self.kilometres = KILOMETRES
        self.jumps = jumps
        self.town = town
        self.componentComplete()

    def _miss(self) -> None:
        self.misses += 1

    def run(self, seconds: float) -> None:
        """Let frames go by."""
        for _ in range(round(seconds / FRAME_SECONDS)):
            self.advance(FRAME_SECONDS)

    def draw(self, *ways: float, finger: int = 1) -> None:
        """A finger comes down at the first way and goes through the others."""
        self.press(finger, ways[0], MIDDLE)
        for way in ways[1:]:
            self.move(finger, way, MIDDLE)


def test_it_waits_at_the_first_town() -> None:
    light = Drawn()
    assert (light.head, light.tail, light.counted, light.finished) == (0, 1, 0, False)
    assert not light.moving
    assert light.tip == QPointF(0, MIDDLE)


def test_it_runs_after_the_hand_and_says_which_towns_it_reaches() -> None:
    light = Drawn()
    light.draw(0, 250)
    assert light.head == 0
    light.run(0.1)
    assert light.head == pytest.approx(SPEED * 0.1 / LENGTH)
    assert light.said == []
    light.run(0.2)
    assert light.head == pytest.approx(0.25)
    assert light.said == [1]
    assert light.counted == pytest.approx(30 + 50 / 300 * 50)


@pytest.mark.parametrize(("before", "after"), [(0, 2), (2, 0)])
def test_a_walk_that_a_finger_stops_goes_on_when_it_lifts(before: int, after: int) -> None:
    light = Drawn(before)
    light.town = after
    light.run(0.2)
    light.press(1, light.tip.x(), MIDDLE)
    light.run(0.02)
    assert light.head != SHARES[after]
    light.release(1)
    light.run(1)
    assert light.head == SHARES[after]


def test_letting_go_leaves_the_light_where_it_is() -> None:
    light = Drawn()
    light.draw(0, 900)
    light.run(0.2)
    light.release(1)
    there = light.head
    light.run(1)
    assert light.head == there
    assert not light.moving


def test_it_is_taken_up_again_where_it_was_left() -> None:
    light = Drawn()
    light.draw(0, 300)
    light.run(1)
    light.release(1)
    light.draw(310, 450, finger=7)
    light.run(1)
    assert light.head == pytest.approx(0.45)
    assert light.misses == 0


def test_a_hand_that_goes_back_does_not_take_the_light_back() -> None:
    light = Drawn()
    light.draw(0, 400)
    light.run(1)
    light.draw(400, 100)
    light.run(1)
    assert light.head == pytest.approx(0.4)


def test_a_finger_far_ahead_or_beside_the_line_takes_nothing() -> None:
    light = Drawn()
    light.draw(GRAB + 10, 600)
    light.press(2, 0, MIDDLE + REACH + 1)
    light.move(2, 300, MIDDLE)
    light.run(1)
    assert light.head == 0
    assert light.misses == 2


def test_a_finger_that_leaves_the_line_stops_the_light_until_it_returns() -> None:
    light = Drawn()
    light.draw(0, 200)
    light.move(1, 400, MIDDLE + REACH + 5)
    light.run(1)
    assert light.head == pytest.approx(0.2)
    light.move(1, 420, MIDDLE + REACH - 5)
    light.run(1)
    assert light.head == pytest.approx(0.42)


def test_a_finger_very_near_a_town_means_the_town() -> None:
    light = Drawn()
    light.draw(0, 200 + SNAP - 1)
    light.run(1)
    assert light.head == 0.2
    assert light.said == [1]
    light.move(1, 200 + SNAP + 5, MIDDLE)
    light.run(1)
    assert light.head > 0.2
    light.move(1, 1000 - SNAP + 1, MIDDLE)
    light.run(1)
    assert light.finished


def test_two_fingers_meet() -> None:
    light = Drawn()
    light.draw(0, 350, finger=1)
    light.draw(1000, 700, finger=2)
    light.run(1)
    assert (light.head, light.tail) == pytest.approx((0.35, 0.7))
    assert light.counted == pytest.approx(30 + 25 + 200 - 128)
    assert not light.finished
    light.move(1, 720, MIDDLE)
    light.run(1)
    assert light.finished
    assert light.counted == 200
    assert light.said[-1] == 3
    assert not light.held


def test_one_finger_may_draw_from_the_end_to_the_start() -> None:
    light = Drawn()
    light.draw(1000, 500, 0)
    light.run(0.3)
    assert light.said == []
    light.run(1)
    assert light.finished
    assert light.said == [3]


def test_a_third_finger_finds_no_end_to_take() -> None:
    light = Drawn()
    light.draw(0, 100, finger=1)
    light.draw(1000, 900, finger=2)
    light.press(3, 50, MIDDLE)
    assert light.misses == 1


def test_the_next_town_needs_no_finger_and_is_not_told_again() -> None:
    light = Drawn()
    light.town = 2
    assert light.moving
    light.run(0.7)
    assert light.head == pytest.approx(0.5)
    assert light.said == []
    light.town = 0
    light.run(0.7)
    assert light.head == 0


def test_the_step_that_a_finger_made_does_not_move_the_light() -> None:
    light = Drawn()
    light.draw(0, 270)
    light.run(1)
    light.town = light.said[-1]
    assert light.head == pytest.approx(0.27)
    assert not light.moving


def test_the_last_town_completes_the_line_and_the_one_before_opens_it() -> None:
    light = Drawn(town=2)
    light.town = 3
    light.run(0.7)
    assert light.finished
    light.town = 2
    light.run(0.7)
    assert light.head == pytest.approx(0.5)
    assert not light.finished


def test_a_page_that_opens_in_the_middle_shows_the_light_at_once() -> None:
    light = Drawn(town=2)
    assert light.head == 0.5
    assert not light.moving
    assert light.said == []


def test_with_less_movement_it_jumps() -> None:
    light = Drawn(jumps=True)
    light.town = 1
    assert light.head == pytest.approx(0.2)
    light.draw(200, 600)
    assert light.head == pytest.approx(0.6)
    assert light.said == [2]
    assert not light.moving


def test_starting_again_takes_back_what_no_step_has_counted() -> None:
    light = Drawn()
    light.draw(0, 150, finger=1)
    light.draw(1000, 800, finger=2)
    light.run(1)
    light.startAgain()
    light.run(0.7)
    assert (light.head, light.tail) == (0, 1)
    assert light.counted == 0


def test_another_size_of_screen_keeps_the_share() -> None:
    light = Drawn()
    light.draw(0, 400)
    light.run(1)
    light.points = [QPointF(0, 0), QPointF(0, 500)]
    assert light.tip == QPointF(0, 200)
    light.move(1, 0, 400)
    light.run(1)
    assert light.tip == QPointF(0, 200), "the finger was on the old line"


def test_without_a_line_nothing_happens() -> None:
    light = RouteLight()
    light.componentComplete()
    light.press(1, 0, 0)
    light.move(1, 5, 5)
    light.release(1)
    light.advance(1)
    assert (light.head, light.counted, light.moving) == (0, 0, False)


steps = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.sampled_from(["press", "move", "release", "wait", "town"]),
        st.floats(-50, 1050),
        st.floats(200, 400),
    ),
    max_size=40,
)


@given(steps)
def test_whatever_fingers_do_the_light_stays_on_its_line_and_below_its_speed(
    moves: list[tuple[int, str, float, float]],
) -> None:
    light = Drawn()
    for finger, what, x, y in moves:
        before, tail = light.head, light.tail
        if what == "press":
            light.press(finger, x, y)
        elif what == "move":
            light.move(finger, x, y)
        elif what == "release":
            light.release(finger)
        elif what == "town":
            light.town = int(abs(x)) % len(SHARES)
            light.run(0.7)
        else:
            light.advance(FRAME_SECONDS)
            # only where the lights have met does the rest join them at once
            if not light.finished:
                assert abs(light.head - before) <= SPEED * FRAME_SECONDS / LENGTH + 1e-9
                assert abs(light.tail - tail) <= SPEED * FRAME_SECONDS / LENGTH + 1e-9
        assert 0 <= light.head <= light.tail <= 1
        assert 0 <= light.counted <= KILOMETRES[-1] + 1e-9
