"""What the supervisor has written of an end is recognised, and said in the staff's language."""

from __future__ import annotations

import pytest

from kiosk.catalogs import staff_text
from kiosk.doctor import ends
from kiosk.guard import ladder
from kiosk.guard.heart import Beat
from kiosk.guard.watch import Watch


def heard(*beats: tuple[float, Beat]) -> Watch:
    """A screen that has said this much."""
    watch = Watch(0.0)
    for at, beat in beats:
        watch.hear(beat, at)
    return watch


def ended(watch: Watch, code: int, at: float = 3.0) -> str:
    """Why it ended, in the words of the supervisor."""
    watch.order(at, 0)
    return watch.end(code, at, "", 0).words


WRITTEN = {
    ended(heard((1.0, Beat(1.0))), 1): "programa baigė darbą (kodas 1)",
    ended(heard((1.0, Beat(1.0))), -11): "programą nutraukė signalas SIGSEGV",
    ended(heard((1.0, Beat(1.0))), 4): "nebuvo ekrano",
    ended(heard((1.0, Beat(1.0))), -6, at=60.0): "programa neatsakė 16 s",
    ended(heard((1.0, Beat(1.0)), (2.0, Beat(2.0))), -6, at=60.0): "programa neatsakė 10 s",
    ended(
        heard((1.0, Beat(1.0)), (59.5, Beat(59.0, owed=50.0))), -6, at=60.0
    ): "vaizdas nejudėjo 10 s",
    ladder.started(ladder.Record(under_way=True)).reason: "išsijungė kompiuteris arba programa",
}


@pytest.mark.parametrize(("english", "lithuanian"), WRITTEN.items())
def test_what_the_supervisor_writes_is_said(english: str, lithuanian: str) -> None:
    assert ends.reason(english) == english
    assert staff_text("lt", ends.reason(english)) == lithuanian
    assert staff_text("lt", ends.reason(f"{english} after 7 s")) == f"{lithuanian}, po 7 s"


def test_a_screen_that_never_drew() -> None:
    words = ended(Watch(0.0), -6, at=1000.0)
    assert staff_text("lt", ends.reason(words)).startswith("vaizdas nepasirodė per")


@pytest.mark.parametrize("words", ["", "it crashed", "it ended with code", "after 3 s"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert staff_text("lt", ends.reason(words)) == words
