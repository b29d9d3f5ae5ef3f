"""Packing and staging hold a few files at a time, never a bundle."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.fixtures import kiosk_files as make

pytest.importorskip("resource", reason="the peak of a process is read there")

PICTURES, SIDE = 20, 900
MOST_MORE = 25
CODE = """
import resource, sys
from pathlib import Path
from kiosk.store.admission import Policy
from kiosk.store.packing import Label, pack
from kiosk.store.staging import stage
source, folder = Path(sys.argv[1]), Path(sys.argv[2])
pack(source, folder / "x.kiosk", Label(1, "2026-01-01T00:00:00Z"))
stage(folder / "x.kiosk", folder / "as-file", Policy())
stage(source, folder / "as-folder", Policy())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def peak(source: Path, folder: Path) -> int:
    """The most megabytes that packing and staging a bundle have needed."""
    folder.mkdir()
    words = [sys.executable, "-c", CODE, str(source), str(folder)]
    root = Path(__file__).parents[3]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_a_large_bundle_needs_little_more_than_a_small_one(tmp_path: Path) -> None:
    small = make.write_folder(tmp_path / "small")
    large = make.write_folder(tmp_path / "large")
    for number in range(PICTURES):
        target = io.BytesIO()
        noise = Image.frombytes("RGB", (SIDE, SIDE), os.urandom(3 * SIDE * SIDE))
        noise.save(target, "PNG", compress_level=0)
        (large / "assets" / f"n{number}.png").write_bytes(target.getvalue())
    more = peak(large, tmp_path / "a") - peak(small, tmp_path / "b")
    assert more < MOST_MORE
