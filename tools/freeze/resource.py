"""What Windows shows of a program file: its name, version and whose it is.

Only PyInstaller on Windows can make it, so it is imported by the recipe there and nowhere else.
"""

from __future__ import annotations

import importlib
from typing import Any

from kiosk import __version__

LANGUAGE, UNICODE = 0x0409, 1200
"""English of the United States, which every Windows falls back on; UTF-16."""


def numbers(version: str) -> tuple[int, int, int, int]:
    """A version as the four numbers that Windows compares."""
    found = [int(part) for part in version.split(".") if part.isdigit()]
    first, second, third, fourth = (*found, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def words(file: str) -> dict[str, str]:
    """What the properties of a program file say."""
    return {
        "CompanyName": "Juosta",
        "FileDescription": "Touch kiosk",
        "FileVersion": __version__,
        "InternalName": "juosta",
        "LegalCopyright": "European Union Public Licence 1.2",
        "OriginalFilename": file,
        "ProductName": "Juosta",
        "ProductVersion": __version__,
    }


def version(file: str) -> Any:
    """The resource itself, as PyInstaller wants it."""
    made: Any = importlib.import_module("PyInstaller.utils.win32.versioninfo")
    table = made.StringTable(
        f"{LANGUAGE:04x}{UNICODE:04x}",
        [made.StringStruct(name, text) for name, text in words(file).items()],
    )
    return made.VSVersionInfo(
        ffi=made.FixedFileInfo(
            filevers=numbers(__version__), prodvers=numbers(__version__), mask=0x3F, flags=0
        ),
        kids=[
            made.StringFileInfo([table]),
            made.VarFileInfo([made.VarStruct("Translation", [LANGUAGE, UNICODE])]),
        ],
    )
