"""Pictures at pack time: upright, small, without data about place and camera; else as they were."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image, ImageCms

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.store import media
from kiosk.store.pictures import examine

RED, BLUE = (200, 30, 30), (30, 30, 200)
GPS = 0x8825
ORIENTATION = 0x0112


def halves(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, *size))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def exif(orientation: int = 1, *, located: bool = False) -> Image.Exif:
    data = Image.Exif()
    data[ORIENTATION] = orientation
    data[0x0110] = "Camera of Jonas"
    if located:
        data.get_ifd(GPS)[1] = "N"
        data.get_ifd(GPS)[2] = (54.0, 41.0, 13.0)
    return data


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("PNG", "RGB", {}),
        ("PNG", "RGBA", {}),
        ("PNG", "P", {}),
        ("PNG", "L", {}),
        ("JPEG", "RGB", {}),
        ("JPEG", "L", {"progressive": True}),
        ("WEBP", "RGB", {}),
        ("WEBP", "RGBA", {"lossless": True}),
    ],
)
def test_what_is_as_it_should_be_is_kept_byte_for_byte(
    kind: str, mode: str, options: dict[str, object]
) -> None:
    data = saved(halves(mode), kind, **options)
    assert media.normalised(data, "assets/x") is data


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_a_turned_picture_is_turned_right(kind: str) -> None:
    turned = halves().transpose(Image.Transpose.ROTATE_90)
    image = opened(media.normalised(saved(turned, kind, exif=exif(6)), "assets/x"))
    assert image.size == (64, 32)
    left, right = image.convert("RGB").getpixel((8, 16)), image.convert("RGB").getpixel((56, 16))
    assert left[0] > 150 > left[2]
    assert right[2] > 150 > right[0]
    assert not image.getexif()


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_place_and_camera_are_gone(kind: str) -> None:
    data = saved(halves(), kind, exif=exif(located=True))
    assert b"Camera of Jonas" in data
    done = media.normalised(data, "assets/x")
    assert b"Camera of Jonas" not in done
    assert not opened(done).getexif().get_ifd(GPS)
    assert not examine(done, "x").exif.located


@pytest.mark.parametrize(
    "data",
    [
        saved(halves(), "JPEG", comment=b"secret words"),
        saved(halves(), "JPEG") + b"secret words",
        saved(halves(), "PNG") + b"secret words",
        saved(halves(), "WEBP", xmp=b"<x>secret words</x>"),
    ],
    ids=["comment", "behind a JPEG", "behind a PNG", "xmp"],
)
def test_words_inside_and_behind_are_gone(data: bytes) -> None:
    assert b"secret words" in data
    assert b"secret words" not in media.normalised(data, "assets/x")


@pytest.mark.parametrize(("kind", "wanted"), [("JPEG", "JPEG"), ("PNG", "PNG"), ("WEBP", "WEBP")])
def test_a_large_picture_is_shrunk_to_a_4k_screen(kind: str, wanted: str) -> None:
    image = opened(media.normalised(saved(halves(size=(4800, 1200)), kind), "assets/x"))
    assert image.format == wanted
    assert image.size == (limits.PICTURE_SIDE, limits.PICTURE_SIDE // 4)


def test_transparency_is_kept() -> None:
    image = halves("RGBA", (4000, 10))
    image.putalpha(77)
    done = opened(media.normalised(saved(image, "PNG"), "assets/x"))
    assert done.mode == "RGBA"
    assert done.getpixel((100, 5))[3] == 77


def test_a_colour_profile_is_applied_and_dropped() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    done = opened(media.normalised(saved(halves(), "PNG", icc_profile=profile), "assets/x"))
    assert "icc_profile" not in done.info
    assert done.getpixel((8, 8)) == RED
    broken = opened(media.normalised(saved(halves(), "PNG", icc_profile=b"no profile"), "assets/x"))
    assert broken.getpixel((8, 8)) == RED


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(halves(), "JPEG", exif=exif(3))
    once = media.normalised(data, "assets/x")
    assert once == media.normalised(data, "assets/x")
    assert media.normalised(once, "assets/x") is once


def test_a_lossless_picture_stays_lossless() -> None:
    data = saved(halves(), "WEBP", lossless=True, exif=exif(1))
    assert opened(media.normalised(data, "assets/x")).convert("RGB").getpixel((31, 5)) == RED


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (saved(halves("CMYK"), "JPEG"), "E155"),
        (saved(halves(), "TIFF"), "E155"),
        (saved(halves(), "GIF"), "E155"),
        (saved(halves(), "WEBP", save_all=True, append_images=[halves("L")]), "E155"),
        (b"<svg xmlns='x'/>", "E153"),
        (b"hello", "E152"),
        (saved(Image.new("1", (5000, 5000)), "PNG"), "E150"),
        (saved(halves(), "JPEG", exif=exif(6))[:-40], "E151"),
    ],
    ids=["CMYK", "TIFF", "GIF", "moving", "SVG", "text", "too large", "cut off"],
)
def test_what_no_bundle_holds(data: bytes, code: str) -> None:
    with pytest.raises(ContentError) as error:
        media.normalised(data, "assets/x")
    assert error.value.code == code


def test_a_picture_that_is_damaged_inside() -> None:
    """Its header is in order, and it wants to be turned: what cannot be decoded is refused."""
    data = bytearray(saved(halves("L", (900, 900)), "PNG", exif=exif(6)))
    place = data.index(b"IDAT") + 4
    size = int.from_bytes(data[place - 8 : place - 4], "big")
    data[place : place + size] = bytes(size)
    data[place + size : place + size + 4] = zlib.crc32(data[place - 4 : place + size]).to_bytes(4)
    with pytest.raises(ContentError) as error:
        media.normalised(bytes(data), "assets/x")
    assert error.value.code == "E151"
