"""A walk of hours goes on after the last line of its log."""

from __future__ import annotations

import json
from pathlib import Path

from tests.visual import plan
from tests.visual.report import logged

NAMES = ["home", "page"]


def line(stop: str, variant: plan.Variant) -> str:
    """What a worker writes of a screen without faults."""
    entry = {"stop": stop, "variant": str(variant), "drawn": False, "texts": 1, "targets": 1}
    return json.dumps({**entry, "faults": []}) + "\n"


def test_what_a_log_holds_is_not_looked_at_again(tmp_path: Path) -> None:
    errands = plan.matrix(NAMES)
    log = tmp_path / "log.jsonl"
    assert plan.without(errands, logged(log)) == errands
    first, second = errands[0].variant, errands[1].variant
    log.write_text(line("home", first) + line("page", first) + line("page", second))
    left = plan.without(errands, logged(log))
    assert len(left) == len(errands) - 1
    assert left[0] == plan.Errand(second, ("home",))


def test_a_line_that_was_cut_off_is_taken_away(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    whole = line("home", plan.every_variant()[0])
    log.write_text(whole + whole[:20])
    assert len(logged(log)) == 1
    assert log.read_text() == whole
