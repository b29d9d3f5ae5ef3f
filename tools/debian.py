"""The Debian packages that Qt and the tests need, and the way to get the missing ones.

`python3 -m tools.debian` gets those of the long tests of the lock-down. Runs with the system's own
Python before anything is installed: standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping

QT = (
    "libbrotli1",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libx11-6",
    "libxkbcommon0",
)
X11 = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
WAYLAND = ("libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
BUILD = ("apt-utils", "binutils", "debootstrap", "dpkg-dev", "gpg", "gpg-agent", "zstd")
TESTS = ("at-spi2-core", "dbus", "git", "libgl1-mesa-dri", "xauth", "xdotool", "xvfb")
COMPOSITOR = ("gcc", "libc6-dev", "libweston-10-dev", "weston")
"""For the tests under the stand's compositor, which are skipped where it is missing or another."""

LOCK_DOWN = (
    "strace",
    "systemd",
    "weston",
    "x11-xkb-utils",
    "xserver-xorg-core",
    "xserver-xorg-video-dummy",
)
"""For the long attempts to get out of the kiosk only: `python3 -m tools.debian`."""


class SetupError(Exception):
    """What a person has to do before the set-up can go on."""


def needed(level: str, environ: Mapping[str, str]) -> set[str]:
    """Names of the packages without which `level` ("run" or "test") cannot go on here."""
    names = set[str](QT)
    if level in ("test", "build") or environ.get("DISPLAY"):
        names.update(X11)
    if environ.get("WAYLAND_DISPLAY"):
        names.update(WAYLAND)
    names.update(_more(level))
    return names


def _more(level: str) -> tuple[str, ...]:
    """What only this level needs."""
    if level == "build":
        return (*BUILD, *WAYLAND)
    return TESTS if level == "test" else ()


def useful(level: str) -> set[str]:
    """Names of the packages to get when something is missing: for every kind of display at once."""
    return {*QT, *X11, *WAYLAND, *_more(level)}


def installed(names: Iterable[str]) -> set[str]:
    """Which of `names` dpkg knows as installed, under their own name or as another's provision."""
    wanted = set(names)
    have = _query(["${Package}"], sorted(wanted))
    if wanted - have:
        have |= _query(["${Package}", "${Provides}"], [])
    return wanted & have


def _query(fields: list[str], names: list[str]) -> set[str]:
    """The words in `fields` of every installed package (of `names` only, if there are any)."""
    form = "${db:Status-Status}\t" + " ".join(fields) + "\n"
    command = ["dpkg-query", "-W", "-f", form, *names]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    words: set[str] = set()
    for line in found.splitlines():
        status, _, rest = line.partition("\t")
        if status == "installed":
            words.update(rest.replace(",", " ").split())
    return words


def ensure(level: str, extra: Iterable[str] = ()) -> None:
    """Install what is missing, or raise SetupError with the one line to type."""
    if shutil.which("dpkg-query") is None:
        return  # not a Debian: the libraries have other names there, Qt will say what it misses
    required = {*needed(level, os.environ), *extra}
    if required <= installed(required):
        return
    wanted = required | useful(level)
    missing = sorted(wanted - installed(wanted))
    prefix = _privilege()
    if prefix is None:
        raise SetupError(f"Debian packages are missing. Type this line:\n\n  {_line(missing)}")
    print(f"==> Debian packages: {' '.join(missing)}", flush=True)
    _apt(prefix, "update")
    if level == "test" and _is_known(COMPOSITOR):
        missing += COMPOSITOR
    if not _apt(prefix, "install", "-y", "--no-install-recommends", *missing):
        raise SetupError(
            f"The packages could not be installed (see above). By hand:\n\n  {_line(missing)}"
        )


def _privilege() -> list[str] | None:
    """The words before apt-get: none for root, sudo when it asks nothing; None when neither."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    silent = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [sudo, "-n"] if silent.returncode == 0 else None


def _apt(prefix: list[str], *words: str) -> bool:
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *words]
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode == 0


def _is_known(names: Iterable[str]) -> bool:
    """Whether apt could install all of them."""
    words = ["apt-get", "install", "--dry-run", *names]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def _line(missing: list[str]) -> str:
    """The command for a person without the rights: with sudo where there is one, else su."""
    apt = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(missing)}"
    if shutil.which("sudo"):
        return f"sudo sh -c '{apt}'"
    return f"su -c '{apt}'"


if __name__ == "__main__":
    try:
        ensure("test", LOCK_DOWN)
    except SetupError as problem:
        sys.exit(str(problem))
