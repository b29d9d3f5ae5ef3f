"""Runs attempts: first on a plain window, then on the real kiosk, which must not care."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tests.breakout.attempts import Attempt, Event
from tests.breakout.hands import Hands
from tests.breakout.place import CHECKOUT, Place
from tests.breakout.witness import differences, look
from tests.e2e.driver import Kiosk, say, until
from tests.e2e.driver.program import Program
from tests.e2e.steps import step_home

SETTINGS = "[idle]\nseconds = 3600\npanel_seconds = 3600\n"
HEARD_SECONDS = 5.0
HOME_SECONDS = 60.0
SHORTEST = 1.0
GREETINGS = 3


@dataclass
class Row:
    """A line of the table."""

    attempt: str
    place: str
    control: bool
    times: int = 0
    escapes: list[str] = field(default_factory=list)

    @property
    def fine(self) -> bool:
        """Whether it proves that there is no way out here."""
        return self.control and self.times > 0 and not self.escapes


class Window:
    """The plain window, and what it has told so far."""

    def __init__(self, place: Place) -> None:
        words = [sys.executable, "-m", "tests.breakout.plain"]
        folder = place.stand.folder
        self._program = Program(words, folder, "plain", place.environment(), folder=CHECKOUT)
        until("the plain window", lambda: {"ready": True} in self.events(), details=self._why)
        until("its window", lambda: len(place.stand.screen.frames()) == 1)
        self._heard = 0

    def events(self) -> list[Event]:
        """All events so far."""
        whole = self._program.said.rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines()]

    def hears(self, attempt: Attempt, hands: Hands) -> bool:
        """Whether an attempt arrives."""
        before = len(self.events())
        attempt.act(hands)
        end = time.monotonic() + HEARD_SECONDS
        while time.monotonic() < end:
            if attempt.heard(hands, self.events()[before:]):
                return True
            time.sleep(0.1)
        return False

    def reads_back(self, hands: Hands) -> bool:
        """Whether "hello" that is typed is "hello" that arrives."""
        before = len(self.events())
        hands.keys(*"hello")
        end = time.monotonic() + HEARD_SECONDS
        while time.monotonic() < end:
            texts = [event["text"] for event in self.events()[before:] if "text" in event]
            if "".join(texts) == "hello":
                return True
            time.sleep(0.1)
        return False

    def end(self) -> None:
        """Close it."""
        self._program.end()

    def _why(self) -> str:
        return self._program.complained


def controls(place: Place, attempts: Iterable[Attempt]) -> dict[str, bool]:
    """Name of an attempt -> whether it arrives at a plain window; none does if no key does."""
    hands = Hands(place, SHORTEST)
    window = Window(place)
    try:
        # the first keys may come before the window has them
        can_type = any(window.reads_back(hands) for _ in range(GREETINGS))
        return {each.name: can_type and window.hears(each, hands) for each in attempts}
    finally:
        window.end()


class Series:
    """One kiosk on one place, on which everything is tried."""

    def __init__(self, place: Place, times: int, seconds: float, options: tuple[str, ...] = ()):
        self._place = place
        self._times = times
        self._hands = Hands(place, seconds)
        self._options = options
        self._kiosk = self._start()

    def run(self, attempts: Iterable[Attempt], heard: dict[str, bool]) -> Iterator[Row]:
        """Each attempt so many times; a row when it is through."""
        for attempt in attempts:
            row = Row(attempt.name, self._place.name, heard[attempt.name])
            for _ in range(self._times if row.control else 0):
                row.times += 1
                row.escapes += self._watched(lambda attempt=attempt: self._try(attempt))
            if row.control:
                row.escapes += self._watched(self._hear)
            yield row

    def end(self) -> None:
        """End the kiosk."""
        self._kiosk.end()

    def _start(self) -> Kiosk:
        self._place.stand.fresh(SETTINGS)
        kiosk = Kiosk(self._place.stand, *self._options, variables=self._place.variables)
        kiosk.see(say("Touch to begin"))
        self._home(kiosk)
        return kiosk

    def _home(self, kiosk: Kiosk) -> None:
        until("home", lambda: step_home(kiosk), HOME_SECONDS, kiosk.describe)

    def _try(self, attempt: Attempt) -> list[str]:
        """What is wrong after one attempt."""
        before = look(self._kiosk, self._place)
        words = attempt.act(self._hands)
        if attempt.elsewhere:
            self._home(self._kiosk)
        after = look(self._kiosk, self._place)
        found = differences(before, after, elsewhere=attempt.elsewhere)
        return found + ([words] if words else [])

    def _hear(self) -> list[str]:
        return [] if self._hears_keys() else ["no key arrives any more"]

    def _watched(self, work: Callable[[], list[str]]) -> list[str]:
        """What is wrong; a kiosk that has ended, or is beyond reach, is started anew."""
        try:
            return work()
        except AssertionError as fault:
            self._kiosk.end()
            self._kiosk = self._start()
            return [str(fault).partition("\n")[0]]

    def _hears_keys(self) -> bool:
        """Whether Tab still moves the focus: the keys of the attempts have really arrived here."""
        before = self._focus()
        self._hands.keys("Tab")
        end = time.monotonic() + HEARD_SECONDS
        while time.monotonic() < end:
            if self._focus() not in ("", before):
                return True
        return False

    def _focus(self) -> str:
        nodes = self._kiosk.targets()
        return next((node.name for node in nodes if "focused" in node.states), "")
