"""The content that is shown: whole, rehearsed, complete in its languages, its pictures readable.

What is looked at is what the next start would show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk import factory, icons
from kiosk.content.coverage import Coverage
from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.content.problems import Problem
from kiosk.doctor.findings import Finding
from kiosk.paths import Places
from kiosk.settings import Settings
from kiosk.store import reader
from kiosk.store.inspect import check_folder
from kiosk.store.records import FACTORY
from kiosk.store.rehearsed import Rehearsed
from kiosk.store.versions import Store

MISSING_TEXT = "W208"
SHOWN_MOST = 3
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})


@dataclass(frozen=True)
class Shown:
    """What would be shown: its folder, its version, the bundle; and why no better one, in words."""

    folder: Path
    version: str
    bundle: Bundle
    passed_over: tuple[str, ...] = ()


def shown(places: Places) -> Shown | None:
    """What the next start would show; None when nothing at all can be read."""
    store = Store(places.content)
    ways = [(store.path(active.id), active.id) for active in store.candidates()]
    worse: list[str] = []
    for folder, version in [*ways, (factory.default_content(), FACTORY)]:
        try:
            return Shown(folder, version, reader.load(folder).bundle, tuple(worse))
        except ContentError as error:
            worse.append(f"{version} cannot be shown: {error.words}")
    return None


def look(places: Places, settings: Settings, found: Shown | None) -> Iterator[Finding]:
    """All about the content."""
    if found is None:
        words = "No content can be read, not even that of the program."
        yield Finding("content", "red", words, "Install the program again.", "E101")
        return
    try:
        problems = check_folder(found.folder, icons=_icon_names(), coverage=Coverage())
    except ContentError as error:
        yield Finding("content", "red", error.words, error.fix, error.code)
        return
    yield from _content(places, found, problems)
    yield _rehearsal(places, found)
    yield from _languages(settings, found.bundle, problems)
    yield _pictures(found.folder)


def _content(places: Places, found: Shown, problems: list[Problem]) -> Iterator[Finding]:
    trouble = Store(places.content).trouble()
    for words in filter(None, (trouble, *found.passed_over)):
        yield Finding("content", "amber", words, "Install the content again.")
    errors = [each for each in problems if each.severity == "error"]
    for each in errors[:SHOWN_MOST]:
        where = f"{each.place}: " if each.place else ""
        yield Finding("content", "red", f"{where}{each.words}", each.fix, each.code)
    if len(errors) > SHOWN_MOST:
        words = f"{len(errors) - SHOWN_MOST} more errors in the content."
        yield Finding("content", "red", words, f"kiosk check {found.folder} names them all.")
    if not errors:
        pages = sum(len(story.pages) for part in found.bundle.sections for story in part.stories)
        name = "the program's own content" if found.version == FACTORY else found.version
        yield Finding("content", "green", f"{name}: {found.bundle.version}, {pages} pages")


def _rehearsal(places: Places, found: Shown) -> Finding:
    if found.version == FACTORY:
        return Finding("rehearsal", "green", "came with the program, rehearsed before that")
    memory = Rehearsed(places.rehearsed)
    try:
        passed = [
            shape
            for portrait, shape in ((False, "landscape"), (True, "portrait"))
            if memory.holds(memory.proof(found.folder, portrait=portrait))
        ]
    except OSError as error:
        words = f"The content cannot be read ({error.strerror})."
        return Finding("rehearsal", "red", words, "Install the content again.")
    if passed:
        return Finding("rehearsal", "green", f"every page was drawn here, {' and '.join(passed)}")
    words = "Nobody has drawn every page of this content on this stand with this program."
    return Finding("rehearsal", "amber", words, "Install it once more, or look through it.")


def _languages(settings: Settings, bundle: Bundle, problems: list[Problem]) -> Iterator[Finding]:
    tags = [each.tag for each in bundle.languages]
    strange = [tag for tag in (settings.languages.start, *settings.languages.order) if tag]
    strange = [tag for tag in dict.fromkeys(strange) if tag not in tags]
    if strange:
        words = f"The settings name {', '.join(strange)}, which the content does not have."
        yield Finding("languages", "amber", words, "kiosk config set languages.start en")
    missing = [each for each in problems if each.code == MISSING_TEXT]
    for each in missing[:SHOWN_MOST]:
        where = f"{each.place}: " if each.place else ""
        yield Finding("languages", "amber", f"{where}{each.words}", each.fix, each.code)
    if not missing and not strange:
        offered = [tag for tag in tags if tag not in settings.languages.off]
        yield Finding("languages", "green", f"complete: {', '.join(offered or tags)}")


def _pictures(folder: Path) -> Finding:
    """Decode every picture to its last line."""
    from PIL import Image  # takes a while to import

    assets = folder / "assets"
    files = [
        path
        for path in sorted(assets.rglob("*"))
        if path.suffix.lower() in _PICTURES and path.is_file()
    ]
    for path in files:
        try:
            with Image.open(path) as picture:
                picture.load()
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            words = f"{path.relative_to(folder)} cannot be read ({error})."
            return Finding("pictures", "red", words, "Install the content again.", "E151")
    return Finding("pictures", "green", f"all {len(files)} can be read")


def _icon_names() -> frozenset[str] | None:
    try:
        return frozenset(icons.glyphs())
    except icons.IconsMissingError:
        return None
