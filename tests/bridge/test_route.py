"""Where a route is drawn: on the map, its towns on its line, its names where there is room."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from kiosk.bridge.route import RouteGeometry

PLACES = [
    (25.28, 54.69),
    (24.75, 55.25),
    (24.36, 55.73),
    (24.11, 56.95),
    (25.59, 58.36),
    (24.75, 59.44),
]
NAMES = ["Vilnius", "Panevėžys", "Riga", "Viljandi", "Tallinn"]


def geometry(**inputs: Any) -> RouteGeometry:
    """Five towns with one place in between that has no name."""
    made = RouteGeometry()
    small, large = QFont(), QFont()
    small.setPixelSize(26)
    large.setPixelSize(38)
    given = {
        "places": [QPointF(*place) for place in PLACES],
        "stops": [0, 2, 3, 4, 5],
        "region": QRectF(20.9, 53.9, 7.3, 5.8),
        "frame": QRectF(60, 40, 1000, 860),
        "width": 1200.0,
        "height": 940.0,
        "u": 1.0,
        "names": NAMES,
        "capitals": [True, False, True, False, True],
        "pins": [QPointF(24.5, 58.39)],
        "pinNames": ["Pärnu:\ndecided here"],
        "font": small,
        "capitalFont": large,
    }
    for name, value in (given | inputs).items():
        made.setProperty(name, value)
    made.componentComplete()
    return made


def out(made: RouteGeometry, name: str) -> Any:
    return made.property(name)


def test_the_line_goes_through_all_places_and_the_towns_are_on_it(qapp: object) -> None:
    made = geometry()
    line, nodes, shares = (out(made, name) for name in ("line", "nodes", "shares"))
    assert line[0] == nodes[0]
    assert line[-1] == nodes[-1]
    assert all(node in line for node in nodes)
    assert shares[0] == 0
    assert shares[-1] == pytest.approx(1)
    assert shares == sorted(shares)
    assert len(shares) == len(NAMES)


def test_everything_lies_inside_the_frame(qapp: object) -> None:
    made = geometry()
    frame = QRectF(60, 40, 1000, 860)
    assert all(frame.contains(point) for point in [*out(made, "line"), *out(made, "pinNodes")])


def test_north_is_up(qapp: object) -> None:
    nodes = out(geometry(), "nodes")
    assert [node.y() for node in nodes] == sorted((node.y() for node in nodes), reverse=True)


def test_every_name_has_room_on_a_large_map(qapp: object) -> None:
    made = geometry()
    assert out(made, "shownNames") == [True] * 5
    assert out(made, "shownPins") == [True]


def test_on_a_small_map_names_of_capitals_stay_and_others_go(qapp: object) -> None:
    made = geometry(frame=QRectF(60, 20, 210, 190), width=330.0, height=230.0)
    shown = out(made, "shownNames")
    assert (shown[0], shown[2], shown[4]) == (True, True, True)
    assert not all(shown)


def test_two_towns_are_a_straight_line(qapp: object) -> None:
    made = geometry(
        places=[QPointF(25.28, 54.69), QPointF(25.65, 54.54)],
        stops=[0, 1],
        names=["Vilnius", "Medininkai"],
        capitals=[True, False],
        region=QRectF(24.9, 54.3, 1.2, 0.7),
        pins=[],
        pinNames=[],
    )
    assert len(out(made, "line")) == 2
    assert out(made, "shares") == [0, 1]
    assert out(made, "shownNames") == [True, True]


def test_without_room_there_is_nothing(qapp: object) -> None:
    assert out(geometry(frame=QRectF()), "line") == []
    assert out(geometry(places=[]), "nodes") == []


def test_the_middle_of_the_picture_is_a_place(qapp: object) -> None:
    made = geometry()
    (middle,) = out(made, "middle")
    assert middle.x() == pytest.approx(24.55 + (600 - 560) / (out(made, "scale") * 0.548), abs=0.05)
    assert middle.y() == pytest.approx(56.8, abs=0.1)
