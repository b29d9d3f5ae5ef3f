"""Fixtures of the end-to-end tests. Every test of this folder carries the marker `e2e`.

A test fails, whatever else it looked at, when the log of its kiosk holds a warning, when anything
was written to standard error, or when the kiosk does not end by itself at a Ctrl+C.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler.loadscope import LoadScopeScheduling

from tests.e2e.driver import LANDSCAPE, PORTRAIT, Kiosk, Stand, say

FOLDER = Path(__file__).parent
FAILED = FOLDER.parents[1] / "build" / "e2e"
"""Pictures and logs of failed tests."""
END_SECONDS = 10.0
SLOW_SECONDS = 300
LONG_ONES = ("test_monkey.py", "test_every_", "test_rest.py", "test_cloths.py", "test_sticks.py")
"""What takes a minute or more is begun first, so that none of it ends alone."""
TOGETHER = ("test_rest.py", "test_cloths.py", "test_screens.py")
"""Files whose tests share what is dear to make: one process runs them all."""
FULL = os.environ.get("JUOSTA_E2E") == "full"
"""Everything that takes long as well."""

Run = Callable[..., Kiosk]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and give the real program time on a slow machine."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker(pytest.mark.e2e)
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(SLOW_SECONDS))
    items.sort(key=lambda item: not any(part in item.nodeid for part in LONG_ONES))


class Apart(LoadScopeScheduling):
    """Deals out single tests: a file of long ones at the end would keep one process busy alone."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if file.endswith(TOGETHER) else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Apart:
    """How xdist deals out the tests of this folder."""
    return Apart(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Show what the kiosk showed when a test failed."""
    report: Any = yield
    runs: list[Kiosk] = getattr(item, "kiosks", [])
    if report.when != "teardown" and report.failed:
        for number, kiosk in enumerate(runs):
            try:
                words = _last_look(item, kiosk, number)
            except Exception as fault:  # the test has failed already; the others go on
                words = f"nothing to be seen any more: {fault}"
            report.sections.append(("kiosk", words))
    return report


def _last_look(item: pytest.Item, kiosk: Kiosk, number: int) -> str:
    """Keep the picture of the screen and the log; say where they are."""
    FAILED.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"\W+", "-", f"{item.name}-{number}").strip("-")
    (FAILED / f"{name}.log").write_text(kiosk.log + kiosk.stacks, encoding="utf-8")
    kiosk.picture().save(FAILED / f"{name}.png")
    return f"picture and log: {FAILED / name}.png, .log\n{kiosk.describe()}\n{kiosk.stacks}"


@pytest.fixture(scope="session")
def landscape() -> Iterator[Stand]:
    """A stand with a lying screen."""
    with Stand(LANDSCAPE) as stand:
        yield stand


@pytest.fixture(scope="session")
def portrait() -> Iterator[Stand]:
    """A stand with a standing screen."""
    with Stand(PORTRAIT) as stand:
        yield stand


@pytest.fixture
def launch(request: pytest.FixtureRequest, landscape: Stand) -> Iterator[Run]:
    """Start a kiosk: `launch(*options, stand=..., settings=...)`. It may do as it likes.

    `prepare` is called with the stand before the start; the rest goes to `Kiosk`.
    """
    kiosks: list[Kiosk] = []
    request.node.kiosks = kiosks

    def start(
        *options: str,
        stand: Stand | None = None,
        settings: str = "",
        prepare: Callable[[Stand], None] | None = None,
        **more: Any,
    ) -> Kiosk:
        chosen = landscape if stand is None else stand
        chosen.fresh(settings)
        if prepare is not None:
            prepare(chosen)
        kiosks.append(Kiosk(chosen, *options, **more))
        return kiosks[-1]

    yield start
    for kiosk in kiosks:
        kiosk.end()


@pytest.fixture
def run(launch: Run, request: pytest.FixtureRequest) -> Iterator[Run]:
    """Like `launch`, waits for the attract loop, and expects a kiosk without any complaint."""

    def start(*options: str, language: str = "en", **more: Any) -> Kiosk:
        kiosk = launch(*options, **more)
        kiosk.see(say("Touch to begin", language))
        return kiosk

    yield start
    for kiosk in request.node.kiosks:
        assert kiosk.troubles() == []
        if kiosk.program.alive:
            kiosk.program.signal(signal.SIGINT)
            assert kiosk.program.code(END_SECONDS) == 0
            assert kiosk.troubles() == []
