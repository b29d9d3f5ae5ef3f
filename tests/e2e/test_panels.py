"""Languages, the accessibility panel, sources, and the ways back."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, Stand, say
from tests.e2e.steps import choices, go_home, is_set, open_story

PANEL = say("Make it easier")
SOURCES = say("Where the numbers come from")


@pytest.fixture
def kiosk(run: Run) -> Kiosk:
    """A kiosk at home."""
    started = run()
    go_home(started)
    return started


def test_start_language(run: Run) -> None:
    """`--language lt` begins in Lithuanian, with the other language invited below."""
    kiosk = run("--language", "lt", language="lt")
    assert kiosk.sees(say("Touch to begin", "en"))
    go_home(kiosk, "lt")
    for section in Content("lt").sections:
        kiosk.see(Content("lt").text(section["title"]))


def test_start_language_of_the_stand(run: Run) -> None:
    """The setting does the same."""
    kiosk = run(language="lt", settings='[languages]\nstart = "lt"\n')
    go_home(kiosk, "lt")


def test_language_chooser(kiosk: Kiosk) -> None:
    """On a page: choosing a language changes every word, keeps the place and closes the panel."""
    english, lithuanian = Content("en"), Content("lt")
    section = english.sections[1]
    story = section["stories"][0]
    open_story(kiosk, english, section, story)
    for content, name in ((lithuanian, "Lietuvių"), (english, "English")):
        before = "English" if name == "Lietuvių" else "Lietuvių"
        other = "en" if name == "Lietuvių" else "lt"
        kiosk.tap(say("Language: %1", other, before))
        kiosk.see(say("Choose your language", other))
        assert choices(kiosk, "English", "Lietuvių") == [before]
        kiosk.tap(name)
        kiosk.see(content.text(story["pages"][0]["title"]))
        kiosk.miss(say("Choose your language", content.language))
        kiosk.see(say("Language: %1", content.language, name))
        kiosk.see(say("Home", content.language))


def test_text_size(kiosk: Kiosk) -> None:
    """Each size makes the title larger than the one before, at once."""
    title = Content("en").title
    kiosk.tap(say("Accessibility"))
    kiosk.see(PANEL)
    assert is_set(kiosk, say("Standard"))
    heights = [kiosk.see(title).height]
    for name in (say("Large"), say("Largest")):
        kiosk.tap(name)
        kiosk.wait(f"{name} to be chosen", lambda name=name: choices(kiosk, name))
        heights.append(kiosk.see(title).height)
    assert heights == sorted(set(heights))
    kiosk.tap(say("Reset"))
    kiosk.wait("the standard size", lambda: is_set(kiosk, say("Standard")))
    assert kiosk.see(title).height == heights[0]


def test_colours(kiosk: Kiosk) -> None:
    """Light is light, contrast is black, and each choice shows at once."""
    kiosk.tap(say("Accessibility"))
    kiosk.see(PANEL)
    dark = ground(kiosk)
    kiosk.tap(say("Light"))
    kiosk.wait("a light ground", lambda: min(ground(kiosk)) > 200)
    kiosk.tap(say("Contrast"))
    kiosk.wait("a black ground", lambda: ground(kiosk) == (0, 0, 0))
    kiosk.tap(say("Dark"))
    kiosk.wait("the dark ground", lambda: ground(kiosk) == dark)
    kiosk.tap(say("Done"))
    kiosk.miss(PANEL)


def ground(kiosk: Kiosk) -> tuple[int, ...]:
    """The colour of a corner that nothing is drawn in."""
    colour = kiosk.picture().getpixel((3, 3))
    assert isinstance(colour, tuple)
    return colour


def test_every_row_of_the_panel_at_the_largest_size(kiosk: Kiosk) -> None:
    """What no longer fits comes with a button, without any drag."""
    kiosk.tap(say("Accessibility"))
    kiosk.see(PANEL)
    kiosk.tap(say("Largest"))
    kiosk.wait("the largest size", lambda: is_set(kiosk, say("Largest")))
    kiosk.tap(say("Show more"))
    kiosk.tap(say("Less movement"))
    kiosk.wait("less movement", lambda: is_set(kiosk, say("Less movement")))
    kiosk.tap(say("Reset"))
    kiosk.wait("the usual movement", lambda: not is_set(kiosk, say("Less movement")))
    kiosk.tap(say("Accessibility"))
    kiosk.miss(PANEL)


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_sources(run: Run, request: pytest.FixtureRequest, shape: str) -> None:
    """The button and a footnote mark show who said it; Done and a tap beside go back."""
    stand: Stand = request.getfixturevalue(shape)
    content = Content("en")
    kiosk = run(stand=stand)
    go_home(kiosk)
    section = content.sections[0]
    open_story(kiosk, content, section, section["stories"][0])
    kiosk.tap(say("Sources"))
    kiosk.see(SOURCES)
    publishers = [source["publisher"] for source in content.bundle["sources"]]
    said = " ".join(f"{node.name} {node.description}" for node in kiosk.nodes())
    assert any(publisher in said for publisher in publishers), kiosk.describe()
    kiosk.tap(say("Done"))
    kiosk.miss(SOURCES)
    kiosk.tap_node(kiosk.named(say("Source %1", "en", 1), kiosk.rest())[0])
    kiosk.see(SOURCES)
    kiosk.stand.finger.tap((8, 8))
    kiosk.miss(SOURCES)
    assert kiosk.sees(content.text(section["stories"][0]["pages"][0]["title"]))


def test_ways_back(kiosk: Kiosk) -> None:
    """Back returns step by step the way one came, closes a panel first, and Home is always home."""
    content = Content("en")
    section = content.sections[2]
    first, second = section["stories"][:2]
    open_story(kiosk, content, section, first)
    stops = [stop for stop in content.stops(section) if stop.story == first["id"]]
    for stop in stops:
        kiosk.see(say("%1 of %2", "en", stop.number, stop.count))
        kiosk.tap(stop.label)
    kiosk.see(content.text(second["pages"][0]["title"]))
    kiosk.tap(say("Accessibility"))
    kiosk.see(PANEL)
    kiosk.tap(say("Back"))
    kiosk.miss(PANEL)
    assert kiosk.sees(content.text(second["pages"][0]["title"]))
    kiosk.tap(say("Back"))
    kiosk.see(stops[-1].title)
    if len(stops) > 1:
        kiosk.tap(say("Previous"))
        kiosk.see(stops[-2].title)
    kiosk.tap(say("Back"))
    kiosk.see(content.text(section["lead"]))
    kiosk.tap(say("Back"))
    kiosk.see(content.title)
    kiosk.miss(say("Back"))
    open_story(kiosk, content, section, first)
    kiosk.tap(say("Home"))
    kiosk.see(content.title)
    kiosk.miss(say("Back"))
