"""What the countdown leaves of the page behind it, and what follows when it has run out."""

from __future__ import annotations

import pytest
from PIL import Image, ImageStat

from tests.e2e.conftest import Run
from tests.e2e.driver import Kiosk, say

SHORT = "[idle]\nseconds = 10\npanel_seconds = 10\nwarning_seconds = 5\n"
QUESTION = say("Are you still there?")
BEGIN = say("Touch to begin")
CORNER = (1000, 120, 1900, 270)
"""A part of home, of 1920 by 1080, that the countdown covers with nothing but its ground."""
GREY = 8
"""What has lost its colour has less than this; the bands of home have more than twice as much."""


def corner(kiosk: Kiosk) -> Image.Image:
    """That part of the screen."""
    return kiosk.picture().convert("RGB").crop(CORNER)


def colour(picture: Image.Image) -> float:
    """How far the channels are apart, of 255: their means and how they vary."""
    of = ImageStat.Stat(picture)
    return max(of.mean) - min(of.mean) + max(of.stddev) - min(of.stddev)


@pytest.mark.parametrize("renderer", ["gpu", "software"])
def test_the_page_loses_its_colour_and_the_attract_loop_follows(run: Run, renderer: str) -> None:
    kiosk = run("--renderer", renderer, settings=SHORT)
    kiosk.begin()
    kiosk.rest()
    page = corner(kiosk)
    kiosk.see(QUESTION, 20)
    kiosk.wait("the page to fade", lambda: colour(corner(kiosk)) < GREY)
    behind = corner(kiosk)
    assert ImageStat.Stat(behind).mean < ImageStat.Stat(page).mean
    assert len(behind.getcolors(1 << 20) or []) > 2, "nothing is left of the page"
    kiosk.see(BEGIN, 10)
    kiosk.miss(QUESTION, 10)
    kiosk.begin()
    kiosk.miss(BEGIN)
    kiosk.wait("the colours to be back", lambda: colour(corner(kiosk)) > 2 * GREY)
