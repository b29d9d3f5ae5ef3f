"""The strict reader: what it opens, what it refuses, and that a plain run stays light."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.store.reader import bundle_from, load
from tests.faults.faulty import unreadable

GOOD = (Path(__file__).parents[2] / "fixtures" / "good.json").read_bytes()


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "content.json").write_bytes(GOOD)
    return tmp_path


def code(content: Path) -> str:
    with pytest.raises(ContentError) as error:
        load(content)
    assert error.value.words
    assert error.value.fix
    return error.value.code


def test_a_folder_and_its_file_load_the_same(bundle: Path) -> None:
    assert load(bundle) == load(bundle / "content.json")
    assert load(bundle).folder == bundle


def test_nothing_there(tmp_path: Path) -> None:
    assert code(tmp_path) == "E101"
    assert code(tmp_path / "no") == "E190"
    other = tmp_path / "other.json"
    other.write_bytes(GOOD)
    assert code(other) == "E135"
    (tmp_path / "stand.kiosk").write_bytes(b"")
    with pytest.raises(ContentError, match="kiosk inspect"):
        load(tmp_path / "stand.kiosk")


@pytest.mark.parametrize("number", [errno.EIO, errno.EUCLEAN, errno.EACCES])
def test_a_disk_that_reports_a_fault(bundle: Path, number: int) -> None:
    for content in (bundle, bundle / "content.json"):
        with unreadable(bundle, number), pytest.raises(ContentError) as raised:
            load(content)
        assert raised.value.code == "E190"
        assert os.strerror(number) in raised.value.words


def test_links_are_not_followed(bundle: Path, tmp_path: Path) -> None:
    real = bundle / "real.json"
    (bundle / "content.json").rename(real)
    (bundle / "content.json").symlink_to(real)
    assert code(bundle) == "E134"


def test_a_pipe_does_not_block(bundle: Path) -> None:
    (bundle / "content.json").unlink()
    os.mkfifo(bundle / "content.json")
    assert code(bundle) == "E135"


def test_a_folder_named_content_json(bundle: Path) -> None:
    (bundle / "content.json").unlink()
    (bundle / "content.json").mkdir()
    assert code(bundle) == "E135"


def test_too_large(bundle: Path) -> None:
    with (bundle / "content.json").open("ab") as file:
        file.truncate(limits.CONTENT_BYTES + 1)
    assert code(bundle) == "E136"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b" ", "E103"),
        (b"{", "E105"),
        (b"\xff", "E105"),
        (b'{"a":' * 100_000, "E108"),
        (b"[]", "E109"),
        (GOOD.replace(b'"format": 1', b'"format": 2'), "E114"),
        (GOOD.replace(b'"format": 1', b'"format": 0'), "E115"),
        (GOOD.replace(b'"id": "years"', b'"id": "length"'), "E116"),
        (GOOD.replace(b'"hero": "chain"', b'"hero": "chains"'), "E117"),
        (GOOD.replace(b'"fallback": "en"', b'"fallback": "de"'), "E117"),
        (GOOD.replace(b'"accent": "sea"', b'"accent": "see"'), "E113"),
    ],
)
def test_refused_bytes(raw: bytes, expected: str) -> None:
    with pytest.raises(ContentError) as error:
        bundle_from(raw)
    assert error.value.code == expected


def test_loading_imports_neither_the_check_nor_qt(bundle: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from kiosk.store.reader import load;"
        "load(Path(sys.argv[1]));"
        "print([m for m in ('jsonschema', 'PySide6', 'kiosk.content.check', 'rich') "
        "if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(bundle)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.strip() == "[]"
