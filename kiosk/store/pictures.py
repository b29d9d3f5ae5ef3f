"""What a picture file really is, by its own bytes: type, size, and what forbids showing it.

Only headers and the order of chunks are read; nothing is decoded. Sources of the formats: PNG
(ISO 15948) chunks, JPEG (ITU-T T.81) markers, RIFF/WebP (RFC 9649) chunks. No Qt.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.said import said
from kiosk.store.exif import Exif, read_exif

_PNG = b"\x89PNG\r\n\x1a\n"
_MARKS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"GIF8", "GIF"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"BM", "BMP"),
    (0, b"%PDF", "PDF"),
    (0, b"8BPS", "Photoshop"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"\x00\x00\x01\x00", "icon"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypmsf1", "HEIC"),
    (4, b"ftypavi", "AVIF"),
    (4, b"ftyp", "video"),
    (0, b"\x1aE\xdf\xa3", "video"),
)
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_BARE = {0x01, *range(0xD0, 0xD9)}
_TOLD = {b"IDAT", b"acTL"}
"""The chunks of a PNG that are worth remembering: a file may have a million others."""
_BITS = 8
_CMYK = 4


class Picture(NamedTuple):
    """A picture that may be shown."""

    kind: str
    width: int
    height: int
    exif: Exif = Exif()


def examine(data: bytes, name: str) -> Picture:
    """The picture in `data`; raises `ContentError` (E150 to E155) in words about `name`."""
    reader = _reader(data, name)
    try:
        picture = reader(data, name)
    except (struct.error, IndexError):
        raise damaged_picture(name) from None
    if not picture.width or not picture.height:
        raise damaged_picture(name)
    pixels = picture.width * picture.height
    if pixels > limits.PICTURE_PIXELS:
        words = said(
            "“{name}” has {width} × {height} pixels; at most {most} million are shown.",
            name=name,
            width=picture.width,
            height=picture.height,
            most=limits.PICTURE_PIXELS // 1_000_000,
        )
        raise ContentError("E150", words, said("Save it smaller: 3840 pixels wide is enough."))
    return picture


def _reader(data: bytes, name: str) -> Callable[[bytes, str], Picture]:
    if data.startswith(_PNG):
        return _png
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp
    raise _refused(data, name)


def _refused(data: bytes, name: str) -> ContentError:
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data:
        return ContentError(
            "E151", said("“{name}” is empty.", name=name), said("Copy the file again.")
        )
    if head.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or b"<svg" in head:
        words = said("“{name}” is a vector drawing (SVG).", name=name)
        return ContentError("E153", words, said("Export it as PNG."))
    for offset, mark, kind in _MARKS:
        if data[offset : offset + len(mark)] == mark:
            return _other(said("“{name}” is a {kind} file", name=name, kind=kind))
    words = said("“{name}” is not a picture.", name=name)
    return ContentError("E152", words, said("Put a PNG, JPEG or WebP file there."))


def _other(what: str) -> ContentError:
    possible = said("possible: PNG, JPEG or WebP, 8 bits per colour, RGB or grey, not moving.")
    words = said("{what}; {possible}", what=what, possible=possible)
    return ContentError("E155", words, said("Export it as PNG or JPEG in sRGB."))


def damaged_picture(name: str) -> ContentError:
    words = said("“{name}” is damaged or cut off.", name=name)
    return ContentError("E151", words, said("Copy the file again, or export it again."))


def _png(data: bytes, name: str) -> Picture:
    width, height, bits, _colour = struct.unpack(">IIBB", data[16:26])
    at = len(_PNG)
    seen: set[bytes] = set()
    kind = b""
    while kind != b"IEND":
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        (crc,) = struct.unpack(">I", data[at + 8 + size : at + 12 + size])
        if zlib.crc32(data[at + 4 : at + 8 + size]) != crc:
            raise damaged_picture(name)
        seen |= {kind} & _TOLD
        at += 12 + size
    if data[12:16] != b"IHDR" or b"IDAT" not in seen:
        raise damaged_picture(name)
    if b"acTL" in seen:
        raise _other(said("“{name}” is a moving picture", name=name))
    if bits > _BITS:
        raise _other(said("“{name}” has {bits} bits per colour", name=name, bits=bits))
    return Picture("png", width, height)


def _jpeg(data: bytes, name: str) -> Picture:
    picture, exif, last = None, Exif(), 0
    for mark, at, part in segments(data, name):
        last = at
        if mark == 0xE1 and part.startswith(b"Exif\x00\x00"):
            exif = read_exif(part[6:])
        elif mark in _FRAMES:
            picture = _frame(part[:6], name)
    if picture is None or data.rfind(b"\xff\xd9") < last:
        raise damaged_picture(name)
    return picture._replace(exif=exif)


def segments(data: bytes, name: str) -> Iterator[tuple[int, int, bytes]]:
    """Marker, offset and content of every segment before the picture data."""
    at = 2
    while True:
        while data[at] == data[at + 1] == 0xFF:
            at += 1
        mark = data[at + 1]
        if data[at] != 0xFF:
            raise damaged_picture(name)
        if mark in {0xD9, 0xDA}:
            return
        size = 0
        if mark not in _BARE:
            (size,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield mark, at, data[at + 4 : at + 2 + size]
        at += 2 + size


def _frame(data: bytes, name: str) -> Picture:
    bits, height, width, colours = struct.unpack(">BHHB", data)
    if bits != _BITS:
        raise _other(said("“{name}” has {bits} bits per colour", name=name, bits=bits))
    if colours == _CMYK:
        raise _other(said("“{name}” is made for printing (CMYK)", name=name))
    return Picture("jpeg", width, height)


def _webp(data: bytes, name: str) -> Picture:
    (size,) = struct.unpack("<I", data[4:8])
    if len(data) < size + 8:
        raise damaged_picture(name)
    kind = data[12:16]
    if kind == b"VP8X":
        if data[20] & 0x02:
            raise _other(said("“{name}” is a moving picture", name=name))
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
    elif kind == b"VP8L":
        (bits,) = struct.unpack("<I", data[21:25])
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = (value & 0x3FFF for value in struct.unpack("<HH", data[26:30]))
    else:
        raise damaged_picture(name)
    return Picture("webp", width, height)
