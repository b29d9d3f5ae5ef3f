"""Every bad input that staff may bring, by the list of the requirements: its code, its words.

As a plain folder it goes through `kiosk check` and through staging, as a bundle file through
staging. What is only advice (W) is taken and said. `tests/e2e/test_refused.py` brings all of it to
a running kiosk.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kiosk import icons
from kiosk.content.coverage import Coverage
from kiosk.content.errors import ContentError
from kiosk.store import copying
from kiosk.store.admission import Policy
from kiosk.store.checking import Refused
from kiosk.store.inspect import check_folder
from kiosk.store.staging import stage
from tests.fixtures import kiosk_files as make
from tests.fixtures.listed import ANYTHING, BAD, LINES, Line, as_file


def refusal(source: Path, into: Path, policy: Policy) -> dict[str, str]:
    """Code and words of every problem that is said; none when it is taken."""
    try:
        stage(source, into, policy)
    except Refused as refused:
        return {each.code: f"{each.words} {each.fix}" for each in refused.problems}
    except ContentError as error:
        return {error.code: f"{error.words} {error.fix}" if error.words and error.fix else ""}
    return {}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("line", LINES, ids=lambda line: line.about)
def test_bad_input(line: Line, tmp_path: Path) -> None:
    sources: list[Path] = []
    if isinstance(line.source, str):
        folder = BAD / line.source
        sources.append(folder)
        if folder.is_dir():
            problems = check_folder(folder, frozenset(icons.glyphs()), Coverage())
            said = {each.code: f"{each.words} {each.fix}" for each in problems}
            assert line.words in said[line.code]
            (tmp_path / "a.kiosk").write_bytes(as_file(folder))
            sources.append(tmp_path / "a.kiosk")
    else:
        (tmp_path / "a.kiosk").write_bytes(line.source())
        sources.append(tmp_path / "a.kiosk")
    for number, source in enumerate(sources):
        into = tmp_path / f"staging-{number}"
        said = refusal(source, into, line.policy)
        if line.code.startswith("W"):
            assert said == {}
        else:
            assert line.words in said[line.code]
            assert list(into.iterdir()) == []


def test_a_stick_that_is_pulled_out_half_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.kiosk").write_bytes(make.bundle_file())

    def half(source: object, name: str) -> object:
        yield b"x"
        raise copying.unreadable(name, OSError(errno.EIO, os.strerror(errno.EIO)))

    monkeypatch.setattr(copying, "pieces", half)
    said = refusal(tmp_path / "a.kiosk", tmp_path / "staging", ANYTHING)
    assert "try another stick" in said["E190"]


def test_the_list_is_whole() -> None:
    """All codes of the list but those of films, whose block is to come, and of small buttons."""
    numbers = [*range(101, 106), *range(106, 110), 111, 112, 114, 115, 116, *range(120, 123), 124]
    numbers += [*range(130, 136), *range(137, 142), 150, 153, 155, *range(180, 186), 190]
    assert {line.code for line in LINES if line.code[0] == "E"} == {f"E{each}" for each in numbers}
    assert {line.code for line in LINES if line.code[0] == "W"} == {"W202", "W203", "W204", "W205"}
