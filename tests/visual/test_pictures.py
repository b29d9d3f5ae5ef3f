"""One small picture per control and block view, drawn by the software renderer.

After a wanted change run `ACCEPT_PICTURES=1 make test ARGS=tests/visual/test_pictures.py`, look
at every picture that changed, and commit it together with the change.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QCoreApplication, QEvent, QMetaObject, Qt
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.bridge import fonts, providers, registry
from tests.bridge.blocks.conftest import Stage, wait
from tests.visual import compare
from tests.visual.picture import grab

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GALLERY = HERE / "Gallery.qml"
CONTROLS = re.findall(r"Component (\w+): Component", GALLERY.read_text("utf-8"))
FIXTURES = ROOT / "tests" / "fixtures" / "blocks"
BLOCKS = sorted(path.stem for path in FIXTURES.glob("*.json"))
LOOKS = [("dark", False), ("contrast", True)]
BLOCK_WINDOW = (960, 540)
ACCEPT = os.environ.get("ACCEPT_PICTURES") == "1"
MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def types(qapp: Any) -> None:
    """Fonts and types of the kiosk."""
    fonts.load_first()
    fonts.load_rest()
    registry.register()


@pytest.fixture
def gallery(types: None) -> Iterator[Any]:
    """A window for one control."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(ROOT / "kiosk" / "qml"))
    providers.add(engine)
    engine.load(str(GALLERY))
    window = engine.rootObjects()[0]
    yield window
    window.close()  # type: ignore[attr-defined]
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def call(window: Any, name: str, *arguments: Any) -> Any:
    """Call a function of the window."""
    given = [Q_ARG("QVariant", argument) for argument in arguments]
    now, result = Qt.ConnectionType.DirectConnection, Q_RETURN_ARG("QVariant")
    return QMetaObject.invokeMethod(window, name, now, result, *given)


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize(("look", "mirrored"), LOOKS, ids=["dark", "mirrored contrast"])
def test_control(gallery: Any, control: str, look: str, mirrored: bool) -> None:
    call(gallery, "dress", look, mirrored)
    assert call(gallery, "show", control)
    wait(80)
    assert compare.judge(f"control-{control}-{look}", grab(gallery), accept=ACCEPT) == ""


@pytest.mark.parametrize("kind", BLOCKS)
def test_block(types: None, kind: str) -> None:
    stage = Stage()
    block = json.loads((FIXTURES / f"{kind}.json").read_text("utf-8"))
    shown = stage.show(block, BLOCK_WINDOW, still=True)
    for _ in range(100):
        if shown.view.property("ready"):
            break
        wait(20)
    wait(80)
    box = shown.place(shown.view)
    picture = grab(stage.window)
    left, top = max(0, int(box.left()) - 8), max(0, int(box.top()) - 8)
    right, foot = min(960, int(box.right()) + 8), min(540, int(box.bottom()) + 8)
    warnings = stage.warnings
    stage.close()
    assert warnings == []
    cut = picture.crop((left, top, right, foot))
    assert compare.judge(f"block-{kind}", cut, accept=ACCEPT) == ""


def test_no_reference_is_left_over_and_all_are_small() -> None:
    wanted = {f"control-{control}-{look}.png" for control in CONTROLS for look, _ in LOOKS}
    wanted |= {f"block-{kind}.png" for kind in BLOCKS}
    found = {path.name for path in compare.REFERENCE.glob("*.png")}
    assert found == wanted
    assert sum(path.stat().st_size for path in compare.REFERENCE.glob("*.png")) < MOST_BYTES


def test_a_changed_letter_is_seen_and_a_smoothed_pixel_is_not() -> None:
    one = Image.new("RGB", (64, 64), (20, 20, 20))
    other = one.copy()
    other.putpixel((5, 5), (60, 60, 60))
    assert compare.different_tiles(one, other) == []
    other.paste((200, 200, 200), (20, 20, 24, 30))
    assert compare.different_tiles(one, other) == [(16, 16)]
