"""`make windows-test`: the setup program for Windows under wine, from installation to removal.

Needs what `make windows` has built. The Windows is a fresh one in build/windows/trial. What wine
cannot show (the window, touch, lock-down) is in docs/windows.md.
"""

from __future__ import annotations

import json
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk import __version__
from tests.packaging.told import Told
from tests.packaging.winstand import Stand, waited
from tools.windows import TARGET, WORK, installer
from tools.wine import Wine, inside, require

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAMS = "Program Files/Juosta"
DATA = "ProgramData/Juosta"
SETTINGS = '[stand]\nname = "Riga"\n'
SMALL_MB = 20
WINDOW, TERMINAL = 2, 3
"""Kinds of a program: with a window of its own, or in a terminal."""
OLD, NO_ADMIN, NEWER, RUNS, FULL, KEPT = 10, 11, 12, 13, 14, 15
"""Exit codes of the setup program that refuses."""


def newer(version: str) -> str:
    """The version after this one."""
    first, second, third = version.split(".")
    return f"{first}.{second}.{int(third) + 1}"


class Trial:
    """One Windows and the two setup programs that are tried in it."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.wine = Wine(WORK / "trial")
        if self.wine.folder.exists():
            self.wine.stop()
            shutil.rmtree(self.wine.folder)
        self.wine.make(WORK / "site" / "PySide6" / "Qt6Core.dll")
        self.setup = TARGET.parent / f"juosta-{__version__}-setup.exe"
        self.later = installer(TARGET, newer(__version__), WORK, quick=True)
        self.program = self.wine.drive / PROGRAMS
        self.data = self.wine.drive / DATA

    def install(self, setup: Path, *words: str, **more: str) -> tuple[int, str]:
        """Run a setup program without questions; its exit code, and why it refused."""
        code, _ = self.wine.call(inside(setup), "/S", *words, seconds=600, **more)
        return code, self.refusal()

    def refusal(self) -> str:
        """Why the setup program or the uninstaller refused, once."""
        said = ""
        for file in (self.wine.drive / "users").rglob("juosta-setup.txt"):
            said += file.read_text(encoding="utf-8")
            file.unlink()
        return said

    def kiosk(self, *words: str, program: Path | None = None) -> tuple[int, str]:
        """A command of the installed program, as in a terminal."""
        return self.wine.call(str((program or self.program) / "kiosk.com"), *words, seconds=600)

    def remove(self, program: Path, *words: str) -> bool:
        """Run the uninstaller; whether the program's folder goes. A copy of it does the work."""
        self.wine.call(str(program / "uninstall.exe"), "/S", *words, seconds=300)
        return waited(lambda: not program.exists(), 60)

    def entry(self, root: str = "HKLM") -> str:
        """What the list of installed programs says of it."""
        key = rf"{root}\Software\Microsoft\Windows\CurrentVersion\Uninstall\Juosta"
        code, said = self.wine.call("reg", "query", key, "/s")
        return said if code == 0 else ""

    def files(self) -> set[str]:
        """All files but those that wine itself writes."""
        found = (path for path in self.wine.drive.rglob("*") if not path.is_dir())
        return {str(path.relative_to(self.wine.drive)) for path in found}


def subsystem(program: Path) -> int:
    """The kind of a program, from its header."""
    head = program.read_bytes()[:4096]
    start = struct.unpack_from("<I", head, 0x3C)[0]
    assert head[start : start + 4] == b"PE\0\0"
    return struct.unpack_from("<H", head, start + 24 + 68)[0]


def _contents(folder: Path) -> set[tuple[str, int]]:
    """The files below a folder with their sizes."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {(str(path.relative_to(folder)), path.stat().st_size) for path in found}


def _installs(trial: Trial) -> bool:
    """For the machine: files, entry, kinds, words, self-test."""
    told, program = trial.told, trial.program
    code, said = trial.install(trial.setup)
    there = (program / "kiosk.exe").is_file() and (program / "uninstall.exe").is_file()
    size = trial.setup.stat().st_size / 1e6
    what = f"the setup program ({size:.1f} MB) installs for the machine"
    if not told.that(what, holds=code == 0 and there, why=f"{code} {said}"):
        return False
    lacking = sorted(_contents(TARGET) - _contents(program))
    told.that("every file of the build is there", holds=not lacking, why=str(lacking[:20]))
    entry = trial.entry()
    told.that("it is in the list of programs", holds=__version__ in entry, why=entry)
    links = list(trial.wine.drive.rglob("Juosta.lnk"))
    told.that("it is in the start menu", holds=len(links) == 1, why=str(links))
    kinds = subsystem(program / "kiosk.exe"), subsystem(program / "kiosk.com")
    told.that("kiosk.exe opens no console", holds=kinds == (WINDOW, TERMINAL), why=str(kinds))
    wanted = "ProductVersion\0".encode("utf-16-le"), __version__.encode("utf-16-le")
    inside_exe = (program / "kiosk.exe").read_bytes()
    told.that("its properties name the version", holds=all(w in inside_exe for w in wanted))
    papers = [(program / name).is_file() for name in ("THIRD_PARTY.md", "sbom.cdx.json")]
    told.that("the papers of others came along", holds=all(papers))
    code, said = trial.kiosk("--version")
    told.that("kiosk --version", holds=said.strip() == f"juosta {__version__}", why=said)
    _ready(trial, program, "installed for the machine")
    return True


def _ready(trial: Trial, program: Path, where: str) -> None:
    code, said = trial.wine.call(str(program / "kiosk.exe"), "--self-test", seconds=900)
    ready = code == 0 and said.strip().splitlines()[-1:] != [] and "READY" in said
    line = said.strip().splitlines()[-1] if ready else ""
    trial.told.that(f"{where}, kiosk.exe --self-test: {line}", holds=ready, why=f"{code} {said}")


def _settings(trial: Trial) -> None:
    """Settings of a stand, by hand and by its staff."""
    trial.data.mkdir(parents=True, exist_ok=True)
    (trial.data / "kiosk.toml").write_text(SETTINGS, encoding="utf-8")
    code, said = trial.kiosk("config", "set", "idle.seconds", "77")
    trial.told.that("kiosk config sets something", holds=code == 0, why=said)


def _content() -> Path:
    """A folder with other content."""
    folder = WORK / "content"
    folder.mkdir(exist_ok=True)
    shutil.copyfile(ROOT / "tests" / "fixtures" / "good.json", folder / "content.json")
    return folder


def _kept(trial: Trial) -> tuple[str, str, list[str]]:
    """Settings by hand, settings of the staff, versions of the content."""
    code, said = trial.kiosk("versions", "--json")
    ids = [version["id"] for version in json.loads(said)["versions"]] if code == 0 else [said]
    staff = (trial.data / "state" / "settings.toml").read_text(encoding="utf-8")
    return (trial.data / "kiosk.toml").read_text(encoding="utf-8"), staff, ids


def _upgrades(trial: Trial) -> None:
    """Newer over older, older over newer."""
    told = trial.told
    before = _kept(trial)
    gone = trial.program / "_internal" / "only-in-the-older.txt"
    gone.write_text("x", encoding="ascii")
    code, said = trial.install(trial.later)
    told.that("a newer version upgrades", holds=code == 0, why=f"{code} {said}")
    version = newer(__version__)
    told.that("the newer version is there", holds=version in trial.entry(), why=trial.entry())
    rests = gone.exists() or (trial.program / "next").exists()
    told.that("nothing of the older program is left", holds=not rests)
    after = _kept(trial)
    has = bool(before[2]) and "77" in before[1]
    told.that("settings and content are kept", holds=has and after == before, why=str(after))
    code, said = trial.install(trial.setup)
    refused = code == NEWER and "newer version" in said
    told.that(f"an older version is refused: {said.strip()}", holds=refused, why=str(code))


def _refuses(trial: Trial) -> None:
    """What would go wrong is said before anything is changed."""
    told = trial.told
    trial.wine.run("winecfg", "-v", "win81")
    code, said = trial.install(trial.setup, "/USER")
    told.that(f"an old Windows is refused: {said.strip()}", holds=code == OLD, why=str(code))
    trial.wine.run("winecfg", "-v", "win10")
    with _small(trial) as drive:
        if drive is None:
            print("A full disk was not tried: it needs root.", flush=True)
            return
        code, said = trial.install(trial.setup, "/USER", rf"/D={drive}\Juosta")
        told.that(f"a full disk is refused: {said.strip()}", holds=code == FULL, why=str(code))


@contextmanager
def _small(trial: Trial) -> Iterator[str | None]:
    """A drive with little room; None where it cannot be made."""
    place = WORK / "small"
    place.mkdir(exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_MB}m", "small", str(place)]
    if subprocess.run(words, capture_output=True, check=False).returncode != 0:
        yield None
        return
    letter = trial.wine.folder / "dosdevices" / "s:"
    letter.unlink(missing_ok=True)
    letter.symlink_to(place)
    try:
        yield "S:"
    finally:
        letter.unlink()
        subprocess.run(["umount", str(place)], check=False)


def _stays(trial: Trial) -> None:
    """Notes that cannot be read: the machine cannot be given back, so nothing is removed."""
    notes = trial.data / "stand.json"
    notes.write_text("{", encoding="ascii")
    # Else a copy of it does the work, whose code nobody sees; in two words it gets no quotes
    here = "_?=C:\\" + PROGRAMS.replace("/", "\\")
    words = (str(trial.program / "uninstall.exe"), "/S", *here.split())
    code, _ = trial.wine.call(*words, seconds=300)
    said = trial.refusal()
    there = (trial.program / "kiosk.com").is_file() and bool(trial.entry())
    held = code == KEPT and there and "given back" in said
    trial.told.that(f"a removal that cannot give back stops: {said.strip()}",
                    holds=held, why=f"{code} {said}")  # fmt: skip
    notes.unlink()


def _removal(trial: Trial, before: set[str]) -> None:
    """The program goes; settings and content stay."""
    told = trial.told
    gone = trial.remove(trial.program)
    told.that(
        "it is removed for the machine", holds=gone, why=str(list(trial.program.rglob("*"))[:9])
    )
    entry = trial.entry()
    told.that("it is in no list of programs any more", holds=not entry, why=entry)
    kept = [trial.data / "kiosk.toml", trial.data / "state" / "settings.toml"]
    told.that("settings and content stay", holds=all(path.is_file() for path in kept))
    rests = _rests(trial, before)
    outside = sorted(name for name in rests if not name.startswith(DATA))
    told.that("no other file is left", holds=not outside, why="\n".join(outside))
    shutil.rmtree(trial.data)


def _rests(trial: Trial, before: set[str]) -> set[str]:
    """Files that were not there before and are of this program."""
    return {name for name in trial.files() - before if "juosta" in name.lower() or "kiosk" in name}


def _of_any_case(folder: Path) -> list[Path]:
    """The folders named Juosta: Qt writes it small, which to Windows is the same."""
    return [path for path in folder.iterdir() if path.name.lower() == "juosta"]


def _for_one_person(trial: Trial, before: set[str]) -> None:
    """Without an administrator, and with content and settings removed in the end."""
    told = trial.told
    code, said = trial.install(trial.setup, "/USER")
    found = [path.parent for path in trial.wine.drive.rglob("Programs/Juosta/kiosk.exe")]
    there = code == 0 and len(found) == 1
    if not told.that("it installs for one person", holds=there, why=f"{code} {said} {found}"):
        return
    program = found[0]
    told.that("it is in that person's list", holds=__version__ in trial.entry("HKCU"))
    _ready(trial, program, "installed for one person")
    code, said = trial.kiosk("config", "set", "idle.seconds", "78", program=program)
    local = program.parent.parent
    own = [folder / "state" / "settings.toml" for folder in _of_any_case(local)]
    there = any(file.is_file() for file in own)
    told.that("its settings are that person's", holds=there, why=f"{said} {own}")
    gone = trial.remove(program, "/PURGE")
    told.that("it is removed with all it has kept", holds=gone and not _of_any_case(local))
    outside = sorted(_rests(trial, before))
    told.that("no file is left", holds=not outside, why="\n".join(outside))
    told.that("nothing is left in the registry", holds=_clean(trial), why="Juosta is in it")


def _clean(trial: Trial) -> bool:
    """Whether the registry has no entry any more; wine's notes of programs that ran stay."""
    trial.wine.settle()
    texts = [
        (trial.wine.folder / name).read_text(errors="replace")
        for name in ("system.reg", "user.reg")
    ]
    return not any("Uninstall\\\\Juosta" in text for text in texts)


def main() -> int:
    """Run the trial; 1 when one thing failed."""
    require()
    if not (TARGET / "kiosk.exe").is_file():
        print("Nothing is built yet: make windows", file=sys.stderr)
        return 2
    told = Told()
    trial = Trial(told)
    try:
        before = trial.files()
        if _installs(trial):
            _settings(trial)
            stand = Stand(trial.wine, trial.program, trial.data, told)
            stand.trial(trial.install, trial.later, _content())
            _upgrades(trial)
            _refuses(trial)
            _stays(trial)
            _removal(trial, before)
            _for_one_person(trial, before)
    finally:
        trial.wine.stop()
    return told.end()


if __name__ == "__main__":
    sys.exit(main())
