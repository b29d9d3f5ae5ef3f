"""Turns what happens in visits into counts. A pure observer: it changes nothing. No Qt, no disk.

It sees each step of the visit machine as (state before, event, state after). The rules:

- A visit counts as soon as it has shown a page, opened a panel or answered a question, and
  otherwise when it ends or is `CERTAIN_SECONDS` old. One that only leads to the right PIN was the
  staff's way to their screens and counts for nothing. What staff do there, and a talk, is not
  seen at all.
- A page counts once it has been on the screen for `SHOWN_SECONDS`: leafing through is no reading.
  Coming back is a new view, a step within a page is none.
- The time on a page ends with the next page, or with the last sign of life before the stand went
  to rest. A page that nobody touched any more is counted as `LEFT`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.stats import kinds
from kiosk.stats.dates import Slot
from kiosk.stats.names import PageName, Where
from kiosk.stats.tally import Tally
from kiosk.visit import Place, Rules, State, advance, deadline
from kiosk.visit import events as ev

SHOWN_SECONDS = 2.0
CERTAIN_SECONDS = 30.0
NO_PAGE: Where = (-1, -1, -1)


@dataclass
class _Page:
    """The page on the screen; `viewed` once it counts."""

    name: PageName
    arrived: float
    slot: Slot
    viewed: bool = False


@dataclass
class _Visit:
    """The visit that goes on; `counted` once it counts, `last` its last sign of life."""

    began: float
    slot: Slot
    language: str
    last: float
    counted: bool = False
    at_pin: bool = False
    page: _Page | None = None
    where: Where = NO_PAGE


class Observer:
    """Counts into a tally. `seen` and `pulse` may come from two threads."""

    def __init__(self, tally: Tally, on_end: Callable[[], None] = lambda: None) -> None:
        """`on_end` is called when a visit has ended and its counts should go to the disk."""
        self._tally = tally
        self._on_end = on_end
        self._lock = threading.Lock()
        self._names: Mapping[Where, PageName] = {}
        self._visit: _Visit | None = None

    def use(self, names: Mapping[Where, PageName]) -> None:
        """Count for this content from now on; comes between two visits."""
        with self._lock:
            self._names = names

    def seen(self, before: State, event: ev.Event, after: State, rules: Rules) -> None:
        """A step of the machine. Time passes first, then the event happens, as in the machine."""
        due = deadline(before, rules)
        passed = due is not None and after.now >= due
        with self._lock:
            if passed:
                timed = advance(before, ev.Tick(), after.now, rules)
                self._step(before, timed, None)
                before = timed
            if not isinstance(event, ev.Tick):
                self._step(before, after, event)

    def pulse(self, now: float) -> None:
        """Count what has become certain since the last event. `now` is the visit's clock."""
        with self._lock:
            visit = self._visit
            if visit is None:
                return
            self._settle(visit, now)
            if now - visit.began >= CERTAIN_SECONDS and not visit.at_pin:
                self._count(visit)

    def _step(self, old: State, new: State, event: ev.Event | None) -> None:
        visit = self._visit
        if visit is None:
            if _visiting(new) and not _visiting(old):
                self._visit = _Visit(new.now, self._tally.slot(), new.language, new.now)
        elif new.mode == "pin":
            # Whose visit this was shows when the PIN is right, or is not typed
            if not visit.at_pin:
                self._leave(visit, old, new, event)
                visit.at_pin = True
        elif not _visiting(new):
            if not visit.at_pin:
                self._leave(visit, old, new, event)
            self._end(visit, new, event)
        else:
            self._settle(visit, new.now)
            if not _same_screen(old, new):
                self._follow(visit, old, new)

    def _follow(self, visit: _Visit, old: State, new: State) -> None:
        """What a visitor has changed."""
        where = _where(new.place)
        if where != visit.where:
            self._turn(visit, new.now)
            visit.where = where
            name = self._names.get(where)
            visit.page = _Page(name, new.now, visit.slot) if name is not None else None
        visit.language = new.language
        if new.panel and new.panel != old.panel:
            self._count(visit, kinds.PANEL, new.panel)
            coded = visit.page is not None and visit.page.name.panels_have_code
            if coded and new.panel in kinds.CODED_PANELS:
                self._count(visit, kinds.CODE, new.panel)
        for place, answer in new.answers[len(old.answers) :]:
            name = self._names.get(_where(place))
            if name is not None and place.step < len(name.answers):
                right = answer == name.answers[place.step]
                item = f"{name.address}/{place.step + 1}"
                self._count(visit, kinds.RIGHT if right else kinds.WRONG, item)

    def _settle(self, visit: _Visit, now: float) -> None:
        """Count the page that is shown once it has been there long enough."""
        page = visit.page
        if page is None or page.viewed or now - page.arrived < SHOWN_SECONDS:
            return
        page.viewed = True
        page.slot = self._tally.slot()
        self._count(visit, kinds.PAGE, page.name.address, page.slot)
        self._count(visit, kinds.LANGUAGE, visit.language, page.slot)
        if page.name.has_code:
            self._count(visit, kinds.CODE, page.name.address, page.slot)

    def _turn(self, visit: _Visit, until: float, shown: str = "") -> None:
        """The page goes; `shown` is its class if it does not follow from the time."""
        self._settle(visit, until)
        page, visit.page, visit.where = visit.page, None, NO_PAGE
        if page is not None and page.viewed:
            shown = shown or kinds.page_class(until - page.arrived)
            self._tally.add(page.slot, kinds.PAGE_TIME, shown)

    def _leave(self, visit: _Visit, old: State, new: State, event: ev.Event | None) -> None:
        """The visitor's screens go: by hand, or long after the last sign of life."""
        alive = event is not None and old.mode == "browsing"
        visit.last = new.now if alive else max(old.last_activity, visit.began)
        self._settle(visit, new.now)
        lonely = visit.page is not None and not alive and visit.last <= visit.page.arrived
        self._turn(visit, visit.last, kinds.LEFT if lonely else "")

    def _end(self, visit: _Visit, new: State, event: ev.Event | None) -> None:
        """The visit is over, and whose it was is known."""
        self._visit = None
        end = kinds.START_OVER if isinstance(event, ev.StartOver) else kinds.IDLE
        if new.mode == "staff":
            if not visit.counted:
                return
            end = kinds.STAFF
        self._count(visit)
        self._tally.add(visit.slot, kinds.END, end)
        self._tally.add(visit.slot, kinds.VISIT_TIME, kinds.visit_class(visit.last - visit.began))
        self._on_end()

    def _count(
        self, visit: _Visit, kind: str = "", item: str = "", slot: Slot | None = None
    ) -> None:
        """Count something of a visit, and with it the visit itself if it is the first thing."""
        if not visit.counted:
            visit.counted = True
            self._tally.add(visit.slot, kinds.VISIT)
        if kind:
            self._tally.add(slot or self._tally.slot(), kind, item)


def _visiting(state: State) -> bool:
    """Whether a visitor has the stand, and nobody gives a talk."""
    return state.mode in {"browsing", "warning"} and not state.presenting


def _where(place: Place) -> Where:
    """The page at a place; `NO_PAGE` on home and in a section."""
    return (place.section, place.story, place.page) if place.screen == "page" else NO_PAGE


def _same_screen(old: State, new: State) -> bool:
    """Nothing that is counted has changed."""
    return (
        old.place == new.place
        and old.panel == new.panel
        and len(old.answers) == len(new.answers)
        and old.language == new.language
    )
