"""Nobody touches a screen in vain: what shows is answered, however early the touch."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.factory import default_content
from tests.e2e.driver import LANDSCAPE, Content, Kiosk, Stand, say, until

AFTER = (0.0, 0.1, 0.3)
"""Seconds after the window has come; a start is complete after about half of one."""
SPOT = (900, 500)


@pytest.fixture(scope="module")
def stand() -> Iterator[Stand]:
    """A stand that has been started once, so that there is a picture of its first frame."""
    with Stand(LANDSCAPE) as made:
        made.fresh()
        kiosk = Kiosk(made)
        kiosk.see(say("Touch to begin"))
        until("the picture for the next start", (made.home / "state" / "start.png").exists)
        kiosk.program.signal(signal.SIGTERM)
        assert kiosk.program.code(5) == 0
        kiosk.end()
        yield made


@pytest.mark.parametrize("seconds", AFTER)
@pytest.mark.parametrize("picture", [True, False], ids=["start picture", "without"])
def test_a_touch_during_the_start_begins_a_visit(
    stand: Stand, tmp_path: Path, picture: bool, seconds: float
) -> None:
    phases = tmp_path / "phases.json"
    # Content that is named may be edited: such a start shows no picture
    options = () if picture else (str(default_content()),)
    kiosk = Kiosk(stand, *options, variables={"JUOSTA_PHASES": str(phases)})
    try:
        while not stand.screen.frames():
            assert kiosk.program.alive
        time.sleep(seconds)
        stand.finger.tap(SPOT)
        kiosk.see(Content("en").title)
        assert ("start picture" in phases.read_text(encoding="utf-8")) == picture
        assert kiosk.troubles() == []
    finally:
        kiosk.program.signal(signal.SIGTERM)
        kiosk.program.code(5)
        kiosk.end()
