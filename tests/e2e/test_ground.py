"""The dark ground between two screens, on a compositor whose own ground is seen at once."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from kiosk.guard.ground import COLOUR, Ground
from tests.e2e.conftest import Run
from tests.e2e.driver import say, until
from tests.wayland.stand import WaylandStand
from tests.wayland.weston import SCREEN, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())

SIZE = (640, 360)
SCREENS = (SCREEN, "screen1")
DARK = [tuple(COLOUR.to_bytes(3, "big"))] * 2
RED = [(200, 16, 16)] * 2
FEW = 2
"""So often at most the compositor's ground is met: its frame, and one of a busy machine."""
SETTINGS = """[core]
shell=kiosk-shell.so
idle-time=0
[shell]
background-color=0xffc81010
"""


@pytest.fixture(scope="module")
def red() -> Iterator[WaylandStand]:
    """A stand whose compositor is red where no program is."""
    with WaylandStand(SIZE, screens=len(SCREENS), settings=SETTINGS) as stand:
        yield stand


def colours(stand: WaylandStand) -> list[object]:
    """The colour of each screen; None for one with a picture."""
    found = (stand.weston.picture(name).getcolors(1) for name in SCREENS)
    return [one[0][1] if one else None for one in found]


def test_it_lies_over_every_screen_until_it_is_taken_away(red: WaylandStand) -> None:
    ground = Ground(red.environment)
    for _ in range(3):
        until("the compositor's own ground", lambda: colours(red) == RED)
        ground.show()
        until("a dark ground", lambda: colours(red) == DARK)
        ground.show()
        time.sleep(0.2)
        assert colours(red) == DARK
        ground.hide()
    until("the compositor's own ground", lambda: colours(red) == RED)
    ground.hide()


def test_a_compositor_that_comes_again_gets_it_again(red: WaylandStand) -> None:
    ground = Ground(red.environment)
    ground.show()
    until("a dark ground", lambda: colours(red) == DARK)
    red.weston.kill()
    ground.show()  # there is nobody
    red.weston.begin_again()
    until("the compositor's own ground", lambda: colours(red) == RED)
    ground.show()
    until("a dark ground", lambda: colours(red) == DARK)
    ground.hide()


def test_between_two_screens_it_is_dark(red: WaylandStand, launch: Run) -> None:
    kiosk = launch(stand=red)
    kiosk.see(say("Touch to begin"))
    until("no ground over or under the picture", lambda: {*colours(red)} == {None, RED[0]})
    place = colours(red).index(None)
    for _ in range(3):
        os.kill(kiosk.pid, signal.SIGKILL)
        seen: list[object] = []
        until("a picture to go", lambda: colours(red)[place] is not None)
        while (colour := colours(red)[place]) is not None:
            seen.append(colour)
        assert DARK[0] in seen
        assert seen.count(RED[0]) <= FEW, seen
        until("the ground to go", lambda: {*colours(red)} == {None, RED[0]})
