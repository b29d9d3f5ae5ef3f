"""Telling the service manager how things are: systemd's datagrams, where it asks for them.

`NOTIFY_SOCKET` names a socket; without it nothing is sent. Never imports Qt.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Mapping

WORDS_LIMIT = 200
"""Characters of a status line."""


class Notifier:
    """The way to the service manager; silent where there is none."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        name = environment.get("NOTIFY_SOCKET", "")
        # A name that begins with @ lies in Linux's space without a file system
        self._address = "\0" + name[1:] if name.startswith("@") else name
        self._status = ""
        self._ready = False

    def ready(self) -> None:
        """The screen shows something; said again after `reloading`."""
        if not self._ready:
            self._ready = True
            self._send("READY=1")

    def alive(self) -> None:
        """The screen lives. Not said while it does not."""
        self._send("WATCHDOG=1")

    def status(self, words: str) -> None:
        """A line for whoever asks the service manager."""
        words = " ".join(words.split())[:WORDS_LIMIT]
        if words != self._status:
            self._status = words
            self._send(f"STATUS={words}")

    def reloading(self) -> None:
        """The screen is started anew on purpose."""
        if self._ready:
            self._ready = False
            self._send(f"RELOADING=1\nMONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def stopping(self) -> None:
        """The kiosk ends because somebody wants it to."""
        self._send("STOPPING=1")

    def _send(self, words: str) -> None:
        if not self._address:
            return
        import socket  # most supervisors do without

        if not hasattr(socket, "AF_UNIX"):
            return
        # A manager that does not take it now gets the next one
        with (
            contextlib.suppress(OSError),
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as way,
        ):
            way.setblocking(False)
            way.sendto(words.encode(), self._address)
