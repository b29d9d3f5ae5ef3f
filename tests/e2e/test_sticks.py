"""The way of new content from a stick to the screen, walked by staff in the real window."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.bundles import small, store_of, write
from tests.e2e.conftest import Run
from tests.e2e.driver import Kiosk, say
from tests.e2e.test_staff import BEGIN, CODE, hold_the_diamond, set_code, type_code

TRIAL_SECONDS = 150
SCENE_SECONDS = 60


def to_the_sticks(run: Run, sticks: Path) -> Kiosk:
    """A kiosk whose staff have opened the page of the sticks."""
    kiosk = run(settings=f'[updates]\nsticks = "{sticks}"\n', prepare=set_code)
    hold_the_diamond(kiosk)
    type_code(kiosk, CODE)
    kiosk.tap(say("Content from a stick"))
    kiosk.see(say("No stick is plugged in"))
    return kiosk


def test_from_the_stick_to_the_screen(run: Run, tmp_path: Path) -> None:
    """Plugged in, tried out, pulled out, compared, used, shown; then home with the statistics."""
    kiosk = to_the_sticks(run, tmp_path)
    write(tmp_path / "FAIR" / "amber", small("Amber"))
    kiosk.tap("amber: " + say("folder"))
    kiosk.see(say("Use this?"), seconds=TRIAL_SECONDS)
    (tmp_path / "FAIR").rename(tmp_path.parent / f"{tmp_path.name}-pulled-out")
    kiosk.see(say("Now"))
    kiosk.see(say("Afterwards"))
    assert store_of(kiosk.stand).active() is None, "nothing has changed yet"
    kiosk.tap(say("Use this"))
    kiosk.see(say("It is on this stand"))
    kiosk.tap(say("Done"))
    (tmp_path / "HOME").mkdir()
    kiosk.tap(say("Save statistics, health and log"))
    kiosk.wait("the export", lambda: any((tmp_path / "HOME").glob("juosta-export-*/health.txt")))
    kiosk.tap(say("Back"))
    kiosk.tap(say("Back to visitors"))
    kiosk.see("See Amber", seconds=SCENE_SECONDS)


def test_a_wrong_stick_changes_nothing(run: Run, tmp_path: Path) -> None:
    """The words stand on the screen and in a file on the stick; the show goes on as before."""
    kiosk = to_the_sticks(run, tmp_path)
    bad = small("Bad")
    del bad["title"]
    write(tmp_path / "FAIR" / "bad", bad)
    kiosk.tap("bad: " + say("folder"))
    kiosk.see(say("Not taken"), seconds=TRIAL_SECONDS)
    report = tmp_path / "FAIR" / "juosta-report.txt"
    kiosk.wait("the report", report.exists)
    assert "E112" in report.read_text(encoding="utf-8")
    assert any("title" in node.name for node in kiosk.nodes())
    kiosk.tap(say("Done"))
    kiosk.tap(say("Back"))
    kiosk.tap(say("Back to visitors"))
    kiosk.see(BEGIN)
    assert store_of(kiosk.stand).versions() == []
