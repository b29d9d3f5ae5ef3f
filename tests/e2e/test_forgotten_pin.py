"""A forgotten code, walked by staff: the signed file on a stick, a new code, the file used up."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.e2e.conftest import Run
from tests.e2e.driver import Kiosk, Stand, command, say
from tests.e2e.test_staff import BEGIN, CODE, hold_the_diamond, set_code, type_code

NEW_CODE = "90218463"
SITE = "riga"


def headquarters(stand: Stand, folder: Path) -> Path:
    """A key that the stand trusts, and the reset file that headquarters makes with it."""
    key = folder / "hq.key"
    done = command(stand, "keygen", str(folder / "hq"))
    assert done.returncode == 0, done.stderr
    done = command(stand, "trust", str(key.with_suffix(".pub")))
    assert done.returncode == 0, done.stderr
    made = folder / "made"
    made.mkdir()
    words = ["pin-reset", "--key", str(key), "--site", SITE, "-o", str(made)]
    done = command(stand, "config", *words)
    assert done.returncode == 0, done.stderr
    return made / "pin-reset.txt"


def test_a_forgotten_code_is_reset_once(run: Run, tmp_path: Path) -> None:
    """Without a stick nothing; with it a new code, typed twice; then only the new one opens."""
    sticks = tmp_path / "sticks"
    sticks.mkdir()
    reset: list[Path] = []

    def prepare(stand: Stand) -> None:
        set_code(stand)
        reset.append(headquarters(stand, tmp_path))

    settings = f'[stand]\nsite = "{SITE}"\n[updates]\nsticks = "{sticks}"\n'
    kiosk = run(settings=settings, prepare=prepare)
    hold_the_diamond(kiosk)
    forgotten(kiosk)
    saying(kiosk, say("Headquarters makes a reset stick for this stand."))
    plug_in(sticks, reset[0])
    forgotten(kiosk)
    kiosk.see(say("Choose a new code"))
    type_code(kiosk, NEW_CODE)
    saying(kiosk, say("Type the same code once more."))
    type_code(kiosk, NEW_CODE)
    saying(kiosk, say("The new code is set. Type it to enter."))

    type_code(kiosk, CODE)
    saying(kiosk, say("That is not the code. Please try again."))
    type_code(kiosk, NEW_CODE)
    kiosk.see(say("This stand"))
    kiosk.tap(say("Back to visitors"))
    kiosk.see(BEGIN)

    kiosk.rest()
    hold_the_diamond(kiosk)
    forgotten(kiosk)
    saying(kiosk, "This reset file has been used on this stand before")
    assert not kiosk.sees(say("Choose a new code"))


def plug_in(sticks: Path, reset: Path) -> None:
    """A stick with the reset file on it."""
    (sticks / "HQ").mkdir()
    shutil.copy(reset, sticks / "HQ")


def forgotten(kiosk: Kiosk) -> None:
    """Touch the words for those who have forgotten the code."""
    kiosk.tap(say("Code forgotten"))


def saying(kiosk: Kiosk, words: str) -> None:
    """Wait until these words stand somewhere on the screen."""
    start = words.split(".", maxsplit=1)[0]
    kiosk.wait(f"{start!r}", lambda: any(start in node.name for node in kiosk.nodes()))
