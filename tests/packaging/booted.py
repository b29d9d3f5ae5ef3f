"""A room whose first process is systemd, as on a machine that was switched on.

systemd-nspawn starts it with a network of its own that leads nowhere. Where no systemd looks after
this machine, the room gets a control group of its own in each hierarchy, and nothing of it is left.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.packaging.room import Room

GROUPS = Path("/sys/fs/cgroup")
GROUP = "juosta-trial"
_USED = ("systemd", "unified", "memory", "devices", "pids", "cpu")
"""The hierarchies that a systemd of Debian 12 works with when the old ones are mounted."""

_START = """
for group in $2; do echo $$ >"$group/cgroup.procs"; done
mount -t tmpfs tmpfs /run
export SYSTEMD_NSPAWN_SHARE_NS_IPC=1
exec systemd-nspawn --boot --directory="$1" --register=no --keep-unit --private-network \
    --machine=juosta-trial --console=pipe --bind-ro=/tmp/.X11-unix \
    --system-call-filter=bpf
"""
_LIMITS = """
[Unit]
Description=Limits of the trial
DefaultDependencies=no
Before=sysinit.target
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'cd /sys/fs/cgroup; for each in memory devices pids cpu; do \\
    [ ! -d $each ] || mount -o remount,bind,rw,nosuid,nodev,noexec $each; done'
"""
"""nspawn gives a guest the limits of the old hierarchies only to read."""

SWITCH_ON = 90
SWITCH_OFF = 60
"""Seconds for the whole start and the whole end."""


class Booted:
    """A room that was switched on; `off`, at the latest the end of the block, takes it down."""

    def __init__(self, room: Room, screen: int) -> None:
        self.room = room
        self._first: int | None = None
        self._groups = [*_hierarchies()]
        for group in self._groups:
            group.mkdir(exist_ok=True)
        _give_limits(room.place)
        log = (room.place.parent / f"{room.place.name}.log").open("ab")
        places = " ".join(map(str, self._groups))
        beside = ["nsenter", f"--target={screen}", "--ipc"]
        alone = ["unshare", "--mount", "--propagation=private"]
        bound = ["setpriv", "--pdeathsig", "TERM"]  # off, too, when the trial is killed
        words = [*bound, *beside, *alone, "sh", "-ec", _START, "boot", str(room.place), places]
        self._guest = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def __enter__(self) -> Booted:
        return self

    def __exit__(self, *_: object) -> None:
        self.off()

    def is_up(self) -> bool:
        """Wait until the start is over; false when it does not end, or something has failed."""
        if not until(SWITCH_ON, self._found_first):
            return False
        until(SWITCH_ON, lambda: self.state() not in ("initializing", "starting", ""))
        return self.state() == "running"

    def state(self) -> str:
        """What systemd says of the machine: "running" when all is well."""
        return self.run("systemctl", "is-system-running").stdout.strip()

    def _found_first(self) -> bool:
        guest = self._guest.pid
        with suppress(OSError):
            children = Path(f"/proc/{guest}/task/{guest}/children").read_text().split()
            for child in map(int, children):
                if Path(f"/proc/{child}/comm").read_text().strip() == "systemd":
                    self._first = child
        return self._first is not None and bool(self.state())

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command on the machine to its end, as root."""
        enter = ["nsenter", "--target", str(self._first), "--all", "--wdns=/"]
        clean = ["env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root"]
        command = [*enter, *clean, *words]
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    def said(self, *words: str) -> str:
        """What a command prints."""
        done = self.run(*words)
        return done.stdout.strip() or done.stderr.strip()

    def failed(self) -> str:
        """The services that have failed, for the words of a failure."""
        return self.state() + "\n" + self.said("systemctl", "--failed", "--plain", "--no-legend")

    def kill(self, pid: int | str, signal: str) -> None:
        """Send a signal, as root."""
        self.run("sh", "-c", f"kill -{signal} {pid}")

    def unit(self, name: str, *properties: str) -> list[str]:
        """Properties of a unit, in the order asked for."""
        told = self.run("systemctl", "show", name, "--property", ",".join(properties)).stdout
        found = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
        return [found.get(each, "") for each in properties]

    def _pull_plug(self) -> None:
        """The first process takes all others with it; it would live on without nspawn."""
        if self._first is not None:
            with suppress(ProcessLookupError):
                os.kill(self._first, signal.SIGKILL)
        self._guest.kill()
        self._guest.wait()

    def off(self) -> bool:
        """Switch the machine off in order, or pull its plug; whether it went in order."""
        in_order = True
        if self._guest.poll() is None:
            self._guest.terminate()
            try:
                in_order = self._guest.wait(SWITCH_OFF) == 0
            except subprocess.TimeoutExpired:
                in_order = False
                self._pull_plug()
        for group in self._groups:
            _remove(group)
        return in_order


def _give_limits(place: Path) -> None:
    units = place / "etc/systemd/system"
    (units / "trial-limits.service").write_text(_LIMITS, encoding="ascii")
    wanted = units / "sysinit.target.wants" / "trial-limits.service"
    wanted.parent.mkdir(exist_ok=True)
    if not wanted.is_symlink():
        wanted.symlink_to("../trial-limits.service")


def _hierarchies() -> Iterator[Path]:
    if (GROUPS / "cgroup.procs").exists():
        yield GROUPS / GROUP
        return
    for name in _USED:
        if (GROUPS / name / "cgroup.procs").exists():
            yield GROUPS / name / GROUP


def _remove(group: Path) -> None:
    """A control group and all below it; the kernel may need a moment to see them empty."""
    inner = sorted((path for path in group.rglob("*") if path.is_dir()), reverse=True)
    for each in (*inner, group):
        until(5, lambda each=each: _gone(each))


def _gone(group: Path) -> bool:
    with suppress(OSError):
        group.rmdir()
    return not group.exists()


def until(seconds: float, holds: Callable[[], bool]) -> bool:
    """Wait until something holds; false when it does not in time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.25)
    return True
