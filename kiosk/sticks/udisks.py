"""Mounting of sticks through the system's udisks2 service, on Linux only. No Qt.

A stand has no desktop that would mount a stick. Read-only, without programs, devices or set-uid;
only for as long as staff write to it is it mounted to be written. Speaks D-Bus by `jeepney`, pure
Python. Where there is no such service nothing is mounted, and `kiosk.sticks.places` still finds
what others have mounted.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.sticks.places import SYSTEM, Stick

log = logging.getLogger(__name__)

BUS = Path("/run/dbus/system_bus_socket")
ANSWER_SECONDS = 20
READ_ONLY = "ro,nosuid,nodev,noexec"
WRITABLE = "nosuid,nodev,noexec"

_NAME = "org.freedesktop.UDisks2"
_BLOCK = f"{_NAME}.Block"
_DRIVE = f"{_NAME}.Drive"
_FILES = f"{_NAME}.Filesystem"
_NO_DRIVE = "/"

Faces = Mapping[str, Mapping[str, tuple[str, Any]]]
Drive = Mapping[str, tuple[str, Any]]


def can_be_unplugged(_device: str, drive: Drive) -> bool:
    """Whether a volume is on a stick or a card, by the properties of its drive."""
    return drive.get("ConnectionBus", ("s", ""))[1] == "usb" or bool(
        drive.get("Removable", ("b", False))[1]
    )


@dataclass(frozen=True)
class _Volume:
    """A file system on a stick: its object, its device, where it is mounted."""

    path: str
    device: str
    mounts: tuple[str, ...]


class Disks:
    """The system's disks as udisks2 tells of them. Each call takes up to seconds: never on the
    thread of the window. Nothing raises but `writable`.
    """

    turn = threading.RLock()
    """Held while sticks are mounted, looked through or written: nobody may mount a stick that is
    about to be written, nor hold a file open on one that is about to go. There is one system, so
    there is one turn.
    """

    def __init__(self, is_stick: Callable[[str, Drive], bool] = can_be_unplugged) -> None:
        self._is_stick = is_stick

    def mount_new(self) -> None:
        """Mount every stick that is plugged in and not mounted, to be read."""
        if sys.platform != "linux" or not BUS.is_socket():
            return
        with self.turn:
            try:
                new = [volume for volume in self._volumes() if not volume.mounts]
            except OSError as error:
                log.info("no stick can be mounted (%s)", error)
                return
            for volume in new:
                self._mount_to_read(volume)

    def _mount_to_read(self, volume: _Volume) -> None:
        try:
            self._mount(volume, READ_ONLY)
            log.info("%s is mounted to be read", volume.device)
        except OSError as error:  # the next one may be whole
            log.info("%s cannot be mounted (%s)", volume.device, error)

    @contextlib.contextmanager
    def writable(self, stick: Stick) -> Generator[Stick]:
        """The stick so that it can be written; afterwards it may be pulled out.

        What somebody else has mounted stays as it is. Raises `OSError`.
        """
        with self.turn:
            volume = self._volume_of(stick)
            if volume is None:
                yield stick
                return
            if volume.mounts:
                self._unmount(volume)
            try:
                folder = Path(self._mount(volume, WRITABLE))
                yield Stick(folder, stick.name, stick.device)
            finally:
                with contextlib.suppress(OSError):
                    self._unmount(volume)

    def _volume_of(self, stick: Stick) -> _Volume | None:
        if not stick.device or sys.platform != "linux" or not BUS.is_socket():
            return None
        return next((each for each in self._volumes() if each.device == stick.device), None)

    def _volumes(self) -> Iterator[_Volume]:
        (objects,) = _call("/org/freedesktop/UDisks2", _MANAGER, "GetManagedObjects")
        found = {path: faces for path, faces in objects.items() if _FILES in faces}
        own = {_drive(faces) for faces in found.values() if SYSTEM.intersection(_mounts(faces))}
        for path, faces in found.items():
            device, drive = _text(faces[_BLOCK]["Device"][1]), _drive(faces)
            if drive in own - {_NO_DRIVE}:
                continue
            if self._is_stick(device, objects.get(drive, {}).get(_DRIVE, {})):
                yield _Volume(path, device, _mounts(faces))

    def _mount(self, volume: _Volume, options: str) -> str:
        wanted = {"options": ("s", options), **_QUIETLY}
        (folder,) = _call(volume.path, _FILES, "Mount", "a{sv}", (wanted,))
        return str(folder)

    def _unmount(self, volume: _Volume) -> None:
        _call(volume.path, _FILES, "Unmount", "a{sv}", (_QUIETLY,))


_MANAGER = "org.freedesktop.DBus.ObjectManager"
_QUIETLY = {"auth.no_user_interaction": ("b", True)}


def _drive(faces: Faces) -> str:
    return faces[_BLOCK]["Drive"][1]


def _mounts(faces: Faces) -> tuple[str, ...]:
    return tuple(_text(raw) for raw in faces[_FILES]["MountPoints"][1])


def _text(raw: bytes | list[int]) -> str:
    """A file name of D-Bus: bytes that end with a zero."""
    return bytes(raw).rstrip(b"\0").decode(errors="surrogateescape")


def _call(
    path: str, face: str, method: str, signature: str | None = None, body: tuple[Any, ...] = ()
) -> tuple[Any, ...]:
    """Call a method of udisks2 on the system bus. Raises `OSError` also for its refusals."""
    from jeepney import DBusAddress, DBusErrorResponse, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress(path, bus_name=_NAME, interface=face)
    try:
        with open_dbus_connection(bus="SYSTEM") as bus:
            call = new_method_call(address, method, signature, body)
            answer = bus.send_and_get_reply(call, timeout=ANSWER_SECONDS)
    except (TimeoutError, ValueError, KeyError, EOFError) as error:
        raise OSError(f"the disk service does not answer: {error}") from error
    if answer.header.message_type == MessageType.error:
        raise OSError(str(DBusErrorResponse(answer)))
    return answer.body
