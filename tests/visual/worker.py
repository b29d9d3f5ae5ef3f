"""Walks the real interface through its errands and prints one line of JSON per screen looked at.

A process of its own, since the shell owns the application object:
`python -m tests.visual.worker quick|matrix [--part 0/2] [--only NAME] [--bundle FOLDER]`.

The whole matrix takes hours. `--log FILE` writes the lines there and, when started again, goes on
after the last one; `--size` and `--text` choose rows of the matrix, `--draw 0` reads the tree only.
`python -m tests.visual.report FILE ...` tells what such a log says.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent

from kiosk import app
from kiosk.bridge import providers
from kiosk.bridge.shell import Look, Shell
from kiosk.commands.run import size
from kiosk.content.model import decode
from kiosk.paths import under
from kiosk.settings import Settings
from kiosk.still import LONG_SECONDS, Stop
from kiosk.store import reader
from kiosk.store.reader import Loaded
from kiosk.store.versions import Store
from kiosk.tour import with_pseudo
from kiosk.visit import events as ev
from tests.unit.store import shelf
from tests.visual import picture, plan, shapes
from tests.visual.checks import CHECKS
from tests.visual.geometry import Box
from tests.visual.report import logged
from tests.visual.scene import Scene
from tests.visual.tree import FrameGate, Walker

PROBE = Path(__file__).with_name("Probe.qml")
PICTURE_EVERY = {"quick": 3, "matrix": 5, "sparse": 4}
"""Of so many screens one is drawn; the tree of all is read."""
PICTURE_EVERY_LARGE = 10
"""The same of the matrix at sizes whose pictures take longer than all else."""
LARGE = 4_000_000
"""px of such a size."""
PLACED = 3
"""So many times all items are put in their places: what that makes is placed in turn."""
KEPT = 64 * 1024 * 1024
"""Bytes of each painter's pictures that are kept: the same ones come again in every language."""


class Warned(logging.Handler):
    """Collects what the kiosk and QML warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class Worker:
    """The real interface over a bundle, in all languages."""

    def __init__(self, shown: Loaded, *, reach: bool = False) -> None:
        self._reach = reach
        self._warned = Warned()
        logging.getLogger("kiosk").addHandler(self._warned)
        content = with_pseudo(shown, list(plan.LANGUAGES))
        self.stops = {stop.name: stop for stop in plan.all_stops(content.bundle)}
        self._now = 0.0
        providers.KEPT = KEPT
        self.shell = Shell("software")
        self._rules = replace(app.rules_for(content.bundle, Settings(), "en"), settle_seconds=0)
        places = under(Path(tempfile.mkdtemp()))
        _put_versions(Store(places.content))
        show = app.assemble(content, Settings(), self._rules, self.shell, places, lambda: self._now)
        self.session = show.session
        look = Look(window=plan.SIZES[0], still=True, closable=True)
        self.window: Any = self.shell.show(show.session, look, lambda: self._now)
        self._gate = FrameGate(self.window)
        self.window.installEventFilter(self._gate)
        self._component = QQmlComponent(self.shell.engine, QUrl.fromLocalFile(str(PROBE)))
        self.walker = Walker(self.window, self._component.create())

    def dress(self, variant: plan.Variant) -> None:
        """A fresh visit in this variant."""
        self.shell.resize(*variant.size)
        self._begin(variant)

    def _begin(self, variant: plan.Variant) -> None:
        """A visit that nothing of the one before is left in."""
        self._now += LONG_SECONDS
        self._post(ev.Tick(), ev.KeepHours(), ev.Begin())
        self._comfort(variant)

    def _comfort(self, variant: plan.Variant) -> None:
        self._post(
            ev.SetLanguage(variant.language),
            ev.SetTextSize(variant.text),  # type: ignore[arg-type]
            ev.SetTheme(variant.theme),  # type: ignore[arg-type]
            ev.SetReach(self._reach),
        )

    def _post(self, *events: ev.Event) -> None:
        for event in events:
            self.session.post(event)

    def go(self, stop: Stop, variant: plan.Variant) -> Scene:
        """Go to a stop and read what is there."""
        self._warned.lines.clear()
        if self.session.presenting or not self._leads_on(stop, variant):
            self._begin(variant)
        self._post(ev.ClosePanel(), *(stop.events or (ev.GoHome(),)))
        if stop.name == "countdown":
            self._now += self._rules.idle_seconds + 1
            self._post(ev.Tick())
        if self.session.state.mode == "browsing" and not self._dressed(variant):
            self._comfort(variant)  # a talk is a visit of its own
        self._settle()
        talk = bool(self.session.presenting)
        width, height = variant.size
        notes = 0.085 * width if width > height else 0.105 * height
        room = height - notes if talk else height
        scene = Scene(
            stop=stop.name,
            screen="talk" if talk else self.session.panel or self.session.screen,
            box=Box(0, 0, *variant.size),
            u=min(min(width, room) / 1080, max(width, room) / 1920),
            text_size=variant.text,
            mirrored=bool(self.session.mirrored),
            reach=self._reach,
        )
        return self.walker.read(scene, self._hidden())

    def _leads_on(self, stop: Stop, variant: plan.Variant) -> bool:
        """Whether the events of a stop lead there from here: a key at a closed stand begins another
        visit, and from a page of the staff only their other pages are reached."""
        mode = self.session.state.mode
        staff = mode in ("pin", "staff") and stop.events[:2] == (ev.OpenStaff(), ev.AcceptPin())
        return (mode == "browsing" or staff) and self._dressed(variant)

    def _dressed(self, variant: plan.Variant) -> bool:
        state = self.session.state
        look = (state.language, state.comfort.text_size, state.comfort.theme, state.comfort.reach)
        return look == (variant.language, variant.text, variant.theme, self._reach)

    def _settle(self) -> None:
        """Until everything stands, also what is made bit by bit beside the screen."""
        self.shell.settle()
        controller = self.shell.engine.incubationController()
        for _time in range(PLACED):
            self.walker.place()
            while controller is not None and controller.incubatingObjectCount():
                controller.incubateFor(1000)
                self.shell.app.processEvents()
            self.shell.app.processEvents()

    def _drop_focus(self) -> None:
        """No picture shows the ring of an earlier walk."""
        focused = self.window.activeFocusItem()
        if focused is not None:
            focused.setFocus(False)

    def _hidden(self) -> set[str]:
        """What a panel or the countdown covers."""
        if self.session.mode == "warning":
            return {"Stage", "NavBar"}
        return {"Stage"} if self.session.panel else set()

    def run(self, errands: list[plan.Errand], every: int) -> Iterator[dict[str, Any]]:
        """Look at all screens; each `every`th is drawn too, none when it is 0."""
        count = 0
        for errand in errands:
            self.dress(errand.variant)
            each = _each(every, errand.variant)
            for name in errand.stops:
                scene = self.go(self.stops[name], errand.variant)
                count += 1
                drawn = bool(each) and count % each == 0
                faults: list[list[str]] = []
                if drawn:
                    self._drop_focus()
                    pictures = picture.two_pictures(self.window, self.walker.texts)
                    faults = [["picture", w] for w in picture.look(scene, *pictures)]
                scene.focus = self.walker.press_tab()
                scene.warnings = list(self._warned.lines)
                faults += [[check, w] for check, judge in CHECKS.items() for w in judge(scene)]
                yield {
                    "stop": name,
                    "variant": str(errand.variant),
                    "drawn": drawn,
                    "texts": len(scene.words),
                    "targets": len(scene.targets),
                    "faults": faults,
                }


def _each(every: int, variant: plan.Variant) -> int:
    """Of so many screens one is drawn in this variant."""
    large = variant.size[0] * variant.size[1] > LARGE
    return PICTURE_EVERY_LARGE if large and every == PICTURE_EVERY["matrix"] else every


def _put_versions(store: Store) -> None:
    """A good version, a signed one, and one that the stand went back from by itself."""
    shelf.install(store, "2026.9")
    shelf.install(store, "2026.10", 7)
    failed = shelf.install(store, "2026.11", good=False)
    store.give_up(failed.id, "A page took longer than two seconds to draw.")


def content(options: argparse.Namespace) -> Loaded:
    """The default bundle, one of a folder, or one of a shape."""
    if options.shape is None:
        return reader.load(options.bundle or app.default_content())
    document = json.dumps(shapes.shaped(options.shape)).encode()
    return Loaded(decode(document), PROBE.parent)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("selection", choices=("quick", "matrix", "sparse"))
    parser.add_argument("--part", default="0/1")
    parser.add_argument("--only", default="")
    parser.add_argument("--shape", choices=shapes.SHAPES)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--size", type=size, action="append")
    parser.add_argument("--text", choices=plan.TEXTS, action="append")
    parser.add_argument("--reach", action="store_true", help="as somebody who sits asks for")
    parser.add_argument("--draw", type=int, help="draw each so many-th screen; 0 draws none")
    parser.add_argument("--log", type=Path, help="go on where this file ends")
    return parser.parse_args()


def _errands(options: argparse.Namespace, names: list[str]) -> list[plan.Errand]:
    """What is to be looked at: the selection, its rows, this worker's part of it."""
    errands = plan.SELECTIONS[options.selection](names)
    kept = [
        errand
        for errand in errands
        if errand.variant.size in (options.size or plan.SIZES)
        and errand.variant.text in (options.text or plan.TEXTS)
    ]
    part, parts = map(int, options.part.split("/"))
    return kept[part::parts]


def main() -> int:
    """Do the part of the errands that was asked for."""
    options = _options()
    worker = Worker(content(options), reach=options.reach)
    names = [name for name in worker.stops if options.only in name]
    if options.shape:
        faces = [f"section-{number}" for number in range(1, 7)]
        names = [name for name in names if name in {"home", *faces}]
    errands = _errands(options, names)
    every = PICTURE_EVERY[options.selection] if options.draw is None else options.draw
    with contextlib.ExitStack() as stack:
        out = sys.stdout
        if options.log:
            errands = plan.without(errands, logged(options.log))
            out = stack.enter_context(options.log.open("a", encoding="utf-8"))
        for line in worker.run(errands, every):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
            out.flush()
    worker.shell.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
