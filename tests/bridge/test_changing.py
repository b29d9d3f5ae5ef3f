"""The running session follows the store: real versions on disk, a real session, a clock to set.

What was rehearsed is noted beforehand, so that no child process is needed here.
"""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtQuick import QQuickWindow

from kiosk import app, log
from kiosk.bridge.picturebooks import Pictures
from kiosk.bridge.session import Session
from kiosk.changing import Changing, Screen
from kiosk.content.model import Bundle
from kiosk.guard.lockout import Lockout
from kiosk.paths import Places, under
from kiosk.settings import Settings
from kiosk.store.changeover import HEALTHY_SECONDS
from kiosk.store.disk import StoreError
from kiosk.store.reader import Loaded, load
from kiosk.store.records import VersionInfo
from kiosk.store.rehearsed import Rehearsed
from kiosk.store.staged import Staged
from kiosk.store.versions import Store
from kiosk.visit import events as ev
from tests.bridge.conftest import Clock, FakeDesk, Walk, document, text
from tests.faults.faulty import unreadable

PATIENCE = 20_000


@dataclass
class Stand:
    """A running kiosk without a picture, and the hands around it."""

    session: Session
    changing: Changing
    store: Store
    places: Places
    clock: Clock
    bot: Any

    def publish(self, title: str) -> str:
        """Publish a bundle that has passed its rehearsal."""
        self.bot.waitUntil(self._is_free, timeout=PATIENCE)
        with self.store.locked(), self.store.staging() as room:
            folder = room / "bundle"
            folder.mkdir()
            data = document() | {"title": text(title)}
            (folder / "content.json").write_text(json.dumps(data), encoding="utf-8")
            memory = Rehearsed(self.places.rehearsed)
            memory.note(memory.proof(folder, portrait=False))
            return self.store.publish(Staged(folder, load(folder).bundle)).id

    def _is_free(self) -> bool:
        """Whether the kiosk is not just removing old versions."""
        try:
            with self.store.locked():
                return True
        except StoreError:
            return False

    def shows(self, title: str) -> None:
        """Scenes end until this is shown."""

        def shown() -> bool:
            self.session.endScene()
            return self.session.property("title") == title

        self.bot.waitUntil(shown, timeout=PATIENCE)

    def info(self, version: str) -> VersionInfo:
        """What the store knows of a version."""
        return next(one for one in self.store.versions() if one.id == version)

    def becomes(self, version: str, health: str) -> None:
        """Wait until the store has noted it."""
        self.bot.waitUntil(lambda: self.info(version).health == health, timeout=PATIENCE)


@pytest.fixture
def factory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bundle: Bundle) -> Loaded:
    """The test bundle as the content that came with the program."""
    folder = tmp_path / "factory"
    folder.mkdir()
    (folder / "content.json").write_text(json.dumps(document()), encoding="utf-8")
    monkeypatch.setattr("kiosk.factory.default_content", lambda: folder)
    return load(folder)


@pytest.fixture
def stand(
    session: Session, desk: FakeDesk, clock: Clock, tmp_path: Path, factory: Loaded, qtbot: Any
) -> Iterator[Stand]:
    """The session on the factory content, following a store."""
    places = under(tmp_path / "home")
    window = QQuickWindow()
    shell = SimpleNamespace(
        pictures=Pictures(), app=session.parent(), window=window, portrait=False
    )
    real = app.Desk(Settings(), Lockout(places.lockout, clock), factory.bundle, places)
    desk.settings = real.settings
    show: Any = SimpleNamespace(shell=shell, session=session, desk=real)
    changing = Changing(Screen(show, factory, places))
    changing._clock = clock  # the visit's clock, as the fixture has it
    changing.begin("factory", (), good=True)
    yield Stand(session, changing, Store(places.content), places, clock, qtbot)
    window.deleteLater()


def test_a_disk_that_shows_nothing_ends_no_look(stand: Stand) -> None:
    with unreadable(stand.places.content, errno.EIO):
        stand.changing._look()
    stand.shows(stand.session.property("title"))


def test_a_published_version_comes_at_the_end_of_a_scene_and_is_confirmed(stand: Stand) -> None:
    version = stand.publish("New")
    stand.shows("New")
    stand.clock.pass_by(HEALTHY_SECONDS)
    stand.becomes(version, "new")
    stand.bot.waitUntil(lambda: _ticked(stand), timeout=PATIENCE)
    stand.becomes(version, "good")


def _ticked(stand: Stand) -> bool:
    """The alarm runs on the real clock; here its time has come."""
    stand.changing._alarm.timeout.emit()
    return stand.changing._situation.since is None


def test_it_never_comes_during_a_visit(stand: Stand, walk: Walk) -> None:
    walk("begin")
    stand.publish("New")
    stand.bot.waitUntil(lambda: stand.changing._situation.stage == "waiting", timeout=PATIENCE)
    stand.session.endScene()  # of an attract screen that is still fading out
    assert stand.session.property("title") == "Title"
    walk("startOver")
    stand.shows("New")


def test_what_staff_set_while_a_version_waits_holds_under_it(stand: Stand, walk: Walk) -> None:
    stand.publish("New")
    stand.bot.waitUntil(lambda: stand.changing._situation.stage == "waiting", timeout=PATIENCE)
    for event in (ev.OpenStaff(), ev.AcceptPin()):
        stand.session.post(event)
    page: Any = stand.session.property("staff").property("settings")
    page.property("idle").more()
    page.property("theme").choose("light")
    page.offer("lt", False)
    walk("leaveStaff")
    stand.shows("New")
    assert stand.session.property("theme") == "light"
    assert [each.property("tag") for each in stand.session.property("languages")] == ["en"]
    walk("begin")
    for seconds, mode in ((89, "browsing"), (2, "warning")):
        stand.clock.pass_by(seconds)
        stand.session.tick()
        assert stand.session.property("mode") == mode


def test_what_the_files_say_when_a_version_is_loaded_holds_under_it(
    stand: Stand, walk: Walk
) -> None:
    for event in (ev.OpenStaff(), ev.AcceptPin()):
        stand.session.post(event)
    assert stand.session.property("staff").property("settings").property("trouble") == []
    walk("leaveStaff")
    stand.places.settings.parent.mkdir(parents=True, exist_ok=True)
    stand.places.settings.write_text('[screen]\ntheme = "light"\n')
    stand.publish("New")
    stand.shows("New")
    assert stand.session.property("theme") == "light"


def test_a_fault_leads_back_by_itself_with_a_reason_for_staff(stand: Stand) -> None:
    first = stand.publish("Good")
    stand.shows("Good")
    stand.clock.pass_by(HEALTHY_SECONDS)
    stand.bot.waitUntil(lambda: _ticked(stand), timeout=PATIENCE)
    stand.becomes(first, "good")
    second = stand.publish("Bad")
    stand.shows("Bad")
    stand.session.reportFault("one/first/start", "ranking", "no view")
    stand.becomes(second, "failed")
    assert "one/first/start" in stand.info(second).reason
    stand.shows("Good")
    active = stand.store.active()
    assert active is not None
    assert active.id == first


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[None]:
    """The log of a running kiosk, which hears of every exception."""
    log.set_up(tmp_path / "log", "screen")
    yield
    log.shut_down()


def test_an_exception_that_nobody_caught_leads_back_too(logged: None, stand: Stand) -> None:
    version = stand.publish("Bad")
    stand.shows("Bad")
    error = ZeroDivisionError()
    sys.excepthook(type(error), error, None)
    stand.becomes(version, "failed")
    assert "stumbled" in stand.info(version).reason
    stand.shows("Title")


def test_rolling_back_is_shown_as_well(stand: Stand) -> None:
    first = stand.publish("Old")
    stand.shows("Old")
    stand.publish("New")
    stand.shows("New")
    stand.store.choose(first)
    stand.shows("Old")
    stand.store.choose("factory")
    stand.shows("Title")


def test_content_that_breaks_on_disk_before_it_is_loaded_is_given_up(stand: Stand) -> None:
    version = stand.publish("New")
    (stand.store.path(version) / "content.json").write_text("{", encoding="utf-8")
    memory = Rehearsed(stand.places.rehearsed)
    memory.note(memory.proof(stand.store.path(version), portrait=False))
    stand.becomes(version, "failed")
    assert stand.session.property("title") == "Title"


def test_what_could_not_be_shown_at_the_start_is_noted(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = stand.publish("New")
    stand.shows("New")
    stand.changing._note_opening("factory", ((version, "It was broken."),))
    assert stand.info(version).reason == "It was broken."
