"""What can happen in a visit. Each event is a small frozen record; verbs are intents."""

from __future__ import annotations

import msgspec

from kiosk.visit.state import Closing, Panel, TextSize, ThemeName


class Event(msgspec.Struct, frozen=True):
    """Base of all events. All but `Tick` and `KeepHours` are signs that somebody is there."""


class Tick(Event, frozen=True):
    """Time has passed; nobody did anything."""


class KeepHours(Event, frozen=True):
    """The opening hours have begun (None) or are over; a visit that goes on is not cut short."""

    closing: Closing | None = None


class Touched(Event, frozen=True):
    """A sign of life that asks for nothing: a touch beside the targets, a drag going on, a key."""


class Begin(Event, frozen=True):
    """The touch that wakes the attract loop."""


class OpenSection(Event, frozen=True):
    """Show a section (index from 0)."""

    section: int


class OpenStory(Event, frozen=True):
    """Show a page of a story (indices from 0)."""

    section: int
    story: int
    page: int = 0


class Next(Event, frozen=True):
    """The next step, page or story; home after the last story of a section."""


class Previous(Event, frozen=True):
    """The step or page before, inside the story."""


class Back(Event, frozen=True):
    """Close the panel, or return to where the visitor came from."""


class GoHome(Event, frozen=True):
    """Show home."""


class ChooseStep(Event, frozen=True):
    """Go to a step of the page (index from 0)."""

    step: int


class ChooseAnswer(Event, frozen=True):
    """Answer the question of this step; the first answer counts."""

    answer: int


class OpenPanel(Event, frozen=True):
    """Open a panel; opening the open one closes it."""

    panel: Panel


class ClosePanel(Event, frozen=True):
    """Close the panel, if any is open."""


class SetLanguage(Event, frozen=True):
    """Change the language; the place stays."""

    language: str


class SetTextSize(Event, frozen=True):
    """Change the text size."""

    text_size: TextSize


class SetTheme(Event, frozen=True):
    """Change the colours."""

    theme: ThemeName


class SetLessMotion(Event, frozen=True):
    """Ask for less movement, or for the usual."""

    less_motion: bool


class SetReach(Event, frozen=True):
    """Ask for everything that is touched in the lower part of the screen, or for the usual."""

    reach: bool


class ResetComfort(Event, frozen=True):
    """Text size, colours, movement and reach as the stand has them."""


class KeepGoing(Event, frozen=True):
    """The visitor is still there."""


class StartOver(Event, frozen=True):
    """End this visit now."""


class OpenStaff(Event, frozen=True):
    """The staff gesture is complete: ask for the PIN."""


class AcceptPin(Event, frozen=True):
    """The PIN was right."""


class LeaveStaff(Event, frozen=True):
    """Back to visitors."""


class OpenStaffPage(Event, frozen=True):
    """Show a page of the staff's screens by its name; empty: their menu."""

    page: str = ""


class Clean(Event, frozen=True):
    """Take no touch for a minute: the glass is being wiped."""


class StepAway(Event, frozen=True):
    """Tell visitors that staff are back in so many minutes."""

    minutes: int


class Present(Event, frozen=True):
    """Begin a talk: a visit that does not end while somebody speaks."""
