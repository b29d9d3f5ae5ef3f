"""The lists of what goes into the packaged program name what the kiosk uses, and what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.commands import COMMANDS, HIDDEN
from tools.freeze import allowed, parts

QML = parts.PACKAGE / "qml"


def _imports() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(QML.rglob("*.qml")))
    return set(re.findall(r"^import (Q[\w.]+)", text, re.MULTILINE))


def test_every_qml_module_that_is_imported_comes_along() -> None:
    used = _imports()
    assert "QtQuick" in used
    assert {name.replace(".", "/") for name in used} <= set(allowed.QML)


def test_all_qt_files_of_the_lists_exist() -> None:
    libraries, others = parts.qt_files()
    assert [path for path, _ in libraries if not Path(path).is_file()] == []
    assert any(path.endswith("libqxcb.so") for path, _ in libraries)
    modules = {target.partition("/qml/")[2] for path, target in others if path.endswith("qmldir")}
    assert modules == set(allowed.QML)


def test_every_command_comes_along() -> None:
    wanted = {f"kiosk.commands.{name}" for name in (*COMMANDS, *HIDDEN)}
    assert wanted <= set(parts.modules())
    assert "kiosk.__main__" not in parts.modules()  # it is the program itself


def test_qml_texts_fonts_and_both_bundles_come_along() -> None:
    inside = {f"{target}/{Path(path).name}" for path, target in parts.data()}
    assert "kiosk/qml/Kiosk/Ui/Main.qml" in inside
    assert "kiosk/locale/lt/kiosk.mo" in inside
    assert "kiosk/factory/content.json" in inside
    assert "kiosk/demo/content.json" in inside
    assert any(name.startswith("qtawesome/fonts/materialdesignicons6") for name in inside)
    assert not any(name.endswith((".py", ".po", ".qmlc")) for name in inside)
    assert not any("demo" in name for name in inside if name.startswith("kiosk/factory/"))


@pytest.mark.parametrize(
    ("inside", "stays"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("libstdc++.so.6", False),
        ("libxcb.so.1", False),
        ("libxcb-cursor.so.0", True),
        ("pillow.libs/libavif-c6062d5f.so.16", False),
    ],
)
def test_what_drivers_use_too_is_left_to_the_system(inside: str, stays: bool) -> None:
    assert bool(parts.wanted([(inside, "/somewhere", "BINARY")])) is stays


def test_start_scripts_that_nobody_needs_are_not_run() -> None:
    entries = [("pyi_rth_inspect", "a", "PYSOURCE"), ("start_linux", "b", "PYSOURCE")]
    assert [name for name, *_ in parts.scripts(entries)] == ["start_linux"]
