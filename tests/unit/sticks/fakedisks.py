"""An udisks2 that is played: sticks are folders, mounting makes a link to one.

As the real one it refuses to mount what is mounted and to unmount what is not.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kiosk.sticks import ready, udisks
from kiosk.sticks.places import plugged

FACE = "org.freedesktop.UDisks2"


@dataclass
class Volume:
    """A file system: its device, its drive, the options it is mounted with."""

    device: str
    drive: str
    files: Path
    mount: Path
    broken: bool = False
    options: str | None = None


class FakeService:
    """Sticks that are plugged in, and what has been asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.silent = False
        self.volumes: dict[str, Volume] = {}
        self.after_unmount: Callable[[], None] = lambda: None
        self._turn = threading.Lock()
        (folder / "media").mkdir()
        (folder / "dev").mkdir()
        self._tell()

    def answer_to(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Be the service of this machine, and the kernel that tells of its mounts."""
        monkeypatch.setattr(udisks, "BUS", self)
        monkeypatch.setattr(udisks, "_call", self._called)
        seen = partial(plugged, mounts=self.folder / "mountinfo", devices=self.folder / "dev")
        monkeypatch.setattr(ready, "plugged", seen)

    def is_socket(self) -> bool:
        """There is a service."""
        return True

    def plug(self, device: str, *, broken: bool = False, mount: str = "", drive: str = "") -> Path:
        """Plug a stick in; where its files are. With `mount` the system has mounted it there."""
        name = Path(device).name
        disk = self.folder / "sys" / name.rstrip("0123456789")
        (disk / name).mkdir(parents=True)
        (disk / "removable").write_text("1\n")
        number = f"8:{len(self.volumes) + 1}"
        (self.folder / "dev" / number).symlink_to(disk / name)
        files = self.folder / "files" / name
        files.mkdir(parents=True)
        place = Path(mount) if mount else self.folder / "media" / name
        volume = Volume(device, drive or f"/drives/{disk.name}", files, place, broken)
        volume.options = "rw" if mount else None
        self.volumes[f"/volumes/{number}"] = volume
        self._tell()
        return files

    def mounted(self) -> dict[str, str]:
        """What is mounted by the device, with its options."""
        return {each.device: each.options for each in self.volumes.values() if each.options}

    def _called(self, path: str, _face: str, method: str, *words: Any) -> tuple[Any, ...]:
        if self.silent:
            raise OSError("no answer")
        if method == "GetManagedObjects":
            return (self._objects(),)
        with self._turn:
            volume = self.volumes[path]
            if volume.broken or (method == "Mount") == bool(volume.options):
                raise OSError(f"{method}: it is {volume.options}")
            if method == "Mount":
                volume.options = words[1][0]["options"][1]
                volume.mount.symlink_to(volume.files)
            else:
                volume.options = None
                volume.mount.unlink()
            self._tell()
        if method == "Unmount":
            self.after_unmount()
        return (str(volume.mount),)

    def _objects(self) -> dict[str, Any]:
        objects: dict[str, Any] = {}
        for path, each in self.volumes.items():
            block = {"Device": ("ay", f"{each.device}\0".encode()), "Drive": ("o", each.drive)}
            mounts = [f"{each.mount}\0".encode()] if each.options else []
            files = {"MountPoints": ("aay", mounts)}
            objects[path] = {f"{FACE}.Block": block, f"{FACE}.Filesystem": files}
            objects[each.drive] = {f"{FACE}.Drive": {"ConnectionBus": ("s", "usb")}}
        return objects

    def _tell(self) -> None:
        lines = [
            f"90 22 {path.rpartition('/')[2]} / {each.mount} rw - vfat {each.device} rw\n"
            for path, each in self.volumes.items()
            if each.options
        ]
        (self.folder / "mountinfo").write_text("".join(lines))
