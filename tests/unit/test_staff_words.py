"""Every refusal that staff can meet on the screen is said in their language, whole."""

from __future__ import annotations

import ast
import json
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.catalogs import staff_text
from kiosk.content.errors import ContentError
from kiosk.content.report import of_refusal
from kiosk.said import Said, packed, said
from kiosk.store.inspect import check_folder
from kiosk.store.records import Mark
from kiosk.store.sealed import seal, unseal
from kiosk.store.staging import stage
from tests.fixtures.listed import BAD, LINES
from tools.gen_locale import collect, translated

ROOT = Path(__file__).parents[2]
SAYING = ("kiosk/content", "kiosk/store", "kiosk/desk", "kiosk/sticks", "kiosk/settings")
SAYING += ("kiosk/guard", "kiosk/doctor", "kiosk/toml")
WORDS = {
    "ContentError": (1, 2),
    "StoreError": (1, 2),
    "Finding": (),
    "damaged": (0,),
    "Problem": (2,),
    "HoursError": (0,),
    "UnchangedError": (0,),
}
"""Calls whose arguments are words: by place, and by the names below."""
NAMED = {"words", "fix", "also_words"}
ENGLISH_ONLY = {"meaning"}
"""A sentence of the English block reference, to which other languages point."""
CODES = re.compile(r"^\| (E\d{3}) \|", re.MULTILINE)


def test_no_words_of_a_refusal_are_a_bare_text() -> None:
    """They could not be said in another language."""
    bare = [each for path in sources() for each in bare_words(path)]
    assert bare == []


def test_bare_words_are_found(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text('raise ContentError("E1", f"{x} is bad", said("b"))\nFinding(fix="c")\n')
    assert len(list(bare_words(file))) == 2


def sources() -> list[Path]:
    found = [path for part in SAYING for path in (ROOT / part).rglob("*.py")]
    return [*found, *(ROOT / "kiosk").glob("*.py")]


def bare_words(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in WORDS:
            continue
        places = [node.args[at] for at in WORDS[name] if at < len(node.args)]
        places += [each.value for each in node.keywords if each.arg in NAMED]
        for each in places:
            text = each.value if isinstance(each, ast.Constant) else None
            if isinstance(each, ast.JoinedStr) or (isinstance(text, str) and text):
                yield f"{path.name}:{each.lineno}"


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_template_has_lithuanian_words_with_the_same_parts() -> None:
    lithuanian = translated(ROOT, "lt")
    seen = 0
    for template, (files, _notes) in collect(ROOT).items():
        if not any(name.endswith(".py") and name.startswith(SAYING) for name in files):
            continue
        (words,) = lithuanian.get(template, ("",))
        assert words, f"{template!r} is not translated"
        if re.search(r"\{[a-z_]+\}", template):
            assert fields(words) == fields(template) - ENGLISH_ONLY, template
        seen += 1
    assert seen > 400


def refusals(tmp_path: Path) -> Iterator[ContentError]:
    """All that the corpus and the list of the requirements bring to the reader."""
    for number, line in enumerate(LINES):
        if isinstance(line.source, str):
            continue
        (tmp_path / "a.kiosk").write_bytes(line.source())
        try:
            stage(tmp_path / "a.kiosk", tmp_path / f"into-{number}", line.policy)
        except ContentError as error:
            yield error


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_all_that_the_reader_refuses_is_said_in_lithuanian(tmp_path: Path) -> None:
    for error in refusals(tmp_path):
        for words in (error.words, error.fix):
            assert isinstance(words, Said), words
            assert in_lithuanian(words) != words
        for english, line in zip(of_refusal(error), of_refusal(error, in_lithuanian), strict=True):
            assert english == line or not re.search(r"\b(the|is|error)\b", line), line


@pytest.mark.parametrize("folder", sorted(BAD.iterdir()), ids=lambda folder: folder.name)
def test_all_that_the_check_finds_is_said_in_lithuanian(folder: Path) -> None:
    for problem in check_folder(folder):
        for words in (problem.words, problem.fix):
            assert isinstance(words, Said), words
            assert in_lithuanian(words) != words


def test_codes_of_the_corpus_and_the_list() -> None:
    """Few codes of the reference are not tried by one of these."""
    known = set(CODES.findall((ROOT / "docs" / "check.md").read_text(encoding="utf-8")))
    corpus = [json.loads(path.read_text()) for path in BAD.glob("*/expected.json")]
    tried = {problem["code"] for each in corpus for problem in each["problems"]}
    tried |= {line.code for line in LINES}
    assert len(known - tried) <= 20, sorted(known - tried)


def in_lithuanian(text: str) -> str:
    return staff_text("lt", text)


def test_the_reason_of_a_version_is_kept_with_its_parts() -> None:
    """What was written down before this was possible is said as it stands."""
    reason = said("The picture stood still.")
    mark = unseal(seal(Mark("failed", str(reason), told=packed(reason))), Mark)
    assert in_lithuanian(mark.words) == "Vaizdas sustojo."
    assert Mark("failed", "As it was.").words == "As it was."
    assert Mark("failed", "As it was.", told={"template": 1}).words == "As it was."
