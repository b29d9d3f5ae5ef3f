"""All pictures that QML asks for by address, in one place for the program and its tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtQml import QQmlEngine

from kiosk.bridge import (
    acquaint,
    codes,
    drawingpaint,
    mapping,
    painting,
    pictures,
    threadpaint,
    wordpaint,
    worldpaint,
)
from kiosk.bridge.painter import Painter
from kiosk.bridge.stash import Stash

KEPT = 1024 * 1024
"""Bytes of each painter's pictures that are kept for the next time."""
OWN = Path(__file__).parent.parent / "qml/Kiosk/Ui/pictures"
"""The program's own pictures."""
Find = Callable[[str], Path | None]


def nothing(_name: str) -> Path | None:
    """Where there are no pictures."""
    return None


def own(name: str) -> Path | None:
    """The program's own picture of this name."""
    file = OWN / name
    return file if file.parent == OWN and file.is_file() else None


def add(engine: QQmlEngine, find: Find = nothing, find_on_stick: Find = nothing) -> None:
    """Register the painters, the pictures of a bundle that `find` finds, and those that staff
    compare before they take a bundle from a stick."""
    paints = {
        "weave": Stash(painting.requested, KEPT),
        "own": pictures.reader(own),
        "picture": pictures.reader(find),
        "stick": pictures.reader(find_on_stick),
        "code": codes.requested,
        "map": Stash(mapping.requested, KEPT),
        "thread": Stash(threadpaint.requested, KEPT),
        "drawing": Stash(drawingpaint.requested, KEPT),
        "words": Stash(wordpaint.requested, KEPT),
        "world": Stash(worldpaint.requested, KEPT),
    }
    for name, paint in paints.items():
        engine.addImageProvider(name, Painter(paint))
    acquaint.with_pictures(engine, paints)
