"""Pseudo-languages that make layout faults visible before a translator does.

`en-XA` is English a third longer and full of accents; `ar-XB` is English in Arabic letters, so it
runs from right to left through real shaping and a fallback font. They exist for `kiosk tour` and
the tests only; a bundle cannot declare them.
"""

from __future__ import annotations

from typing import Any, cast

LONG = "en-XA"
MIRRORED = "ar-XB"
PSEUDO_LANGUAGES = {LONG: "Ĕñĝļîšĥ ļöñĝ".replace("Ĕ", "É"), MIRRORED: "تجربة"}
"""Tag to the language's own name."""

_ACCENTED = str.maketrans(
    "AaBCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz",
    "ÅåßÇçÐðÉéĞğĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž",
)
_ARABIC = str.maketrans(
    dict(
        zip(
            "abcdefghijklmnopqrstuvwxyz",
            "ابكديفجهيجكلمنوبقرستوفوكيز",
            strict=True,
        )
    )
)


def disguise(text: str, tag: str) -> str:
    """An English text in a pseudo-language; placeholders (%1, %n) and digits stay."""
    return "\n".join(_disguise_line(line, tag) for line in text.split("\n"))


def _disguise_line(line: str, tag: str) -> str:
    words = line.split(" ")
    if tag == MIRRORED:
        return " ".join(w if "%" in w else w.lower().translate(_ARABIC) for w in words)
    return " ".join(w if "%" in w else _stretch(w) for w in words)


def _stretch(word: str) -> str:
    """Accents on all letters, and the last vowel once more for about a third of length."""
    accented = word.translate(_ACCENTED)
    letters = sum(letter.isalpha() for letter in word)
    position = max((accented.rfind(v) for v in "åéîöû"), default=-1)
    if letters < 3 or position < 0:
        return accented
    return accented[:position] + accented[position] * (1 + letters // 4) + accented[position + 1 :]


def add_languages(document: dict[str, Any], tags: list[str]) -> dict[str, Any]:
    """A bundle document with the wanted pseudo-languages added to every text."""
    wanted = [tag for tag in tags if tag in PSEUDO_LANGUAGES]
    known = {language["tag"] for language in document["languages"]}
    extended = _extend(document, known, document["fallback"], wanted)
    extended["languages"] = [
        *document["languages"],
        *({"tag": tag, "name": PSEUDO_LANGUAGES[tag]} for tag in wanted),
    ]
    return extended


def _extend(value: Any, known: set[str], fallback: str, wanted: list[str]) -> Any:
    if isinstance(value, list):
        return [_extend(item, known, fallback, wanted) for item in cast("list[Any]", value)]
    if not isinstance(value, dict):
        return value
    fields = cast("dict[str, Any]", value)
    if fields and set(fields) <= known:
        text = fields.get("en") or fields.get(fallback) or next(iter(fields.values()))
        return {**fields, **{tag: disguise(text, tag) for tag in wanted}}
    return {key: _extend(item, known, fallback, wanted) for key, item in fields.items()}
