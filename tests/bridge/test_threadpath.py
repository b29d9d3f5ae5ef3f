"""The thread's geometry: through its points, beads at equal distances, drawn in from its start."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from kiosk.bridge.threadpath import ThreadPath, cut, discs, length, resample, spline

WAVE = [(0.0, 100.0), (200.0, 60.0), (400.0, 140.0), (600.0, 100.0)]


def path(**inputs: object) -> ThreadPath:
    """A complete thread through WAVE."""
    thread = ThreadPath()
    thread.setProperty("points", [QPointF(x, y) for x, y in WAVE])
    for name, value in inputs.items():
        thread.setProperty(name, value)
    thread.componentComplete()
    return thread


def test_curve_goes_through_its_points() -> None:
    curve = spline(WAVE)
    for point in WAVE:
        assert min(math.dist(point, other) for other in curve) < 1e-9


def test_curve_has_no_corners() -> None:
    curve = spline(WAVE)
    angles = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(curve)]
    assert max(abs(b - a) for a, b in pairwise(angles)) < math.radians(12)


def test_two_points_are_a_line() -> None:
    assert spline([(0, 0), (10, 0)]) == [(0, 0), (10, 0)]
    assert spline([(3, 4)]) == [(3, 4)]


def test_beads_at_equal_distances() -> None:
    beads = resample([(0, 0), (100, 0), (100, 100)], 12)
    assert beads[0] == (0, 0)
    assert len(beads) == 17
    along = [x + y for x, y in beads]
    assert all(b - a == pytest.approx(12) for a, b in pairwise(along))


def test_no_beads_without_spacing_or_line() -> None:
    assert resample([(0, 0), (10, 0)], 0) == []
    assert resample([], 5) == []
    assert resample([(1, 1), (1, 1)], 5) == [(1, 1)]


def test_cut_keeps_the_start() -> None:
    line = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)]
    assert cut(line, 150) == [(0, 0), (100, 0), (100, 50)]
    assert length(cut(line, 33)) == pytest.approx(33)
    assert length(cut(line, 1000)) == pytest.approx(200)


def test_discs_are_one_path_and_always_the_same() -> None:
    drawn = discs([(10, 10), (20, 10)], 3, 0.25, 3)
    assert drawn.count("M") == drawn.count("z") == 2
    assert drawn == discs([(10, 10), (20, 10)], 3, 0.25, 3)
    radii = [float(r) for r in re.findall(r"a([\d.]+),", drawn)]
    assert all(2.25 <= r <= 3.75 for r in radii)
    assert set(re.findall(r"a([\d.]+),", discs([(0, 0), (9, 9)], 3, 0, 3))) == {"3.00"}


def test_progress_draws_it_in() -> None:
    whole = path()
    half = path(progress=0.5)
    assert length([p.toTuple() for p in half.property("line")]) == pytest.approx(
        length([p.toTuple() for p in whole.property("line")]) / 2, rel=0.01
    )
    assert half.property("beads").count("M") == pytest.approx(
        whole.property("beads").count("M") / 2, abs=1
    )
    assert whole.property("tip") == QPointF(600, 100)
    assert path(progress=0.0).property("beads") == ""
    assert len(path(progress=0.0).property("line")) == 0


def test_new_points_make_a_new_line() -> None:
    thread = path()
    told: list[int] = []
    thread.changed.connect(lambda: told.append(len(thread.property("line"))))
    thread.setProperty("points", [QPointF(0, 0), QPointF(50, 0)])
    assert told == [2]
    thread.setProperty("progress", 0.5)
    assert thread.property("tip") == QPointF(25, 0)


def test_corners_stay_when_asked() -> None:
    assert len(path(smooth=False).property("line")) == len(WAVE)


def test_fewer_than_two_points_draw_nothing() -> None:
    thread = ThreadPath()
    thread.setProperty("points", [QPointF(1, 1)])
    thread.componentComplete()
    assert len(thread.property("line")) == 0
    assert thread.property("beads") == ""
