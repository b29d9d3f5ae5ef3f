"""The real `kiosk run` with a small observer inside, which answers over two pipes.

    python -m tests.soak.probe READING WRITING run --no-supervisor ...

Nothing of the program is replaced: the observer is hung beside what begins after the first frame.
It counts what happens, and weighs the process when it has come to rest on home.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import sys
from typing import Any

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtQuick import QQuickItem

import kiosk.__main__
from kiosk import app
from kiosk.visit.patience import RESTING

REST_MILLISECONDS = 2500
"""Films, pictures and helpers that are freed later have ended by then."""
SCENE_MILLISECONDS = 400
CHANGE_TRIES = 75


class Probe(QObject):
    """Counts, and answers one line with one line of JSON: "count", "rest" or "change"."""

    def __init__(self, show: app.Show, reading: int, writing: int) -> None:
        super().__init__(show.session)
        self._show, self._session = show, show.session
        self._reading, self._writing = reading, writing
        self._library = ctypes.CDLL("libc.so.6")
        self._counts = dict.fromkeys(("taps", "pages", "languages", "panels", "visits"), 0)
        self._post = self._session.post
        self._session.post = self._seen  # type: ignore[method-assign]
        window: Any = show.shell.window
        window.installEventFilter(self)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._asked)

    def eventFilter(  # noqa: N802 - Qt's name
        self, _watched: QObject, event: QEvent
    ) -> bool:
        """Count the taps that have really arrived."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._counts["taps"] += 1
        return False

    def _seen(self, event: Any) -> None:
        before = self._session.state
        self._post(event)
        after, counts = self._session.state, self._counts
        page, was = after.place, before.place
        turned = (page.section, page.story, page.page) != (was.section, was.story, was.page)
        counts["pages"] += turned and page.screen == "page"
        counts["languages"] += after.language != before.language
        counts["panels"] += bool(after.panel) and after.panel != before.panel
        counts["visits"] += after.mode in RESTING and before.mode not in RESTING

    def _asked(self) -> None:
        question = os.read(self._reading, 100).decode().split()
        for word in question:
            if word == "count":
                self._answer(self._counts)
            elif word == "rest":
                self._session.startOver()
                QTimer.singleShot(1000, self._wake)
            elif word == "change":
                self._session.startOver()
                self._change(self._session.property("edition"), CHANGE_TRIES)

    def _wake(self) -> None:
        self._session.begin()
        QTimer.singleShot(REST_MILLISECONDS, self._weigh)

    def _weigh(self) -> None:
        """What the process holds, after everybody has given back what nobody uses."""
        shell = self._show.shell
        gc.collect()
        shell.engine.collectGarbage()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._library.malloc_trim(0)
        window: Any = shell.window
        items = window.contentItem().findChildren(QQuickItem)
        objects = len(items) + len(shell.app.findChildren(QObject))
        process = psutil.Process()
        weighed = {
            "rss": process.memory_info().rss,
            "threads": process.num_threads(),
            "handles": process.num_fds(),
            "objects": objects,
            "screen": self._session.property("screen"),
        }
        self._answer(self._counts | weighed)

    def _change(self, edition: int, tries: int) -> None:
        """End scenes until other content has come, or nobody believes in it any more."""
        changed = self._session.property("edition") != edition
        if changed or not tries:
            self._answer({"changed": changed})
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
