"""Write what the look's tokens say as QML and Python: palettes, type scale, glyphs and motifs.

`tokens.json` beside the controls is the only place where a colour, a type size or a pattern is
written by hand. `write_theme(root)` turns it into small typed files, so that nothing has to be
read or parsed when the kiosk starts. Must not import Qt.
"""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from typing import Any

CONTROLS = Path("kiosk/qml/Kiosk/Controls")
HEAD = "// Generated from tokens.json by tools/gen_theme.py. Do not edit.\n"
PALETTES = {"dark": "DarkPalette", "light": "LightPalette", "highContrast": "ContrastPalette"}
ACCENTS = {
    "sea": "accentInternational",
    "fir": "accentCyber",
    "brick": "accentCity",
    "flax": "accentInnovation",
}
MIRRORED = re.compile(r"^(?P<plain>[\w-]+) \((?P<mirrored>[\w-]+) in RTL\)$")


def _colours(theme: dict[str, Any]) -> dict[str, str]:
    """Role name -> colour; an accent has its own name (sea) and its band's ground (seaTint)."""
    roles = {k: v for k, v in theme["colors"].items() if not k.startswith("accent")}
    roles["amberInk"] = roles.pop("onAmber")  # QML takes "onAmber:" for a signal handler
    for name, token in ACCENTS.items():
        roles[name] = theme["colors"][token]
        roles[f"{name}Tint"] = theme["bandTint"][token]
    return roles


def palette_base(tokens: dict[str, Any]) -> str:
    """The type that all palettes share: every role as a typed property."""
    lines = [f"    property color {role}" for role in _colours(tokens["themes"]["dark"])]
    return HEAD + "import QtQuick\n\nQtObject {\n" + "\n".join(lines) + "\n}\n"


def palette(theme: dict[str, Any]) -> str:
    """One palette as QML."""
    lines = [f'    {role}: "{colour}"' for role, colour in _colours(theme).items()]
    return HEAD + "import QtQuick\n\nThemePalette {\n" + "\n".join(lines) + "\n}\n"


def _table(name: str, values: dict[str, float]) -> str:
    """A lookup as QML, one entry per line as the formatter wants it."""
    entries = ",\n".join(f'            "{key}": {value}' for key, value in values.items())
    return f"    readonly property var {name}: ({{\n{entries}\n        }})\n"


def type_scale(tokens: dict[str, Any]) -> str:
    """Role -> [size in u, weight, tracking, line, heading scale, size in portrait]."""
    rows = []
    for role, spec in tokens["type"].items():
        if "weight" not in spec:
            continue
        values = [spec["size"], spec["weight"], spec["tracking"], spec["line"]]
        values += [spec["scale"] == "th", spec.get("portrait", spec["size"])]
        rows.append(f'            "{role}": {json.dumps(values)}')
    scales = tokens["textScale"]
    tables = {
        "heavier": dict(sorted(tokens["highContrastWeights"].items())),
        "textScales": {k: v["text"] for k, v in scales.items()},
        "headingScales": {k: v["heading"] for k, v in scales.items()},
    }
    body = (
        "    // role: [size in u, weight, tracking in em, line, heading scale, size in portrait]\n"
        "    readonly property var roles: ({\n" + ",\n".join(rows) + "\n        })\n"
    )
    body += "".join(_table(name, values) for name, values in tables.items())
    return HEAD + "import QtQuick\n\nQtObject {\n" + body + "}\n"


def charmap() -> dict[str, str]:
    """qtawesome's mdi6 names -> code point in hex, without importing the package."""
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise SystemExit("qtawesome is not installed: run 'make run' or 'make test' once")
    fonts = Path(spec.origin).parent / "fonts"
    (path,) = fonts.glob("materialdesignicons6-webfont-charmap-*.json")
    return json.loads(path.read_text(encoding="utf-8"))


def _escape(code: str) -> str:
    return f'"\\u{{{code.removeprefix("0x")}}}"'


def glyphs(tokens: dict[str, Any], codes: dict[str, str]) -> str:
    """The interface's own icons by meaning; arrows know the reading direction."""
    lines = []
    for meaning, icon in tokens["font"]["icons"]["map"].items():
        both = MIRRORED.match(icon)
        if both:
            plain, mirrored = _escape(codes[both["plain"]]), _escape(codes[both["mirrored"]])
            value = f"mirrored ? {mirrored} : {plain}"
        else:
            value = _escape(codes[icon])
        lines.append(f"    readonly property string {meaning}: {value}")
    head = "import QtQuick\n\nQtObject {\n    property bool mirrored: false\n"
    return HEAD + head + "\n".join(lines) + "\n}\n"


def motifs(tokens: dict[str, Any]) -> str:
    """The patterns and the stitch as Python data."""
    weave = tokens["weave"]
    stitch = weave["stitch"]
    low, high = stitch["opacityJitter"]
    lines = [
        '"""The sash patterns: 0 ground, 1 accent, 2 linen; one string per row of stitches.',
        "",
        "Generated from tokens.json by tools/gen_theme.py. Do not edit.",
        '"""',
        "",
        f"ROWS = {weave['rows']}",
        f"INSET = {stitch['inset']}",
        f"RADIUS = {stitch['radius']}",
        f"SHADE = {stitch['shade']}",
        f"JITTER = ({float(low)}, {float(high)})",
        f"GROUND = {weave['ground']['opacity']}",
        "",
        "MOTIFS: dict[str, tuple[str, ...]] = {",
    ]
    for name, motif in weave["motifs"].items():
        lines.append(f'    "{name}": (')
        lines += [f'        "{row}",' for row in motif["rows"]]
        lines.append("    ),")
    return "\n".join([*lines, "}", ""])


def theme_files(tokens: dict[str, Any], codes: dict[str, str]) -> dict[Path, str]:
    """Path inside the repository -> text of every generated file."""
    files = {CONTROLS / f"{PALETTES[k]}.qml": palette(v) for k, v in tokens["themes"].items()}
    files[CONTROLS / "ThemePalette.qml"] = palette_base(tokens)
    files[CONTROLS / "TypeScale.qml"] = type_scale(tokens)
    files[CONTROLS / "Glyphs.qml"] = glyphs(tokens, codes)
    files[Path("kiosk/bridge/motifs.py")] = motifs(tokens)
    return files


def write_theme(root: Path) -> list[Path]:
    """Write the generated files below the repository's root; says which ones changed."""
    tokens = json.loads((root / CONTROLS / "tokens.json").read_text(encoding="utf-8"))
    changed = []
    for path, text in theme_files(tokens, charmap()).items():
        target = root / path
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed


if __name__ == "__main__":
    write_theme(Path(__file__).resolve().parent.parent)
