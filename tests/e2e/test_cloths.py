"""Cloths of the software scene graph and of OpenGL: the same picture, and an answer to a press."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.e2e.driver.stand import Stand

CLOTH_TILE = 16
CLOTH_ALLOWED = 10.0
"""Mean difference of a tile of a cloth, of 255. Another smoothing of the stitches' edges costs up
to 5; cloths that are shifted by a pixel, or of which one has no shade, cost 20 and more."""
CLOTHS = (0, 0, 1280, 716)
BAND = (520, 724, 1240, 930)
"""The cloths of `Cloths.qml`, and the part of its band that has no words."""
LIT = 25
"""A stitch that is lit is at least so much brighter."""


@pytest.fixture(scope="module")
def cloths(landscape: Stand, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pictures of cloths by renderer; see `tests/e2e/cloths.py`."""
    folders: dict[str, Path] = {}
    for renderer in ("software", "gpu"):
        folder = tmp_path_factory.mktemp(renderer)
        done = subprocess.run(
            [sys.executable, "-m", "tests.e2e.cloths", renderer, str(folder)],
            env={**landscape.environment, "QT_QPA_PLATFORM": "xcb"},
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.stderr == ""
        assert done.stdout.strip() == ("0 shaded" if renderer == "software" else "5 shaded")
        folders[renderer] = folder
    return folders


def part(file: Path, box: tuple[int, int, int, int]) -> Image.Image:
    """A part of a picture."""
    with Image.open(file) as picture:
        return picture.convert("RGB").crop(box)


@pytest.mark.parametrize("look", ["dark", "light", "contrast"])
def test_a_cloth_is_the_same_woven_and_painted(cloths: dict[str, Path], look: str) -> None:
    software, gpu = (part(cloths[name] / f"{look}.png", CLOTHS) for name in ("software", "gpu"))
    difference = ImageChops.difference(software, gpu)
    worst = max(
        max(ImageStat.Stat(difference.crop((x, y, x + CLOTH_TILE, y + CLOTH_TILE))).mean)
        for x in range(0, difference.width, CLOTH_TILE)
        for y in range(0, difference.height, CLOTH_TILE)
    )
    assert worst < CLOTH_ALLOWED, f"a tile differs by {worst:.1f} of 255: {cloths}"


def brightened(folder: Path, name: str) -> int:
    """In how many pixels the brightest picture of a press is above the last one."""
    last = part(folder / f"{name}-1500.png", BAND).convert("L")
    most = 0
    for file in folder.glob(f"{name}-???.png"):
        more = ImageChops.subtract(part(file, BAND).convert("L"), last)
        most = max(most, sum(more.histogram()[LIT:]))
    return most


def test_a_press_lights_stitches_and_they_go_out(cloths: dict[str, Path]) -> None:
    assert brightened(cloths["gpu"], "press") > 300
    resting, late = (part(cloths["gpu"] / f"press-{n}.png", BAND) for n in ("0", "1500"))
    assert ImageStat.Stat(late).mean > ImageStat.Stat(resting).mean, "the ground is not lighter"


def test_with_less_movement_only_the_ground_answers(cloths: dict[str, Path]) -> None:
    for folder in cloths.values():
        assert brightened(folder, "less") == 0
        pressed, resting = (part(folder / f"less-{n}.png", BAND) for n in ("200", "0"))
        assert ImageStat.Stat(pressed).mean > ImageStat.Stat(resting).mean
