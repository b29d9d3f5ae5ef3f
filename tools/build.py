"""`make build`: the program as a folder that runs without installing, in dist/juosta.

PyInstaller gathers it by build_spec/kiosk.spec; then the QML is compiled, ICU made small, the terms
of everybody's work laid beside it (THIRD_PARTY.md, an SBOM), and all times set to the commit's, so
that two builds of a commit are the same. Needs no network.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.freeze import contained, finish, glibc, papers
from tools.steps import Steps, part

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "freeze"
PROGRAM = ROOT / "dist" / "juosta"
STEPS = ("gather", "QML bytecode", "ICU, libraries, papers, times")


def epoch() -> int:
    """The time of the commit, in seconds since 1970; SOURCE_DATE_EPOCH overrides it."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout)


def build(target: Path) -> None:
    """Build the program into `target`, which is replaced when all is done."""
    steps = Steps("build", STEPS)
    shutil.rmtree(WORK, ignore_errors=True)
    with steps.step("gather"):
        _gather()
    fresh = WORK / "dist" / "juosta"
    with steps.step("QML bytecode") as bar:
        finish.qml_bytecode(fresh, lambda done, total: part(bar, done, total))
    with steps.step("ICU, libraries, papers, times"):
        finish.small_icu(fresh)
        finish.fallback_order(fresh)
        finish.starter(fresh)
        glibc.check(fresh)
        papers.write(fresh, ROOT, contained.everything(fresh, ROOT), epoch())
        finish.same_times(fresh, epoch())
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh.rename(target)
    steps.done(f"{target / 'kiosk'}")


def _gather() -> None:
    """Run PyInstaller; its own words are shown only when it fails."""
    settings = {
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(epoch()),
        "QT_QPA_PLATFORM": "offscreen",
        "PYINSTALLER_CONFIG_DIR": str(WORK / "cache"),
    }
    words = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    words += ["--distpath", str(WORK / "dist"), "--workpath", str(WORK / "work")]
    words += [str(ROOT / "build_spec" / "kiosk.spec")]
    WORK.mkdir(parents=True)
    log = WORK / "pyinstaller.log"
    with log.open("wb") as file:
        done = subprocess.run(
            words, cwd=ROOT, env={**os.environ, **settings}, stdout=file, stderr=file, check=False
        )
    if done.returncode != 0:
        raise SystemExit(f"PyInstaller failed:\n{log.read_text(errors='replace')[-4000:]}")


def main() -> int:
    """Build; 0 when the folder is there."""
    parser = argparse.ArgumentParser(prog="python -m tools.build", description=__doc__)
    parser.add_argument("--out", type=Path, default=PROGRAM, help="the folder to make")
    build(parser.parse_args().out.absolute())
    return 0


if __name__ == "__main__":
    sys.exit(main())
