"""One visit after the other: waking, the question at the end of patience, and the fresh start."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Run
from tests.e2e.driver import Content, Kiosk, say
from tests.e2e.steps import choices, go_home, open_story, quiz_of

SHORT = "[idle]\nseconds = 10\npanel_seconds = 10\nwarning_seconds = 5\n"
IDLE_SECONDS = 10
WARNING_SECONDS = 5
WATCH_SECONDS = 1.5
"""How long nothing may happen where nothing should: longer than any change of screen takes."""

QUESTION = say("Are you still there?")
BEGIN = say("Touch to begin")


def stays(kiosk: Kiosk, what: str, condition: Callable[[], bool]) -> None:
    """Fail when a condition does not hold for a while."""
    end = time.monotonic() + WATCH_SECONDS
    while time.monotonic() < end:
        assert condition(), f"{what} did not last\n{kiosk.describe()}"


def at_home(kiosk: Kiosk, content: Content) -> bool:
    """Whether home is on the screen with nothing over it."""
    nodes = kiosk.nodes()
    panel = kiosk.named(say("Make it easier"), nodes)
    return bool(kiosk.named(content.title, nodes)) and not panel


@pytest.mark.parametrize("taps", [1, 2, 3])
@pytest.mark.parametrize("below", ["band", "button"])
def test_the_waking_tap_presses_nothing(run: Run, below: str, taps: int) -> None:
    """A tap on the attract loop, where home has a target, shows home and no more."""
    content = Content("en")
    kiosk = run()
    go_home(kiosk)
    band = kiosk.target(content.text(content.sections[1]["title"]))
    button = kiosk.target(say("Accessibility"))
    kiosk.end()
    kiosk = run()
    kiosk.stand.finger.tap((band if below == "band" else button).centre, times=taps)
    kiosk.see(content.title)
    stays(kiosk, "home", lambda: at_home(kiosk, content))
    kiosk.tap(band.name)
    kiosk.see(content.text(content.sections[1]["lead"]))


def test_the_question(run: Run) -> None:
    """It comes after a while; a touch anywhere or its button keep the visit, the other ends it."""
    content = Content("en")
    section = content.sections[0]
    story = section["stories"][0]
    kiosk = run(settings=SHORT)
    go_home(kiosk)
    open_story(kiosk, content, section, story)
    title = content.text(story["pages"][0]["title"])
    begun = time.monotonic()
    kiosk.see(QUESTION)
    assert time.monotonic() - begun > IDLE_SECONDS - 2, "the question came too early"
    home = next(node for node in kiosk.nodes() if node.name == say("Home"))
    with kiosk.stand.finger.held(home.centre):
        stays(kiosk, "the question under the finger", lambda: kiosk.sees(QUESTION))
    kiosk.miss(QUESTION)
    stays(kiosk, "the page", lambda: kiosk.sees(title))
    kiosk.see(QUESTION)
    kiosk.tap(say("Keep going"))
    kiosk.miss(QUESTION)
    stays(kiosk, "the page", lambda: kiosk.sees(title))
    kiosk.see(QUESTION)
    kiosk.tap(say("Start over"))
    kiosk.see(BEGIN, seconds=WARNING_SECONDS - 1)


def test_a_drag_is_a_visitor(run: Run) -> None:
    """As long as a finger moves over the glass nobody is asked."""
    content = Content("en")
    kiosk = run(settings=SHORT)
    go_home(kiosk)
    finger = kiosk.stand.finger
    end = time.monotonic() + IDLE_SECONDS + 3
    with finger.held((300, 700)):
        while time.monotonic() < end:
            finger.slide((300 + int(time.monotonic() * 40) % 200, 700))
            assert not kiosk.sees(QUESTION), "asked in the middle of a drag"
    assert kiosk.sees(content.title)


def test_the_next_visitor_finds_it_fresh(run: Run) -> None:
    """Language, text size, colours, movement, place and answers are all as at the start."""
    content = Content("en")
    kiosk = run(settings=SHORT)
    fresh = attract_ground(kiosk)
    go_home(kiosk)
    answer_wrongly(kiosk, content)
    change_comfort(kiosk)
    kiosk.tap(say("Language: %1", "en", "English"))
    kiosk.tap("Lietuvių")
    kiosk.see(say("Language: %1", "lt", "Lietuvių"))
    kiosk.see(say("Are you still there?", "lt"))
    kiosk.see(BEGIN)
    kiosk.wait("the dark ground", lambda: attract_ground(kiosk) == fresh)
    go_home(kiosk)
    assert not kiosk.sees(say("Back")), "home is not where the visit began"
    kiosk.tap(say("Accessibility"))
    kiosk.see(say("Make it easier"))
    assert chosen(kiosk) == [say("Standard"), say("Dark")]
    kiosk.tap(say("Done"))
    kiosk.miss(say("Make it easier"))
    section, story, block = quiz_of(content)
    open_story(kiosk, content, section, story)
    for answer in block["questions"][0]["answers"]:
        assert kiosk.target(content.text(answer["text"])).usable, "an answer has been given already"


def attract_ground(kiosk: Kiosk) -> object:
    """The colour of the corner of the screen."""
    return kiosk.picture().getpixel((2, 2))


def answer_wrongly(kiosk: Kiosk, content: Content) -> None:
    """Open the quiz and choose a wrong answer of its first question."""
    section, story, block = quiz_of(content)
    open_story(kiosk, content, section, story)
    answers = block["questions"][0]["answers"]
    wrong = next(answer for answer in answers if not answer.get("correct"))
    kiosk.tap(content.text(wrong["text"]))
    kiosk.wait("the answer to count", lambda: not _open_answers(kiosk, content, answers))


def _open_answers(kiosk: Kiosk, content: Content, answers: list[dict]) -> list[str]:
    names = [content.text(answer["text"]) for answer in answers]
    return [node.name for name in names for node in kiosk.named(name, kiosk.targets())]


def change_comfort(kiosk: Kiosk) -> None:
    """Everything that the accessibility panel has, to the other end."""
    kiosk.tap(say("Accessibility"))
    kiosk.see(say("Make it easier"))
    for name in (say("Less movement"), say("Contrast"), say("Largest")):
        kiosk.tap(name)
        kiosk.wait(f"{name} to be chosen", lambda name=name: choices(kiosk, name))
    assert chosen(kiosk) == [say("Largest"), say("Contrast"), say("Less movement")]
    kiosk.tap(say("Done"))
    kiosk.miss(say("Make it easier"))


def chosen(kiosk: Kiosk) -> list[str]:
    """What is chosen in the accessibility panel."""
    sizes = ("Standard", "Large", "Largest")
    colours = ("Dark", "Light", "Contrast")
    return choices(kiosk, *map(say, (*sizes, *colours, "Less movement")))
