"""The composition root: the one file that sees every layer and puts them together."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import factory, phases
from kiosk.content.model import Bundle
from kiosk.guard import pin as pins
from kiosk.guard.ladder import Record
from kiosk.guard.lockout import Lockout
from kiosk.icons import glyph
from kiosk.offer import offered, rules_for
from kiosk.paths import Places
from kiosk.settings import Settings
from kiosk.store.reader import Loaded
from kiosk.visit import Rules

if TYPE_CHECKING:
    from kiosk.bridge.presenter import Presenter
    from kiosk.bridge.session import Session
    from kiosk.bridge.shell import Shell
    from kiosk.desk.facts import FactsDesk
    from kiosk.desk.pinreset import PinResetDesk
    from kiosk.desk.settings import SettingsDesk
    from kiosk.desk.sticks import SticksDesk
    from kiosk.desk.versions import VersionsDesk
    from kiosk.stats.service import Statistics

log = logging.getLogger(__name__)


class Desk:
    """The real staff desk: the PIN of the settings, the lock-out on disk, and what pages need."""

    def __init__(
        self, settings: Settings, lockout: Lockout, bundle: Bundle, places: Places
    ) -> None:
        self._settings = settings
        self._lockout = lockout
        self._bundle = bundle
        self._places = places
        self._settings_desk: SettingsDesk | None = None
        self._sticks_desk: SticksDesk | None = None
        self._reset_desk: PinResetDesk | None = None
        self._saver = threading.Thread()
        self.clock_trouble: Callable[[], str] = str
        self.ladder = Record()

    @property
    def stand_name(self) -> str:
        """Name of the stand."""
        return self._settings.stand.name

    def has_pin(self) -> bool:
        """Whether a PIN has been set."""
        return bool(self._settings.staff.pin)

    def locked_seconds(self) -> float:
        """Seconds until the next try. The window asks: a disk that halts must not halt it too."""
        left = self._lockout.seconds_left()
        if self._lockout.due and not self._saver.is_alive():
            self._saver = threading.Thread(target=self._lockout.tick, daemon=True, name="lock-out")
            self._saver.start()
        return left

    def accepts(self, pin: str) -> bool:
        """Check a PIN; counts towards the lock-out."""
        encoded = self._settings.staff.pin
        if not encoded:
            return False
        return self._lockout.attempt(lambda: pins.verify(pin, encoded)).answer == "right"

    def use(self, bundle: Bundle) -> None:
        """Other content is shown."""
        self._bundle = bundle
        if self._settings_desk is not None:
            self._settings_desk.use(bundle)
        if self._sticks_desk is not None:
            self._sticks_desk.use(bundle)

    @property
    def settings(self) -> SettingsDesk:
        """The settings pages' side; its modules wait for the first staff."""
        if self._settings_desk is None:
            from kiosk.desk.settings import SettingsDesk

            self._settings_desk = SettingsDesk(self._places, self._bundle)
        return self._settings_desk

    @property
    def last_read(self) -> Settings | None:
        """The settings as the staff's pages last read them; None if they never did. No disk."""
        return None if self._settings_desk is None else self._settings_desk.last_read

    @property
    def versions(self) -> VersionsDesk:
        """The page of versions' side."""
        from kiosk.desk.versions import VersionsDesk
        from kiosk.store.versions import Store

        return VersionsDesk(Store(self._places.content))

    @property
    def reset(self) -> PinResetDesk:
        """What makes a new PIN after the old one was forgotten."""
        if self._reset_desk is None:
            from kiosk.desk.pinreset import PinResetDesk

            self._reset_desk = PinResetDesk(self._places, self._sticks, self._renew)
        return self._reset_desk

    def _sticks(self) -> list[Path]:
        """Where the sticks are that are plugged in now."""
        from kiosk.settings import read
        from kiosk.sticks.ready import ready

        return [stick.folder for stick in ready(read(self._places).settings.updates)]

    def _renew(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def facts(self) -> FactsDesk:
        """The side of the page about the stand."""
        from kiosk.desk.facts import FactsDesk

        return FactsDesk(self._places, lambda: self._bundle, self.clock_trouble, self.ladder)

    @property
    def sticks(self) -> SticksDesk:
        """The side of the page of the sticks."""
        if self._sticks_desk is None:
            from kiosk.desk.sticks import SticksDesk

            self._sticks_desk = SticksDesk(self._places, factory.default_content(), self._bundle)
        return self._sticks_desk


@dataclass(frozen=True)
class Show:
    """A session and the Qt side that shows it."""

    shell: Shell
    session: Session
    desk: Desk


def assemble(
    content: Loaded,
    settings: Settings,
    rules: Rules,
    shell: Shell,
    places: Places,
    clock: Callable[[], float] = time.monotonic,
) -> Show:
    """Put a bundle and the stand's settings behind a session of this shell.

    `places` is where its staff change the settings, and where the lock-out is kept.
    """
    from kiosk.bridge.session import Session

    presenter = presenter_for(content, shell)
    fit(presenter, settings)
    desk = Desk(settings, Lockout(places.lockout, clock), content.bundle, places)
    session = Session(presenter, rules, desk, clock, shell.app)
    phases.mark("session")
    return Show(shell, session, desk)


def presenter_for(content: Loaded, shell: Shell) -> Presenter:
    """What makes objects for QML of this bundle."""
    from kiosk.bridge.presenter import Presenter

    picture_url = shell.pictures.use(content.picture)
    return Presenter(content.bundle, picture_url, glyph, shell.app)


def fit(presenter: Presenter, settings: Settings) -> None:
    """Offer what the stand's settings let it offer."""
    presenter.offer(offered(presenter.bundle, settings))
    presenter.hosts = settings.codes.hosts


def keep_statistics(session: Session, bundle: Bundle, database: Path) -> Statistics:
    """Begin to count what visitors look at; after the first frame, for it brings SQLite."""
    from kiosk.stats.book import StatisticsBook
    from kiosk.stats.service import Statistics

    statistics = Statistics(database)
    statistics.use(bundle)
    statistics.start()
    session.witness = statistics
    session.book = StatisticsBook(statistics)
    return statistics


def keep_hours(show: Show, places: Places) -> object:
    """Begin to keep the opening hours; after the first frame. Keep what it returns."""
    from kiosk.bridge.clockwork import Clockwork
    from kiosk.guard.panel import Panel
    from kiosk.keeping import LOOK_SECONDS, Keeping, LastBelieved, OpeningOnDisk

    opening = OpeningOnDisk(places)
    believed = LastBelieved(places.clock)
    keeping = Keeping(show.session, opening, Panel(), believed=believed)
    show.desk.clock_trouble = lambda: keeping.clock.trouble
    return Clockwork(show.session, LOOK_SECONDS, opening.read, keeping.look, keeping.light)


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if os.name == "nt":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


__all__ = [
    "Desk",
    "Show",
    "assemble",
    "fit",
    "has_display",
    "keep_hours",
    "keep_statistics",
    "presenter_for",
    "rules_for",
]
