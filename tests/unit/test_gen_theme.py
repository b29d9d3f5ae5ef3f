"""The generated look: complete, up to date, and true to the tokens."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTROLS = ROOT / "kiosk" / "qml" / "Kiosk" / "Controls"


@pytest.fixture(scope="module")
def gen() -> ModuleType:
    """tools/gen_theme.py as a module."""
    spec = importlib.util.spec_from_file_location("gen_theme", ROOT / "tools" / "gen_theme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def tokens() -> dict:
    """The tokens."""
    return json.loads((CONTROLS / "tokens.json").read_text(encoding="utf-8"))


def test_committed_files_are_what_the_tokens_say(gen: ModuleType, tokens: dict) -> None:
    for path, text in gen.theme_files(tokens, gen.charmap()).items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, f"run make gen: {path}"


def test_palettes_have_the_same_roles(gen: ModuleType, tokens: dict) -> None:
    roles = [
        set(re.findall(r"^    (\w+):", gen.palette(theme), re.MULTILINE))
        for theme in tokens["themes"].values()
    ]
    base = set(re.findall(r"property color (\w+)", gen.palette_base(tokens)))
    assert roles == [base, base, base]
    assert {"sea", "firTint", "amberInk"} <= base


def test_no_role_looks_like_a_signal_handler(gen: ModuleType, tokens: dict) -> None:
    """QML would take `onAmber: ...` for a handler and leave the colour black."""
    names = re.findall(r"property \w+ (\w+)", gen.palette_base(tokens))
    assert [name for name in names if re.match(r"on[A-Z]", name)] == []


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.x."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.x."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["dark", "light", "highContrast"])
@pytest.mark.parametrize("ground", ["background", "surface", "raised"])
def test_words_can_be_read_on_every_ground(tokens: dict, name: str, ground: str) -> None:
    colours = tokens["themes"][name]["colors"]
    for ink in ("text", "muted", "amber"):
        assert contrast(colours[ink], colours[ground]) >= 7, ink
    assert contrast(colours["controlBorder"], colours[ground]) >= 4
    assert contrast(colours["onAmber"], colours["amber"]) >= 7


@pytest.mark.parametrize("name", ["dark", "light", "highContrast"])
def test_accents_can_be_read_on_their_bands(tokens: dict, name: str) -> None:
    theme = tokens["themes"][name]
    for accent, tint in theme["bandTint"].items():
        assert contrast(theme["colors"][accent], tint) >= 7
        assert contrast(theme["colors"]["text"], tint) >= 7


def test_arrows_have_two_directions(gen: ModuleType, tokens: dict) -> None:
    text = gen.glyphs(tokens, gen.charmap())
    for name in ("back", "next", "previous", "forward"):
        assert re.search(rf"string {name}: mirrored \?", text), name
    assert re.search(r'string home: "', text)


def test_writes_only_what_changed(gen: ModuleType, tmp_path: Path) -> None:
    for folder in (CONTROLS, ROOT / "kiosk" / "bridge"):
        (tmp_path / folder.relative_to(ROOT)).mkdir(parents=True)
    target = tmp_path / CONTROLS.relative_to(ROOT) / "tokens.json"
    target.write_bytes((CONTROLS / "tokens.json").read_bytes())
    assert len(gen.write_theme(tmp_path)) == 7
    assert gen.write_theme(tmp_path) == []
