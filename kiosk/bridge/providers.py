"""All pictures that QML asks for by address, in one place for the program and its tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtQml import QQmlEngine

from kiosk.bridge.codes import CodeProvider
from kiosk.bridge.mapping import MapProvider
from kiosk.bridge.painting import WeaveProvider
from kiosk.bridge.pictures import PictureProvider
from kiosk.bridge.threadpaint import ThreadProvider
from kiosk.bridge.wordpaint import WordsProvider
from kiosk.bridge.worldpaint import WorldProvider

Find = Callable[[str], Path | None]


def nothing(_name: str) -> Path | None:
    """Where there are no pictures."""
    return None


def add(engine: QQmlEngine, find: Find = nothing, find_on_stick: Find = nothing) -> None:
    """Register the painters, the pictures of a bundle that `find` finds, and those that staff
    compare before they take a bundle from a stick."""
    engine.addImageProvider("weave", WeaveProvider())
    engine.addImageProvider("picture", PictureProvider(find))
    engine.addImageProvider("stick", PictureProvider(find_on_stick))
    engine.addImageProvider("code", CodeProvider())
    engine.addImageProvider("map", MapProvider())
    engine.addImageProvider("thread", ThreadProvider())
    engine.addImageProvider("words", WordsProvider())
    engine.addImageProvider("world", WorldProvider())
