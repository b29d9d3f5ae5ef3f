"""What the screen tells its supervisor: what it is about to show, its limits, and each second how
it is. Without a supervisor it tells nobody and costs nothing. Qt comes through the bridge.
"""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from kiosk import log as kiosk_log
from kiosk.guard import heart
from kiosk.guard.heart import Beat, Limits, Line, Opening, Step
from kiosk.guard.ladder import Record
from kiosk.record import replace
from kiosk.visit.patience import RESTING

if TYPE_CHECKING:
    from kiosk.bridge.session import Session
    from kiosk.bridge.shell import Shell
    from kiosk.changing import Screen
    from kiosk.content.model import Bundle
    from kiosk.settings import Upkeep
    from kiosk.visit.state import State

log = logging.getLogger(__name__)

_GONE = "the supervisor has gone; the screen ends"
SAFE_PAGE = "safe screen"
NAMED = "named"
"""Stands for the version of content that was named on the command line."""


class Telling:
    """The screen's side of the heartbeat."""

    def __init__(self, line: Line | None, record: Record) -> None:
        self._line = line
        self.record = record
        """Where on the crash ladder the stand is."""
        self._shell: Shell | None = None
        self._session: Session | None = None
        self._screen: Screen | None = None

    @property
    def supervised(self) -> bool:
        """Whether somebody listens who starts this process again."""
        return self._line is not None

    def opening(self, version: str) -> None:
        """This version will be shown; to be said before anything of it is."""
        self._starting(Opening(version))

    def step(self) -> None:
        """A part of the start is done."""
        self._starting(Step())

    def _starting(self, message: Opening | Step) -> None:
        """When the supervisor has gone, there is no use in this start: the next one has its own."""
        if self._line is not None and not self._line.say(message):
            log.warning(_GONE)
            kiosk_log.shut_down()
            os._exit(0)

    def begin(
        self, shell: Shell, session: Session | None, screen: Screen | None, upkeep: Upkeep
    ) -> object:
        """The first frame is there: bind this process to the supervisor, and beat."""
        if self._line is None or shell.window is None:
            return None
        from kiosk.bridge.heart import Heart
        from kiosk.guard import parent

        parent.end_with_parent()
        self._shell, self._session, self._screen = shell, session, screen
        night = upkeep.night_minute()
        self._line.say(Limits(upkeep.memory_megabytes * 1_000_000, night))
        return Heart(shell.window, self._ask, self._tell)

    def _ask(self) -> None:
        if self._session is not None:
            self._session.tick()

    def _tell(self, drawn: float | None, owed: float) -> None:
        assert self._line is not None
        if (
            not self._line.say(replace(self._beat(drawn), owed=round(owed, 1)))
            and self._shell is not None
        ):
            log.warning(_GONE)
            self._shell.leave()

    def _beat(self, drawn: float | None) -> Beat:
        from kiosk.guard.memory import resident

        session, screen = self._session, self._screen
        if session is None or screen is None:
            return Beat(drawn, SAFE_PAGE, rss=resident(), idle=True)
        state = session.state
        page = page_of(state, screen.content.bundle)
        idle = state.mode in RESTING
        return Beat(drawn, page, state.mode, screen.version, resident(), idle)


def page_of(state: State, bundle: Bundle) -> str:
    """The address of the page that is shown, or the name of the screen that is none."""
    place = state.place
    if state.mode not in ("browsing", "warning"):
        return state.mode
    if place.screen == "home":
        return "home"
    section = bundle.sections[place.section]
    if place.screen == "section":
        return section.id
    story = section.stories[place.story]
    return f"{section.id}/{story.id}/{story.pages[place.page].id}"


def from_environment(record: Record) -> Telling:
    """The telling of this process, from what a supervisor has handed on."""
    return Telling(heart.line_from(os.environ), record)
