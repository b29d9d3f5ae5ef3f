"""The picture of a small drawing: its layers lie where their paths are, in the given colours."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

import kiosk
from kiosk.bridge.drawingpaint import LAYERS, TAKES, outline, paint

PATHS = Path(kiosk.__file__).parent / "qml/Kiosk/Ui/DrawingPaths.qml"
COLOURS = "ink=ff0000&amber=00ff00&bright=0000ff&text=ffffff&ground=000000"


def picture(ratio: float = 1, x: float = 0, solid: int = 0, **paths: str) -> QImage:
    """The layers on a picture of 80 x 40, a unit of a drawing 2 px."""
    layers = "".join(f"{name}-path={quote(data)}&" for name, data in paths.items())
    place = f"x={x}&y=0&width=80&height=40&ratio={ratio}&unit=2&line=4"
    return paint(f"?{layers}{place}&{COLOURS}&solid={solid}")


def at(image: QImage, x: int, y: int) -> tuple[int, int, int, int]:
    colour: QColor = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue(), colour.alpha()


def test_a_filled_layer_lies_where_its_path_is() -> None:
    image = picture(dot="M5 5h10v10h-10z")
    assert at(image, 20, 20) == (255, 0, 0, 255)
    assert at(image, 8, 20)[3] == at(image, 32, 20)[3] == 0


def test_strokes_have_the_width_of_the_line_however_large_the_drawing_is() -> None:
    image = picture(line="M0 10L40 10")
    assert at(image, 40, 21) == (255, 0, 0, 255)
    assert at(image, 40, 23)[3] == 0


def test_translucent_layers_are_solid_where_nothing_may_shine_through() -> None:
    square = "M5 5h10v10h-10z"
    assert at(picture(soft=square), 20, 20)[3] == pytest.approx(0.45 * 255, abs=2)
    assert at(picture(soft=square, solid=1), 20, 20)[3] == 255
    assert at(picture(area=square), 20, 20)[3] == pytest.approx(0.14 * 255, abs=2)
    assert at(picture(area=square, solid=1), 20, 20)[3] == 0


def test_later_layers_lie_above() -> None:
    square = "M5 5h10v10h-10z"
    assert at(picture(paper=square, dot=square), 20, 20) == (255, 255, 255, 255)


def test_dense_screens_get_more_pixels_of_the_same() -> None:
    image = picture(ratio=2, x=10, dot="M5 5h10v10h-10z")
    assert (image.width(), image.height()) == (160, 80)
    assert at(image, 60, 40)[3] == 255
    assert at(image, 30, 40)[3] == 0


def test_arcs_go_round_whole_circles() -> None:
    circle = outline("M2 9a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z")
    assert circle.boundingRect() == QRectF(2, 2, 14, 14)
    assert circle.contains(QRectF(8, 3, 2, 12))


def test_relative_commands_go_on_from_where_the_path_is() -> None:
    path = outline("M10 10h4v-4q1 -5 6 -5")
    assert (path.currentPosition().x(), path.currentPosition().y()) == (20, 1)
    absolute = outline("M10 10L14 10L14 6Q15 1 20 1")
    assert path == absolute


def test_every_drawing_uses_only_layers_and_commands_that_are_known() -> None:
    found = re.findall(r'"([a-z]+)": "([^"]+)"', PATHS.read_text(encoding="utf-8"))
    assert len(found) > 20
    for layer, data in found:
        assert layer in LAYERS
        commands = re.findall(r"([A-Za-z])([^A-Za-z]*)", data)
        for command, numbers in commands:
            assert len(re.findall(r"-?\d*\.?\d+", numbers)) == TAKES[command], data
