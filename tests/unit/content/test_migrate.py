"""Migrations run in order, on copies, and refuse what they cannot convert."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.check import Context, check
from kiosk.content.errors import ContentError
from kiosk.content.migrate import Document, migrate

GOOD = Path(__file__).parents[2] / "fixtures" / "good.json"


def one_to_two(document: Document) -> Document:
    name = document.pop("name")
    return {**document, "heading": name}


def two_to_three(document: Document) -> Document:
    return {**document, "heading": f"{document['heading']}!"}


STEPS = {1: one_to_two, 2: two_to_three}


def test_steps_run_in_order() -> None:
    old: Document = {"format": 1, "name": "sash"}
    assert migrate(old, 3, STEPS) == {"format": 3, "heading": "sash!"}
    assert old == {"format": 1, "name": "sash"}


def test_the_current_format_is_left_alone() -> None:
    document: Document = {"format": 3}
    assert migrate(document, 3, STEPS) is document


@pytest.mark.parametrize("version", ["1", None, True, 1.0])
def test_a_format_that_is_no_number_is_left_to_the_schema(version: Any) -> None:
    document: Document = {"format": version}
    assert migrate(document, 3, STEPS) is document


@pytest.mark.parametrize(("version", "code"), [(4, "E114"), (0, "E115")])
def test_other_formats_are_refused(version: int, code: str) -> None:
    with pytest.raises(ContentError) as error:
        migrate({"format": version}, 3, STEPS)
    assert error.value.code == code
    assert str(version) in error.value.words


def test_the_check_converts_and_says_so() -> None:
    def named(document: Document) -> Document:
        name = document.pop("name")
        return {**document, "id": name}

    old = GOOD.read_text(encoding="utf-8").replace('"id": "sample"', '"name": "sample"')
    raw = old.replace('"format": 1', '"format": 0').encode()
    problems = check(raw, Context(steps={0: named}))
    assert [(problem.code, problem.line) for problem in problems] == [("W211", 3)]
    assert json.loads(old)["name"] == "sample"
