"""The portable folder in a bare system: not a single package is added."""

from __future__ import annotations

import subprocess

from tests.packaging import glass
from tests.packaging.room import ROOMS, ROOT, Room
from tests.packaging.told import Told
from tools.freeze import glibc

START = ("sh", "/srv/juosta/start.sh")
HOME = {"JUOSTA_HOME": "/srv/stand"}


def _room(suite: str) -> Room:
    room = Room(f"portable-{suite}", suite)
    target = room.place / "srv" / "juosta"
    subprocess.run(["cp", "-a", str(ROOT / "dist" / "juosta"), str(target)], check=True)
    room.run("true")  # what entering a room leaves behind
    return room


def trial(told: Told, suite: str) -> None:
    """Copy the folder into a bare system of a release and run it there."""
    room = _room(suite)
    done = room.run(*START, "--self-test", **HOME)
    ready = done.returncode == 0 and done.stdout.startswith("READY")
    told.that(f"{suite}, bare: the self-test is READY", holds=ready, why=done.stdout + done.stderr)
    with glass.screen() as display:
        shown = room.start(*START, DISPLAY=display, **HOME)
        try:
            file = ROOMS / f"portable-{suite}.png"
            seen = glass.attract_seen(display, file)
            log = (ROOMS / f"portable-{suite}.log").read_text(errors="replace")
            told.that(f"{suite}, bare: the attract loop is on the screen", holds=seen, why=log)
        finally:
            shown.kill()
            shown.wait()


def too_old(told: Told, suite: str) -> None:
    """In a system that is too old: words, and no files."""
    room = _room(suite)
    before = room.files()
    done = room.run(*START, **HOME)
    held = done.returncode == 1 and f"; {glibc.LEAST} or newer is needed" in done.stderr
    told.that(f"{suite}: the folder says that it is too old", holds=held, why=done.stderr)
    told.that(f"{suite}: nothing is left behind", holds=room.files() == before)


def not_whole(told: Told, suite: str) -> None:
    """A folder of which a part is missing, as after a copy that was broken off."""
    room = _room(suite)
    (room.place / "srv/juosta/_internal/fallback/order").unlink()
    done = room.run(*START, **HOME)
    held = done.returncode == 1 and "was not copied whole" in done.stderr
    told.that("a folder that is not whole says so", holds=held, why=done.stderr)


def libraries(told: Told) -> None:
    """What every library of the built program needs of the C library."""
    found = glibc.needs(ROOT / "dist" / "juosta")
    inside = {name: v for name, v in found.items() if not name.startswith(glibc.FALLBACK)}
    most = max(inside.values(), key=glibc.key)
    bare = max(found.values(), key=glibc.key)
    words = f"{len(found)} libraries need glibc {most}, with those for bare systems {bare}"
    told.that(words, holds=not glibc.too_new(found), why="\n".join(glibc.too_new(found)))
