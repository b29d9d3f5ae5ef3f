"""The screen is pulled out, plugged in again, turned, replaced, while the kiosk runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.conftest import FULL, Run
from tests.e2e.driver import Content, Kiosk, Stand, say

HOME = Content("en").title
LYING, STANDING, SMALL, LARGE = (1920, 1080), (1080, 1920), (1280, 800), (1920, 1920)
SIZES = [STANDING, SMALL, (800, 600), LARGE] if FULL else [STANDING]
PULLS = 100 if FULL else 5


@pytest.fixture(scope="module")
def large() -> Iterator[Stand]:
    """A stand with room to turn its screen."""
    with Stand(LARGE) as stand:
        yield stand


@pytest.fixture
def kiosk(large: Stand, run: Run) -> Kiosk:
    """A kiosk on a lying screen."""
    large.screen.become(*LYING)
    return run(stand=large)


def covers(kiosk: Kiosk, size: tuple[int, int]) -> bool:
    """Whether there is one window, and it lies over the whole screen."""
    (frame,) = kiosk.stand.screen.frames()
    return (frame.x, frame.y, frame.width, frame.height) == (0, 0, *size)


def draws(kiosk: Kiosk) -> bool:
    """Whether there is a picture, to the last corner."""
    picture = kiosk.picture()
    width, height = picture.size
    parts = (picture.crop((x, 0, x + width // 4, height)) for x in range(0, width, width // 4))
    return all(part.getcolors(4) is None for part in parts)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_another_size(kiosk: Kiosk, size: tuple[int, int]) -> None:
    kiosk.tap(say("Touch to begin"))
    kiosk.see(HOME)
    for now in (size, LYING, size):
        kiosk.stand.screen.become(*now)
        kiosk.wait("the window to cover it", lambda now=now: covers(kiosk, now))
    kiosk.wait("a picture", lambda: draws(kiosk))
    kiosk.see(HOME)  # the visit goes on


def test_turned_under_a_finger(kiosk: Kiosk) -> None:
    kiosk.see(say("Touch to begin"))
    with kiosk.stand.finger.held((900, 500)):
        kiosk.stand.screen.become(*STANDING)
        kiosk.wait("the window to cover it", lambda: covers(kiosk, STANDING))
    kiosk.see(HOME)
    assert kiosk.program.alive


def test_pulled_out_and_plugged_in_again(kiosk: Kiosk) -> None:
    kiosk.see(say("Touch to begin"))
    for _ in range(PULLS):
        kiosk.stand.screen.go_dark()
        kiosk.stand.screen.become(*LYING)
    kiosk.wait("the window to cover it", lambda: covers(kiosk, LYING))
    kiosk.wait("a picture", lambda: draws(kiosk))
    kiosk.tap(say("Touch to begin"))
    kiosk.see(HOME)
