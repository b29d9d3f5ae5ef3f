"""Lint and format the QML: `check` finds what is wrong, `format` writes the format.

The lint is qmllint with every category of `.qmllint.ini` and no warning allowed, and the house's
rules that it does not know (`house_rules`). The programs are those of the PySide6 package.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORTS = ROOT / "kiosk" / "qml"
FOLDERS = (IMPORTS, ROOT / "tests")
MOST_LINES = 200
MOST_SCRIPT_LINES = 8
BOUND = "pragma ComponentBehavior: Bound"
FREE = r"^\s*(case .*:|default:|\w+: [\w.]+,?|[{}()\[\];,]*)$"
"""Lines of a script that do nothing: labels, entries of a literal, braces."""
INNER = r"^\s+(\w+: )?[A-Z]\w+ \{"
SHAPE = r"^(\s*)((?:component )?\w+: )?Shape \{"
MAKER = r"^\s*(\w+: )?(Component|Instantiator|Loader|Repeater|SourceLoader) \{"

FORBIDDEN = {
    r"\btextFormat:(?!\s*Text\.PlainText)": "all text is plain: Text.PlainText only",
    r"^\s*import QtQuick\.Controls(?!\.Basic)\b": "import QtQuick.Controls.Basic",
    r"^\s*import (Qt\.labs|QtWeb\w*|QtQuick\.(Dialogs|LocalStorage|Pdf))": "a way out",
    r"^\s*import QtQuick\.VirtualKeyboard": "it has settings of its own, and another licence",
    r"\bDropArea\b|\bDrag\.": "nothing is dragged in or out",
    r"\bQt\.(quit|exit)\b": "staff end the program, through the session",
    r"\bonLink(Activated|Hovered)\b": "there are no links",
    r"^\s*(\w+: )?(Popup|Menu|Dialog|ComboBox|ToolTip) \{|\bToolTip\.": "a second window",
    r"^\s*(\w+: )?Text(Field|Area|Input|Edit) \{": "its menu is a window: keys of our own",
    r"\bparent\.parent\b": "hand the value down as a property",
    r"\bQt\.openUrlExternally\b|\bXMLHttpRequest\b|\bWebSocket\b": "nothing is opened or loaded",
    r"\bQt\.createQmlObject\b|\beval\(": "no program text made at run time",
    r"^\s*required property var\b": "an input has a type",
}
"""What a line of QML may not hold -> why."""


def program(name: str) -> Path:
    """A program that lies in the PySide6 package."""
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        raise SystemExit("PySide6 is not installed: run `make test` once")
    return Path(package.origin).parent / name


def sources() -> list[Path]:
    """Every QML file of the repository that is meant to be right."""
    found = {path for folder in FOLDERS for path in folder.rglob("*.qml")}
    return sorted(path for path in found if "fixtures" not in path.parts)


def lint(files: list[Path]) -> tuple[int, str]:
    """Run qmllint over files: its exit code and all that it says."""
    names = [path.relative_to(ROOT) if path.is_relative_to(ROOT) else path for path in files]
    command = [program("qmllint"), "-W", "0", "-I", IMPORTS, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def house_rules(name: str, text: str) -> Iterator[str]:
    """What qmllint does not look for, as "file:line: words"."""
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        yield f"{name}:1: {len(lines)} lines, {MOST_LINES} at most: split it"
    if BOUND not in lines and any(re.match(INNER, line) for line in lines):
        yield f"{name}:1: `{BOUND}` is missing"
    for number, line in enumerate(lines, 1):
        yield from (f"{name}:{number}: {why}" for why in _forbidden(line))
        yield from (f"{name}:{number}: {why}" for why in _bad_habits(lines, number))


def _forbidden(line: str) -> Iterator[str]:
    code = line.split("//", maxsplit=1)[0]
    return (why for pattern, why in FORBIDDEN.items() if re.search(pattern, code))


def _bad_habits(lines: list[str], number: int) -> Iterator[str]:
    onward = lines[number - 1 :]
    if re.match(r"^\s*(\w+: )?Text \{", onward[0]) and not _plain(onward):
        yield "a Text says `textFormat: Text.PlainText`"
    if _is_made(lines[:number]):
        yield "an Item goes around a Shape that is made on its own"
    length = _script_length(onward)
    if length > MOST_SCRIPT_LINES:
        yield f"{length} lines of JavaScript, {MOST_SCRIPT_LINES} at most"


def _body(lines: list[str]) -> list[str]:
    """The lines between an opening brace at the end of the first line and its closing one."""
    closing = lines[0][: len(lines[0]) - len(lines[0].lstrip())] + "}"
    ends = (i for i, line in enumerate(lines) if i and line.rstrip(",;)") == closing)
    return lines[1 : next(ends, 1)]


def _plain(lines: list[str]) -> bool:
    return any(line.strip() == "textFormat: Text.PlainText" for line in _body(lines))


def _is_made(lines: list[str]) -> bool:
    """Whether the Shape in the last line is the outermost item of what something makes.

    When the making is given up, Qt frees the paths of such a Shape and not the Shape itself, which
    looks at them once more: the program ends.
    """
    shape = re.match(SHAPE, lines[-1])
    if shape is None:
        return False
    indent, name = shape.groups()
    around = (line for line in reversed(lines[:-1]) if line.strip() and not line.startswith(indent))
    return bool(name) or not indent or bool(re.match(MAKER, next(around, "")))


def _script_length(lines: list[str]) -> int:
    """Lines of the function or handler that opens in the first line; those that do something."""
    opening = r"^\s*(function \w+\(.*|on[A-Z]\w*:( function)?.*|.*=> )\{\s*$"
    if not re.match(opening, lines[0]):
        return 0
    return sum(not re.match(FREE, line) for line in _body(lines))


def formatted(path: Path) -> str:
    """A file as qmlformat writes it."""
    command = [program("qmlformat"), "--newline", "unix", path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def check() -> int:
    """Print every problem; how many kinds of check failed."""
    files = sources()
    code, words = lint(files)
    if code:
        print(words)
    problems = [
        problem
        for path in files
        if path.is_relative_to(IMPORTS)  # a test may be long and full of script
        for problem in house_rules(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8"))
    ]
    problems += [
        f"{path.relative_to(ROOT)}:1: not formatted: run `make fmt`"
        for path in files
        if formatted(path) != path.read_text(encoding="utf-8")
    ]
    print(*problems, sep="\n")
    print(f"{len(files)} QML files looked at")
    return int(code != 0) + int(bool(problems))


def write_format() -> int:
    """Format every file in place."""
    for path in sources():
        text = formatted(path)
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8")
            print(f"formatted {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(write_format() if sys.argv[1:] == ["format"] else check())
