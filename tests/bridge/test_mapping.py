"""Maps as pictures: the right countries lit, the sea open, edges that run out, any size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.bridge.atlas import Atlas, read_regions
from kiosk.bridge.mapping import LARGEST, paint, parse, requested

VILNIUS, RIGA, MINSK, SEA = (25.28, 54.69), (24.3, 56.8), (27.6, 53.9), (19.5, 56.5)
LOOK = "land=00ff00&border=ffffff&ground=000000&sea=0000ff&u=1&stroke=2"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The outlines, read once."""
    return read_regions()


Map = Callable[..., QImage]


@pytest.fixture
def picture(atlas: Atlas) -> Map:
    """Paints a map of the Baltic states."""

    def draw(**more: str) -> QImage:
        asked = {"lon": "24", "lat": "57", "scale": "80", "width": "700", "height": "600"}
        asked |= {"at": "25.28,54.69", "flat": "1"} | more
        query = "&".join(f"{key}={value}" for key, value in asked.items())
        return paint(parse(f"?{query}&{LOOK}"), atlas)

    return draw


def pixel(image: QImage, place: tuple[float, float]) -> tuple[int, int, int, int]:
    x, y = parse(f"?lon=24&lat=57&scale=80&width=700&height=600&{LOOK}").projection.point(place)
    colour = image.pixelColor(round(x), round(y))
    return colour.red(), colour.green(), colour.blue(), colour.alpha()


def test_the_country_of_the_route_is_lit_and_its_neighbours_are_not(picture: Map) -> None:
    image = picture()
    assert pixel(image, VILNIUS) == (0, 255, 0, 255)
    assert pixel(image, RIGA)[1] < 100
    assert pixel(image, MINSK)[1] < 100
    assert pixel(picture(at="25.28,54.69;24.3,56.8"), RIGA) == (0, 255, 0, 255)


def test_the_sea_is_open(picture: Map) -> None:
    assert pixel(picture(), SEA)[3] == 0


def test_the_sea_is_woven_but_in_high_contrast(picture: Map) -> None:
    def blue(image: QImage) -> int:
        spots = [(19 + i / 40, 56 + k / 40) for i in range(20) for k in range(20)]
        return sum(pixel(image, spot)[2] > 0 for spot in spots)

    assert blue(picture(flat="0")) > 0
    assert blue(picture(flat="1")) == 0


def test_borders_of_the_own_country_are_the_clear_ones(picture: Map) -> None:
    def brightest(image: QImage, latitude: float, west: float, east: float) -> int:
        steps = [west + (east - west) * i / 200 for i in range(200)]
        return max(pixel(image, (longitude, latitude))[0] for longitude in steps)

    image = picture(flat="0")
    assert brightest(image, 55.3, 26, 27.5) > 150, "the border with Belarus"
    assert 10 < brightest(image, 57.0, 27.3, 28.2) < 120, "Latvia's border with Russia"


@pytest.mark.parametrize("flat", ["0", "1"])
def test_no_line_and_no_sea_runs_under_a_name(picture: Map, flat: str) -> None:
    """Whatever it stands on; where the name ends the map goes on."""
    room = (20.0, 250.0, 180.0, 40.0)

    def marked(image: QImage, left: float, top: float, width: float, height: float) -> int:
        spots = [(left + i, top + k) for i in range(round(width)) for k in range(round(height))]
        colours = [image.pixelColor(round(x), round(y)) for x, y in spots]
        return sum(colour.red() > 60 or colour.blue() > 20 for colour in colours)

    image = picture(flat=flat, clear=",".join(f"{edge}" for edge in room))
    assert marked(picture(flat=flat), *room) > 0
    assert marked(image, *room) == 0
    below = (room[0], room[1] + room[3] + 30, room[2], 90.0)
    assert marked(image, *below) == marked(picture(flat=flat), *below) > 0


def test_edges_run_out(picture: Map) -> None:
    whole, faded = picture(flat="0"), picture(flat="0", fades="700,0,0,0")
    assert pixel(faded, VILNIUS)[3] < pixel(whole, VILNIUS)[3]


def test_a_map_of_elsewhere_needs_no_other_data(atlas: Atlas) -> None:
    query = f"?lon=-8&lat=40&scale=80&width=400&height=500&at=-8,40&flat=1&{LOOK}"
    image = paint(parse(query), atlas)
    assert image.pixelColor(200, 250).green() == 255, "Portugal"


def test_a_request_is_kept_within_bounds() -> None:
    chart = parse(f"?lon=24&lat=57&scale=80&width=99999&height=0&{LOOK}")
    assert chart.size == QSize(LARGEST, 1)
    with pytest.raises(ValueError, match="scale"):
        parse(f"?lon=24&lat=57&width=10&height=10&{LOOK}")


def test_an_address_asks_for_a_size(qapp: object) -> None:
    address = f"?lon=24&lat=57&scale=20&width=120&height=90&{LOOK}"
    assert requested(address, QSize()).size() == QSize(120, 90)
