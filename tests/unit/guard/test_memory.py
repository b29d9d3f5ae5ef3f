"""When a healthy screen is started anew."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk.guard.heart import Beat, Limits
from kiosk.guard.memory import DAY_SECONDS, LONGEST_SECONDS, Upkeep

HOUR = 3600.0
MB = 1_000_000


def kind(upkeep: Upkeep, now: float, minute: int = 720, *, rss: int = 0, idle: bool = True) -> str:
    """The kind of a reason at a moment."""
    return upkeep.due(Beat(now, rss=rss, idle=idle), now, minute)[0]


def test_too_much_memory_waits_for_an_idle_moment() -> None:
    upkeep = Upkeep(0.0, Limits(500 * MB, -1))
    assert kind(upkeep, 100, rss=501 * MB, idle=False) == ""
    assert kind(upkeep, 110, rss=501 * MB) == ""
    assert kind(upkeep, 141, rss=501 * MB) == "memory"
    assert kind(upkeep, 142, rss=500 * MB) == ""


def test_far_too_much_memory_waits_for_nobody() -> None:
    upkeep = Upkeep(0.0, Limits(500 * MB, -1))
    assert kind(upkeep, 100, rss=750 * MB, idle=False) == ""
    kind_, words = upkeep.due(Beat(101, rss=751 * MB), 101, 0)
    assert kind_ == "memory"
    assert "751 MB" in words


def test_a_ceiling_that_every_screen_exceeds_ends_none() -> None:
    upkeep = Upkeep(0.0, Limits(1 * MB, -1))
    assert kind(upkeep, 100, rss=250 * MB) == kind(upkeep, 200, rss=250 * MB) == ""
    assert kind(upkeep, 300, rss=500 * MB) == "memory"


def test_without_a_ceiling_any_memory_is_right() -> None:
    assert kind(Upkeep(0.0), 100, rss=10**12) == ""


def test_each_night_once_nobody_is_there() -> None:
    upkeep = Upkeep(0.0, Limits(0, 4 * 60))
    for minute in range(0, 24 * 60, 5):  # the first evening, from 20:00 on
        now = 60.0 * minute
        assert (kind(upkeep, now + DAY_SECONDS, (20 * 60 + minute) % 1440) == "night") == (
            480 <= minute < 540
        ), minute


def test_a_visitor_of_the_night_is_not_disturbed() -> None:
    upkeep = Upkeep(0.0, Limits(0, 4 * 60))
    assert kind(upkeep, 20 * HOUR, 245, idle=False) == ""
    assert kind(upkeep, 20 * HOUR + 60, 246) == ""
    assert kind(upkeep, 20 * HOUR + 661, 256) == "night"


@pytest.mark.parametrize("minute", [0, 239, 240, 299, 300, 1439])
def test_a_clock_that_jumps_starts_nothing_anew_by_day(minute: int) -> None:
    upkeep = Upkeep(0.0, Limits(0, 4 * 60))
    assert kind(upkeep, 0.0, minute) == ""
    assert kind(upkeep, DAY_SECONDS - 1, minute) == ""


def test_a_clock_that_stands_still_has_a_night_after_two_days() -> None:
    upkeep = Upkeep(0.0, Limits(0, 4 * 60))
    kind(upkeep, 0.0)
    assert kind(upkeep, LONGEST_SECONDS - 1) == ""
    assert kind(upkeep, LONGEST_SECONDS) == "night"


def test_never_is_never() -> None:
    upkeep = Upkeep(0.0, Limits(0, -1))
    kind(upkeep, 0.0)
    assert kind(upkeep, 100 * LONGEST_SECONDS, 240) == ""


def test_what_is_to_be_tried_again_waits_for_an_idle_moment() -> None:
    upkeep = Upkeep(0.0)
    upkeep.afresh = True
    assert kind(upkeep, 100, idle=False) == kind(upkeep, 110) == ""
    assert kind(upkeep, 139, idle=False) == kind(upkeep, 140) == kind(upkeep, 169) == ""
    assert kind(upkeep, 170) == "again"


GROWTH = """
from kiosk.guard.memory import resident
before = resident()
held = bytearray(50_000_000)
held[::4096] = b"x" * len(held[::4096])
print(before, resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_own_memory_is_plausible_and_grows() -> None:
    """In a process of its own: this one may have so much to spare that it takes no more."""
    told = subprocess.run([sys.executable, "-c", GROWTH], capture_output=True, check=True)
    before, after = map(int, told.stdout.split())
    assert 5 * MB < before < after - 40 * MB
