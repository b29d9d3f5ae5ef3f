"""A small system of its own in a folder: made by debootstrap once, copied for each trial.

Needs root. What runs in it sees no network, no process of the machine, and of its screens only the
socket of a virtual one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ROOT / "build" / "rooms"
UBUNTU = ("jammy", "noble")
MIRROR = "JUOSTA_UBUNTU_MIRROR"
"""The variable that names where Ubuntu's packages are."""
_ENTER = """
mount -t proc proc "$1/proc"
mount -t tmpfs tmpfs "$1/dev"
for each in null zero full random urandom tty; do
    : >"$1/dev/$each"; mount --bind /dev/$each "$1/dev/$each"
done
mkdir -p "$1/dev/shm" "$1/dev/pts"
mount -t tmpfs tmpfs "$1/dev/shm"
mkdir -p "$1/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
if [ -n "$2" ]; then mkdir -p "$1/mnt"; mount --bind -o ro "$2" "$1/mnt"; fi
place=$1; shift 2
"""
_INSIDE = f'{_ENTER}exec chroot "$place" "$@"'
_OUTSIDE = f'{_ENTER}exec "$@"'
_ALONE = ("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child")


class Room:
    """One system; `stick` is a folder that it sees read-only as /mnt.

    With `megabytes` its disk is that small, and has to be given back with `close`.
    """

    def __init__(
        self, name: str, suite: str, *, megabytes: int = 0, also: tuple[str, ...] = ()
    ) -> None:
        self.place = ROOMS / name
        self.stick: Path | None = None
        self._mounted = megabytes > 0
        shutil.rmtree(self.place, ignore_errors=True)
        if megabytes:
            self.place.mkdir(parents=True)
            words = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", name, str(self.place)]
            subprocess.run(words, check=True)
        subprocess.run(["cp", "-a", f"{base(suite, also)}/.", str(self.place)], check=True)

    def close(self) -> None:
        """Give the small disk back."""
        if self._mounted:
            subprocess.run(["umount", str(self.place)], check=True)
            self._mounted = False

    def words(self, *words: str, **environment: str) -> list[str]:
        """The command that runs another one inside."""
        inside = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", **environment}
        variables = [f"{name}={value}" for name, value in inside.items()]
        enter = ["sh", "-ec", _INSIDE, "enter", str(self.place), str(self.stick or "")]
        return [*_ALONE, *enter, "env", "-i", *variables, *words]

    def beside(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a program of the machine on the files of the room, which is ready to be entered."""
        command = [*_ALONE, "sh", "-ec", _OUTSIDE, "beside", str(self.place), "", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def run(
        self, *words: str, text: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside to its end."""
        command = self.words(*words, **environment)
        return subprocess.run(command, input=text, capture_output=True, text=True, check=False)

    def start(self, *words: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start a command inside; it ends, with all its children, when it is killed."""
        log = (self.place.parent / f"{self.place.name}.log").open("ab")
        command = self.words(*words, **environment)
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def files(self) -> set[str]:
        """All paths of the system."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.place):
            inside = Path(folder).relative_to(self.place)
            found.update(str(inside / name) for name in (*folders, *names))
        return found


def base(suite: str, also: tuple[str, ...] = ()) -> Path:
    """A fresh minimal system of a release with some more packages, kept for the next time."""
    place = ROOMS / "base" / "+".join((suite, *also))
    if (place / "etc" / "os-release").exists():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    words = ["debootstrap", "--variant=minbase", suite, str(place)]
    if also:
        words.insert(2, f"--include={','.join(also)}")
    mirror = os.environ.get(MIRROR)
    if mirror and suite in UBUNTU:  # its keys are on no Debian machine; it is only looked at here
        words = [*words[:2], "--no-check-gpg", *words[2:], mirror]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        shutil.rmtree(place, ignore_errors=True)
        raise SystemExit(f"debootstrap could not make {suite}:\n{done.stdout[-800:]}{done.stderr}")
    return place
