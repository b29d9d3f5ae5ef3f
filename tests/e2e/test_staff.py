"""The way of the staff: hold the diamond, type the code, leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.bundles import publish, small, store_of
from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, Stand, command, say
from tests.e2e.steps import go_home

CODE = "73915846"
HOLD_SECONDS = 5
SCENE_SECONDS = 60
PAD = say("Enter the code")
BEGIN = say("Touch to begin")


def set_code(stand: Stand) -> None:
    """Choose the code as staff do in a script."""
    done = command(stand, "config", "pin", "--stdin", typed=f"{CODE}\n")
    assert done.returncode == 0, done.stderr
    assert CODE not in done.stdout + done.stderr


def with_code(launch: Run) -> Kiosk:
    """A kiosk in its attract loop, on a stand whose staff have chosen a code."""
    kiosk = launch(prepare=set_code)
    kiosk.see(BEGIN)
    return kiosk


def hold_the_diamond(kiosk: Kiosk, mark_says: str = "Lithuania") -> None:
    """Hold the mark at the top until the pad comes."""
    mark = kiosk.label(mark_says)
    with kiosk.stand.finger.held((mark.x - 30, mark.centre[1])):
        kiosk.see(PAD, seconds=HOLD_SECONDS + 10)
    assert kiosk.sees(PAD)


def type_code(kiosk: Kiosk, code: str) -> None:
    """Type on the pad; keys take quick taps."""
    kiosk.target("0")  # the pad is at rest
    keys = {node.name: node for node in kiosk.targets()}
    for digit in code:
        kiosk.stand.finger.tap(keys[digit].centre)
    kiosk.see(f"{len(code)} digits typed")
    kiosk.tap(say("Enter"))


def test_leave(run: Run) -> None:
    """From the attract loop to the end of the program, with exit code 0."""
    kiosk = with_code(run)
    hold_the_diamond(kiosk)
    type_code(kiosk, CODE)
    kiosk.see(say("This stand"))
    kiosk.tap(say("Leave the kiosk"))
    kiosk.see(say("Leave the kiosk?"))
    kiosk.tap(say("Keep running"))
    kiosk.miss(say("Leave the kiosk?"))
    kiosk.tap(say("Leave the kiosk"))
    screen = kiosk.pid
    kiosk.tap(say("Leave now"))
    assert kiosk.program.code(5) == 0
    assert not Path(f"/proc/{screen}").exists(), "the screen is still there"
    assert CODE not in kiosk.log


def test_wrong_code(run: Run) -> None:
    """It says so, counts, and lets nobody in; the right one still opens; back to visitors."""
    kiosk = with_code(run)
    go_home(kiosk)
    hold_the_diamond(kiosk)
    type_code(kiosk, "11111111")
    kiosk.see(say("That is not the code. Please try again."))
    assert not kiosk.sees(say("This stand"))
    type_code(kiosk, CODE)
    kiosk.see(say("This stand"))
    kiosk.tap(say("Back to visitors"))
    kiosk.see(BEGIN)


def test_five_wrong_codes_lock_the_pad(run: Run) -> None:
    """After five tries the keys take nothing for a while."""
    kiosk = with_code(run)
    hold_the_diamond(kiosk)
    for attempt in range(5):
        type_code(kiosk, f"{attempt}1234567")
        kiosk.see("0 digits typed")
    kiosk.wait("the keys to be dead", lambda: not kiosk.named("1", kiosk.targets()))
    kiosk.tap(say("Back to visitors"))
    kiosk.see(BEGIN)


def test_without_a_code(run: Run) -> None:
    """It says how to choose one, and nothing can be typed."""
    kiosk = run()
    hold_the_diamond(kiosk)
    kiosk.wait("the advice", lambda: any("kiosk config pin" in n.name for n in kiosk.nodes()))
    assert not kiosk.named("1", kiosk.targets())
    kiosk.tap(say("Back to visitors"))
    kiosk.see(BEGIN)


def test_a_short_touch_of_the_diamond_is_a_touch(run: Run) -> None:
    """Visitors who tap the mark begin like everybody else."""
    kiosk = run()
    mark = next(node for node in kiosk.nodes() if node.name == "Lithuania" and node.role == "label")
    kiosk.stand.finger.tap((mark.x - 30, mark.centre[1]))
    kiosk.see(Content("en").title)
    assert not kiosk.sees(PAD)


@pytest.mark.parametrize("code", ["123456", "111111", "12345"])
def test_weak_codes_are_refused(landscape: Stand, code: str) -> None:
    """In words, on standard error."""
    landscape.fresh()
    done = command(landscape, "config", "pin", "--stdin", typed=f"{code}\n")
    assert done.returncode == 1
    assert "refused" in done.stderr


def enter(kiosk: Kiosk, mark_says: str = "Lithuania") -> None:
    """From anywhere that has the mark to the menu of the staff."""
    hold_the_diamond(kiosk, mark_says)
    type_code(kiosk, CODE)
    kiosk.see(say("This stand"))


def open_row(kiosk: Kiosk, name: str) -> None:
    """Touch a row whose name is followed by a value."""
    found = kiosk.wait(
        f"the row {name}", lambda: [n for n in kiosk.targets() if n.name.startswith(f"{name}:")]
    )
    kiosk.rest()
    kiosk.tap_node(found[0])


def test_back_to_the_version_before_in_two_taps(run: Run) -> None:
    """Menu, versions, back: the older one is on the screen again, and named durably."""
    ids: list[str] = []

    def prepare(stand: Stand) -> None:
        set_code(stand)
        for title in ("Amber", "Birch"):
            ids.append(publish(stand, small(title)))
            store_of(stand).confirm(ids[-1])

    kiosk = run(prepare=prepare)
    kiosk.see("See Birch")
    enter(kiosk, "Mark")
    open_row(kiosk, "Versions")
    kiosk.tap(say("Back to the version before"))
    store = store_of(kiosk.stand)
    kiosk.wait("the older version to be chosen", lambda: store.active().id == ids[0])
    kiosk.tap(say("Back"))
    kiosk.tap(say("Back to visitors"))
    kiosk.see("See Amber", seconds=SCENE_SECONDS)
    kiosk.begin()
    kiosk.see("Amber")
    assert not kiosk.sees("Birch")


def test_a_changed_setting_holds_and_outlives_a_restart(run: Run) -> None:
    """Start language changed on the stand: the next visit speaks it, and so does the next start."""
    kiosk = with_code(run)
    enter(kiosk)
    kiosk.tap(say("Settings"))
    open_row(kiosk, "Languages")
    kiosk.tap(say("Begin in %1", "en", "Lietuvių"))
    kiosk.wait("the change", lambda: "lt" in (kiosk.stand.home / "state/settings.toml").read_text())
    kiosk.tap(say("Back"))
    kiosk.tap(say("Back"))
    kiosk.tap(say("Restart"))
    kiosk.tap(say("Restart now"))
    kiosk.wait("the restart", lambda: kiosk.log.count("first frame") == 2, 30)
    kiosk.starts_anew()
    kiosk.see(say("Touch to begin", "lt"), seconds=30)


def test_the_glass_is_wiped_and_staff_step_away(run: Run) -> None:
    """The message waits for the PIN; the lock takes no touch."""
    kiosk = with_code(run)
    enter(kiosk)
    kiosk.tap(say("Back in a few minutes"))
    kiosk.tap("10 minutes")
    kiosk.see("Back in 10 minutes")
    kiosk.begin()
    kiosk.see(Content("en").title)
    kiosk.rest()
    hold_the_diamond(kiosk)
    kiosk.tap(say("Back to visitors"))
    kiosk.see("Back in 10 minutes")
    kiosk.rest()
    enter(kiosk)
    kiosk.tap(say("Lock for cleaning"))
    kiosk.tap(say("Lock now"))
    kiosk.see(say("The screen can be wiped now"))
    for _ in range(5):
        kiosk.begin()
    assert kiosk.sees(say("The screen can be wiped now"))


def test_the_lock_out_outlives_a_restart(launch: Run) -> None:
    """Five wrong codes, the plug pulled: the keys stay dead."""
    kiosk = launch(prepare=set_code)
    kiosk.see(BEGIN)
    hold_the_diamond(kiosk)
    for attempt in range(5):
        type_code(kiosk, f"{attempt}1234567")
        kiosk.see("0 digits typed")
    kiosk.wait("the keys to be dead", lambda: not kiosk.named("1", kiosk.targets()))
    kiosk.pull_the_plug()
    again = Kiosk(kiosk.stand)
    try:
        again.see(BEGIN, seconds=30)
        hold_the_diamond(again)
        assert not again.named("1", again.targets())
    finally:
        again.end()
