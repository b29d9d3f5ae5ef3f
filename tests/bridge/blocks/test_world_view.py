"""The map of countries: regions as steps, their lists, a touch on the map, no mirroring."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from kiosk.content.countries import COUNTRIES

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "blocks" / "world.json"
EXAMPLE: dict[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
PORTRAIT = (1080, 1920)
EUROPE = ["LT", "HR", "EE", "NL", "PL", "RO", "BE", "SI", "DK"]


def world(*codes: str, **more: Any) -> dict[str, Any]:
    return EXAMPLE | {"countries": EXAMPLE["countries"] | {"codes": list(codes)}} | more


def picture(shown: Any) -> Any:
    """The picture of the map."""
    (sheet,) = [
        item
        for item in shown.items("QQuickImage")
        if str(item.property("source").toString()).startswith("image://world/")
    ]
    return sheet


def address(shown: Any) -> str:
    return str(picture(shown).property("source").toString())


def test_the_world_has_a_button_per_region_and_counts(stage: Any) -> None:
    shown = stage.show(EXAMPLE)
    spoken = [stage.call("spoken", tab) for tab in shown.items("WorldTab_")]
    assert [words.split(",")[0] for words in spoken] == [
        "World",
        "Europe",
        "Asia",
        "Africa",
        "Americas",
        "Oceania",
    ]
    assert [int(words.split()[1]) for words in spoken[1:]] == [4, 2, 1, 2, 2]
    assert "11" in shown.words()
    assert "Malta" not in shown.words()


def test_a_region_is_a_step(stage: Any) -> None:
    shown = stage.show(EXAMPLE)
    before = address(shown)
    shown.tap(shown.items("WorldTab_")[2])
    assert shown.heard == ["step 2"]
    shown.give(step=1)
    assert {"Estonia", "Latvia", "Lithuania", "Malta", "4"} <= set(shown.words())
    assert "Japan" not in shown.words()
    assert address(shown) != before


def test_names_come_in_the_visitors_language_and_alphabet(stage: Any) -> None:
    shown = stage.show(world(*EUROPE))
    stage.call("speak", "lt")
    found = [word for word in shown.words() if word[0].isupper()]
    wanted = ["Belgija", "Danija", "Estija", "Kroatija", "Lenkija", "Lietuva", "Nyderlandai"]
    assert [word for word in found if word in wanted] == wanted
    stage.call("speak", "en")


def test_a_touch_on_the_map_opens_the_region(stage: Any) -> None:
    shown = stage.show(EXAMPLE)
    box = shown.place(picture(shown))
    for longitude, latitude, step in [(30.0, 50.0, 1), (105.0, 35.0, 2), (-60.0, -10.0, 4)]:
        x = box.left() + (longitude + 169) / 360 * box.width()
        y = box.top() + (84 - latitude) / 141 * box.height()
        shown.press(QPoint(round(x), round(y)))
        assert shown.heard[-1] == f"step {step}"
    shown.press(QPoint(round(0.1 * box.width()), round(box.top() + 0.8 * box.height())))
    assert len(shown.heard) == 3  # the Pacific is nobody's


def test_a_single_region_is_shown_at_once_without_buttons(stage: Any) -> None:
    shown = stage.show(world(*EUROPE))
    assert shown.items("WorldTab_") == []
    assert {"Belgium", "Slovenia", "9"} <= set(shown.words())
    west, _south, east = (float(edge) for edge in address(shown).split("/")[3].split(",")[:3])
    assert east - west < 90


def test_without_a_list_no_country_is_marked(stage: Any) -> None:
    block = {name: part for name, part in EXAMPLE.items() if name != "countries"}
    shown = stage.show(block)
    assert address(shown).endswith("&lit=")
    assert shown.words() == ["Vilnius"]
    assert not shown.view.property("cites")


def test_the_map_is_never_mirrored(stage: Any) -> None:
    points = []
    for mirrored in (False, True):
        shown = stage.show(world(*EUROPE), mirrored=mirrored)
        (point,) = shown.items("WorldPoint")
        box = shown.place(picture(shown))
        points.append((shown.place(point).left() - box.left()) / box.width())
        touches_far_edge = box.left() <= 1 if mirrored else box.right() >= 1919
        assert touches_far_edge
        stage.window.property("view").deleteLater()
    assert points[0] == pytest.approx(points[1], abs=0.01)


@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT, (1024, 768)])
@pytest.mark.parametrize("text", ["standard", "large", "largest"])
def test_all_countries_of_the_world_have_room(stage: Any, size: tuple[int, int], text: str) -> None:
    u = min(min(size) / 1080, max(size) / 1920)
    for step in range(6):
        shown = stage.show(world(*COUNTRIES), size, text=text, step=step)
        tabs = shown.items("WorldTab_")
        for tab in tabs:
            box = shown.place(tab)
            assert box.height() >= 88 * u - 1
            assert box.right() <= size[0]
        for column in shown.items("ScrollColumn"):
            box = shown.place(column)
            assert box.height() >= 60 * u
            assert box.bottom() <= min(shown.place(tab).top() for tab in tabs)
        stage.window.property("view").deleteLater()


def test_the_words_do_not_stand_on_a_lit_island(stage: Any) -> None:
    for codes, over in [(["LT", "SG", "US"], True), (["LT", "SG", "PN"], False)]:
        shown = stage.show(world(*codes))
        (column,) = shown.items("WorldColumn")
        assert shown.place(picture(shown)).intersects(shown.place(column)) is over
        stage.window.property("view").deleteLater()


def test_the_picture_stands_when_there_is_less_movement(stage: Any, wait: Any) -> None:
    shown = stage.show(EXAMPLE)
    assert "&wave=" in address(shown)
    contrast = stage.show(EXAMPLE, look="contrast")
    assert "&wave=" not in address(contrast)


def test_the_screen_reader_hears_the_map_the_choice_and_the_list(stage: Any) -> None:
    QAccessible.setActive(True)
    shown = stage.show(EXAMPLE, step=1)
    assert stage.call("spoken", shown.view) == EXAMPLE["spoken"]["en"]
    tabs = [QAccessible.queryAccessibleInterface(tab) for tab in shown.items("WorldTab_")]
    assert [bool(tab.state().checked) for tab in tabs] == [False, True, *[False] * 4]
    names = [QAccessible.queryAccessibleInterface(item) for item in shown.items("WorldName")]
    assert {name.role() for name in names} == {QAccessible.Role.ListItem}
    assert [stage.call("spoken", item) for item in shown.items("WorldName")] == [
        "Estonia",
        "Latvia",
        "Lithuania",
        "Malta",
    ]


def test_a_map_without_a_list_leaves_room_for_words(stage: Any) -> None:
    block = {name: part for name, part in EXAMPLE.items() if name != "countries"}
    for size, text, at_foot in [
        ((1920, 1080), "standard", True),
        ((1920, 1080), "largest", False),
        (PORTRAIT, "standard", False),
    ]:
        shown = stage.show(block, size, text=text, storied=True)
        room, sheet = shown.view.property("storyRoom"), shown.place(picture(shown))
        room = shown.view.mapRectToScene(room)
        assert min(room.width(), room.height()) > 300
        assert bool(shown.view.property("storyAtFoot")) is at_foot
        assert room.intersects(sheet) is at_foot
        stage.window.property("view").deleteLater()
    assert stage.show(EXAMPLE, storied=True).view.property("storyRoom").isEmpty()
