"""Which screens are looked at, and in which variants: all of them, or a selection.

The quick selection takes a set of variants in which every pair of options meets, and gives every
stop enough of them that it is seen in each language, size, theme and text size. No Qt.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kiosk.content.model import Bundle
from kiosk.still import Stop, stops
from kiosk.visit import events as ev

SIZES = ((1920, 1080), (1080, 1920), (3840, 2160), (1280, 800), (1024, 768))
LANGUAGES = ("en", "lt", "en-XA", "ar-XB")
TEXTS = ("standard", "large", "largest")
THEMES = ("dark", "light", "contrast")
OPTIONS = (SIZES, LANGUAGES, TEXTS, THEMES)
OWN = ("attract", "closed", "away", "cleaning")
"""What the kiosk does where no visitor's choice of text and reach holds."""
_SCENE = "attract:"
"""Before the number of a scene; a colon stands in no name of a page."""
_MODES = {
    "attract": ("attract",),
    "closed": ("closed",),
    "countdown": ("warning",),
    "staff-pin": ("pin",),
    "staff-message": ("away",),
    "staff-cleaning": ("cleaning",),
}


@dataclass(frozen=True)
class Variant:
    """One way in which a screen can be shown."""

    size: tuple[int, int]
    language: str
    text: str
    theme: str

    def __str__(self) -> str:
        return f"{self.size[0]}x{self.size[1]} {self.language} {self.text} {self.theme}"

    @property
    def values(self) -> tuple[object, ...]:
        return (self.size, self.language, self.text, self.theme)


@dataclass(frozen=True)
class Errand:
    """A variant and the names of the stops to look at in it."""

    variant: Variant
    stops: tuple[str, ...]


def all_stops(bundle: Bundle) -> list[Stop]:
    """The stops of the tour, the later scenes of the attract loop, the answered questions and the
    countdown."""
    later = range(2, len(bundle.attract) + 1)
    scenes = [Stop(f"{_SCENE}{number}", (ev.StartOver(),)) for number in later]
    countdown = Stop("countdown", (ev.OpenStory(0, 0),))
    return [*stops(bundle), *scenes, *_answered(bundle), countdown]


def scene_of(stop: Stop) -> int:
    """The number of the scene that a stop of the attract loop is about, from 1; 0 at others."""
    return int(stop.name.removeprefix(_SCENE)) if stop.name.startswith(_SCENE) else 0


def kind_of(stop: Stop) -> str:
    """What the checks know a stop by: its name, whichever scene it is about."""
    return stop.name.partition(":")[0]


def modes_of(stop: Stop) -> tuple[str, ...]:
    """What the kiosk may be doing at a stop: mostly a visit, or a page of the staff."""
    return _MODES.get(kind_of(stop), ("browsing", "staff"))


def _answered(bundle: Bundle) -> Iterator[Stop]:
    for s, section in enumerate(bundle.sections):
        for t, story in enumerate(section.stories):
            for p, page in enumerate(story.pages):
                quizzes = [block for block in page.blocks if block.__struct_config__.tag == "quiz"]
                for step in range(page.step_count if quizzes else 0):
                    name = f"{section.id}-{story.id}-{page.id}-step{step + 1}-answered"
                    events = (ev.OpenStory(s, t, p), ev.ChooseStep(step), ev.ChooseAnswer(0))
                    yield Stop(name, events)


def every_variant() -> list[Variant]:
    """The full matrix."""
    return [Variant(*values) for values in itertools.product(*OPTIONS)]


def paired_variants() -> list[Variant]:
    """Few variants in which every two options meet in all their values."""
    missing = {pair for variant in every_variant() for pair in _pairs(variant)}
    chosen: list[Variant] = []
    while missing:
        best = max(every_variant(), key=lambda variant: len(missing & set(_pairs(variant))))
        chosen.append(best)
        missing -= set(_pairs(best))
    return chosen


def _pairs(variant: Variant) -> list[tuple[object, ...]]:
    return list(itertools.combinations(enumerate(variant.values), 2))


def matrix(names: list[str]) -> list[Errand]:
    """Every stop in every variant."""
    return [Errand(variant, tuple(names)) for variant in every_variant()]


def quick(names: list[str]) -> list[Errand]:
    """Every stop in each value of each option; all pairs of options, spread over the stops."""
    variants = paired_variants()
    given: dict[Variant, list[str]] = {variant: [] for variant in variants}
    for name in names:
        missing = {value for variant in variants for value in enumerate(variant.values)}
        while missing:
            best = max(
                variants,
                key=lambda v: (len(missing & set(enumerate(v.values))), -len(given[v])),
            )
            given[best].append(name)
            missing -= set(enumerate(best.values))
    return [Errand(variant, tuple(stops)) for variant, stops in given.items()]


def sparse(names: list[str]) -> list[Errand]:
    """Every stop once only, the variants dealt out in turn: for bundles beside the default one."""
    variants = paired_variants()
    return [
        Errand(variant, tuple(names[at :: len(variants)])) for at, variant in enumerate(variants)
    ]


def rounds(errands: list[Errand]) -> list[list[Errand]]:
    """Errands that follow each other and differ in nothing but the theme are one round: a page that
    stands takes another theme faster than it is made anew."""
    return [list(one) for _, one in itertools.groupby(errands, lambda e: e.variant.values[:3])]


def without(errands: list[Errand], done: Collection[tuple[str, str]]) -> list[Errand]:
    """What is left when these (stop, variant) have been looked at."""
    left = [
        Errand(each.variant, tuple(n for n in each.stops if (n, str(each.variant)) not in done))
        for each in errands
    ]
    return [errand for errand in left if errand.stops]


SELECTIONS = {"quick": quick, "matrix": matrix, "sparse": sparse}
"""By the names that the worker knows."""
