"""Maps of countries for QML: what part of the world a room shows, and the names to it.

`WorldGeometry` gives the address of the picture (painted by `worldpaint`), its size and where the
origin is, in px; `WorldRegions` and `WorldNames` say in the visitor's language what is lit.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCollator, QObject, QPointF, Signal

from kiosk.bridge.geometry import Geometry, geometry_input, geometry_output
from kiosk.bridge.late import LateHelper, late_input, late_output
from kiosk.bridge.reading import drawable, locale_of
from kiosk.content.regions import REGIONS, regions_of

REACH = 9.0
"""Degrees by which a finger may miss a country."""


class WorldGeometry(Geometry):
    """The map in a room of width x height: the world, or the part of `region` that is lit.

    `cell` is the size of a stitch at most; the picture is as large as whole stitches are. A place
    that is written to `touched` comes out as `touchedRegion`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codes: list[str] = []
        self._region = ""
        self._cell = 11.0
        self._longitude = 0.0
        self._latitude = 0.0
        self._marked = False
        self._touched = QPointF(-1, -1)

    width = geometry_input("width", float, changed)
    height = geometry_input("height", float, changed)
    cell = geometry_input("cell", float, changed)
    codes = geometry_input("codes", "QStringList", changed)
    region = geometry_input("region", str, changed)
    longitude = geometry_input("longitude", float, changed)
    latitude = geometry_input("latitude", float, changed)
    marked = geometry_input("marked", bool, changed)
    """Whether there is an origin at all."""

    mapWidth = geometry_output("mapWidth", float, changed)
    mapHeight = geometry_output("mapHeight", float, changed)
    stitch = geometry_output("stitch", float, changed)
    address = geometry_output("address", str, changed)
    lit = geometry_output("lit", str, changed)
    origin = geometry_output("origin", QPointF, changed)
    originShown = geometry_output("originShown", bool, changed)

    def compute(self) -> dict[str, Any]:
        """Grid, size of the picture and the place of the origin."""
        from kiosk.bridge import worldview
        from kiosk.bridge.worldgrid import Grid

        if min(self._width, self._height) <= 0 or self._cell <= 0:
            return {}
        own = [code for code in self._codes if regions_of([code]) == [self._region]]
        at = (self._longitude, self._latitude) if self._marked else None
        if own:
            part = worldview.part_of(self._region, own, at)
            grid = worldview.part_grid(part, self._width, self._height, self._cell)
        else:
            grid = worldview.world_grid(self._width, self._height, self._cell)
        stitch = min(self._width / grid.columns, self._height / grid.rows)
        spot = grid.place(*at) if at else None
        self._grid: Grid = grid
        return {
            "mapWidth": stitch * grid.columns,
            "mapHeight": stitch * grid.rows,
            "stitch": stitch,
            "address": ",".join([f"{e:.3f}" for e in grid.bounds] + [f"{n}" for n in grid[1:]]),
            "lit": ".".join(sorted(set(self._codes))),
            "origin": QPointF(spot[0] * stitch, spot[1] * stitch) if spot else QPointF(),
            "originShown": spot is not None,
        }

    def _region_at(self) -> str:
        """The region under the finger."""
        from kiosk.bridge import worldview

        stitch = self.output("stitch")
        if not stitch or min(self._touched.x(), self._touched.y()) < 0:
            return ""
        grid = self._grid
        west = grid.bounds.west + self._touched.x() / stitch * grid.across
        up = grid.bounds.north - self._touched.y() / stitch * grid.down
        return worldview.nearest_region((west, up), regions_of(self._codes), REACH)

    touched = late_input(QPointF, "_touched", changed)
    touchedRegion = late_output(str, _region_at, changed)


class Named(LateHelper):
    """Base of what is said about countries: their `codes`, once each, and a `language`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codes: list[str] = []
        self._language = "en"

    def name(self, code: str) -> str:
        """What a country, or a region by its UN M49 number, is called."""
        from kiosk.bridge import countrynames

        return drawable(countrynames.names(self._language)[code])

    def within(self, region: str) -> list[str]:
        """The codes in a region."""
        return [code for code in dict.fromkeys(self._codes) if regions_of([code]) == [region]]


class WorldRegions(Named):
    """The regions that have lit countries: what they are called, and how many there are in each."""

    changed = Signal()

    def _regions(self) -> list[str]:
        return regions_of(self._codes)

    def _names(self) -> list[str]:
        return [self.name(REGIONS[region]) for region in self._regions()]

    def _counts(self) -> list[int]:
        return [len(self.within(region)) for region in self._regions()]

    def _open_sea(self) -> bool:
        from kiosk.bridge import worldview

        return worldview.sea_is_empty(self._codes)

    codes = late_input("QStringList", "_codes", changed, list)
    language = late_input(str, "_language", changed)
    keys = late_output("QStringList", _regions, changed)
    names = late_output("QStringList", _names, changed)
    counts = late_output("QVariantList", _counts, changed)
    openSea = late_output(bool, _open_sea, changed)
    """Whether words may stand in the South Pacific of a map of the world."""
    total = late_output(int, lambda self: sum(self._counts()), changed)


class WorldNames(Named):
    """The names of the lit countries, or those of a `region`, by the language's alphabet."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._region = ""

    def _names(self) -> list[str]:
        collator = QCollator(locale_of(self._language))
        regions = [self._region] if self._region else regions_of(self._codes)
        names = [self.name(code) for region in regions for code in self.within(region)]
        return sorted(names, key=collator.sortKey)

    codes = late_input("QStringList", "_codes", changed, list)
    language = late_input(str, "_language", changed)
    region = late_input(str, "_region", changed)
    names = late_output("QStringList", _names, changed)
