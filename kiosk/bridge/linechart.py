"""The geometry of a chart of values over time for QML: series in, everything to draw out.

The maths is in `linemath` and `chartmath`; here the lines, their labels and their ends find places
in a room of pixels. All series come in flat lists, one after the other, with how many points each
has; a value without a text is a gap. Knows fonts and a locale, nothing of content or theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QDate, QLocale, QObject, Signal
from PySide6.QtGui import QFont

from kiosk.bridge import chartmath, linemath
from kiosk.bridge.chartmath import Box, Point
from kiosk.bridge.geometry import Geometry, geometry_input, geometry_output, qt_points
from kiosk.bridge.reading import date_text, drawable, locale_of

SHADES = 4
"""Strengths of the woven ground, from the curve down."""
LABELLED = 8
"""A thread of so many points may say all its values; a longer one its ends and extremes."""
DOTTED = 24
"""A thread of so many points carries a dot at each; a longer one at its ends and lone points."""
PIECES = 12
"""Pieces of the curve between two points."""


class LineGeometry(Geometry):
    """One to four series in a plot of width x height px; time runs from left to right.

    `counts` are the points of each series; `dates`, `values` and `texts` (values as they are read)
    hold all of them. `amber` is the series of the thread. The plot shows `low` to `high`; `inset`
    is the room between its sides and the first and last point. `monthPattern` is how the locale
    writes a month with its year.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: list[int] = []
        self._dates: list[str] = []
        self._values: list[float] = []
        self._texts: list[str] = []
        self._amber = 0
        self._fromZero = True
        self._low = 0.0
        self._high = 0.0
        self._inset = 0.0
        self._localeName = "en"
        self._monthPattern = ""

    counts = geometry_input("counts", "QVariantList", changed)
    dates = geometry_input("dates", "QStringList", changed)
    values = geometry_input("values", "QVariantList", changed)
    texts = geometry_input("texts", "QStringList", changed)
    amber = geometry_input("amber", int, changed)
    fromZero = geometry_input("fromZero", bool, changed)
    low = geometry_input("low", float, changed)
    high = geometry_input("high", float, changed)
    width = geometry_input("width", float, changed)
    height = geometry_input("height", float, changed)
    inset = geometry_input("inset", float, changed)
    u = geometry_input("u", float, changed)
    font = geometry_input("font", QFont, changed)
    localeName = geometry_input("localeName", str, changed)
    monthPattern = geometry_input("monthPattern", str, changed)

    zero = geometry_output("zero", float, changed)
    dateTexts = geometry_output("dateTexts", "QStringList", changed)
    dateSpots = geometry_output("dateSpots", "QVariantList", changed)
    dateMarks = geometry_output("dateMarks", "QVariantList", changed)
    thread = geometry_output("thread", "QVariantList", changed)
    starts = geometry_output("starts", "QVariantList", changed)
    dots = geometry_output("dots", "QVariantList", changed)
    lastDot = geometry_output("lastDot", int, changed)
    grounds = geometry_output("grounds", "QStringList", changed)
    sewn = geometry_output("sewn", "QStringList", changed)
    knots = geometry_output("knots", "QVariantList", changed)
    labelTexts = geometry_output("labelTexts", "QStringList", changed)
    labelSpots = geometry_output("labelSpots", "QVariantList", changed)
    labelOwn = geometry_output("labelOwn", "QVariantList", changed)
    ends = geometry_output("ends", "QVariantList", changed)
    endTexts = geometry_output("endTexts", "QStringList", changed)

    def compute(self) -> dict[str, Any]:
        """Scales, lines, dots, ground and the labels that have room."""
        lists = linemath.shared(self._values, [int(count) for count in self._counts])
        if not any(self._texts) or min(self._width, self._height) <= 0 or self._high <= self._low:
            return {}
        times = [linemath.year_of(date) for date in self._dates]
        self._time = min(times), max(times)
        series = [self._lines(part, times) for part in lists]
        own = series[self._amber] if self._amber < len(series) else []
        curves = [[chartmath.monotone_curve(part, PIECES) for part in one] for one in series]
        zero = min(max(self._y(0.0), 0.0), self._height)
        return {
            "zero": zero,
            **self._date_labels(),
            **self._thread(curves[self._amber] if own else []),
            **self._dots(own),
            "grounds": self._grounds(curves[self._amber] if own else [], zero),
            "sewn": [self._sewn(curve) for i, curve in enumerate(curves) if i != self._amber],
            "knots": qt_points(list(self._knots(series))),
            **self._value_labels(lists, times, curves),
            **self._ends(lists, times),
        }

    def _x(self, time: float) -> float:
        first, last = self._time
        room = max(self._width - 2 * self._inset, 1.0)
        share = (time - first) / (last - first) if last > first else 0.5
        return self._inset + room * share

    def _y(self, value: float) -> float:
        return self._height * (self._high - value) / (self._high - self._low)

    def _points(self, part: slice, times: Sequence[float]) -> list[tuple[int, Point]]:
        """Index and place of every known value of a series."""
        indices = range(part.start, part.stop)
        return [
            (i, (self._x(times[i]), self._y(self._values[i]))) for i in indices if self._texts[i]
        ]

    def _lines(self, part: slice, times: Sequence[float]) -> list[list[Point]]:
        """The points of a series, apart where a value is missing."""
        places = dict(self._points(part, times))
        indices = list(range(part.start, part.stop))
        runs = linemath.parts([i in places for i in indices])
        return [[places[i] for i in indices[first:end]] for first, end in runs]

    def _date_labels(self) -> dict[str, Any]:
        """Dates below the plot: the ends of the data first, round ones between as they fit."""
        by_time = {linemath.year_of(date): date for date in sorted(self._dates, key=len)}
        first, last = self._time
        sample = self.text_width("0000") + 34 * self._u
        most = max(2, int(self._width / sample))
        between = linemath.year_ticks(first, last, most)
        dates = list(dict.fromkeys([by_time[first], *between, by_time[last]]))
        dates.sort(key=linemath.year_of)
        texts = [self._date_text(date, dates) for date in dates]
        marks = [self._x(linemath.year_of(date)) for date in dates]
        widths = [self.text_width(text) for text in texts]
        starts = [
            min(max(mark - width / 2, -self._inset), self._width + self._inset - width)
            for mark, width in zip(marks, widths, strict=True)
        ]
        spans = [(start, start + width) for start, width in zip(starts, widths, strict=True)]
        ends = [dates.index(by_time[last]), dates.index(by_time[first])]
        order = list(dict.fromkeys([*ends, *range(len(dates))]))
        shown = chartmath.thin_out(spans, order, 22 * self._u)
        return {
            "dateTexts": [texts[i] for i in shown],
            "dateSpots": qt_points([(starts[i], 0.0) for i in shown]),
            "dateMarks": [marks[i] for i in shown],
        }

    def _date_text(self, date: str, dates: Sequence[str]) -> str:
        """A year as such; a month with its year, unless all are of one; then a day as well."""
        locale = locale_of(self._localeName)
        if len(date) == len("2020"):
            return locale.toString(QDate(int(date), 1, 1), "yyyy")
        year, month, day = [*(int(part) for part in date.split("-")), 1][:3]
        if len({other[:4] for other in dates}) > 1:
            return date_text(self._localeName, QDate(year, month, day), self._monthPattern)
        name = locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)
        return drawable(f"{day}\u00a0{name}" if len(date) > len("2020-01") else name)

    def _thread(self, curves: Sequence[Sequence[Point]]) -> dict[str, Any]:
        """The pieces of the thread one after the other, and where each starts in the list."""
        flat: list[Point] = []
        starts: list[int] = []
        for curve in curves:
            if len(curve) > 1:
                starts.append(len(flat))
                flat += curve
        return {"thread": qt_points(flat), "starts": [*starts, len(flat)]}

    def _dots(self, lines: Sequence[Sequence[Point]]) -> dict[str, Any]:
        every = [point for line in lines for point in line]
        if len(every) > DOTTED:
            alone = [line[0] for line in lines if len(line) == 1]
            every = sorted({every[0], *alone, every[-1]})
        return {"dots": qt_points(every), "lastDot": len(every) - 1}

    def _grounds(self, curves: Sequence[Sequence[Point]], zero: float) -> list[str]:
        """Stitches between thread and baseline, where the value is above zero."""
        if not self._fromZero:
            return []
        cell = (15.5 * self._u, 12 * self._u)
        shades: list[list[Point]] = [[] for _ in range(SHADES)]
        for curve in curves:
            rows = chartmath.stitches(curve, zero, cell, SHADES) if len(curve) > 1 else []
            for k, row in enumerate(rows):
                shades[k] += row
        return chartmath.sewn(shades, 6.5 * self._u, max(3.5 * self._u, 1))

    def _sewn(self, curves: Sequence[Sequence[Point]]) -> str:
        return "".join(
            "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in curve)
            for curve in curves
            if len(curve) > 1
        )

    def _knots(self, series: Sequence[Sequence[Sequence[Point]]]) -> Iterator[Point]:
        """Ends and lone points of the series that are not the thread."""
        for i, lines in enumerate(series):
            if i == self._amber or not lines:
                continue
            yield lines[0][0]
            yield from (line[0] for line in lines[1:-1] if len(line) == 1)
            yield lines[-1][-1]

    def _value_labels(
        self,
        lists: Sequence[slice],
        times: Sequence[float],
        curves: Sequence[Sequence[Sequence[Point]]],
    ) -> dict[str, Any]:
        """Values beside their points, the most telling first, where they touch nothing."""
        flat = [point for one in curves for curve in one for point in curve]
        reach = 5 * self._u
        taken = [Box(x - reach, y - reach, 2 * reach, 2 * reach) for x, y in flat]
        chosen: list[tuple[str, Box, bool]] = []
        for i, point, own, dips in self._telling(lists, times):
            text = self._texts[i]
            boxes = self._label_boxes(text, point, (20 if own else 12) * self._u, below=dips)
            box = next((b for b in boxes if not any(b.meets(other) for other in taken)), None)
            if box is not None:
                chosen.append((text, box, own))
                taken.append(box)
        return {
            "labelTexts": [text for text, _, _ in chosen],
            "labelSpots": qt_points([(box.x, box.y) for _, box, _ in chosen]),
            "labelOwn": [own for _, _, own in chosen],
        }

    def _telling(
        self, lists: Sequence[slice], times: Sequence[float]
    ) -> list[tuple[int, Point, bool, bool]]:
        """Points that should say their value: of the thread first, extremes, the rest of a few;
        of the others the first. The last ones stand beside the plot. With each: whether it is the
        thread's, and whether it lies in a dip, so that its label looks better below."""
        points = [self._points(part, times) for part in lists]
        own = points[self._amber] if self._amber < len(points) else []
        wanted: list[tuple[int, Point, bool, bool]] = []
        if own:
            heights = [point[1] for _, point in own]
            extremes = [heights.index(min(heights)), heights.index(max(heights))]
            rest = range(len(own) - 1, 0, -1) if len(own) <= LABELLED else []
            order = dict.fromkeys([0, *extremes, *rest])
            wanted += [(*own[k], True, dips(heights, k)) for k in order if k != len(own) - 1]
        starts = {point for _, point, _, _ in wanted[:1]}
        for number, other in enumerate(points):
            if number != self._amber and len(other) > 1 and other[0][1] not in starts:
                starts.add(other[0][1])
                wanted.append((*other[0], False, False))
        return wanted

    def _label_boxes(self, text: str, point: Point, away: float, *, below: bool) -> Iterator[Box]:
        """Where a label may stand, the best first: above its point (below in a dip), beside that,
        then on the other side."""
        x, y = point
        width, height = self.text_width(text), self.text_height()
        tops = (y - away - height, y + away)
        aside, apart = 10 * self._u, 4 * self._u
        lefts = (x - width / 2, x - aside, x - width + aside, x - width - apart, x + apart)
        for top in reversed(tops) if below else tops:
            for left in lefts:
                box = Box(left, top, width, height)
                inside = left >= 0 and left + width <= self._width
                if inside and top > -1.3 * height and top + height < self._height:
                    yield box

    def _ends(self, lists: Sequence[slice], times: Sequence[float]) -> dict[str, Any]:
        """The last known point of every series and its value; of an empty one nothing."""
        last = [(self._points(part, times) or [(-1, (self._width, 0.0))])[-1] for part in lists]
        return {
            "ends": qt_points([point for _, point in last]),
            "endTexts": [self._texts[i] if i >= 0 else "" for i, _ in last],
        }


def dips(heights: Sequence[float], k: int) -> bool:
    """True when both neighbours of a point are higher on the screen, so y is smaller there."""
    inner = 0 < k < len(heights) - 1
    return inner and heights[k - 1] < heights[k] and heights[k + 1] < heights[k]
