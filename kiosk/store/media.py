"""Pictures at pack time: upright, without their data about place and camera, no larger than a 4K
screen needs. What is like that already is kept byte for byte; the rest is written anew by Pillow.

The type is judged by content (`kiosk.store.pictures`), and the size by the header before anything
is decoded. The same picture always gives the same bytes. Never imported by a run. No Qt.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageCms

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.store.pictures import Picture, damaged_picture, examine, segments

_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its Exif orientation (TIFF 6.0, tag 0x0112)."""
_JPEG_QUALITY = 90
_WEBP_QUALITY = 90
_JPEG_PARTS = {0xE0, 0xEE}
"""Of the APP segments of a JPEG those that say how to read its colours."""
_JPEG_APP = range(0xE0, 0xF0)
_JPEG_COMMENT = 0xFE
_PNG_CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"sBIT", b"pHYs", b"bKGD"}
_WEBP_CHUNKS = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH"}
_WEBP_METADATA = 0x20 | 0x08 | 0x04
"""Flags for a colour profile, Exif and XMP."""


def normalised(data: bytes, name: str) -> bytes:
    """The picture as it goes into a bundle file; raises `ContentError` E150 to E155."""
    picture = examine(data, name)
    if _is_small(picture) and _IS_BARE[picture.kind](data):
        return data
    return _written_anew(data, name, picture)


def _is_small(picture: Picture) -> bool:
    return max(picture.width, picture.height) <= limits.PICTURE_SIDE


def _is_bare_jpeg(data: bytes) -> bool:
    marks = {mark for mark, _at, _part in segments(data, "")}
    extra = {mark for mark in marks if mark in _JPEG_APP and mark not in _JPEG_PARTS}
    return not extra and _JPEG_COMMENT not in marks and data.endswith(b"\xff\xd9")


def _is_bare_png(data: bytes) -> bool:
    kinds, end = zip(*_png_chunks(data), strict=True)
    return _PNG_CHUNKS.issuperset(kinds) and end[-1] == len(data)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Kind of each chunk and where it ends; `examine` has been through them."""
    at, kind = 8, b""
    while kind != b"IEND":
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        at += 12 + size
        yield kind, at


def _is_bare_webp(data: bytes) -> bool:
    at, kinds = 12, set[bytes]()
    while at + 8 <= len(data):
        kind, size = struct.unpack("<4sI", data[at : at + 8])
        kinds.add(kind)
        at += 8 + size + size % 2
    has_metadata = b"VP8X" in kinds and bool(data[20] & _WEBP_METADATA)
    return _WEBP_CHUNKS.issuperset(kinds) and at == len(data) and not has_metadata


_IS_BARE = {"jpeg": _is_bare_jpeg, "png": _is_bare_png, "webp": _is_bare_webp}


def _written_anew(data: bytes, name: str, picture: Picture) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Pillow, about data that are dropped anyway
        upright = _decoded(data, name, picture)
    upright.thumbnail((limits.PICTURE_SIDE, limits.PICTURE_SIDE), Image.Resampling.LANCZOS)
    return _encoded(upright, picture.kind, lossless=b"VP8L" in data[12:40])


def _decoded(data: bytes, name: str, picture: Picture) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data), formats=[picture.kind]) as image:
            if image.size != (picture.width, picture.height):
                raise damaged_picture(name)
            image.load()
            method = _UPRIGHT.get(image.getexif().get(_ORIENTATION, 1))
            return _in_srgb(image if method is None else image.transpose(method))
    except ContentError:
        raise
    except Exception:  # from damaged data Pillow raises whatever its decoders happen to raise
        raise damaged_picture(name) from None


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in grey or sRGB, with its transparency, without a colour profile."""
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    profile = image.info.get("icc_profile")
    mode = "RGBA" if has_alpha else "L" if image.mode in {"1", "L"} else "RGB"
    plain = image.convert(mode)
    if profile and mode != "L":
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            cms: Any = ImageCms  # its types are not all known
            plain = cms.profileToProfile(plain, source, cms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that cannot be read: the colours stay as they are
    return plain


def _encoded(image: Image.Image, kind: str, *, lossless: bool) -> bytes:
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    target = io.BytesIO()
    if kind == "jpeg":
        clean.save(target, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    elif kind == "webp":
        clean.save(target, "WEBP", quality=_WEBP_QUALITY, method=4, lossless=lossless)
    else:
        clean.save(target, "PNG")
    return target.getvalue()
