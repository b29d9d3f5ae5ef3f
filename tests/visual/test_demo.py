"""The demo bundle, in which every block stands at its limits: nothing cut, over each other, too
small, nameless, out of order or empty. Each stop once here, all of it in `make structure`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.store import reader
from tests.visual import plan
from tests.visual.report import Report, walk

DEMO = Path(__file__).parents[2] / "assets" / "demo"


@pytest.fixture(scope="module")
def stop_names() -> list[str]:
    """All stops of the demo bundle."""
    return [stop.name for stop in plan.all_stops(reader.load(DEMO).bundle)]


def test_the_sparse_selection_has_every_stop_once(stop_names: list[str]) -> None:
    dealt = [name for errand in plan.sparse(stop_names) for name in errand.stops]
    assert sorted(dealt) == sorted(stop_names)
    assert len({errand.variant for errand in plan.sparse(stop_names)}) > len(plan.SIZES)


def looked_at(selection: str) -> Report:
    """The demo bundle walked in a selection."""
    report = walk(selection, "--bundle", str(DEMO))
    print(f"Structure of the demo bundle, {selection}: {report}")
    return report


@pytest.mark.timeout(600)
def test_every_stop_of_the_demo_bundle(stop_names: list[str]) -> None:
    report = looked_at("sparse")
    assert report.broken == []
    assert report.stops == set(stop_names)
    assert report.screens == len(stop_names)
    assert report.pictures > 20
    assert {check: report.told(check) for check in report.faults} == {}


@pytest.mark.matrix
@pytest.mark.timeout(14400)
def test_the_demo_bundle_in_every_variant(stop_names: list[str]) -> None:
    report = looked_at("matrix")
    assert report.broken == []
    assert report.screens == len(stop_names) * len(plan.every_variant())
    assert {check: report.told(check) for check in report.faults} == {}
