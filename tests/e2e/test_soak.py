"""The soak itself: it plays, it weighs, and it says so when something grows."""

from __future__ import annotations

import pytest

from tests.e2e.driver import LANDSCAPE, Stand
from tests.soak.hand import Hand
from tests.soak.run import SETTINGS, Result, Sample, Soak, judge


def samples(**grows: float) -> Result:
    """Ten rests; what is named grows from one to the next."""
    made = Result(counts=dict.fromkeys(("taps", "pages", "languages", "panels", "visits"), 1))
    for n in range(10):
        sizes = {name: 20 + int(step * n) for name, step in grows.items() if name != "rss"}
        plain = {"threads": 8, "handles": 25, "objects": 100} | sizes
        rss = 150 + grows.get("rss", 0.0) * n + (n % 2) * 0.01
        made.samples.append(Sample(pages=500 * (n + 1), rss=rss, **plain))
    return made


@pytest.mark.parametrize(
    ("grows", "words"),
    [
        ({}, []),
        ({"rss": 0.2}, ["the memory grows"]),
        ({"rss": -0.2}, []),
        ({"threads": 1}, ["there are more threads"]),
        ({"handles": 1}, ["there are more handles"]),
        ({"objects": 3}, ["there are more objects"]),
    ],
    ids=str,
)
def test_what_grows_is_found(grows: dict[str, float], words: list[str]) -> None:
    result = samples(**grows)
    judge(result)
    assert result.faults == words


def test_a_moment_of_it() -> None:
    """Taps arrive, pages are seen, other content comes, and the kiosk ends in order."""
    with Stand(LANDSCAPE) as stand:
        stand.fresh(SETTINGS)
        soak = Soak(stand, "software", change_every=2, stretches=2)
        hand = Hand(stand.screen.name, LANDSCAPE, seed=5)
        try:
            soak.begin()
            soak.play(hand, minutes=0.2, rate=45)
        finally:
            soak.end()
            hand.close()
            soak.program.end()
    result = soak.result
    assert result.faults == []
    assert result.changes == 1
    assert result.counts["taps"] >= 0.95 * hand.done["taps"] > 50
    assert result.counts["pages"] > 0
