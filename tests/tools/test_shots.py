"""The pictures that are laid beside the mock-ups: taken of the real program, in the right state."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tools.shots import SHOTS

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """The command, as `make shots` calls it."""
    return subprocess.run(
        [sys.executable, "-m", "tools.shots", *words],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_picture_has_a_number_and_a_name_of_its_own() -> None:
    names = [shot.name for shot in SHOTS]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"\d\d-[a-z-]+", name)] == []


@pytest.mark.parametrize(
    ("name", "size"), [("11-home-portrait", (1080, 1920)), ("21-safe-mode", (1920, 1080))]
)
def test_a_picture_has_its_size_and_shows_something(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    done = run("--out", str(tmp_path), "--only", name)
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(tmp_path / f"{name}.png") as picture:
        assert picture.size == size
        assert len(picture.convert("RGB").getcolors(2**24) or []) > 500


def test_pairs_are_laid_side_by_side(tmp_path: Path) -> None:
    mockups = tmp_path / "mockups"
    mockups.mkdir()
    Image.new("RGB", (1920, 1080), "#ff0000").save(mockups / "14-home-light.png")
    Image.new("RGB", (1920, 1080), "#ff0000").save(mockups / "99-unknown.png")
    out = tmp_path / "out"
    done = run("--out", str(out), "--only", "14", "--beside", str(mockups))
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(out / "beside" / "14-home-light.png") as pair:
        assert pair.width > 2 * 1920
        assert pair.getpixel((5, 5)) == (255, 0, 0)
        assert pair.getpixel((pair.width - 5, 5)) != (255, 0, 0)
    assert [path.name for path in (out / "beside").iterdir()] == ["14-home-light.png"]
    assert "99-unknown" not in (out / "index.html").read_text(encoding="utf-8")
