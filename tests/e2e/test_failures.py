"""What is shown and said when the kiosk cannot show what it should."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, Stand, say
from tests.e2e.driver.kiosk import CHECKOUT

SAFE_TITLE = "Back in a moment"
END_SECONDS = 2
NO_CONTENT, NO_DISPLAY = 3, 4

BROKEN = {
    "empty": ("", "E103"),
    "cut": ('{"format": 1, "id": "x"', "E105"),
    "list": ("[]", "E1"),
    "unknown": ('{"format": 1, "titel": "x"}', "E1"),
}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("kind", BROKEN)
def test_broken_content(launch: Run, tmp_path: Path, kind: str, number: signal.Signals) -> None:
    """The safe screen covers the screen and says its code; the reason stands in words."""
    text, code = BROKEN[kind]
    (tmp_path / "content.json").write_text(text, encoding="utf-8")
    safe_screen(launch(str(tmp_path)), code, number)


def test_no_content_at_all(launch: Run, tmp_path: Path) -> None:
    """An empty folder is no bundle."""
    safe_screen(launch(str(tmp_path)), "E101", signal.SIGTERM)


def safe_screen(kiosk: Kiosk, code: str, number: signal.Signals) -> None:
    """Check the safe screen of a kiosk and that it ends with its own exit code."""
    kiosk.see(SAFE_TITLE)
    assert any(code in node.name for node in kiosk.nodes()), kiosk.describe()
    frame = kiosk.stand.screen.frames()[0]
    assert (frame.x, frame.y, frame.width, frame.height) == (0, 0, *kiosk.stand.size)
    assert code in kiosk.program.complained, "standard error does not say why"
    kiosk.program.signal(number)
    assert kiosk.program.code(END_SECONDS) == NO_CONTENT
    words = kiosk.program.complained + kiosk.program.said
    assert "Traceback" not in words
    assert "Traceback" not in kiosk.log


def test_missing_picture(launch: Run, tmp_path: Path) -> None:
    """Content whose pictures are missing is shown without them."""
    shutil.copy(CHECKOUT / "content.json", tmp_path / "content.json")
    kiosk = launch(str(tmp_path))
    kiosk.see(say("Touch to begin"))
    kiosk.begin()
    kiosk.see(Content("en").title)
    for section in Content("en").sections:
        kiosk.tap(Content("en").text(section["title"]))
        kiosk.see(Content("en").text(section["lead"]))
        kiosk.tap(say("Home"))
        kiosk.see(Content("en").title)
    kiosk.program.signal(signal.SIGINT)
    assert kiosk.program.code(END_SECONDS) == 0
    assert "Traceback" not in kiosk.log


@pytest.mark.parametrize("display", [None, ":4711"])
def test_no_display(launch: Run, landscape: Stand, display: str | None) -> None:
    """Neither a missing nor a dead display ends in a crash: words, and an exit code of its own."""
    kiosk = launch(variables={"DISPLAY": display})
    assert kiosk.program.code(20) == NO_DISPLAY
    words = kiosk.program.complained + kiosk.program.said
    assert "no display" in words
    assert "kiosk tour" in words
    assert "Traceback" not in words


def test_wrong_settings(launch: Run) -> None:
    """A mistake in kiosk.toml is said with its line, and the show goes on."""
    kiosk = launch(settings="[idle]\nseconds = 'long'\n")
    kiosk.see(say("Touch to begin"))
    assert "kiosk.toml:2" in kiosk.program.complained


def test_safe_screen_lets_staff_out(launch: Run, tmp_path: Path) -> None:
    """The diamond works on the safe screen too."""
    kiosk = launch(str(tmp_path))
    kiosk.see(SAFE_TITLE)
    u = min(kiosk.stand.size) / 1080
    with kiosk.stand.finger.held((round(113 * u), round(103 * u))):
        kiosk.see(say("Enter the code"))
    assert any("kiosk config pin" in node.name for node in kiosk.nodes())
