"""Sessions for a machine without console and graphics card: what is changed in the stand's."""

from __future__ import annotations

from pathlib import Path

SESSION = "juosta-session.service"
X11 = "juosta-x11.service"
_NO_CONSOLE = """
StandardInput=null
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
"""
_WESTON = f"""
[Unit]
ConditionPathExists=
[Service]
Environment=DISPLAY=%s
BindReadOnlyPaths=/tmp/.X11-unix
ExecStart=
ExecStart=/usr/bin/weston --config=/etc/juosta/weston.ini --socket=%%t/juosta-session/wayland \\
    --backend=x11-backend.so --use-pixman --width=1280 --height=720
{_NO_CONSOLE}"""
_XORG = """#!/bin/sh
echo %s >&3
exec sleep infinity
"""


def give_screen(place: Path, display: str) -> None:
    """Weston shows as a window of the virtual screen `display`."""
    _add(place, SESSION, _WESTON % display)


def give_xorg(place: Path, display: str) -> None:
    """The session of Xorg instead of Weston's; the server is a stand-in that names `display`."""
    server = place / "usr/lib/xorg/Xorg"
    server.parent.mkdir(parents=True, exist_ok=True)
    server.write_text(_XORG % display.lstrip(":"), encoding="ascii")
    server.chmod(0o755)
    _add(place, X11, f"[Unit]\nConditionPathExists=\n[Service]{_NO_CONSOLE}")


def _add(place: Path, unit: str, text: str) -> None:
    added = place / "etc/systemd/system" / f"{unit}.d" / "trial.conf"
    added.parent.mkdir(parents=True)
    added.write_text(text, encoding="ascii")
