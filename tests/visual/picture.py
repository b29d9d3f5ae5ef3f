"""What only the picture tells: whether the words are really drawn, and their contrast against
what lies behind them. The window is drawn twice, with its texts and without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageChops
from PySide6.QtGui import QImage

from tests.visual.geometry import Box
from tests.visual.scene import Scene, Words

TEXT_CONTRAST = 4.5
ICON_CONTRAST = 3.0
LEAST_SHARE = 0.002
"""A colour behind a text counts from this share of its room on: single pixels do not blur words."""
LEAST_COLOURS = 4
FADE_U = 96
"""Height of the fade at the foot of a scrolling column."""
NEARLY = 0.9999
"""An opacity that changes no colour and makes the renderer paint all anew: after a change of a few
items it leaves single columns of pixels of what was there."""

Colour = tuple[int, int, int]


def luminance(colour: Colour) -> float:
    """Relative luminance as in WCAG 2.2, 0 to 1."""
    parts = [channel / 255 for channel in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio as in WCAG 2.2, 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def blend(ink: Colour, ground: Colour, opacity: float) -> Colour:
    """The colour of an ink that lets the ground through."""
    mixed = [round(i * opacity + g * (1 - opacity)) for i, g in zip(ink, ground, strict=True)]
    return (mixed[0], mixed[1], mixed[2])


def grab(window: Any) -> Image.Image:
    """What the window shows."""
    shown = window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
    size = (shown.width(), shown.height())
    stride = shown.bytesPerLine()
    return Image.frombytes("RGB", size, bytes(shown.constBits()), "raw", "RGB", stride)


def two_pictures(window: Any, texts: list[Any]) -> tuple[Image.Image, Image.Image]:
    """The window with its texts and without."""
    full = grab(window)
    before = [text.opacity() for text in texts]
    for text in texts:
        text.setOpacity(0)
    window.contentItem().setOpacity(NEARLY)
    bare = grab(window)
    window.contentItem().setOpacity(1)
    for text, opacity in zip(texts, before, strict=True):
        text.setOpacity(opacity)
    return full, bare


def look(scene: Scene, full: Image.Image, bare: Image.Image) -> Iterator[str]:
    """The faults of a picture."""
    colours = full.getcolors(LEAST_COLOURS)
    if colours is not None and len(colours) < LEAST_COLOURS:
        yield f"only {len(colours)} colours"
    for words in scene.words:
        yield from _look_at(words, scene.u, full, bare)


def _look_at(words: Words, u: float, full: Image.Image, bare: Image.Image) -> Iterator[str]:
    room = _pixels(words.seen)
    if room[2] <= room[0] or not words.ink.within(_plainly(words, u), 2):
        return
    if ImageChops.difference(full.crop(room), bare.crop(room)).getbbox() is None:
        yield f"not drawn, or something lies on it: {words}"
    elif words.enabled:
        least = ICON_CONTRAST if words.icon else TEXT_CONTRAST
        ratio, ground = worst_contrast(words, bare.crop(room))
        if ratio < least:
            yield f"contrast {ratio:.2f} on #{bytes(ground).hex()}: {words}"


def _plainly(words: Words, u: float) -> Box:
    """Where words can be read: at its foot a scrolling column fades out while more follows."""
    view = words.view
    if words.scroller and words.bounds.bottom > view.bottom + 1:
        return Box(view.left, view.top, view.right, view.bottom - FADE_U * u)
    return view


def worst_contrast(words: Words, ground: Image.Image) -> tuple[float, Colour]:
    """The lowest contrast of a text with the colours behind it."""
    counted: list[tuple[int, Colour]] = ground.getcolors(ground.width * ground.height) or []
    least = LEAST_SHARE * ground.width * ground.height
    weighty = [colour for count, colour in _merged(counted) if count >= least]
    found = [(contrast(blend(words.colour, c, words.opacity), c), c) for c in weighty]
    return min(found, default=(21.0, (0, 0, 0)))


def _merged(counted: list[tuple[int, Colour]]) -> list[tuple[int, Colour]]:
    """Colours that nobody can tell apart counted as one."""
    merged: dict[Colour, int] = {}
    for count, (red, green, blue) in counted:
        near = (red | 3, green | 3, blue | 3)
        merged[near] = merged.get(near, 0) + count
    return [(count, colour) for colour, count in merged.items()]


def _pixels(box: Box) -> tuple[int, int, int, int]:
    return (round(box.left), round(box.top), round(box.right), round(box.bottom))
