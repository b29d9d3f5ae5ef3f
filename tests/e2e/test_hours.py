"""The real kiosk outside its opening hours: closed by the clock, awake for one visit, open."""

from __future__ import annotations

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, say

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CLOSED = "[idle]\nseconds = 10\nwarning_seconds = 5\n\n[hours]\n" + "".join(
    f'{day} = "closed"\n' for day in DAYS
)
LOOK_SECONDS = 40


def test_closed_woken_and_opened(run: Run) -> None:
    kiosk = run(settings=CLOSED)
    kiosk.see("Closed now", LOOK_SECONDS)
    kiosk.tap("Look around all the same")
    kiosk.see(Content("en").title)
    kiosk.see("Closed now", LOOK_SECONDS)  # nobody goes on: it is closed again
    (kiosk.stand.home / "kiosk.toml").write_text("[idle]\nseconds = 10\n")
    kiosk.see(say("Touch to begin"), LOOK_SECONDS)
    # The sign that leaves is still there while the other screen comes
    kiosk.wait("the sign to be gone", lambda: not kiosk.sees("Closed now"))
    assert kiosk.sees(say("Touch to begin"))
