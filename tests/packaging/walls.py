"""Whether systemd's walls stand around the running kiosk, and what it leaves for others to read."""

from __future__ import annotations

import json
import time

from tests.packaging.booted import Booted, until
from tests.packaging.sessions import SESSION
from tests.packaging.told import Told

KIOSK = "juosta.service"
STATE = "/var/lib/juosta"
HEALTH = f"{STATE}/health.json"
METRICS = f"{STATE}/metrics/juosta.prom"
_FRESH = 40
"""Seconds that the health of a living kiosk is old at most: it is written every 15."""

_CLOSED = ("/etc/juosta-trial", "/usr/juosta-trial", "/var/juosta-trial", "/boot/juosta-trial")
_HIDDEN = ("/root", "/home", "/run/user")


def trial(told: Told, machine: Booted) -> None:
    """Supervisor and screen, their health and their log."""
    supervisor, screen = pids(machine)
    for name, pid in (("supervisor", supervisor), ("screen", screen)):
        _rights(told, machine, name, pid)
        _network(told, machine, name, pid)
        _disk(told, machine, name, pid)
    _session(told, machine)
    _health(told, machine)
    log = machine.said("journalctl", "-b", "-u", KIOSK, "-o", "cat", "--no-pager")
    told.that("its log is in the journal", holds="first frame" in log, why=log)


def pids(machine: Booted) -> tuple[int, int]:
    """The supervisor and its screen; 0 for what is not there."""
    supervisor = int(machine.unit(KIOSK, "MainPID")[0] or 0)
    children = machine.run("cat", f"/proc/{supervisor}/task/{supervisor}/children").stdout.split()
    return supervisor, int(children[0]) if children else 0


def _status(machine: Booted, pid: int) -> dict[str, str]:
    lines = machine.run("cat", f"/proc/{pid}/status").stdout.splitlines()
    return {name: value.strip() for name, value in (line.split(":", 1) for line in lines)}


def _rights(told: Told, machine: Booted, name: str, pid: int) -> None:
    status, first = _status(machine, pid), _status(machine, 1)
    user = machine.said("id", "-u", "juosta")
    told.that(f"the {name} is nobody else", holds=set(status["Uid"].split()) == {user})
    rights = {int(status[each], 16) for each in ("CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb")}
    none = rights == {0} and status["NoNewPrivs"] == "1"
    told.that(f"the {name} has no rights and gets none", holds=none, why=str(status))
    filters = int(status["Seccomp_filters"]) - int(first["Seccomp_filters"])
    told.that(f"{filters} filters of system calls lie on the {name}", holds=filters > 0)
    people = machine.said("cat", f"/proc/{pid}/uid_map").split()
    told.that(f"the {name} sees no other users", holds=people[-1] == "1", why=str(people))


def _network(told: Told, machine: Booted, name: str, pid: int) -> None:
    lines = machine.said("cat", f"/proc/{pid}/net/dev").splitlines()[2:]
    cards = [line.split(":")[0].strip() for line in lines]
    ours, others = (machine.said("readlink", f"/proc/{each}/ns/net") for each in (pid, 1))
    told.that(f"the {name} has no network", holds=cards == ["lo"] and ours != others,
              why=f"{cards} {ours} {others}")  # fmt: skip


def _disk(told: Told, machine: Booted, name: str, pid: int) -> None:
    """As root inside the walls: what is refused there is refused to everybody."""

    def inside(*words: str) -> tuple[bool, str]:
        done = machine.run("nsenter", f"--target={pid}", "--mount", *words)
        return done.returncode == 0, done.stderr

    for file in _CLOSED:
        written, why = inside("touch", file)
        holds = not written and "Read-only" in why
        told.that(f"the {name} cannot write {file}", holds=holds, why=why)
    state = f"{STATE}/trial"
    written, why = inside("touch", state)
    told.that(f"the {name} can write its state", holds=written, why=why)
    machine.run("rm", "-f", state)
    seen = [place for place in _HIDDEN if inside("sh", "-c", f"ls -A {place} | grep -q .")[0]]
    told.that(f"the {name} sees no home", holds=not seen, why=str(seen))


def limits(told: Told, machine: Booted) -> None:
    """What the kernel was told of the unit; only after systemd has started itself anew.

    On its first start it saw hierarchies that it could not write, and left them alone.
    """
    memory, tasks = machine.unit(KIOSK, "MemoryMax", "TasksMax")
    places = {
        "memory": ("memory/{}/memory.limit_in_bytes", "{}/memory.max"),
        "tasks": ("pids/{}/pids.max", "{}/pids.max"),
    }
    for (name, files), limit in zip(places.items(), (memory, tasks), strict=True):
        paths = [f"/sys/fs/cgroup/{each}".format(f"system.slice/{KIOSK}") for each in files]
        found = machine.run("cat", *paths).stdout.split()
        told.that(f"the kernel holds the limit of {name}: {limit}",
                  holds=found == [limit], why=str(found))  # fmt: skip
    listed = f"/sys/fs/cgroup/devices/system.slice/{KIOSK}/devices.list"
    if machine.run("test", "-e", listed).returncode == 0:
        devices = machine.said("cat", listed)
        told.that("the kernel closes all other devices", holds="a *:*" not in devices, why=devices)


def _session(told: Told, machine: Booted) -> None:
    """What libsystemd reads for a compositor that asks logind for the graphics card."""
    (pid,) = machine.unit(SESSION, "MainPID")
    person = ("setpriv", "--reuid=juosta", "--regid=juosta", "--clear-groups")
    for seen in (pid, "1"):
        done = machine.run("nsenter", f"--target={pid}", "--mount", *person, "cat",
                           f"/proc/{seen}/cgroup")  # fmt: skip
        told.that(f"the compositor sees the group of process {seen}", holds=bool(done.stdout),
                  why=done.stderr)  # fmt: skip


def _health(told: Told, machine: Booted) -> None:
    def fresh() -> bool:
        text = machine.run("cat", HEALTH).stdout
        return bool(text) and time.time() - json.loads(text)["written"]["seconds"] < _FRESH

    told.that("health.json is fresh", holds=until(_FRESH, fresh))
    group = machine.run("runuser", "-u", "nobody", "-g", "juosta", "--", "cat", METRICS)
    told.that("the group reads juosta.prom", holds="juosta_" in group.stdout, why=group.stderr)
    others = machine.run("runuser", "-u", "nobody", "--", "cat", METRICS)
    told.that("others do not", holds=others.returncode != 0)
