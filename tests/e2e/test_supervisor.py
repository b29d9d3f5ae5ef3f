"""The supervised kiosk as a visitor and the staff see it: it comes back, and it ends for good."""

from __future__ import annotations

import os
import signal

import psutil
import pytest

from kiosk.guard import exits, ladder
from kiosk.paths import under
from tests.e2e.conftest import FULL, Run
from tests.e2e.driver import Content, Kiosk, Stand, command, say
from tests.e2e.steps import go_home
from tests.e2e.test_staff import enter, set_code
from tests.faults.injections import FAULTS
from tests.faults.loops import CASES, LIMIT_SECONDS, once
from tests.faults.recover import series

QUICK = ("slot", "display", "supervisor")
SLOW = ("gil",)
"""One hang in the everyday run: each takes the time until it is believed."""


def killed(kiosk: Kiosk) -> None:
    """The screen is killed; wait until another one stands there."""
    old = kiosk.pid
    os.kill(old, signal.SIGKILL)
    kiosk.wait("another screen", lambda: psutil.pid_exists(old) is False and kiosk.pid != old)
    kiosk.starts_anew()


def test_a_killed_screen_comes_back(launch: Run) -> None:
    """With the attract loop, on the same glass, and it takes touches like the one before."""
    kiosk = launch()
    kiosk.see(say("Touch to begin"))
    go_home(kiosk)
    killed(kiosk)
    kiosk.see(say("Touch to begin"), seconds=30)
    frames = kiosk.stand.screen.frames()
    assert [frame.pid for frame in frames] == [kiosk.pid]
    go_home(kiosk)
    (end,) = exits.read(under(kiosk.stand.home).exits)
    assert end.kind == "crash"
    assert end.page in {"attract", "home"}  # as of the last beat, which may be a second old
    kiosk.program.signal(signal.SIGINT)
    assert kiosk.program.code(10) == 0


def test_safe_mode_says_so(launch: Run) -> None:
    """Content that ends the program at every start; here the record of it."""

    def fallen(stand: Stand) -> None:
        set_code(stand)
        record = ladder.Record(ladder.SAFE, reason="it crashed", page="cyber/fourth/now")
        ladder.write(under(stand.home).ladder, record)

    kiosk = launch(prepare=fallen)
    kiosk.see(say("Touch to begin"))
    kiosk.see(say("Safe mode"))
    enter(kiosk)
    kiosk.wait("the reason", lambda: any("cyber/fourth/now" in n.name for n in kiosk.nodes()))
    kiosk.tap(say("Restart"))
    kiosk.tap(say("Restart now"))
    kiosk.wait("the restart", lambda: kiosk.log.count("first frame") == 2, 30)
    kiosk.starts_anew()
    kiosk.see(say("Touch to begin"), seconds=30)
    kiosk.rest()
    assert not kiosk.sees(say("Safe mode"))
    assert (
        not (kiosk.stand.home / "state" / "ladder.json").exists()
        or '"rung": 0' in (kiosk.stand.home / "state" / "ladder.json").read_text()
    )


def test_a_second_kiosk_on_the_same_stand_is_refused(launch: Run) -> None:
    """In words, and the first one goes on."""
    kiosk = launch()
    kiosk.see(say("Touch to begin"))
    screen = kiosk.pid
    second = command(kiosk.stand, "run")
    assert second.returncode == 1
    assert "Another kiosk is running" in second.stderr
    go_home(kiosk)
    assert kiosk.pid == screen
    assert kiosk.sees(Content("en").title)


@pytest.mark.parametrize("name", FAULTS if FULL else (*QUICK, *SLOW))
def test_a_fault_heals(name: str) -> None:
    """The whole series: `python -m tests.faults.recover --times 20`."""
    row = series(name, 3 if FULL else 1)
    assert row.good, f"{row}\n{row.troubles}"


@pytest.mark.parametrize("name", CASES if FULL else ["all"])
def test_content_that_crashes_ends_in_a_usable_screen(name: str) -> None:
    """The whole series: `python -m tests.faults.loops`."""
    assert once(CASES[name]) <= LIMIT_SECONDS
