"""Sticks as the staff's page uses them: look, try a bundle out, use it, carry things home. No Qt.

Trying out runs in a thread of its own, which copies the bundle once, rehearses it, draws what
changes, and then waits for the answer with the copy in its hand: the stick may be pulled out. All
calls but `try_out`, `answer` and `trial` may take seconds: never on the thread of the window.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.desk.tryingout import TryingOut
from kiosk.paths import Places
from kiosk.said import joined, marked, said
from kiosk.settings import Settings, read
from kiosk.staffrecords import StickOffer, StickSettings, Trial
from kiosk.sticks import writing
from kiosk.sticks.offers import SETTINGS_FILE, Offer, offers
from kiosk.sticks.places import Stick
from kiosk.sticks.ready import ready
from kiosk.sticks.udisks import Disks

if TYPE_CHECKING:
    from kiosk.settings_copy import Change

_log = logging.getLogger(__name__)

_UNREADABLE = marked("The settings on the stick cannot be read. Try another stick.")
Told = Callable[[], None]


class SticksDesk:
    """The sticks of a stand. `factory` is the content in the program, `bundle` what is shown."""

    def __init__(
        self, places: Places, factory: Path, bundle: Bundle, disks: Disks | None = None
    ) -> None:
        self._places = places
        self._factory = factory
        self._bundle = bundle
        self._disks = disks or Disks()
        self._found: list[Offer] = []
        self._sticks: list[Stick] = []
        self._trial = Trial()
        self._thread: TryingOut | None = None

    def use(self, bundle: Bundle) -> None:
        """Other content is shown."""
        self._bundle = bundle

    # --- looking -----------------------------------------------------------------------------

    def look(self) -> list[StickOffer]:
        """What the sticks offer now; mounts what has been plugged in."""
        with self._disks.turn:
            self._sticks = ready(self._settings().updates, self._disks)
            self._found = [each for stick in self._sticks for each in offers(stick)]
            return [_shown(number, each) for number, each in enumerate(self._found)]

    def allowed(self) -> bool:
        """Whether the settings let sticks in at all."""
        return self._settings().updates.usb

    def stick_names(self) -> list[str]:
        """Names of the sticks that are plugged in."""
        return [stick.name for stick in self._sticks]

    # --- trying out --------------------------------------------------------------------------

    @property
    def trial(self) -> Trial:
        """How far the bundle that is tried out has come."""
        return self._trial

    def try_out(self, number: int, told: Told) -> None:
        """Begin with an offer of the last look; another trial ends.

        `told` is called, from any thread, whenever `trial` has changed.
        """
        if not 0 <= number < len(self._found) or self._found[number].kind == "settings":
            return
        self.answer(use=False)
        offer = self._found[number]

        def tell(trial: Trial) -> None:
            self._trial = trial
            told()

        def report(lines: list[str]) -> str:
            return self._report(offer.stick, lines)

        tell(Trial(phase="copying", name=offer.name))
        self._thread = TryingOut(self._places, self._factory, offer.path, offer.name, tell, report)
        self._thread.start()

    def answer(self, *, use: bool) -> None:
        """Use the bundle that was tried out, or let it go."""
        if self._thread is not None:
            self._thread.decide(use=use)

    def forget(self) -> None:
        """Staff have read the outcome."""
        self._trial = Trial()

    def _report(self, stick: Stick, lines: list[str]) -> str:
        try:
            with self._disks.writable(stick) as place:
                done = writing.report(place, lines, _now())
        except OSError as error:
            done = writing.Written(words=writing.unwritable(error))
        if done.words:
            _log.info("no report on the stick: %s", done.words)
        return done.name

    # --- carrying home -----------------------------------------------------------------------

    def export(self) -> str:
        """Write statistics, health and log to the first stick; words for staff."""
        from kiosk.takehome import files

        stick = self._first_stick()
        if stick is None:
            return ""
        stand = self._settings().stand
        name = stand.site or stand.name or "stand"
        content = files(self._places, self._bundle)
        try:
            with self._disks.writable(stick) as place:
                done = writing.export(place, name, content, self._places.log, _now())
        except OSError as error:
            done = writing.Written(words=writing.unwritable(error))
        return _outcome(done)

    def save_settings(self) -> str:
        """Put this stand's settings on the first stick, for the next stand; words for staff."""
        from kiosk.settings_copy import export_settings

        stick = self._first_stick()
        if stick is None:
            return ""
        try:
            with self._disks.writable(stick) as place:
                done = writing.single(place, SETTINGS_FILE, export_settings(self._places).encode())
        except OSError as error:
            done = writing.Written(words=writing.unwritable(error))
        return _outcome(done)

    def settings_changes(self, number: int) -> StickSettings:
        """What the settings on a stick would change here."""
        wanted = self._import(number)
        if wanted is None:
            return StickSettings(words=said(_UNREADABLE))
        if wanted.problems:
            words = joined(*(problem.whole for problem in wanted.problems), by="\n")
            return StickSettings(words=words)
        if not wanted.changes:
            return StickSettings(words=said("This stand has these settings already."))
        return StickSettings(tuple(_told(change) for change in wanted.changes), wanted=wanted)

    def take_settings(self, shown: StickSettings) -> str:
        """Take over what was shown, wherever the stick is now; words when it cannot be, else ""."""
        from kiosk.settings_copy import take_over
        from kiosk.settings_write import UnchangedError

        if shown.wanted is None:
            return shown.words
        try:
            take_over(self._places, shown.wanted)
        except UnchangedError as error:
            return error.words
        return ""

    def _import(self, number: int):
        from kiosk.settings_copy import import_settings
        from kiosk.store.files import read_regular

        if not 0 <= number < len(self._found) or self._found[number].kind != "settings":
            return None
        path = self._found[number].path
        try:
            with self._disks.turn:
                self._disks.mount_new()  # a stick that has just been written is mounted no more
                text = read_regular(path.parent, path.name, 100_000)
        except (OSError, ContentError):
            return None
        return import_settings(self._places, text, Path(path.name))

    def _first_stick(self) -> Stick | None:
        return self._sticks[0] if self._sticks else None

    def _settings(self) -> Settings:
        return read(self._places).settings


def _shown(number: int, offer: Offer) -> StickOffer:
    return StickOffer(number, offer.kind, offer.name, offer.stick.name, offer.size)


def _outcome(done: writing.Written) -> str:
    return done.words or said("On the stick: {name}", name=done.name)


def _told(change: Change) -> str:
    return joined(f"{change.key}:", change.before, "→", change.after)


def _now() -> datetime:
    return datetime.now().astimezone()
