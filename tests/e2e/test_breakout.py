"""Attempts to get out of the kiosk, each once, on X11; all: `python -m tests.breakout`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.breakout.attempts import ATTEMPTS
from tests.breakout.place import Place
from tests.breakout.series import Series, controls

SECONDS = 2.0
"""How long a long attempt takes here."""
CHOSEN = [each for each in ATTEMPTS if "x" in each.places and not each.fingers]
CLOSING = [each for each in ATTEMPTS if each.name == "close message"]


@pytest.fixture
def place() -> Iterator[Place]:
    """A virtual screen of its own."""
    with Place(fingers=False) as place:
        yield place


def test_no_way_out(place: Place) -> None:
    """Each attempt arrives at a plain window, and nowhere at the kiosk."""
    heard = controls(place, CHOSEN)
    series = Series(place, 1, SECONDS)
    try:
        rows = list(series.run(CHOSEN, heard))
    finally:
        series.end()
    assert len(rows) == len(CHOSEN)
    assert [row for row in rows if not row.fine] == []


def test_a_way_out_is_found(place: Place) -> None:
    """A kiosk for developers may be closed: the same attempt says so."""
    series = Series(place, 1, SECONDS, ("--unlocked",))
    try:
        (row,) = series.run(CLOSING, {"close message": True})
    finally:
        series.end()
    assert row.escapes
