"""The stick in a clean Debian 12 without Python and network: from installation to removal."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from kiosk import __version__
from tests.packaging import glass, guide, refused, rpm, sticks
from tests.packaging.room import Room
from tests.packaging.shown import AS_KIOSK, everywhere, log_of
from tests.packaging.sticks import NEWER, Publisher
from tests.packaging.told import Told
from tests.packaging.typed import Typed

APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y")
ANSWERS = f"site = riga\nlanguage = lt\nrotation = 0\npin = {guide.PIN}\n"
MENU = """#!/bin/sh
GRUB_TIMEOUT=5
for each in /etc/default/grub.d/*.cfg; do [ ! -e "$each" ] || . "$each"; done
echo "timeout=$GRUB_TIMEOUT" >/boot/grub/grub.cfg
"""
"""What a room has in place of GRUB, which needs a disk to be installed on."""


def trial(told: Told, suite: str) -> None:
    """All of it, with sticks of a publisher and of somebody else."""
    shutil.rmtree(sticks.STICKS, ignore_errors=True)
    with sticks.publisher("ours") as ours, sticks.publisher("stranger") as stranger:
        older = packed(told, ours)
        newer = sticks.make(NEWER, "--quick", "--no-archive")
        refused.no_room(told, suite, older)
        room = Room(f"stick-{suite}", suite)
        (room.place / "answers.txt").write_text(ANSWERS, encoding="utf-8")
        _give_menu(room)
        before = room.files()
        refused.trial(told, room, older)
        if not _installs(told, room, older, ours):
            return
        with glass.screen() as display:
            room.stick = older
            refused.running(told, room, display)
        everywhere(told, room)
        refused.strangers(told, room, newer, stranger)
        ours.sign(newer)
        _upgrades(told, room, newer)
        refused.older(told, room, older)
        _removal(told, room, before)
        rpm.trial(told, room)


def _give_menu(room: Room) -> None:
    program = room.place / "usr" / "sbin" / "update-grub"
    program.write_text(MENU, encoding="ascii")
    program.chmod(0o755)
    (room.place / "boot" / "grub").mkdir()
    (room.place / "boot" / "grub" / "grub.cfg").touch()
    (room.place / "etc" / "default" / "grub.d").mkdir(parents=True)
    room.run("update-grub")


def _menu(room: Room) -> str:
    return (room.place / "boot" / "grub" / "grub.cfg").read_text(encoding="ascii").strip()


def packed(told: Told, publisher: Publisher) -> Path:
    """A signed stick as it comes out of its archive."""
    made = publisher.make(__version__, "--quick")
    opened = sticks.unpacked(made)
    compared = subprocess.run(["diff", "-r", made, opened], capture_output=True, check=False)
    same = compared.returncode == 0
    told.that("the archive unpacks to the same stick", holds=same, why=compared.stdout.decode())
    for language in ("en", "lt"):
        page = (opened / f"guide-{language}.html").read_text(encoding="utf-8")
        told.that(
            f"the number of the key is on the guide ({language})", holds=publisher.number in page
        )
    return opened


def _installs(told: Told, room: Room, stick: Path, publisher: Publisher) -> bool:
    """By the lines of the guide, typed at a terminal."""
    room.stick = stick.parent
    person = Typed(room.words("sh", "-c", guide.line(stick, "sh /mnt/"), TERM="linux"))
    try:
        for question, reply in guide.ASKED:
            person.answer(question, reply)
        code = person.end()
    except TimeoutError as odd:
        person.kill()
        code, person.said = 1, str(odd)
    said = person.said + log_of(room)
    if not told.that("the stick installs by the guide", holds=code == 0, why=said):
        return False
    told.that("the self-test is READY", holds="READY" in person.said, why=said)
    told.that("it says Done", holds="Done." in person.said, why=said)
    told.that("it says whose stick it is", holds=f"Signed by {publisher.number}" in said, why=said)
    told.that("the code is never seen", holds=guide.PIN not in said)
    shown = room.run(*AS_KIOSK, "/opt/juosta/kiosk", "config", "show").stdout
    told.that("the answers are the settings", holds="riga" in shown and "lt" in shown, why=shown)
    told.that("the machine starts without a menu", holds=_menu(room) == "timeout=0")
    return True


def _upgrades(told: Told, room: Room, newer: Path) -> None:
    kept = _content(room), _settings(room)
    room.stick = newer
    done = room.run("sh", "/mnt/install.sh", "--answers", "/answers.txt")
    why = done.stdout + done.stderr + log_of(room)
    told.that("a newer stick upgrades", holds=done.returncode == 0, why=why)
    now = room.run("dpkg-query", "-W", "-f", "${Version}", "juosta").stdout
    told.that("the newer version is there", holds=now == NEWER, why=now)
    same = kept == (_content(room), _settings(room))
    told.that(f"content {kept[0]} and settings are kept", holds=same and bool(kept[0]))


def _content(room: Room) -> list[str]:
    told = room.run(*AS_KIOSK, "/opt/juosta/kiosk", "versions", "--json").stdout
    return [version["id"] for version in json.loads(told)["versions"]]


def _settings(room: Room) -> str:
    return (room.place / "var/lib/juosta/settings.toml").read_text(encoding="utf-8")


def _services(room: Room) -> list[Path]:
    return list((room.place / "etc/systemd/system").rglob("juosta*.service"))


def _removal(told: Told, room: Room, before: set[str]) -> None:
    room.stick = None
    kept = _settings(room)
    done = room.run(*APT, "remove", "juosta")
    told.that("the package is removed", holds=done.returncode == 0, why=done.stdout + done.stderr)
    told.that("settings stay after a removal", holds=kept == _settings(room))
    gone = not (room.place / "opt" / "juosta").exists()
    told.that("program and services are gone", holds=gone and not _services(room))
    told.that("the machine starts with its menu again", holds=_menu(room) == "timeout=5")
    done = room.run(*APT, "purge", "juosta")
    told.that("the package is purged", holds=done.returncode == 0, why=done.stdout + done.stderr)
    rests = sorted(path for path in room.files() - before if "juosta" in path)
    told.that("no file is left", holds=not rests, why="\n".join(rests))
    units = "etc/systemd/system/default.target"
    same = (room.place / units).is_symlink() == (units in before)
    told.that("the machine starts as it did before", holds=same)
    people = [(room.place / "etc" / name).read_text() for name in ("passwd", "group")]
    told.that("no user is left", holds=not any("juosta" in text for text in people))
