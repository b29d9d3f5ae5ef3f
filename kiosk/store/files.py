"""Opening one file without being led astray: no links, no devices, never more than the cap.

The only place that opens files of a bundle. Imports nothing of the kiosk but limits and errors.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kiosk.content.errors import ContentError
from kiosk.said import said

READING = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CHUNK = 1 << 20


def is_file(path: Path) -> bool:
    """Whether a file is there; one that a broken disk does not show is none.

    `Path.is_file` raises then, and would end a start that has something else to show.
    """
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """The same for a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def read_regular(folder: Path, name: str, most: int) -> bytes:
    """The bytes of a regular file below `folder`; `name` has forward slashes.

    Raises `ContentError` for links (also in the folders between), devices and too large files,
    `FileNotFoundError` and other `OSError` for what the disk refuses.
    """
    refuse_links(folder, name)
    handle = os.open(folder / name, READING)
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            raise not_a_file(name)
        if facts.st_size > most:
            raise too_large(name, facts.st_size, most)
        return _bytes(handle, name, most)
    finally:
        os.close(handle)


def _bytes(handle: int, name: str, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while part := os.read(handle, _CHUNK):
        parts.append(part)
        size += len(part)
        if size > most:
            raise too_large(name, size, most)
    return b"".join(parts)


def refuse_links(folder: Path, name: str) -> None:
    """Raises `ContentError` if the file or a folder on the way to it is a link or no file."""
    here, mode = folder, 0
    for part in name.split("/"):
        here = here / part
        mode = here.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise ContentError(
                "E134",
                said(
                    "“{name}” is a link or lies behind one; links are not allowed.",
                    name=_shown(name),
                ),
                said("Copy the file itself into the bundle."),
            )
    if not stat.S_ISREG(mode):
        raise not_a_file(name)


def not_a_file(name: str) -> ContentError:
    """The refusal of a folder, device or pipe where a file is expected."""
    return ContentError(
        "E135",
        said("“{name}” is not a plain file.", name=_shown(name)),
        said("Put a file of this name there instead."),
    )


def too_large(name: str, size: int, most: int) -> ContentError:
    """The refusal of a file above its limit."""
    words = said(
        "“{name}” has {size} MB; at most {most} MB are read.",
        name=_shown(name),
        size=f"{size / 1e6:.1f}",
        most=f"{most / 1e6:.0f}",
    )
    return ContentError("E136", words, said("Make it smaller, or split it."))


def _shown(name: str) -> str:
    # Not before there is something to refuse: the start is faster
    from kiosk.content.names import shown

    return shown(name)
