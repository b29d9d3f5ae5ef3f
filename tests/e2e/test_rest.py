"""Nothing moves at rest, and without a GPU the attract loop takes few steps."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.e2e.conftest import FULL
from tests.e2e.driver.stand import Stand

PAGES = ["figure", "ranking", "quiz"]
"""Types of block that are looked at; with `JUOSTA_E2E=full` all."""
STEPS_PER_SECOND = 10
SLACK = 1
"""A second of the clock is not quite one of the animation."""


@pytest.fixture(scope="module")
def frames(landscape: Stand) -> dict[str, dict[str, int]]:
    """Frames by place, by renderer; see `tests/e2e/frames.py`."""
    runs = {
        renderer: subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.frames", renderer, *([] if FULL else PAGES)],
            env={**landscape.environment, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for renderer in ("software", "gpu")
    }
    said = {renderer: run.communicate(timeout=600) for renderer, run in runs.items()}
    assert [complaints for _, complaints in said.values()] == ["", ""]
    return {renderer: json.loads(words) for renderer, (words, _) in said.items()}


@pytest.mark.parametrize("renderer", ["software", "gpu"])
def test_nothing_is_drawn_at_rest(frames: dict[str, dict[str, int]], renderer: str) -> None:
    places = {name: count for name, count in frames[renderer].items() if name != "attract"}
    assert len(places) >= 2 + len(PAGES)
    assert not any(places.values()), places


def test_the_attract_loop_takes_few_steps_without_a_gpu(frames: dict[str, dict[str, int]]) -> None:
    assert 0 < frames["software"]["attract"] <= STEPS_PER_SECOND + SLACK


def test_the_attract_loop_breathes_with_a_gpu(frames: dict[str, dict[str, int]]) -> None:
    assert frames["gpu"]["attract"] > 1
