"""Other content while the attract loop is on the screen: what leaves stays as it is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.bridge.presenter import Presenter
from kiosk.content.model import decode
from kiosk.visit import Rules, outline_of, start_state
from tests.bridge.conftest import Clock, document, text
from tests.bridge.screens.conftest import Glass, Open, wait

FADE_MS = 1800
PATTERNS = ["link", "roof"]


def attract(*scenes: str) -> dict[str, Any]:
    """The small bundle with these scenes."""
    made = document()
    made["sections"][1]["pattern"] = PATTERNS[1]
    made["attract"] = [{"scene": scene, "line": text(scene.title())} for scene in scenes]
    return made


def bring(glass: Glass, clock: Clock, made: dict[str, Any]) -> None:
    """Other content, as at the end of a scene."""
    bundle = decode(json.dumps(made).encode())
    rules = Rules(outline_of(bundle), "en")
    owner = glass.session.parent()
    assert owner is not None
    presenter = Presenter(bundle, lambda _name: "", str.upper, owner)
    glass.session.change(presenter, rules, start_state(rules, clock()))


def cloths(bands: QQuickItem) -> list[QQuickItem]:
    """The bands themselves, kept by the test so that none takes the place of another."""
    return [child for child in bands.childItems() if not child.inherits("QQuickRepeater")]


def patterns(bands: QQuickItem) -> list[str]:
    """What is woven, from the top down."""
    parts = [part for cloth in cloths(bands) for part in cloth.childItems()]
    return [woven for part in parts if (woven := part.property("pattern")) is not None]


@pytest.fixture
def moving(open_glass: Open) -> Glass:
    """The attract loop with its fades, on the scene of the bands."""
    glass = open_glass(attract("bands"))
    glass.window.setProperty("started", True)
    glass.window.setProperty("still", False)
    wait(600)
    assert patterns(glass.item("AttractBands")) == PATTERNS
    return glass


def test_the_scene_that_leaves_keeps_its_own_bands(moving: Glass, clock: Clock) -> None:
    old = moving.item("AttractBands")
    before = cloths(old)
    other = attract("bands")
    other["sections"].reverse()
    bring(moving, clock, other)
    wait(300)
    leaving, coming = sorted(moving.items("AttractBands"), key=lambda bands: bands is not old)
    assert leaving is old
    assert patterns(leaving) == PATTERNS
    assert cloths(leaving) == before
    assert patterns(coming) == PATTERNS[::-1]
    wait(FADE_MS)
    assert patterns(moving.item("AttractBands")) == PATTERNS[::-1]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_a_ranking_keeps_to_the_margins(
    open_glass: Open, size: tuple[int, int], language: str
) -> None:
    made = document()
    made["languages"].append({"tag": "ar", "name": "العربية"})
    glass = open_glass(made, size, language=language)
    glass.window.setProperty("started", True)
    wait(600)
    assert glass.session.property("mirrored") is (language == "ar")
    box = glass.place(glass.item("RankingView"))
    margin = 96 if size[0] > size[1] else 72
    assert box.left() >= margin
    assert box.right() <= size[0] - margin
