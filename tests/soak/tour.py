"""Every page once in each language, text size and theme: then what the kiosk keeps for the next
time is as full as it gets, and what still grows is no store that fills up.

With and without reach take turns: its places are its own, but little of it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from random import Random
from typing import get_args

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.bridge.session import Session
from kiosk.visit import events as ev
from kiosk.visit.outline import Outline
from kiosk.visit.state import TextSize, ThemeName

PAGE_MILLISECONDS = 380
"""Sooner, the next page is taken for the second half of a double tap."""
CHANGED = 0.15
"""How often each of language, text size, theme and reach is another for the next page."""

Stop = tuple[ev.Event, ...]
"""What a visitor would touch for the next page."""


class Tour(QObject):
    """Makes these stops in a session, then calls `done`."""

    def __init__(self, session: Session, ahead: Iterator[Stop], done: Callable[[], None]) -> None:
        super().__init__(session)
        self._session, self._done, self._ahead = session, done, ahead
        session.begin()
        self._timer = QTimer(self, interval=PAGE_MILLISECONDS, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        """Changes nothing that is as it should be, and gives each page its time."""
        stop = next(self._ahead, None)
        if stop is None:
            self._done()
            self.deleteLater()
            return
        for event in stop:
            self._session.post(event)
        self._timer.start()


def everything(outline: Outline) -> Iterator[Stop]:
    """Page by page; all text sizes before one of them in another theme."""
    sizes, themes = get_args(TextSize), get_args(ThemeName)
    rounds = product(range(len(themes)), enumerate(outline.languages), enumerate(sizes))
    for turn, (other, language), (n, size) in rounds:
        step = turn + n
        comfort = (
            *(ev.SetLanguage(language), ev.SetTextSize(size)),
            *(ev.SetTheme(themes[step % len(themes)]), ev.SetReach((step + other) % 2 == 1)),
        )
        for place in pages(outline):
            yield (*comfort, ev.OpenStory(*place))
            comfort = ()


def anything(outline: Outline, chance: Random) -> Iterator[Stop]:
    """Pages without end and without any plan; now and then what suits the visitor changes."""
    places = list(pages(outline))
    while True:
        comfort: tuple[ev.Event, ...] = (
            ev.SetLanguage(chance.choice(outline.languages)),
            ev.SetTextSize(chance.choice(get_args(TextSize))),
            ev.SetTheme(chance.choice(get_args(ThemeName))),
            ev.SetReach(chance.random() < 0.5),
        )
        picked = tuple(each for each in comfort if chance.random() < CHANGED)
        yield (*picked, ev.OpenStory(*chance.choice(places)))


def pages(outline: Outline) -> Iterator[tuple[int, int, int]]:
    """All pages: section, story, page."""
    for s, section in enumerate(outline.sections):
        for n, story in enumerate(section.stories):
            yield from ((s, n, page) for page in range(len(story.pages)))
