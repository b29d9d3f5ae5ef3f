"""Bake the shaders that the QML uses: every `*.frag` below `kiosk/qml` gets a `.qsb` beside it.

The baker comes with PySide6 and writes the same bytes for the same source. OpenGL is the only
interface to the GPU that the kiosk asks for, so the others' languages are left out.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from tools.qml import program

QML = Path("kiosk/qml/Kiosk")
LANGUAGES = "100 es,300 es,120,150"
"""GLSL for small and large OpenGL, old and new."""


def baked(source: Path) -> Path:
    """Where the baked form of a shader lies."""
    return source.with_name(source.name + ".qsb")


def write_shaders(root: Path) -> None:
    """Bake all shaders below the repository's root."""
    for source in sorted((root / QML).rglob("*.frag")):
        command = [program("qsb"), "--glsl", LANGUAGES, "-o", baked(source), source]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not baked(source).is_file():
            raise SystemExit(f"{source.relative_to(root)}: {done.stdout}{done.stderr}")
