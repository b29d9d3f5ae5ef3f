"""Where the versions lie and what is written about them: reading only, and never an exception.

A stand starts with this, so it is small, and whatever is damaged is passed over. No Qt.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from kiosk.paths import ACTIVE
from kiosk.said import said
from kiosk.store import sealed
from kiosk.store.files import is_file
from kiosk.store.records import FACTORY, Active, Floor, Mark, Pointer, VersionInfo, number_of
from kiosk.store.sealed import DamagedError

BUNDLE = "bundle"
INFO = "version.json"
MARK = "health.json"


@dataclass(frozen=True)
class Layout:
    """The folder of the store."""

    folder: Path

    @property
    def pointer(self) -> Path:
        """The file that names the shown version."""
        return self.folder / ACTIVE

    @property
    def floors(self) -> tuple[Path, Path]:
        """The two copies of the floor."""
        return self.folder / "floor-a.json", self.folder / "floor-b.json"

    @property
    def versions(self) -> Path:
        """One folder per version."""
        return self.folder / "versions"

    @property
    def staging(self) -> Path:
        """What is being installed or removed; nobody misses it after a crash."""
        return self.folder / "staging"

    def room(self, version_id: str) -> Path:
        """Folder of a version; the id must be one."""
        return self.versions / version_id

    def bundle(self, version_id: str) -> Path:
        """Folder of a version's bundle."""
        return self.room(version_id) / BUNDLE

    def ids(self) -> list[str]:
        """Ids of all versions, newest first."""
        try:
            names = [entry.name for entry in os.scandir(self.versions)]
        except OSError:
            return []
        return sorted((name for name in names if number_of(name)), key=number_of, reverse=True)

    def info(self, version_id: str) -> VersionInfo:
        """What is known of a version; with health "damaged" when it is not whole."""
        try:
            info = sealed.read(self.room(version_id) / INFO, VersionInfo)
        except (FileNotFoundError, DamagedError):
            return _damaged(VersionInfo(version_id))
        if info.id != version_id or not is_file(self.bundle(version_id) / "content.json"):
            return _damaged(replace(info, id=version_id))
        mark = self.mark(version_id)
        return replace(info, health=mark.health, reason=mark.words)

    def mark(self, version_id: str) -> Mark:
        """What became of a version; a damaged mark counts as none."""
        try:
            return sealed.read(self.room(version_id) / MARK, Mark)
        except (FileNotFoundError, DamagedError):
            return Mark()

    def read_pointer(self) -> tuple[Pointer | None, str]:
        """The pointer, or None and why in words (no words when nothing was ever installed)."""
        try:
            return sealed.read(self.pointer, Pointer), ""
        except FileNotFoundError:
            if any(self.mark(each).health == "good" for each in self.ids()):
                return None, said("The note of the version to be shown is missing.")
            return None, ""
        except DamagedError:
            return None, said("The note of the version to be shown is damaged.")

    def floor(self) -> int:
        """The highest sequence published; the versions themselves are the third copy."""
        infos = map(self.info, self.ids())
        found = [info.sequence for info in infos if info.signed_by]
        for file in self.floors:
            try:
                found.append(sealed.read(file, Floor).sequence)
            except (FileNotFoundError, DamagedError):
                continue
        return max(found, default=0)

    def candidates(self, pointer: Pointer | None) -> Iterator[Active]:
        """What may be shown, best first; after these comes the factory content."""
        if pointer is not None and pointer.version == FACTORY:
            return
        named = (pointer.version, pointer.previous) if pointer is not None else ()
        chosen = self.showable(named[0]) if named else None
        if chosen is not None:
            yield chosen
        for version_id in dict.fromkeys([*named[1:], *self.ids()]):
            active = self.showable(version_id)
            if active is not None and active.health == "good" and active != chosen:
                yield active

    def showable(self, version_id: str) -> Active | None:
        """The version if it is whole and was not given up."""
        if not number_of(version_id):
            return None
        health = self.info(version_id).health
        return Active(version_id, health) if health in ("new", "good") else None


def _damaged(info: VersionInfo) -> VersionInfo:
    words = said("Files of this version are missing or damaged.")
    return replace(info, health="damaged", reason=words)
