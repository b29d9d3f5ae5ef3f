"""Removing versions and what crashes have left, never what is shown or may be needed. No Qt.

A version leaves `versions/` whole, by a rename that is on the disk before its first file goes:
a pulled plug never leaves half a version among the others.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Collection
from pathlib import Path

from kiosk import durable
from kiosk.lock import held_by_others
from kiosk.store.layout import INFO, Layout
from kiosk.store.records import Pointer

_log = logging.getLogger(__name__)

KEEP_GOOD = 5
KEEP_OTHERS = 2
"""Versions never confirmed, or given up: kept so that staff can read why."""


def collect(layout: Layout, pointer: Pointer | None, shown: Collection[str]) -> list[str]:
    """Remove old versions and empty `staging/`; the ids that went. Raises `OSError`."""
    wanted = _wanted(layout, pointer) | set(shown)
    gone = [each for each in layout.ids() if each not in wanted and not _on_screen(layout, each)]
    gone = [each for each in gone if _removed(layout, each)]
    if layout.staging.is_dir():
        for entry in sorted(layout.staging.iterdir()):
            _clean(entry)
    return gone


def remove_version(layout: Layout, version_id: str) -> None:
    """Take a version away as a whole. Raises `OSError`."""
    room = layout.room(version_id)
    if not room.exists():
        return
    durable.make_folder(layout.staging)
    away = layout.staging / f"{version_id}.gone"
    remove_tree(away)
    room.rename(away)
    durable.sync_folder(layout.versions)
    durable.sync_folder(layout.staging)
    remove_tree(away)


def remove_tree(path: Path) -> None:
    """Remove a file or a folder with all that is in it; links are removed, not followed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _removed(layout: Layout, version_id: str) -> bool:
    """Remove a version; false (and a word in the log) if it cannot be, or not now."""
    try:
        remove_version(layout, version_id)
    except OSError as error:
        _log.warning("version %s cannot be removed (%s)", version_id, error.strerror)
        return False
    return True


def _on_screen(layout: Layout, version_id: str) -> bool:
    """Whether a kiosk holds it; a version without its note is held by nobody."""
    try:
        return held_by_others(layout.room(version_id) / INFO)
    except OSError:
        return False


def _clean(entry: Path) -> None:
    """What cannot be removed (it is somebody else's) must not keep the rest."""
    try:
        remove_tree(entry)
    except OSError as error:
        _log.warning("%s cannot be removed (%s)", entry, error.strerror)


def _wanted(layout: Layout, pointer: Pointer | None) -> set[str]:
    """What stays: what the pointer names, what would be shown, the newest of each health."""
    wanted = {pointer.version, pointer.previous} if pointer is not None else set[str]()
    candidates = list(layout.candidates(pointer))
    wanted.update(each.id for each in candidates[:2])
    good = [each for each in layout.ids() if layout.info(each).health == "good"]
    others = [each for each in layout.ids() if each not in good]
    return wanted | set(good[:KEEP_GOOD]) | set(others[:KEEP_OTHERS])
