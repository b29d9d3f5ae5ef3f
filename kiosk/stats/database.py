"""The counters on disk: one SQLite file. No Qt. Import it only after the first frame.

WAL, so that a reader never waits for the writer nor the other way round. `synchronous=FULL`: a
commit comes at the end of a visit or a few times a minute, off the GUI thread, and one fsync each
is cheap for counts that survive a pulled plug too; with NORMAL all since the last checkpoint
would be lost.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk import durable
from kiosk.stats import dates
from kiosk.stats.tally import Counts

APPLICATION = 0x4A554F53
"""SQLite's application_id of our files: "JUOS"."""
WAIT_SECONDS = 2.0
SIDE_FILES = ("-wal", "-shm")

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE counts (day TEXT NOT NULL, hour INTEGER NOT NULL, kind TEXT NOT NULL,"
        " item TEXT NOT NULL, count INTEGER NOT NULL CHECK (count > 0),"
        " PRIMARY KEY (day, hour, kind, item)) WITHOUT ROWID",
        "CREATE TABLE facts (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID",
    ),
)
"""Statements that lead from version n (the place in this list) to n + 1; never changed later."""

_ADD = (
    "INSERT INTO counts VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET count = count + excluded.count"
)
_SET = "INSERT INTO facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_REDATE = (
    "INSERT INTO counts SELECT ?, ?, kind, item, sum(count) FROM counts WHERE day > ?"
    " GROUP BY kind, item ON CONFLICT DO UPDATE SET count = count + excluded.count"
)


class DamagedError(Exception):
    """The file is no database of ours that this program can use; set it aside."""


@dataclass(frozen=True)
class Batch:
    """Counts to add in one go. Its number makes adding it twice harmless.

    `today` is the day of the clock, None when that is certainly wrong; `running_seconds` is how
    long the kiosk has run since the batch before.
    """

    number: int
    counts: Counts
    today: date | None
    running_seconds: float


class Database:
    """An open database. One thread uses it. All calls raise `sqlite3.Error` or `OSError`."""

    def __init__(self, path: Path) -> None:
        """Open or make it. Raises `DamagedError` when it cannot be used."""
        new = not path.exists()
        durable.make_folder(path.parent)
        self._connection = _connect(path)
        with self._closing_on_error(), _naming_damage():
            self._migrate()
        if new:
            durable.hand_over(path, path.parent)
            durable.sync_folder(path.parent)

    @contextmanager
    def _closing_on_error(self) -> Generator[None, None, None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    def _migrate(self) -> None:
        run = self._connection.execute
        (version,) = run("PRAGMA user_version").fetchone()
        (application,) = run("PRAGMA application_id").fetchone()
        (tables,) = run("SELECT count(*) FROM sqlite_master").fetchone()
        if (version or tables) and application != APPLICATION:
            raise DamagedError("it is a database of another program")
        if version > len(MIGRATIONS):
            raise DamagedError("a newer version of this program wrote it")
        (health,) = run("PRAGMA quick_check(1)").fetchone()
        if health != "ok":
            raise DamagedError("its content is damaged")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        if version == len(MIGRATIONS):
            return
        with self._writing():
            for step in MIGRATIONS[version:]:
                for statement in step:
                    run(statement)
            run(f"PRAGMA application_id = {APPLICATION}")
            run(f"PRAGMA user_version = {len(MIGRATIONS)}")

    @contextmanager
    def _writing(self) -> Generator[None, None, None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def add(self, batch: Batch) -> None:
        """Add a batch, and delete what is older than 13 months; all of it or nothing."""
        run = self._connection.execute
        with _naming_damage(), self._writing():
            if self._fact("batch") == batch.number:
                return
            believed = self._fact("believed_day")
            if batch.today is not None:
                believed = dates.believe(believed, batch.today, batch.running_seconds)
                run(_SET, ("believed_day", believed))
            certain = dates.certain_day(batch.today, believed).isoformat()
            self._connection.executemany(
                _ADD,
                [
                    (day or certain, hour, kind, item, count)
                    for (day, hour, kind, item), count in batch.counts.items()
                ],
            )
            run(_SET, ("batch", batch.number))
            if batch.today is not None and believed is not None:
                self._tidy(batch.today, believed, certain)

    def _fact(self, name: str) -> float | None:
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def _tidy(self, today: date, believed: float, certain: str) -> None:
        """Old counts go; counts of a future that clock and belief deny lose their date."""
        run = self._connection.execute
        latest = dates.latest_possible(today, believed).isoformat()
        if run("SELECT 1 FROM counts WHERE day > ? LIMIT 1", (latest,)).fetchone():
            run(_REDATE, (certain, dates.NO_HOUR, latest))
            run("DELETE FROM counts WHERE day > ?", (latest,))
        oldest = dates.oldest_kept(today, believed).isoformat()
        run("DELETE FROM counts WHERE day < ?", (oldest,))

    def close(self) -> None:
        """Close it; what has been added stays."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()


def read(path: Path, first: date, last: date) -> Counts:
    """All counts of these days (both included); none when there is no file yet.

    Never writes. Raises `DamagedError`, `sqlite3.Error` or `OSError`.
    """
    if not path.exists():
        return {}
    query = (
        "SELECT day, hour, kind, item, count FROM counts WHERE day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    with _naming_damage():
        try:
            rows = _rows(path, "?mode=ro", query)
        except sqlite3.OperationalError:
            log = path.with_name(path.name + SIDE_FILES[0])
            if log.exists() and log.stat().st_size:
                raise
            # On a read-only disk there is no place for the index of a log, nor anybody who writes
            rows = _rows(path, "?immutable=1", query)
    return {(day, hour, kind, item): count for day, hour, kind, item, count in rows}


def _rows(path: Path, options: str, query: tuple[str, tuple[str, str]]) -> list[Any]:
    connection = _connect(path, options)
    try:
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return []  # its tables are being made
        return connection.execute(*query).fetchall()
    finally:
        connection.close()


def set_aside(path: Path) -> Path:
    """Move a database that cannot be used out of the way; the last one of these is kept."""
    aside = path.with_name(f"{path.stem}.damaged{path.suffix}")
    for ending in SIDE_FILES:
        aside.with_name(aside.name + ending).unlink(missing_ok=True)
    path.replace(aside)
    log, index = (path.with_name(path.name + ending) for ending in SIDE_FILES)
    if log.exists():
        log.replace(aside.with_name(aside.name + SIDE_FILES[0]))
    index.unlink(missing_ok=True)
    durable.sync_folder(path.parent)
    return aside


def _connect(path: Path, options: str = "") -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}{options}",
        uri=True,
        timeout=WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


@contextmanager
def _naming_damage() -> Generator[None, None, None]:
    """Tell damage, which no waiting mends, from a disk that refuses for now."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise DamagedError(str(error)) from error
        if "no such table" in str(error) or "no such column" in str(error):
            raise DamagedError("its tables are not ours") from error
        raise
