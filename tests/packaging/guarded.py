"""What systemd brings back: the supervisor, the session, and the kiosk with it."""

from __future__ import annotations

import time
from collections.abc import Callable

from tests.packaging.booted import Booted, until
from tests.packaging.sessions import SESSION, X11
from tests.packaging.told import Told
from tests.packaging.walls import KIOSK, limits, pids

CRASH = 30
"""Seconds after which it has to be back; a busy machine needs more than the ten of a stand."""

HANG = 45
IN_ORDER = 10
"""Seconds in which it ends by itself: systemd's patience before it kills."""

PACKAGE = "/var/tmp/juosta.deb"
_MARGIN = 30


def trial(told: Told, machine: Booted) -> None:
    """Each kind of end, and the way back."""
    _screen(told, machine, "KILL", CRASH)
    _screen(told, machine, "STOP", HANG)
    _reexec(told, machine)
    _supervisor(told, machine, "KILL", CRASH)
    _supervisor(told, machine, "TERM", CRASH)
    comes_back(told, machine, SESSION)
    _in_order(told, machine)
    limits(told, machine)
    _upgrade(told, machine)
    _watchdog(told, machine)
    _changes_session(told, machine)


def _active(machine: Booted, *units: str) -> bool:
    return all(machine.unit(unit, "ActiveState") == ["active"] for unit in units)


def _whole(machine: Booted) -> bool:
    """READY, and a screen below the supervisor."""
    return _active(machine, KIOSK) and 0 not in pids(machine)


def _timed(seconds: float, holds: Callable[[], bool]) -> tuple[bool, str]:
    begun = time.monotonic()
    good = until(seconds, holds)
    return good, f"({time.monotonic() - begun:.1f} s)"


def _screen(told: Told, machine: Booted, signal: str, seconds: int) -> None:
    """The supervisor mends the screen; systemd has nothing to do."""
    before, count = pids(machine), machine.unit(KIOSK, "NRestarts")
    machine.kill(before[1], signal)

    def back() -> bool:
        now = pids(machine)
        return now[0] == before[0] and now[1] not in (0, before[1]) and _drawn(machine)

    good, took = _timed(seconds, back)
    same = machine.unit(KIOSK, "NRestarts") == count
    told.that(f"the screen after SIG{signal}: the supervisor brings it back {took}",
              holds=good and same, why=_log(machine))  # fmt: skip


def _drawn(machine: Booted) -> bool:
    return "on the screen" in machine.unit(KIOSK, "StatusText")[0]


def _supervisor(told: Told, machine: Booted, signal: str, seconds: int) -> None:
    before, (count,) = pids(machine), machine.unit(KIOSK, "NRestarts")
    machine.kill(before[0], signal)

    def back() -> bool:
        now = pids(machine)
        return _whole(machine) and now[0] != before[0] and now[1] != before[1]

    good, took = _timed(seconds, back)
    more = int(machine.unit(KIOSK, "NRestarts")[0]) == int(count) + 1
    told.that(f"the supervisor after SIG{signal}: systemd brings it back {took}",
              holds=good and more, why=_log(machine))  # fmt: skip
    told.that("its screen did not outlive it", holds=not _lives(machine, before[1]))


def _lives(machine: Booted, pid: int) -> bool:
    return machine.run("test", "-e", f"/proc/{pid}").returncode == 0


def _reexec(told: Told, machine: Booted) -> None:
    before = pids(machine)
    done = machine.run("systemctl", "daemon-reexec")
    holds = done.returncode == 0 and until(CRASH, lambda: _whole(machine))
    told.that("the kiosk goes on while systemd starts itself anew",
              holds=holds and pids(machine) == before, why=done.stderr)  # fmt: skip


def comes_back(told: Told, machine: Booted, session: str) -> None:
    """The session is killed, and then started anew by its name: it and the kiosk come back."""
    ways: dict[str, Callable[[str], object]] = {
        "after SIGKILL": lambda pid: machine.kill(pid, "KILL"),
        "restarted": lambda _: machine.run("systemctl", "restart", session),
    }
    for way, act in ways.items():
        (pid,) = machine.unit(session, "MainPID")
        act(pid)

        def back(pid: str = pid) -> bool:
            other = machine.unit(session, "MainPID") not in ([pid], ["0"])
            return other and _active(machine, session) and _whole(machine)

        good, took = _timed(CRASH, back)
        told.that(f"{session} {way}: it and the kiosk come back {took}",
                  holds=good, why=_log(machine))  # fmt: skip


def _in_order(told: Told, machine: Booted) -> None:
    for unit in (KIOSK, SESSION):
        before = pids(machine)
        begun = time.monotonic()
        machine.run("systemctl", "stop", unit)
        took = time.monotonic() - begun
        state = machine.unit(KIOSK, "ActiveState", "Result")
        gone = not any(_lives(machine, pid) for pid in before)
        told.that(f"stop {unit}: the kiosk ends in order ({took:.1f} s)",
                  holds=state == ["inactive", "success"] and gone and took < IN_ORDER,
                  why=str(state) + _log(machine))  # fmt: skip
        machine.run("systemctl", "start", unit)
        told.that(f"start {unit}: the kiosk is back",
                  holds=until(CRASH, lambda: _whole(machine)), why=_log(machine))  # fmt: skip


def _upgrade(told: Told, machine: Booted) -> None:
    """The package comes once more, on a stand that shows."""
    before = pids(machine)
    done = machine.run("dpkg", "--install", PACKAGE)
    good, took = _timed(CRASH, lambda: _whole(machine) and pids(machine)[0] != before[0])
    told.that(
        f"an upgrade: the kiosk is back {took}",
        holds=good and done.returncode == 0 and _active(machine, SESSION),
        why=done.stderr + _log(machine),
    )


def _watchdog(told: Told, machine: Booted) -> None:
    """A supervisor that stands still: only systemd can see that."""
    before, (wait,) = pids(machine), machine.unit(KIOSK, "WatchdogUSec")
    patience = _seconds(wait)
    machine.kill(before[0], "STOP")
    good, took = _timed(patience + IN_ORDER + _MARGIN, lambda: pids(machine)[0] != before[0])
    good = good and until(CRASH, lambda: _whole(machine))
    seen = "Watchdog timeout" in machine.said("journalctl", "-b", "-u", KIOSK, "--no-pager")
    told.that(f"the supervisor after SIGSTOP: the watchdog of {wait} brings it back {took}",
              holds=good and seen, why=_log(machine))  # fmt: skip


def _seconds(told: str) -> int:
    """systemd's "2min 30s" as a number."""
    units = {"min": 60, "s": 1}
    total = 0
    for word in told.split():
        number = word.rstrip("mins")
        total += int(number) * units[word[len(number) :]]
    return total


def _changes_session(told: Told, machine: Booted) -> None:
    machine.run("systemctl", "disable", SESSION)
    done = machine.run("systemctl", "enable", X11)
    told.that("the other session is enabled in its place", holds=done.returncode == 0,
              why=done.stderr)  # fmt: skip


def _log(machine: Booted) -> str:
    return machine.said("journalctl", "-b", "--no-pager", "-n", "30")
