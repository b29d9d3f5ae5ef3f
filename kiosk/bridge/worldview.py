"""Which part of the world a map shows, and the grid of stitches that fills its room.

The world is shown as equal degrees, from the Bering Strait to the Bering Strait; a part of it is
narrowed by the cosine of its latitude, so that shapes look familiar, and grows until it fills its
room. Must not import Qt.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from kiosk.bridge.atlas import Bounds, Point
from kiosk.bridge.worldgrid import TURN, Grid
from kiosk.content.countries import COUNTRIES

WORLD = Bounds(-169.0, -57.0, 191.0, 84.0)
WINDOWS = {
    "europe": Bounds(-25.0, 34.0, 46.0, 71.5),
    "asia": Bounds(26.0, -11.0, 150.0, 55.0),
    "africa": Bounds(-26.0, -36.0, 60.0, 38.0),
    "americas": Bounds(-169.0, -56.0, -30.0, 75.0),
    "oceania": Bounds(110.0, -48.0, 232.0, 21.0),
}
"""What is shown of a region at most: Russia reaches into Europe's, but does not make it wider."""
OPEN_SEA = Bounds(-169.0, -57.0, -84.0, 6.0)
"""The South Pacific: room for words on a map of the world, unless one of its islands is lit."""
LEAST_ACROSS, LEAST_UP = 30.0, 20.0
"""A part of the world is never smaller than this, in degrees."""
MARGIN = 0.1
"""Room around the lit countries, as a share of what they take."""
SOUTH, NORTH = -62.0, 84.0


def world_grid(width: float, height: float, cell: float) -> Grid:
    """The whole world in a room, in px, with cells of a size at most."""
    share = (WORLD.north - WORLD.south) / TURN
    columns = max(36, int(min(width, height / share) / cell))
    return Grid(WORLD, columns, round(columns * share))


def part_grid(part: Bounds, width: float, height: float, cell: float) -> Grid:
    """A part of the world, grown until it fills a room, or until there is no more world."""
    columns, rows = max(12, int(width / cell)), max(12, int(height / cell))
    narrow = math.cos(math.radians((part.south + part.north) / 2))
    down = max((part.north - part.south) / rows, (part.east - part.west) * narrow / columns)
    columns, rows = min(columns, int(TURN * narrow / down)), min(rows, int((NORTH - SOUTH) / down))
    wide, high = down / narrow * columns, down * rows
    west = (part.west + part.east - wide) / 2
    south = max(SOUTH, min((part.south + part.north - high) / 2, NORTH - high))
    return Grid(Bounds(west, south, west + wide, south + high), columns, rows)


def part_of(region: str, codes: Iterable[str], origin: Point | None) -> Bounds:
    """The part of a region that holds its lit countries, and the origin if it lies there."""
    window = WINDOWS[region]
    turned = [_turned(Bounds(*COUNTRIES[code].box), window) for code in codes]
    boxes = [_common(box, window) for box in turned if box.meets(window)]
    if origin is not None and window.meets(Bounds(*origin, *origin)):
        boxes.append(Bounds(*origin, *origin))
    boxes = boxes or [window]
    west, south = min(box.west for box in boxes), min(box.south for box in boxes)
    east, north = max(box.east for box in boxes), max(box.north for box in boxes)
    west, east = _spread(west, east, LEAST_ACROSS)
    south, north = _spread(south, north, LEAST_UP)
    return Bounds(west, south, east, north)


def sea_is_empty(codes: Iterable[str]) -> bool:
    """Whether none of the lit countries lies in the South Pacific."""
    places = (COUNTRIES[code].place for code in codes if code in COUNTRIES)
    return not any(OPEN_SEA.meets(Bounds(*place, *place)) for place in places)


def nearest_region(place: Point, regions: Iterable[str], reach: float) -> str:
    """The region whose country is under a finger, or within `reach` degrees; else nothing.

    Countries are taken as boxes; where several hold the place, the smallest is meant.
    """
    wanted, best, found = set(regions), (reach, math.inf), ""
    for country in COUNTRIES.values():
        box = _turned(Bounds(*country.box), Bounds(*place, *place))
        across = max(box.west - place[0], place[0] - box.east, 0.0)
        up = max(box.south - place[1], place[1] - box.north, 0.0)
        rank = (math.hypot(across, up), (box.east - box.west) * (box.north - box.south))
        if rank < best:
            best, found = rank, country.region
    return found if found in wanted else ""


def _spread(low: float, high: float, least: float) -> tuple[float, float]:
    """A stretch with its margin, not shorter than the least."""
    half = max((high - low) * (0.5 + MARGIN), least / 2)
    return (low + high) / 2 - half, (low + high) / 2 + half


def _turned(box: Bounds, window: Bounds) -> Bounds:
    """A box turned round the world to where the window is."""
    middle = (window.west + window.east) / 2
    turn = TURN * round((middle - (box.west + box.east) / 2) / TURN)
    return Bounds(box.west + turn, box.south, box.east + turn, box.north)


def _common(box: Bounds, window: Bounds) -> Bounds:
    """What of a box lies inside the window."""
    west, south = max(box.west, window.west), max(box.south, window.south)
    return Bounds(west, south, min(box.east, window.east), min(box.north, window.north))
