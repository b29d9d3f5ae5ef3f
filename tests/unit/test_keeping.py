"""Opening hours over weeks that no wall clock gets right: summer time, jumps, wrong years."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kiosk.guard import hours, wallclock
from kiosk.keeping import Keeping, LastBelieved, OpeningOnDisk, closing_at
from kiosk.paths import Places, under
from kiosk.settings_parts import Opening
from kiosk.visit import Rules, advance, start_state
from kiosk.visit import events as ev
from kiosk.visit.outline import Outline, PageOutline, SectionOutline, StoryOutline

VILNIUS = ZoneInfo("Europe/Vilnius")
RULES = Rules(Outline((SectionOutline((StoryOutline((PageOutline(),)),)),) * 2, ("en",)), "en")
WEEK = Opening(
    monday="9:00-17:00",
    tuesday="9:00-12:00, 13:00-17:00",
    wednesday="closed",
    thursday="9:00-17:00",
    friday="18:00-2:00",
    saturday="22:00-4:30",
    sunday="2:30-5:00",
    dates=("2027-03-30 closed",),
)
LOOK = 15
YEAR = 365.25 * 86_400


@pytest.fixture(autouse=True)
def on_the_wall_of_vilnius() -> Iterator[None]:
    """The machine's time zone, put back afterwards."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Vilnius"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


class Stand:
    """A visit, a screen that can be switched off, and two clocks; nobody is there."""

    def __init__(self, start: datetime, opening: Opening = WEEK, file: Path | None = None) -> None:
        self.seconds = 0.0
        self.gained = 0.0
        self.start = start.timestamp()
        self.opening = opening
        self.lit = True
        self.state = start_state(RULES, 0)
        self.keeping = Keeping(
            self,
            lambda: self.opening,
            self,
            wall=self.wall,
            steady=lambda: self.seconds,
            believed=LastBelieved(file) if file else None,
        )

    def wall(self) -> float:
        """What the clock shows."""
        return self.start + self.seconds + self.gained

    def post(self, event: ev.Event) -> None:
        """An event of the visit."""
        self.state = advance(self.state, event, self.seconds, RULES)

    def switch(self, *, on: bool) -> bool:
        """The screen."""
        self.lit = on
        return True

    def look(self, passed: float = LOOK) -> str:
        """Some time later: what the stand shows."""
        self.seconds += passed
        self.keeping.look()
        self.keeping.light()
        return self.state.mode


@pytest.mark.parametrize(
    "monday", ["2027-03-22", "2027-03-29", "2027-10-25", "2026-11-30"]
)  # Sundays: 28 March 2027 summer time begins, 31 October 2027 it ends
def test_a_week_of_looks(monday: str) -> None:
    stand = Stand(datetime.fromisoformat(monday).replace(tzinfo=VILNIUS))
    plan = hours.hours_of(WEEK.week, WEEK.dates)
    shown: set[str] = set()
    for _ in range(8 * 24 * 12):
        mode = stand.look(300)
        local = datetime.fromtimestamp(stand.wall(), VILNIUS)
        wanted = "attract" if plan.open_at(local.replace(tzinfo=None)) else "closed"
        assert mode == wanted, local
        shown.add(mode)
    assert shown == {"attract", "closed"}
    assert stand.keeping.clock.trouble == ""


def test_the_night_that_lacks_an_hour_and_the_one_that_has_it_twice() -> None:
    """On Saturdays until 4:30 and on Sundays from 2:30: open through, as the wall shows it."""
    for night, hours_open in (("2027-03-27", 6), ("2027-10-30", 8)):
        stand = Stand(datetime.fromisoformat(f"{night}T21:59:50").replace(tzinfo=VILNIUS))
        opened = sum(stand.look(60) == "attract" for _ in range(12 * 60))
        assert opened == hours_open * 60


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(years=st.sampled_from([-10, 10]) | st.floats(-12, 12), at=st.integers(0, 7 * 24))
def test_a_clock_that_jumps_leaves_the_stand_open(years: float, at: int) -> None:
    jump = years * YEAR
    assume(abs(abs(jump) - wallclock.JUMP_SECONDS) > 700)  # clocks drift
    stand = Stand(datetime(2026, 11, 30, tzinfo=UTC))
    stand.look(0)
    stand.look(at * 3600)
    before = stand.state.mode
    stand.gained = jump
    shown = stand.look()
    local = datetime.fromtimestamp(stand.wall(), VILNIUS).replace(tzinfo=None)
    believed = abs(jump) < wallclock.JUMP_SECONDS
    plan = hours.hours_of(WEEK.week, WEEK.dates)
    assert shown == ("closed" if believed and not plan.open_at(local) else "attract")
    stand.gained = 0
    assert stand.look() == before


def test_a_wrong_year_closes_nothing_and_staff_are_told(caplog: pytest.LogCaptureFixture) -> None:
    stand = Stand(datetime(1970, 1, 1, 12, tzinfo=UTC), Opening(thursday="closed"))
    assert stand.look() == "attract"
    assert "1970" in stand.keeping.clock.trouble
    assert "opening hours are not kept" in caplog.text
    stand.gained = datetime(2026, 12, 3, 12, tzinfo=UTC).timestamp() - stand.start  # a Thursday
    assert stand.look() == "closed"
    assert stand.keeping.clock.trouble == ""


def test_a_clock_that_went_back_while_the_power_was_off(tmp_path: Path) -> None:
    file = tmp_path / "clock.json"
    now = datetime(2026, 12, 2, 12, tzinfo=UTC)  # a Wednesday
    stand = Stand(now, file=file)
    assert stand.look() == "closed"
    stand.seconds += 7 * 86_400
    stand.look()
    again = Stand(now, file=file)
    assert again.look() == "attract"
    assert "back" in again.keeping.clock.trouble
    right = Stand(now + timedelta(days=7), file=file)
    assert right.look() == "closed"
    for text in ("", "{}", "[]", '{"believed": "?"}'):
        file.write_text(text)
        assert Stand(now, file=file).look() == "closed"


def test_off_is_dark_but_for_a_visit() -> None:
    stand = Stand(datetime(2026, 12, 2, 12, tzinfo=UTC), Opening(wednesday="closed", closed="off"))
    assert (stand.look(), stand.lit) == ("closed", False)
    stand.post(ev.Begin())
    assert (stand.look(), stand.lit) == ("browsing", True)
    stand.seconds += 90
    stand.post(ev.Tick())
    assert (stand.look(), stand.lit) == ("closed", False)
    stand.opening = Opening()
    assert (stand.look(), stand.lit) == ("attract", True)


def test_the_sign_changes_with_the_date() -> None:
    sunday = datetime.fromisoformat("2026-12-20")
    opening = Opening(sunday="closed", dates=("2026-12-30 closed",))
    before, after = closing_at(opening, sunday), closing_at(opening, sunday + timedelta(days=7))
    assert before is not None
    assert after is not None
    assert [row.day for row in before.rows] == ["", ""]
    assert [row.day for row in after.rows] == ["", "", "2026-12-30"]
    assert [(row.hours, row.open) for row in after.rows] == [("", True), ("", False), ("", False)]


def test_settings_are_read_again_when_they_change(tmp_path: Path) -> None:
    places: Places = under(tmp_path)
    opening = OpeningOnDisk(places)
    opening.read()
    assert opening() == Opening()
    places.settings.write_text('[hours]\nmonday = "closed"\n')
    opening.read()
    assert opening().monday == "closed"
    places.staff_settings.parent.mkdir()
    places.staff_settings.write_text('[hours]\nmonday = "9:00-12:00"\n')
    opening.read()
    assert opening().monday == "9:00-12:00"
