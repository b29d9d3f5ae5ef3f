"""A thousand records a second for an hour: little is written, and how much was not is said."""

from __future__ import annotations

import logging

from kiosk.flood import BURST, PER_SECOND, Flood


class Kept(logging.Handler):
    """Keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words."""
        self.words.append(record.getMessage())


def test_an_hour_of_storm() -> None:
    now = [0.0]
    kept = Kept()
    kept.addFilter(Flood(kept, lambda: now[0]))
    record = logging.LogRecord("kiosk", logging.ERROR, "", 0, "again", (), None)
    for _ in range(360_000):  # the hundredth part of an hour at a time
        now[0] += 0.01
        kept.handle(record)
    written = [words for words in kept.words if words == "again"]
    assert len(written) <= BURST + PER_SECOND * 3600 + 1
    told = sum(int(words.split()[0]) for words in kept.words if words != "again")
    assert len(written) + told >= 360_000 - 100


def test_what_comes_now_and_then_is_never_left_out() -> None:
    now = [0.0]
    kept = Kept()
    kept.addFilter(Flood(kept, lambda: now[0]))
    for number in range(10_000):
        now[0] += 1 / PER_SECOND
        kept.handle(logging.LogRecord("kiosk", logging.INFO, "", 0, "%d", (number,), None))
    assert kept.words == [str(number) for number in range(10_000)]
