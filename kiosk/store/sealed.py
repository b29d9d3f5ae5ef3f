"""Small records on disk that tell a whole file from a damaged one: JSON with a checksum.

For the pointer, the floor, the health and the facts of a version. No Qt.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk import durable
from kiosk.content.errors import ContentError
from kiosk.store.files import read_regular

MOST_BYTES = 200_000

Record = TypeVar("Record", bound=msgspec.Struct)


class DamagedError(Exception):
    """The file is there but it is not what was written, or the disk does not give it back."""


class _Sealed(msgspec.Struct):
    check: int
    record: msgspec.Raw


def seal(record: msgspec.Struct) -> bytes:
    """The content of a file that holds this record."""
    plain = msgspec.json.encode(record)
    return b'{"check":%d,"record":%s}\n' % (zlib.crc32(plain), plain)


def unseal(content: bytes, kind: type[Record]) -> Record:
    """The record in a file's content; raises `DamagedError`."""
    try:
        sealed = msgspec.json.decode(content, type=_Sealed)
        if zlib.crc32(sealed.record) != sealed.check:
            raise DamagedError("the checksum differs")
        return msgspec.json.decode(sealed.record, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise DamagedError(str(error)) from None


def read(file: Path, kind: type[Record]) -> Record:
    """The record in a file; raises `FileNotFoundError` or `DamagedError`, nothing else."""
    try:
        content = read_regular(file.parent, file.name, MOST_BYTES)
    except FileNotFoundError:
        raise
    except (OSError, ContentError) as error:
        raise DamagedError(str(error)) from None
    return unseal(content, kind)


def write(file: Path, record: msgspec.Struct) -> None:
    """Replace a file durably; raises `OSError`."""
    durable.write(file, seal(record), mode=0o644)
