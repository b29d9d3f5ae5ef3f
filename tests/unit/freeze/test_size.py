"""The table of sizes and the comparison of two builds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools import alike, size


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "juosta"
    for name, length in (
        ("kiosk", 10),
        ("_internal/PySide6/Qt/lib/libQt6Core.so.6", 300),
        ("_internal/PySide6/Qt/lib/libicudata.so.73", 40),
        ("_internal/kiosk/factory/content.json", 5000),
        ("_internal/fallback/libGL.so.1", 7),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * length)
    (folder / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    return folder


def test_files_are_counted_once_and_in_their_group(program: Path) -> None:
    sizes = size.measure(program)
    assert sizes["Qt: libraries"] == 300
    assert sizes["Qt: unicode data (ICU)"] == 40
    assert sizes[size.CONTENT] == 5000
    assert sizes["libraries for bare systems"] == 7
    assert sum(sizes.values()) == 5357


def test_what_is_too_large_is_named_with_its_limit() -> None:
    assert size.too_large(145_000_000, [("juosta.deb", 45_000_000)]) == []
    words = size.too_large(145_200_000, [("juosta.deb", 46_000_000)])
    assert words == [
        "the folder takes 145.2 MB; 145 MB are allowed",
        "juosta.deb takes 46.0 MB; 45 MB are allowed",
    ]


def test_the_same_build_has_no_differences(program: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(program, again, symlinks=True)
    assert alike.differences(program, again) == []


def test_a_byte_a_permission_and_a_missing_file_are_found(program: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(program, again, symlinks=True)
    (again / "kiosk").write_bytes(b"y" * 10)
    (again / "_internal/fallback/libGL.so.1").unlink()
    (again / "_internal/kiosk/factory/content.json").chmod(0o600)
    found = alike.differences(program, again)
    files = [line.partition(" (")[0] for line in found if not line.count("folder")]
    assert files == [
        "only in the first: _internal/fallback/libGL.so.1",
        "differs: _internal/kiosk/factory/content.json",
        "differs: kiosk",
    ]
