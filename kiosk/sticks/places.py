"""Which sticks are plugged in: where the system has mounted a removable disk, or what lies in the
folder that the settings name. Only looks; what mounts them is `kiosk.sticks.udisks`. No Qt.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
DEVICES = Path("/sys/dev/block")
SYSTEM = frozenset(
    {"/", "/usr", "/home", "/var", "/var/lib", "/var/lib/juosta"}
    | {"/boot", "/boot/efi", "/boot/firmware"}
)
"""What the stand lives on: a disk with one of these is no stick, and holds none."""
_OCTAL = re.compile(r"\\([0-7]{3})")
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069/\\]")
_NAME_LETTERS = 40
_STICKS_MOST = 16


@dataclass(frozen=True)
class Stick:
    """A stick: the folder where its files are, its name for people, its device ("" unknown)."""

    folder: Path
    name: str
    device: str = ""


def plain_name(name: str) -> str:
    """A name from a stick as it may be shown: no signs that hide, turn or lead somewhere."""
    return _NOT_SHOWN.sub(" ", name).strip()[:_NAME_LETTERS].strip(" .") or "USB"


def plugged(folder: str = "", mounts: Path = MOUNTS, devices: Path = DEVICES) -> list[Stick]:
    """The sticks, each once; `folder` is the settings' `updates.sticks`. Never raises."""
    found = [*_in_folder(Path(folder))] if folder else []
    found += _windows_drives() if sys.platform == "win32" else _mounted(mounts, devices)
    unique = {stick.folder: stick for stick in found}  # a mount knows its device, and comes last
    return sorted(unique.values(), key=lambda stick: str(stick.folder))[:_STICKS_MOST]


def _in_folder(folder: Path) -> Iterator[Stick]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield Stick(Path(entry.path), plain_name(entry.name))
    except OSError:
        return


def _mounted(mounts: Path, devices: Path) -> Iterator[Stick]:
    """Mounts of removable disks; the form of the lines is that of proc_pid_mountinfo(5)."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return
    found = [mount for line in lines if (mount := _mount(line))]
    own = {_disk(devices / number) for number, folder, _ in found if folder in SYSTEM} - {None}
    for number, folder, source in found:
        disk = _disk(devices / number)
        if source.startswith("/dev/") and disk and disk not in own and _removable(disk):
            yield Stick(Path(folder), plain_name(Path(folder).name), source)


def _mount(line: str) -> tuple[str, str, str] | None:
    """The number of the device, the folder and the source of a mount."""
    parts = line.split(" ")
    if len(parts) < 10 or "-" not in parts[:-2]:
        return None
    return parts[2], _decoded(parts[4]), _decoded(parts[parts.index("-") + 2])


def _decoded(text: str) -> str:
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), text)


def _disk(device: Path) -> Path | None:
    """The disk that a block device is or is a part of; None for what is on no disk."""
    try:
        place = device.resolve(strict=True)
    except OSError:
        return None
    return place if (place / "removable").exists() else place.parent


def _removable(disk: Path) -> bool:
    """Whether a disk can be unplugged."""
    return any(part.startswith("usb") for part in disk.parts) or _says_one(disk / "removable")


def _says_one(file: Path) -> bool:
    try:
        return file.read_text().strip() == "1"
    except OSError:
        return False


def _windows_drives() -> Iterator[Stick]:
    """Removable drives by their letters."""
    import ctypes

    removable = 2
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    letters = kernel.GetLogicalDrives()
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        if letters >> number & 1 and kernel.GetDriveTypeW(root) == removable:
            yield Stick(Path(root), root[:2])
