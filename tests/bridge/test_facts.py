"""The page about the stand says what is true of the content that is shown."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from kiosk import app
from kiosk.bridge.stafffacts import StaffFacts
from kiosk.content.model import Bundle
from kiosk.guard.lockout import Lockout
from kiosk.paths import under
from kiosk.settings import Settings
from tests.bridge.conftest import Clock


def test_the_number_of_pages_follows_the_content(
    tmp_path: Path, bundle: Bundle, clock: Clock, qapp: QCoreApplication
) -> None:
    places = under(tmp_path)
    desk = app.Desk(Settings(), Lockout(places.lockout, clock), bundle, places)
    facts: QObject = StaffFacts(desk.facts, lambda: "en", qapp)
    before = facts.property("pages")
    story: Any = SimpleNamespace(pages=[0] * 7)
    other: Any = SimpleNamespace(sections=[SimpleNamespace(stories=[story])])
    desk.use(other)
    assert (before, facts.property("pages")) == (4, 7)
    facts.deleteLater()
