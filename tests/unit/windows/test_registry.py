"""Values of the registry are noted before they are changed, and given back as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.windows import registry
from kiosk.windows.registry import Before
from kiosk.windows.wishes import WISHES, Value, Wish
from tests.unit.windows.paper import Key, Paper


def place(wish: Wish) -> Key:
    return wish.part, wish.key, wish.name


def test_no_value_is_wished_for_twice_and_every_wish_says_why() -> None:
    assert len({place(wish) for wish in WISHES}) == len(WISHES)
    assert all(wish.why and "|" not in "".join(place(wish)) for wish in WISHES)
    assert {wish.part for wish in WISHES} == {"machine", "person"}


def test_what_nobody_may_see_is_wished_away() -> None:
    named = {wish.name: wish.value for wish in WISHES}
    assert named["AllowEdgeSwipe"] == 0
    assert named["UpdateNotificationLevel"] == 2
    assert any("StickyKeys" in wish.key and wish.value == "506" for wish in WISHES)


@settings(max_examples=30)  # each writes to the disk
@given(
    st.dictionaries(
        st.sampled_from([place(w) for w in WISHES]),
        st.integers(0, 9) | st.sampled_from(("", "506")),
    )
)
def test_everything_is_given_back(
    tmp_path_factory: pytest.TempPathFactory, values: dict[Key, Value]
) -> None:
    file = tmp_path_factory.mktemp("stand") / "data" / "stand.json"
    paper = Paper({**values, ("person", "Other", "Name"): 1})
    before = Before()
    assert registry.apply(paper, WISHES, file, before) == []
    assert all(paper.values[place(wish)] == wish.value for wish in WISHES)
    noted = registry.read(file)
    assert noted == before
    assert registry.give_back(paper, before, person=True) == {}
    assert paper.values == {**values, ("person", "Other", "Name"): 1}


def test_a_second_time_does_not_forget_the_first(tmp_path: Path) -> None:
    paper, file = Paper({place(WISHES[0]): 7}), tmp_path / "stand.json"
    before = Before("S-1", "task")
    registry.apply(paper, WISHES, file, before)
    again = registry.read(file)
    assert again is not None
    registry.apply(paper, WISHES, file, again)
    registry.give_back(paper, again, person=True)
    assert paper.values == {place(WISHES[0]): 7}


def test_what_windows_refuses_is_told_and_the_rest_is_done(tmp_path: Path) -> None:
    paper, before = Paper(deaf="AllowEdgeSwipe"), Before()
    refused = registry.apply(paper, WISHES, tmp_path / "stand.json", before)
    assert [wish.name for wish in refused] == ["AllowEdgeSwipe"]
    assert len(paper.values) == len(WISHES) - 1
    left = registry.give_back(paper, before, person=True)
    assert [name.rpartition("|")[2] for name in left] == ["AllowEdgeSwipe"]
    assert paper.values == {}


def test_what_is_out_of_reach_stays_in_the_notes(tmp_path: Path) -> None:
    paper, before = Paper(), Before()
    registry.apply(paper, WISHES, tmp_path / "stand.json", before)
    left = registry.give_back(paper, before, person=False)
    assert len(left) == sum(wish.part == "person" for wish in WISHES)
    assert {key[0] for key in paper.values} == {"person"}


def test_no_notes_is_no_stand(tmp_path: Path) -> None:
    assert registry.read(tmp_path / "stand.json") is None


@pytest.mark.parametrize("text", ["", "[1]", "{", "3"])
def test_notes_that_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stand.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011 - json's own is one
        registry.read(tmp_path / "stand.json")


def test_odd_values_in_the_notes_are_passed_over(tmp_path: Path) -> None:
    document = {"sid": "S-1", "start": "task", "values": {"machine|a|b": [1], "machine|a|c": None}}
    (tmp_path / "stand.json").write_text(json.dumps(document), encoding="utf-8")
    assert registry.read(tmp_path / "stand.json") == Before("S-1", "task", {"machine|a|c": None})
