"""The gates themselves: what they are there to stop does not pass them.

Each rule is tried on something deliberately wrong, and then holds for the repository as it is.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import gen_locale, qml
from tools.copying import tracked
from tools.ways_out import ON_PURPOSE, ways_out

ROOT = Path(__file__).resolve().parent.parent
PURE = ["kiosk.content", "kiosk.visit", "kiosk.guard", "kiosk.stats", "kiosk.store"]
FILES = tracked(ROOT)
PICTURES = {".png", ".jpg", ".ttf", ".mo", ".ico", ".webp"}
WRONG = """pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

Item {
    id: root

    required property FigureBlock block

    width: root.block.titel
}
"""


def texts(*endings: str) -> list[tuple[str, str]]:
    """Name and text of the tracked files with these endings; of all text files without any."""
    wanted = [
        name
        for name in FILES
        if (name.endswith(endings) if endings else Path(name).suffix not in PICTURES)
    ]
    return [(name, (ROOT / name).read_text(encoding="utf-8", errors="replace")) for name in wanted]


def python_modules(package: str) -> list[str]:
    """All modules of a package of the kiosk."""
    folder = package.replace(".", "/")
    found = [name for name in FILES if name.startswith(f"{folder}/") and name.endswith(".py")]
    return sorted(
        name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in found
    )


@pytest.mark.parametrize("package", [name for name in PURE if python_modules(name)])
def test_a_pure_layer_brings_no_qt(package: str) -> None:
    code = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in "
        "('PySide6', 'shiboken6', 'qtpy', 'qtawesome')))\n"
    )
    words = [sys.executable, "-c", code, *python_modules(package)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def ruff(text: str, name: str) -> str:
    """What ruff says about a text as if it were this file."""
    words = [sys.executable, "-m", "ruff", "check", "--output-format", "concise"]
    words += ["--stdin-filename", str(ROOT / name), "-"]
    return subprocess.run(
        words, cwd=ROOT, input=text, capture_output=True, text=True, check=False
    ).stdout


@pytest.mark.parametrize("layer", ["content", "visit", "guard", "stats", "store", "commands"])
def test_qt_is_banned_outside_the_bridge(layer: str) -> None:
    text = '"""A module."""\n\nfrom PySide6.QtCore import QObject\n\nTHING = QObject\n'
    assert "TID251" in ruff(text, f"kiosk/{layer}/thing.py")
    assert "TID251" not in ruff(text, "kiosk/bridge/thing.py")


def test_qtawesome_is_never_imported() -> None:
    assert "TID251" in ruff('"""A module."""\n\nimport qtawesome\n\nX = qtawesome\n', "kiosk/x.py")
    importing = re.compile(r"^\s*(import|from) qtawesome\b", re.MULTILINE)
    assert [
        name for name, text in texts(".py") if name[:5] == "kiosk" and importing.search(text)
    ] == []


DIRECTION = {
    "content": {"content"},
    "visit": {"content", "visit"},
    "store": {"content", "store"},
    "guard": {"guard"},
    "stats": {"content", "visit", "stats"},
    "bridge": {"bridge", "content", "visit"},
}
"""Layer -> the layers that it may import. Single modules of `kiosk` (paths, log ...) are free."""


@pytest.mark.parametrize("layer", sorted(DIRECTION))
def test_imports_go_one_way(layer: str) -> None:
    packages = {name.split("/")[1] for name in FILES if re.match(r"kiosk/\w+/\w+\.py$", name)}
    wrong = [
        f"{name}: {found}"
        for name, text in texts(".py")
        if name.startswith(f"kiosk/{layer}/")
        for found in re.findall(r"^\s*(?:from|import) kiosk\.(\w+)", text, re.MULTILINE)
        if found in packages - DIRECTION[layer]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        "import webbrowser",
        "from http.server import HTTPServer",
        "from PySide6.QtGui import QDesktopServices",
        "from PySide6 import QtWidgets",
        "from PySide6.QtNetwork import QTcpSocket",
        "import PySide6.QtWebEngineCore",
        "from PySide6 import QtGui; QtGui.QDesktopServices.openUrl(1)",
        "from PySide6.QtCore import QProcess",
        "import os; os.startfile('x')",
    ],
)
def test_a_way_out_is_seen(line: str) -> None:
    assert list(ways_out("kiosk/bridge/x.py", f"{line}\n"))


def test_the_program_has_no_way_out() -> None:
    of_the_program = [entry for entry in texts(".py") if entry[0].startswith("kiosk/")]
    assert len(of_the_program) > 100
    assert [problem for entry in of_the_program for problem in ways_out(*entry)] == []
    for name, module in ON_PURPOSE:
        assert module in (ROOT / name).read_text(encoding="utf-8")


def test_the_qml_lint_stops_a_wrong_file(tmp_path: Path) -> None:
    wrong, right = tmp_path / "Wrong.qml", tmp_path / "Right.qml"
    wrong.write_text(WRONG, encoding="utf-8")
    right.write_text(WRONG.replace("titel", "value"), encoding="utf-8")
    code, words = qml.lint([wrong])
    assert code != 0
    assert "titel" in words
    code, words = qml.lint([right])
    assert code == 0, words


@pytest.mark.parametrize(
    "line",
    [
        "    Text { textFormat: Text.RichText }",
        "    textFormat: Text.AutoText",
        "import QtQuick.Controls",
        "import QtQuick.Dialogs",
        "import QtWebEngine",
        "    width: parent.parent.width",
        '    onTapped: Qt.openUrlExternally("x")',
        "import Qt.labs.platform",
        "import QtWebView",
        "    DropArea {}",
        "    Drag.active: true",
        "    onTapped: Qt.quit()",
        "    onLinkActivated: link => root.open(link)",
        "    ToolTip.visible: hovered",
        "    Popup {}",
        "    TextField {}",
        "    required property var block",
    ],
)
def test_a_forbidden_line_of_qml_is_seen(line: str) -> None:
    found = list(qml.house_rules("X.qml", f"{qml.BOUND}\n{line}\n"))
    assert [problem for problem in found if problem.startswith("X.qml:2:")]


@pytest.mark.parametrize(
    "body",
    [
        "Item {\n    Text {\n        text: root.x\n    }\n}\n",
        "Item {\n    function long() {\n" + "        a();\n" * 9 + "    }\n}\n",
        "Item {\n" + "    Item {}\n" * 200 + "}\n",
        "Shape {\n}\n",
        "Item {\n    Repeater {\n        model: 3\n\n        Shape {\n        }\n    }\n}\n",
        "Item {\n    Loader {\n        sourceComponent: Shape {\n        }\n    }\n}\n",
        "Item {\n    component Line: Shape {\n    }\n}\n",
    ],
    ids=[
        *("text without format", "long script", "long file"),
        *("outermost shape", "shape repeated", "shape loaded", "component of a shape"),
    ],
)
def test_a_bad_habit_in_qml_is_seen(body: str) -> None:
    assert list(qml.house_rules("X.qml", f"{qml.BOUND}\n{body}"))


def test_good_qml_breaks_no_rule() -> None:
    body = "Text {\n    textFormat: Text.PlainText\n    onXChanged: {\n        a();\n    }\n}\n"
    body += "Repeater {\n    Item {\n        Shape {\n        }\n    }\n}\n"
    assert list(qml.house_rules("X.qml", f"{qml.BOUND}\nimport QtQuick\n\n{body}")) == []


def test_no_registry_and_no_place_of_a_machine_is_named() -> None:
    hosts = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "debian" + ".org"]
    places = [*(rf"/{folder}/\w" for folder in ("home", "root", "work", "Users")), r"C:\\Users"]
    forbidden = re.compile("|".join([*map(re.escape, hosts), *places]))
    found = {name: hit.group() for name, text in texts() if (hit := forbidden.search(text))}
    assert found == {}


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_paths_that_a_document_names_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"`([\w.-]+(?:/[\w.*-]+)+/?|[\w-]+\.(?:md|json|toml|py))`", text)
    named += re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    made_later = re.compile(r"^(build/|dist/|\.venv/|tour/)|letter", re.IGNORECASE)
    named = [path for path in named if not made_later.search(path)]
    assert named
    assert [path for path in named if not list(ROOT.glob(path.rstrip("/")))] == []


def test_targets_that_a_document_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"):
        named = set(re.findall(r"\bmake ([a-z-]+)`", (ROOT / name).read_text(encoding="utf-8")))
        assert named <= targets, name


@pytest.mark.parametrize("lock", ["run", "dev", "build"])
def test_every_pinned_package_has_hashes(lock: str) -> None:
    text = (ROOT / "build_spec/lock" / f"{lock}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=[a-z])", text) if entry[0].isalpha()]
    assert len(entries) > 15
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_locks_agree_with_each_other_and_with_the_project() -> None:
    pins = [
        dict(
            re.findall(
                r"^([a-z0-9-]+)==(\S+)",
                (ROOT / f"build_spec/lock/{lock}.txt").read_text(encoding="utf-8"),
                re.MULTILINE,
            )
        )
        for lock in ("run", "dev", "build")
    ]
    run, dev, build = pins
    assert run.items() <= dev.items() & build.items()
    assert {name for name in dev.keys() & build.keys() if dev[name] != build[name]} == set()
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = re.findall(r'"([\w-]+)==([\w.]+)"', project)
    assert {name.lower(): version for name, version in named}.items() <= (dev | build).items()


@pytest.mark.parametrize("language", gen_locale.LANGUAGES)
def test_every_text_of_the_interface_is_translated(language: str) -> None:
    path = ROOT / gen_locale.FOLDER / language / "kiosk.po"
    with path.open("rb") as file:
        catalog = gen_locale.read_po(file, locale=language)
    texts_of = {gen_locale.forms(m.id)[0]: gen_locale.forms(m.string) for m in catalog if m.id}
    assert set(texts_of) == set(gen_locale.collect(ROOT))
    needed = [text for text in texts_of if language != "en" or "%n" in text]
    assert [text for text in needed if not all(texts_of[text])] == []


def test_a_translation_keeps_its_places() -> None:
    path = ROOT / gen_locale.FOLDER / "lt" / "kiosk.po"
    with path.open("rb") as file:
        catalog = gen_locale.read_po(file, locale="lt")
    place = re.compile(r"%(?:\d|n)")
    for message in catalog:
        text = gen_locale.forms(message.id)[0]
        for form in gen_locale.forms(message.string) if text else ():
            assert sorted(place.findall(form)) == sorted(place.findall(text)), text


MOST_LINES = {"kiosk": 300, "tools": 300, "bench": 300, "tests": 450}
MOST_LINES_OF_A_FUNCTION = 50


def test_functions_stay_short() -> None:
    long = {
        f"{name}: {node.name}": lines
        for name, text in texts(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def test_python_files_stay_short() -> None:
    hand_written = [
        (name, text)
        for name, text in texts(".py")
        if "Generated" not in text[:200] and name.split("/")[0] in MOST_LINES
    ]
    long = {
        name: lines
        for name, text in hand_written
        if (lines := text.count("\n")) > MOST_LINES[name.split("/")[0]]
    }
    assert long == {}


def test_python_modules_say_what_they_are_for() -> None:
    silent = [
        name for name, text in texts(".py") if text.strip() and not text.startswith(('"""', "#"))
    ]
    assert silent == []
