"""The gallery view: one picture that comes closer and moves, small ones that lead to the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

EXAMPLE = Path(__file__).resolve().parents[2] / "fixtures" / "blocks" / "gallery.json"
GALLERY: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
PORTRAIT = (1080, 1920)
SIZES = [(1920, 1080), PORTRAIT]


@pytest.fixture(scope="module")
def glass() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


def loaded(shown: Any, wait: Any) -> Any:
    """The large picture's frame, when the picture is there."""
    for _ in range(100):
        if shown.view.property("ready"):
            break
        wait(20)
    wait(60)
    return sheet(shown)


def sheet(shown: Any) -> Any:
    (found,) = shown.items("GallerySheet")
    return found


def button(shown: Any, number: int) -> Any:
    """The button that brings the picture closer, or the other one."""
    return shown.items("RoundButton")[number]


def zoom(shown: Any) -> float:
    return float(sheet(shown).property("zoom"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_picture_runs_off_the_screen_and_the_small_ones_do_not(
    stage: Any, wait: Any, size: tuple[int, int], mirrored: bool
) -> None:
    shown = stage.show(GALLERY, size, mirrored=mirrored)
    large = shown.place(loaded(shown, wait))
    margin = 72 if size == PORTRAIT else 96
    assert (large.right() if mirrored else large.left()) == pytest.approx(
        size[0] if mirrored else 0, abs=1
    )
    small = [shown.place(thumb) for thumb in shown.items("GalleryThumb")]
    assert len(small) == 3
    for box in small:
        assert box.left() >= margin - 1
        assert box.right() <= size[0] - margin + 1
        assert not box.intersects(large)


def test_a_small_picture_asks_for_its_step(stage: Any) -> None:
    shown = stage.show(GALLERY)
    shown.tap(shown.items("GalleryThumb")[1])
    assert shown.heard == ["step 1"]
    shown.give(step=1)
    current = [thumb.property("current") for thumb in shown.items("GalleryThumb")]
    assert current == [False, True, False]
    assert "One light for each" in shown.words()


def test_buttons_bring_it_closer_and_back(stage: Any, wait: Any) -> None:
    shown = stage.show(GALLERY)
    loaded(shown, wait)
    assert not button(shown, 1).isEnabled()
    shown.tap(button(shown, 0))
    wait(60)
    assert zoom(shown) == pytest.approx(2)
    shown.tap(button(shown, 0))
    wait(60)
    assert zoom(shown) == pytest.approx(4)
    assert not button(shown, 0).isEnabled()
    for _ in range(2):
        shown.tap(button(shown, 1))
        wait(60)
    assert zoom(shown) == 1
    assert sheet(shown).property("contentX") == pytest.approx(0, abs=1)


def test_a_double_touch_keeps_the_place_under_the_finger(stage: Any, wait: Any) -> None:
    shown = stage.show(GALLERY)
    frame = shown.place(loaded(shown, wait))
    at = QPoint(round(frame.left() + frame.width() / 4), round(frame.top() + frame.height() / 2))
    QTest.mouseDClick(stage.window, Qt.MouseButton.LeftButton, pos=at)
    wait(400)
    assert zoom(shown) == pytest.approx(2)
    assert sheet(shown).property("contentX") == pytest.approx(frame.width() / 4, abs=2)
    QTest.mouseDClick(stage.window, Qt.MouseButton.LeftButton, pos=at)
    wait(400)
    assert zoom(shown) == pytest.approx(1)


def pinch(
    stage: Any, glass: QPointingDevice, middle: QPoint, near: int, far: int, wait: Any
) -> None:
    """Two fingers go apart, or together."""
    reach = [near + (far - near) * k // 12 for k in range(13)]
    first = QTest.touchEvent(stage.window, glass, False)
    for finger, side in enumerate((-1, 1)):
        first.press(finger, middle + QPoint(side * reach[0], 0), stage.window)
    first.commit()
    for one in reach[1:]:
        event = QTest.touchEvent(stage.window, glass, False)
        for finger, side in enumerate((-1, 1)):
            event.move(finger, middle + QPoint(side * one, 0), stage.window)
        event.commit()
        wait(15)
    last = QTest.touchEvent(stage.window, glass, False)
    for finger, side in enumerate((-1, 1)):
        last.release(finger, middle + QPoint(side * reach[-1], 0), stage.window)
    last.commit()
    wait(40)


def test_two_fingers_bring_it_closer_up_to_four_times(
    stage: Any, glass: QPointingDevice, wait: Any
) -> None:
    shown = stage.show(GALLERY)
    middle = shown.place(loaded(shown, wait)).center().toPoint()
    pinch(stage, glass, middle, 60, 150, wait)
    assert 1.5 < zoom(shown) < 3
    pinch(stage, glass, middle, 40, 400, wait)
    assert zoom(shown) == pytest.approx(4)
    pinch(stage, glass, middle, 400, 40, wait)
    assert zoom(shown) == pytest.approx(1)


def test_a_finger_moves_a_close_picture_and_never_out_of_its_frame(stage: Any, wait: Any) -> None:
    shown = stage.show(GALLERY)
    frame = shown.place(loaded(shown, wait))
    shown.tap(button(shown, 0))
    wait(60)
    start, at = sheet(shown).property("contentX"), QPoint(60, round(frame.center().y()))
    QTest.mousePress(stage.window, Qt.MouseButton.LeftButton, pos=at)
    for _move in range(30):
        at += QPoint(40, 0)
        QTest.mouseMove(stage.window, at)
        wait(8)
    assert sheet(shown).property("contentX") < start
    QTest.mouseRelease(stage.window, Qt.MouseButton.LeftButton, pos=at)
    for _look in range(50):
        wait(60)
        if abs(sheet(shown).property("contentX")) < 1:
            break
    assert sheet(shown).property("contentX") == pytest.approx(0, abs=1)


def test_another_picture_begins_whole(stage: Any, wait: Any) -> None:
    shown = stage.show(GALLERY)
    loaded(shown, wait)
    shown.tap(button(shown, 0))
    wait(60)
    shown.give(step=1)
    loaded(shown, wait)
    assert zoom(shown) == 1


def test_a_missing_picture_keeps_its_place_and_cannot_come_closer(stage: Any, wait: Any) -> None:
    shown = stage.show(GALLERY, step=2)
    loaded(shown, wait)
    assert len(shown.items("PlaceholderPicture")) == 2
    assert shown.items("RoundButton") == []
    assert "A picture that is missing" in shown.words()


@pytest.mark.parametrize("size", SIZES)
def test_words_stand_on_solid_ground_and_clear_of_the_buttons(
    stage: Any, wait: Any, size: tuple[int, int]
) -> None:
    for text in ("standard", "largest"):
        shown = stage.show(GALLERY, size, text=text)
        loaded(shown, wait)
        (plate,) = shown.items("GalleryPlate")
        box = shown.place(plate)
        assert plate.property("color").alpha() == 255
        for words in shown.texts(plate):
            assert box.contains(shown.ink(words).center())
        for one in shown.items("RoundButton"):
            assert not shown.place(one).intersects(box)
        stage.window.property("view").deleteLater()
