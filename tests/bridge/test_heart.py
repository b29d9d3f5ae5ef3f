"""The heart of a real window: it tells of frames that were drawn, and of none that were not."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtQuick import QQuickWindow

from kiosk.bridge import heart
from kiosk.bridge.heart import Heart


class Ear:
    """Hears the beats and may refuse to answer."""

    def __init__(self) -> None:
        self.told: list[float | None] = []
        self.owed: list[float] = []
        self.answers = True

    def ask(self) -> None:
        """The question to the visit."""
        if not self.answers:
            raise ValueError("the visit is broken")

    def tell(self, drawn: float | None, owed: float) -> None:
        """A beat."""
        self.told.append(drawn)
        self.owed.append(owed)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A heart that beats faster than in life."""
    monkeypatch.setattr(heart, "BEAT_MILLISECONDS", 20)
    monkeypatch.setattr(heart, "COST", 10.0)


def test_an_idle_window_draws_once_a_beat(qtbot: Any, quick: None) -> None:
    ear, window = Ear(), QQuickWindow()
    window.show()
    qtbot.waitUntil(window.isExposed, timeout=10_000)
    made = Heart(window, ear.ask, ear.tell)
    frames: list[int] = []
    window.frameSwapped.connect(lambda: frames.append(1))
    qtbot.waitUntil(lambda: len(ear.told) >= 8, timeout=10_000)
    drawn = [moment for moment in ear.told if moment is not None]
    assert len(drawn) == len(ear.told)
    assert drawn == sorted(drawn)
    assert len(set(drawn)) > 3
    assert drawn[-1] <= time.monotonic()
    assert len(frames) <= len(ear.told) + 1
    assert made.parent() is window
    window.deleteLater()


def test_dear_frames_are_asked_for_seldom(
    qtbot: Any, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heart, "COST", 1e-9)
    ear, window = Ear(), QQuickWindow()
    window.show()
    qtbot.waitUntil(window.isExposed, timeout=10_000)
    Heart(window, ear.ask, ear.tell)
    qtbot.waitUntil(lambda: len(ear.told) >= 5 * heart.MOST_BEATS, timeout=30_000)
    assert 2 <= len(set(ear.told[-2 * heart.MOST_BEATS :])) <= 4
    assert ear.owed[-1] < 5
    window.deleteLater()


def test_one_dear_frame_is_no_reason_to_be_silent(
    qtbot: Any, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one comes while the program still loads."""
    seconds = iter([0.0, 100.0])
    monkeypatch.setattr(heart.time, "process_time", lambda: next(seconds, 0.0))
    ear, window = Ear(), QQuickWindow()
    window.show()
    qtbot.waitUntil(window.isExposed, timeout=10_000)
    Heart(window, ear.ask, ear.tell)
    qtbot.waitUntil(lambda: len(ear.told) >= heart.MOST_BEATS, timeout=10_000)
    assert next(seconds, None) is None, "nothing was dear"
    assert len(set(ear.told[: heart.MOST_BEATS])) > 4
    window.deleteLater()


def test_a_frame_that_somebody_else_asked_for_is_told(qtbot: Any, quick: None) -> None:
    """A page that a visitor opens is a sign of life long before the next frame is due here."""
    ear, window = Ear(), QQuickWindow()
    window.show()
    qtbot.waitUntil(window.isExposed, timeout=10_000)
    made = Heart(window, ear.ask, ear.tell)
    qtbot.waitUntil(lambda: len(ear.told) >= 3 and made._owed is None, timeout=10_000)
    made._beats_left = 1000
    moment = time.monotonic()
    window.update()
    qtbot.waitUntil(lambda: (ear.told[-1] or 0) > moment, timeout=10_000)
    assert made._beats_left > 900
    window.deleteLater()


def test_a_frame_that_does_not_come_is_owed(qtbot: Any, quick: None) -> None:
    """The window is there to be seen, but its thread draws nothing."""

    class Still(QQuickWindow):
        """A window that says it is seen and is not."""

        def isExposed(self) -> bool:  # noqa: N802 - Qt's name
            return True

    ear, window = Ear(), Still()
    Heart(window, ear.ask, ear.tell)
    qtbot.waitUntil(lambda: len(ear.told) >= 6, timeout=10_000)
    assert len(set(ear.told)) == 1
    assert ear.owed == sorted(ear.owed)
    assert ear.owed[-1] > 0.05
    window.deleteLater()


def test_a_window_that_nobody_sees_is_asked_for_nothing(qtbot: Any, quick: None) -> None:
    ear, window = Ear(), QQuickWindow()
    Heart(window, ear.ask, ear.tell)
    qtbot.waitUntil(lambda: len(ear.told) >= 3, timeout=10_000)
    assert set(ear.told) == {None}
    window.deleteLater()


def test_a_visit_that_does_not_answer_stops_the_beats(
    qtbot: Any, quick: None, caplog: pytest.LogCaptureFixture
) -> None:
    ear, window = Ear(), QQuickWindow()
    made = Heart(window, ear.ask, ear.tell)
    qtbot.waitUntil(lambda: len(ear.told) >= 2, timeout=10_000)
    ear.answers = False
    heard = len(ear.told)
    made.beat()
    made.beat()
    assert len(ear.told) == heard
    assert [record.message for record in caplog.records] == ["the visit does not answer"]
    ear.answers = True
    made.beat()
    assert len(ear.told) == heard + 1
    window.deleteLater()
