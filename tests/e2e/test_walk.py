"""Every page of the default bundle, reached by taps on what can be read, in both languages.

Each language is walked on one shape of screen, so that each page is seen in each language and on
each shape; with `JUOSTA_E2E=full` in the environment in all four combinations. The tiles of a
section are tried on one shape each, then on both.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import FULL, Run
from tests.e2e.driver import Content, Kiosk, Stop, say
from tests.e2e.steps import bring_up, go_home, inside

SOME = [("landscape", "en"), ("portrait", "lt")]
OTHERS = [("landscape", "lt"), ("portrait", "en")]

pytestmark = pytest.mark.timeout(600)


def start(run: Run, request: pytest.FixtureRequest, shape: str, language: str) -> Kiosk:
    """A kiosk at home."""
    stand = request.getfixturevalue(shape)
    kiosk = run("--language", language, stand=stand, language=language)
    go_home(kiosk, language)
    return kiosk


def arrive(kiosk: Kiosk, stop: Stop, language: str) -> None:
    """Wait until the title, the place in the story and the way on of a stop are there."""
    wanted = [stop.title, say("%1 of %2", language, stop.number, stop.count), stop.label]

    def there() -> bool:
        nodes = kiosk.nodes()
        return all(kiosk.named(name, nodes) for name in wanted)

    kiosk.wait(f"{stop}", there)


@pytest.mark.parametrize(("shape", "language"), [*SOME, *(OTHERS if FULL else [])])
def test_every_page(run: Run, request: pytest.FixtureRequest, shape: str, language: str) -> None:
    """Home, a section, its first story, and Next through all of them until home again."""
    content = Content(language)
    kiosk = start(run, request, shape, language)
    seen = 0
    for section in content.sections:
        kiosk.tap(content.text(section["title"]))
        first = content.text(section["stories"][0]["title"])
        kiosk.see(content.text(section["lead"]))
        bring_up(kiosk, first, language)
        kiosk.tap(first)
        for stop in content.stops(section):
            arrive(kiosk, stop, language)
            kiosk.tap(stop.label)
            seen += 1
        kiosk.see(content.title)
    print(f"{shape}, {language}: {seen} pages and steps")
    assert seen >= sum(len(s["pages"]) for section in content.sections for s in section["stories"])


@pytest.mark.parametrize(("shape", "language"), OTHERS)
def test_every_story(run: Run, request: pytest.FixtureRequest, shape: str, language: str) -> None:
    """Each story of a section is opened by its tile or card, and Back returns to the section."""
    content = Content(language)
    kiosk = start(run, request, shape, language)
    first = 0 if shape == "landscape" else 1
    for section in content.sections if FULL else content.sections[first::2]:
        kiosk.tap(content.text(section["title"]))
        for story in section["stories"]:
            kiosk.see(content.text(section["lead"]))
            name = content.text(story["title"])
            bring_up(kiosk, name, language)
            kiosk.tap(name)
            kiosk.see(content.text(story["pages"][0]["title"]))
            kiosk.miss(content.text(section["lead"]))
            kiosk.tap(say("Back", language))
        kiosk.see(content.text(section["lead"]))
        kiosk.tap(say("Home", language))
        kiosk.see(content.title)


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
@pytest.mark.parametrize("number", range(len(Content("en").sections)))
def test_four_touches_to_an_answer(
    run: Run, request: pytest.FixtureRequest, tmp_path: Path, shape: str, number: int
) -> None:
    """From attract over any area to a quiz answer, and each touch is answered on the screen."""
    content = Content("en")
    section = content.sections[number]
    story = next(s for s in section["stories"] if s["pages"][0]["blocks"][0]["type"] == "quiz")
    question = story["pages"][0]["blocks"][0]["questions"][0]
    right = next(answer for answer in question["answers"] if answer.get("correct"))
    kiosk = start(run, request, shape, "en")  # the first touch
    names = [section["title"], story["title"], right["text"]]
    for touch, name in enumerate(map(content.text, names), 2):
        node = kiosk.target(name)
        assert inside(kiosk, node), f"{name!r} has to be looked for"
        before = kiosk.picture()
        kiosk.tap_node(node)
        kiosk.wait(f"an answer to touch {touch}", lambda b=before: kiosk.picture() != b)
        kiosk.picture().save(tmp_path / f"touch{touch}.png")
    kiosk.see(say("That’s it."))
