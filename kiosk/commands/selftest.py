"""`kiosk --self-test`: whether everything that the program is made of came along and works here.

Draws every page of the content that comes with the program in every language, out of sight, and
with it every type of block; loads every command, every language of the interface and what is
otherwise loaded late. For a package just installed, and for a system nobody has tried before.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk import catalogs, factory, icons, progress, rehearsal
from kiosk.commands import COMMANDS, HIDDEN
from kiosk.content.blocks import BLOCK_TYPES
from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.store import reader

NAME = "selftest"
HELP = "try everything that the program is made of"

LATE = (
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "PIL.WebPImagePlugin",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "jeepney",
    "jsonschema",
    "platformdirs",
    "rich.progress",
    "segno",
    "sqlite3",
)
"""What commands and panels load when they need it, so that a drawing alone would not miss it."""
_LANGUAGE = "en"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command: none."""
    parser.epilog = "example: kiosk --self-test"


def run(_options: argparse.Namespace) -> int:
    """Try all; 0 and READY with counts when nothing is wrong, 1 with words when something is."""
    begun = time.monotonic()
    problems = [*_modules(), *_data()]
    counts = ""
    try:
        shown = reader.load(factory.default_content()).bundle
        problems += _drawn(factory.default_content(), "Drawing every page")
        if kinds_of(shown) != set(BLOCK_TYPES):
            problems += _drawn(factory.demo_content(), "Drawing every type of block")
        counts = _counts(shown)
    except ContentError as error:
        problems.append(f"{error.words} {error.fix}")
    for words in problems:
        sys.stderr.write(f"{words}\n")
    if problems:
        sys.stderr.write("This program is not whole. Install it again from a stick that is.\n")
        return 1
    print(f"READY: {counts}, in {time.monotonic() - begun:.0f} seconds.")
    return 0


def kinds_of(bundle: Bundle) -> set[str]:
    """The types of the blocks on the pages of a bundle."""
    names = {kind: name for name, kind in BLOCK_TYPES.items()}
    return {
        names[type(block)]
        for section in bundle.sections
        for story in section.stories
        for page in story.pages
        for block in page.blocks
    }


def interface_languages() -> list[str]:
    """The languages that the interface speaks."""
    return sorted(path.parent.name for path in catalogs.LOCALE_FOLDER.glob("*/kiosk.mo"))


def _modules() -> Iterator[str]:
    """Every command and what is loaded late."""
    own = [f"kiosk.commands.{name}" for name in (*COMMANDS, *HIDDEN)]
    for name in (*own, *LATE):
        try:
            importlib.import_module(name)
        except (ImportError, OSError) as error:
            yield f"A part of the program cannot be loaded: {name} ({error})."


def _data() -> Iterator[str]:
    """The texts of the interface and the icons."""
    for language in interface_languages():
        if language != _LANGUAGE and catalogs.interface_text(language, "Next") == "Next":
            yield f"The texts of the interface are missing in the language {language}."
    try:
        icons.glyphs()
    except (icons.IconsMissingError, OSError, ValueError) as error:
        yield f"The icons are missing ({error})."


def _drawn(content: Path, words: str) -> list[str]:
    with progress.steps_of(words) as show:
        return rehearsal.rehearse(content, progress=show)


def _counts(bundle: Bundle) -> str:
    pages = sum(len(story.pages) for section in bundle.sections for story in section.stories)
    languages = " ".join(language.tag for language in bundle.languages)
    return (
        f"{len(BLOCK_TYPES)} types of blocks, {pages} pages in {len(bundle.languages)} languages "
        f"({languages}), {len(interface_languages())} languages of the interface "
        f"({' '.join(interface_languages())}), {len(icons.glyphs())} icons"
    )
