"""Whether memory grows: what the benches and the soak make of what they weighed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.growth import lows, slope_of

LEVELS = st.floats(-1000, 1000)


@given(st.floats(-10, 10), LEVELS, st.integers(3, 40))
def test_a_straight_line_has_its_slope(slope: float, level: float, count: int) -> None:
    found, error = slope_of([(float(x), level + slope * x) for x in range(count)])
    assert found == pytest.approx(slope, abs=1e-6)
    assert error == pytest.approx(0, abs=1e-6)


@given(st.integers(1, 29), st.floats(0.1, 100), st.sampled_from((-1, 1)))
def test_one_step_is_no_slope_where_one_may_be(at: int, height: float, sign: int) -> None:
    """Wherever it comes: it stays within two standard errors."""
    points = [(float(x), sign * height * (x >= at)) for x in range(30)]
    slope, error = slope_of(points, height)
    assert abs(slope) <= 2 * error
    assert abs(slope_of(points)[0]) == pytest.approx(abs(slope))


def test_what_always_grows_is_one_all_the_same() -> None:
    slope, error = slope_of([(float(x), 0.5 * x) for x in range(30)], 1.0)
    assert slope - 2 * error > 0.3


def test_the_lows_are_of_each_eighth() -> None:
    points = [(float(x), 10.0 * (x % 3)) for x in range(24)]
    assert [y for _, y in lows(points)] == [0.0] * 8
    assert lows(points[:3]) == points[:3]
