"""The pause after five wrong codes: neither a restart nor a clock that jumps makes it shorter."""

from __future__ import annotations

import json
import signal
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.e2e.conftest import Run
from tests.e2e.driver import Kiosk, Stand
from tests.e2e.driver.records import records
from tests.e2e.test_staff import BEGIN, hold_the_diamond, set_code, type_code
from tests.faults.wallclock import WallClock

PAUSE_SECONDS = 60
JUMPS = (10, -10)
"""Years."""


def locked(kiosk: Kiosk) -> bool:
    """Whether the keys of the pad are dead."""
    return not kiosk.named("1", kiosk.targets())


def left(stand: Stand) -> float:
    """Seconds of the pause that stand on the disk."""
    record = json.loads((stand.home / "state" / "lockout.json").read_bytes())
    return record["state"]["left"]


def logged_years(kiosk: Kiosk) -> set[int]:
    """The years that the program itself has seen: its log bears the wall clock's time."""
    return {int(told["time"][:4]) for told in records(kiosk.log)}


def test_no_jump_of_the_clock_shortens_the_pause(launch: Run, tmp_path: Path) -> None:
    """Ten years ahead and ten back, in the running program and over a pulled plug."""
    clock = WallClock(tmp_path)
    kiosk = launch(prepare=set_code, variables=clock.variables)
    kiosk.see(BEGIN)
    hold_the_diamond(kiosk)
    began = time.monotonic()
    for attempt in range(5):
        type_code(kiosk, f"{attempt}1234567")
        kiosk.see("0 digits typed")
    kiosk.wait("the keys to be dead", lambda: locked(kiosk))
    for years in JUMPS:
        clock.jump(years)
        assert locked_for_a_while(kiosk)
        kiosk.program.signal(signal.SIGKILL)
        kiosk.program.code(10)
        assert left(kiosk.stand) > PAUSE_SECONDS - (time.monotonic() - began) - 1
        kiosk.end()
        kiosk = Kiosk(kiosk.stand, variables=clock.variables)
        try:
            kiosk.see(BEGIN, seconds=30)
            assert datetime.now(UTC).year + years in logged_years(kiosk), "the clock did not jump"
            hold_the_diamond(kiosk)
            assert locked_for_a_while(kiosk)
        finally:
            if years == JUMPS[-1]:
                kiosk.end()


def locked_for_a_while(kiosk: Kiosk) -> bool:
    """Whether the keys are dead, and are it still after the pad has counted on."""
    return locked(kiosk) and (time.sleep(1.5) or locked(kiosk))
