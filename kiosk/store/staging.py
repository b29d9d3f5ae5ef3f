"""From a stick, a folder or a `.kiosk` file to a whole, checked bundle in a staging folder.

The source is read once, with a cap, and never looked at again: what is judged is the copy. A
`.kiosk` file is parsed only after its signature and the hash of its zip are known to be good. The
staging folder is left empty when the bundle is refused. Nothing here counts as durable: that is the
business of whoever publishes it, who finds most of it on the disk by then. No Qt.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from kiosk import durable
from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.said import said
from kiosk.store import archive, bundlefile, copying, reader
from kiosk.store.admission import Policy, admit, changed, refuse_unsigned
from kiosk.store.checking import Refused, check_staged, refuse_errors
from kiosk.store.disk import disk_error, in_words
from kiosk.store.files import too_large
from kiosk.store.hashing import Digest
from kiosk.store.inspect import listing
from kiosk.store.staged import Manifest, Staged

Progress = Callable[[int, int], None]
"""Bytes done and bytes to do."""

_BUNDLE = "bundle"
_ZIP = "bundle.zip"


@dataclass
class _Meter:
    """How many bytes are done, told to whoever wants to know; stops at the cap."""

    total: int
    progress: Progress | None
    done: int = 0

    def add(self, size: int) -> None:
        self.done += size
        if self.progress:
            self.progress(min(self.done, self.total), self.total)


@dataclass(frozen=True)
class _Label:
    """What a bundle file says about the files in it."""

    manifest: Manifest | None = None
    raw: bytes = b""
    signature: bytes = b""
    signed_by: str = ""
    sums: dict[str, str] = field(default_factory=dict[str, str])


def stage(source: Path, into: Path, policy: Policy, progress: Progress | None = None) -> Staged:
    """Copy, verify, unpack and check a bundle; `into` is an empty folder or none yet.

    Raises `ContentError` for the first thing that forbids taking it, `Refused` for errors in its
    content; `into` is empty then.
    """
    _make_empty(into)
    try:
        folder = _folder_of(source)
        with in_words(into):  # what is not caught nearer by is a fault of the stand's own disk
            if folder is not None:
                label = _stage_folder(folder, into, policy, progress)
            else:
                label = _stage_file(source, into, policy, progress)
            return _checked(into / _BUNDLE, label, folder or source)
    except BaseException:
        _clear(into)
        raise


def _folder_of(source: Path) -> Path | None:
    """The folder of a bundle that is named by folder or content.json; None for anything else."""
    try:
        is_folder = source.is_dir() or source.name == reader.CONTENT
        return reader.bundle_folder(source) if is_folder else None
    except OSError as error:
        raise copying.unreadable(source.name, error) from None


def _make_empty(into: Path) -> None:
    try:
        into.mkdir(parents=True, exist_ok=True)
        if any(into.iterdir()):
            raise FileExistsError(f"{into} is not empty")
        (into / _BUNDLE).mkdir()
    except FileExistsError:
        raise
    except OSError as error:
        raise disk_error(error, into) from None


def _clear(into: Path) -> None:
    shutil.rmtree(into / _BUNDLE, ignore_errors=True)
    with contextlib.suppress(OSError):
        (into / _ZIP).unlink()


def _stage_folder(folder: Path, into: Path, policy: Policy, progress: Progress | None) -> _Label:
    """Copy content.json and assets/ of a plain folder; what else lies there is not opened."""
    refuse_unsigned(policy)
    try:
        found, problems = listing(folder)
    except OSError as error:
        raise copying.unreadable(folder.name, error) from None
    refuse_errors(problems)
    names = [reader.CONTENT, *found]
    meter = _Meter(sum(_size(folder, name) for name in names), progress)
    for name in names:
        if name == reader.CONTENT and not os.path.lexists(folder / name):
            reader.read_content(folder)  # says in its words that there is none
        _copy(folder, name, into / _BUNDLE, meter)
    return _Label()


def _size(folder: Path, name: str) -> int:
    try:
        return (folder / name).lstat().st_size
    except OSError:
        return 0


def _copy(folder: Path, name: str, target: Path, meter: _Meter) -> None:
    most = limits.CONTENT_BYTES if name == reader.CONTENT else limits.PICTURE_BYTES
    with copying.open_regular(folder, name) as file:
        _make_folder((target / name).parent)
        copying.save(target / name, _capped(copying.pieces(file, name), name, most), meter.add)
    if meter.done > limits.BUNDLE_BYTES:
        words = said("The bundle is larger than {value} GiB.", value=limits.BUNDLE_BYTES >> 30)
        raise ContentError("E136", words, said("Use smaller or fewer pictures."))


def _capped(pieces: Iterator[bytes], name: str, most: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise too_large(name, size, most)
        yield piece


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(error, folder) from None


def _stage_file(source: Path, into: Path, policy: Policy, progress: Progress | None) -> _Label:
    """Copy the zip of a bundle file, verify it, then unpack it."""
    if not os.path.lexists(source):
        reader.bundle_folder(source)  # says that there is nothing
    with copying.open_regular(source.parent, source.name) as file:
        try:
            head = bundlefile.read_head(file, source.name)
            size = os.fstat(file.fileno()).st_size
        except OSError as error:
            raise copying.unreadable(source.name, error) from None
        manifest, signed_by = admit(head, policy)
        expected = manifest.zip_size
        if size < head.size + expected:
            raise bundlefile.unfinished(source.name)
        if size > head.size + expected:
            raise changed(said("something was added at its end"))
        total = expected + sum(entry.size for entry in manifest.files)
        meter = _Meter(total, progress)
        digest = _save_zip(file, source.name, into / _ZIP, manifest, meter)
    if digest != manifest.zip_sha256:
        raise changed(said("its files are not those that were packed"))
    sums = {entry.path: entry.sha256 for entry in manifest.files}
    label = _Label(manifest, head.manifest, head.signature, signed_by, sums)
    with (into / _ZIP).open("rb") as zipped:
        _unpack(zipped, into / _BUNDLE, label, meter)
    (into / _ZIP).unlink()
    return label


def _save_zip(file: BinaryIO, name: str, target: Path, manifest: Manifest, meter: _Meter) -> str:
    """Copy the zip; its SHA-256 in hex."""
    digest = Digest()

    def hashed() -> Iterator[bytes]:
        size = 0
        for piece in copying.pieces(file, name):
            size += len(piece)
            if size > manifest.zip_size:
                raise changed(said("it grew while it was copied"))
            digest.update(piece)
            yield piece

    copying.save(target, hashed(), meter.add)
    return digest.hexdigest()


def _unpack(zipped: BinaryIO, target: Path, label: _Label, meter: _Meter) -> None:
    manifest = label.manifest
    assert manifest is not None
    entries = archive.read_directory(zipped, manifest.zip_size)
    wanted = {entry.path: entry.size for entry in manifest.files}
    if {entry.name: entry.size for entry in entries} != wanted:
        raise archive.damaged(said("its files are not those that its list names"))
    for entry in entries:
        path = target / entry.name
        _make_folder(path.parent)
        copying.save(path, copying.unpacked(zipped, entry, label.sums[entry.name]), meter.add)
        durable.begin_sync(path)


def _checked(folder: Path, label: _Label, source: Path) -> Staged:
    """The staged bundle, when neither the check nor the reader has anything against it."""
    check_staged(folder)
    bundle = reader.load(folder).bundle
    manifest = label.manifest
    if manifest and (manifest.id, manifest.version) != (bundle.id, bundle.version):
        raise archive.damaged(said("its list names another bundle than the one that lies in it"))
    return Staged(
        folder,
        bundle,
        manifest,
        label.raw,
        label.signature,
        label.signed_by,
        Path(os.path.abspath(source)).name,  # noqa: PTH100 - resolving would ask the stick again
    )


__all__ = ["Policy", "Progress", "Refused", "stage"]
