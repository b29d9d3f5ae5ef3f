"""The walk over the live items sees what stands on the screen, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent

from kiosk.bridge import fonts, registry
from tests.visual.checks import CHECKS
from tests.visual.geometry import Box
from tests.visual.scene import Scene
from tests.visual.tree import Walker

HERE = Path(__file__).parent
QML = HERE.parents[1] / "kiosk" / "qml"


@pytest.fixture
def walker(qapp: Any) -> Iterator[Walker]:
    """A walker in the window with the faults."""
    fonts.load_first()
    fonts.load_rest()
    registry.register()
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    engine.load(str(HERE / "Faulty.qml"))
    probe = QQmlComponent(engine, QUrl.fromLocalFile(str(HERE / "Probe.qml")))
    window: Any = engine.rootObjects()[0]
    window.requestActivate()
    qapp.processEvents()
    yield Walker(window, probe.create())
    window.close()
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def scene(walker: Walker) -> Scene:
    """What it reads there."""
    read = walker.read(Scene("faulty", "page", Box(0, 0, 1920, 1080), u=1), set())
    read.focus = walker.press_tab()
    return read


def test_visible_words_are_read(scene: Scene) -> None:
    words = {words.text for words in scene.words if not words.icon}
    assert {"sound", "above", "beneath", "first"} <= words
    assert not {"hidden", "faded"} & words


def test_ink_is_tight(scene: Scene) -> None:
    (sound,) = (words for words in scene.words if words.text == "sound")
    assert 100 <= sound.ink.left < 104
    assert sound.ink.height < sound.pixel_size < sound.ink.width


@pytest.mark.parametrize(
    ("check", "part"),
    [
        ("cut", "elided: "),
        ("cut", '"clipped by its parent"'),
        ("overlap", '"beneath"'),
        ("targets", "smaller than 64u: RoundButton"),
        ("names", "no name: RoundButton"),
        ("focus", 'never reaches PillButton "unreachable"'),
    ],
)
def test_each_fault_is_told_once(scene: Scene, check: str, part: str) -> None:
    faults = list(CHECKS[check](scene))
    assert len([fault for fault in faults if part in fault]) == 1
    assert not any("sound" in fault for fault in faults)
