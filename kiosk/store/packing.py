"""From a bundle's folder to a `.kiosk` file: checked, pictures as they should be, hashed, signed.

The same input, sequence and options give the same bytes. The zip is written in one go behind room
kept for the manifest, which is filled in at the end; spaces after it make up the difference.
Never more than two files are held in memory. No Qt.
"""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from kiosk import __version__, durable
from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.content.problems import Problem
from kiosk.said import said
from kiosk.store import archive, bundlefile, reader
from kiosk.store.admission import parse
from kiosk.store.bundlefile import FORMAT, Head
from kiosk.store.checking import check_staged
from kiosk.store.copying import unreadable
from kiosk.store.files import read_regular
from kiosk.store.hashing import Digest
from kiosk.store.inspect import listing
from kiosk.store.media import normalised
from kiosk.store.signing import BLOCK_BYTES, PrivateKey
from kiosk.store.staged import FileEntry, Manifest

_NUL_SHA256 = "0" * 64
_DOS_DAY = 0x21
"""1 January 1980, the first day that a zip can tell: every file has this one."""
_MADE_ON_UNIX = 3 << 8 | 20
_VERSION = 20
_MODE = 0o100644 << 16


@dataclass(frozen=True)
class Label:
    """What the publisher says about a bundle; see `Manifest`."""

    sequence: int
    created: str
    site: str = ""
    min_app: str = __version__
    expires: str = ""


@dataclass(frozen=True)
class Packed:
    """What was made, and what the check had to say about it (advice only)."""

    manifest: Manifest
    size: int
    problems: tuple[Problem, ...]
    changed: tuple[str, ...]
    """Pictures that were written anew."""


def pack(
    source: Path,
    target: Path,
    label: Label,
    key: PrivateKey | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Packed:
    """Write a bundle file, durably; an old one of this name stays until the new one is whole.

    Raises `ContentError` for what cannot be packed, `Refused` for a bundle with errors, `OSError`
    for a target that cannot be written.
    """
    folder = reader.bundle_folder(source)
    problems = check_staged(folder)
    names = [reader.CONTENT, *sorted(listing(folder)[0])]
    total = sum((folder / name).stat().st_size for name in names)
    with durable.replacing(target, mode=0o644) as file:
        writing = _Writing(file, _room(names, label, key))
        for name in names:
            writing.add(folder, name)
            if progress:
                progress(min(writing.read, total), total)
        manifest = writing.finish(label, key)
        size = file.seek(0, 2)
    return Packed(manifest, size, tuple(problems), tuple(writing.changed))


def newest_change(source: Path) -> datetime:
    """When a file of the bundle was last changed. Raises `ContentError` for what is no bundle."""
    folder = reader.bundle_folder(source)
    times = [datetime(1980, 1, 1, tzinfo=UTC)]
    for name in (reader.CONTENT, *listing(folder)[0]):
        with contextlib.suppress(OSError):  # packing will say what is wrong with it
            times.append(datetime.fromtimestamp((folder / name).lstat().st_mtime, UTC))
    return max(times)


def _manifest(bundle: Bundle | None, label: Label, files: tuple[FileEntry, ...]) -> Manifest:
    """The manifest without size and hash of the zip."""
    return Manifest(
        format=FORMAT,
        id=bundle.id if bundle else "x" * 40,
        version=bundle.version if bundle else "\x01" * 40,
        site=label.site,
        sequence=label.sequence,
        created=label.created,
        min_app=label.min_app,
        zip_size=limits.BUNDLE_BYTES,
        zip_sha256=_NUL_SHA256,
        files=files,
        expires=label.expires,
    )


def _room(names: list[str], label: Label, key: PrivateKey | None) -> Head:
    """A head as long as the real one can become."""
    files = tuple(FileEntry(name, limits.BUNDLE_BYTES, _NUL_SHA256) for name in names)
    raw = msgspec.json.encode(_manifest(None, label, files))
    if len(raw) > limits.MANIFEST_BYTES:
        words = said("The names of the files are too long all together.")
        raise ContentError("E138", words, said("Use fewer files, or shorter names."))
    return Head(b" " * len(raw), bytes(BLOCK_BYTES) if key else b"")


class _Writing:
    """A bundle file while it is being written."""

    def __init__(self, file: BinaryIO, room: Head) -> None:
        self._file = file
        self._room = room
        self._digest = Digest()
        self._size = 0
        self._directory: list[bytes] = []
        self._files: list[FileEntry] = []
        self._bundle: Bundle | None = None
        self.read = 0
        self.changed: list[str] = []
        bundlefile.write_head(file, room)

    def add(self, folder: Path, name: str) -> None:
        """Put a file into the zip, a picture as it should be."""
        most = limits.CONTENT_BYTES if name == reader.CONTENT else limits.PICTURE_BYTES
        try:
            original = read_regular(folder, name, most)
        except OSError as error:
            raise unreadable(name, error) from None
        self.read += len(original)
        data = original
        if name == reader.CONTENT:
            self._bundle = reader.bundle_from(original)
        else:
            data = normalised(original, name)
        if data is not original:
            self.changed.append(name)
        digest = Digest()
        digest.update(data)
        self._put(name, data)
        self._files.append(FileEntry(name, len(data), digest.hexdigest()))

    def _put(self, name: str, data: bytes) -> None:
        method, packed = _squeezed(name, data)
        raw_name = name.encode("ascii")
        facts = (0, method, 0, _DOS_DAY, zlib.crc32(data), len(packed), len(data), len(raw_name), 0)
        central = (0, 0, 0, _MODE, self._size)
        self._directory.append(
            archive.CENTRAL.pack(archive.CENTRAL_MARK, _MADE_ON_UNIX, _VERSION, *facts, *central)
            + raw_name
        )
        self._write(archive.LOCAL.pack(archive.LOCAL_MARK, _VERSION, *facts) + raw_name)
        self._write(packed)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)

    def finish(self, label: Label, key: PrivateKey | None) -> Manifest:
        """Write the directory, then the head into its room."""
        directory, start, count = b"".join(self._directory), self._size, len(self._directory)
        end = (0, 0, count, count, len(directory), start, 0)
        self._write(directory + archive.END.pack(archive.END_MARK, *end))
        manifest = msgspec.structs.replace(
            _manifest(self._bundle, label, tuple(self._files)),
            zip_size=self._size,
            zip_sha256=self._digest.hexdigest(),
        )
        raw = msgspec.json.encode(manifest).ljust(len(self._room.manifest))
        parse(raw)  # what a stand would refuse is refused here
        self._file.seek(0)
        bundlefile.write_head(self._file, Head(raw, key.sign(raw) if key else b""))
        return manifest


def _squeezed(name: str, data: bytes) -> tuple[int, bytes]:
    """How a file is stored: pictures are packed already, and nothing may expand too much."""
    if name != reader.CONTENT:
        return archive.STORED, data
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    if len(packed) >= len(data) or len(data) > limits.RATIO * len(packed):
        return archive.STORED, data
    return archive.DEFLATED, packed
