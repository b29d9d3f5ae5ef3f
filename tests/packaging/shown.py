"""The installed kiosk on every kind of screen that a stand can have, with pictures."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from PIL import Image

from tests.packaging import glass
from tests.packaging.room import ROOMS, Room
from tests.packaging.told import Told

AS_KIOSK = ("runuser", "-u", "juosta", "--", "env", "HOME=/var/lib/juosta")
_WESTON = """
export XDG_RUNTIME_DIR=/tmp/rt
mkdir -p -m 700 $XDG_RUNTIME_DIR
export DISPLAY=$1
weston --backend=x11-backend.so --width=1280 --height=720 --use-pixman \
    --config=/etc/juosta/weston.ini --modules= --socket=glass >/tmp/weston.log 2>&1 &
for n in $(seq 100); do [ -S $XDG_RUNTIME_DIR/glass ] && break; sleep .2; done
unset DISPLAY
WAYLAND_DISPLAY=glass QT_QPA_PLATFORM=wayland exec /opt/juosta/kiosk run
"""
# Weston's kiosk shell shows a window when it can give it the focus of a seat, and a headless Weston
# 10 has no seat: there its pictures stay black, whatever the program is
_HEADLESS = """
export XDG_RUNTIME_DIR=/tmp/headless
mkdir -p -m 700 $XDG_RUNTIME_DIR
weston --backend=headless-backend.so --use-pixman --width=1280 --height=720 --debug \
    --shell=desktop-shell.so --no-config --socket=glass >/tmp/headless.log 2>&1 &
for n in $(seq 100); do [ -S $XDG_RUNTIME_DIR/glass ] && break; sleep .2; done
export WAYLAND_DISPLAY=glass
QT_QPA_PLATFORM=wayland /opt/juosta/kiosk run &
cd $XDG_RUNTIME_DIR
for n in $(seq 40); do sleep 2; weston-screenshooter; done
"""


def everywhere(told: Told, room: Room) -> None:
    """The attract loop under Xvfb, under Weston on that screen, and under a headless Weston."""
    with glass.screen() as display:
        direct = (*AS_KIOSK, f"DISPLAY={display}", "/opt/juosta/kiosk", "run")
        _seen(told, room, display, "Xvfb", direct)
    with glass.screen() as display:
        weston = (*AS_KIOSK, "sh", "-c", _WESTON, "sh", display)
        _seen(told, room, display, "Weston in Xvfb", weston)
    shown = room.start(*AS_KIOSK, "sh", "-c", _HEADLESS)
    try:
        seen = _taken(room.place / "tmp" / "headless", ROOMS / "stick-headless-weston.png")
    finally:
        shown.kill()
        shown.wait()
    told.that("the attract loop under headless Weston", holds=seen, why=log_of(room))


def _taken(folder: Path, target: Path) -> bool:
    """Wait until the compositor's own picture is one of the attract loop, and keep it."""
    for _ in range(glass.LOOKS):
        time.sleep(0.5)
        for file in sorted(folder.glob("*.png"))[-2:-1]:  # the last one may be half written
            shutil.copyfile(file, target)
            with Image.open(target) as image:
                if glass.is_attract(image):
                    return True
    return False


def _seen(told: Told, room: Room, display: str, name: str, words: tuple[str, ...]) -> None:
    shown = room.start(*words)
    try:
        file = ROOMS / f"stick-{name.replace(' ', '-').lower()}.png"
        seen = glass.attract_seen(display, file)
    finally:
        shown.kill()
        shown.wait()
    told.that(f"the attract loop under {name}", holds=seen, why=log_of(room))


def log_of(room: Room) -> str:
    """What was noted in a room, for the words of a failure."""
    places = (room.place / "var/log/juosta-install.log", ROOMS / f"{room.place.name}.log")
    return "\n".join(p.read_text(errors="replace")[-1500:] for p in places if p.exists())
