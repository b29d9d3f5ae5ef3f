"""The page of versions over a real store: what it lists, and going back."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from kiosk.bridge.staffversions import StaffVersions, day_in_words
from kiosk.desk.versions import VersionsDesk
from kiosk.store.versions import Store
from tests.unit.store.shelf import install, shown


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A good version, a signed one that is shown, and one that was given up."""
    made = Store(tmp_path / "content")
    install(made, "1")
    install(made, "2", sequence=4)
    failed = install(made, "3", good=False)
    made.give_up(failed.id, "A page was left empty.")
    return made


class Door:
    """Whether the PIN has been typed."""

    open = True

    def __call__(self) -> bool:
        return self.open


@pytest.fixture
def door() -> Door:
    return Door()


@pytest.fixture
def page(qapp: object, store: Store, door: Door) -> Iterator[Any]:
    """What the page talks to."""
    owner = QObject()
    yield StaffVersions(VersionsDesk(store), door, lambda: "en", owner)
    owner.deleteLater()


def listed(page: Any) -> list[tuple[str, str, bool, bool]]:
    """Version, health, chosen, showable of each row."""
    names = ("version", "health", "chosen", "showable")
    return [tuple(x.property(n) for n in names) for x in page.property("entries")]


def test_the_newest_stands_first_and_the_factory_content_last(page: Any) -> None:
    assert listed(page) == [
        ("3", "failed", False, True),
        ("2", "good", True, True),
        ("1", "good", False, True),
        ("", "good", False, True),
    ]
    newest, chosen, *_, factory = page.property("entries")
    assert newest.property("reason") == "A page was left empty."
    assert chosen.property("signedBy") == "ab12"
    assert chosen.property("title") == "A small bundle"
    assert chosen.property("dayText") != ""
    assert factory.property("factory") is True


def test_going_back_leads_version_by_version_to_the_factory(
    page: Any, store: Store, qtbot: Any
) -> None:
    for wanted in ("1", "factory"):
        assert page.property("canGoBack") is True
        with qtbot.waitSignal(page.refreshed):
            page.goBack()
        assert page.property("busy") is True
        qtbot.waitUntil(lambda: not page.property("busy"))
        assert page.property("words") == ""
        assert shown(store) == wanted
    assert page.property("canGoBack") is False


def test_any_version_can_be_shown_also_one_that_was_given_up(
    page: Any, store: Store, qtbot: Any
) -> None:
    page.show(page.property("entries")[0].property("id"))
    qtbot.waitUntil(lambda: not page.property("busy"))
    assert shown(store) == "3"
    page.show("factory")
    qtbot.waitUntil(lambda: not page.property("busy"))
    assert shown(store) == "factory"


def test_nothing_is_chosen_without_the_pin(page: Any, store: Store, door: Door) -> None:
    door.open = False
    page.goBack()
    page.show("factory")
    assert page.property("busy") is False
    assert shown(store) == "2"


def test_a_version_that_is_not_there_is_refused_in_words(
    page: Any, store: Store, qtbot: Any
) -> None:
    page.show("0009-other-9")
    qtbot.waitUntil(lambda: not page.property("busy"))
    assert "There is no version 0009-other-9" in page.property("words")
    assert shown(store) == "2"


def test_a_refusal_is_not_for_the_next_visit(page: Any, qtbot: Any) -> None:
    page.show("0009-other-9")
    qtbot.waitUntil(lambda: page.property("words") != "")
    page.read_again()
    assert page.property("words") == ""


def test_a_refusal_after_the_page_was_left_is_not_said(
    page: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = threading.Event()

    def slow(*_: object) -> str:
        assert left.wait(10)
        return "There is no such version."

    monkeypatch.setattr(VersionsDesk, "choose", slow)
    page.goBack()
    page.read_again()
    left.set()
    qtbot.waitUntil(lambda: not page.property("busy"))
    assert page.property("words") == ""


def test_damage_is_told(page: Any, store: Store) -> None:
    folder = store.path(page.property("entries")[1].property("id"))
    (folder / "content.json").unlink()
    page.read_again()
    assert listed(page)[1][1:] == ("damaged", False, False)
    assert page.property("words") != ""


@pytest.mark.parametrize(
    ("iso", "language", "words"),
    [
        ("2026-11-28T10:00:00Z", "en", "28\u00a0November 2026"),
        ("2026-11-28T10:00:00Z", "lt", "2026\u00a0m. lapkričio 28\u00a0d."),
        ("", "en", ""),
        ("soon", "en", ""),
    ],
)
def test_a_day_is_written_as_the_language_does(iso: str, language: str, words: str) -> None:
    assert day_in_words(iso, language) == words
