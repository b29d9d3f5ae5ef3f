"""Strict JSON: everything that may be written wrongly, and that reading goes on where it can."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content import limits
from kiosk.content.document import Document, read


def codes(raw: bytes) -> list[str]:
    return [finding.code for finding in read(raw)[1]]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "E103"),
        (b" \n", "E103"),
        (b'{"a": "\xff"}', "E104"),
        (b'\xef\xbb\xbf{"a": 1}', "E104"),
        (b"\xff\xfe{\x00}\x00", "E104"),
        (b'{"a": 1,}', "E105"),
        (b"{a: 1}", "E105"),
        (b"{", "E105"),
        (b'{"a": 1} x', "E105"),
        (b'{"a": "x', "E105"),
        (b'{"a": 1, "a": 2}', "E106"),
        (b'{"a": ' + b"1" * 30 + b"}", "E107"),
        (b'{"a": -' + b"1" * 30 + b"}", "E107"),
        (b'{"a": 1e400}', "E107"),
        (b'{"a": NaN}', "E110"),
        (b'{"a": "\\u0000"}', "E123"),
        (b'{"a\\u0007": 1}', "E123"),
        (b'{"en": "\\u202e"}', "E122"),
        (b'{"en": "\\ud800"}', "E125"),
        (b'{"\\udfff": {"en": "x"}}', "E125"),
        (b'{"a\\n": 1}', "E123"),
    ],
)
def test_one_fault(raw: bytes, code: str) -> None:
    assert codes(raw) == [code]


POINT = "A decimal is written with a point: 4.5."
BARE = "A number is written without spaces and signs: 2800000."
ZERO = "A number is written without zeros before it: 4."
VALUE = "A text needs double quotation marks; true, false and null are written small."
INSIDE = 'A quotation mark inside a text is written \\".'


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ('{"a": 4,5}', POINT),
        ('{"a": -4,25, "b": 1}', POINT),
        ('{"a": 2,800}', f"{POINT} {BARE}"),
        ('{"a": 2,800,000}', f"{POINT} {BARE}"),
        ('{"a": 2 800 000}', BARE),
        ('{"a": 2\u00a0800\u00a0000}', BARE),
        ('{"a": 2.800.000}', BARE),
        ('{"a": 2\'800}', BARE),
        ('{"a": 4%}', BARE),
        ('{"a": 4 %}', BARE),
        ('{"a": 4 mln}', BARE),
        ('{"a": €4}', BARE),
        ('{"a": +4}', BARE),
        ('{"a": .5}', BARE),
        ('{"a": 04}', ZERO),
        ('{"a": -007}', ZERO),
        ('{"a": \u22124}', "A minus is written with a hyphen: -4."),
        ('{"en": "They say "yes" to it."}', INSIDE),
        ('{"en": ""Yes" they say"}', INSIDE),
        ('{"en": "The „word" counts"}', INSIDE),
        ('{"en": "The „word", they say"}', INSIDE),
        ('{"en": "The „word"."}', INSIDE),
        ("[1 2]", "Add a comma."),
        ('{"a": 4\n "b": 5}', "Add a comma."),
        ('{"a": "x" "b": 5}', "Add a comma."),
        ('{"a": "x"; "b": 5}', "Add a comma."),
        ('["x" true]', "Add a comma."),
        ('{"a": "x", b = 5}', 'Write it as "key": value.'),
        ('["lt", en]', VALUE),
        ('{"a": "x", b: 5}', 'Write it as "key": value.'),
        ("{\"a\": '4'}", 'Use straight double quotation marks: "…".'),
        ('{"a": 4 // four\n}', "Remove the comment."),
        ('{"a": 4,}', "Remove this comma."),
    ],
)
def test_what_to_write_instead(written: str, fix: str) -> None:
    (finding,) = read(written.encode())[1]
    assert (finding.code, finding.fix) == ("E105", fix)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"en": "one\\ntwo"}',
        b'{"en": "soft\\u00adhyphen"}',
        b'{"ar": "\\u200f"}',
        b'{"a": [1, -2, 3.5, 1e3, true, null]}',
        b'{"en": "\\ud83d\\ude00"}',
        b'{"a": 123456789012345678}',
    ],
)
def test_allowed(raw: bytes) -> None:
    document, findings = read(raw)
    assert findings == []
    assert isinstance(document, Document)


def test_reading_goes_on_after_faults_that_leave_the_structure_whole() -> None:
    raw = b'{"a": NaN, "b": 1, "b": 2, "en": "\\u202e", "c": "x\ty"}'
    assert sorted(codes(raw)) == ["E106", "E110", "E122", "E123", "E123"]


@pytest.mark.parametrize(
    "raw",
    [
        b'{"\\ud800": 1, "\\ud800": 2}',
        b'{"\\u0007\\ud800": {"en": "\\u202e"}}',
        b'{"en": "\\u202e\\udfff"}',
    ],
)
def test_nothing_that_is_said_holds_half_a_character(raw: bytes) -> None:
    document, findings = read(raw)
    assert isinstance(document, Document)
    assert "E125" in {finding.code for finding in findings}
    told = [(finding.words, finding.fix, finding.pointer) for finding in findings]
    json.dumps([document.data, told, [*document.bad]], ensure_ascii=False).encode()


def test_depth_is_counted_in_containers() -> None:
    deep = limits.DEPTH
    assert codes(b"[" * deep + b"]" * deep) == []
    assert codes(b"[" * (deep + 1) + b"]" * (deep + 1)) == ["E108"]
    assert codes(b'{"a": ' * (deep + 1) + b"1" + b"}" * (deep + 1)) == ["E108"]


def test_brackets_inside_texts_are_no_depth() -> None:
    assert codes(b'{"en": "' + b"[" * 100 + b'"}') == []


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a": "' + b"x\\n" * 100_000 + b'"}',
        b'{"a": "' + b"\\n" * 100_000 + b'", "b": "' + b"\\u000a" * 100_000 + b'"}',
        b'{"a": 1' + b" " * 300_000 + b", ?}",
        b"{" + b"".join(b'"%d": 1, ' % number for number in range(100_000)) + b'"0": 1}',
    ],
    ids=["line breaks", "escaped", "spaces", "keys"],
)
def test_a_long_document_is_read_in_no_time(raw: bytes) -> None:
    """What grows with the square of a length takes hours here; the limit of a test ends it."""
    assert set(codes(raw)) <= {"E105", "E106"}


ODD = "\x00\x07\x08\x0c\r\t\x1f\x7f\x85\x9f\u202a\u202e\u2066\u2069\ud800\udfff"


@settings(max_examples=300)
@given(
    text=st.text(st.sampled_from(f'ab"\\/:u0 \n{ODD}\u00ad\u2029\u206a\ue000'), max_size=6),
    is_key=st.booleans(),
    escaped=st.booleans(),
)
def test_no_odd_character_is_overlooked(text: str, is_key: bool, escaped: bool) -> None:
    """However it is written: the search that spares clean documents the walk misses none."""
    document = {text: "x", "y": 1} if is_key else {"x": text}
    written = json.dumps(document, ensure_ascii=escaped or "\ud800" in text or "\udfff" in text)
    read_back = json.loads(written)  # two halves beside each other have become one character
    text = next(iter(read_back)) if is_key else read_back["x"]
    odd = set(ODD + "\n") if is_key else set(ODD)
    found = {finding.code for finding in read(written.encode())[1]}
    assert bool(found & {"E122", "E123", "E125"}) == (not odd.isdisjoint(text))
