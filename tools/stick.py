"""`make stick`: one folder, and the same as .tar.zst, from which a stand is installed offline.

The package, every Debian package it needs, the first content, install.sh, a guide to print in two
languages, sums of all files and, with `--sign`, a signature over the sums.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kiosk import __version__, program
from kiosk.guard import pin
from tools import debs, package
from tools.build import PROGRAM, epoch
from tools.freeze import glibc
from tools.steps import Steps

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
RECIPES = ROOT / "build_spec" / "stick"
STEPS = ("Debian packages", "the program", "content", "papers, sums, signature", "archive")
X11 = ("xauth", "xserver-xorg-core", "xserver-xorg-input-libinput")
"""For machines whose screen works better with the other session."""
SPARE_MB = 300
SUMS = "SHA256SUMS"


def names_of(depends: tuple[str, ...]) -> list[str]:
    """Names of packages as apt takes them, the first of alternatives."""
    first = [each.partition("|")[0].partition("(")[0].strip() for each in depends]
    return [*first, *X11]


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into the places `@NAME@`; raises SystemExit when one stays open."""
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    open_place = next(
        (word for word in text.split() if word.startswith("@") and "@" in word[1:]), ""
    )
    if open_place:
        raise SystemExit(f"nobody fills {open_place}")
    return text


def papers(folder: Path, needed_mb: int, version: str, signer: str) -> None:
    """Write install.sh, the guides and an example of answers."""
    values = {
        "VERSION": version,
        "NEEDED_MB": str(needed_mb),
        "GLIBC": glibc.LEAST,
        "FOLDER": folder.name,
        "PIN_LEAST": str(pin.MIN_DIGITS),
        "PIN_MOST": str(pin.MAX_DIGITS),
        "SIGNER": signer or "—",
    }
    for path in sorted(RECIPES.iterdir()):
        text = fill(path.read_text(encoding="utf-8"), values)
        (folder / path.name).write_text(text, encoding="utf-8")
    (folder / "install.sh").chmod(0o755)


def sums(folder: Path) -> None:
    """Write the sums of all files, as `sha256sum --check` reads them."""
    lines: list[str] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in (SUMS, f"{SUMS}.sig"):
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n")
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def fingerprint(key: str) -> str:
    """The fingerprint of a key in the keyring of whoever makes the stick."""
    words = ["gpg", "--batch", "--with-colons", "--fingerprint", key]
    told = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    found = [line.split(":")[9] for line in told.splitlines() if line.startswith("fpr:")]
    if not found:
        raise SystemExit(f"gpg knows no key {key}.")
    return found[0]


def _gpg(*words: str) -> None:
    if subprocess.run(["gpg", "--batch", "--yes", *words], check=False).returncode != 0:
        raise SystemExit("gpg could not sign the stick (see above).")


def _content(options: argparse.Namespace, folder: Path) -> None:
    folder.mkdir()
    if options.content is not None:
        shutil.copyfile(options.content, folder / options.content.name)
        return
    words = program.command("pack", str(ROOT), "-o", str(folder / "first.kiosk"))
    if options.key is not None:
        words += ["--key", str(options.key)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"The content could not be packed:\n{done.stderr}")


def _archive(folder: Path) -> Path:
    target = folder.with_name(f"{folder.name}.tar.zst")
    same = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", f"--mtime=@{epoch()}"]
    packed = ["tar", *same, "--zstd", "-cf", str(target), "-C", str(folder.parent), folder.name]
    subprocess.run(packed, check=True)
    return target


def is_of(deb: Path, built: Path) -> bool:
    """Whether a package was made after the program that is built now."""
    # The times of the program's files are those of its commit; this one nobody can set
    program = built / "kiosk"
    return deb.is_file() and program.is_file() and deb.stat().st_mtime > program.stat().st_ctime


def make(options: argparse.Namespace) -> Path:
    """Make the stick; its folder."""
    folder: Path = options.out.absolute() / f"juosta-stick-{options.version}"
    shutil.rmtree(folder, ignore_errors=True)
    steps = Steps("stick", STEPS)
    with steps.step("Debian packages"):
        room = debs.fetch(names_of(package.DEB_DEPENDS), folder / "debian")
    with steps.step("the program"):
        ready = options.out / f"juosta-{options.version}.deb"
        if not is_of(ready, options.program):
            built, kinds = options.program.absolute(), ("deb",)
            package.package(built, options.version, options.out, kinds, quick=options.quick)
        shutil.copyfile(ready, folder / "debian" / ready.name)
        debs.index(folder / "debian")
    with steps.step("content"):
        _content(options, folder / "content")
    with steps.step("papers, sums, signature"):
        signer = fingerprint(options.sign) if options.sign else ""
        papers(folder, room + SPARE_MB, options.version, signer)
        if signer:
            _gpg("--output", str(folder / "publisher.gpg"), "--export", signer)
        sums(folder)
        if signer:
            signed = str(folder / SUMS)
            _gpg("--local-user", signer, "--output", f"{signed}.sig", "--detach-sign", signed)
    if not options.no_archive:
        with steps.step("archive"):
            _archive(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    steps.done(f"{folder.name} ({size / 1e6:.0f} MB)")
    return folder


def parser() -> argparse.ArgumentParser:
    """What can be chosen."""
    asked = argparse.ArgumentParser(prog="python -m tools.stick", description=__doc__)
    asked.add_argument("--program", type=Path, default=PROGRAM)
    asked.add_argument("--version", default=__version__)
    asked.add_argument("--out", type=Path, default=DIST)
    asked.add_argument("--content", type=Path, help="the first content; else the default bundle")
    asked.add_argument("--key", type=Path, help="sign the default bundle with this key")
    asked.add_argument("--sign", metavar="GPG-KEY", help="sign the stick with this key of gpg's")
    asked.add_argument("--no-archive", action="store_true", help="only the folder")
    asked.add_argument("--quick", action="store_true", help="pack loosely, for a test")
    return asked


def main() -> int:
    """Make it; 0 when it is there."""
    make(parser().parse_args())
    return 0


if __name__ == "__main__":
    sys.exit(main())
