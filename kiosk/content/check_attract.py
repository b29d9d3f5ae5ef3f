"""Whether every scene of the attract loop has what it draws. No disk, no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kiosk.content.blocks.ranking import RankingBlock
from kiosk.content.plain import get, listed, text
from kiosk.content.problems import Finding
from kiosk.content.survey import Survey
from kiosk.said import said


def attract_findings(survey: Survey) -> Iterator[Finding]:
    """A scene of the attract loop has what it draws."""
    rankings = _stories_with_ranking(survey)
    for index, scene in enumerate(listed(survey.data, "attract")):
        kind = text(scene, "scene")
        needed = {"number": "value", "ranking": "story"}.get(kind)
        if needed and get(scene, needed) is None:
            words = said("A scene “{kind}” needs a “{needed}”.", kind=kind, needed=needed)
            yield Finding(
                code="E217",
                words=words,
                fix=said("Add “{needed}”.", needed=needed),
                pointer=("attract", index),
            )
        elif kind == "ranking" and rankings.get(text(scene, "story")) == 0:
            yield Finding(
                code="E217",
                words=said("The story “{name}” has no ranking to draw.", name=scene["story"]),
                fix=said("Name a story that has a ranking block."),
                pointer=("attract", index, "story"),
            )


def _stories_with_ranking(survey: Survey) -> Counter[str]:
    """By address of a story: how many ranking blocks it has; 0 is kept, unknown stories are not."""
    found: Counter[str] = Counter()
    for piece in survey.blocks:
        section = survey.data["sections"][piece.pointer[1]]
        story = section["stories"][piece.pointer[3]]
        found[f"{section.get('id')}/{story.get('id')}"] += piece.kind is RankingBlock
    return found
