"""Compares two built programs file by file: `python -m tools.alike dist/juosta build/again`."""

from __future__ import annotations

import argparse
import hashlib
import stat
import sys
from pathlib import Path


def listing(program: Path) -> dict[str, str]:
    """Of every file its kind, permissions, time and the sum of its bytes, by its place."""
    found: dict[str, str] = {}
    for path in sorted(program.rglob("*")):
        about = path.lstat()
        if path.is_symlink():
            what = f"link to {path.readlink()}"
        elif path.is_file():
            what = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            what = "folder"
        mode, moment = stat.filemode(about.st_mode), int(about.st_mtime)
        found[path.relative_to(program).as_posix()] = f"{mode} {moment} {what}"
    return found


def differences(first: Path, second: Path) -> list[str]:
    """What differs, a line for each file; empty when the two are the same."""
    here, there = listing(first), listing(second)
    lines: list[str] = []
    for name in sorted(here.keys() | there.keys()):
        if name not in there:
            lines.append(f"only in the first: {name}")
        elif name not in here:
            lines.append(f"only in the second: {name}")
        elif here[name] != there[name]:
            lines.append(f"differs: {name} ({here[name]} / {there[name]})")
    return lines


def main() -> int:
    """Print the differences; 0 when there are none, 2 when there is nothing to compare."""
    parser = argparse.ArgumentParser(prog="python -m tools.alike", description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    options = parser.parse_args()
    for folder in (options.first, options.second):
        if not (folder / "kiosk").is_file():
            print(f"There is no built program in {folder}.", file=sys.stderr)
            return 2
    lines = differences(options.first, options.second)
    print("\n".join(lines) or f"{len(listing(options.first))} entries, all the same.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
