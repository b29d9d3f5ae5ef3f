"""Small real file systems in memory, to be filled up. Only root may mount them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(place: Path, options: str) -> Iterator[Path]:
    """A file system in a new folder; skips the test where none can be mounted."""
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError as error:
        pytest.skip(f"there is no mount: {error}")
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@contextmanager
def write_protected(folder: Path) -> Iterator[None]:
    """A folder that nobody can write to while the block runs, not even root."""
    subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)
    try:
        words = ["mount", "-o", "remount,bind,ro", str(folder)]
        subprocess.run(words, check=True)
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
