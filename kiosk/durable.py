"""Writing files that must survive a pulled plug. Pure Python; imports nothing of the kiosk.

The order is file, fsync, folder fsync, rename, folder fsync. A reader finds the old content or
the new one, never a part of it, and what `write` has returned from is on the disk.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Generator
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

LEFTOVER_SECONDS = 3600
"""A temporary file this far from now (in either direction) is nobody's any more."""

_ASKED_AGAIN, _AGAIN_SECONDS = 40, 0.05
_WINDOWS = os.name == "nt"
_BINARY: int = getattr(os, "O_BINARY", 0)


def write(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Replace a file by new content, durably. Missing folders are made.

    A file written by root belongs to the owner of its folder (see `hand_over`). Raises `OSError`;
    the old file is then still whole and no temporary file is left.
    """
    with replacing(path, mode=mode) as file:
        file.write(content)


def write_fleeting(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Replace a file as a whole, for readers now; after a pulled plug it may be empty or gone.

    For what is written every few seconds by one process: it is never synced. Raises `OSError`.
    """
    if not path.parent.is_dir():
        make_folder(path.parent)
    temporary = path.parent / f"{_prefix(path)}new"
    with contextlib.suppress(FileNotFoundError):
        temporary.unlink()
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    with os.fdopen(handle, "wb") as file:
        if not _WINDOWS:
            os.fchmod(handle, mode)
        hand_over(temporary, path.parent)
        file.write(content)
    _replace(temporary, path)


@contextlib.contextmanager
def replacing(path: Path, *, mode: int = 0o600) -> Generator[BinaryIO]:
    """Like `write`, for content that is written piece by piece while the context lasts.

    An exception inside it leaves the old file as it was.
    """
    folder = path.parent
    make_folder(folder)
    _remove_leftovers(path)
    temporary = folder / f"{_prefix(path)}{os.urandom(6).hex()}.new"
    try:
        # Nobody else may read it before it has its final rights.
        handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(handle, "w+b") as file:
            if not _WINDOWS:
                os.fchmod(handle, mode)
            hand_over(temporary, folder)
            yield file
            file.flush()
            os.fsync(handle)
        sync_folder(folder)
        _replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(folder)


def make_folder(folder: Path) -> None:
    """Make a folder and its parents so that they survive a pulled plug. Raises `OSError`."""
    missing = [folder, *folder.parents]
    missing = [place for place in missing if not place.exists()]
    for place in reversed(missing):
        place.mkdir(exist_ok=True)
        hand_over(place, place.parent)
        sync_folder(place.parent)
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder")


def _replace(temporary: Path, path: Path) -> None:
    """Put the new file in the old one's place.

    Windows refuses while somebody reads the old one, if only for a moment; so it is asked again.
    """
    for _ in range(_ASKED_AGAIN if _WINDOWS else 0):
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(_AGAIN_SECONDS)
        else:
            return
    temporary.replace(path)


def sync_file(file: Path) -> None:
    """Bring a file that is already written to the disk. Raises `OSError`."""
    handle = os.open(file, (os.O_RDWR if _WINDOWS else os.O_RDONLY) | _BINARY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def begin_sync(file: Path) -> None:
    """Let a disk that has nothing to do begin with a file that will be synced; promises nothing."""
    if not hasattr(os, "posix_fadvise"):
        return
    with contextlib.suppress(OSError):
        handle = os.open(file, os.O_RDONLY)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)  # Linux writes what is not clean
        finally:
            os.close(handle)


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries to the disk. Windows has no such call and does it by itself."""
    if _WINDOWS:
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def hand_over(path: Path, folder: Path) -> None:
    """Give what root has made to the owner of a folder, so that the kiosk can use it."""
    if not _WINDOWS and os.geteuid() == 0:
        owner = folder.stat()
        os.chown(path, owner.st_uid, owner.st_gid, follow_symlinks=False)


def _prefix(path: Path) -> str:
    return f".{path.name}."


def _remove_leftovers(path: Path) -> None:
    """Remove what a pulled plug has left of earlier writes of this file."""
    now = time.time()
    for old in path.parent.glob(f"{_prefix(path)}*.new"):
        with contextlib.suppress(OSError):
            if abs(now - old.stat().st_mtime) > LEFTOVER_SECONDS:
                old.unlink()
