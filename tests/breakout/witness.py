"""What must be the same before and after an attempt, and what is not: `differences`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

import psutil
from PIL import Image, ImageChops

from tests.breakout.place import Place
from tests.e2e.driver import Kiosk, Node
from tests.e2e.driver.screen import Frame

GRAIN = (96, 54)
"""Fields of a picture that are compared."""
SEEN = 24
"""Steps of 255 from which on a field looks different."""
MOST_FIELDS = 0.02
"""The share of fields that may differ: a focus ring, a cursor."""

FEWEST_COLOURS = 64
WINDOWS = frozenset({"frame", "window", "dialog"})

Being = tuple[int, float, str]
"""A process: its number, its begin, its name."""


@dataclass(frozen=True)
class Look:
    """A kiosk and its surroundings at one moment."""

    windows: tuple[Frame, ...]
    inner: int
    """Top-level windows that the program itself tells of."""
    covering: bool
    focused: bool
    beings: frozenset[Being]
    sockets: tuple[str, ...]
    names: tuple[str, ...]
    picture: Image.Image


def look(kiosk: Kiosk, place: Place) -> Look:
    """All of it, once nothing moves."""
    nodes = kiosk.rest()
    frames = kiosk.stand.screen.frames()
    inner = [node for node in nodes if node.role in WINDOWS]
    size = kiosk.stand.size
    return Look(
        windows=tuple(frames),
        inner=len(inner),
        covering=len(frames) == 1 and (frames[0].width, frames[0].height) == size,
        focused=has_keys(kiosk, nodes),
        beings=frozenset(_beings(kiosk, place)),
        sockets=tuple(_sockets(kiosk)),
        names=tuple(f"{node.role} {node.name}" for node in nodes),
        picture=kiosk.picture(),
    )


def has_keys(kiosk: Kiosk, nodes: list[Node]) -> bool:
    """Whether the keys go to the window: the program says so, and so does the X server."""
    screen = kiosk.stand.screen
    active = any("active" in node.states for node in nodes if node.role in WINDOWS)
    return active and screen.focused() in [frame.number for frame in screen.frames()]


def differences(before: Look, after: Look, *, elsewhere: bool = False) -> list[str]:
    """What is wrong now, in words; `elsewhere`: another page of the kiosk is as good."""
    new, gone = after.beings - before.beings, before.beings - after.beings
    same = (after.windows, after.inner) == (before.windows, before.inner)
    judged = {
        f"the windows have changed: {after.windows}, {after.inner} inside": not same,
        "the window does not cover the screen": not after.covering,
        "the window has lost the keys": not after.focused,
        f"new processes: {sorted(new)}": bool(new),
        f"processes have ended: {sorted(gone)}": bool(gone),
        f"network sockets: {after.sockets}": bool(after.sockets),
        "the screen is blank": after.picture.getcolors(FEWEST_COLOURS) is not None,
    }
    found = [words for words, wrong in judged.items() if wrong]
    return found if elsewhere else [*found, *_seen(before, after)]


def _seen(before: Look, after: Look) -> Iterator[str]:
    if before.names != after.names:
        new = set(after.names) - set(before.names)
        yield f"something else is on the screen: {sorted(new) or 'less than before'}"
    share = changed(before.picture, after.picture)
    if share > MOST_FIELDS:
        yield f"{share:.0%} of the picture have changed"


def changed(one: Image.Image, other: Image.Image) -> float:
    """The share of a picture that looks different."""
    small = [each.convert("L").resize(GRAIN, Image.Resampling.BOX) for each in (one, other)]
    fields = ImageChops.difference(*small).histogram()
    return sum(fields[SEEN:]) / (GRAIN[0] * GRAIN[1])


def family(kiosk: Kiosk) -> list[psutil.Process]:
    """The processes of the kiosk."""
    top = psutil.Process(kiosk.program.pid)
    return [top, *top.children(recursive=True)]


def _beings(kiosk: Kiosk, place: Place) -> Iterator[Being]:
    """Every process that the kiosk, its compositor or its bus has."""
    for program in [kiosk.program, *place.around]:
        with contextlib.suppress(psutil.NoSuchProcess):
            top = psutil.Process(program.pid)
            for each in [top, *top.children(recursive=True)]:
                yield each.pid, each.create_time(), each.name()


def _sockets(kiosk: Kiosk) -> Iterator[str]:
    for process in family(kiosk):
        with contextlib.suppress(psutil.NoSuchProcess):
            yield from map(str, process.net_connections("inet"))
