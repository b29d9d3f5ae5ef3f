"""One screen from its start to its end."""

from __future__ import annotations

import pytest

from kiosk.guard.heart import Beat, Limits, Opening, Step
from kiosk.guard.watch import Watch


def lively(until: int, version: str = "factory") -> Watch:
    """A screen that has been well so far."""
    watch = Watch(0.0)
    watch.hear(Opening(version), 0.1)
    for second in range(1, until + 1):
        watch.hear(Beat(second - 0.5, "a/b/c", "browsing", version), float(second))
        assert watch.order(second, 0) == ""
    return watch


def test_a_hang_is_asked_where_it_hangs_and_then_killed() -> None:
    watch = lively(20)
    orders = [watch.order(20 + tenth / 10, 0) for tenth in range(300)]
    assert [order for order in orders if order] == ["abort", "kill"]
    assert 9 <= orders.index("abort") / 10 <= 11
    assert orders.index("kill") - orders.index("abort") <= 22
    end = watch.end(-6, 33.0, "2026-01-01T00:00:00+00:00", 0)
    assert (end.kind, end.page, end.version, end.up) == ("hang", "a/b/c", "factory", 33.0)
    assert "did not answer" in end.words


@pytest.mark.parametrize("message", [Opening("factory"), Step()])
def test_a_start_that_gets_on_is_waited_for(message: Opening | Step) -> None:
    watch = Watch(0.0)
    watch.hear(message, 10.0)
    assert watch.order(26, 0) == ""
    assert watch.order(26.1, 0) == "abort"


def test_who_is_asked_to_end_has_five_seconds() -> None:
    watch = lively(3)
    watch.ask("end", "somebody ended the kiosk")
    watch.ask("night", "too late")
    assert watch.order(3, 0) == "end"
    assert watch.order(8, 0) == ""
    assert watch.order(8.1, 0) == "kill"
    assert watch.order(60, 0) == ""
    assert watch.end(0, 9, "", 0).kind == "end"


def test_limits_of_the_screen_are_heeded() -> None:
    watch = Watch(0.0)
    watch.hear(Limits(400_000_000, -1), 1)
    watch.hear(Beat(1.0, rss=601_000_000), 1)
    assert watch.order(1, 0) == "end"
    assert watch.end(0, 2, "", 0).kind == "memory"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (0, "staff"), (75, "restart"), (4, "no display"), (255, "no display"), (2, "end"),
        (3, "end"), (1, "crash"), (70, "crash"), (-9, "crash"),
        (-11, "crash"), (-15, "crash"), (-64, "crash"),
        (0xC0000005, "crash"),
    ],
)  # fmt: skip
def test_meaning_of_an_end(code: int, kind: str) -> None:
    end = lively(2).end(code, 3, "", 0)
    assert end.kind == kind
    assert end.words


def test_a_crash_before_the_first_beat_is_laid_at_the_right_door() -> None:
    watch = Watch(0.0)
    watch.hear(Opening("0002-b"), 0.1)
    watch.hear(None, 0.2)
    assert watch.end(-11, 1, "", 2).version == "0002-b"


def test_content_that_came_while_it_ran() -> None:
    watch = lively(5, "0001-a")
    assert watch.other_content_seconds(5) == 0
    for second in range(6, 20):
        watch.hear(Beat(second - 0.5, version="0002-b"), float(second))
    assert watch.other_content_seconds(19) == 13
