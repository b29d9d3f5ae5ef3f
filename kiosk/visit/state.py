"""State of a visit and the rules it runs under: frozen records, no behaviour but look-ups."""

from __future__ import annotations

from math import inf
from typing import Literal

import msgspec
from msgspec.structs import replace

from kiosk.visit.outline import Outline, PageOutline, StoryOutline

Mode = Literal["attract", "browsing", "warning", "pin", "staff", "cleaning", "away", "closed"]
Panel = Literal["", "language", "accessibility", "sources", "takeaway"]
TextSize = Literal["standard", "large", "largest"]
ThemeName = Literal["dark", "light", "contrast"]

STAFF_PAGES = (
    "about",
    "away",
    "hours",
    "languages",
    "settings",
    "statistics",
    "sticks",
    "touch",
    "versions",
)
"""The staff's pages by name, beside the menu. The screen of `touch` is `StaffTouchScreen.qml`."""

MOST_AWAY_MINUTES = 60
"""A message that staff are away runs no longer than this."""

NOWHERE = -1
"""Index of "no section" and "no story": the place is home, or a section without a story."""


class Place(msgspec.Struct, frozen=True):
    """Where a visitor is: home, a section, or a step of a page of a story (indices from 0)."""

    section: int = NOWHERE
    story: int = NOWHERE
    page: int = 0
    step: int = 0

    @property
    def screen(self) -> Literal["home", "section", "page"]:
        """The screen that shows this place."""
        if self.section == NOWHERE:
            return "home"
        return "section" if self.story == NOWHERE else "page"


class Comfort(msgspec.Struct, frozen=True):
    """What a visitor may change to see better; back to the stand's own values at the reset."""

    text_size: TextSize = "standard"
    theme: ThemeName = "dark"
    less_motion: bool = False
    reach: bool = False
    """Whatever one touches lies in the lower part of the screen, for those who sit."""


class SignRow(msgspec.Struct, frozen=True):
    """A line of the sign with the opening hours: days from `first` to `last` (0 is Monday), or
    dates from `day` to `until` (ISO 8601), and when the stand is open then. `hours` is a text such
    as 9:00–17:00; empty: `open` all day, or not at all.
    """

    hours: str
    open: bool
    first: int = 0
    last: int = 0
    day: str = ""
    until: str = ""


class Closing(msgspec.Struct, frozen=True):
    """How the stand looks outside its opening hours, and the hours that it shows then."""

    look: Literal["dim", "off"] = "dim"
    rows: tuple[SignRow, ...] = ()


class Rules(msgspec.Struct, frozen=True):
    """The bundle's outline, the stand's start values, and times in seconds."""

    outline: Outline
    language: str
    comfort: Comfort = Comfort()
    idle_seconds: float = 60
    panel_seconds: float = 120
    warning_seconds: float = 30
    pin_seconds: float = 30
    staff_seconds: float = 120
    cleaning_seconds: float = 60
    presenter_seconds: float = 3600
    """A talk that nobody touches for an hour is over, whatever staff forgot."""
    settle_seconds: float = 0.35
    """After a change of screen, intents are ignored for this long: the second half of a double
    tap must not press what has just appeared under the finger."""


class State(msgspec.Struct, frozen=True):
    """All that a visit holds. Times are readings of the injected monotonic clock in seconds.

    `away_until` outlives the visit: while it lies ahead, the stand says when staff are back
    wherever it would show the attract loop. `closing` is how it rests outside its opening hours,
    None inside them.
    """

    language: str
    comfort: Comfort
    mode: Mode = "attract"
    place: Place = Place()
    history: tuple[Place, ...] = ()
    panel: Panel = ""
    answers: tuple[tuple[Place, int], ...] = ()
    now: float = 0.0
    last_activity: float = 0.0
    warned_at: float = 0.0
    settled_at: float = -inf
    staff_page: str = ""
    presenting: bool = False
    cleaned_at: float = 0.0
    away_until: float = -inf
    away_minutes: int = 0
    closing: Closing | None = None

    def answer_at(self, place: Place) -> int:
        """The answer chosen at a place, -1 if none."""
        return next((answer for where, answer in self.answers if where == place), -1)


def start_state(rules: Rules, now: float) -> State:
    """The state of a fresh kiosk: attract loop, everything as the stand wants it."""
    return State(
        language=rules.language,
        comfort=rules.comfort,
        now=now,
        last_activity=now,
    )


def resting_state(rules: Rules, state: State) -> State:
    """The state after a visit or a staff screen: fresh, but a message of the staff goes on, and
    a closed stand is closed."""
    fresh = replace(start_state(rules, state.now), closing=state.closing)
    if state.away_until <= state.now:
        return fresh if state.closing is None else replace(fresh, mode="closed")
    return replace(fresh, mode="away", away_until=state.away_until, away_minutes=state.away_minutes)


def story_at(rules: Rules, place: Place) -> StoryOutline:
    """The outline of the story at a place on the page screen."""
    return rules.outline.sections[place.section].stories[place.story]


def page_at(rules: Rules, place: Place) -> PageOutline:
    """The outline of the page at a place on the page screen."""
    return story_at(rules, place).pages[place.page]
