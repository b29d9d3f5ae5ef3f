"""What is done to the folder that PyInstaller leaves: QML bytecode, a small ICU, equal times.

The last step makes two builds of the same commit the same: permissions and times of all files come
from the commit, not from the moment of the build.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.freeze import allowed, glibc, icu, parts

PARTS = "_internal"
"""PyInstaller's folder of everything but the program file."""
STARTER = parts.ROOT / "build_spec" / "start.sh"
_WORKERS = 2
Progress = Callable[[int, int], None]


def qml_bytecode(program: Path, progress: Progress) -> None:
    """Compile each QML file to bytecode beside it, which Qt takes instead of compiling."""
    folder = program / PARTS / "kiosk" / "qml"
    sources = sorted(folder.rglob("*.qml"))
    compiler = parts.package_folder("PySide6") / "Qt" / "libexec" / "qmlcachegen"

    def compile_one(source: Path) -> None:
        inside = source.relative_to(folder).as_posix()
        words = [str(compiler), "--only-bytecode", "-o", f"{inside}c", inside]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{inside} was not compiled:\n{done.stderr}")

    with ThreadPoolExecutor(_WORKERS) as pool:
        for number, _ in enumerate(pool.map(compile_one, sources), 1):
            progress(number, len(sources))


def small_icu(program: Path) -> None:
    """Replace ICU's data by what Qt asks for (Linux; on Windows ICU belongs to the system)."""
    for library in sorted((program / PARTS / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")):
        icu.reduce(library)


def font_folder(program: Path) -> None:
    """Make the folder that Qt on Windows warns of when it draws out of sight and has none."""
    folder = program / PARTS / "PySide6" / "lib" / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    words = "The kiosk loads its own fonts. Qt looks for this folder.\n"
    (folder / "about.txt").write_text(words, encoding="ascii")


def fallback_order(program: Path) -> None:
    """Write down in which order the libraries for bare systems are loaded."""
    lines = "".join(f"{name}\n" for name in allowed.FALLBACK)
    (program / PARTS / "fallback" / "order").write_text(lines, encoding="ascii")


def starter(program: Path) -> None:
    """Lay start.sh beside the program; it says in words when a system is too old."""
    text = STARTER.read_text(encoding="ascii").replace("@GLIBC@", glibc.LEAST)
    (program / STARTER.name).write_text(text, encoding="ascii")


def same_times(program: Path, epoch: int) -> None:
    """Give files and folders the time of the commit and permissions that depend on nobody."""
    for folder, folders, files in os.walk(program, topdown=False):
        for name in files:
            path = Path(folder, name)
            if not path.is_symlink():
                runs = path.parent == program and path.name in ("kiosk", STARTER.name)
                path.chmod(0o755 if runs else 0o644)
            os.utime(path, (epoch, epoch), follow_symlinks=False)
        for name in folders:
            if not Path(folder, name).is_symlink():
                Path(folder, name).chmod(0o755)
                os.utime(Path(folder, name), (epoch, epoch))
    program.chmod(0o755)
    os.utime(program, (epoch, epoch))
