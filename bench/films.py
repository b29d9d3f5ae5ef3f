"""One run of `bench.frames`: draws, and prints when which frame was shown as JSON.

`python -m bench.films kiosk|floor software|gpu [parts] [few]`. The moments are those of
`frameSwapped`, taken on the thread that draws; `parts` also says what the heaviest frames of each
film went into; `few` goes into every third section only.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NoReturn

from bench.glass import gaps_since
from bench.live import Live, moving, on_frames, tap, wait
from bench.parts import Parts, heaviest

FILM_SECONDS = 0.75
"""From the touch that changes the page until it has come to rest."""
REST_SECONDS = 0.6
"""From the end of a film until the next touch, the old screen gone and the new one alive."""
ANSWER_SECONDS = 10
WARM_SECONDS = 0.15
"""The same in the round that is not measured, once the screen says that it stands."""
FLOOR_FILMS = 12
FEW = 3
HEAVIEST = 3
"""Frames of each film whose parts are told."""
NAMES = ("home - section", "section - page", "page - page", "back home")
keep: list[Any] = []
"""What must outlive the measurement: Qt is not taken down."""


class Camera:
    """Notes the moments of all frames, and cuts films out of them."""

    def __init__(self, engine: Any, window: Any) -> None:
        self._moments: list[float] = []
        self._worked: list[float] = []
        self.films: dict[str, list[list[float]]] = {}
        self.since: dict[str, list[float]] = {}
        """When each film began."""
        self.work: list[float] = []
        """Milliseconds of processor time from frame to frame on the thread that draws."""
        self.busy: list[float] = []
        """The same per frame of each film, of all threads."""
        self.parts: Parts | None = None
        self.heaviest: list[tuple[str, list[tuple[float, ...]]]] = []
        """The name of each film and its frames that cost most, when parts are booked."""
        self._used = 0.0
        moving(engine, window)
        on_frames(window, self._frame)

    def forget(self) -> None:
        """Throw away what has been filmed."""
        self.films.clear()
        self.work.clear()
        self.since.clear()
        self.busy.clear()
        self.heaviest.clear()

    def roll(self) -> None:
        """From here on processor time counts."""
        self._moments.clear()
        self._worked.clear()
        self._used = time.process_time()

    def film(self, name: str, since: float) -> None:
        """Keep the times between the frames from a moment on, the frame before it included."""
        wait(max(0.0, since + FILM_SECONDS - time.monotonic()))
        used = time.process_time() - self._used
        shown, worked = list(self._moments), list(self._worked)
        self.films.setdefault(name, []).append(gaps_since(shown, since, FILM_SECONDS))
        self.since.setdefault(name, []).append(since)
        self.work += [1000 * (b - a) for a, b in itertools.pairwise(worked)]
        self.busy.append(1000 * used / max(1, len(shown)))
        if self.parts is not None:
            most = heaviest(self.parts.frames, since, FILM_SECONDS, HEAVIEST)
            self.heaviest.append((name, most))
            self.parts.frames.clear()

    def _frame(self) -> None:
        self._worked.append(time.thread_time())
        self._moments.append(time.monotonic())


def main() -> NoReturn:
    """Draw and print."""
    what, backend = sys.argv[1:3]
    parts, few = "parts" in sys.argv[3:], "few" in sys.argv[3:]
    camera = kiosk(backend, parts=parts, few=few) if what == "kiosk" else floor(backend)
    names = ("films", "since", "work", "busy", "heaviest")
    json.dump({name: getattr(camera, name) for name in names}, sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # not waiting for the thread that draws


def floor(backend: str) -> Camera:
    """The window in which nothing but the mover is drawn."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

    api = QSGRendererInterface.GraphicsApi
    QQuickWindow.setGraphicsApi(api.Software if backend == "software" else api.OpenGL)
    app = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine(str(Path(__file__).with_name("Empty.qml")))
    window: Any = engine.rootObjects()[0]
    window.setGeometry(window.screen().geometry())
    camera = Camera(engine, window)
    wait(1.5)
    for _ in range(FLOOR_FILMS):
        camera.roll()
        wait(0.1)
        camera.film("floor", time.monotonic())
    keep.extend((app, engine))
    return camera


def kiosk(backend: str, *, parts: bool = False, few: bool = False) -> Camera:
    """From home into each section, its first story, and on; the first round only warms up."""
    with tempfile.TemporaryDirectory() as folder:
        live = Live(backend, Path(folder))
        wait(1)
        live.session.begin()
        wait(2)
        camera = Camera(live.shell.engine, live.window)
        camera.parts = Parts(live.window) if parts else None
        visitor = Visitor(live, camera)
        sections = live.content.bundle.sections[:: FEW if few else 1]
        for measured in (False, True):
            visitor.filming = measured
            camera.forget()
            for section in sections:
                visitor.walk(section)
    return camera


class Visitor:
    """Walks from home to the second page of a story, and is filmed."""

    def __init__(self, live: Live, camera: Camera) -> None:
        self._live = live
        self._camera = camera
        self.filming = True
        """Otherwise it goes on as soon as a screen stands, and only what it shows is kept."""
        self._turned: list[tuple[str, float]] = []
        live.session.placeChanged.connect(lambda: self._note("place"))
        live.session.stepChanged.connect(lambda: self._note("step"))

    def walk(self, section: Any) -> None:
        """From home through a section, and back home."""
        hero = next((s for s in section.stories if s.id == section.hero), section.stories[0])
        self._touch(NAMES[0], section.title.get("en"))
        self._touch(NAMES[1], hero.title.get("en"))
        self._touch(NAMES[2], "Next")
        self._touch(NAMES[2], "Next")
        self._touch(NAMES[3], "Home")

    def _touch(self, name: str, button: str) -> None:
        self._turned.clear()
        found = self._find(button)
        self._camera.roll()
        tap(found)
        late = time.monotonic() + ANSWER_SECONDS
        while not self._turned and time.monotonic() < late:
            wait(0.02)
        if not self._turned:
            raise SystemExit(f"a tap on {button!r} changed nothing")
        what, since = self._turned[0]
        if not self.filming:
            self._stand()
            return
        if what == "place":  # "Next" may as well turn a timeline to its next year
            self._camera.film(name, since)
        wait(REST_SECONDS)

    def _stand(self) -> None:
        late = time.monotonic() + ANSWER_SECONDS
        while not self._live.window.property("ready") and time.monotonic() < late:
            wait(0.02)
        wait(WARM_SECONDS)

    def _find(self, button: str) -> Any:
        """The button, when the screen before it stands: a busy machine takes its time."""
        late = time.monotonic() + ANSWER_SECONDS
        while True:
            try:
                return self._live.named(button)
            except LookupError:
                if time.monotonic() > late:
                    raise
                wait(0.1)

    def _note(self, what: str) -> None:
        self._turned.append((what, time.monotonic()))


if __name__ == "__main__":
    main()
