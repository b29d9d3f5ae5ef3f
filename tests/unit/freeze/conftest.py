"""What the tests of the stick share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.freeze.stand_in import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A stick that is whole, and a machine on which it can be installed."""
    return Machine(tmp_path)
