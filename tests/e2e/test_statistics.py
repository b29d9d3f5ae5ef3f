"""What the real program counts: a visit on the screen, its end, and a program that is killed."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, command, say
from tests.e2e.steps import go_home, open_story
from tests.e2e.test_staff import CODE, hold_the_diamond, set_code, type_code

FLUSH_SECONDS = 30


def database(kiosk: Kiosk) -> dict[tuple[str, str], int]:
    """Kind and item to count, as they lie on the disk now."""
    from datetime import date

    from kiosk.stats.database import read

    file = kiosk.stand.home / "state" / "statistics.sqlite"
    found: dict[tuple[str, str], int] = {}
    for (_day, _hour, kind, item), count in read(file, date(2026, 1, 1), date(2199, 1, 1)).items():
        found[(kind, item)] = found.get((kind, item), 0) + count
    return found


def read_a_page(kiosk: Kiosk) -> str:
    """From the attract loop to a page that is looked at for a while; its address."""
    content = Content("en")
    section = content.bundle["sections"][0]
    story = section["stories"][0]
    go_home(kiosk)
    open_story(kiosk, content, section, story)
    return f"{section['id']}/{story['id']}/{story['pages'][0]['id']}"


def test_a_visit_is_counted_and_staff_see_it(run: Run) -> None:
    kiosk = run(prepare=set_code)
    address = read_a_page(kiosk)
    kiosk.wait(
        "the view to be written", lambda: ("page", address) in database(kiosk), FLUSH_SECONDS
    )
    assert database(kiosk)[("visit", "")] == 1
    kiosk.tap(say("Home"))
    kiosk.see(Content("en").title)
    hold_the_diamond(kiosk)
    type_code(kiosk, CODE)
    kiosk.tap(say("Statistics"))
    kiosk.see("Visits: 1")
    counted = database(kiosk)
    assert counted[("end", "staff")] == counted[("visit", "")] == counted[("page", address)] == 1
    shown: dict[str, Any] = json.loads(command(kiosk.stand, "stats", "--json").stdout)
    assert shown["visits"] is None  # fewer than five
    assert shown["tables"] == {}


def test_a_killed_program_keeps_what_it_has_counted(launch: Run) -> None:
    kiosk = launch()
    kiosk.see(say("Touch to begin"))
    address = read_a_page(kiosk)
    kiosk.wait(
        "the view to be written", lambda: ("page", address) in database(kiosk), FLUSH_SECONDS
    )
    kiosk.pull_the_plug()
    counted = database(kiosk)
    assert counted[("visit", "")] == counted[("page", address)] == 1
    assert not [key for key in counted if key[0] == "end"]
