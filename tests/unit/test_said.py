"""Words that can be said in another language later."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.said import Said, in_language, joined, packed, said, unpacked

GERMAN = {
    "“{name}” is empty.": "„{name}“ ist leer.",
    "Copy it again.": "Noch einmal kopieren.",
    "The bundle is wrong: {how}": "Das Paket stimmt nicht: {how}",
}

WORDS = st.text(max_size=12)
TEXTS = st.recursive(
    WORDS | st.builds(said, st.just("Copy it again.")),
    lambda inner: (
        st.builds(lambda name: said("“{name}” is empty.", name=name), inner)
        | st.builds(lambda how: said("The bundle is wrong: {how}", how=how), inner)
        | st.lists(inner, max_size=3).map(lambda texts: joined(*texts))
    ),
    max_leaves=5,
)


def german(text: str) -> str:
    return in_language(text, lambda template: GERMAN.get(template, template))


def test_it_is_the_english_text_for_whoever_wants_one() -> None:
    words = said("“{name}” is empty.", name="a.png")
    assert words == "“a.png” is empty."
    assert f"{words}" == "“a.png” is empty."
    assert german(words) == "„a.png“ ist leer."


def test_parts_are_said_too() -> None:
    words = said("The bundle is wrong: {how}", how=said("“{name}” is empty.", name=7))
    assert words == "The bundle is wrong: “7” is empty."
    assert german(words) == "Das Paket stimmt nicht: „7“ ist leer."


def test_texts_are_joined_without_the_empty_ones() -> None:
    words = joined(said("Copy it again."), "", "{odd}", by=" {} ")
    assert words == "Copy it again. {} {odd}"
    assert german(words) == "Noch einmal kopieren. {} {odd}"
    assert (joined(), joined("", "a")) == ("", "a")


def test_what_was_never_said_stays_as_it_is() -> None:
    assert german("Copy it again.") == "Copy it again."


@pytest.mark.parametrize("odd", ["{name}", "{0}", "{", "}", "%n", "{{x}}"])
def test_a_part_is_never_taken_for_a_template(odd: str) -> None:
    assert german(said("“{name}” is empty.", name=odd)) == f"„{odd}“ ist leer."


@given(text=TEXTS)
def test_it_comes_back_from_json_with_all_it_was_made_of(text: str) -> None:
    again = unpacked(json.loads(json.dumps(packed(text))))
    assert again == text
    assert isinstance(again, Said) == isinstance(text, Said)
    assert german(again) == german(text)


@pytest.mark.parametrize(
    "data",
    [
        7,
        None,
        [],
        {},
        {"template": "a"},
        {"template": 1, "parts": {}},
        {"template": "{a}", "parts": {"b": "x"}},
        {"template": "{a.b}", "parts": {"a": "x"}},
        {"template": "{", "parts": {"a": "x"}},
        {"template": "{a[1][2]}", "parts": {"a": "x"}},
        {"template": "a", "parts": {"b": 3}},
    ],
)
def test_what_was_never_packed_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpacked(data)
