"""Maps of a part of the world as pictures, painted once per size and look by Qt's loading thread.

`image://map/?lon=24&lat=57&scale=190&width=1240&height=990&at=25.3,54.7;24.1,56.9&...` gives a
picture with the place (lon, lat) in its middle, `scale` px per degree of latitude. The countries
in which the places of `at` lie are the map's own: lit, with clear borders; the others lie in the
dark around them. The sea is left open. Colours come as RGB hex (`land`, `border`, `ground`,
`sea`), lengths in device pixels. Knows no theme.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF

from kiosk.bridge.atlas import Atlas, Bounds, Point, Ring, read_regions, unrolled
from kiosk.bridge.routemath import Projection

LARGEST = 4096
SEA_OPACITY = 0.34
AROUND_OPACITY = 0.3
FEATHER, FEATHER_STEPS = 9, 6
"""How far, in u, a line grows faint before it comes to a name, and in how many steps."""
Room = tuple[float, float, float, float]
FADE_STEPS = ((0.0, 0.0), (0.25, 0.16), (0.5, 0.5), (0.75, 0.84), (1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Chart:
    """What to paint. `u` is a device pixel's worth of the interface's unit, `stroke` the border.

    `fades` are the widths over which left, top, right and bottom run out into the ground; `flat`
    leaves out texture and fades, for the high contrast look. In the rooms of `clear` (left, top,
    width, height), where names stand, no line and no texture is drawn.
    """

    middle: Point
    scale: float
    size: QSize
    at: tuple[Point, ...]
    land: str
    border: str
    ground: str
    sea: str
    u: float
    stroke: float
    fades: tuple[float, ...]
    flat: bool
    clear: tuple[Room, ...] = ()

    @property
    def projection(self) -> Projection:
        """Where places are drawn."""
        centre = (self.size.width() / 2, self.size.height() / 2)
        return Projection(self.middle, centre, self.scale)

    @property
    def bounds(self) -> Bounds:
        """The part of the world that the picture shows."""
        west, north = self.projection.place((0.0, 0.0))
        east, south = self.projection.place((self.size.width(), self.size.height()))
        return Bounds(west, south, east, north)


def parse(address: str) -> Chart:
    """The request behind an address. Raises `ValueError` for one that makes no sense."""
    asked = dict(parse_qsl(urlsplit(address).query))
    number = {name: float(asked.get(name, "0")) for name in ("lon", "lat", "scale", "u", "stroke")}
    width, height = (min(LARGEST, max(1, int(float(asked[name])))) for name in ("width", "height"))
    if number["scale"] <= 0:
        raise ValueError(f"a map without a scale: {address}")
    return Chart(
        middle=(number["lon"], number["lat"]),
        scale=number["scale"],
        size=QSize(width, height),
        at=tuple(_place(pair) for pair in asked.get("at", "").split(";") if pair),
        land=asked.get("land", "182326"),
        border=asked.get("border", "ffffff"),
        ground=asked.get("ground", "000000"),
        sea=asked.get("sea", "2d3a3e"),
        u=number["u"] or 1.0,
        stroke=number["stroke"] or 1.0,
        fades=tuple(float(part) for part in asked.get("fades", "0,0,0,0").split(",")),
        flat=asked.get("flat") == "1",
        clear=tuple(_room(room) for room in asked.get("clear", "").split(";") if room),
    )


def _place(pair: str) -> Point:
    longitude, latitude = pair.split(",")
    return float(longitude), float(latitude)


def _room(part: str) -> Room:
    left, top, width, height = (float(number) for number in part.split(","))
    return left, top, width, height


def _sheet(chart: Chart) -> tuple[QImage, QPainter]:
    image = QImage(chart.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return image, painter


def paint(chart: Chart, atlas: Atlas) -> QImage:
    """The picture of a map on a transparent ground."""
    image, painter = _sheet(chart)
    bounds = chart.bounds
    own: set[str] = set()
    if not chart.flat:
        _sea(painter, chart)
        _clear(painter, chart)
    for code in atlas.codes:  # one by one: the outlines of all take megabytes
        rings = _outlines(atlas, code, bounds)
        if _holds(rings, chart.at):
            own.add(code)
        _land(painter, chart, rings, own=code in own)
    lines, pen = _sheet(chart)
    _borders(pen, chart, atlas, bounds, own)
    _clear(pen, chart)
    pen.end()
    painter.drawImage(0, 0, lines)
    if not chart.flat:
        _fade(painter, chart)
    painter.end()
    return image


def _outlines(atlas: Atlas, code: str, bounds: Bounds) -> list[Ring]:
    """The outlines of a country in a part of the world, whole also beyond the date line."""
    rings = atlas.rings(code, bounds)
    return [whole for ring in rings for whole in unrolled(ring, closed=True)]


def _polygon(projection: Projection, points: Ring) -> QPolygonF:
    return QPolygonF([QPointF(*projection.point(place)) for place in points])


def _holds(rings: list[Ring], places: tuple[Point, ...]) -> bool:
    """Whether any of the places lies in a country."""
    outlines = [QPolygonF([QPointF(*place) for place in ring]) for ring in rings]
    odd = Qt.FillRule.OddEvenFill
    return any(
        sum(outline.containsPoint(QPointF(*place), odd) for outline in outlines) % 2
        for place in places
    )


def _colour(hex_rgb: str, opacity: float = 1.0) -> QColor:
    colour = QColor(f"#{hex_rgb}")
    colour.setAlphaF(opacity)
    return colour


def _sea(painter: QPainter, chart: Chart) -> None:
    """Rows of fine dashes, as in the empty cloth; the land covers them."""
    row, thick = 9 * chart.u, max(1.0, 1.2 * chart.u)
    pen = QPen(_colour(chart.sea, SEA_OPACITY), thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([9 * chart.u / thick, 6 * chart.u / thick])
    painter.setPen(pen)
    for number in range(int(chart.size.height() / row) + 1):
        y = (number + 0.5) * row
        shift = -7.5 * chart.u * (number % 2)
        painter.drawLine(QPointF(shift, y), QPointF(chart.size.width(), y))


def _land(painter: QPainter, chart: Chart, rings: list[Ring], *, own: bool) -> None:
    """A country as a plain surface; others are hardly lighter than the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    ground, land = QColor(f"#{chart.ground}"), QColor(f"#{chart.land}")
    share = 1.0 if own else 0.3
    mixed = [
        round(low + (high - low) * share)
        for low, high in zip(ground.getRgb()[:3], land.getRgb()[:3], strict=True)  # type: ignore[index]
    ]
    painter.setBrush(QColor(*mixed))
    for ring in rings:
        painter.drawPolygon(_polygon(chart.projection, ring), Qt.FillRule.OddEvenFill)


def _borders(painter: QPainter, chart: Chart, atlas: Atlas, bounds: Bounds, own: set[str]) -> None:
    """Each border once: faint ones first, then those of the map's own countries."""
    lines = list(atlas.borders(bounds))
    for wanted in (False, True):
        opacity = 0.75 if wanted else AROUND_OPACITY
        if chart.flat:
            opacity = 1.0 if wanted else 0.6
        pen = QPen(_colour(chart.border, opacity), chart.stroke * (1.0 if wanted else 0.6))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for line in lines:
            for points in unrolled(line.points):
                if bool(own.intersection(line.owners)) == wanted:
                    painter.drawPolyline(_polygon(chart.projection, points))


def _clear(painter: QPainter, chart: Chart) -> None:
    """Take what is drawn out of the rooms of names; without hard ends but in high contrast."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setPen(Qt.PenStyle.NoPen)
    steps = 1 if chart.flat else FEATHER_STEPS
    for left, top, width, height in chart.clear:
        for step in range(steps):
            more = (0.3 + step / steps) * FEATHER * chart.u
            painter.setBrush(_colour("000000", 1.0 if step == 0 else 0.4))
            room = QRectF(left - more, top - more / 2, width + 2 * more, height + more)
            painter.drawRoundedRect(room, more, more)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _fade(painter: QPainter, chart: Chart) -> None:
    """Let the edges run out into the ground."""
    wide, high = chart.size.width(), chart.size.height()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    ends = ((0, 0, 1, 0), (0, 0, 0, 1), (wide, 0, -1, 0), (0, high, 0, -1))
    for width, (x, y, across, down) in zip(chart.fades, ends, strict=False):
        if width <= 0:
            continue
        light = QLinearGradient(x, y, x + across * width, y + down * width)
        for place, opacity in FADE_STEPS:
            light.setColorAt(place, _colour("000000", opacity))
        painter.fillRect(QRectF(0, 0, wide, high), light)


def requested(address: str, _size: QSize) -> QImage:
    """A map; outlines are read anew, for the picture is what is kept."""
    return paint(parse(address), read_regions())
