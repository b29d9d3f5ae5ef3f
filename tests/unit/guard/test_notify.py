"""What the service manager hears."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.guard.notify import Notifier


@pytest.fixture(params=["file", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, socket.socket]]:
    """A service manager's socket and its name as the environment says it."""
    name = str(tmp_path / "s") if request.param == "file" else f"@juosta-test-{tmp_path}"[:90]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind("\0" + name[1:] if name.startswith("@") else name)
        listening.setblocking(False)
        yield name, listening


def heard(listening: socket.socket) -> list[str]:
    """All messages so far."""
    found: list[str] = []
    while True:
        try:
            found.append(listening.recv(4000).decode())
        except BlockingIOError:
            return found


def test_words_of_the_protocol(manager: tuple[str, socket.socket]) -> None:
    name, listening = manager
    notifier = Notifier({"NOTIFY_SOCKET": name})
    notifier.reloading()  # says nothing before the kiosk was ready
    notifier.ready()
    notifier.ready()
    notifier.alive()
    notifier.status("on the\nscreen: ė")
    notifier.status("on the screen: ė")
    notifier.reloading()
    notifier.ready()
    notifier.stopping()
    words = heard(listening)
    assert words[:3] == ["READY=1", "WATCHDOG=1", "STATUS=on the screen: ė"]
    assert words[3].startswith("RELOADING=1\nMONOTONIC_USEC=")
    assert words[3].partition("USEC=")[2].isdigit()
    assert words[4:] == ["READY=1", "STOPPING=1"]


@pytest.mark.parametrize("environment", [{}, {"NOTIFY_SOCKET": "/nowhere/at/all"}])
def test_without_a_manager_nothing_happens(environment: dict[str, str]) -> None:
    notifier = Notifier(environment)
    notifier.ready()
    notifier.alive()
