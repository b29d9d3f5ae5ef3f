"""Lines and edits of TOML text, proved against what `tomllib` reads."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import tomltext
from kiosk.tomltext import CannotEditError, locate, remove_value, set_value

FULL = '''# The stand in the hall
title = "x"   # a key before any table

[stand]
name = """
Two lines # no comment
[not a table]
"""
"quoted key" = 'C:\\path # no comment'
preset = "fair" # how long visitors stay

[languages]   # the chooser
order = [
  "lt", # first
  "en",
]
[idle]
seconds = 60
staff.pin = "a ] } b"
[[hours]]
day = "monday"
[[hours]]
day = 'tuesday'
[screen]
inline = { a = 1, b = ["x", "]"] }
'''


def test_every_key_is_found_on_its_line() -> None:
    lines = locate(FULL)
    expected = {
        ("title",): 2,
        ("stand",): 4,
        ("stand", "name"): 5,
        ("stand", "quoted key"): 9,
        ("stand", "preset"): 10,
        ("languages",): 12,
        ("languages", "order"): 13,
        ("idle",): 17,
        ("idle", "seconds"): 18,
        ("idle", "staff", "pin"): 19,
        ("screen",): 24,
        ("screen", "inline"): 25,
    }
    assert {key: lines[key] for key in expected} == expected


def test_nothing_else_is_taken_for_a_key() -> None:
    keys = {entry.key for entry in tomltext.entries(FULL) if not entry.is_table}
    assert keys == {
        ("title",),
        ("stand", "name"),
        ("stand", "quoted key"),
        ("stand", "preset"),
        ("languages", "order"),
        ("idle", "seconds"),
        ("idle", "staff", "pin"),
        ("hours", "day"),
        ("screen", "inline"),
    }


@pytest.mark.parametrize("text", ["", "\n", "# only a comment", "  \r\n# c\r\n", "a = 1"])
def test_texts_with_almost_nothing(text: str) -> None:
    assert set(locate(text)) == {(key,) for key in tomllib.loads(text)}


@pytest.mark.parametrize(
    "value",
    [
        '"\\"" # c',
        "'''x''y''' # c",
        '"""a""\\"x""""" # c',
        '""" " "" """',
        '""""""',
        "''",
        '"a\\\\"',
    ],
)
def test_strings_of_every_kind_end_where_they_end(value: str) -> None:
    text = f"a = {value}\nb = 2 # end\n"
    assert set(tomllib.loads(text)) == {"a", "b"}
    assert set_value(text + "[s]\n", "s", "k", 1).startswith(text)
    assert locate(text)[("b",)] == text.count("\n", 0, text.index("\nb = 2")) + 2


def test_a_value_is_replaced_and_all_else_stays() -> None:
    edited = set_value(FULL, "stand", "preset", "lobby")
    assert edited == FULL.replace('preset = "fair"', 'preset = "lobby"')


def test_a_list_over_several_lines_is_replaced_as_a_whole() -> None:
    edited = set_value(FULL, "languages", "order", ["ar", "lt"])
    assert tomllib.loads(edited)["languages"] == {"order": ["ar", "lt"]}
    assert "[languages]   # the chooser\norder = [" in edited
    assert "\n[idle]\nseconds = 60\n" in edited


def test_a_new_key_joins_its_table() -> None:
    text = "[idle]\nseconds = 60 # asked for\n\n# The screen\n[screen]\nrotation = 90\n"
    assert set_value(text, "idle", "panel_seconds", 90) == (
        "[idle]\nseconds = 60 # asked for\npanel_seconds = 90\n"
        "\n# The screen\n[screen]\nrotation = 90\n"
    )


def test_a_new_key_joins_an_empty_table_and_a_text_without_last_line_end() -> None:
    assert set_value("[idle]", "idle", "seconds", 9) == "[idle]\nseconds = 9\n"
    assert set_value("[idle] # now", "idle", "seconds", 9) == "[idle] # now\nseconds = 9\n"


def test_a_new_table_comes_last() -> None:
    assert set_value("", "idle", "seconds", 9) == "[idle]\nseconds = 9\n"
    assert set_value("# mine", "idle", "seconds", 9) == "# mine\n\n[idle]\nseconds = 9\n"


def test_dotted_keys_get_dotted_company() -> None:
    text = "idle.seconds = 60\n[screen]\nrotation = 0\n"
    assert set_value(text, "idle", "panel_seconds", 9).splitlines()[:2] == [
        "idle.seconds = 60",
        "idle.panel_seconds = 9",
    ]


def test_line_ends_of_windows_stay() -> None:
    text = "[idle]\r\nseconds = 60\r\n"
    assert set_value(text, "idle", "panel_seconds", 9) == f"{text}panel_seconds = 9\r\n"


@pytest.mark.parametrize("text", ["idle = { seconds = 60 }\n", "idle = 5\n", "[[idle]]\na = 1\n"])
def test_what_cannot_be_edited_is_refused(text: str) -> None:
    with pytest.raises(CannotEditError):
        set_value(text, "idle", "seconds", 90)


names = st.text(st.sampled_from("abz_-09"), min_size=1, max_size=4)
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
values = st.one_of(
    any_text,
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.floats(allow_nan=False),
    st.lists(any_text, max_size=3),
)
comments = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """TOML text with comments, blank lines and tables in any order."""
    lines: list[str] = []
    for table in draw(st.lists(names, unique=True, max_size=4)):
        lines.append(f"# {draw(comments)}")
        lines.append(f"[{table}] # {draw(comments)}")
        for key in draw(st.lists(names, unique=True, max_size=3)):
            lines.append(f"{key} = {tomltext.literal(draw(values))} # {draw(comments)}")
            lines.extend([""] * draw(st.integers(0, 1)))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@settings(max_examples=200)
@given(text=documents(), section=names, key=names, value=values)
def test_any_edit_changes_one_value_and_keeps_every_line(
    text: str, section: str, key: str, value: str | float | list[str]
) -> None:
    expected = tomllib.loads(text)
    expected.setdefault(section, {})[key] = value
    edited = set_value(text, section, key, value)
    assert tomllib.loads(edited) == expected
    lost = [line for line in text.splitlines() if line not in edited.splitlines()]
    assert all(line.startswith(f"{key} = ") for line in lost)
    assert len(lost) <= 1


@settings(max_examples=100)
@given(text=documents())
def test_located_lines_hold_their_keys(text: str) -> None:
    lines = text.split("\n")
    found = locate(text)
    for table, content in tomllib.loads(text).items():
        assert lines[found[(table,)] - 1].startswith(f"[{table}]")
        for key in content:
            assert lines[found[(table, key)] - 1].startswith(f"{key} = ")


def test_a_key_is_taken_out_and_all_else_stays() -> None:
    text = "# mine\n[idle] # a\nseconds = 60 # old\nwarning_seconds = 30\n"
    assert remove_value(text, "idle", "seconds") == "# mine\n[idle] # a\nwarning_seconds = 30\n"
    assert remove_value(text, "idle", "panel_seconds") == text
    assert remove_value(text, "stand", "name") == text


@pytest.mark.parametrize("text", ["a.b = 1\n", "[a]\nb = 1", "[a]\nb = [\n  1, # one\n  2,\n]\n"])
def test_a_key_is_taken_out_however_it_is_written(text: str) -> None:
    assert tomllib.loads(remove_value(text, "a", "b")).get("a", {}) == {}


def test_what_cannot_be_taken_out_alone_is_refused() -> None:
    with pytest.raises(CannotEditError):
        remove_value("a = { b = 1, c = 2 }\n", "a", "b")
