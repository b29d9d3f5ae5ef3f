"""What Python's reader of TOML complains about, in words for staff."""

from __future__ import annotations

import tomllib

import pytest

from kiosk import tomlwords
from kiosk.catalogs import staff_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("= 1", "neither a key nor a section"),
        ("a = 1 b", "something follows"),
        ("[a", "bracket after the name"),
        ("[[a]", "bracket after the name"),
        ("a 1", "equals sign"),
        ("a. = 1", "key is missing"),
        ("a = x", "this is no value"),
        ("a = 2026-02-30", "no such day"),
        ("a = [1", "a list is not closed"),
        ("a = {b = 1", "a brace is not closed"),
        ('a = "x', "a text is not closed"),
        ('a = "x\ny"', "a text is not closed"),
        ("a = 'x", "a text is not closed"),
        ("a = '''x", "a text is not closed"),
        ('a = "x\x01"', "nobody can see"),
        ("# \x01", "nobody can see"),
        ('a = "C:\\data"', "backslash"),
        ('a = "C:\\Users"', "backslash"),
        ('a = "\\ud800"', "backslash"),
        ("a = 1\na = 2", "this key stands there twice"),
        ("a = {b = 1, b = 2}", "this key stands there twice"),
        ("[a]\n[a]", "this section stands there twice"),
        ("[a.b]\n[a]\nb.c = 1", "this section stands there twice"),
        ("a = {}\n[a.b]", "this section stands there twice"),
    ],
)
def test_each_complaint_has_words_in_both_languages(text: str, words: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    found = tomlwords.reason(str(caught.value))
    assert words in found
    assert staff_text("lt", found) != found


def test_a_complaint_of_a_later_python_stays_as_it_is() -> None:
    assert tomlwords.reason("Nested too deep") == "nested too deep"
    assert tomlwords.reason("") == ""
