"""The stand's own compositor: its screens and its touch screen are pulled out and plugged in."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from kiosk.guard.heart import HUNG_SECONDS
from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk
from tests.e2e.steps import go_home
from tests.wayland.stand import WaylandStand
from tests.wayland.weston import SCREEN, missing

pytestmark = [
    pytest.mark.skipif(bool(missing(plugs=True)), reason=missing(plugs=True)),
    pytest.mark.parametrize("renderer", ["software", "gpu"]),
]

SIZE = (1280, 720)
OTHER = "screen1"
CONTENT = Content("en")
SECTION = CONTENT.text(CONTENT.sections[1]["title"])
STORY = CONTENT.text(CONTENT.sections[1]["stories"][0]["title"])
BLANK_COLOURS = 20
TO_BE_BOUND_SECONDS = 0.5
"""Nobody outside is told when a program has heard of a touch screen."""


@pytest.fixture(scope="module")
def one() -> Iterator[WaylandStand]:
    """A stand with one screen."""
    with WaylandStand(SIZE, plugs=True) as stand:
        yield stand


@pytest.fixture(scope="module")
def two() -> Iterator[WaylandStand]:
    """A stand with two."""
    with WaylandStand(SIZE, screens=2, plugs=True) as stand:
        yield stand


def shown(stand: WaylandStand) -> list[str]:
    """The screens that show a picture."""
    pictures = {name: stand.weston.picture(name) for name in stand.weston.windows()}
    return [name for name, picture in pictures.items() if not picture.getcolors(BLANK_COLOURS)]


def shows(kiosk: Kiosk, stand: WaylandStand, screen: str = SCREEN) -> None:
    """Wait for a picture on a screen, and on no other."""
    kiosk.wait(f"a picture on {screen}", lambda: shown(stand) == [screen])


def test_its_only_screen_is_pulled_out(one: WaylandStand, run: Run, renderer: str) -> None:
    """For longer than a screen may be silent: the visit goes on where it was."""
    kiosk = run("--renderer", renderer, stand=one)
    go_home(kiosk)
    screen = kiosk.pid
    one.weston.pull()
    time.sleep(HUNG_SECONDS + 5)
    one.weston.plug()
    shows(kiosk, one)
    kiosk.tap(SECTION)
    kiosk.see(STORY)
    assert kiosk.pid == screen


def test_its_screen_is_pulled_out_and_another_is_left(
    two: WaylandStand, run: Run, renderer: str
) -> None:
    """It moves to the one that is left, and there it stays while that is there."""
    kiosk = run("--renderer", renderer, stand=two)
    kiosk.wait("a picture on one of them", lambda: shown(two))
    (first,) = shown(two)
    (second,) = {SCREEN, OTHER} - {first}
    for pulled, left in ((first, second), (second, first)):
        two.weston.pull(pulled)
        shows(kiosk, two, left)
        two.weston.plug(pulled)
        shows(kiosk, two, left)
    go_home(kiosk)


def test_the_touch_screen_is_pulled_out_under_a_finger(
    one: WaylandStand, run: Run, renderer: str
) -> None:
    """Plugged in again it works, and no finger seems to lie there from before."""
    glass = one.weston.glass
    assert glass is not None
    kiosk = run("--renderer", renderer, stand=one)
    go_home(kiosk)
    for _ in range(3):
        with one.finger.held(kiosk.target(SECTION).centre):
            glass.pull()
            time.sleep(TO_BE_BOUND_SECONDS)
        glass.plug()
        time.sleep(TO_BE_BOUND_SECONDS)
    kiosk.tap(SECTION)
    kiosk.see(STORY)
