"""Fingers on a touch screen that is none: the test driver of the X server takes them over a socket.

The driver is `inputtest` of the X.Org server, its protocol that of its header file
`xf86-input-inputtest-protocol.h`, version 1.0.
"""

from __future__ import annotations

import socket
import struct
from pathlib import Path

from tests.e2e.driver.waiting import until

BEGIN, UPDATE, END = 18, 19, 20  # numbers of the events of XInput 2
_VERSION, _SYNC, _TOUCH = 0, 1, 6
_VALUATORS = 64
_MASK = 0b11  # the first two: x and y
_MOST = 65535
"""The device's own measure of the whole width and of the whole height."""
_HEAD = struct.Struct("<II")
_FINGER = struct.Struct(f"<IIIII8s4x{_VALUATORS}d{_VALUATORS}d")

Point = tuple[int, int]


class Touches:
    """A glass that knows any number of fingers, by their numbers."""

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        until("the touch screen", path.exists)
        self._size = size
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(5)
        self._socket.connect(str(path))
        self._socket.sendall(_HEAD.pack(_HEAD.size + 4, _VERSION) + struct.pack("<HH", 1, 0))
        self._answer()

    def begin(self, finger: int, at: Point) -> None:
        """Put a finger down."""
        self._send(finger, BEGIN, at)

    def move(self, finger: int, at: Point) -> None:
        """Move one that is down."""
        self._send(finger, UPDATE, at)

    def end(self, finger: int, at: Point) -> None:
        """Take it away."""
        self._send(finger, END, at)

    def sync(self) -> None:
        """Wait until the server has taken all of it."""
        self._socket.sendall(_HEAD.pack(_HEAD.size, _SYNC))
        self._answer()

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _send(self, finger: int, kind: int, at: Point) -> None:
        values = [0.0] * _VALUATORS
        values[:2] = (_MOST * part / whole for part, whole in zip(at, self._size, strict=True))
        mask = bytes([_MASK]) + bytes(7)
        words = (_FINGER.size, _TOUCH, finger, kind, 0, mask, *values, *([0.0] * _VALUATORS))
        self._socket.sendall(_FINGER.pack(*words))

    def _answer(self) -> None:
        length, _kind = _HEAD.unpack(self._socket.recv(_HEAD.size))
        if length > _HEAD.size:
            self._socket.recv(length - _HEAD.size)
