"""Every code is documented, and every code is provoked by a test or by the corpus."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.content import check_pages, limits

ROOT = Path(__file__).parents[3]
CODE = re.compile(r'"([EW]\d{3})"')


def used() -> set[str]:
    folders = [ROOT / "kiosk", *(ROOT / "kiosk" / name for name in ("content", "doctor", "store"))]
    files = [path for folder in folders for path in folder.glob("*.py")]
    return {code for path in files for code in CODE.findall(path.read_text(encoding="utf-8"))}


def test_the_table_of_codes_is_that_of_the_program() -> None:
    text = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| ([EW]\d{3}) \|", text, re.MULTILINE)) == used()


def test_every_code_is_provoked_somewhere() -> None:
    tests = [
        *(ROOT / "tests" / "fixtures" / "bad").glob("*/expected.json"),
        *(ROOT / "tests" / "unit" / "content").glob("test_*.py"),
        *(ROOT / "tests" / "unit" / "store").glob("test_*.py"),
        *(ROOT / "tests" / "unit" / "commands").glob("test_*.py"),
    ]
    found = {code for path in tests for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert used() - found == set()


def test_the_documented_budget_is_the_real_one() -> None:
    text = (ROOT / "docs" / "check.md").read_text(encoding="utf-8").rpartition("\n\n")[2]
    numbers = re.findall(r"(?<![E\d])\d+", text)
    assert [int(number) for number in numbers] == [
        limits.EVIDENCE_BLOCKS,
        check_pages.COLUMN,
        check_pages.WIDE,
        check_pages.STRIP,
        check_pages.FIGURE_POINTS,
        check_pages.FIGURES_ITEM_POINTS,
        check_pages.TEXT_POINTS,
        check_pages.QUOTE_POINTS,
        check_pages.STEP_POINTS,
        check_pages.STEP_LINE_POINTS,
        check_pages.STEP_LINE_LETTERS,
        check_pages.STEP_TITLE_LETTERS,
        check_pages.COLUMN,
        check_pages.SLIM,
    ]
