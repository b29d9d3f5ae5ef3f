"""The walk over the screens is made once for all tests that judge it, and told at the end."""

from __future__ import annotations

import os
from typing import Any

os.environ.setdefault("QT_QUICK_BACKEND", "software")

import pytest

from tests.visual.report import Report, walk

_REPORTS = pytest.StashKey[dict[str, Report]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The full matrix takes long: it is walked only when it is asked for (`make structure`)."""
    if "matrix" in config.getoption("-m", default=""):
        return
    long = [item for item in items if item.get_closest_marker("matrix")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


def _report(config: pytest.Config, selection: str) -> Report:
    reports = config.stash.setdefault(_REPORTS, {})
    if selection not in reports:
        reports[selection] = walk(selection)
    return reports[selection]


@pytest.fixture(scope="session")
def quick(request: pytest.FixtureRequest) -> Report:
    """The quick selection."""
    return _report(request.config, "quick")


@pytest.fixture(scope="session")
def matrix(request: pytest.FixtureRequest) -> Report:
    """All screens in all variants."""
    return _report(request.config, "matrix")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say what was checked."""
    for selection, report in config.stash.get(_REPORTS, {}).items():
        terminalreporter.write_line(f"Structure, {selection}: {report}")
