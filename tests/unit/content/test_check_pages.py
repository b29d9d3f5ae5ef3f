"""The budget of a page refuses what clearly does not fit, and nothing that does."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.blocks.base import Block
from kiosk.content.check import check
from kiosk.content.check_pages import page_findings
from kiosk.content.survey import BlockPiece, Survey

FIXTURES = Path(__file__).parents[2] / "fixtures"
DATA = json.loads((FIXTURES / "good.json").read_bytes())
BLOCKS = {path.stem: json.loads(path.read_bytes()) for path in (FIXTURES / "blocks").glob("*.json")}


def text(letters: int) -> dict[str, Any]:
    words = ("seven77 " * (letters // 8 + 1))[:letters].strip() or "a"
    return {"type": "text", "text": {"en": words, "lt": "x"}}


def codes(*blocks: dict[str, Any]) -> list[str]:
    data = copy.deepcopy(DATA)
    data["sections"][1]["stories"][0]["pages"][1]["blocks"] = list(blocks)
    raw = json.dumps(data).replace("gci2018", "gci").encode()
    return [problem.code for problem in check(raw)]


FIGURE, FIGURES, BARS, QUIZ, LINE, TAKEAWAY, RANKING = (
    BLOCKS[name]
    for name in ("figure", "figures", "bars", "quiz", "timeline", "takeaway", "ranking")
)


def steps(count: int, letters: int) -> dict[str, Any]:
    sentence = ("seven77 " * 20)[:letters].strip()
    step = {"title": {"en": "A step", "lt": "x"}, "text": {"en": sentence, "lt": "x"}}
    return {"type": "steps", "steps": [step] * count, "source": "gci"}


@pytest.mark.parametrize(
    "blocks",
    [
        [FIGURE, text(300), BARS],
        [FIGURES, text(300), BARS],
        [text(300), text(250), BARS],
        [FIGURE, FIGURE, text(300)],
        [BARS],
        [steps(6, 42)],
        [steps(4, 80), BARS],
        [text(390), TAKEAWAY],
        [FIGURE, text(300), RANKING, FIGURES],
    ],
)
def test_fits(blocks: list[dict[str, Any]]) -> None:
    assert codes(*blocks) == []


@pytest.mark.parametrize(
    ("blocks", "code"),
    [
        ([FIGURE, FIGURE, text(300), BARS], "E177"),
        ([FIGURE, LINE, text(300)], "E251"),
        ([text(20), QUIZ], "E251"),
        ([FIGURE, FIGURE, FIGURE, FIGURE, text(200)], "E177"),
        ([steps(6, 80)], "E177"),
        ([steps(3, 80), text(300), BARS], "E177"),
        ([FIGURE, text(200), TAKEAWAY], "E177"),
        ([FIGURE, text(300), FIGURES, RANKING], "E177"),
        ([FIGURE, text(300), BARS, FIGURES], "E177"),
        ([QUIZ, LINE], "E172"),
        ([LINE, BARS], "E173"),
        ([BARS, BARS], "E175"),
    ],
)
def test_does_not_fit(blocks: list[dict[str, Any]], code: str) -> None:
    assert codes(*blocks) == [code]


class _SteppedBlock(Block, frozen=True, kw_only=True, tag="stepped"):
    """A story block with steps, as the model has none yet."""

    def step_count(self) -> int:
        return 3


def test_two_blocks_with_steps_do_not_share_a_page() -> None:
    survey = Survey(copy.deepcopy(DATA))
    assert list(page_findings(survey)) == []
    timeline = next(piece for piece in survey.blocks if piece.data["type"] == "timeline")
    pointer = (*timeline.pointer[:-1], 1)
    stepped = BlockPiece(pointer, {"type": "stepped"}, _SteppedBlock, _SteppedBlock())
    survey.blocks.append(stepped)
    found = {(finding.code, finding.pointer) for finding in page_findings(survey)}
    assert ("E174", pointer) in found
