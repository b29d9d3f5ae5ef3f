"""A virtual screen outside the rooms, and pictures of it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from Xlib import X
from Xlib.display import Display

WIDTH, HEIGHT = 1280, 720
LOOKS = 120
"""Half seconds until the attract loop has to be seen; a busy machine takes long."""

FADE = 4
"""Seconds until a scene is whole."""


@contextmanager
def screen() -> Generator[str]:
    """An Xvfb of its own; yields the value of DISPLAY."""
    with server() as (display, _):
        yield display


@contextmanager
def server(*before: str) -> Generator[tuple[str, int]]:
    """An Xvfb started by way of another command; yields DISPLAY and the number of its process."""
    reads, writes = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    words = ["Xvfb", "-displayfd", str(writes), "-screen", "0", size, "-ac", "-nolisten", "tcp"]
    server = subprocess.Popen([*before, *words], pass_fds=(writes,), stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            yield f":{told.readline().strip()}", server.pid
    finally:
        server.terminate()
        server.wait()


def picture(display: str) -> Image.Image:
    """What is on the screen now."""
    connection = Display(display)
    try:
        root = connection.screen().root
        image = root.get_image(0, 0, WIDTH, HEIGHT, X.ZPixmap, 0xFFFFFFFF)
        return Image.frombytes("RGB", (WIDTH, HEIGHT), image.data, "raw", "BGRX")
    finally:
        connection.close()


def is_attract(image: Image.Image) -> bool:
    """Whether it looks like the attract loop: light words on a dark ground, an amber button."""
    small = image.convert("RGB").resize((320, 180))
    points = [small.getpixel((x, y)) for x in range(320) for y in range(180)]
    dark = sum(max(p) < 70 for p in points) / len(points)
    light = sum(min(p) > 200 for p in points) / len(points)
    amber = sum(p[0] > 200 and 120 < p[1] < 210 and p[2] < 120 for p in points) / len(points)
    return dark > 0.5 and light > 0.005 and amber > 0.01


def attract_seen(display: str, target: Path) -> bool:
    """Wait for the attract loop and keep its picture; false when it does not come."""
    for _ in range(LOOKS):
        time.sleep(0.5)
        image = picture(display)
        image.save(target)
        if is_attract(image):
            time.sleep(FADE)
            picture(display).save(target)
            return True
    return False
