"""The machine under the stand: fonts, sound, disk, clock, and whether it falls asleep."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk import durable, icons
from kiosk.doctor.findings import Finding
from kiosk.guard import panel, wallclock
from kiosk.keeping import LastBelieved
from kiosk.paths import Places
from kiosk.said import said
from kiosk.settings import Settings

MEGABYTE = 1_000_000
LITTLE_MEGABYTES = 2000
FEW_MEGABYTES = 300
FEW_FILES = 1000
_FONTS = ("font_manrope", "fontpkg_noto_sans_arabic")
_FONT_STARTS = (b"\x00\x01\x00\x00", b"OTTO", b"true")


@dataclass(frozen=True)
class System:
    """Where the facts come from: the root of the files, the clock, the saver of the screen."""

    root: Path = Path("/")
    wall: Callable[[], float] = time.time
    saver_seconds: Callable[[], int | None] = panel.saver_seconds


def look(places: Places, settings: Settings, system: System) -> Iterator[Finding]:
    """All about the machine."""
    yield _fonts()
    yield Finding("sound", "green", "none: this kiosk makes no sound")
    yield _disk(places)
    yield _clock(places, settings, system)
    yield from _sleep(system)


def _fonts() -> Finding:
    fix = said("Install the program again.")
    for name in _FONTS:
        files = _font_files(name)
        broken = [path.name for path in files if not _is_font(path)]
        if broken or not files:
            font = broken[0] if broken else name
            words = said("The font {name} cannot be read.", name=font)
            return Finding("fonts", "red", words, fix)
    try:
        count = len(icons.glyphs())
    except (icons.IconsMissingError, OSError, ValueError):
        return Finding("fonts", "red", said("The icons cannot be read."), fix)
    return Finding("fonts", "green", f"all there, with {count} icons")


def _font_files(package: str) -> list[Path]:
    frozen = Path(str(getattr(sys, "_MEIPASS", ""))) / package
    if getattr(sys, "_MEIPASS", None) and frozen.is_dir():
        return sorted((frozen / "files").glob("*.ttf"))
    spec = importlib.util.find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return [path for each in folders for path in sorted((Path(each) / "files").glob("*.ttf"))]


def _is_font(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in _FONT_STARTS
    except OSError:
        return False


def _disk(places: Places) -> Finding:
    place = next((each for each in (places.state, *places.state.parents) if each.is_dir()), None)
    if place is None:
        words = said("There is no {folder}.", folder=places.state)
        return Finding("disk", "red", words, said("Is its disk plugged in?"))
    try:
        if places.state.is_dir():
            durable.write_fleeting(places.state / "doctor.tmp", b"can be written")
            (places.state / "doctor.tmp").unlink()
        free = shutil.disk_usage(place).free // MEGABYTE
        files = os.statvfs(place).f_favail if hasattr(os, "statvfs") else FEW_FILES
    except PermissionError:
        words = said(
            "{folder} belongs to another user, so it was not looked at.", folder=places.state
        )
        fix = said("Do this as the user of the kiosk, or with sudo.")
        return Finding("disk", "amber", words, fix)
    except OSError as error:
        words = said(
            "{folder} cannot be written ({reason}).", folder=places.state, reason=error.strerror
        )
        fix = said("Start the stand again; if that does not help, its disk has to be checked.")
        return Finding("disk", "red", words, fix)
    fix = said("Remove what is not needed.")
    if free < FEW_MEGABYTES or 0 < files < FEW_FILES:
        words = said("{free} MB are free on the disk.", free=free)
        return Finding("disk", "red", words, fix, "E192")
    if free < LITTLE_MEGABYTES:
        words = said(
            "{free} MB are free on the disk; new content needs up to {most} MB.",
            free=free,
            most=LITTLE_MEGABYTES,
        )
        return Finding("disk", "amber", words, fix)
    return Finding("disk", "green", f"{free / 1000:.0f} GB free")


def _clock(places: Places, settings: Settings, system: System) -> Finding:
    wall = system.wall()
    shown = wallclock.shown(wall)
    fix = said("Set date and time of the computer; a new battery keeps them.")
    if wallclock.impossible(wall):
        words = said("The clock shows {time}, which cannot be.", time=shown)
        return Finding("clock", "red", words, fix)
    if wall < LastBelieved(places.clock).read() - wallclock.DAY_SECONDS:
        words = said("The clock shows {time}, and has shown a later day before.", time=shown)
        return Finding("clock", "red", words, fix)
    planned = any(settings.hours.week) or settings.hours.dates
    if planned and time.localtime(wall).tm_zone in {"UTC", "Etc/UTC"}:
        words = said(
            "The clock shows {time}, the time of Greenwich; the opening hours are kept by it.",
            time=shown,
        )
        return Finding("clock", "amber", words, "timedatectl set-timezone Europe/Paris")
    return Finding("clock", "green", f"{shown} {time.localtime(wall).tm_zone}")


def _sleep(system: System) -> Iterator[Finding]:
    """Whether machine or screen go dark by themselves."""
    if not (system.root / "run/systemd/system").is_dir():
        words = said("Whether this computer falls asleep cannot be seen from here.")
        fix = said("Switch sleep off in the settings of the system.")
        yield Finding("sleep", "amber", words, fix)
    elif _never_sleeps(system.root):
        yield Finding("sleep", "green", "switched off")
    else:
        words = said("This computer may fall asleep.")
        fix = "systemctl mask sleep.target suspend.target hibernate.target"
        yield Finding("sleep", "amber", words, fix)
    seconds = system.saver_seconds()
    if seconds:
        words = said("The screen goes dark after {seconds} s.", seconds=seconds)
        yield Finding("screen saver", "red", words, "xset s off -dpms")
    elif seconds == 0:
        yield Finding("screen saver", "green", "switched off")


def _never_sleeps(root: Path) -> bool:
    mask = root / "etc/systemd/system/sleep.target"
    if mask.is_symlink() and os.readlink(mask) == "/dev/null":  # noqa: PTH115 - as it stands there
        return True
    files = [
        path
        for folder in ("usr/lib", "etc")
        for path in sorted((root / folder / "systemd/sleep.conf.d").glob("*.conf"))
    ]
    allowed = True
    for path in [root / "etc/systemd/sleep.conf", *files]:
        try:
            lines = path.read_text().splitlines()
        except (OSError, ValueError):
            continue
        for line in lines:
            key, _, value = line.partition("=")
            if key.strip() == "AllowSuspend":
                allowed = value.strip().lower() not in {"no", "false", "0", "off"}
    return not allowed
