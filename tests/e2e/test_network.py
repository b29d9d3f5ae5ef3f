"""The kiosk needs no network and asks for none.

It runs in a network namespace of its own, without even a loop-back device; afterwards the
counters of that namespace say whether anybody tried to connect or to send.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, say
from tests.e2e.steps import go_home, open_story

ATTEMPTS = {"Ip": ["OutRequests", "OutNoRoutes"], "Tcp": ["ActiveOpens"], "Udp": ["OutDatagrams"]}
"""Counters of /proc/PID/net/snmp that rise when a program tries to reach somebody."""

CONTROL = """
import pathlib, socket
for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
    try:
        socket.socket(socket.AF_INET, kind).connect(("192.0.2.1", 80))
    except OSError:
        pass
print(pathlib.Path("/proc/self/net/snmp").read_text())
"""


def alone() -> list[str]:
    """The words that start a program in a network namespace of its own; skips without the right."""
    for words in (["unshare", "--net"], ["unshare", "--map-current-user", "--net"]):
        allowed = subprocess.run([*words, "true"], check=False) if shutil.which("unshare") else None
        if allowed is not None and allowed.returncode == 0:
            return words
    pytest.skip("this system lets nobody make a network namespace")


def attempts(table: str) -> dict[str, int]:
    """The counters of attempts in the text of a `net/snmp` file."""
    lines = [line.split() for line in table.splitlines() if line]
    counts: dict[str, int] = {}
    for head, values in zip(lines[::2], lines[1::2], strict=True):
        group = head[0].rstrip(":")
        for name in ATTEMPTS.get(group, []):
            counts[f"{group}.{name}"] = int(values[head.index(name)])
    return counts


def test_the_counters_count() -> None:
    """A program that does try is seen; else the next test would prove nothing."""
    words = [*alone(), sys.executable, "-c", CONTROL]
    table = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert sum(attempts(table).values()) > 0, table


def test_a_visit_without_a_network(run: Run) -> None:
    """A walk through a story, with its sources, and nobody was asked for anything."""
    content = Content("en")
    kiosk = run(wrapper=alone())
    devices = Path(f"/proc/{kiosk.pid}/net/dev").read_text(encoding="ascii").splitlines()[2:]
    assert all(device.split(":")[0].strip() == "lo" for device in devices), devices
    go_home(kiosk)
    section = content.sections[0]
    open_story(kiosk, content, section, section["stories"][0])
    kiosk.tap(say("Sources"))
    kiosk.see(say("Where the numbers come from"))
    kiosk.tap(say("Done"))
    for stop in content.stops(section):
        kiosk.see(stop.title)
        if stop.story != section["stories"][0]["id"]:
            break
        kiosk.see(say("%1 of %2", "en", stop.number, stop.count))
        kiosk.tap(stop.label)
    kiosk.tap(say("Home"))
    kiosk.see(content.title)
    table = Path(f"/proc/{kiosk.pid}/net/snmp").read_text(encoding="ascii")
    assert set(attempts(table).values()) == {0}, table
    assert listening(kiosk.pid) == []


def listening(pid: int) -> list[str]:
    """Internet sockets of the process's namespace, in any state."""
    found: list[str] = []
    for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        file = Path(f"/proc/{pid}/net/{name}")
        if file.exists():
            found += file.read_text(encoding="ascii").splitlines()[1:]
    return found
