"""`kiosk stats`: anonymous counts as a table, CSV, JSON or a page to print. Never imports Qt.

All of it may leave the stand: no number below five is shown. The exact numbers stand on the staff's
page of the kiosk itself.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
from datetime import date, timedelta
from pathlib import Path

from kiosk import durable, factory, paths, settings
from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.stats import database
from kiosk.stats.export import csv_bytes, plain
from kiosk.stats.figures import collect, last_days, month_of
from kiosk.stats.htmlpage import html_bytes
from kiosk.stats.report import Report, report_of
from kiosk.stats.terminal import show
from kiosk.stats.wording import Wording, titles_of
from kiosk.store import reader
from kiosk.store.versions import Store
from kiosk.terminal import write_json

NAME = "stats"
HELP = "anonymous counts of visits: a table, CSV, a page to print"

DEFAULT_DAYS = 30
_EXAMPLES = """examples:
  kiosk stats
  kiosk stats --month 2026-11 --html november.html --language lt
  kiosk stats --from 2026-10-07 --to 2026-10-09 --csv fair.csv

Numbers below five are not shown, nor what would give them away: "<5" stands for them.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.epilog = _EXAMPLES
    period = parser.add_argument_group("period (the last 30 days if none is named)")
    period.add_argument("--days", type=_days, metavar="N", help="the last N days with today")
    period.add_argument("--month", type=_month, metavar="YYYY-MM", help="a calendar month")
    period.add_argument("--from", dest="first", type=_day, metavar="DATE", help="first day")
    period.add_argument("--to", dest="last", type=_day, metavar="DATE", help="last day")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write a table for spreadsheets")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page to print")
    parser.add_argument("--json", action="store_true", help="one JSON object, for programs")
    parser.add_argument("--language", metavar="TAG", help="language of the words, en or lt")
    parser.add_argument("--content", type=Path, metavar="CONTENT", help="bundle to name pages by")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings file to use")


def run(options: argparse.Namespace) -> int:
    """Read, arrange and write; 0 when all is well, 1 with words when something is not."""
    places = paths.find(options.config)
    first, last = _period(options, date.today())  # noqa: DTZ011 - the day on the wall of the stand
    if first > last:
        return _fail("The first day comes after the last.", "Exchange --from and --to.")
    try:
        counts = database.read(places.statistics, first, last)
    except database.DamagedError:
        fix = "The kiosk sets it aside at its next visit and begins a new one."
        return _fail(f"{places.statistics} is damaged.", fix)
    except (OSError, sqlite3.Error) as error:
        fix = "Run this as the user of the kiosk, or with sudo."
        return _fail(f"{places.statistics} cannot be read ({error}).", fix)
    stand = settings.load(places).settings
    language = options.language or stand.languages.start or "en"
    wording = Wording(language, _titles(options.content, places, language))
    report = report_of(collect(counts, first, last))
    return _write(options, report, wording, stand.stand.name)


def _write(options: argparse.Namespace, report: Report, wording: Wording, stand: str) -> int:
    """The wanted files, and what is shown here."""
    files = (
        (options.csv, lambda: csv_bytes(report, wording)),
        (options.html, lambda: html_bytes(report, wording, stand)),
    )
    for file, content in files:
        if file is None:
            continue
        try:
            durable.write(file.absolute(), content(), mode=0o644)
        except OSError as error:
            return _fail(
                f"{file} cannot be written ({error.strerror}).",
                "Name a folder that exists and has room.",
            )
        sys.stderr.write(f"{file} is written.\n")
    if options.json:
        write_json(plain(report, wording))
    elif options.csv is None and options.html is None:
        show(report, wording)
    return 0


def _period(options: argparse.Namespace, today: date) -> tuple[date, date]:
    """First and last day of what was asked for."""
    if options.month is not None:
        return options.month
    if options.first is None and options.last is None:
        return last_days(today, options.days or DEFAULT_DAYS)
    last: date = options.last or today
    first: date = options.first or last - timedelta(days=(options.days or DEFAULT_DAYS) - 1)
    return first, last


def _shown(places: paths.Places) -> Path:
    """The bundle that the stand shows when none is named."""
    store = Store(places.content)
    active = store.active()
    return factory.default_content() if active is None else store.path(active.id)


def _titles(content: Path | None, places: paths.Places, language: str) -> dict[str, str]:
    """Names of pages and languages from the bundle; without one addresses have to do."""
    try:
        bundle: Bundle = reader.load(content or _shown(places)).bundle
    except ContentError as error:
        sys.stderr.write(f"kiosk stats: pages go by their addresses. {error.words}\n")
        return {}
    return dict(titles_of(bundle, language))


def _day(text: str) -> date:
    """A day of this age: before the first of all days there is no period."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if day.year < 2000:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it like 2026-11-28")
    return day


def _month(text: str) -> tuple[date, date]:
    found = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no month; write it like 2026-11")
    return month_of(int(found[1]), int(found[2]))


def _days(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 400:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of days from 1 to 400")
    return int(text)


def _fail(words: str, fix: str) -> int:
    sys.stderr.write(f"kiosk stats: {words}\n  → {fix}\n")
    return 1
