"""The base of the chart geometries: inputs from QML in, everything to draw out.

A subclass declares its inputs and outputs as properties and computes all outputs at once. It knows
pixels and fonts, nothing of content or theme.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPolygonF

from kiosk.bridge.chartmath import Point
from kiosk.bridge.late import LateHelper, late_input, late_output


def qt_points(points: Sequence[Point]) -> list[QPointF]:
    """Points as QML takes them."""
    return [QPointF(x, y) for x, y in points]


KEPT = 12
"""Layouts that are kept of each kind: for three pages, since the room of a chart changes four times
while it is made."""
_kept: defaultdict[type, OrderedDict[Hashable, dict[str, Any]]] = defaultdict(OrderedDict)


def _frozen(value: Any) -> Hashable:
    """An input as part of a key."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, QPointF):
        return value.x(), value.y()
    if isinstance(value, QRectF):
        return value.getRect()
    return value.toString() if isinstance(value, QFont) else value


def _packed(made: dict[str, Any]) -> dict[str, Any]:
    """Outputs as they are kept: a point of Python's takes ten times the room of its numbers."""
    return {name: QPolygonF(out) if _are_points(out) else out for name, out in made.items()}


def _unpacked(kept: dict[str, Any]) -> dict[str, Any]:
    """Outputs as QML takes them."""
    return {name: out.toList() if isinstance(out, QPolygonF) else out for name, out in kept.items()}


def _are_points(out: Any) -> bool:
    return isinstance(out, list) and bool(out) and all(isinstance(one, QPointF) for one in out)


class Geometry(LateHelper):
    """Base: the first output that is read after a change lays all of them out, if none is kept.

    What was computed is the same for the same inputs, and nobody changes it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.made: dict[str, Any] | None = None
        self._given: dict[str, Any] = {}
        self._width = 0.0
        self._height = 0.0
        self._u = 1.0
        self._font = QFont()

    def put(self, name: str, value: object) -> None:
        """Keep an input, also as part of the key of the layout."""
        self._given[name] = value
        super().put(name, value)

    def refresh(self) -> None:
        self.made = None

    def output(self, name: str) -> Any:
        """An output by its name; an empty one before all inputs are there."""
        if self.made is None:
            self.made = self._lay_out() if self.complete else {}
        return self.made.get(name)

    def _lay_out(self) -> dict[str, Any]:
        """What `compute` says to these inputs."""
        inputs = sorted(self._given.items(), key=lambda item: item[0])
        key = tuple((name, _frozen(value)) for name, value in inputs)
        kept = _kept[type(self)]
        if key in kept:
            kept.move_to_end(key)
            return _unpacked(kept[key])
        made = self.compute()
        kept[key] = _packed(made)
        while len(kept) > KEPT:
            kept.popitem(last=False)
        return made

    def compute(self) -> dict[str, Any]:
        """All outputs by their names, as a subclass lays them out; none while there is no data or
        no room."""
        return {}

    def text_width(self, text: str) -> float:
        """Advance of a text in the font of the labels."""
        return QFontMetricsF(self._font).horizontalAdvance(text)

    def text_height(self) -> float:
        """Line height of the font of the labels."""
        return QFontMetricsF(self._font).height()


def geometry_input(name: str, kind: Any, changed: Signal) -> Any:
    """A property kept in the attribute `_name`."""
    return late_input(kind, f"_{name}", changed)


def geometry_output(name: str, kind: Any, changed: Signal) -> Any:
    """A property taken from what `compute` returned under its name."""
    empty: Any = [] if kind in ("QVariantList", "QStringList") else kind()
    return late_output(kind, lambda self: self.output(name) or empty, changed)
