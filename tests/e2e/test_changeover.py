"""Other content in the running kiosk: installed, refused, broken on disk, and edited by hand."""

from __future__ import annotations

import json
import time
from pathlib import Path

from kiosk.lock import held_by_others
from tests.e2e.bundles import publish, small, store_of, write
from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, Stand, say

BEGIN = say("Touch to begin")
REHEARSAL_SECONDS = 60
SCENE_SECONDS = 30
QUICK_SETTINGS = "[idle]\nseconds = 10\nwarning_seconds = 5\n"
SOON_SECONDS = 5
"""A saving is on the screen within one second on a machine with nothing else to do."""


def logged(kiosk: Kiosk, words: str, seconds: float = REHEARSAL_SECONDS) -> None:
    """Wait until the log says so."""
    kiosk.wait(f"{words!r} in the log", lambda: words in kiosk.log, seconds)


def test_installed_content_comes_when_nobody_is_there(run: Run) -> None:
    """Not during a visit; then at a scene of the attract loop, in the same process."""
    kiosk = run(settings=QUICK_SETTINGS)
    pid = kiosk.pid
    kiosk.begin()
    kiosk.see(Content("en").title)
    version = publish(kiosk.stand, small("Amber"))
    logged(kiosk, f"rehearsing version {version}", 20)
    kiosk.see(Content("en").title)  # the visit goes on
    logged(kiosk, f"version {version} waits")
    kiosk.see("See Amber", SCENE_SECONDS + 30)
    assert kiosk.pid == pid
    kiosk.begin()
    kiosk.see("Amber")
    assert not kiosk.sees(Content("en").title)
    note = store_of(kiosk.stand).path(version).parent / "version.json"
    assert held_by_others(note), "an update of somebody else may not remove what is shown"


def test_content_that_fails_its_rehearsal_never_comes(launch: Run) -> None:
    """The old content stays, and the reason is kept for staff with page and language."""
    kiosk = launch()
    kiosk.see(BEGIN)
    bad = small("Bad")
    bad["sections"][1]["title"] = {"en": "\U00010900", "lt": "x"}
    version = publish(kiosk.stand, bad)
    logged(kiosk, "back to version factory")
    assert kiosk.sees(BEGIN)
    assert not kiosk.sees("See Bad")
    info = next(one for one in store_of(kiosk.stand).versions() if one.id == version)
    assert info.health == "failed"
    assert "U+10900" in info.reason
    assert "home, English" in info.reason


def broken(stand: Stand, version: str) -> None:
    """Damage a version as a failing disk does: the file is there and is no content."""
    file = store_of(stand).path(version) / "content.json"
    file.write_text('{"format": 1, "id": "x"', encoding="utf-8")


def test_a_broken_version_gives_way_to_the_one_before_and_to_the_factory(launch: Run) -> None:
    def good_then_broken(stand: Stand) -> None:
        first = publish(stand, small("Amber"))
        store_of(stand).confirm(first)
        broken(stand, publish(stand, small("Broken")))

    kiosk = launch(prepare=good_then_broken)
    kiosk.see("See Amber")
    assert "cannot be shown" in kiosk.log
    kiosk.wait("the reason", lambda: "failed" in {v.health for v in _versions(kiosk)})
    kiosk.end()

    def both_broken(stand: Stand) -> None:
        first = publish(stand, small("Amber"))
        store_of(stand).confirm(first)
        broken(stand, publish(stand, small("Broken")))
        broken(stand, first)

    kiosk = launch(prepare=both_broken)
    kiosk.see(BEGIN)
    kiosk.begin()
    kiosk.see(Content("en").title)


def _versions(kiosk: Kiosk) -> list:
    return store_of(kiosk.stand).versions()


def test_a_folder_is_shown_as_it_is_saved(launch: Run, tmp_path: Path) -> None:
    """The place stays; a mistake is a line over the old content; mending it takes the line away."""
    folder = write(tmp_path / "bundle", small("Amber"))
    kiosk = launch("--watch", str(folder))
    kiosk.see("See Amber")
    kiosk.begin()
    kiosk.see("Amber")
    kiosk.tap("one")
    kiosk.see("A lead")

    better = small("Amber")
    better["sections"][0]["lead"] = {"en": "A better lead", "lt": "x"}
    begun = time.monotonic()
    write(folder, better)
    kiosk.see("A better lead", SOON_SECONDS)
    print(f"a saving was on the screen after {time.monotonic() - begun:.2f} s")

    (folder / "content.json").write_text('{\n "format": 1,\n "id" "x"}', encoding="utf-8")
    strip = kiosk.wait("the mistake", lambda: _saying(kiosk, "E105 content.json:3:"))
    assert "1 error" in strip[0].name
    assert kiosk.sees("A better lead")

    best = small("Amber")
    best["sections"][0]["lead"] = {"en": "The best lead", "lt": "x"}
    saved = folder / "content.json.part"
    saved.write_text(json.dumps(best), encoding="utf-8")
    saved.replace(folder / "content.json")  # as many editors save
    kiosk.see("The best lead", SOON_SECONDS)
    kiosk.wait("the line to go", lambda: not _saying(kiosk, "E105"))

    (folder / "content.json").unlink()
    kiosk.wait("the missing file", lambda: _saying(kiosk, "E101"))
    assert kiosk.sees("The best lead")
    write(folder, best)
    kiosk.wait("the line to go", lambda: not _saying(kiosk, "E101"))
    assert kiosk.troubles() == []


def _saying(kiosk: Kiosk, words: str) -> list:
    return [node for node in kiosk.nodes() if words in node.name]
