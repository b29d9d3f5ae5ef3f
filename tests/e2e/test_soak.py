"""The soak itself: it plays, it weighs, and it says so when something grows."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import islice
from random import Random
from typing import get_args

import pytest

from kiosk import factory
from kiosk.store.reader import load
from kiosk.visit import events as ev
from kiosk.visit.outline import outline_of
from kiosk.visit.state import TextSize, ThemeName
from tests.e2e.driver import LANDSCAPE, Stand
from tests.soak.hand import Hand
from tests.soak.run import SETTINGS, Soak
from tests.soak.tour import Stop, anything, everything, pages
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


@pytest.mark.parametrize("rest", range(5))
@pytest.mark.parametrize(("lost", "faults"), [(0.0, []), (0.06, ["the memory grows"])])
def test_what_comes_and_goes_is_no_growth_and_hides_none(
    rest: int, lost: float, faults: list[str]
) -> None:
    """Half a megabyte more from rest to rest, until Qt gives it back: seen from any rest on."""
    result = Result(counts=dict.fromkeys(COUNTED, 1))
    for n in range(40):
        private = 80 + (n + rest) % 5 * 0.5 + lost * n
        result.samples.append(Sample(1100 + 80 * n, 150, private, 8, 25, 100))
    judge(result)
    assert result.faults == faults


def test_a_short_one_is_no_success() -> None:
    result = samples()
    result.samples = result.samples[:3]
    judge(result)
    assert [fault.split(":")[0] for fault in result.faults] == ["too short for a verdict"]


def seen(stops: list[Stop]) -> Counter[tuple[object, ...]]:
    """How often each page was seen in each language, text size and theme."""
    found: Counter[tuple[object, ...]] = Counter()
    language, size, theme = "", "", ""
    for event in (event for stop in stops for event in stop):
        match event:
            case ev.SetLanguage(tag):
                language = tag
            case ev.SetTextSize(to):
                size = to
            case ev.SetTheme(name):
                theme = name
            case ev.OpenStory():
                found[language, size, theme, event] += 1
            case _:
                pass
    return found


def test_the_warm_up_sees_everything_once() -> None:
    outline = outline_of(load(factory.default_content()).bundle)
    found = seen(list(everything(outline)))
    looks = len(outline.languages) * len(get_args(TextSize)) * len(get_args(ThemeName))
    assert len(found) == looks * len(list(pages(outline)))
    assert {*found.values()} == {1}


def test_a_walk_comes_to_every_page_in_every_look() -> None:
    outline = outline_of(load(factory.default_content()).bundle)
    found = seen(list(islice(anything(outline, Random(3)), 4000)))
    places = {place for _, _, _, place in found}
    assert len(places) == len(list(pages(outline)))
    for n, all_of_it in enumerate((outline.languages, get_args(TextSize), get_args(ThemeName))):
        assert {key[n] for key in found} >= {*all_of_it}


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
            soak.walk(2)
            soak.settle(hand, minutes=0.1, rate=45)
            settled = Counter(hand.done)
            soak.play(hand, minutes=0.2, rate=45)
        finally:
            soak.end()
            hand.close()
            soak.program.end()
    result = soak.result
    assert result.faults == []
    assert result.changes == 1
    assert result.counts["taps"] >= 0.95 * (hand.done["taps"] - settled["taps"]) > 50
    assert result.counts["pages"] > 0
    assert result.counts["pinches"] == hand.done.get("pinches", 0) - settled["pinches"]


def test_somebody_who_never_waits() -> None:
    """On both renderers. Fails on threads that wait for each other, and on memory used too late."""
    command = [sys.executable, "-m", "tests.soak.hurry", "--minutes", "0.25"]
    said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=110)
    assert said.stdout.count("still there") == 2, said.stderr
    assert said.returncode == 0
