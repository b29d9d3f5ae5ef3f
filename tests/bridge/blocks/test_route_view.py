"""The route on the screen: drawn by one finger or two, by keys, by the next town."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "blocks"
ROUTE = json.loads((FIXTURES / "route.json").read_text(encoding="utf-8"))
LAST = len(ROUTE["towns"]) - 1


@pytest.fixture(scope="module")
def glass() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


def dots(shown: Any) -> list[Any]:
    return shown.items("RouteDot")


def town(shown: Any, index: int) -> QPointF:
    """Where a town is in the window."""
    return shown.place(dots(shown)[index]).center()


def way(shown: Any, first: int, last: int) -> list[QPointF]:
    """Points along the line from one town to another."""
    line = shown.items("RouteLine")[0]
    points = [line.mapToScene(point) for point in line.property("points")]
    nearest = [
        min(range(len(points)), key=lambda i, t=t: (points[i] - town(shown, t)).manhattanLength())
        for t in (first, last)
    ]
    step = 1 if nearest[1] >= nearest[0] else -1
    return points[nearest[0] : nearest[1] + step : step]


def count(shown: Any) -> Any:
    return shown.items("RouteCount")[0]


def lit(shown: Any) -> list[bool]:
    return [dot.property("lit") for dot in dots(shown)]


def test_it_begins_at_the_first_town_with_nothing_drawn(stage: Any) -> None:
    shown = stage.show(ROUTE)
    assert "0" in shown.words()
    assert lit(shown) == [True, *[False] * LAST]
    assert not any(button.isEnabled() for button in shown.items("PillButton"))


def test_a_finger_draws_the_light_and_asks_for_the_towns_it_reaches(stage: Any, wait: Any) -> None:
    shown = stage.show(ROUTE, less=False)
    shown.drag(way(shown, 0, 2))
    assert shown.heard[:1] in (["step 1"], ["step 2"])
    assert shown.heard[-1] == "step 2"
    shown.give(step=2)
    wait(200)
    assert lit(shown) == [True, True, True, False, False]
    assert count(shown).property("counted") == pytest.approx(296, abs=2)
    assert "Riga" in shown.words()


def test_the_light_catches_up_with_a_fast_finger(stage: Any, wait: Any) -> None:
    shown = stage.show(ROUTE, less=False)
    route = way(shown, 0, LAST)
    QTest.mousePress(stage.window, Qt.MouseButton.LeftButton, pos=route[0].toPoint())
    for point in route[1::6]:
        QTest.mouseMove(stage.window, point.toPoint())
    wait(2500)
    assert count(shown).property("counted") > 600
    QTest.mouseRelease(stage.window, Qt.MouseButton.LeftButton, pos=route[-1].toPoint())


def test_a_finger_in_the_middle_of_nothing_draws_nothing(stage: Any) -> None:
    shown = stage.show(ROUTE)
    shown.drag(way(shown, 2, LAST))
    assert shown.heard == []
    assert lit(shown) == [True, *[False] * LAST]


def touch(stage: Any, glass: QPointingDevice, lines: list[list[QPointF]], wait: Any) -> None:
    """As many fingers as lines, all at once; they leave the glass at the end."""
    first = QTest.touchEvent(stage.window, glass, False)
    for finger, line in enumerate(lines):
        first.press(finger, line[0].toPoint(), stage.window)
    first.commit()
    for moment in range(1, max(map(len, lines))):
        event = QTest.touchEvent(stage.window, glass, False)
        for finger, line in enumerate(lines):
            event.move(finger, line[min(moment, len(line) - 1)].toPoint(), stage.window)
        event.commit()
        wait(15)
    last = QTest.touchEvent(stage.window, glass, False)
    for finger, line in enumerate(lines):
        last.release(finger, line[-1].toPoint(), stage.window)
    last.commit()
    wait(20)


def test_two_visitors_meet(stage: Any, glass: QPointingDevice, wait: Any) -> None:
    shown = stage.show(ROUTE)
    touch(stage, glass, [way(shown, 0, 2), way(shown, LAST, 2)], wait)
    assert shown.heard[-1] == f"step {LAST}"
    assert lit(shown) == [True] * (LAST + 1)
    assert "1989" in shown.words()


def test_a_flat_hand_holds_nothing_when_it_has_left(stage: Any, glass: QPointingDevice) -> None:
    shown = stage.show(ROUTE)
    (ring,) = shown.items("RouteRing")
    spots = [way(shown, 0, 1)[0], way(shown, 2, LAST)[0], way(shown, 2, LAST)[3]]
    for finger, spot in enumerate(spots):
        event = QTest.touchEvent(stage.window, glass, False)
        event.press(finger, spot.toPoint(), stage.window)
        for other in range(finger):
            event.stationary(other)
        event.commit()
    assert ring.property("held")
    lifted = QTest.touchEvent(stage.window, glass, False)
    lifted.release(0, spots[0].toPoint(), stage.window).stationary(1).stationary(2).commit()
    assert not ring.property("held")
    left = QTest.touchEvent(stage.window, glass, False)
    for finger in (1, 2):
        left.release(finger, spots[finger].toPoint(), stage.window)
    left.commit()


def test_one_visitor_may_begin_at_the_end(stage: Any, glass: QPointingDevice, wait: Any) -> None:
    shown = stage.show(ROUTE)
    touch(stage, glass, [way(shown, LAST, LAST - 1)], wait)
    assert shown.heard == []
    assert lit(shown) == [True, False, False, True, True]
    assert count(shown).property("counted") == pytest.approx(675.5 - 520, abs=1)


def test_the_next_town_is_drawn_without_a_finger(stage: Any, wait: Any) -> None:
    shown = stage.show(ROUTE, less=False)
    shown.give(step=1)
    wait(200)
    assert 0 < count(shown).property("counted") < 143
    wait(700)
    assert count(shown).property("kilometres") == "143"
    assert shown.heard == []


def test_the_last_town_turns_the_number_into_the_closing_word(stage: Any) -> None:
    shown = stage.show(ROUTE, step=LAST)
    assert "1989" in shown.words()
    assert "On 23 August more than a million people joined hands." in shown.words()
    assert "km" not in shown.words()
    assert not shown.items("RouteRing")
    shown.give(step=LAST - 1)
    assert "520" in shown.words()
    assert shown.items("RouteRing")


def test_a_page_that_opens_in_the_middle_is_drawn_so_far(stage: Any) -> None:
    shown = stage.show(ROUTE, less=False, step=2)
    assert count(shown).property("kilometres") == "296"
    assert not count(shown).property("moving")


def test_start_again_asks_for_the_first_town_and_forgets_the_rest(stage: Any, wait: Any) -> None:
    shown = stage.show(ROUTE)
    line = way(shown, 0, 1)
    shown.drag(line[: len(line) // 2])
    assert 0 < count(shown).property("counted") < 143
    assert shown.heard == []
    (again,) = shown.items("PillButton")
    shown.tap(again)
    assert count(shown).property("counted") == 0
    assert shown.heard == [], "the visit is at the first town already"
    shown.give(step=3)
    shown.tap(again)
    assert shown.heard == ["step 0"]


def test_a_short_touch_on_a_town_asks_for_it(stage: Any) -> None:
    shown = stage.show(ROUTE)
    shown.press(town(shown, 3).toPoint())
    assert shown.heard == ["step 3"]


@pytest.mark.parametrize(
    ("key", "mirrored", "heard"),
    [
        (Qt.Key.Key_Down, False, ["step 2"]),
        (Qt.Key.Key_Right, False, ["step 2"]),
        (Qt.Key.Key_Up, False, ["step 0"]),
        (Qt.Key.Key_Left, False, ["step 0"]),
        (Qt.Key.Key_Left, True, ["step 2"]),
        (Qt.Key.Key_Right, True, ["step 0"]),
        (Qt.Key.Key_Return, False, ["step 2"]),
        (Qt.Key.Key_A, False, []),
    ],
)
def test_arrows_go_from_town_to_town(
    stage: Any, key: Qt.Key, mirrored: bool, heard: list[str]
) -> None:
    shown = stage.show(ROUTE, step=1, mirrored=mirrored)
    shown.items("RouteKnob")[0].forceActiveFocus()
    QTest.keyClick(stage.window, key)
    assert shown.heard == heard


def test_at_the_ends_arrows_are_left_to_the_page(stage: Any) -> None:
    shown = stage.show(ROUTE)
    (knob,) = shown.items("RouteKnob")
    knob.forceActiveFocus()
    QTest.keyClick(stage.window, Qt.Key.Key_Up)
    shown.give(step=LAST)
    QTest.keyClick(stage.window, Qt.Key.Key_Down)
    assert shown.heard == []


def test_each_town_is_a_named_step(stage: Any) -> None:
    shown = stage.show(ROUTE, step=1)
    spoken = [stage.call("spoken", dot) for dot in dots(shown)]
    assert spoken[:3] == ["Vilnius, 0 km", "Panevėžys, 143 km", "Riga, 296 km"]
    assert stage.call("spoken", shown.items("RouteKnob")[0]) == "Light: Panevėžys"
    assert stage.call("spoken", shown.view) == ROUTE["spoken"]["en"]


def test_the_map_is_not_mirrored_but_changes_its_side(stage: Any) -> None:
    plain = stage.show(ROUTE)
    before = [town(plain, 0) - town(plain, LAST), town(plain, 0)]
    stage.window.property("view").deleteLater()
    mirrored = stage.show(ROUTE, mirrored=True)
    assert town(mirrored, 0) - town(mirrored, LAST) == before[0]
    assert town(mirrored, 0).x() < 960 < before[1].x()


def test_a_change_of_language_keeps_what_is_drawn(stage: Any) -> None:
    shown = stage.show(ROUTE)
    line = way(shown, 0, 1)
    shown.drag(line[: len(line) // 2])
    drawn = count(shown).property("counted")
    shown.give(block=stage.exposed(ROUTE, "lt"))
    assert count(shown).property("counted") == drawn > 0
    assert "Ryga" in shown.words()


def test_the_map_is_one_picture_painted_for_its_size(stage: Any, wait: Any) -> None:
    shown = stage.show(ROUTE)
    wait(600)
    (picture,) = shown.items("RoutePicture")
    assert picture.property("ready")
    assert picture.property("implicitWidth") == round(picture.width())
    assert len(shown.items()) < 150


def test_nothing_moves_at_rest_where_there_is_no_gpu(stage: Any, wait: Any) -> None:
    stage.show(ROUTE, less=False)
    wait(900)
    frames: list[int] = []
    stage.window.frameSwapped.connect(lambda: frames.append(1))
    wait(500)
    assert len(frames) <= 1


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1024, 768)])
def test_the_way_can_be_touched_everywhere(stage: Any, size: tuple[int, int]) -> None:
    shown = stage.show(ROUTE, size)
    (hands,) = shown.items("RouteHands")
    ground = shown.place(hands)
    assert all(ground.contains(town(shown, i)) for i in range(LAST + 1))
    column = shown.place(shown.items("RouteCount")[0])
    assert not any(column.contains(town(shown, i)) for i in range(LAST + 1))


@pytest.mark.parametrize("text", ["standard", "large", "largest"])
def test_who_is_under_way_sees_the_count_and_start_again_without_scrolling(
    stage: Any, wait: Any, text: str
) -> None:
    shown = stage.show(ROUTE, text=text, step=1)
    wait(400)
    (again,) = shown.items("PillButton")
    box, room = shown.place(again), shown.place(shown.view)
    assert room.top() <= box.top()
    assert box.bottom() <= room.bottom()
    (story,) = shown.items("RouteStory")
    assert not story.property("scrolls")
