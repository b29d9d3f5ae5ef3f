"""The .rpm, by rpm itself, in the folder of a Debian: its files, its scripts and its rules.

Names of packages it needs are those of Fedora and cannot be looked up here (`--nodeps`).
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from kiosk import __version__
from tests.packaging.room import ROOT, Room
from tests.packaging.sticks import NEWER, STICKS
from tests.packaging.told import Told
from tools import package

CONFIG = "etc/juosta/kiosk.toml"
MINE = '[stand]\nname = "Embassy"\n'
WANTS = "etc/systemd/system/graphical.target.wants/juosta-session.service"


class Rpm:
    """rpm on the files of a room, without a network."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def __call__(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self._room.beside("rpm", "--root", str(self._room.place), *words)

    def does(self, *words: str) -> tuple[bool, str]:
        """Do something; whether it and its scripts succeeded, which rpm only says, and why not."""
        done = self(*words)
        return done.returncode == 0 and "scriptlet failed" not in done.stderr, done.stderr

    def version(self) -> str:
        """What is installed, or why nothing is."""
        return self("-q", "--qf", "%{VERSION}", "juosta").stdout


def trial(told: Told, room: Room) -> None:
    """Install, keep settings in an upgrade, refuse what is older, remove."""
    if shutil.which("rpm") is None:
        print("The .rpm was not tried: there is no rpm here.")
        return
    older, newer = (_made(version) for version in (__version__, NEWER))
    rpm, place = Rpm(room), room.place
    before = room.files()
    held, why = rpm.does("-i", "--nodeps", str(older))
    held = held and rpm.version() == __version__
    if not told.that("rpm installs, with its scripts", holds=held, why=why):
        return
    told.that("the services start with the machine", holds=(place / WANTS).is_symlink())
    tried = room.run("/opt/juosta/kiosk", "--self-test", HOME="/tmp")
    told.that("from the .rpm: READY", holds=tried.stdout.startswith("READY"), why=tried.stderr)
    (place / CONFIG).write_text(MINE, encoding="utf-8")
    content = place / "var" / "lib" / "juosta" / "mine"
    content.write_bytes(b"content")
    held, why = rpm.does("-U", "--nodeps", str(newer))
    told.that("rpm upgrades", holds=held and rpm.version() == NEWER, why=why)
    there = (place / CONFIG).read_text(encoding="utf-8") == MINE and content.exists()
    told.that("settings and content are kept", holds=there and (place / WANTS).is_symlink())
    done = rpm("-U", "--nodeps", str(older))
    held = done.returncode != 0 and "is already installed" in done.stderr
    told.that("rpm refuses what is older", holds=held and rpm.version() == NEWER, why=done.stderr)
    held, why = rpm.does("-e", "--nodeps", "juosta")
    told.that("rpm removes", holds=held, why=why)
    left = sorted(path for path in room.files() - before if "juosta" in path)
    kept = ("var/lib/juosta", "etc/juosta", "tmp/")  # the self-test had its home in /tmp
    mine = [path for path in left if not path.startswith(kept)]
    told.that("only settings and content are left", holds=not mine, why="\n".join(left))
    told.that("no service starts any more", holds=not (place / WANTS).is_symlink())


def _made(version: str) -> Path:
    return package.package(ROOT / "dist" / "juosta", version, STICKS, ("rpm",))[0]
