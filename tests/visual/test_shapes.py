"""Home and sections of every shape of bundle: nothing cut, over each other, too small or empty.

Two to six sections, one to nine stories, few words and many, in every language, size, text size
and theme of the quick selection.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from kiosk.content.check import check
from kiosk.content.model import decode
from tests.visual import plan, shapes
from tests.visual.report import Report, walk


def _seldom(shape: str) -> Any:
    return pytest.param(shape, marks=pytest.mark.matrix)


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_the_shape_is_a_bundle_that_the_check_lets_pass(shape: str) -> None:
    document = json.dumps(shapes.shaped(shape), ensure_ascii=False).encode()
    sections = decode(document).sections
    assert len(sections) == int(shape.partition("-")[0])
    assert [p.words for p in check(document)] == []


def test_every_number_of_stories_is_there() -> None:
    counts = {count for shape in shapes.COUNTS.values() for count in shape}
    assert counts == set(range(1, 10))
    assert set(shapes.COUNTS) == set(range(2, 7))


# Every time the fewest and the most sections are looked at, in the most words; else on request
@pytest.mark.parametrize(
    "shape",
    [s if s in {"2-long", "6-long"} else _seldom(s) for s in shapes.SHAPES],
)
@pytest.mark.timeout(300)
def test_home_and_sections_of_the_shape(shape: str) -> None:
    report: Report = walk("quick", "--shape", shape)
    assert report.broken == []
    assert report.stops == {"home", *(f"section-{n + 1}" for n in range(int(shape[0])))}
    assert len(report.variants) >= len(plan.SIZES)
    assert dict(report.faults) == {}
