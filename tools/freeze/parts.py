"""Gathers files for PyInstaller: pairs or triples of where a file lies and where it goes."""

from __future__ import annotations

import fnmatch
import importlib.util
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from tools.freeze import allowed

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "kiosk"
WINDOWS = sys.platform == "win32"
Pair = tuple[str, str]
"""A file and the folder that it goes to, inside the folder of the program's parts."""
Entry = tuple[str, str, str]
"""PyInstaller's: name inside, file outside, kind."""


def modules() -> list[str]:
    """All modules of the kiosk: commands and views are imported by name at run time."""
    found: list[str] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        words = path.relative_to(ROOT).with_suffix("").parts
        found.append(".".join(words[:-1] if words[-1] == "__init__" else words))
    return [name for name in found if name != "kiosk.__main__"]


def package_folder(name: str) -> Path:
    """Where an installed package lies, without running it."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"The package {name} is not installed: make setup-build")
    return Path(next(iter(spec.submodule_search_locations)))


def data() -> list[Pair]:
    """QML, texts, outlines, names of countries, fonts, icons, the bundles that come along."""
    pairs = [*_package_data(), *_fonts(), *_bundle(ROOT, "kiosk/factory")]
    pairs += _bundle(ROOT / "assets" / "demo", "kiosk/demo")
    return [(str(path), target) for path, target in pairs]


def _package_data() -> Iterator[tuple[Path, str]]:
    kinds = {".frag", ".po", ".py", ".pyc", ".pot", ".qmltypes", ".tres"}
    for path in sorted(PACKAGE.rglob("*")):
        kept = path.is_file() and path.suffix not in kinds and "__pycache__" not in path.parts
        if kept and not path.name.startswith(".") and path.suffix not in (".qmlc", ".jsc"):
            yield path, path.parent.relative_to(ROOT).as_posix()


def _fonts() -> Iterator[tuple[Path, str]]:
    for package, patterns in allowed.FONT_FILES.items():
        folder = package_folder(package)
        for pattern in patterns:
            found = sorted(folder.glob(pattern))
            if not found:
                raise SystemExit(f"{package} has no {pattern} any more")
            for path in found:
                yield path, f"{package}/{path.parent.relative_to(folder).as_posix()}"


def _bundle(folder: Path, target: str) -> Iterator[tuple[Path, str]]:
    """A bundle: its content.json and the files of `assets`, not other bundles inside."""
    yield folder / "content.json", target
    for path in sorted((folder / "assets").iterdir()):
        if path.is_file():
            yield path, f"{target}/assets"


def qt_files() -> tuple[list[Pair], list[Pair]]:
    """Qt's allowed plug-ins and QML modules: (libraries, other files)."""
    qt = package_folder("PySide6") if WINDOWS else package_folder("PySide6") / "Qt"
    base = "PySide6" if WINDOWS else "PySide6/Qt"
    libraries = [*_plugins(qt, base)]
    others: list[Pair] = []
    for module in allowed.QML:
        for path in sorted((qt / "qml" / module).iterdir()):
            target = f"{base}/qml/{module}"
            if path.suffix in (".so", ".dll"):
                libraries.append((str(path), target))
            elif path.is_file() and path.suffix != ".qmltypes":
                others.append((str(path), target))
    return libraries, others


def _plugins(qt: Path, base: str) -> Iterator[Pair]:
    mine = allowed.PLUGINS_WINDOWS if WINDOWS else allowed.PLUGINS_LINUX
    form = "{}.dll" if WINDOWS else "lib{}.so"
    for name in (*allowed.PLUGINS_EVERYWHERE, *mine):
        kind, _, plugin = name.partition("/")
        yield str(qt / "plugins" / kind / form.format(plugin)), f"{base}/plugins/{kind}"


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Without what nobody uses and without what must be the system's own."""
    own = set(allowed.FALLBACK)
    return [
        entry
        for entry in entries
        if PurePosixPath(entry[0].replace("\\", "/")).name not in own
        and not any(fnmatch.fnmatch(entry[0].replace("\\", "/"), p) for p in allowed.UNWANTED_FILES)
    ]


def scripts(entries: Iterable[Entry]) -> list[Entry]:
    """Without PyInstaller's start scripts that the kiosk needs none of."""
    return [entry for entry in entries if entry[0] not in allowed.HOOKS_NOT_RUN]


def fallback() -> list[Pair]:
    """This system's copies of the libraries that a bare system lacks (Linux only)."""
    if WINDOWS:
        return []
    listed = subprocess.run(["ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places: dict[str, str] = {}
    for line in listed.splitlines():
        name, _, rest = line.strip().partition(" ")
        if "x86-64" in rest:
            places.setdefault(name, rest.rpartition(" => ")[2])
    missing = [name for name in allowed.FALLBACK if name not in places]
    if missing:
        raise SystemExit(f"Libraries are missing here: {', '.join(missing)}")
    return [(places[name], "fallback") for name in allowed.FALLBACK]
