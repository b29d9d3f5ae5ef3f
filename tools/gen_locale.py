"""The interface texts: collected from QML and Python, kept in .po files, compiled to .mo for Python
and to .qm for Qt.

QML marks a text with `qsTr("Next")`; a text with `%n` has plural forms. Python marks its few
texts with `translate("...")` and `interface_text(language, "...")`, and words for staff with
`said("...")` or, in tables, `marked("...")`. English is the source language;
its catalog holds only what a plural needs. Texts that are gone leave the catalogs, translations of
the others stay as they are.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_javascript, extract_python
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from kiosk.catalogs import interface_text
from kiosk.content.pseudo import PSEUDO_LANGUAGES
from tools.qml import program

FOLDER = Path("kiosk/locale")
LANGUAGES = ("en", "lt")
_CALL = re.compile(rb"\b(?:translate|interface_text|said|marked)\(")
HEAD = """# Interface texts in {name}. `make gen` collects and compiles them; translate here.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""


class _Undated(Catalog):
    """A catalog whose compiled form does not depend on the day."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:  # type: ignore[override]
        """What gettext needs to read the rest."""
        kind = f"text/plain; charset={self.charset}"
        return [("Content-Type", kind), ("Plural-Forms", self.plural_forms)]

    @mime_headers.setter
    def mime_headers(self, value: object) -> None:
        """The base class sets them from a header message; there is none here."""


def collect(root: Path) -> dict[str, tuple[set[str], set[str]]]:
    """Every text of the interface -> the files that show it and the notes to its translator."""
    texts: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for path in sorted((root / "kiosk/qml").rglob("*.qml")):
        for text, notes in _of_qml(path.read_bytes()):
            texts[text][0].add(path.relative_to(root).as_posix())
            texts[text][1].update(notes)
    for path in sorted((root / "kiosk").rglob("*.py")):
        source = path.read_bytes()
        for text in _of_python(source) if _CALL.search(source) else ():
            texts[text][0].add(path.relative_to(root).as_posix())
    return texts


def _of_qml(source: bytes) -> Iterator[tuple[str, list[str]]]:
    for _, _, words, notes in extract_javascript(BytesIO(source), {"qsTr": None}, [":"], {}):
        text = _word(words, 0)
        if text:
            yield text, [note.removeprefix(":").strip() for note in notes or ()]


def _of_python(source: bytes) -> Iterator[str]:
    places = {"translate": 0, "interface_text": 1, "said": 0, "marked": 0}
    keywords = dict.fromkeys(places)
    for _, function, words, _ in extract_python(BytesIO(source), keywords, [], {}):
        text = _word(words, places[str(function)])
        if text:
            yield text


def _word(words: object, place: int) -> str:
    """The text at a place among the arguments of a call; empty when it is not a plain text."""
    found: Sequence[object] = words if isinstance(words, tuple | list) else (words,)
    word = found[place] if place < len(found) else None
    return word if isinstance(word, str) else ""


def write_catalogs(root: Path) -> None:
    """Bring the catalogs of all languages up to date and compile them."""
    texts = collect(root)
    for language in LANGUAGES:
        path = root / FOLDER / language / "kiosk.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = _catalog(language, texts, _translations(path, language))
        path.write_bytes(_as_po(catalog, language))
        path.with_suffix(".mo").write_bytes(_as_mo(catalog))
        _write_qm(path.with_suffix(".qm"), language, texts, _translated(catalog))
    for language in PSEUDO_LANGUAGES:
        path = root / FOLDER / language / "kiosk.qm"
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_qm(path, "en", texts, {text: _disguised(language, text) for text in texts})


def _translations(path: Path, language: str) -> dict[str, tuple[str, ...]]:
    """What a catalog says so far: text -> its translation, in as many forms as it has."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    return {forms(message.id)[0]: forms(message.string) for message in catalog if message.id}


def translated(root: Path, language: str) -> dict[str, tuple[str, ...]]:
    """What the catalog of a language says: text -> its translation, in as many forms as it has."""
    return _translations(root / FOLDER / language / "kiosk.po", language)


def forms(text: object) -> tuple[str, ...]:
    """A text or its plural forms, always as forms."""
    found: Sequence[object] = text if isinstance(text, tuple | list) else (text,)
    return tuple(str(form or "") for form in found)


def _catalog(
    language: str,
    texts: dict[str, tuple[set[str], set[str]]],
    known: dict[str, tuple[str, ...]],
) -> Catalog:
    catalog = Catalog(locale=language, charset="utf-8")
    for text in sorted(texts):
        files, notes = texts[text]
        plural = "%n" in text
        count = get_plural(language).num_plurals if plural else 1
        string = known.get(text, ())
        if len(string) != count:
            string = ("",) * count
        catalog.add(
            (text, text) if plural else text,
            string if plural else string[0],
            locations=[(name, 0) for name in sorted(files)],
            auto_comments=sorted(notes),
        )
    return catalog


def _as_po(catalog: Catalog, language: str) -> bytes:
    body = BytesIO()
    write_po(body, catalog, width=96, omit_header=True, include_lineno=False)
    name = Locale.parse(language).english_name
    head = HEAD.format(name=name, language=language, plurals=str(get_plural(language)))
    return head.encode() + body.getvalue()


def _as_mo(catalog: Catalog) -> bytes:
    """The compiled catalog; a text that is not fully translated stays out and is shown as is."""
    done = _Undated(locale=catalog.locale, charset="utf-8", header_comment="")
    for message in catalog:
        if message.id and all(forms(message.string)):
            done.add(message.id, message.string)
    body = BytesIO()
    write_mo(body, done)
    return body.getvalue()


def _translated(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Text -> its translation in all forms, of those that have all."""
    found = {forms(message.id)[0]: forms(message.string) for message in catalog if message.id}
    return {text: translation for text, translation in found.items() if all(translation)}


def _disguised(language: str, text: str) -> tuple[str, ...]:
    """A text in a pseudo-language, in the plural forms of English."""
    if "%n" not in text:
        return (interface_text(language, text),)
    return interface_text(language, text, 1), interface_text(language, text, 2)


def _write_qm(
    path: Path,
    language: str,
    texts: dict[str, tuple[set[str], set[str]]],
    translated: dict[str, tuple[str, ...]],
) -> None:
    """The form that Qt's own translator reads, without Python: by QML file, as QML asks."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for text in sorted(translated):
        for file in sorted(texts[text][0]):
            if file.endswith(".qml"):
                by_file[Path(file).stem].append(text)
    root = ElementTree.Element("TS", version="2.1", language=language)
    for file in sorted(by_file):
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = file
        context.extend(_message(text, translated[text]) for text in by_file[file])
    with tempfile.TemporaryDirectory(prefix="catalog-") as folder:
        source = Path(folder, "kiosk.ts")
        ElementTree.ElementTree(root).write(source, encoding="utf-8", xml_declaration=True)
        command = [program("lrelease"), "-silent", "-compress", source, "-qm", path]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode or not path.is_file():
        raise SystemExit(f"{path.name} of {language}: {done.stdout}{done.stderr}")


def _message(text: str, translation: tuple[str, ...]) -> ElementTree.Element:
    plural = "%n" in text
    message = ElementTree.Element("message", {"numerus": "yes"} if plural else {})
    ElementTree.SubElement(message, "source").text = text
    whole = ElementTree.SubElement(message, "translation")
    if plural:
        for form in translation:
            ElementTree.SubElement(whole, "numerusform").text = form
    else:
        whole.text = translation[0]
    return message
