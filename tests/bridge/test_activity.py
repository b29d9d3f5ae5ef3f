"""What counts as a visitor at the window, what does not, and what a visitor leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QPointingDevice
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bridge.activity import ActivityFilter, watch
from kiosk.bridge.session import Session
from tests.bridge.conftest import Clock, Walk

SCENE = b"""
import QtQuick

Window {
    id: root
    property int taps: 0
    property bool down: false
    property string keys: ""
    width: 400
    height: 300
    visible: true
    Item {
        anchors.fill: parent
        focus: true
        Keys.onPressed: event => root.keys += event.text
        TapHandler {
            longPressThreshold: 0
            gesturePolicy: TapHandler.WithinBounds
            onTapped: root.taps++
            onPressedChanged: root.down = pressed
        }
    }
}
"""
HELD = 0.15


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[QQuickWindow]:
    """A window with one thing to tap, all over it."""
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(SCENE, "")
    made = component.create()
    assert isinstance(made, QQuickWindow), component.errorString()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    made.close()
    made.deleteLater()
    engine.deleteLater()


@pytest.fixture(autouse=True)
def cursors(qapp: QGuiApplication) -> Iterator[None]:
    """No test leaves a hidden cursor behind."""
    yield
    while qapp.overrideCursor() is not None:
        qapp.restoreOverrideCursor()


def hidden() -> bool:
    """Whether there is no cursor to be seen."""
    cursor = QGuiApplication.overrideCursor()
    return cursor is not None and cursor.shape() == Qt.CursorShape.BlankCursor


@pytest.fixture
def glass() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


@pytest.fixture
def seen() -> list[float]:
    """The moments at which somebody was seen."""
    return []


@pytest.fixture
def watched(window: QQuickWindow, seen: list[float], clock: Clock) -> ActivityFilter:
    """The filter, with the clock of the test."""
    return ActivityFilter(window, lambda: seen.append(clock()), clock)


def test_a_finger_counts_until_it_has_been_down_for_a_minute(
    window: QQuickWindow, watched: ActivityFilter, glass: QPointingDevice, seen: list[float],
    clock: Clock,
) -> None:  # fmt: skip
    QTest.touchEvent(window, glass).press(0, QPoint(50, 50)).commit()
    down = clock()
    for second in range(130):
        clock.pass_by(1)
        QTest.touchEvent(window, glass).move(0, QPoint(50 + second % 2, 50)).commit()
    assert seen[-1] - down == 59
    QTest.touchEvent(window, glass).stationary(0).press(1, QPoint(200, 200)).commit()
    assert seen[-1] - down == 130, "somebody else's finger counts beside it"
    QTest.touchEvent(window, glass).release(0, QPoint(50, 50)).release(1, QPoint(200, 200)).commit()


def test_what_a_resting_finger_holds_is_free_for_the_next(
    window: QQuickWindow, glass: QPointingDevice
) -> None:
    clock = iter(range(10000))
    ActivityFilter(window, lambda: None, lambda: float(next(clock)) / 1000, HELD)
    QTest.touchEvent(window, glass).press(0, QPoint(50, 50)).commit()
    assert window.property("down")
    QTest.qWait(int(HELD * 1000) + 100)
    assert not window.property("down")
    for tap in range(1, 4):
        QTest.touchEvent(window, glass).stationary(0).press(1, QPoint(200, 200)).commit()
        QTest.touchEvent(window, glass).stationary(0).release(1, QPoint(200, 200)).commit()
        assert window.property("taps") == tap
    QTest.touchEvent(window, glass).release(0, QPoint(50, 50)).commit()
    assert window.property("taps") == 3, "the resting finger has tapped nothing"


def test_a_touch_screen_that_was_unplugged_under_a_finger_comes_back(
    window: QQuickWindow, watched: ActivityFilter, glass: QPointingDevice, seen: list[float],
    clock: Clock,
) -> None:  # fmt: skip
    QTest.touchEvent(window, glass).press(0, QPoint(50, 50)).commit()
    clock.pass_by(3600)  # it was pulled out: nobody tells that the finger has gone
    again = QTest.createTouchDevice()
    for _ in range(3):
        clock.pass_by(1)
        QTest.touchEvent(window, again).press(0, QPoint(60, 60)).commit()
        clock.pass_by(1)
        QTest.touchEvent(window, again).move(0, QPoint(61, 60)).commit()
        assert seen[-1] == clock()
        QTest.touchEvent(window, again).release(0, QPoint(60, 60)).commit()


def press(
    window: QQuickWindow,
    key: Qt.Key,
    *,
    repeats: bool = False,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """A key goes down, or repeats itself."""
    text = chr(key.value).lower()
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, held, text, repeats, 1)
    QGuiApplication.sendEvent(window, event)


def test_a_key_that_something_lies_on_is_no_visitor(
    window: QQuickWindow, watched: ActivityFilter, seen: list[float], clock: Clock
) -> None:
    press(window, Qt.Key.Key_A)
    assert len(seen) == 1
    for _second in range(4):
        clock.pass_by(1)
        press(window, Qt.Key.Key_B, repeats=True)
    assert len(seen) == 1
    assert window.property("keys") == "a", "the repetitions go no further"
    press(window, Qt.Key.Key_C)
    assert len(seen) == 2


@pytest.mark.parametrize("name", ["Control", "Alt", "Meta"])
def test_a_shortcut_of_a_desktop_goes_no_further(
    window: QQuickWindow, watched: ActivityFilter, seen: list[float], name: str
) -> None:
    press(window, Qt.Key.Key_A, held=Qt.KeyboardModifier[f"{name}Modifier"])
    assert window.property("keys") == ""
    assert len(seen) == 1, "somebody is there all the same"
    press(window, Qt.Key.Key_B, held=Qt.KeyboardModifier.ShiftModifier)
    assert window.property("keys") == "b"


def move(window: QQuickWindow, x: int) -> None:
    """The mouse is somewhere else."""
    QTest.mouseMove(window, QPoint(x, 100))


def test_the_cursor_shows_when_a_mouse_has_moved(
    window: QQuickWindow, watched: ActivityFilter, glass: QPointingDevice
) -> None:
    assert hidden()
    move(window, 100)  # where the window came up below it
    move(window, 108)
    assert hidden()
    move(window, 140)
    assert not hidden()
    QTest.touchEvent(window, glass).press(0, QPoint(50, 50)).commit()
    QTest.touchEvent(window, glass).release(0, QPoint(50, 50)).commit()
    assert hidden()


def test_a_mouse_alone_is_no_visitor_but_its_buttons_are(
    window: QQuickWindow, watched: ActivityFilter, seen: list[float], clock: Clock
) -> None:
    for x in range(0, 300, 20):
        move(window, x)
    assert seen == []
    QTest.mouseClick(
        window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 50)
    )
    assert len(seen) == 1


def test_nothing_copied_is_left_to_the_next(
    window: QQuickWindow, session: Session, clock: Clock, walk: Walk
) -> None:
    clipboard = QGuiApplication.clipboard()
    watch(window, session, clock)
    walk("begin")
    clipboard.setText("of a visitor")
    if clipboard.supportsSelection():
        clipboard.setText("marked", QClipboard.Mode.Selection)
    walk("startOver")
    assert clipboard.text() == ""
    if clipboard.supportsSelection():
        assert clipboard.text(QClipboard.Mode.Selection) == ""
