"""Settings that travel from one stand to the next: a TOML text that people can read and compare.

What is one stand's own stays at home: its name and site and how new content may reach it stand in
comments; the PIN is left out, for with its hash somebody could try all PINs elsewhere. No Qt, no
disk but the settings themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk import tomltext
from kiosk.paths import Places
from kiosk.settings import Settings, read
from kiosk.settings_check import SECRET_KEYS, Problem, check_text, kinds, shown
from kiosk.settings_write import change

STAYS = ("stand.", "updates.", "staff.")
"""Beginnings of the keys that are not copied."""

_HEAD = """# Settings of a Juosta stand, to be copied to the next one.
# A line that begins with # is not copied: it is the stand's own, or not set.
"""


@dataclass(frozen=True)
class Change:
    """One setting that would change, as people read it: its key, what it is now, what comes."""

    key: str
    before: str
    after: str
    value: Any


@dataclass(frozen=True)
class Import:
    """What a copied text would change here. With problems it changes nothing at all.

    `kept` are the keys of the text that stay this stand's own.
    """

    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    kept: tuple[str, ...] = ()


def export_settings(places: Places) -> str:
    """All settings in effect as TOML, in a fixed order, so that two stands can be compared."""
    settings = read(places).settings
    lines: list[str] = [_HEAD.rstrip()]
    section = ""
    for key in kinds(Settings):
        if key in SECRET_KEYS:
            continue
        table, _, name = key.partition(".")
        if table != section:
            section = table
            lines += ["", f"[{table}]"]
        value = _plain(_value(settings, key))
        if value is None:
            lines.append(f"# {name} is not set")
        else:
            own = "# " if key.startswith(STAYS) else ""
            lines.append(f"{own}{name} = {tomltext.literal(value)}")
    return "\n".join(lines) + "\n"


def import_settings(places: Places, text: bytes, name: Path) -> Import:
    """What a text from another stand would change here. Writes nothing; `name` is for the words."""
    checked = check_text(text, Settings, name)
    if checked.problems:
        return Import(problems=checked.problems)
    now = read(places).settings
    found = {key: value for key, value in checked.values.items() if not key.startswith(STAYS)}
    changes = [
        Change(key, shown(key, _value(now, key)), shown(key, value), value)
        for key, value in found.items()
        if _plain(_value(now, key)) != value
    ]
    kept = [key for key in checked.values if key.startswith(STAYS)]
    return Import(tuple(changes), kept=tuple(kept))


def take_over(places: Places, wanted: Import) -> None:
    """Write what an import would change, durably and all at once. Raises `UnchangedError`."""
    change(places, {each.key: each.value for each in wanted.changes})


def _value(settings: Settings, key: str) -> Any:
    section, _, name = key.partition(".")
    return getattr(getattr(settings, section), name)


def _plain(value: Any) -> Any:
    return [*value] if isinstance(value, tuple) else value
