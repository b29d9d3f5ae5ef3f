"""Other content in the running kiosk: carries out what `kiosk.store.changeover` decides.

Disk, rehearsal and loading happen in threads and in a child process; on the GUI thread content
only changes places. Made after the first frame. Qt comes through the bridge.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kiosk import app, factory, settings
from kiosk import log as kiosk_log
from kiosk.bridge.background import Background, Watch, after_frame
from kiosk.bridge.presenter import Presenter
from kiosk.content.errors import ContentError
from kiosk.paths import Places
from kiosk.said import joined, said
from kiosk.settings import Settings
from kiosk.stats.service import Statistics
from kiosk.store import changeover, reader
from kiosk.store.changeover import News, Order
from kiosk.store.files import is_folder
from kiosk.store.reader import Loaded
from kiosk.store.records import FACTORY, Active
from kiosk.store.rehearsed import Rehearsed
from kiosk.store.versions import Store
from kiosk.visit.carry import carry
from kiosk.visit.state import resting_state

log = logging.getLogger(__name__)

POLL_SECONDS = 15.0
"""The net below the watcher, which some file systems do not feed."""
QUIET_MILLISECONDS = 50
REASONS_SAID = 3
_STUMBLED = said("The program stumbled over it; the log says why.")
_BROKEN = said("The program could not deal with it; the log says why.")

Result = TypeVar("Result")


@dataclass(frozen=True)
class Prepared:
    """Content with what takes long about it done; it may wait for its moment as long as it likes.

    `stand` is what the settings were then, `before` what the staff's pages had read until then.
    """

    content: Loaded
    presenter: Presenter
    stand: Settings
    before: Settings | None


class Screen:
    """The running show, as something whose content can be changed."""

    def __init__(
        self,
        show: app.Show,
        content: Loaded,
        places: Places,
        language: str | None = None,
        statistics: Statistics | None = None,
        version: str = FACTORY,
    ) -> None:
        self.version = version
        self.show = show
        self.content = content
        self.places = places
        self._language = language
        self._statistics = statistics

    def prepare(self, content: Loaded) -> Prepared:
        """Everything that can be done in any thread."""
        before = self.show.desk.last_read
        stand = settings.load(self.places).settings
        return Prepared(content, app.presenter_for(content, self.show.shell), stand, before)

    def bring(self, prepared: Prepared, *, keep_place: bool = False) -> None:
        """Show it from the attract loop on, or where the visit is, if that is still there."""
        session = self.show.session
        state, old, new = session.state, self.content.bundle, prepared.content.bundle
        self.content = prepared.content
        stand = self._settings_now(prepared)
        rules = app.rules_for(new, stand, self._language)
        app.fit(prepared.presenter, stand)
        state = carry(state, old, new, rules) if keep_place else resting_state(rules, state)
        session.change(prepared.presenter, rules, state)
        self.show.desk.use(new)
        if self._statistics is not None:
            self._statistics.use(new)

    def _settings_now(self, prepared: Prepared) -> Settings:
        """What staff have set since it was prepared goes before what the files said then."""
        read = self.show.desk.last_read
        return prepared.stand if read is None or read is prepared.before else read


class Changing:
    """Follows the store's pointer for as long as the kiosk runs."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._store = Store(screen.places.content)
        self._memory = Rehearsed(screen.places.rehearsed)
        self._held = self._store.hold(FACTORY)
        self._disk = threading.Lock()
        self._ready: dict[str, Prepared] = {}
        self._off = threading.Event()
        self._avoid: frozenset[str] = frozenset()
        self._background = Background(screen.show.session)
        self._clock: Callable[[], float] = time.monotonic
        self._situation = changeover.Situation()
        self._carry_out = {
            "rehearse": self._rehearse,
            "load": self._load,
            "show": self._show,
            "draw": self._draw,
            "confirm": self._confirm,
            "give up": self._give_up,
            "forget": self._forget,
        }

    def begin(
        self,
        version: str,
        failed: tuple[tuple[str, str], ...],
        *,
        good: bool,
        avoid: frozenset[str] = frozenset(),
    ) -> None:
        """Follow from here: this version is on the screen, these could not be shown.

        What is to be avoided is not shown again before the next start.
        """
        self._avoid = avoid
        session = self._screen.show.session
        self._situation = changeover.begin(version, self._clock(), good=good)
        self._alarm = self._background.alarm(lambda: self._tell(changeover.Tick()))
        session.sceneEnded.connect(lambda: self._tell(changeover.SceneEnded()))
        session.faultReported.connect(self._fault)
        # Later, because what has failed may still be in the midst of a change
        stumbled = self._background.alarm(lambda: self._tell(changeover.Fault(_STUMBLED)))
        kiosk_log.when_uncaught(lambda: stumbled.start(0))
        self._looking = self._background.alarm(self._look)
        self._watch = Watch(session)
        self._watch.changed.connect(lambda: self._looking.start(QUIET_MILLISECONDS))
        self._background.every(POLL_SECONDS, self._look)
        self._background.run(lambda: self._note_opening(version, failed), lambda _: self._look())
        self._tell(changeover.Tick())

    def _note_opening(self, shown: str, failed: tuple[tuple[str, str], ...]) -> None:
        self._on_disk(lambda: self._hold(shown))
        for version, reason in failed:
            self._on_disk(lambda: self._store.give_up(version, reason))  # noqa: B023 - called now

    def _tell(self, news: News) -> None:
        """Hear what happened, and do what follows from it."""
        self._situation, orders = changeover.advance(self._situation, news, self._clock())
        for order in orders:
            self._carry_out[order.what](order)
        due = changeover.deadline(self._situation)
        if due is None:
            self._alarm.stop()
        else:
            self._alarm.start(max(20, round((due - self._clock()) * 1000) + 20))

    def _on_disk(self, work: Callable[[], Result]) -> Result:
        """One at a time: the store's locks are between processes."""
        with self._disk:
            return work()

    def _look(self) -> None:
        """Read the pointer."""
        folder = self._store.pointer.parent
        there = (place for place in (folder, *folder.parents) if is_folder(place))
        self._watch.look_at([next(there)])

        def seen(active: Active | None) -> None:
            version, good = (active.id, active.health == "good") if active else (FACTORY, True)
            if version not in self._avoid:
                self._tell(changeover.Pointed(version, good))

        self._background.run(lambda: self._on_disk(self._store.active), seen)

    # --- orders ------------------------------------------------------------------------------

    def _rehearse(self, order: Order) -> None:
        off = self._off = threading.Event()
        portrait = self._screen.show.shell.portrait

        def work() -> str | None:
            # Most days bring no other content
            from kiosk.rehearsal import RehearsalStoppedError, passes

            try:
                folder = self._folder(order.version)
                problems = passes(folder, self._memory, portrait=portrait, stop=off)
            except RehearsalStoppedError:
                return None
            except ContentError as error:
                return error.words
            for problem in problems:
                log.warning("rehearsal of %s: %s", order.version, problem)
            return joined(*problems[:REASONS_SAID])

        def done(reason: str | None) -> None:
            if reason is not None:
                self._tell(changeover.Rehearsed(order.version, reason))

        log.info("rehearsing version %(version)s", {"version": order.version})
        self._background.run(work, done, lambda: done(_BROKEN))

    def _load(self, order: Order) -> None:
        def work() -> Prepared | str:
            try:
                return self._screen.prepare(reader.load(self._folder(order.version)))
            except ContentError as error:
                return joined(error.words, error.fix)

        def done(found: Prepared | str) -> None:
            reason = found if isinstance(found, str) else ""
            if isinstance(found, Prepared) and self._situation.coming == order.version:
                self._ready[order.version] = found
                log.info("version %(version)s waits for the next scene", {"version": order.version})
            self._tell(changeover.Loaded(order.version, reason))

        self._background.run(work, done, lambda: done(_BROKEN))

    def _show(self, order: Order) -> None:
        log.info("the content changes over to version %(version)s", {"version": order.version})
        self._screen.bring(self._ready.pop(order.version))
        self._screen.version = order.version
        self._ready.clear()
        proven = self._situation.since is None
        self._background.run(lambda: self._after_showing(order.version, proven), _nothing)

    def _hold(self, version: str) -> None:
        """Keep what is on the screen from being removed, also by another process."""
        before, self._held = self._held, self._store.hold(version)
        before.close()

    def _after_showing(self, version: str, proven: bool) -> None:
        self._on_disk(lambda: self._hold(version))
        if not proven:
            self._on_disk(lambda: self._store.note_start(version))
        self._on_disk(lambda: self._store.collect([version]))

    def _draw(self, _order: Order) -> None:
        window = self._screen.show.shell.window
        if window is not None:
            after_frame(window, lambda: self._tell(changeover.Drawn()))

    def _confirm(self, order: Order) -> None:
        log.info("version %(version)s has been well for a minute", {"version": order.version})
        confirm = self._store.confirm
        self._background.run(lambda: self._on_disk(lambda: confirm(order.version)), _nothing)

    def _give_up(self, order: Order) -> None:
        facts = {"version": order.version, "reason": order.reason}
        log.error("version %(version)s is given up: %(reason)s", facts)

        def work() -> tuple[str, bool]:
            give_up = self._store.give_up
            version = self._on_disk(lambda: give_up(order.version, order.reason))
            others = [one for one in self._store.candidates() if one.id == version]
            return version, all(one.health == "good" for one in others)

        def done(found: tuple[str, bool]) -> None:
            log.warning("back to version %(version)s", {"version": found[0]})
            self._tell(changeover.WentBack(*found))

        self._background.run(work, done)

    def _forget(self, order: Order) -> None:
        self._off.set()
        self._ready.pop(order.version, None)

    def _fault(self, place: str, what: str, _reason: str) -> None:
        words = said("On {place} the block “{name}” could not be shown.", place=place, name=what)
        self._tell(changeover.Fault(words))

    def _folder(self, version: str) -> Path:
        return factory.default_content() if version == FACTORY else self._store.path(version)


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
