"""The check as a whole: nothing crashes it, and what it passes can be loaded."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.blocks import BLOCK_TYPES
from kiosk.content.check import Context, check
from kiosk.content.errors import ContentError
from kiosk.content.problems import Problem
from kiosk.store.reader import bundle_from

FIXTURES = Path(__file__).parents[2] / "fixtures"
GOOD = (FIXTURES / "good.json").read_bytes()
DATA = json.loads(GOOD)
BLOCKS = {path.stem: json.loads(path.read_bytes()) for path in (FIXTURES / "blocks").glob("*.json")}
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, "", "x", "mdi6.earth", [], {}, [[]], {"en": ""}, {"xx": "y"}, ["a"],
    {"type": "text"}, {"type": []}, "\n", 10**17, "cyber/fourth",
)  # fmt: skip


def told(old: str, new: str) -> tuple[str, str]:
    """Code and words for the good bundle with one edit."""
    assert GOOD.decode().count(old) == 1
    (problem,) = check(GOOD.decode().replace(old, new).encode())
    return problem.code, problem.words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1234567.4", "1234567.4 is shown as 1234567."),
        ("999999999999.5", "999999999999.5 is shown as 1000000000000."),
        ("-0.4", "-0.4 is shown as 0."),
    ],
)
def test_a_number_that_is_rounded_is_named_with_all_its_digits(value: str, words: str) -> None:
    assert told('"value": 4,\n', f'"value": {value},\n') == ("W213", words)


@pytest.mark.parametrize(
    ("dates", "wrong"),
    [
        (("2018-05-04", "2018", "2018-03"), [2]),
        (("2018-05", "2018", "2018-06"), []),
        (("2020", "2001", "2002", "2003"), [1]),
    ],
)
def test_events_stand_after_all_that_were_before(dates: tuple[str, ...], wrong: list[int]) -> None:
    data = copy.deepcopy(DATA)
    block = data["sections"][1]["stories"][0]["pages"][1]["blocks"][0]
    event = block["events"][0]
    block["events"] = [{**event, "date": date} for date in dates]
    found = [each for each in check(json.dumps(data).encode()) if each.code == "E211"]
    ends = [each.pointer.partition("/events")[2] for each in found]
    assert ends == [f"/{index}/date" for index in wrong]


def test_a_place_off_the_map_is_named_with_all_its_digits() -> None:
    document = (FIXTURES / "bad" / "route-off-the-map" / "content.json").read_text("utf-8")
    (problem,) = check(document.replace('"lon": 55.7', '"lon": 55.712345678').encode())
    assert "(24.4, 55.712345678)" in problem.words


def errors(problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def loads(raw: bytes) -> bool:
    try:
        bundle_from(raw)
    except ContentError:
        return False
    return True


def places(data: Any) -> list[tuple[Any, Any]]:
    """Every holder and key of a document."""
    items: Any = data.items() if isinstance(data, dict) else enumerate(data)
    found = []
    for key, value in items:
        found.append((data, key))
        if isinstance(value, (dict, list)):
            found += places(value)
    return found


def mutated(seed: int, times: int) -> bytes:
    dice = random.Random(seed)
    data = copy.deepcopy(DATA)
    for _ in range(times):
        spots = places(data)
        if not spots:
            break
        holder, key = dice.choice(spots)
        other, name = dice.choice(spots)
        change = dice.randrange(4)
        if change == 0:
            del holder[key]
        elif change == 1:
            holder[key] = dice.choice(VALUES)
        elif change == 2:
            holder[key] = copy.deepcopy(other[name])
        elif isinstance(holder, dict):
            holder[f"{key}x"] = holder.pop(key)
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


@given(st.integers(0, 2**32), st.integers(1, 4))
@settings(max_examples=150)
def test_mutations_never_crash_and_clean_means_loadable(seed: int, times: int) -> None:
    raw = mutated(seed, times)
    problems = check(raw, Context(icons={"mdi6.earth"}, coverage=range(0x500), files={}))
    assert bool(errors(problems)) or loads(raw)
    last = raw.count(b"\n") + 1
    assert all(1 <= problem.line <= last and problem.column >= 1 for problem in problems)


@given(st.data())
@settings(max_examples=150)
def test_damaged_bytes_never_crash(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(GOOD)))
    gone = data.draw(st.integers(0, 8))
    raw = GOOD[:at] + data.draw(st.binary(max_size=4)) + GOOD[at + gone :]
    assert bool(errors(check(raw))) or loads(raw)


@given(st.binary(max_size=60))
@settings(max_examples=100)
def test_any_bytes_are_refused_in_words(raw: bytes) -> None:
    assert errors(check(raw))
    assert not loads(raw)


def with_block(block: Any) -> bytes:
    data = copy.deepcopy(DATA)
    data["sections"][1]["stories"][0]["pages"][1]["blocks"] = [block]
    return json.dumps(data, ensure_ascii=False).replace("gci2018", "gci").encode()


def test_every_block_type_has_an_example() -> None:
    assert set(BLOCKS) == set(BLOCK_TYPES)


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_an_example_decodes_and_is_clean(name: str) -> None:
    block = msgspec.convert(BLOCKS[name], BLOCK_TYPES[name])
    assert type(block) is BLOCK_TYPES[name]
    raw = with_block(BLOCKS[name])
    assert check(raw) == []
    assert loads(raw)


def required(name: str) -> list[tuple[str, str]]:
    fields = msgspec.structs.fields(BLOCK_TYPES[name])
    return [(name, field.encode_name) for field in fields if field.required]


@pytest.mark.parametrize(
    ("name", "field"), [pair for name in sorted(BLOCK_TYPES) for pair in required(name)]
)
def test_a_required_field_left_out_is_named(name: str, field: str) -> None:
    block = {key: value for key, value in BLOCKS[name].items() if key != field}
    raw = with_block(block)
    found = [problem for problem in check(raw) if problem.code == "E112"]
    assert [problem.pointer.rsplit("/", 1)[-1] for problem in found] == [field]
    assert not loads(raw)


def test_every_text_of_the_bundle_is_seen() -> None:
    """A hidden tag in any localized text is noticed, wherever it stands."""
    texts = [
        (holder, key)
        for holder, key in places(DATA)
        if isinstance(holder, dict) and key == "lt" and isinstance(holder[key], str)
    ]
    assert len(texts) > 30
    for index in range(len(texts)):
        data = copy.deepcopy(DATA)
        holder, key = [
            pair for pair in places(data) if isinstance(pair[0], dict) and pair[1] == "lt"
        ][index]
        holder[key] = "<b>x</b>"
        codes = {problem.code for problem in check(json.dumps(data).encode())}
        assert "W202" in codes


def test_without_surroundings_nothing_is_said_about_them() -> None:
    raw = GOOD.replace(b"mdi6.earth", b"mdi6.none")
    assert check(raw) == []
    assert [p.code for p in check(raw, Context(icons={"mdi6.shield-lock-outline"}))] == ["E119"]
