"""The stick in a clean Debian 12 without Python and network: from installation to removal."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from kiosk import __version__
from tests.packaging import glass
from tests.packaging.room import ROOMS, ROOT, Room
from tests.packaging.told import Told

PIN = "480615"
ANSWERS = f"site = riga\nlanguage = lt\nrotation = 0\npin = {PIN}\n"
NEWER = f"{__version__}.1"
STICKS = ROOMS / "sticks"
_AS_KIOSK = ("runuser", "-u", "juosta", "--", "env", "HOME=/var/lib/juosta")
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
_HEADLESS = """
export XDG_RUNTIME_DIR=/tmp/headless
mkdir -p -m 700 $XDG_RUNTIME_DIR
weston --backend=headless-backend.so --use-pixman --width=1280 --height=720 \
    --shell=kiosk-shell.so --socket=glass >/tmp/headless.log 2>&1 &
for n in $(seq 100); do [ -S $XDG_RUNTIME_DIR/glass ] && break; sleep .2; done
JUOSTA_PHASES=/tmp/headless/phases WAYLAND_DISPLAY=glass QT_QPA_PLATFORM=wayland \
    exec /opt/juosta/kiosk run
"""


def make_stick(version: str) -> Path:
    """A stick of a version, packed loosely; its folder."""
    words = [sys.executable, "-m", "tools.stick", "--no-archive", "--version", version]
    subprocess.run([*words, "--out", str(STICKS)], cwd=ROOT, check=True)
    return STICKS / f"juosta-stick-{version}"


def trial(told: Told, suite: str) -> None:
    """Install, run, upgrade, refuse what is older, remove."""
    older, newer = make_stick(__version__), make_stick(NEWER)
    room = Room(f"stick-{suite}", suite)
    before = room.files()
    (room.place / "answers.txt").write_text(ANSWERS, encoding="utf-8")
    room.stick = older
    install = ("sh", "/mnt/install.sh", "--answers", "/answers.txt")
    done = room.run(*install)
    said = done.stdout + done.stderr
    if not told.that("the stick installs", holds=done.returncode == 0, why=said + _log(room)):
        return
    told.that("the self-test is READY", holds="READY" in done.stdout, why=said)
    _shows(told, room)
    kept = _content(room), _settings(room)
    room.stick = newer
    done = room.run(*install)
    told.that("a newer stick upgrades", holds=done.returncode == 0, why=done.stderr + _log(room))
    now = room.run("dpkg-query", "-W", "-f", "${Version}", "juosta").stdout
    told.that("the newer version is there", holds=now == NEWER, why=now)
    told.that("content and settings are kept", holds=_still(kept, room), why=str(kept))
    room.stick = older
    done = room.run(*install)
    refused = done.returncode == 1 and "has the older" in done.stderr
    told.that("an older stick is refused", holds=refused, why=done.stdout + done.stderr)
    _removal(told, room, before)


def _shows(told: Told, room: Room) -> None:
    """The attract loop under Xvfb, under Weston on that screen, and under a headless Weston."""
    with glass.screen() as display:
        direct = (*_AS_KIOSK, f"DISPLAY={display}", "/opt/juosta/kiosk", "run")
        _seen(told, room, display, "Xvfb", direct)
    with glass.screen() as display:
        weston = (*_AS_KIOSK, "sh", "-c", _WESTON, "sh", display)
        _seen(told, room, display, "Weston in Xvfb", weston)
    # A headless Weston 10 gives black pictures of whatever it shows: the kiosk itself says when the
    # compositor has taken the first frame of the attract loop
    shown = room.start(*_AS_KIOSK, "sh", "-c", _HEADLESS)
    try:
        drawn = _appears(room.place / "tmp" / "headless" / "phases")
    finally:
        shown.kill()
        shown.wait()
    told.that("the attract loop is drawn under headless Weston", holds=drawn, why=_log(room))


def _appears(file: Path) -> bool:
    for _ in range(glass.LOOKS):
        if file.exists():
            return "first frame" in file.read_text(encoding="utf-8")
        time.sleep(0.5)
    return False


def _seen(told: Told, room: Room, display: str, name: str, words: tuple[str, ...]) -> None:
    shown = room.start(*words)
    try:
        file = ROOMS / f"stick-{name.replace(' ', '-').lower()}.png"
        seen = glass.attract_seen(display, file)
    finally:
        shown.kill()
        shown.wait()
    told.that(f"the attract loop under {name}", holds=seen, why=_log(room))


def _log(room: Room) -> str:
    places = (room.place / "var/log/juosta-install.log", ROOMS / f"{room.place.name}.log")
    return "\n".join(p.read_text(errors="replace")[-1500:] for p in places if p.exists())


def _content(room: Room) -> list[str]:
    told = room.run(*_AS_KIOSK, "/opt/juosta/kiosk", "versions", "--json").stdout
    return [version["id"] for version in json.loads(told)["versions"]]


def _settings(room: Room) -> str:
    return (room.place / "var/lib/juosta/settings.toml").read_text(encoding="utf-8")


def _still(kept: tuple[list[str], str], room: Room) -> bool:
    """The versions and the settings are those of before."""
    return kept == (_content(room), _settings(room))


def _removal(told: Told, room: Room, before: set[str]) -> None:
    room.stick = None
    done = room.run("apt-get", "-q", "-y", "purge", "juosta", DEBIAN_FRONTEND="noninteractive")
    told.that("the package is purged", holds=done.returncode == 0, why=done.stdout + done.stderr)
    rests = sorted(path for path in room.files() - before if "juosta" in path)
    told.that("no file is left", holds=not rests, why="\n".join(rests))
    units = "etc/systemd/system/default.target"
    same = (room.place / units).is_symlink() == (units in before)
    told.that("the machine starts as it did before", holds=same)
    people = [(room.place / "etc" / name).read_text() for name in ("passwd", "group")]
    told.that("no user is left", holds=not any("juosta" in text for text in people))
