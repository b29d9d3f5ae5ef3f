"""The picture of the last first frame is on the screen before the program is complete."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from kiosk.guard import ladder
from tests.e2e.driver import LANDSCAPE, Kiosk, Stand, say
from tests.e2e.driver.waiting import until
from tests.e2e.steps import go_home
from tests.e2e.test_window import only_window

END_SECONDS = 5
LETTER = 200
"""So bright is nothing on the attract screen but its line of words and the invitation."""

Start = Callable[..., tuple[Kiosk, list[str]]]


@pytest.fixture(scope="module")
def stand() -> Iterator[Stand]:
    """One screen for all."""
    with Stand(LANDSCAPE) as made:
        yield made


@pytest.fixture
def start(stand: Stand, tmp_path: Path) -> Iterator[Start]:
    """Start on the stand once more: the kiosk, and the parts of its start in their order."""
    stand.fresh()
    kiosks: list[Kiosk] = []

    def once_more(*options: str, language: str = "en") -> tuple[Kiosk, list[str]]:
        for last in kiosks:
            if last.program.alive:
                last.program.signal(signal.SIGTERM)
                assert last.program.code(END_SECONDS) == 0
                assert last.troubles() == []
        phases = tmp_path / f"phases-{len(kiosks)}.json"
        kiosks.append(Kiosk(stand, *options, variables={"JUOSTA_PHASES": str(phases)}))
        kiosks[-1].see(say("Touch to begin", language))
        marks: dict[str, float] = json.loads(phases.read_text(encoding="utf-8"))
        return kiosks[-1], sorted(marks, key=lambda name: marks[name])

    yield once_more
    for kiosk in kiosks:
        kiosk.end()
    assert [kiosk.troubles() for kiosk in kiosks] == [[]] * len(kiosks)


def kept(stand: Stand) -> Path:
    """Where the picture lies, once it does."""
    file = stand.home / "state" / "start.png"
    return until("the picture for the next start", lambda: file.exists() and file)


def letters(picture: Image.Image) -> Image.Image:
    """White where letters are."""
    return picture.convert("L").point(lambda value: 255 * (value > LETTER))


@pytest.mark.parametrize("renderer", ["software", "gpu"])
def test_the_second_start_shows_its_line_before_its_content_is_read(
    start: Start, stand: Stand, renderer: str
) -> None:
    _, first = start("--renderer", renderer)
    assert "start picture" not in first
    kept(stand)
    kiosk, second = start("--renderer", renderer)
    assert second.index("start picture") < second.index("content read")
    number, *_ = only_window(kiosk)
    assert stand.screen.focused() == number
    go_home(kiosk)


def test_the_picture_is_what_is_shown_later(start: Start, stand: Stand) -> None:
    kiosk, _ = start()
    with Image.open(kept(stand)) as rows:
        top, right = int(rows.info["top"]), rows.width * 2 // 3
        place = (0, top, right, top + rows.height)
        found = letters(rows.crop((0, 0, right, rows.height)))
    shown = letters(kiosk.picture().crop(place))
    assert shown.getbbox() is not None
    assert ImageChops.difference(found, shown).histogram()[255] < 0.001 * shown.width * shown.height


def test_other_settings_ask_for_another_picture(start: Start, stand: Stand) -> None:
    start()
    english = kept(stand).read_bytes()
    (stand.home / "kiosk.toml").write_text('[languages]\nstart = "lt"\n', encoding="utf-8")
    _, other = start(language="lt")
    assert "start picture" not in other
    until("the picture of the other language", lambda: kept(stand).read_bytes() != english)
    _, same = start(language="lt")
    assert "start picture" in same


@pytest.mark.parametrize("broken", [b"", b"no picture", None], ids=["empty", "other", "half"])
def test_a_broken_picture_is_made_anew(start: Start, stand: Stand, broken: bytes | None) -> None:
    start()
    file = kept(stand)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if broken is None else broken)
    _, second = start()
    assert "start picture" not in second
    until("another picture", lambda: len(file.read_bytes()) > 0.9 * len(whole))
    _, third = start()
    assert "start picture" in third


def test_a_start_after_one_that_failed_shows_none(start: Start, stand: Stand) -> None:
    kiosk, _ = start()
    kept(stand)
    kiosk.program.signal(signal.SIGTERM)
    assert kiosk.program.code(END_SECONDS) == 0
    ladder.write(stand.home / "state" / "ladder.json", ladder.Record(failed=1))
    _, second = start()
    assert "start picture" not in second
