"""Figures and reports from counts; what a report hides in all of its tables."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model import Bundle
from kiosk.stats import kinds
from kiosk.stats.dates import NO_HOUR
from kiosk.stats.export import COLUMNS, csv_bytes, plain
from kiosk.stats.figures import OPEN, UNKNOWN_HOUR, collect, last_days, month_of
from kiosk.stats.htmlpage import html_bytes
from kiosk.stats.report import Report, Table, TableName, report_of
from kiosk.stats.suppression import LEAST
from kiosk.stats.tally import Counts
from kiosk.stats.wording import HIDDEN, Wording, titles_of

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
ENGLISH = Wording("en", {})
PAGES = ["a/one/first", "a/ask/quiz", "b/last/code"]
ITEMS = {
    kinds.VISIT: [""],
    kinds.END: list(kinds.ENDS),
    kinds.VISIT_TIME: list(kinds.VISIT_TIMES),
    kinds.PAGE: PAGES,
    kinds.PAGE_TIME: list(kinds.PAGE_TIMES),
    kinds.LANGUAGE: ["en", "lt", "de"],
    kinds.RIGHT: ["a/ask/quiz/1", "a/ask/quiz/2"],
    kinds.WRONG: ["a/ask/quiz/1", "a/ask/quiz/2"],
    kinds.CODE: ["b/last/code", *kinds.CODED_PANELS],
    kinds.PANEL: ["language", "accessibility", *kinds.CODED_PANELS],
}
KEYS = st.sampled_from(
    [
        (f"2026-11-{day:02}", hour, kind, item)
        for day in (1, 2, 3, 17, 30)
        for hour in (NO_HOUR, 9, 10, 23)
        for kind, items in ITEMS.items()
        for item in items
    ]
)
COUNTS = st.dictionaries(KEYS, st.integers(1, 30), max_size=60)
V_TABLES: tuple[TableName, ...] = ("days", "months", "hours", "ends", "visit_times")
P_TABLES: tuple[TableName, ...] = ("pages", "page_times", "languages")


def key(kind: str, item: str = "", day: int = 1, hour: int = 10) -> tuple[str, int, str, str]:
    return (f"2026-11-{day:02}", hour, kind, item)


def rows(table: Table) -> dict[str, int | None]:
    return {row.key: row.count for row in table.rows}


def test_figures_are_the_counts_arranged() -> None:
    counts = {
        key(kinds.VISIT): 7,
        key(kinds.VISIT, day=2, hour=NO_HOUR): 2,
        key(kinds.VISIT, day=2, hour=9): 1,
        key(kinds.END, kinds.IDLE): 6,
        key(kinds.END, kinds.START_OVER): 3,
        key(kinds.PAGE, PAGES[0]): 4,
        key(kinds.PAGE_TIME, kinds.LEFT): 3,
        ("2026-12-01", 10, kinds.VISIT, ""): 100,
    }
    figures = collect(counts, FIRST, LAST)
    assert (figures.visits, figures.views) == (10, 4)
    assert figures.days == {"2026-11-01": 7, "2026-11-02": 3}
    assert figures.months == {"2026-11": 10}
    assert figures.hours == {"09": 1, "10": 7, UNKNOWN_HOUR: 2}
    assert figures.ends == {kinds.IDLE: 6, kinds.START_OVER: 3, OPEN: 1}
    assert figures.page_times == {kinds.LEFT: 3, OPEN: 1}


def test_periods() -> None:
    assert last_days(date(2026, 12, 3), 7) == (date(2026, 11, 27), date(2026, 12, 3))
    assert month_of(2026, 11) == (FIRST, LAST)
    assert month_of(2026, 12) == (date(2026, 12, 1), date(2026, 12, 31))


def test_a_long_period_is_shown_by_months() -> None:
    counts = {key(kinds.VISIT): 70}
    long = report_of(collect(counts, date(2026, 9, 28), LAST))
    assert not rows(report_of(collect(counts, date(2026, 10, 1), LAST)).table("months"))
    assert rows(long.table("months")) == {"2026-11": 70}
    assert not rows(long.table("days"))


def test_a_page_that_is_hidden_hides_its_code() -> None:
    counts = {
        key(kinds.VISIT): 90,
        key(kinds.PAGE, PAGES[0]): 3,
        key(kinds.PAGE, PAGES[1]): 50,
        key(kinds.PAGE, PAGES[2]): 9,
        key(kinds.CODE, PAGES[2]): 9,
        key(kinds.LANGUAGE, "en"): 62,
    }
    report = report_of(collect(counts, FIRST, LAST))
    assert rows(report.table("pages")) == {PAGES[1]: 50, PAGES[0]: None, PAGES[2]: None}
    assert rows(report.table("codes")) == {PAGES[2]: None}


def test_what_is_hidden_stands_in_an_order_that_tells_nothing() -> None:
    counts = {key(kinds.VISIT): 90, key(kinds.PAGE, "b/b/b"): 4, key(kinds.PAGE, "a/a/a"): 2}
    counts |= {key(kinds.PAGE, "c/c/c"): 60, key(kinds.PAGE, "d/d/d"): 61}
    counts |= {key(kinds.PAGE, "e/e/e"): 7}
    table = report_of(collect(counts, FIRST, LAST)).table("pages")
    assert [row.key for row in table.rows] == ["d/d/d", "c/c/c", "a/a/a", "b/b/b", "e/e/e"]


def test_few_visits_hide_everything_and_none_say_so() -> None:
    few = {key(kinds.VISIT): 4, key(kinds.PAGE, PAGES[0]): 50}
    assert report_of(collect(few, FIRST, LAST)) == Report(FIRST, LAST, None, None, ())
    assert report_of(collect({}, FIRST, LAST)) == Report(FIRST, LAST, 0, 0, ())


@given(COUNTS)
def test_no_export_has_a_number_below_five_or_gives_one_away(counts: Counts) -> None:
    figures = collect(counts, FIRST, LAST)
    report = report_of(figures)
    for count in [report.visits, report.views, *(r.count for t in report.tables for r in t.rows)]:
        assert count is None or count == 0 or count >= LEAST
    assert all(row.count != 0 for table in report.tables for row in table.rows)
    for names, total in ((V_TABLES, report.visits), (P_TABLES, report.views)):
        for table in (report.table(name) for name in names):
            parts: list[int] = list(getattr(figures, table.name).values())
            if table.rows and sum(parts) == total:
                shown = sum(row.count or 0 for row in table.rows)
                missing = sum(row.count is None for row in table.rows)
                assert missing != 1
                assert total - shown >= (missing - 1 + LEAST if missing else 0)
    pages, panels = rows(report.table("pages")), rows(report.table("panels"))
    for item, count in rows(report.table("codes")).items():
        whole = panels.get(item) if item in kinds.CODED_PANELS else pages.get(item)
        if count is not None and whole is not None:
            assert not 0 < whole - count < LEAST


@given(COUNTS)
def test_the_files_say_what_the_report_says(counts: Counts) -> None:
    report = report_of(collect(counts, FIRST, LAST))
    lines = list(csv.reader(io.StringIO(csv_bytes(report, ENGLISH).decode("utf-8-sig"))))
    assert tuple(lines[0]) == COLUMNS
    numbers = [line[5] for line in lines[1:]]
    assert all(number == HIDDEN or int(number) >= LEAST for number in numbers)
    document = json.loads(json.dumps(plain(report, ENGLISH)))
    assert document["visits"] == report.visits
    told = [row["count"] for table in document["tables"].values() for row in table]
    assert told == [row.count for table in report.tables for row in table.rows]
    page = html_bytes(report, ENGLISH).decode()
    cells = re.findall(r"<td>([\d,]+)</td>|<b>([\d,]+)</b>|: ([\d,]+)</title>", page)
    assert all(int("".join(cell).replace(",", "")) >= LEAST for cell in cells)


def test_names_come_from_the_bundle_and_the_catalogs(bundle: Bundle) -> None:
    english = Wording("en", titles_of(bundle, "en"))
    lithuanian = Wording("lt", titles_of(bundle, "lt"))
    assert english.name("pages", PAGES[0]) == "first"
    assert lithuanian.name("pages", PAGES[0]) == "first (lt)"
    assert english.name("pages", "gone/since/then") == "gone/since/then"
    assert english.name("languages", "lt") == "Lietuvių"
    assert english.name("right", "a/ask/quiz/2") == "quiz, question 2"
    assert english.name("hours", "09") == "09:00–09:59"
    assert english.number(12345) == "12,345"
    assert lithuanian.number(12345) == "12\u00a0345"
    for table, items in (("ends", kinds.ENDS), ("visit_times", kinds.VISIT_TIMES)):
        for item in (*items, OPEN):
            for wording in (english, lithuanian):
                assert wording.name(table, item) != item
            assert english.name(table, item) != lithuanian.name(table, item)


def test_a_spreadsheet_takes_no_title_for_a_formula() -> None:
    counts = {key(kinds.VISIT): 90, key(kinds.PAGE, PAGES[0]): 9}
    report = report_of(collect(counts, FIRST, LAST))
    content = csv_bytes(report, Wording("en", {PAGES[0]: '=HYPERLINK("x")'})).decode("utf-8-sig")
    assert "'=HYPERLINK" in content
    assert not re.search(r'(^|,)"?[=+@-]', content, re.MULTILINE)


def test_the_page_needs_nothing_beside_itself_and_shows_titles_as_text() -> None:
    counts = {key(kinds.VISIT): 90, key(kinds.PAGE, PAGES[0]): 9}
    report = report_of(collect(counts, FIRST, LAST))
    page = html_bytes(report, Wording("lt", {PAGES[0]: "<script>x</script>"}), "<b>Stand").decode()
    assert "<script" not in page
    assert "&lt;b&gt;Stand" in page
    assert 'lang="lt"' in page
    assert not re.search(r"https?:|src=|@import|url\((?!#)", page)
