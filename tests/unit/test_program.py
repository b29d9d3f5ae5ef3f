"""The program starts itself again: by its Python, or frozen as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __version__, program


def test_a_checkout_starts_its_own_package(tmp_path: Path) -> None:
    words = program.command("--version")
    told = subprocess.run(words, cwd=program.FOLDER, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == f"juosta {__version__}"


def test_a_frozen_program_is_its_own_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/juosta/kiosk")
    monkeypatch.setattr(sys, "argv", ["kiosk", "run", "--unlocked"])
    assert program.command("rehearse", "stand") == ["/opt/juosta/kiosk", "rehearse", "stand"]
    assert program.same_again() == ["/opt/juosta/kiosk", "run", "--unlocked"]


def test_a_checkout_keeps_the_options_of_its_python() -> None:
    code = "from kiosk import program; print(program.same_again())"
    words = [sys.executable, "-X", "dev", "-c", code, "run"]
    told = subprocess.run(words, cwd=program.FOLDER, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == str(words)


def test_the_name_of_opengl_is_asked_of_a_child_of_the_program() -> None:
    words = program.command("probe")
    done = subprocess.run(
        words,
        cwd=program.FOLDER,
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1  # a name, or nothing where there is no OpenGL
