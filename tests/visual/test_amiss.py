"""Numbers that do not fit, shown by a running kiosk: drawn sensibly, or left out with a word in the
log, never over each other, never a fault of the program.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.content.check import check
from tests.visual import amiss
from tests.visual.report import walk

REFUSED_FOR_THEIR_LENGTH = {"crowded-column", "too-many-words", "quote-too-long"}
"""They may scroll; that is why the check refuses them."""


def test_there_is_a_page_for_every_wrong_number() -> None:
    names = {page["id"] for page in amiss.pages()}
    assert len(names) == len(amiss.pages()) > 60
    for name in ("quiz-none-right", "unknown-country", "code-too-long", "zero-bars"):
        assert name in names


def test_the_check_refuses_them(tmp_path: Path) -> None:
    amiss.write(tmp_path)
    problems = check((tmp_path / "content.json").read_bytes())
    errors = {problem.code for problem in problems if problem.severity == "error"}
    assert errors >= {"E210", "E215", "E218", "E219", "E232", "E240", "E241", "E242", "E250"}


@pytest.mark.timeout(600)
def test_a_running_kiosk_shows_them_all(tmp_path: Path) -> None:
    amiss.write(tmp_path)
    report = walk("sparse", "--bundle", str(tmp_path), "--draw", "0")
    assert report.broken == []
    assert report.screens == len(report.stops) > len(amiss.pages())
    faults = {
        check: [fault for fault in found if not _meant(fault)]
        for check, found in report.faults.items()
    }
    assert {check: found for check, found in faults.items() if found} == {}


def _meant(fault: str) -> bool:
    """A block that is left out in words, a page that is too long to stand still, or a text that
    nobody sees and so nobody hears."""
    page = fault.partition(" | ")[0]
    is_long = any(name in page for name in REFUSED_FOR_THEIR_LENGTH) and fault.endswith(" scrolls")
    is_unseen = "unseen-" in page and "| no name: " in fault
    return "left out: No room on its page" in fault or is_long or is_unseen
