"""The real interface under a clock of its own: goes to any screen at once and draws it complete.

The same window, session and views as in `kiosk run`. The tour takes its pictures of it, the
rehearsal looks whether everything can be drawn. Imports Qt only through the bridge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from kiosk import app
from kiosk.bridge import renderer, seen
from kiosk.bridge.shell import Look, Shell
from kiosk.content.model import Bundle
from kiosk.paths import Places
from kiosk.settings import Settings
from kiosk.store.reader import Loaded
from kiosk.visit import Closing, Comfort, SignRow
from kiosk.visit import events as ev
from kiosk.visit.state import STAFF_PAGES

LONG_SECONDS = 2 * 3600.0
"""After so long nothing is left of a visit, nor of what staff have set for a while."""

CLOSED = Closing(
    rows=(
        SignRow("9:00–17:00", open=True, first=0, last=4),
        SignRow("10:00–14:00, 18:00–2:00", open=True, first=5, last=5),
        SignRow("", open=False, first=6, last=6),
        SignRow("", open=False, day="2026-12-24", until="2026-12-26"),
    )
)
"""The hours of a stand as a picture shows them."""


@dataclass(frozen=True)
class Stop:
    """One picture: a name, the events that lead there from a fresh kiosk, the place in words."""

    name: str
    events: tuple[ev.Event, ...]
    place: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it shows a page of a story, or a step of one."""
        return [type(event) for event in self.events] == [ev.OpenStory, ev.ChooseStep]

    @property
    def is_for_visitors(self) -> bool:
        """Whether it shows something of the bundle; what staff see does not depend on it."""
        return not any(isinstance(event, ev.OpenStaff) for event in self.events)


class Still:
    """The interface over a bundle, in a window of this size in px; starts in `language`."""

    def __init__(
        self,
        content: Loaded,
        size: tuple[int, int],
        places: Places,
        language: str,
        comfort: Comfort | None = None,
        chosen: renderer.Renderer = "software",
    ) -> None:
        self._now = 0.0
        self.shell = Shell(chosen)
        rules = app.rules_for(content.bundle, Settings(), language)
        rules = replace(rules, settle_seconds=0, comfort=comfort or Comfort())
        self._rules, self._languages = rules, content.bundle.languages
        show = app.assemble(content, Settings(), rules, self.shell, places, lambda: self._now)
        self.session = show.session
        look = Look(window=size, still=True, closable=True)
        self.shell.show(self.session, look, lambda: self._now)

    def go(self, language: str, stop: Stop) -> bool:
        """Show a stop from a fresh kiosk; false when it was not complete in time."""
        self._now += LONG_SECONDS
        self.session.post(ev.Tick())
        self._start_in(language)
        for event in (ev.KeepHours(), ev.Begin()):
            self.session.post(event)
        return self._follow(language, stop)

    def _start_in(self, language: str) -> None:
        """Visits begin in this language, as if staff had chosen it: the attract loop speaks it."""
        if language != self._rules.language:
            self._rules = replace(self._rules, language=language)
            self.session.change_rules(self._rules, self._languages)
            for event in (ev.OpenStaff(), ev.AcceptPin(), ev.LeaveStaff()):
                self.session.post(event)

    def go_on(self, language: str, stop: Stop) -> bool:
        """The same, but from page to page without the way there, which takes the longest."""
        reading = self.session.state.mode == "browsing" and not self.session.state.panel
        if reading and stop.is_page:
            return self._follow(language, stop)
        return self.go(language, stop)

    def _follow(self, language: str, stop: Stop) -> bool:
        for event in (ev.SetLanguage(language), *stop.events):
            self.session.post(event)
        return self.shell.settle()

    def draws(self) -> bool:
        """Draw the screen; false when that cannot be done."""
        return self.shell.window is not None and seen.draws(self.shell.window)

    def texts(self) -> list[str]:
        """What stands written on the screen, icons left out."""
        return list(seen.visible_texts(self.shell.window)) if self.shell.window else []

    def close(self) -> None:
        """Take everything down."""
        self.shell.close()


def stops(bundle: Bundle, pages: Sequence[str] = (), *, screens_only: bool = False) -> list[Stop]:
    """The stops over all of a bundle, or over some pages, stories or sections."""
    found = list(_screens(bundle)) + ([] if screens_only else list(_pages(bundle)))
    if not pages:
        return found
    wanted = [page.strip("/").replace("/", "-") for page in pages]
    return [s for s in found if any(s.name == w or s.name.startswith(f"{w}-") for w in wanted)]


def _screens(bundle: Bundle) -> Iterator[Stop]:
    yield Stop("attract", (ev.StartOver(),), "attract loop")
    yield Stop("home", (), "home")
    for index, section in enumerate(bundle.sections):
        yield Stop(section.id, (ev.OpenSection(index),), section.id)
    accessibility = (ev.OpenStory(0, 0), ev.OpenPanel("accessibility"))
    yield Stop("panel-language", (ev.OpenPanel("language"),), "choice of languages")
    yield Stop("panel-accessibility", accessibility, "panel for easier reading")
    yield Stop("panel-sources", (ev.OpenStory(0, 0), ev.OpenPanel("sources")), "list of sources")
    yield Stop("panel-takeaway", (ev.OpenStory(0, 0), ev.OpenPanel("takeaway")), "what to take")
    yield Stop("staff-pin", (ev.OpenStaff(),), "PIN of the staff")
    entered = (ev.OpenStaff(), ev.AcceptPin())
    yield Stop("staff", entered, "staff menu")
    for page in STAFF_PAGES:
        yield Stop(f"staff-{page}", (*entered, ev.OpenStaffPage(page)), f"staff page {page}")
    yield Stop("staff-message", (*entered, ev.StepAway(10)), "message that staff are away")
    yield Stop("closed", (ev.KeepHours(CLOSED), ev.StartOver()), "outside the opening hours")
    yield Stop("staff-cleaning", (*entered, ev.Clean()), "lock for cleaning")
    talk = (*entered, ev.Present(), ev.OpenStory(0, 0))
    yield Stop("staff-talk", talk, "talk with notes")


def _pages(bundle: Bundle) -> Iterator[Stop]:
    for s, section in enumerate(bundle.sections):
        for t, story in enumerate(section.stories):
            for p, page in enumerate(story.pages):
                name = f"{section.id}-{story.id}-{page.id}"
                place = f"{section.id}/{story.id}/{page.id}"
                for step in range(page.step_count):
                    events = (ev.OpenStory(s, t, p), ev.ChooseStep(step))
                    if step == 0:
                        yield Stop(name, events, place)
                    else:
                        yield Stop(f"{name}-step{step + 1}", events, f"{place}, step {step + 1}")
