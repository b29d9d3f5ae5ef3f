"""What stands on the screen, as plain records: the checks read these and never Qt.

`tests.visual.tree` fills them from the live interface.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from tests.visual.geometry import Box


@dataclass(frozen=True)
class Words:
    """A visible text or icon. `ink` is where its letters are, `view` what of the screen it may be
    seen in, `bounds` what it must stay in (scrolling columns count with all their content), `host`
    the key of the text that it is a part of: a footnote mark after a last word."""

    text: str
    place: str
    ink: Box
    view: Box
    bounds: Box
    truncated: bool = False
    icon: bool = False
    pixel_size: float = 24
    colour: tuple[int, int, int] = (255, 255, 255)
    opacity: float = 1
    enabled: bool = True
    inside: tuple[int, ...] = ()
    scroller: int = 0
    key: int = 0
    host: int = 0

    @cached_property
    def seen(self) -> Box:
        return self.ink.cut(self.view)

    def __str__(self) -> str:
        words = self.text if len(self.text) < 40 else self.text[:37] + "..."
        return f'{self.place} "{words}" {self.ink}'


@dataclass(frozen=True)
class Target:
    """Whatever one touches. `inside` are the targets around it, `role` its accessible role."""

    key: int
    kind: str
    name: str
    role: str
    box: Box
    view: Box
    bounds: Box
    enabled: bool = True
    inside: tuple[int, ...] = ()
    scroller: int = 0
    order: int = 0

    @cached_property
    def seen(self) -> Box:
        return self.box.cut(self.view)

    def __str__(self) -> str:
        return f'{self.kind} "{self.name}" {self.box}'


@dataclass(frozen=True)
class Cover:
    """An area that takes touches without being a target (the ground of a panel)."""

    box: Box
    order: int
    holds: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Scroller:
    """A column or row whose content is larger than its room."""

    kind: str
    down: bool
    across: bool


@dataclass
class Scene:
    """One screen with everything that stands on it. `focus` are the keys of the targets in the
    order in which Tab reaches them; text instead of a key is something that is no target."""

    stop: str
    screen: str
    box: Box
    u: float
    text_size: str = "standard"
    mirrored: bool = False
    reach: bool = False
    words: list[Words] = field(default_factory=list[Words])
    targets: list[Target] = field(default_factory=list[Target])
    covers: list[Cover] = field(default_factory=list[Cover])
    scrollers: list[Scroller] = field(default_factory=list[Scroller])
    focus: list[int | str] = field(default_factory=list[int | str])
    warnings: list[str] = field(default_factory=list[str])
