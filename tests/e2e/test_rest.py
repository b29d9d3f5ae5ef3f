"""Nothing moves at rest, and without a GPU the attract loop takes few steps."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.e2e.driver.stand import Stand

STEPS_PER_SECOND = 10
SLACK = 1
"""A second of the clock is not quite one of the animation."""


@pytest.fixture(scope="module")
def frames(landscape: Stand) -> dict[str, dict[str, int]]:
    """Frames by place, by renderer; see `tests/e2e/frames.py`."""
    runs = {
        renderer: subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.frames", renderer],
            env={**landscape.environment, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for renderer in ("software", "gpu")
    }
    said = {renderer: run.communicate(timeout=180) for renderer, run in runs.items()}
    assert [complaints for _, complaints in said.values()] == ["", ""]
    return {renderer: json.loads(words) for renderer, (words, _) in said.items()}


@pytest.mark.parametrize("renderer", ["software", "gpu"])
@pytest.mark.parametrize("place", ["home", "section", "page"])
def test_nothing_is_drawn_at_rest(
    frames: dict[str, dict[str, int]], renderer: str, place: str
) -> None:
    assert frames[renderer][place] == 0


def test_the_attract_loop_takes_few_steps_without_a_gpu(frames: dict[str, dict[str, int]]) -> None:
    assert 0 < frames["software"]["attract"] <= STEPS_PER_SECOND + SLACK


def test_the_attract_loop_breathes_with_a_gpu(frames: dict[str, dict[str, int]]) -> None:
    assert frames["gpu"]["attract"] > 1
