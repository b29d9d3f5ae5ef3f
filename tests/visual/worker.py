"""Walks the real interface through its errands and prints one line of JSON per screen looked at.

A process of its own, since the shell owns the application object:
`python -m tests.visual.worker quick|matrix [--part 0/2] [--only NAME] [--bundle FOLDER]`.

The whole matrix takes long. `--log FILE` writes the lines there and, when started again, goes on
after the last one; `--size` and `--text` choose rows of the matrix, `--draw 0` reads the tree only.
`python -m tests.visual.report FILE ...` tells what such a log says.
"""

from __future__ import annotations

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
from kiosk.paths import under
from kiosk.settings import Settings
from kiosk.still import LONG_SECONDS, Stop
from kiosk.store.reader import Loaded
from kiosk.store.versions import Store
from kiosk.tour import with_pseudo
from kiosk.visit import Comfort
from kiosk.visit import events as ev
from tests.unit.store import shelf
from tests.visual import asked, picture, plan
from tests.visual.checks import CHECKS
from tests.visual.geometry import Box
from tests.visual.scene import Scene
from tests.visual.tree import FrameGate, Walker

PROBE = Path(__file__).with_name("Probe.qml")
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
        self._at: tuple[str, plan.Variant] | None = None
        self._mode = "attract"
        providers.KEPT = KEPT
        self.shell = Shell("software")
        self._rules = replace(app.rules_for(content.bundle, Settings(), "en"), settle_seconds=0)
        self._languages = content.bundle.languages
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
        self._post(ev.OpenStaff())  # little stands there that takes the other size
        self.shell.resize(*variant.size)
        self._begin(variant)

    def _begin(self, variant: plan.Variant) -> None:
        """A visit that nothing of the one before is left in, at a stand whose own language and
        theme are these: what no visitor chooses shows in them, like the attract loop."""
        comfort = Comfort(theme=variant.theme)  # type: ignore[arg-type]
        rules = replace(self._rules, language=variant.language, comfort=comfort)
        self.session.change_rules(rules, self._languages)
        self._now += LONG_SECONDS
        self._post(ev.Tick(), ev.OpenStaff(), ev.AcceptPin(), ev.LeaveStaff())
        self._post(ev.KeepHours(), ev.Begin())
        self._make_easier(variant)

    def _make_easier(self, variant: plan.Variant) -> None:
        """What only a visitor can ask for."""
        if self.session.state.mode == "browsing":
            self._post(ev.SetTextSize(variant.text), ev.SetReach(self._reach))  # type: ignore[arg-type]

    def _post(self, *events: ev.Event) -> None:
        for event in events:
            self.session.post(event)

    def go(self, stop: Stop, variant: plan.Variant) -> Scene:
        """Go to a stop and read what is there."""
        self._warned.lines.clear()
        if self._stands_at(stop, variant):
            self._post(ev.SetTheme(variant.theme))  # type: ignore[arg-type]
        else:
            self._go_to(stop, variant)
        self._settle()
        if number := plan.scene_of(stop):
            self.walker.first("AttractScreen").setProperty("index", number - 1)
            self._settle()
        scene = self._read(stop, variant)
        # Tab begins a visit, and may scroll: a page that can is made anew for the next theme
        self._mode = self.session.state.mode
        stays = self._mode == "browsing" and not scene.scrollers
        self._at = (stop.name, variant) if stays else None
        return scene

    def _go_to(self, stop: Stop, variant: plan.Variant) -> None:
        if self.session.presenting or not self._leads_on(stop, variant):
            self._begin(variant)
        self._follow(stop, variant)
        if not self._dressed(variant):  # the stand's own look, from when this visit began
            self._begin(variant)
            self._follow(stop, variant)
        mode = self.session.state.mode
        shown = mode in plan.modes_of(stop) and self._dressed(variant)
        assert shown, f"{stop.name} is not shown as {variant}, but {mode}: {self.session.state}"

    def _follow(self, stop: Stop, variant: plan.Variant) -> None:
        self._post(ev.ClosePanel(), *(stop.events or (ev.GoHome(),)))
        self._make_easier(variant)  # a talk is a visit of its own
        if stop.name == "countdown":
            self._now += self._rules.idle_seconds + 1
            self._post(ev.Tick())

    def _read(self, stop: Stop, variant: plan.Variant) -> Scene:
        """What is there."""
        talk = bool(self.session.presenting)
        width, height = variant.size
        notes = 0.085 * width if width > height else 0.105 * height
        room = height - notes if talk else height
        scene = Scene(
            stop=plan.kind_of(stop),
            screen="talk" if talk else self.session.panel or self.session.screen,
            box=Box(0, 0, *variant.size),
            u=min(min(width, room) / 1080, max(width, room) / 1920),
            text_size=variant.text,
            mirrored=bool(self.session.mirrored),
            reach=self._reach,
        )
        return self.walker.read(scene, self._hidden())

    def _stands_at(self, stop: Stop, variant: plan.Variant) -> bool:
        """Whether this screen stands there in another theme, and takes this one as it stands."""
        if self._at is None:
            return False
        name, shown = self._at
        return name == stop.name and shown.values[:3] == variant.values[:3] and self._dressed(shown)

    def _leads_on(self, stop: Stop, variant: plan.Variant) -> bool:
        """Whether the events of a stop lead there from the one before, whatever Tab has done there:
        from a page of the staff only their other pages are reached."""
        for_staff = stop.events[:2] == (ev.OpenStaff(), ev.AcceptPin())
        leads = self._mode == "browsing" or (for_staff and self._mode in ("pin", "staff"))
        return leads and self._dressed(variant)

    def _dressed(self, variant: plan.Variant) -> bool:
        state, comfort = self.session.state, self.session.state.comfort
        if (state.language, comfort.theme) != (variant.language, variant.theme):
            return False
        asked_for = (comfort.text_size, comfort.reach) == (variant.text, self._reach)
        return asked_for or state.mode in plan.OWN

    def _settle(self) -> None:
        """Until everything stands, also what is made bit by bit beside the screen, and the pictures
        that are asked for once items are in their places."""
        # What is left of a page behind a panel or the countdown is taken of a frame
        self._gate.shut = not self.session.panel and self.session.mode != "warning"
        self.shell.settle()
        controller = self.shell.engine.incubationController()
        for _time in range(PLACED):
            self.walker.place()
            while controller is not None and controller.incubatingObjectCount():
                controller.incubateFor(1000)
                self.shell.app.processEvents()
            self.shell.settle()

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

    def run(self, rounds: list[list[plan.Errand]], every: int) -> Iterator[dict[str, Any]]:
        """Look at all screens; each `every`th is drawn too, none when it is 0."""
        count = 0
        for errands in rounds:
            for name, variant in self._round(errands):
                count += 1
                each = asked.each(every, variant)
                yield self._look(name, variant, bool(each) and count % each == 0)

    def _round(self, errands: list[plan.Errand]) -> Iterator[tuple[str, plan.Variant]]:
        """The screens of a round in the order that is the fastest: where the page stands it takes
        the other themes, beginning with the one of the page before; the rest theme by theme."""
        left = {errand.variant: dict.fromkeys(errand.stops) for errand in errands}
        now = errands[0].variant
        self.dress(now)
        for name in list(dict.fromkeys(name for errand in errands for name in errand.stops)):
            for variant in [now, *(other for other in left if other != now)]:
                stands = variant == now or self._stands_at(self.stops[name], variant)
                if stands and name in left[variant]:
                    yield name, variant
                    del left[variant][name]
                    now = variant
        for variant, names in left.items():
            if names:
                self._begin(variant)
            for name in names:
                yield name, variant

    def _look(self, name: str, variant: plan.Variant, drawn: bool) -> dict[str, Any]:
        """One screen: what stands there, and what is wrong with it."""
        scene = self.go(self.stops[name], variant)
        faults: list[list[str]] = []
        if drawn:
            self._drop_focus()
            pictures = picture.two_pictures(self.window, self.walker.texts)
            faults = [["picture", w] for w in picture.look(scene, *pictures)]
        scene.focus = self.walker.press_tab()
        scene.warnings = list(self._warned.lines)
        faults += [[check, w] for check, judge in CHECKS.items() for w in judge(scene)]
        return {
            "stop": name,
            "variant": str(variant),
            "drawn": drawn,
            "texts": len(scene.words),
            "targets": len(scene.targets),
            "faults": faults,
        }


def _put_versions(store: Store) -> None:
    """A good version, a signed one, and one that the stand went back from by itself."""
    shelf.install(store, "2026.9")
    shelf.install(store, "2026.10", 7)
    failed = shelf.install(store, "2026.11", good=False)
    store.give_up(failed.id, "A page took longer than two seconds to draw.")


def main() -> int:
    """Do the part of the errands that was asked for."""
    options = asked.options()
    worker = Worker(asked.content(options), reach=options.reach)
    rounds = asked.rounds(options, list(worker.stops))
    every = asked.every(options)
    with contextlib.ExitStack() as stack:
        out = sys.stdout
        if options.log:
            out = stack.enter_context(options.log.open("a", encoding="utf-8"))
        for line in worker.run(rounds, every):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
            out.flush()
    worker.shell.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
