"""Making a staged bundle the shown one, in an order that survives a pulled plug at any moment.

1. the bundle and the notes about it, in a folder of `staging/`, every file and folder synced;
2. that folder renamed into `versions/`, both synced;
3. the floor, in two copies one after the other;
4. the pointer: temporary file, synced, renamed, folder synced.

Before the rename in 4 the old version is shown, after it the new one, and all that the new one
needs was on the disk long before. Whoever calls holds the locks. No Qt.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from kiosk import durable
from kiosk.store import removal, sealed
from kiosk.store.disk import in_words
from kiosk.store.layout import BUNDLE, INFO, Layout
from kiosk.store.records import Floor, Pointer, VersionInfo, id_of, number_of
from kiosk.store.sealed import DamagedError
from kiosk.store.staged import Staged

MANIFEST = "manifest.json"
SIGNATURE = "signature"
SYNCS_AT_ONCE = 16


def bring_in(layout: Layout, staged: Staged, number: int) -> VersionInfo:
    """Steps 1 and 2: the staged bundle as a version that nobody shows yet. Raises `StoreError`."""
    info = _info(staged, number)
    try:
        # The cause is put into words before the tidying makes room on a full disk.
        with in_words(layout.folder):
            _fill(layout.staging / info.id, staged, info, layout)
            (layout.staging / info.id).rename(layout.room(info.id))
            durable.sync_folder(layout.versions)
            durable.sync_folder(layout.staging)
    except BaseException:
        take_back(layout, info.id)
        raise
    return info


def _fill(room: Path, staged: Staged, info: VersionInfo, layout: Layout) -> None:
    """Step 1."""
    durable.make_folder(layout.staging)
    durable.make_folder(layout.versions)
    removal.remove_tree(room)
    room.mkdir()
    staged.folder.rename(room / BUNDLE)
    durable.sync_folder(staged.folder.parent)
    (room / INFO).write_bytes(sealed.seal(info))
    if staged.manifest_raw:
        (room / MANIFEST).write_bytes(staged.manifest_raw)
    if staged.signature:
        (room / SIGNATURE).write_bytes(staged.signature)
    _sync_tree(room, layout.folder)


def take_back(layout: Layout, version_id: str) -> None:
    """Remove a version that did not become the shown one, as far as the disk lets us."""
    with contextlib.suppress(OSError):
        removal.remove_version(layout, version_id)
    with contextlib.suppress(OSError):
        removal.remove_tree(layout.staging / version_id)


def raise_floor(layout: Layout) -> None:
    """Step 3, after 2 (the floor counts the versions); mends a damaged copy. Raises `OSError`."""
    floor = layout.floor()
    if not floor:
        return
    for file in layout.floors:
        if _floor_in(file) != floor:
            sealed.write(file, Floor(floor))


def point(layout: Layout, pointer: Pointer) -> None:
    """Step 4. Raises `OSError`; then the old pointer is put back if it had been replaced."""
    with contextlib.ExitStack() as undo:
        undo.callback(_put_back, layout.pointer, _bytes_of(layout.pointer), sealed.seal(pointer))
        sealed.write(layout.pointer, pointer)
        undo.pop_all()


def next_number(layout: Layout) -> int:
    """The number of the next version: none is given twice, whatever the clock says."""
    pointer, _ = layout.read_pointer()
    last = max(pointer.last, number_of(pointer.version)) if pointer is not None else 0
    return max([last, *map(number_of, layout.ids())]) + 1


def _info(staged: Staged, number: int) -> VersionInfo:
    bundle, manifest = staged.bundle, staged.manifest
    return VersionInfo(
        id=id_of(number, bundle.id, bundle.version),
        bundle_id=bundle.id,
        version=bundle.version,
        title=bundle.title,
        fallback=bundle.fallback,
        languages=tuple(language.tag for language in bundle.languages),
        pages=sum(len(story.pages) for each in bundle.sections for story in each.stories),
        sequence=manifest.sequence if manifest else 0,
        site=manifest.site if manifest else "",
        signed_by=staged.signed_by,
        installed=datetime.now(UTC).isoformat(timespec="seconds"),
        source_name=staged.source_name,
    )


def _sync_tree(room: Path, owner: Path) -> None:
    """Bring all files, then all folders from the inside out to the disk.

    Files are synced some at a time: a disk writes them down together, and thousands of pictures
    take a third of the time.
    """
    folders: list[Path] = []
    files: list[Path] = []
    for folder, found in _walk(room):
        folders.append(folder)
        files += found
    for path in (*folders, *files):
        durable.hand_over(path, owner)
    with ThreadPoolExecutor(SYNCS_AT_ONCE) as pool:
        for _ in pool.map(durable.sync_file, files):
            pass  # what the disk refuses is raised here
    for folder in reversed(folders):
        durable.sync_folder(folder)


def _walk(folder: Path) -> Iterator[tuple[Path, list[Path]]]:
    """Each folder before those in it, with its files."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    yield folder, [Path(entry.path) for entry in entries if not entry.is_dir(follow_symlinks=False)]
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))


def _floor_in(file: Path) -> int | None:
    try:
        return sealed.read(file, Floor).sequence
    except (FileNotFoundError, DamagedError):
        return None


def _bytes_of(file: Path) -> bytes | None:
    with contextlib.suppress(OSError):
        return file.read_bytes()
    return None


def _put_back(file: Path, old: bytes | None, new: bytes) -> None:
    """What was refused shall not be seen: the last sync may fail after the rename."""
    with contextlib.suppress(OSError):
        if file.read_bytes() != new:
            return
        if old is None:
            file.unlink()
        else:
            durable.write(file, old, mode=0o644)
