"""The scale of values of a chart over time for QML: round numbers and how they are written.

Apart from the lines themselves, because the numbers need room beside the plot, and what has room
must not depend on what it leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.bridge import linemath
from kiosk.bridge.geometry import Geometry, geometry_input, geometry_output
from kiosk.bridge.reading import format_number, locale_of

MOST_TICKS = 6
LEAST_PITCH = 3.4
"""Heights of a label between two round values."""
THOUSAND = 1000.0


class LineScale(Geometry):
    """Round values for `values`; one without a text in `texts` is a gap and does not count.

    `height` is about what the plot will have and `pitch` the least distance of two values, in px.
    `scales` says how a million, a billion and a trillion are written ("%1 million").
    Outputs: `low` and `high`, the ends of the scale; `tickValues` and `tickTexts`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: list[float] = []
        self._texts: list[str] = []
        self._fromZero = True
        self._pitch = 0.0
        self._localeName = "en"
        self._scales: list[str] = []

    values = geometry_input("values", "QVariantList", changed)
    texts = geometry_input("texts", "QStringList", changed)
    fromZero = geometry_input("fromZero", bool, changed)
    height = geometry_input("height", float, changed)
    pitch = geometry_input("pitch", float, changed)
    localeName = geometry_input("localeName", str, changed)
    scales = geometry_input("scales", "QStringList", changed)

    low = geometry_output("low", float, changed)
    high = geometry_output("high", float, changed)
    tickValues = geometry_output("tickValues", "QVariantList", changed)
    tickTexts = geometry_output("tickTexts", "QStringList", changed)

    def compute(self) -> dict[str, Any]:
        """The round values, from the lowest up."""
        known = [value for value, text in zip(self._values, self._texts, strict=False) if text]
        if not known:
            return {}
        most = min(MOST_TICKS, 1 + int(self._height / max(self._pitch, 1.0)))
        ticks = linemath.value_ticks(min(known), max(known), most, from_zero=self._fromZero)
        return {
            "low": ticks[0],
            "high": ticks[-1],
            "tickValues": ticks,
            "tickTexts": self._written(ticks),
        }

    def _written(self, ticks: Sequence[float]) -> list[str]:
        """Numbers of the locale; in millions and more where the steps are that large."""
        locale = locale_of(self._localeName)
        step = ticks[1] - ticks[0]
        steps = range(len(self._scales), 0, -1)
        scale = next((k for k in steps if step >= THOUSAND ** (k + 1)), 0)
        unit = THOUSAND ** (scale + 1) if scale else 1.0
        decimals = linemath.tick_decimals([tick / unit for tick in ticks])
        pattern = self._scales[scale - 1] if scale else "%1"
        return [
            pattern.replace("%1", format_number(locale, tick / unit, decimals))
            if tick
            else format_number(locale, 0, 0)
            for tick in ticks
        ]
