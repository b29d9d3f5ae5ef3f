"""The database: batches, migrations, dates that a wrong clock wrote, the limit of 13 months."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.stats import database, dates
from kiosk.stats.database import Batch, DamagedError, Database, read, set_aside
from kiosk.stats.tally import Counts

TODAY = date(2026, 11, 28)
DAY = 86_400.0
WHOLE = (dates.FIRST_DAY, dates.LAST_DAY)
numbers = iter(range(1, 1_000_000))


def counts(day: date | str, hour: int = 10, visits: int = 1) -> Counts:
    return {(str(day), hour, "visit", ""): visits}


def batch(what: Counts, today: date | None = TODAY, running: float = 20.0) -> Batch:
    return Batch(next(numbers), what, today, running)


def put(file: Path, *batches: Batch) -> Counts:
    """Add batches in a fresh connection; everything that is in the file then."""
    kept = Database(file)
    for one in batches:
        kept.add(one)
    kept.close()
    return read(file, *WHOLE)


def test_counts_of_an_hour_add_up(file: Path) -> None:
    put(file, batch(counts(TODAY, visits=2)))
    assert put(file, batch(counts(TODAY, visits=3)), batch(counts(TODAY, 11))) == {
        ("2026-11-28", 10, "visit", ""): 5,
        ("2026-11-28", 11, "visit", ""): 1,
    }


def test_nothing_but_counts_is_kept(file: Path) -> None:
    put(file, batch(counts(TODAY)))
    connection = sqlite3.connect(file)
    columns = [
        (table, column[1])
        for (table,) in connection.execute("SELECT name FROM sqlite_master").fetchall()
        for column in connection.execute(f"PRAGMA table_info({table})")
    ]
    connection.close()
    assert columns == [("counts", c) for c in ("day", "hour", "kind", "item", "count")] + [
        ("facts", "name"),
        ("facts", "value"),
    ]


def test_a_batch_is_never_added_twice(file: Path) -> None:
    again = batch(counts(TODAY))
    assert put(file, again, again) == put(file, again) == dict(counts(TODAY))


def test_a_batch_is_added_whole_or_not_at_all(file: Path) -> None:
    put(file, batch(counts(TODAY)))
    kept = Database(file)
    with pytest.raises(sqlite3.IntegrityError):
        kept.add(batch({**counts(TODAY, 11), **counts(TODAY, 12, visits=0)}))
    kept.close()
    assert read(file, *WHOLE) == dict(counts(TODAY))


def test_it_is_written_ahead_and_brought_to_the_disk(file: Path) -> None:
    kept = Database(file)
    run = kept._connection.execute
    assert run("PRAGMA journal_mode").fetchone() == ("wal",)
    assert run("PRAGMA synchronous").fetchone() == (2,)
    kept.add(batch(counts(TODAY)))
    assert read(file, *WHOLE) == dict(counts(TODAY))  # while the writer is there
    kept.close()


def test_after_thirteen_months_counts_are_gone(file: Path) -> None:
    days = [TODAY + timedelta(days=n) for n in range(395)]
    kept = put(file, *(batch(counts(day), day, DAY) for day in days))
    assert min(kept)[0] == str(TODAY)
    assert days[-1] + timedelta(days=1) == date(2027, 12, 28)
    kept = put(file, batch({}, date(2027, 12, 29), DAY))
    assert min(kept)[0] == "2026-11-29"


def test_a_clock_ten_years_ahead_for_a_weekend_wipes_nothing_and_is_not_believed(
    file: Path,
) -> None:
    old, wrong = date(2026, 2, 1), date(2036, 11, 28)
    put(file, batch(counts(old), old), batch(counts(TODAY), TODAY, 60 * DAY))
    kept = put(file, *(batch(counts(wrong, hour), wrong, 2 * DAY / 24) for hour in range(24)))
    assert kept[(str(old), 10, "visit", "")] == kept[(str(TODAY), 10, "visit", "")] == 1
    mended = put(file, batch(counts(TODAY, 12), TODAY, 20))
    assert sum(mended.values()) == sum(kept.values()) + 1
    assert max(mended)[0] == str(TODAY)
    assert mended[(str(TODAY), dates.NO_HOUR, "visit", "")] == 24  # the wrong date is taken back


def test_a_clock_that_was_right_to_leap_is_believed_after_a_while(file: Path) -> None:
    """A stand that was in store for two years."""
    later = date(2028, 11, 28)
    put(file, batch(counts(TODAY)))
    assert str(TODAY) in {key[0] for key in put(file, batch(counts(later), later, DAY))}
    for _ in range(24):
        kept = put(file, batch(counts(later), later, DAY))
    assert {key[0] for key in kept} == {str(later)}
    assert sum(kept.values()) == 25


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=40), timedelta(days=300)])
def test_a_clock_that_goes_back_wipes_nothing_and_moves_nothing(
    file: Path, back: timedelta
) -> None:
    put(file, batch(counts(TODAY)))
    wrong = TODAY - back
    kept = put(file, batch(counts(wrong, 9), wrong, DAY))
    assert kept == {**counts(TODAY), **counts(wrong, 9)}


def test_a_wrong_clock_in_the_past_takes_no_dates_for_a_month(file: Path) -> None:
    put(file, batch(counts(TODAY)))
    wrong = TODAY - timedelta(days=300)
    for _ in range(31):
        kept = put(file, batch(counts(wrong), wrong, DAY))
    assert kept == {**counts(TODAY), **counts(wrong, visits=31)}


def test_a_first_clock_that_was_wrong_is_forgotten_in_the_end(file: Path) -> None:
    wrong = TODAY + timedelta(days=365)
    put(file, batch(counts(wrong), wrong))
    days = [TODAY + timedelta(days=n) for n in range(200)]
    kept = put(file, *(batch(counts(day), day, DAY) for day in days))
    assert sum(kept.values()) == 201
    assert max(kept)[0] == str(days[-1])


def test_counts_without_a_date_wait_under_the_last_certain_day(file: Path) -> None:
    undated = {("", dates.NO_HOUR, "visit", ""): 2}
    first = put(file, batch(undated, None))
    assert first == {(str(dates.FIRST_DAY), dates.NO_HOUR, "visit", ""): 2}
    kept = put(file, batch(counts(TODAY)), batch(undated, None))
    assert kept[(str(TODAY), dates.NO_HOUR, "visit", "")] == 2


def test_a_new_version_brings_its_tables(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = put(file, batch(counts(TODAY)))
    step = ("ALTER TABLE facts ADD COLUMN note TEXT", "CREATE TABLE more (x)")
    monkeypatch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, step))
    monkeypatch.setattr(
        database,
        "_SET",
        database._SET.replace("facts", "facts (name, value)"),
    )
    assert put(file) == before
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    connection.close()
    monkeypatch.setattr(database, "MIGRATIONS", database.MIGRATIONS[:1])
    with pytest.raises(DamagedError, match="newer"):
        Database(file)


def test_a_migration_that_fails_leaves_the_old_tables(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = put(file, batch(counts(TODAY)))
    with monkeypatch.context() as patch:
        broken = ("CREATE TABLE more (x)", "CREATE TABLE more (x)")
        patch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, broken))
        with pytest.raises(sqlite3.OperationalError):
            Database(file)
    assert put(file) == before


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\0" + b"\xff" * 5000, b"hello" * 999], ids=len
)
def test_what_is_no_database(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    if not content:  # an empty file is a new database, as SQLite makes them
        assert put(file, batch(counts(TODAY))) == dict(counts(TODAY))
        return
    with pytest.raises(DamagedError):
        Database(file)
    with pytest.raises(DamagedError):
        read(file, *WHOLE)


def test_a_damaged_page_in_the_middle(file: Path) -> None:
    many = {(str(TODAY), h, "page", f"a/b/{n}"): 1 for h in range(24) for n in range(200)}
    put(file, batch(many))
    content = bytearray(file.read_bytes())
    content[8192:12288] = b"\x55" * 4096
    file.write_bytes(content)
    with pytest.raises(DamagedError):
        Database(file)


def test_a_database_of_somebody_else(file: Path) -> None:
    file.parent.mkdir()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE counts (x)")
    connection.commit()
    connection.close()
    with pytest.raises(DamagedError, match="another program"):
        Database(file)
    with pytest.raises(DamagedError):
        read(file, *WHOLE)


def test_set_aside_takes_the_log_along_and_keeps_one(file: Path) -> None:
    for text in ("first", "second"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        file.with_name(f"{file.name}-wal").write_text(f"{text} log")
        file.with_name(f"{file.name}-shm").write_text("index")
        aside = set_aside(file)
    assert aside.read_text() == "second"
    assert sorted(path.name for path in file.parent.iterdir()) == [
        "statistics.damaged.sqlite",
        "statistics.damaged.sqlite-wal",
    ]


def test_reading_makes_no_file(file: Path) -> None:
    assert read(file, *WHOLE) == {}
    assert not file.parent.exists()


def test_a_file_that_is_being_made_reads_as_nothing(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    assert read(file, *WHOLE) == {}
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode = WAL")
    assert read(file, *WHOLE) == {}
    connection.close()


def test_reading_gives_the_wanted_days(file: Path) -> None:
    days = [TODAY - timedelta(days=n) for n in range(5)]
    put(file, *(batch(counts(day)) for day in days))
    assert {key[0] for key in read(file, days[3], days[1])} == {str(day) for day in days[1:4]}
