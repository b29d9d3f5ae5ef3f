"""Names that must be unique and names that must lead somewhere: ids, sources, stories, icons.

No disk, no Qt; the names of the icons and of the files in assets/ are handed in.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from kiosk.content import names
from kiosk.content.check_texts import declared
from kiosk.content.plain import get, listed, text
from kiosk.content.problems import Finding, Pointer, did_you_mean
from kiosk.content.survey import Survey
from kiosk.said import joined, marked, said

_NO_SOURCE = marked("There is no source “{name}”.")
_NO_STORY = marked("There is no story “{name}”.")
_NO_STORY_HERE = marked("There is no story “{name}” in this section.")
_NO_LANGUAGE = marked("There is no language “{name}” in this bundle.")

Files = Mapping[str, Sequence[tuple[str, str, str]]]
"""The files in assets/ by path, each with what is wrong with it: code, words, fix."""


def name_findings(survey: Survey, icons: Collection[str] | None) -> Iterator[Finding]:
    """Findings about ids, references, icons and dates."""
    yield from _repeated(survey)
    yield from _sources(survey)
    yield from _stories(survey)
    yield from _fallback(survey)
    if icons is not None:
        yield from _icons(survey, icons)
    for leaf in survey.of("dates"):
        yield from _day(leaf.pointer, leaf.value)


def asset_findings(survey: Survey, files: Files | None) -> Iterator[Finding]:
    """Findings about the files that the content names, and those that it does not name."""
    used: set[str] = set()
    for leaf in survey.of("assets"):
        wrong = names.fault(leaf.value)
        if wrong:
            code, words, fix = wrong
            yield Finding(code=code, words=words, fix=fix, pointer=leaf.pointer)
        elif files is not None and leaf.value in files and leaf.value not in used:
            for code, words, fix in files[leaf.value]:
                yield Finding(code=code, words=words, fix=fix, pointer=leaf.pointer)
        elif files is not None and leaf.value not in files:
            words = said("The file “{value}” is not in the bundle.", value=leaf.value)
            hint = did_you_mean(leaf.value, files)
            fix = joined(hint, said("Copy the file into the folder assets."))
            yield Finding(code="E132", words=words, fix=fix, pointer=leaf.pointer)
        used.add(leaf.value)
    for path in sorted(set(files or ()) - used):
        unused = said("The file “{path}” is not used.", path=path)
        why = (files or {})[path] or [("W204", unused, said("Remove it, or use it in a page."))]
        for code, words, fix in why:
            yield Finding(code=code, words=words, fix=fix, file=names.shown(path))


def _repeated(survey: Survey) -> Iterator[Finding]:
    """Ids are unique among their siblings, tags among the languages."""
    seen: dict[tuple[Pointer, str], Pointer] = {}
    tags = [leaf for leaf in survey.of("tags") if leaf.pointer[0] == "languages"]
    for leaf in [*survey.of("ids"), *tags]:
        if leaf.pointer[-1] not in {"id", "tag"} or len(leaf.pointer) < 3:
            continue
        key = (leaf.pointer[:-2], leaf.value)
        first = seen.setdefault(key, leaf.pointer)
        if first != leaf.pointer:
            yield Finding(
                code="E116",
                words=said(
                    "The {kind} “{name}” is used twice.", kind=leaf.pointer[-1], name=leaf.value
                ),
                fix=said("Rename one of them."),
                pointer=leaf.pointer,
                also=(first,),
                also_words=said("first in"),
            )


def _sources(survey: Survey) -> Iterator[Finding]:
    ids = {
        leaf.value: leaf.pointer
        for leaf in survey.of("ids")
        if leaf.pointer[0] == "sources" and leaf.pointer[-1] == "id"
    }
    used: set[str] = set()
    for leaf in survey.of("sources"):
        used.add(leaf.value)
        if leaf.value not in ids:
            yield _broken(_NO_SOURCE, leaf.value, ids, leaf.pointer)
    for name, pointer in ids.items():
        if name not in used:
            words = said("The source “{name}” is never used.", name=name)
            yield Finding(
                code="W207", words=words, fix=said("Use it, or remove it."), pointer=pointer[:-1]
            )


def _stories(survey: Survey) -> Iterator[Finding]:
    sections = listed(survey.data, "sections")
    known: list[str] = []
    for section in sections:
        known += [f"{_name(section)}/{_name(story)}" for story in listed(section, "stories")]
    for index, section in enumerate(sections):
        hero = get(section, "hero")
        stories = [_name(story) for story in listed(section, "stories")]
        if isinstance(hero, str) and stories and hero not in stories:
            yield _broken(_NO_STORY_HERE, hero, stories, ("sections", index, "hero"))
        for number, story in enumerate(listed(section, "stories")):
            here = ("sections", index, "stories", number, "related")
            yield from _related(story, f"{_name(section)}/{_name(story)}", known, here)
    for index, scene in enumerate(listed(survey.data, "attract")):
        name = get(scene, "story")
        if isinstance(name, str) and name not in known:
            yield _broken(_NO_STORY, name, known, ("attract", index, "story"))


def _related(story: Any, own: str, known: list[str], here: Pointer) -> Iterator[Finding]:
    for number, name in enumerate(listed(story, "related")):
        if isinstance(name, str) and name not in known:
            yield _broken(_NO_STORY, name, known, (*here, number))
        elif name == own:
            words = said("This story names itself as related.")
            fix = said("Name another story, or leave it out.")
            yield Finding(code="E117", words=words, fix=fix, pointer=(*here, number))


def _fallback(survey: Survey) -> Iterator[Finding]:
    tags = declared(survey)
    fallback = get(survey.data, "fallback")
    if isinstance(fallback, str) and tags and fallback not in tags:
        yield _broken(_NO_LANGUAGE, fallback, tags, ("fallback",))


def _broken(template: str, name: str, known: Collection[str], pointer: Pointer) -> Finding:
    words = joined(said(template, name=name), did_you_mean(name, known))
    listed = ", ".join(list(known)[:12])
    fix = (
        said("Use one of: {listed}.", listed=listed + (" …" if len(known) > 12 else ""))
        if known
        else said("Add it first.")
    )
    return Finding(code="E117", words=words, fix=fix, pointer=pointer)


def _icons(survey: Survey, icons: Collection[str]) -> Iterator[Finding]:
    for leaf in survey.of("icons"):
        if leaf.value not in icons:
            words = said("There is no icon “{name}”.", name=leaf.value)
            words = joined(words, did_you_mean(leaf.value, icons))
            fix = said("Take a name of the Material Design icons, written mdi6.name.")
            yield Finding(code="E119", words=words, fix=fix, pointer=leaf.pointer)


def _day(pointer: Pointer, value: str) -> Iterator[Finding]:
    """A full date has to exist in the calendar; its form is the schema's business."""
    if len(value) != len("2018-06-30"):
        return
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        words = said("“{value}” is not a day of the calendar.", value=value)
        yield Finding(code="E128", words=words, fix=said("Correct the day."), pointer=pointer)


def _name(data: Any) -> str:
    return text(data, "id")
