"""The colour pairs of the design: as contrasting as they say, and enough."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.visual.picture import contrast

CONTROLS = Path(__file__).resolve().parents[2] / "kiosk" / "qml" / "Kiosk" / "Controls"
THEMES: dict[str, Any] = json.loads((CONTROLS / "tokens.json").read_text("utf-8"))["themes"]
PAIRS = [(theme, pair) for theme in THEMES for pair in THEMES[theme]["contrast"]]
NOT_TEXT = ("focusRing/", "controlBorder/", "mapBorder/")


def colour(theme: str, role: str) -> tuple[int, int, int]:
    """A role of a theme, or the tint of a band ("accentCyber.bandTint")."""
    name, _, tint = role.partition(".")
    value = THEMES[theme]["bandTint" if tint else "colors"][name]
    red, green, blue = bytes.fromhex(value.removeprefix("#"))
    return red, green, blue


@pytest.mark.parametrize(("theme", "pair"), PAIRS, ids=lambda value: str(value).split(" (")[0])
def test_pair(theme: str, pair: str) -> None:
    one, other = pair.split(" (", maxsplit=1)[0].split("/")
    if "focusRingInner gap" in pair:  # between the ring and the target lies the gap
        one = "focusRingInner"
    ratio = contrast(colour(theme, one), colour(theme, other))
    assert ratio == pytest.approx(THEMES[theme]["contrast"][pair], abs=0.006)
    assert ratio >= (3 if pair.startswith(NOT_TEXT) else 4.5)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
