"""Lines and columns by pointer, also in documents written in odd ways."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.pointers import Locator
from kiosk.content.problems import Pointer

TEXT = '\n {"a" : [ 1,\n  {"b\\"c" : "x]}" , "d":2}\n] ,\r\n "e":{} , "e" : 3 }'


def at(pointer: Pointer, text: str = TEXT) -> str:
    return text[Locator(text).offset(pointer) :]


def test_values() -> None:
    assert at(()).startswith('{"a"')
    assert at(("a",)).startswith("[ 1")
    assert at(("a", 0)).startswith("1,")
    assert at(("a", 1, 'b"c')).startswith('"x]}"')
    assert at(("a", 1, "d")).startswith("2}")


def test_the_last_of_repeated_keys_counts() -> None:
    assert at(("e",)).startswith("3 ")


def test_keys() -> None:
    locator = Locator(TEXT)
    assert TEXT[locator.offset(("a", 1, "d"), "key") :].startswith('"d":2')
    assert locator.locate(("a", 1, "d"), "key") == (3, 21)


def test_what_is_missing_is_found_at_its_holder() -> None:
    assert at(("a", 1, "no", "more")).startswith('{"b')
    assert at(("a", 9)).startswith("[ 1")


def test_lines_count_from_one() -> None:
    assert Locator(TEXT).locate(()) == (2, 2)
    assert Locator("").position(0) == (1, 1)


def pointers(data: Any, here: Pointer = ()) -> list[tuple[Pointer, Any]]:
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    inner = [pair for name, item in items for pair in pointers(item, (*here, name))]
    return [(here, data), *inner]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(JSON, st.sampled_from([None, 0, 3]))
@settings(max_examples=80)
def test_every_value_of_any_document_is_found(data: Any, indent: int | None) -> None:
    text = json.dumps(data, indent=indent)
    locator = Locator(text)
    for pointer, value in pointers(data):
        found, _ = json.JSONDecoder().raw_decode(text, locator.offset(pointer))
        assert found == value
