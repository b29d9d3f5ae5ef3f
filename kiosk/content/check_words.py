"""From a JSON Schema error to words that embassy staff can act on. No disk, no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kiosk.content.problems import Finding, Pointer, did_you_mean, near, quoted, shortened
from kiosk.said import joined, marked, said

Error = Any
"""A jsonschema error, whose declared types are wider than what it holds."""

_LANGUAGES = {
    "arabic": "ar", "belarusian": "be", "chinese": "zh", "czech": "cs", "danish": "da",
    "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi", "french": "fr",
    "german": "de", "greek": "el", "hebrew": "he", "hungarian": "hu", "italian": "it",
    "japanese": "ja", "korean": "ko", "latvian": "lv", "lithuanian": "lt", "norwegian": "nb",
    "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru", "spanish": "es",
    "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "deutsch": "de", "lietuvių": "lt",
    "eng": "en", "lit": "lt", "deu": "de", "ger": "de", "fra": "fr", "pol": "pl",
}  # fmt: skip
_KINDS = {
    "string": said("a text in quotation marks"),
    "integer": said("a whole number"),
    "number": said("a number"),
    "boolean": said("true or false"),
    "array": said("a list in brackets […]"),
    "object": said("an object in braces {…}"),
    "null": said("null"),
}
_TOO_SMALL = marked("The number {value} is smaller than {limit}.")
_TOO_LARGE = marked("The number {value} is larger than {limit}.")
_DATE = "^\\d{4}"
_ID = "^[a-z][a-z0-9-]"
_ADDRESS = "^https?://"
_UNDATED = {"currently", "now", "today", "current", "recent", "recently", "latest", "dabar"}


def translate(errors: Iterable[Error], pointer: Pointer) -> Iterator[Finding]:
    """Findings without repetition; a key that was only misspelt is not also reported missing."""
    found: dict[tuple[str, Pointer], Finding] = {}
    for error in errors:
        for finding in _one(error, pointer):
            found.setdefault((finding.code, finding.pointer), finding)
    meant = {
        (*finding.pointer[:-1], name)
        for finding in found.values()
        if finding.code == "E111"
        for name in re.findall("“([^”]+)”", finding.words.partition("Did you mean")[2])
    }
    yield from (f for f in found.values() if f.code != "E112" or f.pointer not in meant)


def _one(error: Error, base: Pointer) -> Iterator[Finding]:
    pointer = (*base, *error.absolute_path)
    if error.validator == "anyOf":
        for inner in error.context or ():
            if inner.validator_value != "null":
                yield from _one(inner, base)
    elif "propertyNames" in error.absolute_schema_path:
        return  # the languages of texts are looked at in bundles that decode, too
    elif error.validator == "additionalProperties":
        yield from _unknown(error, pointer)
    elif error.validator == "required":
        yield from _missing(error, pointer)
    else:
        code, words, fix = _SAY.get(str(error.validator), _other)(error)
        if code == "E120":
            yield language_finding(str(error.instance), pointer, "value")
        else:
            yield Finding(code=code, words=words, fix=fix, pointer=pointer)


def _unknown(error: Error, pointer: Pointer) -> Iterator[Finding]:
    known = list(error.schema["properties"])
    for name in error.instance:
        if name not in known:
            free = [each for each in known if each not in error.instance]
            meant = near(name, free, most=1)
            hint = did_you_mean(name, meant) if meant else ""
            words = joined(said("“{name}” is not known here.", name=shortened(name)), hint)
            fix = (
                said("Rename it to {name}.", name=quoted(meant))
                if meant
                else said("Remove it. Known here: {listed}.", listed=", ".join(known))
            )
            here = (*pointer, name)
            yield Finding(code="E111", words=words, fix=fix, pointer=here, at="key")


def _missing(error: Error, pointer: Pointer) -> Iterator[Finding]:
    for name in error.validator_value:
        if name not in error.instance:
            about = error.schema["properties"].get(name, {}).get("description", "")
            words = said("“{name}” is missing.", name=name)
            meaning = _first_sentence(about)
            fix = said("Add it. {meaning}", meaning=meaning) if meaning else said("Add it.")
            yield Finding(code="E112", words=words, fix=fix, pointer=(*pointer, name))


def _first_sentence(text: str) -> str:
    sentence = " ".join(text.split()).partition(". ")[0].rstrip(".:")
    return f"{sentence}." if sentence else ""


def language_finding(tag: str, pointer: Pointer, at: Any) -> Finding:
    """A language code that is none, with the one that was probably meant (E120)."""
    meant = meant_language(tag)
    words = said("“{text}” is not a language code.", text=shortened(tag))
    fix = (
        said("Use {meant}.", meant=meant) if meant else said("Use a code such as en, lt or pt-BR.")
    )
    return Finding(code="E120", words=words, fix=fix, pointer=pointer, at=at)


def meant_language(tag: str) -> str:
    """The language code that somebody meant; empty when it cannot be guessed."""
    return _LANGUAGES.get(tag.strip().lower()) or _retagged(tag)


def _retagged(tag: str) -> str:
    parts = re.split("[-_]", tag.strip())
    if not re.fullmatch("[A-Za-z]{2,3}", parts[0]) or len(parts) > 2:
        return ""
    if len(parts) == 1:
        return parts[0].lower()
    region = re.fullmatch("[A-Za-z]{2}", parts[1])
    return f"{parts[0].lower()}-{parts[1].upper()}" if region else ""


def _type(error: Error) -> tuple[str, str, str]:
    wanted = _KINDS.get(str(error.validator_value), str(error.validator_value))
    if not error.absolute_path and error.parent is None and error.validator_value == "object":
        return (
            "E113",
            said(
                "This must be {wanted}, not {found}.", wanted=wanted, found=_found(error.instance)
            ),
            said("Put it in braces."),
        )
    fix = said("Write {wanted}.", wanted=wanted)
    if "propertyNames" in error.schema:
        fix = said('Write the text once per language: {"en": "…", "lt": "…"}.')
    elif error.validator_value in {"integer", "number"} and isinstance(error.instance, str):
        fix = said("Write the number without quotation marks; put words into prefix or suffix.")
    return (
        "E113",
        said(
            "Here stands {found}; {wanted} is expected.",
            found=_found(error.instance),
            wanted=wanted,
        ),
        fix,
    )


def _found(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, str):
        return said("the text “{text}”", text=shortened(value, 30))
    if isinstance(value, (int, float)):
        return said("the number {value}", value=value)
    return said("a list") if isinstance(value, list) else said("an object")


def _enum(error: Error) -> tuple[str, str, str]:
    value = error.instance
    known = [str(each) for each in error.validator_value if each is not None]
    hint = did_you_mean(value, known) if isinstance(value, str) else ""
    fix = said("Use one of: {listed}.", listed=", ".join(known))
    return (
        "E127",
        joined(said("“{text}” is not possible here.", text=shortened(str(value))), hint),
        fix,
    )


def _pattern(error: Error) -> tuple[str, str, str]:
    pattern, value = str(error.validator_value), shortened(str(error.instance))
    if pattern.startswith("^[a-z]{2,3}"):
        return "E120", "", ""
    if pattern.startswith(_DATE):
        fix = said("Write a year, a month or a day: 2018, 2018-06 or 2018-06-30.")
        if value.lower() in _UNDATED:
            fix = said(
                "Write the date that the number is from, for example 2018; it does not stay true."
            )
        return "E128", said("“{value}” is not a date.", value=value), fix
    if pattern.startswith(_ID):
        fix = said("Use small letters a to z, digits and hyphens, a letter first, at most 40.")
        return "E128", said("“{value}” cannot be used as an id.", value=value), fix
    if pattern.startswith(_ADDRESS):
        fix = said("Write it whole, beginning with https://, without spaces and accents.")
        return "E128", said("“{value}” is not a web address.", value=value), fix
    return (
        "E128",
        said("“{value}” does not have the expected form.", value=value),
        said("Form: {pattern}", pattern=pattern),
    )


def _extent(error: Error) -> tuple[str, str, str]:
    limit, value = error.validator_value, error.instance
    if error.validator in {"minLength", "minProperties"}:
        fix = said("Write the text, or leave the key out if it is not needed.")
        return "E126", said("This text is empty."), fix
    if error.validator == "maxLength":
        return (
            "E126",
            said(
                "This text has {count} signs; {limit} are possible.", count=len(value), limit=limit
            ),
            said("Shorten it."),
        )
    if error.validator in {"minItems", "maxItems"}:
        if error.validator == "minItems":
            return (
                "E126",
                said(
                    "This list has {count}; at least {limit} are needed.",
                    count=_entries(len(value)),
                    limit=limit,
                ),
                said("Add some."),
            )
        fix = said("Remove some, or use a further page.")
        return (
            "E126",
            said(
                "This list has {count}; at most {limit} are possible.",
                count=_entries(len(value)),
                limit=limit,
            ),
            fix,
        )
    words = _TOO_SMALL if error.validator == "minimum" else _TOO_LARGE
    return (
        "E126",
        said(words, value=value, limit=limit),
        said("Correct the number."),
    )


def _entries(count: int) -> str:
    return said("1 entry") if count == 1 else said("{count} entries", count=count)


def _other(error: Error) -> tuple[str, str, str]:
    words = said("It does not follow the format: {message}.", message=shortened(error.message, 160))
    return "E113", words, said("Compare with the block reference in docs/blocks.md.")


_SAY: dict[str, Callable[[Error], tuple[str, str, str]]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    **dict.fromkeys(
        ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "minProperties"),
        _extent,
    ),
}
