"""A small bundle's outline, and a driver that feeds events with a clock of its own."""

from __future__ import annotations

import pytest

from kiosk.visit import Comfort, Rules, State, advance, start_state
from kiosk.visit import events as ev
from kiosk.visit.outline import Outline, PageOutline, SectionOutline, StoryOutline

PLAIN = PageOutline()
YEARS = PageOutline(step_count=3, answer_counts=(0, 0, 0))
QUIZ = PageOutline(step_count=2, answer_counts=(4, 2))

OUTLINE = Outline(
    sections=(
        SectionOutline((StoryOutline((PLAIN, YEARS)), StoryOutline((QUIZ, PLAIN)))),
        SectionOutline((StoryOutline((PLAIN,)),)),
    ),
    languages=("en", "lt", "ar"),
)


class Driver:
    """One stand: its rules, its clock and the state of the present visit."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.now = 1000.0
        self.state: State = start_state(rules, self.now)

    def do(self, *events: ev.Event, after: float = 1.0) -> State:
        """Feed events, each some seconds after the one before."""
        for event in events:
            self.now += after
            self.state = advance(self.state, event, self.now, self.rules)
        return self.state

    def wait(self, seconds: float) -> State:
        """Let time pass without anybody there."""
        return self.do(ev.Tick(), after=seconds)


@pytest.fixture
def rules() -> Rules:
    """The stand's rules: light theme and Lithuanian, so that a reset to library defaults shows."""
    return Rules(OUTLINE, language="lt", comfort=Comfort(theme="light"))


@pytest.fixture
def fresh(rules: Rules) -> Driver:
    """A stand in its attract loop."""
    return Driver(rules)


@pytest.fixture
def visit(fresh: Driver) -> Driver:
    """A visitor who has just woken the stand and sees home."""
    fresh.do(ev.Begin())
    return fresh
