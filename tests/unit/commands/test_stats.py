"""`kiosk stats`: tables, files, periods, and words when something is wrong."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.__main__ import main
from kiosk.stats.database import Batch, Database
from kiosk.store import reader
from kiosk.store.staged import Staged
from kiosk.store.versions import Store
from tests.unit.stats.conftest import document

TODAY = date.today()  # noqa: DTZ011 - as the command does


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand with 40 visits today, 3 yesterday and 100 forty days ago."""
    monkeypatch.setenv("JUOSTA_HOME", str(tmp_path))
    database = Database(paths.find().statistics)
    for number, (days, visits) in enumerate([(40, 100), (1, 3), (0, 40)], 1):
        day = TODAY - timedelta(days=days)
        counts = {(day.isoformat(), 10, "visit", ""): visits}
        counts |= {(day.isoformat(), 10, "page", "cyber/fourth/ranking"): visits}
        database.add(Batch(number, counts, day, 1e7))
    database.close()
    return tmp_path


@pytest.mark.usefixtures("home")
def test_the_table_shows_the_last_thirty_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats"]) == 0
    out = capsys.readouterr().out
    assert "Visits: 43" in out
    assert out.count("<5") == 2  # yesterday, and today, which would give it away
    assert "10:00–10:59" in out


@pytest.mark.usefixtures("home")
def test_the_table_in_lithuanian(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--language", "lt"]) == 0
    out = capsys.readouterr().out
    assert "Apsilankymai: 43" in out
    assert "Visits" not in out


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("options", "visits"),
    [
        ([], 43),
        (["--days", "1"], 40),
        (["--days", "60"], 143),
        (["--from", str(TODAY - timedelta(days=40)), "--to", str(TODAY - timedelta(days=2))], 100),
        (["--from", str(TODAY - timedelta(days=1)), "--to", str(TODAY - timedelta(days=1))], None),
        (["--to", str(TODAY - timedelta(days=30))], 100),
        (["--month", "2026-01"], 0),
    ],
)
def test_periods(
    options: list[str], visits: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stats", "--json", *options]) == 0
    assert json.loads(capsys.readouterr().out)["visits"] == visits


def test_files_are_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = home / "a.csv", home / "b.html"
    assert main(["stats", "--csv", str(files[0]), "--html", str(files[1])]) == 0
    assert files[0].read_text("utf-8-sig").startswith("from,to,table,key,name,count")
    assert "4th" in files[0].read_text("utf-8-sig") or "cyber" in files[0].read_text("utf-8-sig")
    assert files[1].read_text("utf-8").startswith("<!doctype html>")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("is written") == 2


def test_a_stand_without_visits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JUOSTA_HOME", str(tmp_path / "new"))
    assert main(["stats"]) == 0
    assert "no visits" in capsys.readouterr().out
    assert not paths.find().statistics.exists()


def test_a_damaged_file_and_a_place_that_cannot_be_written(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stats", "--csv", str(home / "kiosk.toml" / "a.csv")]) == 0
    (home / "file").write_text("x")
    assert main(["stats", "--csv", str(home / "file" / "a.csv")]) == 1
    assert "cannot be written" in capsys.readouterr().err
    paths.find().statistics.write_bytes(b"x" * 9999)
    assert main(["stats"]) == 1
    words = capsys.readouterr().err
    assert "is damaged" in words
    assert "Traceback" not in words


@pytest.mark.parametrize(
    "options",
    [
        ["--days", "0"],
        ["--month", "2026-13"],
        ["--from", "1.11.2026"],
        ["--to", "0001-01-05"],
        ["--days", "many"],
    ],
)
def test_a_period_that_cannot_be_read(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["stats", *options])
    assert end.value.code == 2
    assert "write it like" in capsys.readouterr().err or options[0] == "--days"


def test_days_in_the_wrong_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--from", "2026-11-02", "--to", "2026-11-01"]) == 1
    assert "Exchange" in capsys.readouterr().err


def test_pages_have_the_names_of_the_version_that_is_shown(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "bundle"
    (folder / "assets").mkdir(parents=True)
    text = json.dumps(document()).replace('"en": "first"', '"en": "A page of our own"')
    (folder / "content.json").write_text(text.replace('"id": "a"', '"id": "cyber"'))
    bundle = reader.load(folder).bundle
    Store(paths.find().content).publish(Staged(folder, bundle))
    day = TODAY.isoformat()
    database = Database(paths.find().statistics)
    database.add(Batch(9, {(day, 9, "page", "cyber/one/first"): 60}, TODAY, 0.0))
    database.close()
    assert main(["stats"]) == 0
    assert "A page of our own" in capsys.readouterr().out
