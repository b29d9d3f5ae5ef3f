"""The two facts that matter of a photograph's Exif data: is it turned, does it say where it was.

Source of the format: TIFF 6.0, image file directory; tags 0x0112 and 0x8825. No Qt.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

_ORIENTATION = 0x0112
_GPS = 0x8825
_ENTRY = 12


class Exif(NamedTuple):
    """`turned`: the picture lies on its side or head; `located`: it holds a position."""

    turned: bool = False
    located: bool = False


def read_exif(data: bytes) -> Exif:
    """The facts in a TIFF header; what cannot be read counts as absent."""
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return Exif()
    try:
        (start,) = struct.unpack(f"{order}I", data[4:8])
        (count,) = struct.unpack(f"{order}H", data[start : start + 2])
        tags: dict[int, int] = {}
        for index in range(count):
            at = start + 2 + index * _ENTRY
            tag, _kind, _count, value = struct.unpack(f"{order}HHIH", data[at : at + 10])
            tags[tag] = value
    except struct.error:
        return Exif()
    return Exif(turned=tags.get(_ORIENTATION, 1) != 1, located=_GPS in tags)
