"""Every problem of a content.json at once: code, place, words and the next thing to do.

Pure: bytes and what is known of the surroundings go in, problems come out. No disk, no Qt. The
running kiosk does not import it; `kiosk check` and the tests do.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from typing import Any

import msgspec

from kiosk.content.check_attract import attract_findings
from kiosk.content.check_blocks import block_findings
from kiosk.content.check_names import Files, asset_findings, name_findings
from kiosk.content.check_pages import page_findings
from kiosk.content.check_schema import schema_findings
from kiosk.content.check_takeaway import takeaway_findings
from kiosk.content.check_texts import text_findings
from kiosk.content.document import read
from kiosk.content.errors import ContentError
from kiosk.content.migrate import STEPS, Step, migrate
from kiosk.content.model import FORMAT
from kiosk.content.places import place
from kiosk.content.plain import is_object
from kiosk.content.pointers import Locator
from kiosk.content.problems import Finding, Pointer, Problem, Spot, severity, to_pointer
from kiosk.content.survey import Survey
from kiosk.said import joined, said

_ALSO_LINES = 12


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What the check knows beyond the document; what is None is not checked.

    `icons`: all icon names; `coverage`: code points that the fonts draw; `files`: the files in
    assets/ (as the content names them) with what is wrong with each; `steps`: the migrations.
    """

    file: str = "content.json"
    icons: Collection[str] | None = None
    coverage: Container[int] | None = None
    files: Files | None = None
    steps: Mapping[int, Step] = STEPS


def check(raw: bytes, context: Context | None = None) -> list[Problem]:
    """All problems of a document, in the order in which they stand in it."""
    context = context or Context()
    document, findings = read(raw)
    if isinstance(document, str):
        return _placed(findings, document, None, context)
    if not is_object(document.data):
        words = said("content.json must be an object: it begins with { and ends with }.")
        findings.append(Finding(code="E109", words=words, fix=said("Put the content in braces.")))
        return _placed(findings, document.text, None, context)
    data, more = _current(document.data, context)
    if data is not None:
        later = [*schema_findings(data), *_crossed(Survey(data), context)]
        more += _worth_saying(later, document.bad)
    return _placed(findings + more, document.text, data or document.data, context)


def _crossed(survey: Survey, context: Context) -> list[Finding]:
    """What only shows when parts are seen together."""
    return [
        *name_findings(survey, context.icons),
        *text_findings(survey, context.coverage),
        *asset_findings(survey, context.files),
        *block_findings(survey),
        *attract_findings(survey),
        *takeaway_findings(survey),
        *page_findings(survey),
    ]


def _worth_saying(findings: list[Finding], bad: Collection[Pointer]) -> list[Finding]:
    """Findings without those that only repeat another: on values that are refused as they are
    written, and the length of a path whose form is refused anyway."""
    broken = {finding.pointer for finding in findings if finding.code == "E123"}
    paths = {finding.pointer for finding in findings if finding.code == "E133"}

    def repeats(finding: Finding) -> bool:
        is_length = finding.code == "E126" and finding.pointer in paths
        is_other = finding.code != "E123" and finding.pointer in broken
        return finding.pointer in bad or is_length or is_other

    return [finding for finding in findings if not repeats(finding)]


def _current(data: Any, context: Context) -> tuple[Any, list[Finding]]:
    """The data in the current format, or None when it cannot be had."""
    try:
        found = migrate(data, FORMAT, context.steps)
    except ContentError as error:
        at: Pointer = ("format",)
        return None, [Finding(code=error.code, words=error.words, fix=error.fix, pointer=at)]
    if found is data:
        return data, []
    words = said(
        "This bundle has format {format}; it is converted each time it is read.",
        format=data["format"],
    )
    fix = said("Save it again in format {format}.", format=FORMAT)
    return found, [Finding(code="W211", words=words, fix=fix, pointer=("format",))]


def _placed(findings: list[Finding], text: str, data: Any, context: Context) -> list[Problem]:
    locator = Locator(text)
    problems = [_problem(finding, locator, data, context) for finding in findings]
    return sorted(problems, key=lambda each: (each.line == 0, each.line, each.column, each.code))


def _problem(finding: Finding, locator: Locator, data: Any, context: Context) -> Problem:
    if finding.file is not None:
        line = column = 0
    elif finding.offset is not None:
        line, column = locator.position(finding.offset)
    else:
        line, column = locator.locate(finding.pointer, finding.at)
    also = tuple(_spot(pointer, locator) for pointer in finding.also)
    page, part = place(data, finding.pointer)
    return Problem(
        code=finding.code,
        severity=severity(finding.code),
        file=finding.file or context.file,
        line=line,
        column=column,
        pointer=to_pointer(finding.pointer),
        page=page,
        part=part,
        words=joined(finding.words, _also(finding.also_words, also)),
        fix=finding.fix,
        also=also,
    )


def _spot(pointer: Pointer, locator: Locator) -> Spot:
    line, column = locator.locate(pointer)
    return Spot(pointer=to_pointer(pointer), line=line, column=column)


def _also(words: str, also: tuple[Spot, ...]) -> str:
    if not also:
        return ""
    lines = ", ".join(str(spot.line) for spot in also[:_ALSO_LINES])
    more = " …" if len(also) > _ALSO_LINES else ""
    return said("({what} line {lines})", what=words, lines=lines + more)
