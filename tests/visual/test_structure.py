"""Every screen in every language, text size, theme and size: nothing cut, over each other, too
small, nameless, out of order or empty. The quick selection here, all of it in `make structure`.
"""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from kiosk import factory
from kiosk.store import reader
from tests.visual import plan
from tests.visual.checks import CHECKS
from tests.visual.report import Report, walk

ALL_CHECKS = [*CHECKS, "picture"]


@pytest.fixture(scope="module")
def stop_names() -> list[str]:
    """All stops of the default bundle."""
    return [stop.name for stop in plan.all_stops(reader.load(factory.default_content()).bundle)]


def test_every_two_options_meet_in_the_quick_selection() -> None:
    wanted = {
        pair
        for one, other in itertools.combinations(range(len(plan.OPTIONS)), 2)
        for pair in itertools.product(
            [(one, value) for value in plan.OPTIONS[one]],
            [(other, value) for value in plan.OPTIONS[other]],
        )
    }
    variants = plan.paired_variants()
    met = {p for v in variants for p in itertools.combinations(enumerate(v.values), 2)}
    assert wanted <= met
    assert len(variants) < 30


def test_every_stop_meets_every_option_in_the_quick_selection(stop_names: list[str]) -> None:
    met: dict[str, set[Any]] = {name: set() for name in stop_names}
    for errand in plan.quick(stop_names):
        for name in errand.stops:
            met[name] |= set(errand.variant.values)
    everything = set(itertools.chain(*plan.OPTIONS))
    assert [name for name, values in met.items() if values != everything] == []


def test_a_round_of_the_matrix_is_every_screen_in_every_theme(stop_names: list[str]) -> None:
    rounds = plan.rounds(plan.matrix(stop_names))
    assert {len({e.variant.theme for e in errands}) for errands in rounds} == {len(plan.THEMES)}
    assert list(itertools.chain(*rounds)) == plan.matrix(stop_names)


@pytest.mark.timeout(600)
def test_the_quick_selection_was_walked(quick: Report, stop_names: list[str]) -> None:
    assert quick.broken == []
    wanted = {(n, str(e.variant)) for e in plan.quick(stop_names) for n in e.stops}
    assert quick.seen == wanted
    assert quick.pictures > 100


@pytest.mark.parametrize("check", ALL_CHECKS)
@pytest.mark.timeout(600)
def test_quick(quick: Report, check: str) -> None:
    assert quick.told(check) == ""


@pytest.mark.timeout(600)
def test_every_stop_within_reach(stop_names: list[str]) -> None:
    report = walk("sparse", "--reach")
    print(f"Structure within reach: {report}")
    assert report.broken == []
    assert report.stops == set(stop_names)
    assert {check: report.told(check) for check in report.faults} == {}


@pytest.mark.matrix
@pytest.mark.timeout(7200)
def test_the_matrix_was_walked(matrix: Report, stop_names: list[str]) -> None:
    assert matrix.broken == []
    assert matrix.screens == len(stop_names) * len(plan.every_variant())


@pytest.mark.matrix
@pytest.mark.parametrize("check", ALL_CHECKS)
@pytest.mark.timeout(7200)
def test_matrix(matrix: Report, check: str) -> None:
    assert matrix.told(check) == ""
