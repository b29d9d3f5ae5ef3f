"""What the screen tells its supervisor; a pipe, and no Qt."""

from __future__ import annotations

import os

import pytest
from msgspec.structs import replace

from kiosk import telling
from kiosk.content.model import Bundle, decode
from kiosk.guard.heart import Opening, Step
from kiosk.guard.heart import decode as heard
from kiosk.guard.ladder import Record
from kiosk.guard.spawn import BEAT
from kiosk.visit import Place, Rules, outline_of, start_state
from kiosk.visit.state import State
from tests.unit.store.shelf import content


@pytest.fixture
def bundle() -> Bundle:
    """A small bundle."""
    return decode(content("one"))


@pytest.fixture
def state(bundle: Bundle) -> State:
    """The attract loop."""
    return start_state(Rules(outline_of(bundle), "en"), 0.0)


def test_pages_are_named_by_their_address(bundle: Bundle, state: State) -> None:
    section = bundle.sections[0]
    story = section.stories[0]
    names = {
        Place(): "home",
        Place(0): section.id,
        Place(0, 0, 0): f"{section.id}/{story.id}/{story.pages[0].id}",
    }
    for mode in ("browsing", "warning"):
        for place, name in names.items():
            assert telling.page_of(replace(state, mode=mode, place=place), bundle) == name


@pytest.mark.parametrize("mode", ["attract", "pin", "staff", "cleaning", "away"])
def test_other_screens_are_named_by_their_mode(bundle: Bundle, state: State, mode: str) -> None:
    place = Place(0, 0, 0)
    assert telling.page_of(replace(state, mode=mode, place=place), bundle) == mode


def test_without_a_supervisor_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BEAT, raising=False)
    teller = telling.from_environment(Record())
    assert not teller.supervised
    teller.opening("factory")


def test_with_one_the_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    monkeypatch.setenv(BEAT, str(writing))
    teller = telling.from_environment(Record(2))
    assert teller.supervised
    assert teller.record.rung == 2
    teller.opening("0002-b")
    assert heard(os.read(reading, 4000)) == Opening("0002-b")
    teller.step()
    assert heard(os.read(reading, 4000)) == Step()
    os.close(reading)
    os.close(writing)


def test_a_start_whose_supervisor_has_gone_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever starts a supervisor anew has a screen under way already."""
    ends: list[int] = []
    monkeypatch.setattr(telling.os, "_exit", ends.append)
    reading, writing = os.pipe()
    monkeypatch.setenv(BEAT, str(writing))
    teller = telling.from_environment(Record())
    teller.step()
    assert ends == []
    os.close(reading)
    teller.step()
    teller.opening("factory")
    assert ends == [0, 0]
    os.close(writing)
