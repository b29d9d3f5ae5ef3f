"""The judge of the attempts: sees what is wrong, and says nothing when nothing is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from tests.breakout.witness import Look, changed, differences
from tests.e2e.driver.screen import Frame


def striped(first: int) -> Image.Image:
    """A picture of many colours."""
    picture = Image.new("RGB", (960, 540))
    for x in range(0, 960, 4):
        picture.paste(((first + x) % 256, x % 251, 40), (x, 0, x + 4, 540))
    return picture


FRAME = Frame(7, 100, 0, 0, 960, 540)
BEFORE = Look(
    windows=(FRAME,), inner=1, covering=True, focused=True, beings=frozenset({(100, 1.0, "kiosk")}),
    sockets=(), names=("heading Home",), picture=striped(0),
)  # fmt: skip


def test_nothing_has_changed() -> None:
    assert differences(BEFORE, replace(BEFORE, picture=striped(0))) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"windows": (FRAME, replace(FRAME, number=8))}, "windows have changed"),
        ({"inner": 2}, "windows have changed"),
        ({"covering": False}, "does not cover"),
        ({"focused": False}, "lost the keys"),
        ({"beings": BEFORE.beings | {(101, 2.0, "xterm")}}, "new processes"),
        ({"beings": frozenset({(101, 2.0, "kiosk")})}, "processes have ended"),
        ({"sockets": ("tcp",)}, "network sockets"),
        ({"names": ("heading Else",)}, "something else is on the screen: ['heading Else']"),
        ({"picture": striped(128)}, "of the picture have changed"),
        ({"picture": Image.new("RGB", (960, 540))}, "the screen is blank"),
    ],
)
def test_a_way_out_is_seen(change: dict[str, Any], words: str) -> None:
    found = differences(BEFORE, replace(BEFORE, **change))
    assert any(words in each for each in found), found


def test_elsewhere_in_the_kiosk_is_no_way_out() -> None:
    other = replace(BEFORE, names=("heading Else",), picture=striped(128))
    assert differences(BEFORE, other, elsewhere=True) == []


def test_a_focus_ring_is_no_other_picture() -> None:
    ringed = striped(0)
    ringed.paste((255, 255, 255), (100, 100, 200, 140))
    assert 0 < changed(striped(0), ringed) < 0.02
