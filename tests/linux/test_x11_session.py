"""The script of the X11 session, with programs of our own in the place of Xorg and its helpers."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.e2e.driver.waiting import until
from tests.linux.tree import text

XORG = "/usr/lib/xorg/Xorg"
SERVER = """#!/bin/sh
echo "$@" >"$RUNTIME_DIRECTORY/words"
echo 7 >&3
trap 'echo ended >"$RUNTIME_DIRECTORY/ended"; exit 0' TERM
while :; do sleep 0.05; done
"""
HELPERS = {
    "mcookie": "echo c0ffee",
    "xauth": 'echo "$@" >"$3"',
}


@pytest.fixture
def session(tmp_path: Path) -> subprocess.Popen[bytes]:
    """The script, begun in a folder of its own."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, line in {**HELPERS, "Xorg": ""}.items():
        program = programs / name
        program.write_text(SERVER if name == "Xorg" else f"#!/bin/sh\n{line}\n", encoding="ascii")
        program.chmod(0o755)
    script = tmp_path / "session"
    assert XORG in text("usr/lib/juosta/x11-session")
    words = text("usr/lib/juosta/x11-session").replace(XORG, str(programs / "Xorg"))
    script.write_text(words, encoding="utf-8")
    (tmp_path / "run").mkdir()
    around = {
        "RUNTIME_DIRECTORY": str(tmp_path / "run"),
        "PATH": f"{programs}:{os.environ['PATH']}",
    }
    return subprocess.Popen(["sh", str(script)], env=around)


def test_says_when_it_is_ready_and_where(session: subprocess.Popen[bytes], tmp_path: Path) -> None:
    """First the way to the screen, then that there is one; and it ends with its server."""
    run = tmp_path / "run"
    try:
        until("the script to say where the screen is", (run / "environment").exists)
        assert (run / "environment").read_text(encoding="ascii").splitlines() == [
            "QT_QPA_PLATFORM=xcb", "DISPLAY=:7", f"XAUTHORITY={run / 'Xauthority'}",
        ]  # fmt: skip
        assert "c0ffee" in (run / "Xauthority").read_text(encoding="ascii")
        words = (run / "words").read_text(encoding="ascii")
        assert f"-auth {run / 'Xauthority'}" in words
        assert "-nolisten tcp" in words
    finally:
        session.send_signal(signal.SIGTERM)
        session.wait(5)
    until("the server to end", (run / "ended").exists)
