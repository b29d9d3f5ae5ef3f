"""The portable folder in a bare system: not a single package is added."""

from __future__ import annotations

import subprocess

from tests.packaging import glass
from tests.packaging.room import ROOMS, ROOT, Room
from tests.packaging.told import Told

KIOSK = "/srv/juosta/kiosk"


def trial(told: Told, suite: str) -> None:
    """Copy the folder into a bare system of a release and run it there."""
    room = Room(f"portable-{suite}", suite)
    target = room.place / "srv" / "juosta"
    subprocess.run(["cp", "-a", str(ROOT / "dist" / "juosta"), str(target)], check=True)
    home = {"JUOSTA_HOME": "/srv/stand"}
    done = room.run(KIOSK, "--self-test", **home)
    ready = done.returncode == 0 and done.stdout.startswith("READY")
    told.that(f"{suite}, bare: the self-test is READY", holds=ready, why=done.stdout + done.stderr)
    with glass.screen() as display:
        shown = room.start(KIOSK, "run", DISPLAY=display, **home)
        try:
            file = ROOMS / f"portable-{suite}.png"
            seen = glass.attract_seen(display, file)
            log = (ROOMS / f"portable-{suite}.log").read_text(errors="replace")
            told.that(f"{suite}, bare: the attract loop is on the screen", holds=seen, why=log)
        finally:
            shown.kill()
            shown.wait()
