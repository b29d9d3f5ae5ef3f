"""Random taps on every target; ten times as many with `JUOSTA_E2E=full` in the environment."""

from __future__ import annotations

import pytest

from tests.e2e import monkey
from tests.e2e.conftest import FULL
from tests.e2e.driver import LANDSCAPE, PORTRAIT

TAPS = 5000 if FULL else 500
SHAPES = {"landscape": LANDSCAPE, **({"portrait": PORTRAIT} if FULL else {})}
SEED = 1918


@pytest.mark.timeout(3600 if FULL else 900)
@pytest.mark.parametrize("shape", SHAPES)
def test_random_taps(shape: str) -> None:
    """Nothing breaks, nothing complains, and home is always within reach."""
    findings = monkey.play(SHAPES[shape], TAPS, SEED)
    print(findings)
    assert findings.faults == []
    assert findings.taps >= TAPS
    assert len(findings.screens) > TAPS / 50, "the monkey has hardly seen anything"
