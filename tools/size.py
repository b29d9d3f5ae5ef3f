"""`make size`: what takes the space in the packaged program, and whether the limits are kept.

The content that comes along (kiosk/factory, kiosk/demo) is not counted: it is the stand's own.
Megabytes are millions of bytes.
"""

from __future__ import annotations

import argparse
import fnmatch
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
FOLDER_MOST = 145_000_000
PACKAGE_MOST = 45_000_000
CONTENT = "content, not counted"
GROUPS = (
    (CONTENT, ("kiosk/factory/*", "kiosk/demo/*")),
    ("Qt: unicode data (ICU)", ("*libicu*",)),
    ("Qt: libraries", ("PySide6/Qt/lib/*", "PySide6/Qt6*.dll")),
    ("Qt: plug-ins and QML modules", ("PySide6/Qt/*", "PySide6/plugins/*", "PySide6/qml/*")),
    ("Qt for Python", ("PySide6/*", "shiboken6/*")),
    ("signatures (cryptography)", ("cryptography/*", "_cffi_backend*")),
    ("pictures (Pillow)", ("PIL/*", "pillow.libs/*")),
    ("fonts and icons", ("font*/*", "qtawesome/*")),
    ("libraries for bare systems", ("fallback/*",)),
    ("kiosk: QML with its bytecode", ("kiosk/qml/*",)),
    ("kiosk: texts, maps, names", ("kiosk/*",)),
    ("Python", ("libpython*", "python3*", "base_library.zip", "lib-dynload/*")),
    ("libraries of the system", ("lib*.so*", "*.dll")),
    ("licences", ("licences/*", "*.md", "*.dist-info/*", "*.json", "LICENSE")),
)
"""A file belongs to the first group that has a pattern for it."""


def group_of(inside: str) -> str:
    """The group of a file by its place in the folder of parts; "kiosk" is the program file."""
    for name, patterns in GROUPS:
        if any(fnmatch.fnmatchcase(inside, pattern) for pattern in patterns):
            return name
    return "the program file with the code" if "/" not in inside else "other packages"


def measure(program: Path) -> dict[str, int]:
    """Bytes by group; links take none."""
    sizes: dict[str, int] = defaultdict(int)
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(program).as_posix().removeprefix("_internal/")
            sizes[group_of(inside)] += path.stat().st_size
    return dict(sizes)


def too_large(folder: int, packages: Iterable[tuple[str, int]]) -> list[str]:
    """What is over its limit, in words."""
    found = [("the folder", folder, FOLDER_MOST)]
    found += [(name, size, PACKAGE_MOST) for name, size in packages]
    return [
        f"{name} takes {size / 1e6:.1f} MB; {most / 1e6:.0f} MB are allowed"
        for name, size, most in found
        if size > most
    ]


def main() -> int:
    """Print the table; 1 when a limit is missed, 2 when nothing is built yet."""
    parser = argparse.ArgumentParser(prog="python -m tools.size", description=__doc__)
    parser.add_argument("--program", type=Path, default=ROOT / "dist" / "juosta")
    options = parser.parse_args()
    if not (options.program / "_internal").is_dir():
        print("Nothing is built yet: make build", file=sys.stderr)
        return 2
    sizes = measure(options.program)
    folder = sum(size for name, size in sizes.items() if name != CONTENT)
    content = sizes.pop(CONTENT, 0)
    table = Table("what", "MB", "share", title="The packaged program")
    for name, size in sorted(sizes.items(), key=lambda each: -each[1]):
        table.add_row(name, f"{size / 1e6:.1f}", f"{size / folder:.0%}")
    table.add_section()
    table.add_row("together", f"{folder / 1e6:.1f}", f"limit {FOLDER_MOST / 1e6:.0f}")
    table.add_row(CONTENT, f"{content / 1e6:.1f}", "")
    found = sorted((ROOT / "dist").glob("*.deb"))
    packages = [(path.name, path.stat().st_size) for path in found]
    for name, size in packages:
        table.add_row(name, f"{size / 1e6:.1f}", f"limit {PACKAGE_MOST / 1e6:.0f}")
    Console().print(table)
    missed = too_large(folder, packages)
    for words in missed:
        print(f"Too large: {words}.", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
