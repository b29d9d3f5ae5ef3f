"""The picture of the first frame that the last start drew, for a start that will draw the same.

Bringing Qt Quick and reading the content takes more than half of a start; the picture is on the
screen before. Whether it is the right one says a digest of all that a first frame follows from: it
is kept with the picture, and only the same one shows it. Imports nothing of PySide by itself.
"""

from __future__ import annotations

import argparse
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import __version__, factory
from kiosk.guard.ladder import Record
from kiosk.paths import Places

if TYPE_CHECKING:
    from kiosk.bridge.renderer import Choice
    from kiosk.bridge.shell import Shell
    from kiosk.bridge.startpicture import Glimpse

QML_FOLDER = Path(__file__).parent / "qml" / "Kiosk"


@dataclass
class StartPicture:
    """The picture of this start: the file, the digest of what it follows from, and the window that
    shows it."""

    file: Path
    origin: str
    glimpse: Glimpse | None = None

    def show(self, renderer: Choice, memory: Path, without_display: Callable[[], None]) -> None:
        """Show it, when it was kept by a start like this one."""
        if not os.path.isfile(self.file):  # noqa: PTH113 - a disk that refuses has none either
            return
        from kiosk.bridge import ahead, lean

        ahead.begin(ahead.GUI)
        lean.load()
        from kiosk.bridge import startpicture

        self.glimpse = startpicture.show(self.file, self.origin, renderer, memory, without_display)

    def first_frame(self, shell: Shell) -> None:
        """The first frame is there: take the picture away, or make it for the next start."""
        from kiosk.bridge import startpicture

        if self.glimpse is not None:
            if self.glimpse.touched and shell.window is not None:
                shell.window.setProperty("touchedEarly", True)
            self.glimpse.end()
            self.glimpse = None
        elif shell.window is not None:
            startpicture.keep(shell.window, self.file, self.origin)


def of(options: argparse.Namespace, places: Places, record: Record) -> StartPicture | None:
    """The one of this start; None where no two starts need be alike.

    That is content that was named and may be edited, a window whose size somebody chose, and a
    start after one that failed, which does as little as it must.
    """
    careful = record.rung or record.failed or record.avoid
    if careful or options.content or options.watch or options.window:
        return None
    return StartPicture(places.start_picture, _digest("\n".join(_origin(options, places))))


def _digest(text: str) -> str:
    """Differs for what differs by chance; `hashlib` would bring OpenSSL, 1 MB."""
    data = text.encode()
    return f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}{len(data):x}"


def _origin(options: argparse.Namespace, places: Places) -> Iterator[str]:
    yield __version__
    yield f"{options.renderer} {options.rotate} {options.language}"
    for file in (places.settings, places.staff_settings, places.active):
        yield _text(file)
    # In a checkout they change without another version
    folders = (QML_FOLDER / "Ui", QML_FOLDER / "Controls", factory.default_content())
    for path in (*folders, factory.default_content() / "content.json"):
        yield str(path.stat().st_mtime_ns)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
