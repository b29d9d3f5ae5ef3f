"""Picture headers: real files by Pillow are recognised, everything else is refused by code."""

from __future__ import annotations

import io
import os
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.store.pictures import examine


def saved(
    kind: str, mode: str = "RGB", size: tuple[int, int] = (30, 20), **options: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **options)
    return out.getvalue()


def code(data: bytes) -> str:
    with pytest.raises(ContentError) as error:
        examine(data, "assets/x.png")
    assert error.value.fix
    return error.value.code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (saved("PNG"), "png"),
        (saved("PNG", "RGBA"), "png"),
        (saved("PNG", "P"), "png"),
        (saved("JPEG"), "jpeg"),
        (saved("JPEG", "L"), "jpeg"),
        (saved("JPEG", progressive=True), "jpeg"),
        (saved("WEBP"), "webp"),
        (saved("WEBP", lossless=True), "webp"),
        (saved("WEBP", "RGBA"), "webp"),
    ],
)
def test_real_pictures(data: bytes, kind: str) -> None:
    picture = examine(data, "assets/x")
    assert (picture.kind, picture.width, picture.height) == (kind, 30, 20)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (saved("PNG", "I;16"), "E155"),
        (saved("JPEG", "CMYK"), "E155"),
        (saved("GIF"), "E155"),
        (saved("TIFF"), "E155"),
        (saved("BMP"), "E155"),
        (saved("PNG")[:-4], "E151"),
        (saved("JPEG")[:-30], "E151"),
        (saved("JPEG")[:100], "E151"),
        (saved("WEBP")[:-4], "E151"),
        (b"", "E151"),
        (b"text", "E152"),
        (b"<svg/>", "E153"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- x --><svg/>", "E153"),
    ],
)
def test_refused(data: bytes, expected: str) -> None:
    assert code(data) == expected


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_moving_pictures(kind: str) -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    assert code(out.getvalue()) == "E155"


def test_sixteen_million_pixels_are_the_limit() -> None:
    width = 4000
    height = limits.PICTURE_PIXELS // width
    assert examine(saved("PNG", "1", (width, height)), "x").height == height
    assert code(saved("PNG", "1", (width, height + 1))) == "E150"


def test_a_crowd_of_empty_chunks_costs_no_more_than_its_bytes() -> None:
    """Looking through all that came before at each of them would take half an hour."""
    real, empty = saved("PNG"), b"eMPt"
    chunk = bytes(4) + empty + zlib.crc32(empty).to_bytes(4, "big")
    header = 8 + 12 + 13
    assert examine(real[:header] + chunk * 300_000 + real[header:], "x").width == 30


@pytest.mark.parametrize("kept", ["IHDR", "IDAT"])
def test_a_png_without_header_or_data_is_damaged(kept: str) -> None:
    real = saved("PNG")
    name = kept.encode()
    at = real.index(name) - 4
    size = 12 + int.from_bytes(real[at : at + 4], "big")
    assert code(real[:8] + real[at : at + size] + real[-12:]) == "E151"


@pytest.mark.parametrize(("turn", "turned"), [(1, False), (6, True)])
def test_exif(turn: int, turned: bool) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    found = examine(saved("JPEG", exif=exif), "x").exif
    assert (found.turned, found.located) == (turned, False)


def test_position() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    assert examine(saved("JPEG", exif=exif), "x").exif.located


@given(
    st.sampled_from([saved("PNG"), saved("JPEG"), saved("WEBP")]),
    st.integers(0, 400),
    st.binary(min_size=1, max_size=4),
)
@settings(max_examples=200)
def test_damage_never_crashes(data: bytes, at: int, other: bytes) -> None:
    damaged = data[:at] + other + data[at + len(other) :]
    assert refusal(damaged) in {None, "E150", "E151", "E152", "E155"}


def refusal(data: bytes) -> str | None:
    try:
        examine(data, "assets/x.png")
    except ContentError as error:
        return error.code
    return None


def test_random_tails_never_crash() -> None:
    for head in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\x00\x00\x00\x00WEBP"):
        for _ in range(50):
            with pytest.raises(ContentError):
                examine(head + os.urandom(40), "x")
