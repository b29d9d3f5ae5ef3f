"""The picture of a thread: where the line is, in its colours, and nothing elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from kiosk.bridge.threadpaint import paint
from kiosk.bridge.threadpath import ThreadPath

INK, BEAD = "ff0000", "0000ff"


def picture(
    spacing: float = 0, halo: float = 0, ratio: float = 1, x: float = 0, progress: float = 1
) -> QImage:
    """A level thread, 100 px long at y = 20, on a picture of 120 x 40."""
    path = ThreadPath()
    path.setProperty("points", [QPointF(10, 20), QPointF(60, 20), QPointF(110, 20)])
    path.setProperty("spacing", spacing)
    path.setProperty("radius", 5.0)
    path.setProperty("spread", 0.0)
    path.setProperty("progress", progress)
    path.componentComplete()
    place = f"&x={x}&y=0&width=120&height=40&ratio={ratio}"
    look = f"&stroke=2&halo={halo}&strength=1&ink={INK}&bead={BEAD}"
    return paint(f"?{path.property('asked')}{place}{look}")


def at(image: QImage, x: int, y: int) -> QColor:
    return image.pixelColor(x, y)


def test_the_line_lies_where_its_points_are() -> None:
    image = picture()
    assert (image.width(), image.height()) == (120, 40)
    core = at(image, 60, 20)
    assert (core.red(), core.blue()) == (255, 0)
    assert core.alphaF() == pytest.approx(0.75, abs=0.02)
    assert at(image, 60, 26).alpha() == at(image, 4, 20).alpha() == at(image, 116, 20).alpha() == 0


def test_beads_stand_at_equal_distances() -> None:
    image = picture(spacing=20)
    beads = [x for x in range(120) if at(image, x, 24).blue() > 200 and at(image, x, 24).alpha()]
    middles = {round((x - 10) / 20) * 20 + 10 for x in beads}
    assert middles == {10, 30, 50, 70, 90, 110}


def test_a_halo_reaches_eleven_strokes() -> None:
    assert at(picture(halo=1), 60, 29).alpha() > 0
    assert at(picture(halo=1), 60, 32).alpha() == 0


def test_dense_screens_get_more_pixels_of_the_same() -> None:
    image = picture(ratio=2)
    assert (image.width(), image.height()) == (240, 80)
    assert at(image, 120, 40).alpha() > 180
    assert at(image, 120, 52).alpha() == 0


def test_the_part_of_the_plane_that_was_asked_for() -> None:
    assert at(picture(x=50), 5, 20).alpha() > 180
    assert at(picture(x=50), 70, 20).alpha() == 0


def test_a_thread_that_is_not_drawn_to_its_end() -> None:
    image = picture(progress=0.5)
    assert at(image, 40, 20).alpha() > 180
    assert at(image, 70, 20).alpha() == 0


def test_bounds_are_those_of_the_whole_line() -> None:
    path = ThreadPath()
    path.setProperty("points", [QPointF(10.4, 20), QPointF(60.2, 90)])
    path.setProperty("progress", 0.2)
    path.componentComplete()
    assert path.property("bounds") == QRectF(10, 20, 51, 70)
