"""ICU's data is cut down without losing an item that stays, or its form."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.freeze import icu

HEADER = struct.pack("<HBB", 32, 0xDA, 0x27) + b"\0" * 8 + b"CmnD" + b"\0" * 16


def whole(items: dict[str, bytes]) -> bytes:
    """A package with all items, written as ICU's own tool does."""
    names = b"".join(name.encode() + b"\0" for name in items)
    at, end = 4 + 8 * len(items), (4 + 8 * len(items) + len(names) + 15) // 16 * 16
    table, body = struct.pack("<I", len(items)), b""
    for name, data in items.items():
        table += struct.pack("<II", at, end + len(body))
        at += len(name) + 1
        body += data + b"\0" * (-len(data) % 16)
    return HEADER + (table + names).ljust(end, b"\0") + body


names = st.sampled_from(
    ["coll/lt.res", "coll/ucadata.icu", "lang/lt.res", "lt.res", "root.res", "gb18030.cnv"]
)


@given(st.dictionaries(names, st.binary(min_size=1, max_size=80)))
def test_what_stays_is_found_again_and_aligned(chosen: dict[str, bytes]) -> None:
    data = whole({f"icudt73l/{name}": chosen[name] for name in sorted(chosen)})
    small = icu.package(icu.items(data), data)
    found = icu.items(small)
    assert set(found) == {
        f"icudt73l/{name}" for name in chosen if name.startswith("coll/") or name == "root.res"
    }
    for name, item in found.items():
        original = chosen[name.removeprefix("icudt73l/")]
        assert item[: len(original)] == original
    (count,) = struct.unpack_from("<I", small, len(HEADER))
    places = [struct.unpack_from("<II", small, len(HEADER) + 4 + 8 * n)[1] for n in range(count)]
    assert [at for at in places if (len(HEADER) + at) % 16] == []
    assert small.startswith(HEADER)


@pytest.mark.parametrize("damage", [b"\0\0", b"\xda\0"])
def test_another_form_is_refused(damage: bytes) -> None:
    with pytest.raises(SystemExit, match="another form"):
        icu.items(HEADER[:2] + damage + HEADER[4:] + b"\0" * 4)


def test_what_sorts_names_stays_and_what_translates_them_goes() -> None:
    assert icu.kept("icudt73l/coll/lt.res")
    assert icu.kept("icudt73l/nfkc.nrm")
    assert not icu.kept("icudt73l/region/lt.res")
    assert not icu.kept("icudt73l/unames.icu")
    assert not icu.kept("icudt73l/brkitr/thaidict.dict")
