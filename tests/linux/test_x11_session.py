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


OUTPUTS = "/sys/class/drm"
SLEEP = """#!/bin/sh
[ "$1" = 1 ] || exec /bin/sleep "$@"
echo >>"$RUNTIME_DIRECTORY/waited"
[ "$(wc -l <"$RUNTIME_DIRECTORY/waited")" != 3 ] || "$RUNTIME_DIRECTORY/../after-three"
"""


def begun(tmp_path: Path, after_three: str = "true") -> subprocess.Popen[bytes]:
    """The script, begun in a folder of its own; its seconds pass at once."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, line in HELPERS.items():
        _program(programs / name, f"#!/bin/sh\n{line}\n")
    _program(programs / "Xorg", SERVER)
    _program(programs / "sleep", SLEEP)
    _program(tmp_path / "after-three", f"#!/bin/sh\n{after_three}\n")
    script = tmp_path / "session"
    words = text("usr/lib/juosta/x11-session")
    for place, ours in {XORG: programs / "Xorg", OUTPUTS: tmp_path / "drm"}.items():
        assert place in words
        words = words.replace(place, str(ours))
    script.write_text(words, encoding="utf-8")
    (tmp_path / "run").mkdir()
    around = {
        "RUNTIME_DIRECTORY": str(tmp_path / "run"),
        "PATH": f"{programs}:{os.environ['PATH']}",
    }
    return subprocess.Popen(["sh", str(script)], env=around)


def _program(path: Path, text: str) -> None:
    path.write_text(text, encoding="ascii")
    path.chmod(0o755)


def test_says_when_it_is_ready_and_where(tmp_path: Path) -> None:
    """First the way to the screen, then that there is one; and it ends with its server."""
    run, session = tmp_path / "run", begun(tmp_path)
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


@pytest.mark.parametrize(
    ("outputs", "later", "seconds"),
    [
        ({}, "", 0),
        ({"HDMI-A-1": "connected"}, "", 0),
        ({"DP-1": "disconnected", "VGA-1": "unknown"}, "", 0),
        ({"DP-1": "disconnected", "HDMI-A-1": "disconnected"}, "HDMI-A-1", 3),
        ({"DP-1": "disconnected", "Writeback-1": "unknown"}, "", 20),
    ],
)
def test_a_screen_may_come_up_later_than_the_computer(
    tmp_path: Path, outputs: dict[str, str], later: str, seconds: int
) -> None:
    """Xorg begins with the first one that there is, or without any when time is up."""
    for name, status in outputs.items():
        output = tmp_path / "drm" / f"card0-{name}"
        output.mkdir(parents=True)
        (output / "status").write_text(f"{status}\n", encoding="ascii")
    plugged = f"echo connected >{tmp_path}/drm/card0-{later}/status" if later else "true"
    run, session = tmp_path / "run", begun(tmp_path, plugged)
    try:
        until("Xorg to begin", (run / "words").exists)
    finally:
        session.kill()
        session.wait(5)
    waited = (run / "waited").read_text(encoding="ascii") if (run / "waited").exists() else ""
    assert waited.count("\n") == seconds
    assert seconds < float(unit("juosta-x11.service")["Service"]["TimeoutStartSec"][0]) - 5


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
