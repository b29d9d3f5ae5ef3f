"""The numbers for the staff's own page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.model import Bundle
from kiosk.stats.book import StatisticsBook
from kiosk.stats.database import Batch, Database
from kiosk.stats.service import Statistics
from kiosk.stats.tally import Counts
from tests.unit.stats.conftest import Wall

TODAY = date(2026, 11, 28)


@pytest.fixture
def book(file: Path, bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> Iterator[StatisticsBook]:
    """At noon of 28 November 2026, with a fortnight of counts."""
    monkeypatch.setenv("TZ", "UTC0")
    time.tzset()
    counts: Counts = {
        ("2026-11-28", 7, "visit", ""): 3,
        ("2026-11-28", 10, "visit", ""): 1200,
        ("2026-11-28", -1, "visit", ""): 1,
        ("2026-11-22", 10, "visit", ""): 20,
        ("2026-11-21", 10, "visit", ""): 400,
        ("2025-12-01", 10, "visit", ""): 5,
        ("2025-11-30", 10, "visit", ""): 7000,
        ("2026-11-28", 10, "page", "a/one/first"): 2,
        ("2026-11-28", 10, "page", "b/last/code"): 8,
        ("2026-11-28", 10, "language", "lt"): 10,
        ("2026-11-28", 10, "right", "a/ask/quiz/1"): 3,
        ("2026-11-28", 10, "wrong", "a/ask/quiz/1"): 1,
        ("2026-11-28", 10, "wrong", "a/ask/quiz/2"): 2,
    }
    database = Database(file)
    database.add(Batch(1, counts, TODAY, 0.0))
    database.close()
    wall = Wall()
    statistics = Statistics(file, lambda: 0.0, wall)
    statistics.use(bundle)
    yield StatisticsBook(statistics, wall)
    monkeypatch.undo()
    time.tzset()


def test_today_hour_by_hour_with_small_numbers_too(book: StatisticsBook) -> None:
    today = book.overview("today", "en")
    assert today.visits == "1,204"
    assert [bar.label for bar in today.columns] == [f"{hour:02}" for hour in range(7, 18)]
    assert [bar.value for bar in today.columns][:4] == ["3", "", "", "1,200"]
    assert today.columns[3].share == 1
    assert [(bar.label, bar.value) for bar in today.pages] == [("code", "8"), ("first", "2")]
    assert [(bar.label, bar.value) for bar in today.languages] == [("Lietuvių", "10")]
    assert [(bar.share, bar.value, bar.whole) for bar in today.quiz] == [
        (0.75, "3", "4"),
        (0.0, "0", "2"),
    ]
    assert not today.trouble


def test_seven_days_end_today(book: StatisticsBook) -> None:
    week = book.overview("week", "lt")
    assert [bar.label for bar in week.columns][::6] == ["11-22", "11-28"]
    assert [bar.value for bar in week.columns][::6] == ["20", "1\u00a0204"]
    assert week.pages[0].label == "code (lt)"


def test_twelve_months_with_this_one(book: StatisticsBook) -> None:
    year = book.overview("year", "en")
    assert [bar.label for bar in year.columns][::11] == ["12", "11"]
    assert [bar.value for bar in year.columns][::11] == ["5", "1,624"]
    assert year.visits == "1,629"


def test_what_is_wrong_is_said(book: StatisticsBook, file: Path) -> None:
    early = StatisticsBook(Statistics(file, lambda: 0.0, Wall(0)), Wall(0))
    assert "clock" in early.overview("week", "en").trouble
    file.unlink()
    file.mkdir()
    assert "cannot be" in book.overview("week", "en").trouble
    assert book.overview("week", "lt").trouble != book.overview("week", "en").trouble
