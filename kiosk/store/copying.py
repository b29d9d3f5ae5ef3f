"""Copying bytes from a stick and unpacking them, in pieces, with counters that say stop.

Reading and writing fail in different words: a stick that cannot be read wants another stick, a
disk that cannot be written wants room. Nothing is held in memory but one piece. No Qt.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from kiosk.content.errors import ContentError
from kiosk.content.names import shown
from kiosk.said import said
from kiosk.store.archive import STORED, Entry, damaged, expands
from kiosk.store.disk import disk_error
from kiosk.store.files import READING, not_a_file, refuse_links
from kiosk.store.hashing import Digest

PIECE = 1 << 20
Report = Callable[[int], None]
"""Is told how many further bytes are done."""


def open_regular(folder: Path, name: str) -> BinaryIO:
    """Open a plain file below a folder for reading; raises `ContentError`, never follows links."""
    try:
        refuse_links(folder, name)
        handle = os.open(folder / name, READING)
    except OSError as error:
        raise unreadable(name, error) from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise not_a_file(name)
    return os.fdopen(handle, "rb")


def pieces(file: BinaryIO, name: str) -> Iterator[bytes]:
    """The rest of a file; raises `ContentError` E190 where it cannot be read."""
    while True:
        try:
            piece = file.read(PIECE)
        except OSError as error:
            raise unreadable(name, error) from None
        if not piece:
            return
        yield piece


def save(target: Path, content: Iterator[bytes], report: Report) -> None:
    """Write a new file from pieces; raises `StoreError` where it cannot be written."""
    try:
        file = target.open("xb", buffering=0)
    except OSError as error:
        raise disk_error(error, target.parent) from None
    with file:
        for piece in content:
            try:
                write_whole(file, piece)
            except OSError as error:
                raise disk_error(error, target.parent) from None
            report(len(piece))


def write_whole(file: BinaryIO, piece: bytes) -> None:
    """Write all of a piece, in as many goes as the system wants."""
    view = memoryview(piece)
    while view:
        view = view[file.write(view) :]


def unpacked(file: BinaryIO, entry: Entry, sha256: str) -> Iterator[bytes]:
    """The bytes of an entry; raises `ContentError` when they are not as the directory says.

    `sha256` is what the manifest says about them, in hex.
    """
    counted, crc, digest = 0, 0, Digest()
    for piece in _expanded(file, entry):
        counted += len(piece)
        if counted > entry.size:
            raise expands(entry.name)
        crc = zlib.crc32(piece, crc)
        digest.update(piece)
        yield piece
    if counted != entry.size or crc != entry.crc:
        raise damaged(said("“{name}” does not unpack to what it was", name=entry.name))
    if digest.hexdigest() != sha256:
        raise damaged(said("“{name}” is not the file that its list names", name=entry.name))


def _expanded(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    if entry.method == STORED:
        yield from _packed(file, entry)
        return
    expander = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in _packed(file, entry):
            rest = piece
            while rest and not expander.eof:
                yield expander.decompress(rest, PIECE)
                rest = expander.unconsumed_tail
        while not expander.eof and (last := expander.decompress(b"", PIECE)):
            yield last
    except zlib.error:
        raise damaged(said("“{name}” cannot be unpacked", name=entry.name)) from None
    if not expander.eof or expander.unused_data:
        raise damaged(said("“{name}” cannot be unpacked", name=entry.name))


def _packed(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    file.seek(entry.start)
    left = entry.packed
    while left:
        piece = file.read(min(PIECE, left))
        if not piece:
            raise damaged(said("“{name}” ends too early", name=entry.name))
        left -= len(piece)
        yield piece


def unreadable(name: str, error: OSError) -> ContentError:
    """The refusal of a stick, disk or file that cannot be read."""
    words = said(
        "“{name}” cannot be read ({reason}): the stick was pulled out or is damaged.",
        name=shown(name),
        reason=error.strerror,
    )
    fix = said("Try again, or try another stick. Nothing has changed here.")
    return ContentError("E190", words, fix)
