"""The script of the X11 session, with programs of our own in the place of Xorg and its helpers."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from pathlib import Path

import pytest

from tests.e2e.driver.waiting import until
from tests.linux.tree import text, unit

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


def waits(run: Path, server: int) -> subprocess.Popen[bytes]:
    """What systemd waits for before it calls the session ready."""
    (line,) = unit("juosta-x11.service")["Service"]["ExecStartPost"]
    assert "%t/" in line
    words = shlex.split(line.removeprefix("+").replace("%t", str(run)))
    return subprocess.Popen(words, env={"PATH": os.environ["PATH"], "MAINPID": str(server)})


def test_systemd_waits_for_a_server_that_lives(tmp_path: Path) -> None:
    """As long as it takes; then the session is ready."""
    (tmp_path / "juosta-session").mkdir()
    with subprocess.Popen(["sleep", "60"]) as server:
        waiting = waits(tmp_path, server.pid)
        try:
            with pytest.raises(subprocess.TimeoutExpired):
                waiting.wait(0.5)
            (tmp_path / "juosta-session/environment").write_text("DISPLAY=:7\n", encoding="ascii")
            assert waiting.wait(5) == 0
        finally:
            waiting.kill()
            server.kill()


def test_systemd_does_not_wait_for_a_server_that_has_ended(tmp_path: Path) -> None:
    """Else the screen stays dark for half a minute before each further try."""
    with subprocess.Popen(["true"]) as server:
        server.wait()
    waiting = waits(tmp_path, server.pid)
    try:
        assert waiting.wait(5) == 1
    finally:
        waiting.kill()
