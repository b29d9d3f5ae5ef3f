"""Another museum's bundle shows that museum only: nothing of the default bundle is in the program.

tests/fixtures/museum is a complete bundle of its own (bees; German, French, English). Every screen
and page of it is opened, and all that is written or said there is searched; then the program's
files are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk import icons
from kiosk.content.coverage import Coverage
from kiosk.content.model import Bundle, decode
from kiosk.store.inspect import check_folder
from tests.bridge.screens.conftest import Glass, Open, _tree

ROOT = Path(__file__).parents[3]
MUSEUM = ROOT / "tests" / "fixtures" / "museum"
PROGRAM = ROOT / "kiosk"
OTHERS = re.compile(
    r"lithuan|lietuv|litauen|lituanie|vilni|kaun|klaip|medinink|baltic|baltij|\b1989\b",
    re.IGNORECASE,
)
"""Words of the default bundle's subject."""
KNOWN = {
    ("content/check_words.py", "lithuan"): "names of languages, to say which tag is meant",
    ("content/check_words.py", "lietuv"): "names of languages, to say which tag is meant",
    ("qml/Kiosk/Controls/tokens.json", "lithuan"): "which alphabets the font covers",
    ("bridge/atlas.py", "baltic"): "where the map's outlines are finest",
}
"""Places where the words may stand in the program, and why."""
LETTERS = {".py", ".qml", ".js", ".json", ".po", ".md", ".toml", ".txt", ".qmltypes"}


def bundle() -> Bundle:
    """The museum's bundle."""
    return decode((MUSEUM / "content.json").read_bytes())


@pytest.fixture
def museum(open_glass: Open) -> Glass:
    """The museum's stand, in its attract loop."""
    return open_glass(json.loads((MUSEUM / "content.json").read_bytes()))


def said(glass: Glass) -> list[str]:
    """All that is written on the screen or named to a screen reader, and the window's title."""
    return [
        glass.window.title(),
        *(w for item in _tree(glass.window.contentItem()) for w in of(item)),
    ]


def of(item: QQuickItem) -> Iterator[str]:
    """What an item writes and how it is announced."""
    if item.inherits("QQuickText"):
        yield str(item.property("text"))
    spoken: Any = QAccessible.queryAccessibleInterface(item)
    if spoken:
        yield spoken.text(QAccessible.Text.Name)
        yield spoken.text(QAccessible.Text.Description)


def visits(glass: Glass) -> Iterator[str]:
    """Open every place of the museum in every language; yields where the glass is."""
    shown = bundle()
    yield "attract"
    for language in shown.languages:
        glass.go("startOver", "begin", ("setLanguage", language.tag))
        yield f"{language.tag} home"
        for panel in ("language", "accessibility"):
            glass.go(("openPanel", panel))
            yield f"{language.tag} {panel}"
            glass.go("closePanel")
        for section in shown.sections:
            glass.go(("openSection", section.id))
            yield f"{language.tag} {section.id}"
            for story in section.stories:
                for page in story.pages:
                    glass.go(("openAddress", f"{section.id}/{story.id}/{page.id}"))
                    for step in range(page.step_count):
                        glass.go(("chooseStep", step))
                        yield f"{language.tag} {section.id}/{story.id}/{page.id} {step}"
                    glass.go(("openPanel", "sources"))
                    yield f"{language.tag} {section.id}/{story.id}/{page.id} sources"
                    glass.go("closePanel")


def test_the_museum_is_a_sound_bundle_of_its_own() -> None:
    problems = check_folder(MUSEUM, icons=frozenset(icons.glyphs()), coverage=Coverage())
    assert [f"{p.code} {p.place}: {p.words}" for p in problems] == []
    assert [language.tag for language in bundle().languages] == ["de", "fr", "en"]
    assert "chain" not in {scene.scene for scene in bundle().attract}


def test_no_screen_shows_another_museums_words(museum: Glass) -> None:
    found = [f"{at}: {w}" for at in visits(museum) for w in said(museum) if OTHERS.search(w)]
    assert found == []


def test_everything_shown_first_is_the_museums_own(museum: Glass) -> None:
    shown = bundle()
    words = said(museum)
    assert museum.window.title() == shown.mark["en"]
    assert {shown.attract[0].line["en"], shown.mark["en"]} <= set(words)
    assert museum.has_button("Touch and come in")
    assert {"Berühren und eintreten", "Touchez et entrez"} <= set(words)
    museum.go("begin", ("setLanguage", "fr"))
    home = " ".join(said(museum))
    for part in (shown.title, shown.lead, shown.mark, *(s.title for s in shown.sections)):
        assert part["fr"] in home
    museum.go(("openAddress", "keeper/quiz/questions"))
    quiz = " ".join(said(museum))
    assert "Qui quitte sa cellule" in quiz
    assert "L’ouvrière" in quiz


def test_a_language_without_words_of_its_own_invites_once(open_glass: Open) -> None:
    document = json.loads((MUSEUM / "content.json").read_bytes())
    del document["invitation"]
    assert open_glass(document).session.property("invitations") == []


def program_files() -> Iterator[tuple[str, str]]:
    """Every file of letters of the program with its text, but for the Lithuanian catalog and what
    speaks of every country of the world."""
    for path in sorted(PROGRAM.rglob("*")):
        name = path.relative_to(PROGRAM).as_posix()
        if path.suffix in LETTERS and not name.startswith(
            (
                "locale/lt/",
                "factory/",
                "bridge/outlines/",
                "bridge/countries/",
                "content/countries.py",
            )
        ):
            yield name, path.read_text(encoding="utf-8")


def test_the_program_knows_no_museum() -> None:
    files = list(program_files())
    assert len(files) > 150
    found = {(n, f.casefold()) for n, text in files for f in OTHERS.findall(text)}
    assert found - set(KNOWN) == set()


def test_what_is_excused_is_still_there() -> None:
    texts = dict(program_files())
    gone = [key for key in KNOWN if key[0] in texts and key[1] not in texts[key[0]].casefold()]
    assert gone == []
