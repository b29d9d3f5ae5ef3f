"""Every page once in each language and text size: then what the kiosk keeps for the next time is as
full as it gets, and what still grows is no store that fills up.

Colours and reach take turns: each has pictures or places of its own, but little of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, product
from typing import get_args

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.session import Session
from kiosk.visit import events as ev
from kiosk.visit.outline import Outline
from kiosk.visit.state import TextSize, ThemeName

PAGE_MILLISECONDS = 380
"""Sooner, the next page is taken for the second half of a double tap."""


class Tour(QObject):
    """Walks through the pages of a session, then calls `done`."""

    def __init__(self, session: Session, outline: Outline, done: Callable[[], None]) -> None:
        super().__init__(session)
        self._session, self._done = session, done
        self._ahead = stops(outline)
        session.begin()
        self._timer = QTimer(self, interval=PAGE_MILLISECONDS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        """Changes nothing that is as it should be, and gives each page its time."""
        stop = next(self._ahead, None)
        if stop is None:
            self._timer.stop()
            self._done()
            return
        for event in stop:
            self._session.post(event)


def stops(outline: Outline) -> Iterator[tuple[ev.Event, ...]]:
    """What a visitor would touch, page by page."""
    colours, reaches = cycle(get_args(ThemeName)), cycle((False, True))
    for language, size in product(outline.languages, get_args(TextSize)):
        comfort = (
            *(ev.SetLanguage(language), ev.SetTextSize(size)),
            *(ev.SetReach(next(reaches)), ev.SetTheme(next(colours))),
        )
        for place in pages(outline):
            yield (*comfort, ev.OpenStory(*place))
            comfort = ()


def pages(outline: Outline) -> Iterator[tuple[int, int, int]]:
    """All pages: section, story, page."""
    for s, section in enumerate(outline.sections):
        for n, story in enumerate(section.stories):
            yield from ((s, n, page) for page in range(len(story.pages)))
