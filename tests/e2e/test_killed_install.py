"""`kill -9` of the real `kiosk install`; `python -m tests.faults.kill` does it more often."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import kill

pytestmark = pytest.mark.e2e


@pytest.mark.timeout(600)
def test_a_killed_installation_leaves_the_old_content_or_the_new(tmp_path: Path) -> None:
    counts = kill.run(tmp_path, 6, random.Random(1))
    assert counts["killed anywhere"] > 1
    assert counts["killed while publishing"] > 1
    assert counts["old"] > 0
