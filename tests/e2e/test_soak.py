"""The soak itself: it plays, it weighs, and it says so when something grows."""

from __future__ import annotations

import pytest

from tests.e2e.driver import LANDSCAPE, Stand
from tests.soak.hand import Hand
from tests.soak.run import SETTINGS, Soak
from tests.soak.verdict import COUNTED, Result, Sample, grown, judge


def samples(**grows: float) -> Result:
    """Ten rests; what is named grows from one to the next."""
    made = Result(counts=dict.fromkeys(COUNTED, 1))
    for n in range(10):
        sizes = {name: 20 + int(step * n) for name, step in grows.items() if name != "private"}
        plain = {"threads": 8, "handles": 25, "objects": 100} | sizes
        private = 80 + grows.get("private", 0.0) * n + (n % 2) * 0.01
        made.samples.append(Sample(pages=500 * (n + 1), rss=150, private=private, **plain))
    return made


@pytest.mark.parametrize(
    ("grows", "words"),
    [
        ({}, []),
        ({"private": 0.2}, ["the memory grows"]),
        ({"private": -0.2}, []),
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


def test_what_there_is_more_of_is_named() -> None:
    before = {"items": {"Text": 5, "Row": 2, "Old": 1}, "bytes": {"heap": 7}}
    after = {"items": {"Text": 6, "Row": 2, "New": 9}, "bytes": {"heap": 7}}
    said = [" ".join(line.split()) for line in grown(before, after)]
    items = ["+9 New (9)", "+1 Text (6)", "-1 Old (0)"]
    assert said[:2] == ["more items:", items[0]]
    assert {*said[2:4]} == {*items[1:]}
    assert said[4:] == ["more bytes:"]


def test_a_moment_of_it() -> None:
    """Taps and pinches arrive, pages are seen, other content comes, and the kiosk ends in order."""
    with Stand(LANDSCAPE) as stand:
        stand.fresh(SETTINGS)
        soak = Soak(stand, "software", change_every=1, stretches=2)
        hand = Hand(stand.screen.name, LANDSCAPE, seed=5, pinch=soak.pinch)
        try:
            soak.begin()
            soak.pinch([0.4, 0.5, 0.6, 0.5, 0.2, 0.5, 0.8, 0.5])
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
    assert result.counts["pinches"] == 1 + hand.done["pinches"]
