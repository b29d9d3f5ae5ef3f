"""The cloth of a share: rows that make sense, and every stitch in its place."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.bridge.sharegrid import ShareGeometry, front_line, grid

pytestmark = pytest.mark.usefixtures("qapp")


def cloth(part: int, whole: int, width: float = 640.0, height: float = 640.0) -> Any:
    helper = ShareGeometry()
    inputs = {"part": part, "whole": whole, "width": width, "height": height, "largest": 96.0}
    for name, value in inputs.items():
        assert helper.setProperty(name, value), name
    helper.componentComplete()
    return helper


@pytest.mark.parametrize(
    ("count", "width", "height", "wanted"),
    [
        (100, 640, 640, (10, 10)),
        (1000, 980, 460, (50, 20)),
        (7, 980, 600, (7, 1)),
        (2, 640, 640, (2, 1)),
        (50, 980, 460, (10, 5)),
        (20, 640, 640, (4, 5)),
    ],
)
def test_rows_make_sense(count: int, width: float, height: float, wanted: tuple[int, int]) -> None:
    assert grid(count, width, height, 96)[:2] == wanted


@given(st.integers(2, 1000), st.floats(50, 4000), st.floats(50, 4000))
def test_all_stitches_find_a_place_in_the_room(count: int, width: float, height: float) -> None:
    columns, rows, cell = grid(count, width, height, 96)
    assert columns * rows >= count
    assert (columns - 1) * rows < count
    assert columns * cell <= width * 1.000001
    assert rows * cell <= height * 1.000001
    assert 0 < cell <= 96


@given(st.integers(2, 1000))
def test_the_stitches_are_not_much_smaller_than_they_could_be(count: int) -> None:
    _, _, cell = grid(count, 900, 600, 96)
    best = max(min(900 / math.ceil(count / rows), 600 / rows, 96) for rows in range(1, count + 1))
    assert cell >= best / 1.55


@pytest.mark.parametrize(("part", "whole"), [(95, 100), (0, 97), (343, 343), (1, 2), (412, 1000)])
def test_there_are_as_many_stitches_as_the_numbers_say(part: int, whole: int) -> None:
    made = cloth(part, whole)
    assert sum(path.count("M") for path in made.woven) == part
    assert made.bare.count("M") == whole - part


def test_the_share_is_woven_from_the_first_column_on() -> None:
    made = cloth(95, 100)
    starts = [float(path[1:].split(" ")[0]) for path in made.bare.split("z") if path]
    assert made.columns == 10
    assert min(starts) > 9 * made.cell
    assert made.cloth == pytest.approx(640)
    assert made.depth == pytest.approx(640)


def test_without_room_there_is_no_cloth() -> None:
    assert cloth(1, 2, width=0.0).bare == ""


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (0, [(0, 0), (0, 30)]),
        (6, [(20, 0), (20, 30)]),
        (7, [(30, 0), (30, 10), (20, 10), (20, 30)]),
        (1, [(10, 0), (10, 10), (0, 10), (0, 30)]),
    ],
)
def test_the_thread_lies_where_the_weft_has_come_to(
    part: int, wanted: list[tuple[float, float]]
) -> None:
    assert front_line(part, rows=3, cell=10) == wanted


def test_the_front_reaches_the_last_stitch() -> None:
    assert cloth(0, 10).reach == 0
    made = cloth(10, 10)
    assert made.reach == made.cloth
