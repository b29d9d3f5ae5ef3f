"""Nothing about a visitor is in the log: a visit that does everything leaves no trace of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import log
from kiosk.bridge.session import Session
from kiosk.visit import Closing
from kiosk.visit import events as ev
from tests.bridge.conftest import Clock, FakeDesk

SEEN = ("one", "first", "lt", "largest", "contrast", "sources", "browsing", "answer", "271828")
"""Names of what the visitor looked at and chose, and the code that staff typed."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The log of a stand, with everything that any level says."""
    root = logging.getLogger()
    level = root.level
    log.set_up(tmp_path / "log", "screen", level=logging.DEBUG)
    yield tmp_path / "log"
    log.shut_down()
    root.setLevel(level)
    logging.raiseExceptions = True


def test_a_visit_leaves_no_trace(
    session: Session, clock: Clock, desk: FakeDesk, folder: Path
) -> None:
    logging.getLogger("kiosk").info("the log is written")
    calls: list[tuple[str, tuple[object, ...]]] = [
        ("begin", ()),
        ("openSection", ("one",)),
        ("openStory", ("one", "first")),
        ("next", ()),
        ("chooseAnswer", (1,)),
        ("openPanel", ("sources",)),
        ("closePanel", ()),
        ("setLanguage", ("lt",)),
        ("setTextSize", ("largest",)),
        ("setTheme", ("contrast",)),
        ("back", ()),
        ("home", ()),
        ("openStaff", ()),
        *[("pinDigit", (int(digit),)) for digit in "271828"],
        ("pinErase", ()),
        ("leaveStaff", ()),
    ]
    for name, arguments in calls:
        clock.pass_by(1)
        getattr(session, name)(*arguments)
    session.post(ev.KeepHours(Closing()))
    text = "".join(file.read_text() for file in folder.iterdir())
    assert "the log is written" in text
    records = [json.loads(line) for line in text.splitlines()]
    for told in records:
        del told["time"], told["process"], told["name"]
    words = " ".join(str(value) for told in records for value in told.values()).split()
    assert [word for word in words if word.strip(".,:;") in SEEN] == []
