"""`python -m tests.packaging.systemd`: the package on a machine whose first process is systemd.

A Debian 12 in a folder is switched on by systemd-nspawn, gets the package as the guide says, is
switched on anew and has to be a stand. Needs root, debootstrap, systemd-container, Xvfb and what
`make build` has built; ten minutes, most of them the watchdog's patience. What is not real: the
compositor shows in a virtual screen in place of a graphics card and a console, there is no udev,
and where the old control groups are mounted MemoryHigh and the filter of addresses do not work.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from kiosk import __version__
from tests.packaging import glass, guarded, walls
from tests.packaging.booted import Booted, until
from tests.packaging.room import ROOMS, Room
from tests.packaging.sessions import SESSION, X11, give_screen, give_xorg
from tests.packaging.told import Told
from tools.build import PROGRAM
from tools.package import DEB_DEPENDS, package

KIOSK = "juosta.service"
SCREEN_SECONDS = 90
"""Until the kiosk has to be active; a busy machine takes long."""


def main() -> int:
    """The whole trial; 1 when one thing failed."""
    told = Told()
    (made,) = package(PROGRAM, __version__, ROOMS / "deb", ("deb",), quick=True)
    room = Room("systemd", "bookworm", also=_needed())
    shutil.copyfile(made, room.place / guarded.PACKAGE.lstrip("/"))
    with glass.server("unshare", "--ipc") as (display, screen):
        with Booted(room, screen) as machine:
            _installs(told, machine)
        give_screen(room.place, display)
        with Booted(room, screen) as machine:
            _is_a_stand(told, machine, display)
            told.that("the machine goes off in order", holds=machine.off())
        give_xorg(room.place, display)
        with Booted(room, screen) as machine:
            _other_session(told, machine)
            _leaves(told, machine)
    return told.end()


def _needed() -> tuple[str, ...]:
    """What the package depends on, the first of each choice, and what the trial needs."""
    names = (re.split(r"[ |(]", each)[0] for each in DEB_DEPENDS)
    return tuple(sorted({*names, "systemd-sysv", "weston", "xauth"}))


def _installs(told: Told, machine: Booted) -> None:
    up = machine.is_up()
    told.that("a bare Debian 12 starts under systemd", holds=up, why=machine.failed())
    done = machine.run("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "install",
                       guarded.PACKAGE)  # fmt: skip
    said = done.stdout + done.stderr
    told.that("the package installs", holds=done.returncode == 0, why=said)
    told.that("without a missing program", holds="not found" not in said, why=said)
    enabled = machine.said("systemctl", "is-enabled", KIOSK, SESSION, "juosta-screen.service")
    told.that("its services are enabled", holds=enabled.split() == ["enabled"] * 2 + ["alias"],
              why=enabled)  # fmt: skip
    start = machine.said("systemctl", "get-default")
    told.that("the machine starts as a stand", holds=start == "graphical.target", why=start)


def _is_a_stand(told: Told, machine: Booted, display: str) -> None:
    told.that("it starts anew", holds=machine.is_up(), why=machine.failed())
    if not _active(told, machine, "the kiosk is READY without a hand"):
        return
    status, kind = machine.unit(KIOSK, "StatusText", "Type")
    told.that(f"STATUS says “{status}”", holds="attract" in status and kind == "notify")
    seen = glass.attract_seen(display, ROOMS / "systemd.png")
    told.that("the attract loop is seen", holds=seen, why=log_of(machine))
    walls.trial(told, machine)
    guarded.trial(told, machine)


def _other_session(told: Told, machine: Booted) -> None:
    up = machine.is_up()
    told.that("with the other session it starts anew", holds=up, why=machine.failed())
    if _active(told, machine, "the kiosk is READY with Xorg's session"):
        (pid,) = machine.unit(KIOSK, "MainPID")
        around = machine.said("cat", f"/proc/{pid}/environ")
        told.that("and speaks to X", holds="QT_QPA_PLATFORM=xcb" in around, why=around)
        guarded.comes_back(told, machine, X11)


def _leaves(told: Told, machine: Booted) -> None:
    done = machine.run("apt-get", "-q", "-y", "purge", "juosta")
    told.that("the package is purged", holds=done.returncode == 0, why=done.stdout + done.stderr)
    user = machine.run("id", "juosta")
    told.that("no user is left", holds=user.returncode != 0, why=user.stdout)
    left = machine.said("systemctl", "list-units", "--all", "--plain", "--no-legend", "juosta*")
    told.that("no service is left", holds=not left, why=left)
    links = [str(path) for path in Path(machine.room.place, "etc/systemd").rglob("juosta*")]
    told.that("no link is left", holds=not [x for x in links if "service.d" not in x],
              why=str(links))  # fmt: skip


def _active(told: Told, machine: Booted, what: str) -> bool:
    holds = until(SCREEN_SECONDS, lambda: machine.unit(KIOSK, "ActiveState") == ["active"])
    return told.that(what, holds=holds, why=log_of(machine))


def log_of(machine: Booted) -> str:
    """The end of the machine's journal."""
    return machine.said("journalctl", "-b", "--no-pager", "-n", "40")


if __name__ == "__main__":
    sys.exit(main())
