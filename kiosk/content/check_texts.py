"""Texts: languages complete, nothing hidden, nothing that cannot be drawn or broken into lines.

No disk, no Qt; the fonts' coverage is handed in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

from kiosk.content import limits
from kiosk.content.check_words import language_finding, meant_language
from kiosk.content.coverage import undrawn
from kiosk.content.places import place
from kiosk.content.plain import get, listed
from kiosk.content.problems import Finding, Pointer, did_you_mean, shortened
from kiosk.content.survey import Leaf, Survey
from kiosk.content.values import TAG
from kiosk.said import joined, said

_MARKUP = re.compile(
    r"</?[A-Za-z!][^<>\n]{0,200}>|&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]{1,6});|\*\*\S|\]\(\S"
)
_TAG = re.compile(TAG)
_BREAKS = re.compile("[\\s\u00ad\u200b\u2010-\u2015/-]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]")
_LISTED = 8
_HEADLINES = {"sections", "stories", "pages"}


def declared(survey: Survey) -> list[str]:
    """The language tags that the bundle declares, in order; wrong ones as they were meant.

    Empty when one is missing or cannot be guessed: nothing can be said about missing texts then.
    """
    written = [get(language, "tag") for language in listed(survey.data, "languages")]
    tags = [_meant(tag) if isinstance(tag, str) else "" for tag in written]
    return list(dict.fromkeys(tags)) if all(tags) else []


_LEAST = min(limits.TITLE_WORD_LETTERS, limits.WORD_LETTERS)


def text_findings(survey: Survey, coverage: Container[int] | None) -> Iterator[Finding]:
    """All findings about texts."""
    tags = declared(survey)
    texts = survey.of("texts")
    yield from _misnamed(texts)
    if tags:
        yield from _undeclared(texts, tags)
        yield from _missing(survey, texts, tags)
    yield from _line_breaks(survey)
    lost = _lost(survey, coverage) if coverage is not None else set[str]()
    for pointer, text in _each_text(survey):
        # Looked at from outside first: nearly every text is passed over, and a generator costs more
        if text and not text[0].isalnum() and not _seen(text):
            yield _unseen(pointer)
            continue
        if "<" in text or "&" in text or "*" in text or "](" in text:
            yield from _markup(pointer, text)
        if len(text) > _LEAST and max(map(len, text.split()), default=0) > _LEAST:
            yield from _long_word(pointer, text)
        if coverage is not None and lost and not lost.isdisjoint(text):
            yield from _undrawable(pointer, text, coverage)


def _lost(survey: Survey, coverage: Container[int]) -> set[str]:
    """Signs of the texts that no font draws. Mostly there are none, and no text is asked again.

    A text knows whether it is plain ASCII, so that only the others are gone through.
    """
    others = (text for _, text in _each_text(survey) if not text.isascii())
    signs = set(map(chr, range(0x20, 0x7F))).union(*others)
    return set(undrawn("".join(signs), coverage))


def _line_breaks(survey: Survey) -> Iterator[Finding]:
    """Line breaks may stand in texts for visitors, nowhere else."""
    for role, leaves in survey.leaves.items():
        for leaf in leaves if role != "texts" else ():
            if "\n" in leaf.value:
                words = said("A line break is not allowed here.")
                fix = said("Write it in one line.")
                yield Finding(code="E123", words=words, fix=fix, pointer=leaf.pointer)


def _each_text(survey: Survey) -> Iterator[tuple[Pointer, str]]:
    for leaf in survey.of("texts"):
        for tag, text in leaf.value.items():
            if isinstance(text, str):
                yield (*leaf.pointer, tag), text
    for leaf in survey.of("plain"):
        yield leaf.pointer, leaf.value


def _misnamed(texts: list[Leaf]) -> Iterator[Finding]:
    wrong = {tag for leaf in texts for tag in leaf.value if not _TAG.fullmatch(tag)}
    for leaf in texts if wrong else ():
        for tag in wrong.intersection(leaf.value):
            yield language_finding(tag, (*leaf.pointer, tag), "key")


def _undeclared(texts: list[Leaf], tags: list[str]) -> Iterator[Finding]:
    for leaf in texts:
        for tag in leaf.value:
            if tag not in tags and _TAG.fullmatch(tag):
                words = said(
                    "“{tag}” is not among the languages of this bundle ({listed}).",
                    tag=tag,
                    listed=", ".join(tags),
                )
                fix = joined(
                    did_you_mean(tag, tags), said("Add it to “languages”, or remove the text.")
                )
                yield Finding(
                    code="E129", words=words, fix=fix, pointer=(*leaf.pointer, tag), at="key"
                )


def _missing(survey: Survey, texts: list[Leaf], tags: list[str]) -> Iterator[Finding]:
    fallback = get(survey.data, "fallback")
    meant = {tag: _meant(tag) for tag in {tag for leaf in texts for tag in leaf.value}}
    there = [(leaf.pointer, {meant[tag] for tag in leaf.value}) for leaf in texts if leaf.value]
    for index, tag in enumerate(tags):
        gaps = [pointer for pointer, written in there if tag not in written]
        here = ("languages", index)
        if not gaps:
            continue
        if len(gaps) == len(texts):
            words = said("“{tag}” is declared but has no texts.", tag=tag)
            words = joined(words, _list(survey, gaps))
            fix = said("Translate the texts, or remove “{tag}” from “languages”.", tag=tag)
            yield Finding(code="E121", words=words, fix=fix, pointer=here)
        elif tag == fallback:
            for gap in gaps:
                words = said(
                    "This text is missing in “{tag}”, the language that others fall back to.",
                    tag=tag,
                )
                fix = said("Add the text in “{tag}”.", tag=tag)
                yield Finding(code="E121", words=words, fix=fix, pointer=gap)
        else:
            words = said(
                "Texts are missing in “{tag}”; “{fallback}” is shown there instead, marked.",
                tag=tag,
                fallback=fallback,
            )
            words = joined(words, _list(survey, gaps))
            yield Finding(
                code="W208",
                words=words,
                fix=said("Translate them into “{tag}”.", tag=tag),
                pointer=here,
                also=tuple(gaps),
                also_words=said("missing in"),
            )


def _meant(tag: str) -> str:
    """A language tag; a wrong one, which is named elsewhere, as it was meant."""
    return tag if _TAG.fullmatch(tag) else meant_language(tag)


def _list(survey: Survey, gaps: list[Pointer]) -> str:
    places = [joined(*place(survey.data, gap), by=", ") for gap in gaps[:_LISTED]]
    listed = joined(*places, by="; ")
    if len(gaps) > _LISTED:
        more = len(gaps) - _LISTED
        return said("Missing: {places} and {more} more.", places=listed, more=more)
    return said("Missing: {places}.", places=listed)


def _seen(text: str) -> bool:
    """Whether any sign of a text leaves ink: no space, no line break, nothing of no width."""
    return any(unicodedata.category(sign)[0] not in "CZ" for sign in text)


def _unseen(pointer: Pointer) -> Finding:
    fix = said("Write the text, or leave the key out if it is not needed.")
    return Finding(code="E126", words=said("This text is empty."), fix=fix, pointer=pointer)


def _markup(pointer: Pointer, text: str) -> Iterator[Finding]:
    found = _MARKUP.search(text)
    if found:
        words = said(
            "“{text}” is shown to visitors as it stands here.", text=shortened(found.group(), 40)
        )
        fix = said(
            "Texts are plain: remove the markup. Links and pictures inside a text do not work."
        )
        yield Finding(code="W202", words=words, fix=fix, pointer=pointer)


def _long_word(pointer: Pointer, text: str) -> Iterator[Finding]:
    is_headline = "blocks" not in pointer and pointer[-2:-1] == ("title",)
    limit = limits.TITLE_WORD_LETTERS if is_headline else limits.WORD_LETTERS
    if len(text) <= limit or pointer[0] == "sources" or pointer[-1] in {"url", "$schema"}:
        return
    longest = max(_BREAKS.split(text), key=len)
    if len(longest) > limit and not _UNSPACED.search(longest):
        words = said(
            "The word “{text}” has {count} letters and may be broken anywhere.",
            text=shortened(longest, 30),
            count=len(longest),
        )
        fix = said("Put a soft hyphen (U+00AD, in JSON \\u00ad) where it may be broken.")
        yield Finding(code="W203", words=words, fix=fix, pointer=pointer)


def _undrawable(pointer: Pointer, text: str, coverage: Container[int]) -> Iterator[Finding]:
    lost = undrawn(text, coverage)
    if not lost:
        return
    shown = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lost[:_LISTED])
    words = said("The fonts cannot draw: {shown}.", shown=shown)
    composed = unicodedata.normalize("NFC", text)
    fix = said("Use other signs; for a symbol use an icon.")
    if composed != text and not undrawn(composed, coverage):
        fix = said("Letter and accent are two signs here: type the letter with its accent again.")
    yield Finding(code="E124", words=words, fix=fix, pointer=pointer)
