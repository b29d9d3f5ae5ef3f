"""Which C library the libraries need, and the words of start.sh where it is older."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.freeze import finish, glibc

SAID = """
/p/_internal/libz.so.1:     file format elf64-x86-64

Version References:
  required from libc.so.6:
    0x06969194 0x00 03 GLIBC_2.14
    0x09691a75 0x00 02 GLIBC_2.2.5

/p/with space/x.so:     file format elf64-x86-64

Version References:
  required from libstdc++.so.6:
    0x056bafd3 0x00 04 CXXABI_1.3
  required from libc.so.6:
    0x09691a75 0x00 02 GLIBC_2.9
    0x06969190 0x00 05 GLIBC_2.10

/p/nothing.so:     file format elf64-x86-64
"""


def test_the_newest_version_of_each_library_counts() -> None:
    assert dict(glibc.parse(SAID)) == {
        "/p/_internal/libz.so.1": "2.14",
        "/p/with space/x.so": "2.10",
    }


def test_a_real_program_is_asked(tmp_path: Path) -> None:
    (tmp_path / "kiosk").write_bytes(Path(sys.executable).resolve().read_bytes())
    (tmp_path / "text").write_text("no library", encoding="ascii")
    found = glibc.needs(tmp_path)
    assert list(found) == ["kiosk"]
    assert glibc.key(found["kiosk"]) >= (2, 2)


def test_what_needs_more_than_is_promised_is_named() -> None:
    found = {
        "kiosk": "2.9",
        "_internal/libpython.so": "2.35",
        "_internal/fallback/libexpat.so.1": "2.36",
        "_internal/libnew.so": "2.36",
    }
    assert glibc.too_new(found) == ["_internal/libnew.so needs glibc 2.36; 2.35 is promised"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A portable folder whose program only says that it was started."""
    program = tmp_path / "my folder"
    (program / "_internal" / "fallback").mkdir(parents=True)
    (program / "_internal" / "fallback" / "order").touch()
    (program / "_internal" / "kiosk" / "qml").mkdir(parents=True)
    finish.starter(program)
    (program / "kiosk").write_text('#!/bin/sh\necho "runs: $*"\n', encoding="ascii")
    (program / "kiosk").chmod(0o755)
    return program


def _start(folder: Path, *words: str, **programs: str) -> tuple[int, str]:
    place = folder.parent / "programs"
    place.mkdir(exist_ok=True)
    for name, body in {"getconf": "echo glibc 2.36", **programs}.items():
        (place / name).write_text(f"#!/bin/sh\n{body}\n", encoding="ascii")
        (place / name).chmod(0o755)
    done = subprocess.run(
        ["sh", str(folder / "start.sh"), *words],
        env={"PATH": f"{place}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_start_starts_the_kiosk_where_it_fits(folder: Path) -> None:
    assert _start(folder) == (0, "runs: run\n")
    assert _start(folder, "--self-test") == (0, "runs: --self-test\n")


@pytest.mark.parametrize(
    ("program", "body", "words"),
    [
        ("getconf", "echo glibc 2.31", "is 2.31; 2.35 or newer is needed"),
        ("getconf", "echo glibc 2.9", "is 2.9; 2.35 or newer is needed"),
        ("getconf", "exit 1", "has not the C library glibc"),
        ("uname", "echo aarch64", "this machine is aarch64"),
    ],
)
def test_start_says_why_it_does_not_fit(folder: Path, program: str, body: str, words: str) -> None:
    code, said = _start(folder, **{program: body})
    assert code == 1
    assert said.startswith("Not started: ")
    assert words in said
    assert "runs:" not in said


def test_start_knows_a_folder_that_is_not_whole(folder: Path) -> None:
    (folder / "_internal" / "fallback" / "order").unlink()
    code, said = _start(folder)
    assert code == 1
    assert "was not copied whole" in said


def test_only_the_two_programs_of_a_folder_are_programs(folder: Path) -> None:
    library = folder / "_internal" / "libx.so"
    library.write_bytes(b"\x7fELF")
    library.chmod(0o755)
    (folder / "start.sh").chmod(0o600)
    finish.same_times(folder, 1_000_000)
    assert [(folder / name).stat().st_mode & 0o777 for name in ("kiosk", "start.sh")] == [0o755] * 2
    assert library.stat().st_mode & 0o777 == 0o644
    assert {path.stat().st_mtime for path in folder.rglob("*")} == {1_000_000}
