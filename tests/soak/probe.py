"""The real `kiosk run` with a small observer inside, which answers over two pipes.

    python -m tests.soak.probe READING WRITING run --no-supervisor ...

Nothing of the program is replaced: the observer is hung beside what begins after the first frame.
It counts what happens, lends the hand a second finger, and weighs the process when it has come to
rest on home: always the same way there, so that like is compared with like.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, QTimer

import kiosk.__main__
from bench import heap
from kiosk import app
from kiosk.bridge.presenter import RETIRING_MILLISECONDS
from kiosk.visit.patience import RESTING
from tests.soak import inventory
from tests.soak.fingers import Fingers
from tests.soak.tour import Stop, Tour, anything, everything
from tests.soak.verdict import COUNTED

ATTRACT_MILLISECONDS = 1000
STORIES, STORY_MILLISECONDS = 12, 400
"""More than the presenter keeps, each so long that the visit takes the next touch."""
REST_MILLISECONDS = 2500
"""Films, pictures and helpers that are freed later have ended by then."""
READY_MILLISECONDS, READY_TRIES = 200, 50
SCENE_MILLISECONDS = 400
CHANGE_TRIES = 75
GONE_MILLISECONDS = RETIRING_MILLISECONDS + 500
LONGEST_QUESTION = 4096
_OF_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)


class Probe(QObject):
    """Counts, and answers a word with one line of JSON: "count", "tour", "rest", "explain",
    "change", "walk:" with the pages to see, "pinch:" with eight numbers after it, or "leak:" with
    the bytes to lose per page."""

    def __init__(self, show: app.Show, reading: int, writing: int) -> None:
        super().__init__(show.session)
        self._show, self._session = show, show.session
        self._reading, self._writing = reading, writing
        self._library = heap.library()
        self._counts: dict[str, int] = dict.fromkeys(COUNTED, 0)
        self._ahead: list[str] = []
        self._leak = 0
        self._lost: list[bytes] = []
        self._post = self._session.post
        self._session.post = self._seen  # type: ignore[method-assign]
        self._outline = self._session._rules.outline
        self._aimless = anything(self._outline, Random(reading))
        self._window: Any = show.shell.window
        shell = show.shell
        self._inventory = inventory.Inventory(shell.engine, shell.window, shell.app)
        self._fingers = Fingers(self._window, lambda: self._answer({}))
        self._window.installEventFilter(self)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def eventFilter(  # noqa: N802 - Qt's name
        self, _watched: QObject, event: Any
    ) -> bool:
        """Count the taps and pinches that have really arrived."""
        if event.type() in _OF_MOUSE:
            self._fingers.mouse_seen()
            self._counts["taps"] += event.type() == QEvent.Type.MouseButtonPress
        elif event.type() == QEvent.Type.TouchBegin:
            self._counts["pinches"] += event.pointCount() == 2
        return False

    def _seen(self, event: Any) -> None:
        before = self._session.state
        self._post(event)
        after, counts = self._session.state, self._counts
        page, was = after.place, before.place
        turned = (page.section, page.story, page.page) != (was.section, was.story, was.page)
        if turned and page.screen == "page":
            counts["pages"] += 1
            if self._leak:
                self._lost.append(b"x" * self._leak)
        counts["languages"] += after.language != before.language
        counts["panels"] += bool(after.panel) and after.panel != before.panel
        counts["visits"] += after.mode in RESTING and before.mode not in RESTING

    def _asked(self) -> None:
        answers: dict[str, Callable[[str], None]] = {
            "count": lambda _: self._answer(self._counts),
            "tour": lambda _: self._tour(everything(self._outline)),
            "walk": lambda number: self._tour(islice(self._aimless, int(number))),
            "leak": self._lose,
            "pinch": lambda spots: self._fingers.draw([float(each) for each in spots.split(",")]),
            "rest": lambda _: self._rest(),
            "explain": lambda _: self._answer(self._explained()),
            "change": lambda _: self._begin_change(),
        }
        for word in os.read(self._reading, LONGEST_QUESTION).decode().split():
            what, _, numbers = word.partition(":")
            answers[what](numbers)

    def _tour(self, ahead: Iterator[Stop]) -> None:
        self._touring = Tour(self._session, ahead, lambda: self._answer({}))

    def _lose(self, size: str) -> None:
        self._leak = int(size)
        self._answer({})

    def _rest(self) -> None:
        self._session.startOver()
        QTimer.singleShot(ATTRACT_MILLISECONDS, self._begin)

    def _begin_change(self) -> None:
        self._session.startOver()
        self._change(self._session.property("edition"), CHANGE_TRIES)

    def _begin(self) -> None:
        """A visit that is the same each time, so that what is kept of the last one is, too."""
        self._session.begin()
        sections = self._session.property("sections")
        stories = [each for section in sections for each in section.property("stories")]
        self._ahead = [story.property("address") for story in stories[:STORIES]]
        QTimer.singleShot(STORY_MILLISECONDS, self._walk)

    def _walk(self) -> None:
        if self._ahead:
            self._session.openAddress(self._ahead.pop())
            QTimer.singleShot(STORY_MILLISECONDS, self._walk)
        else:
            self._session.home()
            QTimer.singleShot(REST_MILLISECONDS, self._weigh)

    def _weigh(self, tries: int = READY_TRIES) -> None:
        """What the process holds, after everybody has given back what nobody uses.

        A busy machine may still be making home: with half of it there were fewer objects.
        """
        if tries and not self._window.property("ready"):
            QTimer.singleShot(READY_MILLISECONDS, lambda: self._weigh(tries - 1))
            return
        self._tidy()
        objects = self._inventory.classes().total()
        sizes = inventory.weighed(self._library)
        screen = self._session.property("screen")
        self._answer(self._counts | sizes | {"objects": objects, "screen": screen})

    def _explained(self) -> dict[str, dict[str, int]]:
        """The same in parts."""
        return {
            "items and objects": self._inventory.classes(),
            "objects of Python": inventory.types(),
            "resident bytes": inventory.mappings(),
        }

    def _tidy(self) -> None:
        """Twice: what JavaScript lets go may be garbage of Python's only then, and the reverse."""
        for _ in range(2):
            gc.collect()
            self._show.shell.engine.collectGarbage()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._library.malloc_trim(0)

    def _change(self, edition: int, tries: int) -> None:
        """End scenes until other content has come, or nobody believes in it any more."""
        changed = self._session.property("edition") != edition
        if changed or not tries:
            # What the old content had made is gone by then
            QTimer.singleShot(GONE_MILLISECONDS, lambda: self._answer({"changed": changed}))
            return
        self._session.endScene()
        QTimer.singleShot(SCENE_MILLISECONDS, lambda: self._change(edition, tries - 1))

    def _answer(self, words: dict[str, Any]) -> None:
        os.write(self._writing, json.dumps(words).encode() + b"\n")


def main() -> int:
    """Run the kiosk; the words after the two pipes are its own."""
    reading, writing, *words = sys.argv[1:]
    begin, kept = app.keep_hours, []

    def beside(show: app.Show, places: Any) -> object:
        kept.append(Probe(show, int(reading), int(writing)))
        return begin(show, places)

    app.keep_hours = beside
    return kiosk.__main__.main(words)


if __name__ == "__main__":
    sys.exit(main())
