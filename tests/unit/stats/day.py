"""A made-up day of visits: what visitors do, and what must be counted, by the rules on paper.

Every visit is written down together with its counts. Nothing here asks the machine or the observer
what happened.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.visit import events as ev

Step = tuple[float, ev.Event]
"""Seconds after the step before, and what happens."""

PAGES = {
    (0, 0, 0): "a/one/first",
    (0, 0, 1): "a/one/second",
    (0, 1, 0): "a/ask/quiz",
    (1, 0, 0): "b/last/code",
}
RIGHT = (0, 2)


@dataclass
class Script:
    """The steps of one visit and the counts it must leave, in the hour given by seconds from 0."""

    steps: list[Step] = field(default_factory=list[Step])
    counts: list[tuple[float, str, str]] = field(default_factory=list[tuple[float, str, str]])
    at: float = 0.0
    language: str = "en"
    answered: bool = False

    def do(self, after: float, event: ev.Event) -> None:
        self.at += after
        self.steps.append((after, event))

    def count(self, kind: str, item: str = "", *, at: float | None = None) -> None:
        self.counts.append((self.at if at is None else at, kind, item))


def _class(seconds: float, ends: dict[float, str], last: str) -> str:
    return next((name for end, name in ends.items() if seconds < end), last)


def page_class(seconds: float) -> str:
    return _class(seconds, {5: "0-5", 15: "5-15", 60: "15-60"}, "60-")


def visit_class(seconds: float) -> str:
    ends = {15: "0-15", 60: "15-60", 180: "60-180", 600: "180-600"}
    return _class(seconds, {float(end): name for end, name in ends.items()}, "600-")


def _look(script: Script, chance: random.Random) -> None:
    """One page: it comes, something is done on it, it goes."""
    where = chance.choice(list(PAGES))
    script.do(chance.uniform(0.5, 20), ev.OpenStory(*where))
    arrived = script.at
    script.do(chance.choice([chance.uniform(0.5, 1.9), chance.uniform(2.1, 50)]), ev.Touched())
    seen_at = script.at
    if seen_at - arrived >= 2:
        _view(script, where)
        _use(script, chance, where)
    script.do(chance.uniform(0.5, 30), ev.GoHome())
    if seen_at - arrived < 2 <= script.at - arrived:
        seen_at = script.at
        _view(script, where)
    if seen_at - arrived >= 2:
        script.count("page_time", page_class(script.at - arrived), at=seen_at)


def _view(script: Script, where: tuple[int, int, int]) -> None:
    script.count("page", PAGES[where])
    script.count("language", script.language)
    if where == (1, 0, 0):
        script.count("code", PAGES[where])


def _use(script: Script, chance: random.Random, where: tuple[int, int, int]) -> None:
    """An answer, a panel, another language; of two answers to a question the first one counts."""
    if where == (0, 1, 0) and chance.random() < 0.7:
        answer = chance.randrange(3)
        script.do(1, ev.ChooseAnswer(answer))
        if not script.answered:
            script.count("right" if answer == RIGHT[0] else "wrong", f"{PAGES[where]}/1")
        script.answered = True
    if chance.random() < 0.3:
        panel = chance.choice(["language", "accessibility", "sources"])
        script.do(1, ev.OpenPanel(panel))  # type: ignore[arg-type]
        script.count("panel", panel)
        if panel == "sources" and where in {(0, 0, 0), (0, 1, 0)}:
            script.count("code", "sources")
        if panel == "language":
            script.language = chance.choice(["en", "lt"])
            script.do(1, ev.SetLanguage(script.language))
        script.do(1, ev.ClosePanel())


def visitor(chance: random.Random) -> Script:
    """A visit of nought to six pages that ends by hand or by walking away."""
    script = Script()
    script.do(0, ev.Begin())
    script.count("visit")
    for _ in range(chance.choice([0, 1, 1, 2, 3, 6])):
        _look(script, chance)
    if chance.random() < 0.3:
        script.do(chance.uniform(1, 20), ev.StartOver())
        script.count("end", "start_over", at=0)
        script.count("visit_time", visit_class(script.at), at=0)
    else:
        last = script.at
        script.do(60, ev.Tick())
        script.do(30, ev.Tick())
        script.count("end", "idle", at=0)
        script.count("visit_time", visit_class(last), at=0)
    return script


def staff(chance: random.Random) -> Script:
    """Somebody of the staff goes to their screens: nothing is counted."""
    script = Script()
    script.do(0, ev.Begin())
    script.do(chance.uniform(1, 10), ev.OpenStaff())
    for _ in range(6):
        script.do(1, ev.Touched())
    script.do(1, ev.AcceptPin())
    script.do(chance.uniform(1, 100), ev.Touched())
    script.do(1, ev.LeaveStaff())
    return script


def day(seed: int, visits: int) -> Iterator[Script]:
    """Visits of visitors, and now and then staff between them."""
    chance = random.Random(seed)
    for _ in range(visits):
        if chance.random() < 0.03:
            yield staff(chance)
        yield visitor(chance)


def expected(seed: int, visits: int, began: list[float]) -> Counter[tuple[int, str, str]]:
    """Hours since the first visit, kind and item: how often. `began` holds when each script did."""
    total: Counter[tuple[int, str, str]] = Counter()
    for script, start in zip(day(seed, visits), began, strict=True):
        for at, kind, item in script.counts:
            total[(int((start + at) // 3600), kind, item)] += 1
    return total
