"""Wine as the builds and trials use it: a folder with a Windows in it, out of sight.

Wine 8 lacks two libraries that Windows has. Stand-ins for them are compiled into wine's own folder
and never shipped: Unicode tables that say nothing, and random bytes from the older function.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tools.build import epoch

NEEDED = ("wine", "x86_64-w64-mingw32-gcc", "makensis")
HIDDEN = ("DISPLAY", "WAYLAND_DISPLAY")
_IMPORT = re.compile(r"^\s+[0-9a-f]+\s+(?:<none>\s+)?[0-9a-f]+\s+(u\w+)\s*$", re.MULTILINE)
_RANDOM = """
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE place, SIZE_T length)
{ return SystemFunction036(place, (ULONG)length); }
"""


def require() -> None:
    """End with words when a program of the system is missing."""
    for name in NEEDED:
        if shutil.which(name) is None:
            raise SystemExit(f"{name} is missing: apt-get install wine mingw-w64 nsis")


def inside(path: Path) -> str:
    """A path of this machine as wine's programs see it."""
    return "Z:" + str(path).replace("/", "\\")


class Wine:
    """A Windows of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.drive = folder / "drive_c"

    def environment(self, **more: str) -> dict[str, str]:
        """The variables of what runs in it."""
        kept = {name: value for name, value in os.environ.items() if name not in HIDDEN}
        return {
            **kept,
            "WINEPREFIX": str(self.folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "PYTHONHASHSEED": "1",
            "SOURCE_DATE_EPOCH": str(epoch()),
            **more,
        }

    def call(
        self, *words: str, folder: Path | None = None, seconds: float | None = None, **more: str
    ) -> tuple[int, str]:
        """Run a program to its end: nothing to read, a pipe to write to; code and what it said."""
        done = subprocess.run(
            ["wine", *words],
            cwd=folder or self.folder,
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
        )
        return done.returncode, done.stdout.decode(errors="replace").replace("\r\n", "\n")

    def run(self, *words: str, folder: Path | None = None) -> str:
        """The same for what has to succeed; what it said."""
        code, said = self.call(*words, folder=folder)
        if code != 0:
            raise SystemExit(f"{words[0]} under wine ended with {code}:\n{said[-4000:]}")
        return said

    def start(self, *words: str, **more: str) -> subprocess.Popen[bytes]:
        """Start a program and leave it running; what it says has to be short, or be read."""
        return subprocess.Popen(
            ["wine", *words],
            cwd=self.folder,
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # Python does not start under wine when this is a file
            stderr=subprocess.STDOUT,
        )

    def make(self, qt: Path) -> None:
        """Make the Windows; `qt` is the Qt6Core.dll whose Unicode functions are stood in for."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (self.folder / "system.reg").is_file():
            self.run("wineboot", "--init")
            self.run("winecfg", "-v", "win10")  # it begins as a Windows 7
            # Wine hands no variable on that begins with QT_
            variable = (r"HKCU\Environment", "/v", "QT_QPA_PLATFORM", "/d", "offscreen", "/f")
            self.run("reg", "add", *variable)
            self.settle()
        listed = subprocess.run(
            ["objdump", "-p", str(qt)], capture_output=True, text=True, check=True
        ).stdout
        after = listed.partition("DLL Name: icuuc.dll")[2].partition("DLL Name:")[0]
        names = sorted(set(_IMPORT.findall(after)))
        empty = [f"__declspec(dllexport) void *{name}(void) {{ return 0; }}" for name in names]
        self._compile("icuuc", "\n".join(empty) + "\n")
        self._compile("bcryptprimitives", _RANDOM, "-ladvapi32")

    def _compile(self, name: str, code: str, *libraries: str) -> None:
        source = self.folder / f"{name}.c"
        source.write_text(code, encoding="ascii")
        place = self.drive / "windows" / "system32" / f"{name}.dll"
        words = ["x86_64-w64-mingw32-gcc", "-shared", "-o", str(place), str(source), *libraries]
        if subprocess.run(words, check=False).returncode != 0:
            raise SystemExit(f"The stand-in for {name}.dll was not compiled (see above).")

    def settle(self) -> None:
        """Wait until nothing runs in it any more; the registry is on the disk then."""
        subprocess.run(["wineserver", "-w"], env=self.environment(), check=False)

    def stop(self) -> None:
        """End all that runs in it."""
        subprocess.run(["wineserver", "-k"], env=self.environment(), check=False)
        self.settle()
