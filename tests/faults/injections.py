"""The faults, one function each: does something bad to a stand and says how long it took to heal.

The seconds run from the fault to the first frame that is really drawn afterwards: by a new screen
where the old one cannot go on, else by the old one.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.guard.heart import HUNG_SECONDS
from tests.faults.hall import ROOT, SIZE, Hall, NoRecoveryError
from tests.wayland.weston import Weston, missing

CRASH_SECONDS = 10.0
HANG_SECONDS = 30.0


@dataclass(frozen=True)
class Fault:
    """A fault by name: what it is, within how many seconds it heals, how, on which stand."""

    words: str
    limit: float
    inject: Callable[[Hall], float]
    stand: Callable[[], Iterator[Hall]]


@contextmanager
def plain(*options: str, settings: str = "", state: Path | None = None) -> Iterator[Hall]:
    """A stand that is well."""
    with Hall(*options, settings=settings, state=state) as hall:
        hall.start()
        hall.well()
        yield hall


def by_signal(number: signal.Signals) -> Callable[[Hall], float]:
    """A signal to the screen."""

    def inject(hall: Hall) -> float:
        since = time.monotonic()
        hall.signal(number)
        return hall.new_frame(since) - since

    return inject


def by_command(words: str) -> Callable[[Hall], float]:
    """Something that the screen does to itself and does not survive."""

    def inject(hall: Hall) -> float:
        since = time.monotonic()
        hall.command(words)
        return hall.new_frame(since) - since

    return inject


def last_end(hall: Hall) -> dict[str, Any]:
    """Why the last screen ended."""
    return json.loads((hall.home / "state" / "exits.json").read_bytes())[-1]


def survived(hall: Hall, since: float, screen: int) -> float:
    """The same screen goes on drawing."""
    seconds = hall.drawn_after(since) - since
    if hall.screen() != screen:
        raise NoRecoveryError(f"the screen was started anew\n{hall.said()[-2000:]}")
    return seconds


def slot(hall: Hall) -> float:
    """An exception in a slot."""
    screen, since = hall.screen(), time.monotonic()
    hall.command("slot")
    log = hall.home / "state" / "log" / "screen.log"
    hall.until("the fault in the log", lambda: "a fault of the test" in log.read_text(), 20)
    seconds = survived(hall, since, screen)
    log.write_text("")
    return seconds


# --- a page that cannot be built ----------------------------------------------------------------


@contextmanager
def broken_page() -> Iterator[Hall]:
    """A copy of the program in which the view of timelines cannot be built."""
    with Hall() as hall:
        hall.cwd = hall.folder / "program"
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "kiosk", hall.cwd / "kiosk", ignore=ignored)
        shutil.copytree(ROOT / "assets", hall.cwd / "assets", ignore=ignored)
        shutil.copy(ROOT / "content.json", hall.cwd)
        view = hall.cwd / "kiosk/qml/Kiosk/Blocks/TimelineView.qml"
        view.write_text("BlockView { nonsense: }")
        hall.start()
        hall.well()
        yield hall


def with_timeline() -> str:
    """The address of a page of the default bundle with a timeline."""
    for section in json.loads((ROOT / "content.json").read_bytes())["sections"]:
        for story in section["stories"]:
            for page in story["pages"]:
                if any(block["type"] == "timeline" for block in page["blocks"]):
                    return f"{section['id']}/{story['id']}/{page['id']}"
    raise AssertionError("the default bundle has no timeline any more")


def page(hall: Hall) -> float:
    """A visitor opens the page: it is shown without what fails, and the visit goes on."""
    address, screen = with_timeline(), hall.screen()
    hall.command("begin")
    hall.until("a visit", lambda: hall.beat().get("state") == "browsing")
    time.sleep(0.5)  # the machine takes no second tap at once
    since = time.monotonic()
    hall.command(f"open {address}")
    hall.until("the page", lambda: hall.beat().get("page") == address)
    seconds = survived(hall, since, screen)
    log = (hall.home / "state" / "log" / "screen.log").read_text()
    assert "timeline left out" in log, "nothing was broken"
    return seconds


# --- disks and clocks -----------------------------------------------------------------------------


@contextmanager
def small_disk(*, writable: bool = True) -> Iterator[Hall]:
    """A stand whose state lies on a disk of 12 MB, or on one that takes nothing."""
    from tests.faults.mounts import mounted

    place = Path("/tmp") / f"juosta-disk-{os.getpid()}"
    try:
        with mounted(place, "size=12m"):
            if not writable:
                subprocess.run(["mount", "-o", "remount,ro", place], check=True)
            with plain(state=place) as hall:
                yield hall
    finally:
        if place.exists():
            place.rmdir()


def full_disk(hall: Hall) -> float:
    """Not a byte is free when the screen crashes; afterwards there is room again."""
    filler = hall.home / "state" / "filler"
    handle = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        with contextlib.suppress(OSError):
            while os.write(handle, bytes(4096)):
                pass
        return by_signal(signal.SIGKILL)(hall)
    finally:
        os.close(handle)
        filler.unlink()


def clock(hall: Hall) -> float:
    """The wall clock jumps by hours and years, each half second; nothing may notice."""
    screen = hall.screen()
    try:
        for jump in (10, -10, 1 / 8766, -1 / 8766, 30, -30):
            hall.set_clock(jump * 365.25 * 24 * 3600)
            time.sleep(0.5)
            survived(hall, time.monotonic(), screen)
    finally:
        hall.set_clock(0)
    return survived(hall, time.monotonic(), screen)


# --- what the screen needs ---------------------------------------------------------------------


def without(hall: Hall, take_away: Callable[[], None], bring_back: Callable[[], None]) -> float:
    """What the screen is shown on is killed; counted from the moment when it is back."""
    take_away()
    time.sleep(1.5)
    since = time.monotonic()
    bring_back()
    seconds = hall.new_frame(since) - since
    assert last_end(hall)["kind"] == "no display", last_end(hall)
    return seconds


def display(hall: Hall) -> float:
    """The X server is killed."""
    return without(hall, hall.glass.kill, hall.glass.put_up)


def compositor(hall: Hall) -> float:
    """Weston is killed."""
    assert hall.weston is not None
    return without(hall, hall.weston.kill, hall.weston.begin_again)


@contextmanager
def under_weston() -> Iterator[Hall]:
    """A stand with its own compositor, whose screen has a cable."""
    reason = missing(plugs=True)
    assert not reason, reason
    with Hall() as hall:
        weston = Weston(hall.glass.number, hall.folder, SIZE, os.environ, plugs=True)
        try:
            hall.variables, hall.weston = weston.variables, weston
            hall.start()
            hall.well()
            yield hall
            hall.end()
        finally:
            weston.end()


def output(hall: Hall) -> float:
    """The cable of the screen is pulled for longer than a hang may last."""
    assert hall.weston is not None
    screen = hall.screen()
    hall.weston.pull()
    time.sleep(HUNG_SECONDS + 2)
    since = time.monotonic()
    hall.weston.plug()
    return survived(hall, since, screen)


@contextmanager
def little_memory() -> Iterator[Hall]:
    """A stand with a low ceiling of memory."""
    with plain(settings="[upkeep]\nmemory_megabytes = 400\n") as hall:
        yield hall


def leak(hall: Hall) -> float:
    """The screen takes 200 MB more each second, until it is far over its ceiling of 400."""
    since = time.monotonic()
    hall.command("leak 200")
    drawn = hall.new_frame(since)
    end = last_end(hall)
    assert end["kind"] == "memory", end
    return drawn - since


def supervisor(hall: Hall) -> float:
    """The supervisor is killed; its service manager starts it anew, and one screen is left."""
    assert hall.supervisor is not None
    old, since = hall.screen(), time.monotonic()
    hall.supervisor.kill()
    hall.supervisor.wait()
    hall.start()
    seconds = hall.new_frame(since) - since
    hall.until("the end of the old screen", lambda: not Path(f"/proc/{old}").exists(), 10)
    return seconds


FAULTS = {
    "kill": Fault("kill -9 of the screen", CRASH_SECONDS, by_signal(signal.SIGKILL), plain),
    "segv": Fault("the screen gets SIGSEGV", CRASH_SECONDS, by_signal(signal.SIGSEGV), plain),
    "abort": Fault("the screen gets SIGABRT", CRASH_SECONDS, by_signal(signal.SIGABRT), plain),
    "stop": Fault("the screen gets SIGSTOP", HANG_SECONDS, by_signal(signal.SIGSTOP), plain),
    "gui": Fault("the GUI thread sleeps", HANG_SECONDS, by_command("gui"), plain),
    "render": Fault(
        "the thread that draws sleeps (OpenGL)",
        HANG_SECONDS,
        by_command("render"),
        lambda: plain("--renderer", "gpu"),
    ),
    "gil": Fault("a call into C keeps the interpreter", HANG_SECONDS, by_command("gil"), plain),
    "slot": Fault("an exception in a slot", CRASH_SECONDS, slot, plain),
    "page": Fault("a page with a view that fails", CRASH_SECONDS, page, broken_page),
    "full": Fault("a full disk, then kill -9", CRASH_SECONDS, full_disk, small_disk),
    "readonly": Fault(
        "a disk that takes nothing, kill -9",
        CRASH_SECONDS,
        by_signal(signal.SIGKILL),
        lambda: small_disk(writable=False),
    ),
    "clock": Fault("the wall clock jumps", CRASH_SECONDS, clock, plain),
    "display": Fault("the X server is killed and back", CRASH_SECONDS, display, plain),
    "compositor": Fault("Weston is killed and back", CRASH_SECONDS, compositor, under_weston),
    "output": Fault("its Wayland output goes and comes", CRASH_SECONDS, output, under_weston),
    "leak": Fault("memory grows by 200 MB/s", CRASH_SECONDS, leak, little_memory),
    "supervisor": Fault("kill -9 of the supervisor", CRASH_SECONDS, supervisor, plain),
}
"""All faults by the name on the command line."""
