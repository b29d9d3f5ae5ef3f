"""The `.kiosk` file: magic, manifest, signature, zip. Its form is told in docs/bundle-format.md.

Reading the head takes bytes and parses nothing: whether the manifest may be parsed is decided in
`kiosk.store.admission`. Imports neither zip nor cryptography. No Qt.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.content.names import shown
from kiosk.said import marked, said
from kiosk.store.signing import BLOCK_BYTES

MAGIC = b"KIOSK\r\n\x1a"
"""Eight bytes; a copy that was made as a text does not keep them."""
FORMAT = 1
ENDING = ".kiosk"
_LENGTHS = struct.Struct(">IH")
"""Lengths of the manifest and of the signature block, after the magic."""
_FOREIGN = (
    (0, b"PK\x03\x04", marked("a zip file")),
    (0, b"PK\x05\x06", marked("an empty zip file")),
    (257, b"ustar", marked("a tar archive")),
    (0, b"\x1f\x8b", marked("a gzip archive")),
    (0, b"BZh", marked("a bzip2 archive")),
    (0, b"\xfd7zXZ", marked("an xz archive")),
    (0, b"7z\xbc\xaf", marked("a 7-Zip archive")),
    (0, b"Rar!", marked("a RAR archive")),
    (0, b"%PDF", marked("a PDF")),
    (0, b"{", marked("a text")),
)
_FOREIGN_BYTES = 512


@dataclass(frozen=True)
class Head:
    """What comes before the zip, as bytes. `signature` is empty for an unsigned bundle."""

    manifest: bytes
    signature: bytes

    @property
    def size(self) -> int:
        """Bytes before the zip."""
        return len(MAGIC) + _LENGTHS.size + len(self.manifest) + len(self.signature)


def write_head(file: BinaryIO, head: Head) -> None:
    """Write everything that comes before the zip."""
    file.write(MAGIC)
    file.write(_LENGTHS.pack(len(head.manifest), len(head.signature)))
    file.write(head.manifest)
    file.write(head.signature)


def read_head(file: BinaryIO, name: str) -> Head:
    """The head of a bundle file that is open at its beginning; it is then at its zip.

    Raises `ContentError` E135 for something else, E141 for a part of a file, E142 for lengths
    that no bundle has; `OSError`.
    """
    start = file.read(_FOREIGN_BYTES)
    if not start.strip(b"\x00"):
        raise unfinished(name)
    if not start.startswith(MAGIC):
        if MAGIC.startswith(start):
            raise unfinished(name)
        raise _foreign(start, name)
    file.seek(len(MAGIC))
    lengths = file.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        raise unfinished(name)
    manifest_bytes, signature_bytes = _LENGTHS.unpack(lengths)
    if manifest_bytes > limits.MANIFEST_BYTES or signature_bytes not in {0, BLOCK_BYTES}:
        words = said("The beginning of “{name}” is damaged.", name=shown(name))
        raise ContentError(
            "E142", words, said("Copy the file again, or ask headquarters for a new one.")
        )
    manifest = file.read(manifest_bytes)
    signature = file.read(signature_bytes)
    if len(manifest) < manifest_bytes or len(signature) < signature_bytes:
        raise unfinished(name)
    return Head(manifest, signature)


def unfinished(name: str) -> ContentError:
    """The refusal of the first part of a bundle file."""
    words = said("The copy of “{name}” was not finished: its end is missing.", name=shown(name))
    return ContentError(
        "E141", words, said("Copy it again, and eject the stick before you pull it.")
    )


def _foreign(start: bytes, name: str) -> ContentError:
    kinds = (kind for offset, mark, kind in _FOREIGN if start[offset : offset + len(mark)] == mark)
    what = next(kinds, marked("something else"))
    words = said(
        "“{name}” is {what}; only a .kiosk file or a folder with content.json is possible.",
        name=shown(name),
        what=said(what),
    )
    return ContentError("E135", words, said("Ask for the file that “kiosk pack” has made."))
