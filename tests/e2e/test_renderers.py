"""The software scene graph and OpenGL show the same picture, tile by tile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.e2e.driver.stand import Stand

pytestmark = pytest.mark.e2e

TILE = 120
ALLOWED = 18
"""Mean difference of a tile's brightness, of 255. Other edges of the same letters cost up to 13;
a missing band, curve or text costs more than 40."""

PAGES = ("home", "cyber", "cyber-fourth-climb", "cooperation-allies-joined", "city-quiz-questions")


def pictures(stand: Stand, renderer: str, page: str, folder: Path) -> Path:
    """The picture of a page drawn by a renderer in a real window."""
    command = [sys.executable, "-m", "kiosk", "tour", "--out", str(folder), "--languages", "en"]
    subprocess.run(
        [*command, "--renderer", renderer, "--page", page],
        env={**stand.environment, "QT_QPA_PLATFORM": "xcb"},
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / "1920x1080" / "en" / f"{page}.png"


@pytest.mark.parametrize("page", PAGES)
def test_both_renderers_look_alike(landscape: Stand, tmp_path: Path, page: str) -> None:
    files = {r: pictures(landscape, r, page, tmp_path / r) for r in ("software", "gpu")}
    software, gpu = (Image.open(file).convert("L") for file in files.values())
    assert software.size == gpu.size
    worst = 0.0
    for x in range(0, software.width, TILE):
        for y in range(0, software.height, TILE):
            box = (x, y, min(x + TILE, software.width), min(y + TILE, software.height))
            difference = ImageChops.difference(software.crop(box), gpu.crop(box))
            worst = max(worst, ImageStat.Stat(difference).mean[0])
    assert worst < ALLOWED, f"a tile differs by {worst:.0f} of 255: {files}"
    assert ImageStat.Stat(software).stddev[0] > 10, "the picture is one colour"


def test_where_the_gpu_cannot_be_had_after_all_nothing_is_missing(
    landscape: Stand, tmp_path: Path
) -> None:
    without = {k: v for k, v in landscape.environment.items() if k != "DISPLAY"}
    files: list[Path] = []
    for renderer in ("software", "gpu"):
        folder = tmp_path / renderer
        command = [sys.executable, "-m", "kiosk", "tour", "--out", str(folder), "--page", "cyber"]
        subprocess.run(
            [*command, "--screens", "--languages", "en", "--renderer", renderer],
            env={**without, "QT_QPA_PLATFORM": "offscreen"},
            check=True,
            capture_output=True,
            timeout=120,
        )
        files.append(folder / "1920x1080" / "en" / "cyber.png")
    software, gpu = (Image.open(file).convert("RGB") for file in files)
    assert ImageChops.difference(software, gpu).getbbox() is None
