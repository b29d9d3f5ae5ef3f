"""Take the pictures that are laid beside the mock-ups of the look: same names, sizes and states.

`python -m tools.shots --out build/shots/pairs [--beside FOLDER] [--only NAME]`. With a folder of
mock-ups each picture is also laid beside its mock-up (`beside/NAME.png`, `index.html`). What the
program does not have yet is said and left out.
"""

from __future__ import annotations

import argparse
import html
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk import app, factory
from kiosk.bridge.renderer import Renderer
from kiosk.bridge.shell import Look, Shell
from kiosk.content.model import Bundle
from kiosk.content.pseudo import PSEUDO_LANGUAGES
from kiosk.guard import pin
from kiosk.paths import under
from kiosk.settings import Settings
from kiosk.store import reader
from kiosk.tour import with_pseudo

WIDE, TALL = (1920, 1080), (1080, 1920)
LEFT_SECONDS = 14
"""What the countdown of the mock-up shows."""
SAFE = "21-safe-mode"
Call = tuple[Any, ...]


@dataclass(frozen=True)
class Shot:
    """A picture: the slots of the session that lead there from home, and how it is dressed."""

    name: str
    calls: tuple[Call, ...] = ()
    block: str = ""
    """Instead of an address: the first page with a block of this type."""
    size: tuple[int, int] = WIDE
    language: str = "en"
    theme: str = "dark"
    text: str = "standard"
    reach: bool = False


CLIMB = ("openAddress", "cyber/fourth/climb")
SHOTS = (
    Shot("01-attract", (("startOver",),)),
    Shot("02-home"),
    Shot("03-section", (("openSection", "cooperation"),)),
    Shot("04-page-ranking", (CLIMB,)),
    Shot("05-baltic-way", (("chooseStep", 7),), block="route"),
    Shot("06-timeline", (("openAddress", "cooperation/baltic-way/decision"), ("chooseStep", 2))),
    Shot(
        "07-quiz",
        (("openAddress", "cooperation/quiz/questions"), ("chooseStep", 3), ("chooseAnswer", 1)),
    ),
    Shot("08-accessibility", (CLIMB, ("setLessMotion", True), ("openPanel", "accessibility"))),
    Shot("09-language", (("openPanel", "language"),)),
    Shot("10-idle", (CLIMB, ("waitForWarning",))),
    Shot("11-home-portrait", size=TALL),
    Shot("12-page-portrait", (CLIMB,), size=TALL),
    Shot("13-home-high-contrast", theme="contrast"),
    Shot("14-home-light", theme="light"),
    Shot("15-home-rtl-arabic", language="ar-XB"),
    Shot("16-home-lt-large-text", language="lt", text="large"),
    Shot("17-staff-pin", (("openStaff",), *(("pinDigit", digit) for digit in (4, 1, 7, 2)))),
    Shot("18-world-map", block="world"),
    Shot("19-take-away", (CLIMB, ("openPanel", "sources"))),
    Shot("20-home-reach", reach=True),
    Shot(SAFE),
    Shot("22-gallery", block="gallery"),
)


@dataclass
class Studio:
    """The real interface over the default bundle, still and drawn complete."""

    renderer: Renderer
    language: str
    """One more language than the bundle has, if this is a pseudo-language."""
    now: float = 0.0

    def __post_init__(self) -> None:
        self.content = with_pseudo(reader.load(factory.default_content()), [self.language])
        stand = Settings()
        stand = replace(stand, staff=replace(stand.staff, pin=pin.hash_pin("417200")))
        self.rules = replace(app.rules_for(self.content.bundle, stand, "en"), settle_seconds=0)
        self.shell = Shell(self.renderer)
        places = under(Path(tempfile.mkdtemp()))
        show = app.assemble(self.content, stand, self.rules, self.shell, places, lambda: self.now)
        self.session: Any = show.session
        look = Look(window=WIDE, still=True, closable=True)
        self.shell.show(self.session, look, lambda: self.now)

    def take(self, shot: Shot, path: Path) -> bool:
        """Lead there and write the picture; false when the bundle has no such page."""
        address = page_with(self.content.bundle, shot.block) if shot.block else ""
        if shot.block and not address:
            return False
        self.shell.resize(*shot.size)
        for name, *arguments in (
            ("leaveStaff",),
            ("leaveStaff",),
            ("startOver",),
            ("begin",),
            ("setLanguage", shot.language),
            ("setTheme", shot.theme),
            ("setTextSize", shot.text),
            ("setReach", shot.reach),
            *([("openAddress", address)] if address else []),
            *shot.calls,
        ):
            if name == "waitForWarning":
                self.now += self.rules.idle_seconds + self.rules.warning_seconds - LEFT_SECONDS
                self.session.tick()
            else:
                getattr(self.session, name)(*arguments)
        self.shell.settle()
        return self.shell.save_picture(path)


def page_with(bundle: Bundle, kind: str) -> str:
    """Address of the first page with a block of a type; empty when there is none."""
    for section in bundle.sections:
        for story in section.stories:
            for page in story.pages:
                if any(block.__struct_config__.tag == kind for block in page.blocks):
                    return f"{section.id}/{story.id}/{page.id}"
    return ""


def take_safe(path: Path) -> None:
    """The safe screen, in a process of its own: it is another window of another engine."""
    shell = Shell("software")
    content = reader.load(factory.default_content())
    rules = app.rules_for(content.bundle, Settings(), "en")
    places = under(Path(tempfile.mkdtemp()))
    session = app.assemble(content, Settings(), rules, shell, places).session
    mark = content.bundle.mark["en"]
    languages = [language.tag for language in content.bundle.languages]
    shell.show_safe(session, "S-12", Look(window=WIDE, closable=True), mark, languages)
    shell.settle()
    shell.save_picture(path)
    shell.close()


def lay_beside(mockup: Path, picture: Path, out: Path) -> None:
    """Mock-up on the left, program on the right."""
    left, right = QImage(str(mockup)), QImage(str(picture))
    gap = 24
    sheet = QImage(
        left.width() + right.width() + gap,
        max(left.height(), right.height()),
        QImage.Format.Format_RGB32,
    )
    sheet.fill(QColor("#555"))
    painter = QPainter(sheet)
    painter.drawImage(0, 0, left)
    painter.drawImage(left.width() + gap, 0, right)
    painter.end()
    sheet.save(str(out))


def beside(folder: Path, out: Path) -> Iterator[str]:
    """Lay every picture beside the mock-up of its name; yields the names."""
    (out / "beside").mkdir(exist_ok=True)
    for mockup in sorted(folder.glob("*.png")):
        picture = out / mockup.name
        if picture.is_file():
            lay_beside(mockup, picture, out / "beside" / mockup.name)
            yield mockup.name


def write_sheet(names: list[str], out: Path) -> None:
    """All pairs on one page."""
    rows = "\n".join(
        f'<figure><figcaption>{html.escape(n)}</figcaption><img src="beside/{html.escape(n)}">'
        for n in names
    )
    style = "body{background:#333;color:#eee;font:14px sans-serif}img{width:100%}"
    page = f"<!doctype html><meta charset=utf-8><title>Pairs</title><style>{style}</style>{rows}"
    (out / "index.html").write_text(page, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures; 1 when one of them raised a warning."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--beside", type=Path, metavar="FOLDER", help="mock-ups of the same names")
    parser.add_argument("--only", default="", help="pictures whose names hold this")
    parser.add_argument("--renderer", choices=("software", "gpu"), default="software")
    options = parser.parse_args(arguments)
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if options.only in shot.name]
    logging.getLogger("kiosk").addHandler(warned := _Warned())
    if [shot.name for shot in wanted] == [SAFE]:
        take_safe(out / f"{SAFE}.png")
    else:
        take_all(wanted, out, options.renderer)
    if options.beside:
        names = list(beside(options.beside, out))
        write_sheet(names, out)
        sys.stdout.write(f"{len(names)} pairs: {(out / 'index.html').resolve()}\n")
    for line in warned.lines:
        sys.stderr.write(f"{line}\n")
    return 1 if warned.lines else 0


def take_all(wanted: list[Shot], out: Path, renderer: Renderer) -> None:
    """Take the pictures; those of another window or more languages in processes of their own."""
    studio = Studio(renderer, wanted[0].language)
    for shot in wanted:
        if shot.name == SAFE or (len(wanted) > 1 and shot.language in PSEUDO_LANGUAGES):
            again = ["--out", str(out), "--only", shot.name, "--renderer", renderer]
            subprocess.run([sys.executable, "-m", "tools.shots", *again], check=True)
        elif not studio.take(shot, out / f"{shot.name}.png"):
            sys.stdout.write(f"{shot.name}: no page has a {shot.block} yet\n")
    studio.shell.close()


class _Warned(logging.Handler):
    """Collects what the kiosk and QML warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


if __name__ == "__main__":
    sys.exit(main())
