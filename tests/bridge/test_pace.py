"""Screens are made in small steps, and what cannot be garbage is not looked through again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge.pace import LOOK_MILLISECONDS, Pace

ASKED = b"""
import QtQuick
Loader {
    asynchronous: true
    sourceComponent: Item { Repeater { model: 5000; Rectangle { } } }
}
"""
UNTIL = 10_000


@pytest.fixture
def window(qapp: object) -> QQuickWindow:
    """A window whose frames the pace leaves their time."""
    return QQuickWindow()


@pytest.fixture
def made(window: QQuickWindow) -> Iterator[tuple[QObject, QTimer]]:
    """A loader whose content is still to be made, and the timer of the pace."""
    engine, owner = QQmlEngine(), QObject()
    pace = Pace(owner)
    pace.follow(window)
    engine.setIncubationController(pace)
    component = QQmlComponent(engine)
    component.setData(ASKED, "")
    loader = component.create()
    assert loader is not None, component.errorString()
    timer = owner.findChild(QTimer)
    assert timer is not None
    yield loader, timer
    loader.deleteLater()
    engine.deleteLater()


def test_what_is_asked_for_is_made_and_then_nothing_ticks(made: tuple[QObject, QTimer]) -> None:
    loader, timer = made
    assert loader.property("item") is None
    assert timer.isActive()
    loop = QEventLoop()
    loader.loaded.connect(loop.quit)  # type: ignore[attr-defined] - Loader's own signal
    QTimer.singleShot(UNTIL, loop.quit)
    loop.exec()
    assert loader.property("item") is not None
    assert not timer.isActive()


def test_each_step_leaves_the_rest_to_the_next(made: tuple[QObject, QTimer]) -> None:
    loader, timer = made
    steps: list[Any] = []
    timer.timeout.connect(lambda: steps.append(loader.property("item")))
    loop = QEventLoop()
    loader.loaded.connect(loop.quit)  # type: ignore[attr-defined] - Loader's own signal
    QTimer.singleShot(UNTIL, loop.quit)
    loop.exec()
    assert steps[0] is None


def test_the_frame_in_which_something_is_asked_for_makes_nothing(
    window: QQuickWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the next one: what asked for a screen has already taken its part of this frame."""
    monkeypatch.setattr("kiosk.bridge.pace.time", Clock(0.0))
    engine, owner = QQmlEngine(), QObject()
    pace = Pace(owner)
    pace.follow(window)
    engine.setIncubationController(pace)
    window.afterAnimating.emit()
    component = QQmlComponent(engine)
    component.setData(ASKED, "")
    loader = component.create()
    assert loader is not None
    timer = owner.findChild(QTimer)
    assert timer is not None
    pauses: list[int] = []
    timer.timeout.connect(lambda: pauses.append(timer.interval()))
    _run_until(lambda: len(pauses) >= 3)
    assert loader.property("item") is None
    assert pauses[1:] == [LOOK_MILLISECONDS] * (len(pauses) - 1)
    window.afterAnimating.emit()
    _run_until(lambda: loader.property("item") is not None)
    assert loader.property("item") is not None
    loader.deleteLater()
    engine.deleteLater()


def _run_until(come: Callable[[], bool]) -> None:
    loop = QEventLoop()
    look = QTimer(interval=1)
    look.timeout.connect(lambda: come() and loop.quit())
    look.start()
    QTimer.singleShot(UNTIL, loop.quit)
    loop.exec()


class Clock:
    """Every look at the processor's time finds it 4 ms on; the time of day is set by hand."""

    def __init__(self, step: float = 0.004) -> None:
        self.used = 0.0
        self.step = step
        self.now = 100.0

    def thread_time(self) -> float:
        """Seconds."""
        self.used += self.step
        return self.used

    def monotonic(self) -> float:
        """Seconds."""
        return self.now


@pytest.mark.parametrize("drawn", [True, False])
def test_only_frames_that_follow_each_other_stop_the_steps(
    made: tuple[QObject, QTimer],
    window: QQuickWindow,
    drawn: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loader, timer = made
    monkeypatch.setattr("kiosk.bridge.pace.time", Clock())
    pauses: list[int] = []

    def step() -> None:
        pauses.append(timer.interval())
        if drawn and len(pauses) % 5 == 1:
            window.afterAnimating.emit()

    timer.timeout.connect(step)
    loop = QEventLoop()
    loader.loaded.connect(loop.quit)  # type: ignore[attr-defined] - Loader's own signal
    QTimer.singleShot(UNTIL, loop.quit)
    loop.exec()
    assert loader.property("item") is not None
    assert (LOOK_MILLISECONDS in pauses) is drawn


def test_the_steps_end_early_enough_for_the_next_step_of_the_animations(
    made: tuple[QObject, QTimer], window: QQuickWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is made later than 11 ms after a frame was decided would make the next one late."""
    loader, timer = made
    clock = Clock(0.0005)
    monkeypatch.setattr("kiosk.bridge.pace.time", clock)
    window.afterAnimating.emit()
    pauses: list[int] = []

    def step() -> None:
        pauses.append(timer.interval())
        clock.now = 100.012  # the first step has used up the room

    timer.timeout.connect(step)
    _run_until(lambda: len(pauses) >= 4)
    assert loader.property("item") is None
    assert pauses[-2:] == [LOOK_MILLISECONDS] * 2
    clock.now = 100.016
    window.afterAnimating.emit()  # the next frame has room again
    clock.now = 100.017
    _run_until(lambda: pauses[-1] == 0)
    assert pauses[-1] == 0


def test_a_frame_that_took_all_the_room_leaves_one_short_step(
    made: tuple[QObject, QTimer], window: QQuickWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a screen would never be made while another one fades out on a slow machine."""
    loader, timer = made
    clock = Clock(0.0005)
    monkeypatch.setattr("kiosk.bridge.pace.time", clock)
    frames = 0

    def frame() -> None:
        nonlocal frames
        frames += 1
        window.afterAnimating.emit()
        clock.now += 0.014

    timer.timeout.connect(frame)
    _run_until(lambda: loader.property("item") is not None)
    assert loader.property("item") is not None
    assert frames > 2
