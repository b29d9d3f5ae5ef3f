"""The opening hours on the staff's page: seen, moved by half an hour, written, taken back."""

from __future__ import annotations

from typing import Any

from kiosk.paths import Places
from kiosk.settings import read
from kiosk.visit import events as ev
from tests.bridge.test_staffsettings import page, places, session

__all__ = ["page", "places", "session"]


def day(page: Any, number: int) -> Any:
    """A day of the week from Monday, 0."""
    return page.property("days")[number]


def test_a_day_is_moved_written_and_taken_back(page: Any, places: Places) -> None:
    monday = day(page, 0)
    assert (monday.property("opens"), monday.property("closes")) == ("0:00", "24:00")
    for _ in range(18):
        monday.moveOpening(1)
    monday.moveClosing(-1)
    assert read(places).settings.hours.monday == "9:00-23:30"
    assert (monday.property("opens"), monday.property("closes")) == ("9:00", "23:30")
    assert (monday.property("changed"), monday.property("base")) == (True, "open")
    monday.undo()
    assert read(places).settings.hours.monday == ""
    assert monday.property("changed") is False


def test_a_closed_day_and_one_with_a_pause(page: Any, places: Places) -> None:
    places.settings.write_text(
        '[hours]\ntuesday = "closed"\nwednesday = "9:00-12:00, 13:00-17:00"\n'
    )
    page.read_again()
    tuesday, wednesday = day(page, 1), day(page, 2)
    assert (tuesday.property("opens"), tuesday.property("closes")) == ("", "")
    assert wednesday.property("pauses") == "9:00–12:00, 13:00–17:00"
    assert wednesday.property("closes") == "17:00"
    tuesday.moveOpening(1)
    assert read(places).settings.hours.tuesday == "9:00-17:00"


def test_nobody_moves_hours_without_the_code(page: Any, session: Any, places: Places) -> None:
    session.post(ev.LeaveStaff())
    day(page, 0).moveOpening(1)
    page.property("closed").choose("off")
    assert read(places).settings.hours == read(places).settings.hours.__class__()


def test_what_a_closed_stand_shows_is_a_choice(page: Any, places: Places) -> None:
    page.property("closed").choose("off")
    assert read(places).settings.hours.closed == "off"


def test_days_have_names(page: Any) -> None:
    names = [day(page, number).property("name") for number in range(7)]
    assert len(set(names)) == 7
    assert all(name[:1].isupper() for name in names)
