"""The settings pages: what they show, what a touch writes, and when it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject

from kiosk.bridge.presenter import Presenter
from kiosk.bridge.session import Session
from kiosk.content.model import Bundle
from kiosk.desk.settings import SettingsDesk
from kiosk.offer import offered, rules_for
from kiosk.paths import Places, under
from kiosk.settings import read
from kiosk.settings_write import change
from kiosk.staffrecords import StickSettings
from kiosk.visit import events as ev
from tests.bridge.conftest import Clock, FakeDesk


@pytest.fixture
def places(tmp_path: Any) -> Places:
    """A stand that was set up with 90 seconds."""
    found = under(tmp_path)
    found.settings.write_text("[idle]\nseconds = 90\n")
    return found


@pytest.fixture
def session(
    qapp: object, bundle: Bundle, clock: Clock, desk: FakeDesk, places: Places
) -> Iterator[Session]:
    """A session over real settings."""
    owner = QObject()
    stand = read(places).settings
    desk.settings = SettingsDesk(places, bundle)
    presenter = Presenter(bundle, lambda name: name, str.upper, owner)
    presenter.offer(offered(bundle, stand))
    made = Session(presenter, rules_for(bundle, stand), desk, clock, owner)
    enter(made, clock)
    yield made
    owner.deleteLater()


def enter(session: Session, clock: Clock) -> None:
    """Staff type the PIN."""
    session.post(ev.OpenStaff())
    session.post(ev.AcceptPin())
    clock.pass_by(1)


@pytest.fixture
def page(session: Session) -> Any:
    """What the settings pages talk to."""
    return session.property("staff").property("settings")


def test_a_step_is_written_at_once_and_undone(page: Any, places: Places) -> None:
    idle = page.property("idle")
    told: list[bool] = []
    idle.refreshed.connect(lambda: told.append(True))
    assert (idle.property("number"), idle.property("changed")) == (90, False)
    idle.more()
    assert read(places).settings.idle.seconds == 120
    assert (idle.property("number"), idle.property("baseNumber")) == (120, 90)
    assert idle.property("changed") is True
    idle.undo()
    assert (idle.property("number"), idle.property("changed")) == (90, False)
    assert len(told) == 2


def test_the_picture_is_turned_in_quarters(page: Any, places: Places) -> None:
    rotation = page.property("rotation")
    assert (rotation.property("number"), rotation.property("canLess")) == (0, False)
    for _ in range(5):
        rotation.more()
    assert read(places).settings.screen.rotation == 270
    assert (rotation.property("number"), rotation.property("canMore")) == (270, False)
    rotation.undo()
    assert read(places).settings.screen.rotation == 0


def test_steps_end_where_nothing_more_is_offered(page: Any) -> None:
    warning = page.property("warning")
    for _ in range(10):
        warning.more()
    assert (warning.property("number"), warning.property("canMore")) == (60, False)
    for _ in range(10):
        warning.less()
    assert (warning.property("number"), warning.property("canLess")) == (10, False)


def test_a_change_holds_from_the_next_visit_on(page: Any, session: Session, clock: Clock) -> None:
    page.property("theme").choose("light")
    page.startIn("lt")
    page.property("idle").less()
    assert (session.property("theme"), session.property("language")) == ("dark", "en")
    session.leaveStaff()
    assert (session.property("theme"), session.property("language")) == ("light", "lt")
    clock.pass_by(1)
    session.begin()
    clock.pass_by(60)
    session.tick()
    assert session.property("mode") == "warning"


class Stick:
    """A stick whose settings are taken over at once."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def settings_changes(self, _number: int) -> StickSettings:
        return StickSettings(("idle.seconds: 90 → 45",))

    def take_settings(self, _shown: StickSettings) -> str:
        change(self._places, {"idle.seconds": 45})
        return ""


def test_what_a_stick_brings_holds_from_the_next_visit_on(
    session: Session, desk: FakeDesk, places: Places, clock: Clock, qtbot: Any
) -> None:
    desk.sticks = Stick(places)
    sticks: Any = session.property("staff").property("sticks")
    sticks.readSettings(0)
    qtbot.waitUntil(lambda: sticks.property("settingsLines") != [])
    sticks.takeSettings()
    qtbot.waitUntil(lambda: sticks.property("note") != "")
    assert sticks.property("note").startswith("Taken over.")
    session.leaveStaff()
    clock.pass_by(1)
    session.begin()
    for seconds, mode in ((44, "browsing"), (2, "warning")):
        clock.pass_by(seconds)
        session.tick()
        assert session.property("mode") == mode


def test_languages_are_put_in_order_and_switched_off(
    page: Any, session: Session, places: Places
) -> None:
    def shown() -> list[tuple[str, bool, bool]]:
        names = ("tag", "offered", "start")
        return [tuple(x.property(n) for n in names) for x in page.property("languages")]

    assert shown() == [("en", True, True), ("lt", True, False)]
    page.moveUp("lt")
    page.offer("en", False)
    assert shown() == [("lt", True, True), ("en", False, False)]
    page.offer("lt", False)  # the last one stays
    assert shown()[0] == ("lt", True, True)
    assert read(places).settings.languages.off == ("en",)
    session.leaveStaff()
    assert [x.property("tag") for x in session.property("languages")] == ["lt"]
    assert session.property("language") == "lt"
    session.setLanguage("en")
    assert session.property("language") == "lt"


def test_a_language_switched_on_again_leaves_no_trace(page: Any, places: Places) -> None:
    page.offer("lt", False)
    page.offer("lt", True)
    assert "off" not in places.staff_settings.read_text()


def test_a_language_the_stand_was_set_up_without_can_be_offered(page: Any, places: Places) -> None:
    places.settings.write_text('[languages]\noff = ["lt"]\n')
    page.read_again()
    page.offer("lt", True)
    assert [x.property("offered") for x in page.property("languages")] == [True, True]
    page.offer("lt", False)  # as it was set up
    assert "off" not in places.staff_settings.read_text()
    assert read(places).settings.languages.off == ("lt",)


def test_a_language_that_the_content_lacks_stays_off(page: Any, places: Places) -> None:
    places.settings.write_text('[languages]\noff = ["ru", "lt"]\n')
    page.read_again()
    page.offer("lt", True)
    assert read(places).settings.languages.off == ("ru",)


def test_nobody_changes_anything_without_the_pin(
    page: Any, session: Session, places: Places
) -> None:
    session.leaveStaff()
    page.property("idle").more()
    page.offer("lt", False)
    page.startIn("lt")
    assert not places.staff_settings.exists()


def test_the_last_good_settings_are_named_and_kept(page: Any, places: Places) -> None:
    places.settings.write_text("[idle]\nseconds = 90\n[screen]\nthem = 'dark'\n")
    page.property("idle").more()
    (words,) = page.property("trouble")
    assert words == f"{places.settings}:4: screen.them is unknown; did you mean theme?"
    assert page.property("refusal") == words
    assert not places.staff_settings.exists()


def test_mistakes_are_said_in_the_language_of_the_interface(
    page: Any, session: Session, places: Places, clock: Clock
) -> None:
    places.settings.write_text('[idle]\nseconds = 9\n[hours]\nmonday = "9:00-25:00"\n')
    session.leaveStaff()
    session.begin()
    session.setLanguage("lt")
    enter(session, clock)
    page.property("idle").more()
    seconds, monday = page.property("trouble")
    wanted = "sveikasis sekundžių skaičius nuo 10 iki 3600"
    assert seconds == f"{places.settings}:2: idle.seconds turi būti {wanted}, o yra 9"
    assert monday.startswith(f"{places.settings}:4: hours.monday turi būti darbo laikas")
    assert monday.endswith("'25:00' nėra paros laikas; rašykite, pavyzdžiui, 9:00")
    assert page.property("refusal") == seconds


def test_a_disk_that_refuses_is_said(page: Any, places: Places) -> None:
    places.state.write_text("a file where the folder should be")
    page.property("idle").more()
    assert "cannot be written" in page.property("refusal")
    assert page.property("idle").property("number") == 90
    places.state.unlink()
    page.property("idle").more()
    assert page.property("refusal") == ""


def test_who_types_the_pin_sees_what_the_files_say_now(
    page: Any, session: Session, places: Places, clock: Clock
) -> None:
    assert page.property("trouble") == []
    session.leaveStaff()
    places.settings.write_text("[idel]\nseconds = 90\n")
    enter(session, clock)
    assert len(page.property("trouble")) == 1
    session.leaveStaff()
    places.settings.write_text("[idle]\nseconds = 45\n")
    enter(session, clock)
    assert page.property("trouble") == []
    assert page.property("idle").property("number") == 45
