"""What must hold on every screen. Pure functions from a scene to its faults, in words.

The rules are those of the requirements for visitors: nothing cut, nothing over each other, targets
large enough and apart, names, reading order, nothing empty.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from tests.visual.exceptions import (
    ADJOINING,
    KEEPS_DIRECTION,
    NO_WALK,
    SCROLLS,
    SEE_THROUGH,
    WHOLE_SCREEN,
    WITHIN_REACH_ELSEWHERE,
)
from tests.visual.geometry import Box
from tests.visual.scene import Scene, Target, Words

SLACK = 1.5
"""px that roundings may cost; the edges of letters are known to this many u on large screens."""
LEAST_TARGET_U = 64
LEAST_GAP_U = 13
OVERLAP_SHARE = 0.1
"""Letters reach a little less far than their font's lines: this share of the size is air."""
REACH_SHARE = {"landscape": 0.42, "portrait": 0.55}
"""Within reach no target begins higher, in shares of the height."""
FOR_VISITORS = {"home", "section", "page", "language", "accessibility", "sources", "takeaway"}
"""Screens and panels that somebody who sits may come to."""
STANDS_STILL = {(1920, 1080), (1080, 1920), (3840, 2160), (1280, 800)}
"""Screens on which no page scrolls at the standard text size."""


def cut_words(scene: Scene) -> Iterator[str]:
    """No text is elided, none is painted where it cannot be seen."""
    slack = SLACK * max(1, scene.u)
    for words in scene.words:
        if words.truncated:
            yield f"elided: {words}"
        elif not words.ink.within(words.bounds, slack):
            yield f"cut by {words.bounds}: {words}"


def scrolling(scene: Scene) -> Iterator[str]:
    """At the standard text size a page shows everything at once."""
    size = (round(scene.box.width), round(scene.box.height))
    if scene.stop.startswith(tuple(SCROLLS)):
        return
    if scene.screen == "page" and scene.text_size == "standard" and size in STANDS_STILL:
        for scroller in scene.scrollers:
            yield f"{scroller.kind} scrolls"


def overlaps(scene: Scene) -> Iterator[str]:
    """No two texts over each other."""
    for first, second in itertools.combinations(scene.words, 2):
        if second.host and second.host == first.key:
            continue
        together = _common(first, second)
        least = OVERLAP_SHARE * min(first.pixel_size, second.pixel_size) + SLACK
        if together.width > least and together.height > least:
            yield f"{first} over {second}"


def _common(first: Words, second: Words) -> Box:
    if first.scroller == second.scroller:
        return first.ink.cut(second.ink)
    return first.seen.cut(second.seen)


def words_and_targets(scene: Scene) -> Iterator[str]:
    """A target's own words stay in it; all others keep out."""
    by_key = {target.key: target for target in scene.targets}
    for words in scene.words:
        for key in words.inside:
            owner = by_key[key]
            if not _label_fits(words, owner):
                yield f"{words} stands out of {owner}"
        for target in scene.targets:
            if target.key not in words.inside and _under(words, target):
                yield f"{words} under {target}"


def _label_fits(words: Words, owner: Target) -> bool:
    if owner.kind in SEE_THROUGH:
        return (
            words.ink.top >= owner.box.top - SLACK and words.ink.bottom <= owner.box.bottom + SLACK
        )
    return words.ink.within(owner.box, SLACK)


def _under(words: Words, target: Target) -> bool:
    if target.kind in SEE_THROUGH:
        return False
    together = words.seen.cut(target.seen)
    least = OVERLAP_SHARE * words.pixel_size + SLACK
    return together.width > least and together.height > least


def targets(scene: Scene) -> Iterator[str]:
    """Large enough, inside the window, apart, and nothing above them that takes the touch."""
    least = LEAST_TARGET_U * scene.u - SLACK
    covers = [] if scene.stop in WHOLE_SCREEN else scene.covers
    for target in scene.targets:
        if min(target.box.width, target.box.height) < least:
            yield f"smaller than {LEAST_TARGET_U}u: {target}"
        if not target.box.within(target.bounds, SLACK):
            yield f"outside {target.bounds}: {target}"
        if any(c.order > target.order and not c.box.cut(target.seen).empty for c in covers):
            yield f"covered: {target}"
    for first, second in itertools.combinations(scene.targets, 2):
        gap = _gap(first, second)
        if gap is not None and gap < LEAST_GAP_U * scene.u - SLACK / 2:
            yield f"{gap / scene.u:.1f}u between {first} and {second}"


def _gap(first: Target, second: Target) -> float | None:
    """The room between two targets; None where it does not count."""
    if first.key in second.inside or second.key in first.inside:
        return None
    if first.scroller == second.scroller:
        gap = first.box.apart(second.box)
    elif first.seen.empty or second.seen.empty:
        return None
    else:
        gap = first.seen.apart(second.seen)
    if first.kind == second.kind and first.kind in ADJOINING and gap > -SLACK:
        return None
    return gap


def reach(scene: Scene) -> Iterator[str]:
    """For a visitor who sits, whatever one touches lies in the lower part of the screen."""
    if not scene.reach or scene.stop in WHOLE_SCREEN or scene.screen not in FOR_VISITORS:
        return
    tall = scene.box.height > scene.box.width
    line = REACH_SHARE["portrait" if tall else "landscape"] * scene.box.height - SLACK
    for target in scene.targets:
        if target.kind in WITHIN_REACH_ELSEWHERE or not target.enabled or target.seen.empty:
            continue
        if target.seen.top < line:
            yield f"out of reach: {target}"


def names(scene: Scene) -> Iterator[str]:
    """Every target says what it is, and no two say the same."""
    met: dict[str, Target] = {}
    for target in scene.targets:
        if target.inside:
            continue
        if not target.name.strip():
            yield f"no name: {target}"
        if target.role in ("NoRole", "Client", "StaticText") and target.enabled:
            yield f"role {target.role}: {target}"
        if target.name in met and target.kind != met[target.name].kind:
            yield f"the same name: {target} and {met[target.name]}"
        met[target.name] = target


def focus_order(scene: Scene) -> Iterator[str]:
    """Tab reaches every target once, in reading order, and nothing else."""
    if scene.stop in NO_WALK:
        return
    by_key = {target.key: target for target in scene.targets}
    wanted = {t.key for t in scene.targets if t.enabled and not t.inside}
    for stranger in (step for step in scene.focus if isinstance(step, str)):
        yield f"Tab stops at {stranger}, which is no target of this screen"
    chain = [by_key[step] for step in scene.focus if isinstance(step, int)]
    for key in sorted(wanted - {target.key for target in chain}):
        yield f"Tab never reaches {by_key[key]}"
    for first, second in itertools.combinations(chain, 2):
        keeps = first.kind == second.kind and first.kind in KEEPS_DIRECTION
        if comes_before(second, first, mirrored=scene.mirrored and not keeps):
            yield f"Tab reaches {first} before {second}"


def comes_before(one: Target, other: Target, *, mirrored: bool) -> bool:
    """Whether reading certainly meets `one` first: it is above and not in a later column, or
    beside and nearer to the start. What is scrolled away counts as at the edge it went over."""
    together = one.scroller == other.scroller
    a, b = (_reading(t.box if together else _shown(t), mirrored=mirrored) for t in (one, other))
    beside = min(a.bottom, b.bottom) - max(a.top, b.top) > min(a.height, b.height) / 2
    if a.bottom <= b.top + SLACK:
        return a.left < b.right
    return beside and a.right <= b.left + SLACK


def _shown(target: Target) -> Box:
    box, view = target.box, target.view
    top = min(max(box.top, view.top), view.bottom)
    left = min(max(box.left, view.left), view.right)
    right, bottom = max(left, min(box.right, view.right)), max(top, min(box.bottom, view.bottom))
    return Box(left, top, right, bottom)


def _reading(box: Box, *, mirrored: bool) -> Box:
    return Box(-box.right, box.top, -box.left, box.bottom) if mirrored else box


def empty(scene: Scene) -> Iterator[str]:
    """Something to read on every screen."""
    seen = [words for words in scene.words if not words.icon and not words.seen.empty]
    if len(seen) < 2:
        yield f"{len(seen)} texts"


def warnings(scene: Scene) -> Iterator[str]:
    """No warning of QML, no block left out."""
    yield from scene.warnings


CHECKS: dict[str, Callable[[Scene], Iterator[str]]] = {
    "cut": cut_words,
    "scrolling": scrolling,
    "overlap": overlaps,
    "labels": words_and_targets,
    "targets": targets,
    "reach": reach,
    "names": names,
    "focus": focus_order,
    "empty": empty,
    "warnings": warnings,
}
