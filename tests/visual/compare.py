"""Compares a picture with its reference, tile by tile.

A tile differs when its mean difference is above the tolerance: a pixel that is smoothed otherwise
does not count, a letter that moved or a colour that changed does. No Qt.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops, ImageStat

TILE = 16
TOLERANCE = 6.0
"""Mean difference of a tile, of 255, in the channel where it is largest."""

HERE = Path(__file__).resolve().parent
REFERENCE = HERE / "reference"
RESULTS = HERE.parents[1] / "build" / "visual"


def different_tiles(one: Image.Image, other: Image.Image) -> list[tuple[int, int]]:
    """The left upper corners of the tiles that differ. The pictures have one size."""
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return [
        (x, y)
        for y in range(0, difference.height, TILE)
        for x in range(0, difference.width, TILE)
        if max(ImageStat.Stat(difference.crop(_tile(difference, x, y))).mean) > TOLERANCE
    ]


def _tile(picture: Image.Image, x: int, y: int) -> tuple[int, int, int, int]:
    return (x, y, min(x + TILE, picture.width), min(y + TILE, picture.height))


def judge(name: str, actual: Image.Image, *, accept: bool = False) -> str:
    """What is wrong with a picture; "" when it is like its reference. With `accept` it becomes
    the reference."""
    path = REFERENCE / f"{name}.png"
    if accept:
        path.parent.mkdir(exist_ok=True)
        small = actual.convert("P", palette=Image.Palette.ADAPTIVE, colors=256)
        enough = not different_tiles(small, actual)  # a picture in it may have more colours
        (small if enough else actual).save(path, optimize=True)
        return ""
    if not path.is_file():
        return f"{path.name} is missing; look at the picture, then accept it"
    with Image.open(path) as file:
        expected = file.convert("RGB")
    if expected.size != actual.size:
        _keep(name, actual, expected)
        return f"{name} is {actual.size}, was {expected.size}; see {RESULTS}"
    tiles = different_tiles(expected, actual)
    if not tiles:
        return ""
    _keep(name, actual, expected)
    return f"{name} differs in {len(tiles)} tiles, first at {tiles[0]}; see {RESULTS}"


def _keep(name: str, actual: Image.Image, expected: Image.Image) -> None:
    """Write what was drawn, what was expected and where they differ."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    actual.save(RESULTS / f"{name}-actual.png")
    expected.save(RESULTS / f"{name}-expected.png")
    if actual.size == expected.size:
        difference = ImageChops.difference(actual.convert("RGB"), expected)
        difference.point(lambda value: min(255, 4 * value)).save(RESULTS / f"{name}-difference.png")
