"""The thread between two shapes: always as many points, and it does not cross itself."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from kiosk.bridge.threadmorph import COUNT, ThreadMorph, aligned, evenly
from kiosk.bridge.threadpath import Point

LEVEL = [(0.0, 100.0), (630.0, 100.0)]
UPRIGHT = [(900.0, 700.0), (900.0, 70.0)]
HERE = (QPointF(0, 0), QPointF(1, 0), QPointF(0, 1))
MIRRORED = (QPointF(1000, 0), QPointF(999, 0), QPointF(1000, 1))


def polygon(line: list[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in line])


def flat(line: list[Point]) -> list[float]:
    return [number for point in line for number in point]


def points(morph: ThreadMorph) -> list[Point]:
    return [(spot.x(), spot.y()) for spot in morph.property("line").toList()]


@pytest.fixture
def morph() -> ThreadMorph:
    """A thread on its way from LEVEL to UPRIGHT."""
    made = ThreadMorph()
    made.componentComplete()
    made.begin(polygon(LEVEL), [], *HERE)
    made.aim(polygon(UPRIGHT), [], *HERE)
    return made


@pytest.mark.parametrize("line", [LEVEL, [(0.0, 0.0), (1.0, 0.0), (300.0, 900.0)]])
def test_a_line_becomes_64_points_at_equal_distances(line: list[Point]) -> None:
    placed = evenly(line)
    assert len(placed) == COUNT
    assert placed[0] == line[0]
    assert placed[-1] == pytest.approx(line[-1])
    steps = sorted(math.dist(a, b) for a, b in pairwise(placed))
    assert steps[2] == pytest.approx(steps[-1])  # a corner may be cut


def test_a_line_without_length_or_points() -> None:
    assert evenly([(3.0, 4.0), (3.0, 4.0)]) == [(3.0, 4.0)] * COUNT
    assert evenly([]) == []


def test_a_line_the_other_way_round_is_turned() -> None:
    turned = aligned(evenly(LEVEL)[::-1], evenly(LEVEL))
    assert turned == evenly(LEVEL)
    other = evenly([(0.0, 300.0), (630.0, 200.0)])
    assert aligned(other, evenly(LEVEL)) == other


def test_begins_at_the_one_and_ends_at_the_other(morph: ThreadMorph) -> None:
    assert flat(points(morph)) == pytest.approx(flat(evenly(LEVEL)))
    morph.setProperty("share", 1.0)
    assert flat(points(morph)) == pytest.approx(flat(evenly(UPRIGHT)))


def test_each_point_goes_straight(morph: ThreadMorph) -> None:
    morph.setProperty("share", 0.5)
    pairs = zip(flat(evenly(LEVEL)), flat(evenly(UPRIGHT)), strict=True)
    assert flat(points(morph)) == pytest.approx([(a + b) / 2 for a, b in pairs])


def test_a_new_aim_begins_with_the_shape_of_the_moment(morph: ThreadMorph) -> None:
    morph.setProperty("share", 0.4)
    on_the_way = flat(points(morph))
    morph.stay()
    morph.setProperty("share", 0.0)
    assert flat(points(morph)) == pytest.approx(on_the_way)
    morph.aim(polygon(LEVEL), [], *HERE)
    assert flat(points(morph)) == pytest.approx(on_the_way)


def test_without_an_aim_it_stays() -> None:
    made = ThreadMorph()
    made.componentComplete()
    made.begin(polygon(LEVEL), [QPointF(630, 730)], *HERE)
    made.setProperty("share", 0.7)
    assert points(made)[0] == (0, 100)
    assert points(made)[-1] == (630, 730)


def test_a_mirrored_item_gives_the_line_as_it_is_seen() -> None:
    made = ThreadMorph()
    made.componentComplete()
    made.begin(polygon(LEVEL), [], *MIRRORED)
    assert points(made)[0] == (1000, 100)
    assert points(made)[-1] == (370, 100)


def test_it_leaves_straight_at_the_height_of_its_middle(morph: ThreadMorph) -> None:
    morph.begin(polygon(UPRIGHT), [], *HERE)
    morph.leave(-500.0, -100.0)
    morph.setProperty("share", 1.0)
    assert {round(y, 6) for _, y in points(morph)} == {385.0}
    assert min(x for x, _ in points(morph)) == -500
    assert max(x for x, _ in points(morph)) == -100


def test_nothing_leaves_where_nothing_was() -> None:
    made = ThreadMorph()
    made.componentComplete()
    made.leave(-500.0, -100.0)
    made.setProperty("share", 1.0)
    assert points(made) == []


def test_to_be_told_the_same_aim_again_changes_nothing(morph: ThreadMorph) -> None:
    told: list[bool] = []
    morph.changed.connect(lambda: told.append(True))
    morph.aim(polygon(UPRIGHT), [], *HERE)
    assert told == []
    morph.aim(polygon(UPRIGHT), [], *MIRRORED)
    assert told == [True]
    morph.aim(polygon(UPRIGHT), [], *HERE)
    morph.setProperty("share", 1.0)
    assert flat(points(morph))[-2:] in (pytest.approx(UPRIGHT[0]), pytest.approx(UPRIGHT[1]))
