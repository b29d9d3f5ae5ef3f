"""Sticks for the trials: of two versions, signed with keys made for them, and broken on purpose."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from kiosk import __version__
from tests.packaging.room import ROOMS, ROOT

STICKS = ROOMS / "sticks"
NEWER = f"{__version__}.1"
SUMS = "SHA256SUMS"


class Publisher:
    """Somebody who signs sticks, with a new key of gpg's in a keyring of its own."""

    def __init__(self, name: str) -> None:
        self.home = STICKS / f"keys of {name}"
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True, mode=0o700)
        self._environment = {**os.environ, "GNUPGHOME": str(self.home)}
        self._gpg("--passphrase", "", "--quick-generate-key", f"{name} <{name}@localhost>")
        told = self._gpg("--with-colons", "--list-keys")
        fingerprints = [line.split(":")[9] for line in told.splitlines() if line[:3] == "fpr"]
        self.number = fingerprints[0]

    def _gpg(self, *words: str) -> str:
        command = ["gpg", "--batch", "--yes", "--quiet", *words]
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    def make(self, version: str, *more: str) -> Path:
        """A stick that the tool itself signs; its folder."""
        return make(version, "--sign", self.number, *more, **self._environment)

    def sign(self, stick: Path) -> None:
        """Sign the sums of a stick as they stand on it."""
        sums = stick / SUMS
        self._gpg("--output", f"{sums}.sig", "--detach-sign", str(sums))

    def forget(self) -> None:
        """End gpg's agent."""
        words = ["gpgconf", "--kill", "gpg-agent"]
        subprocess.run(words, env=self._environment, check=False)


@contextmanager
def publisher(name: str) -> Generator[Publisher]:
    """A publisher for the length of a trial."""
    someone = Publisher(name)
    try:
        yield someone
    finally:
        someone.forget()


def make(version: str, *more: str, **environment: str) -> Path:
    """A stick of a version, its program packed loosely; its folder."""
    words = [sys.executable, "-m", "tools.stick", "--version", version, "--out", str(STICKS)]
    subprocess.run([*words, *more], cwd=ROOT, env={**os.environ, **environment}, check=True)
    return STICKS / f"juosta-stick-{version}"


def unpacked(stick: Path) -> Path:
    """The folder that comes out of the archive beside a stick."""
    place = STICKS / "unpacked"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    archive = stick.with_name(f"{stick.name}.tar.zst")
    subprocess.run(["tar", "--zstd", "-xf", str(archive), "-C", str(place)], check=True)
    return place / stick.name


def copy(stick: Path, name: str) -> Path:
    """A copy to be broken. Its files are the same ones: replace them, do not write into them."""
    place = STICKS / name
    shutil.rmtree(place, ignore_errors=True)
    subprocess.run(["cp", "-al", str(stick), str(place)], check=True)
    return place


def replace(file: Path, data: bytes) -> None:
    """Another file of the same name."""
    file.unlink(missing_ok=True)
    file.write_bytes(data)


def flip(file: Path) -> None:
    """Change one bit in the middle of a file."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    replace(file, bytes(data))


def package_in(stick: Path) -> Path:
    """The program's own package on a stick."""
    return next((stick / "debian").glob("juosta-*.deb"))


def sum_of(file: Path) -> str:
    """The sum of a file as it stands in the list."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
