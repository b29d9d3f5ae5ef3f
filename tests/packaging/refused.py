"""What the stick refuses, in words and with nothing changed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from kiosk import __version__
from tests.packaging import sticks
from tests.packaging.room import Room
from tests.packaging.shown import AS_KIOSK
from tests.packaging.sticks import SUMS, Publisher, flip, package_in, replace
from tests.packaging.told import Told

ANSWERS = "/answers.txt"
INSTALL = ("sh", "/mnt/install.sh", "--answers", ANSWERS)
Break = Callable[[Path], object]


def _half(stick: Path) -> None:
    """As when the copying was broken off: what comes later in the alphabet is not there."""
    files = sorted(path for path in stick.rglob("*") if path.is_file() and "debian" in path.parts)
    middle = files[len(files) // 2]
    replace(middle, middle.read_bytes()[:1000])
    for path in files[len(files) // 2 + 1 :]:
        path.unlink()


def _changed_and_summed(stick: Path) -> None:
    """By somebody who knows of the sums and has no key."""
    package = package_in(stick)
    old = sticks.sum_of(package)
    flip(package)
    text = (stick / SUMS).read_text(encoding="utf-8")
    replace(stick / SUMS, text.replace(old, sticks.sum_of(package)).encode())


BROKEN: tuple[tuple[str, Break, str], ...] = (
    ("a stick of which half was copied", _half, "was not copied whole"),
    ("a stick without its sums", lambda s: (s / SUMS).unlink(), "SHA256SUMS is missing"),
    ("a changed bit in the program", lambda s: flip(package_in(s)), "was not copied whole"),
    ("a changed bit in the guide", lambda s: flip(s / "guide-lt.html"), "guide-lt.html"),
    ("a changed bit in the signature", lambda s: flip(s / f"{SUMS}.sig"), "is not good"),
    ("a change with new sums", _changed_and_summed, "is not good"),
    (
        "another list of packages beside ours",
        lambda s: replace(s / "debian" / "Packages.gz", b"x"),
        "do not belong",
    ),
    (
        "another content beside ours",
        lambda s: replace(s / "content" / "mine.kiosk", b"x"),
        "do not belong",
    ),
)
WRONG = (
    ("site = Riga!", "line 1: a site has small letters"),
    ("site = riga\nrotate = 90", "line 2: rotate is unknown"),
    ("site = riga\npin = 123456", "line 2: the code is too easy to guess"),
    ("site = riga", "has no line  pin = ..."),
)


def trial(told: Told, room: Room, stick: Path) -> None:
    """Try what is wrong before anything is installed; `stick` is good and signed."""
    before = room.files()
    good = (room.place / ANSWERS[1:]).read_bytes()
    for what, spoil, words in BROKEN:
        room.stick = sticks.copy(stick, "broken")
        spoil(room.stick)
        refused(told, room, what, words)
    room.stick = stick
    for answers, words in WRONG:
        replace(room.place / ANSWERS[1:], answers.encode())
        refused(told, room, f"the answers {answers.splitlines()}", words)
    replace(room.place / ANSWERS[1:], good)
    missing = room.run(*INSTALL[:-1], "/nowhere")
    held = missing.returncode == 1 and "/nowhere cannot be read" in missing.stderr
    told.that("refused: answers that are not there", holds=held, why=missing.stderr)
    changed = room.files() ^ before
    told.that("nothing was changed by all that", holds=not changed, why="\n".join(changed))
    shutil.rmtree(sticks.STICKS / "broken")


def refused(told: Told, room: Room, what: str, words: str) -> None:
    """Try to install, and be refused in these words."""
    done = room.run(*INSTALL)
    held = done.returncode == 1 and "Not installed: " in done.stderr and words in done.stderr
    told.that(f"refused: {what}", holds=held, why=done.stdout + done.stderr)


def strangers(told: Told, room: Room, newer: Path, stranger: Publisher) -> None:
    """On a machine that knows a publisher: no stick without a signature, none of somebody else."""
    room.stick = newer
    refused(told, room, "a stick without a signature, once one was signed", "only signed sticks")
    room.stick = sticks.copy(newer, "broken")
    stranger.sign(room.stick)
    refused(told, room, "a stick of another key", "whom this machine does not know")
    room.stick = newer
    shutil.rmtree(sticks.STICKS / "broken")


def no_room(told: Told, suite: str, stick: Path) -> None:
    """On a disk that is nearly full: a tmpfs."""
    room = Room(f"small-{suite}", suite, megabytes=600)
    try:
        replace(room.place / ANSWERS[1:], b"site = riga\npin = 480615\n")
        room.stick = stick
        refused(told, room, "a disk without room", "MB of room; ")
    finally:
        room.close()


def running(told: Told, room: Room, display: str) -> None:
    """While the kiosk runs: a visitor may be at it, and it goes on."""
    words = " ".join([*AS_KIOSK, f"DISPLAY={display}", "/opt/juosta/kiosk", "run"])
    script = f"{words} & child=$!; sleep 8; {' '.join(INSTALL)}; code=$?; sleep 1\n"
    script += "kill -0 $child && echo goes on; kill $child; exit $code"
    done = room.run("sh", "-c", script)
    said = done.stdout + done.stderr
    held = done.returncode == 1 and "the kiosk is running" in said and "goes on" in done.stdout
    told.that("refused: an installation over a running kiosk, which goes on", holds=held, why=said)


def older(told: Told, room: Room, stick: Path) -> None:
    """A stick with an older version than the machine has."""
    room.stick = stick
    refused(told, room, f"the older {__version__}", f"has the older {__version__}")
    kept = os.fspath(room.place / "opt" / "juosta" / "kiosk")
    done = subprocess.run(["test", "-x", kept], check=False)
    told.that("the newer program stays", holds=done.returncode == 0)


def other_system(told: Told, suite: str, stick: Path) -> None:
    """Another release than the stick is for."""
    room = Room(f"other-{suite}", suite)
    replace(room.place / ANSWERS[1:], b"site = riga\npin = 480615\n")
    room.stick = stick
    refused(told, room, f"the system {suite}", "this stick is for Debian 12; here is Debian")
