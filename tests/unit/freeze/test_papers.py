"""The list of other people's work comes from what is in the build, with everybody's terms."""

from __future__ import annotations

import json
from importlib.metadata import distributions
from pathlib import Path

import pytest

from tools.freeze import contained, papers
from tools.freeze.contained import Component


def _names(inside: set[str], code: set[str]) -> set[str]:
    found = contained.python_packages(inside, code, distributions())
    return {each.name.lower() for each in found}


def test_a_package_is_found_by_its_modules_and_by_its_files() -> None:
    assert _names(set(), {"msgspec", "segno.encoder"}) >= {"msgspec", "segno"}
    assert "pillow" not in _names(set(), {"msgspec"})
    font = "qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf"
    assert "qtawesome" in _names({font}, set())


def test_papers_of_a_package_alone_do_not_make_it_a_part() -> None:
    assert "segno" not in _names({"segno-1.6.6.dist-info/METADATA"}, set())


def test_the_terms_of_a_package_come_along() -> None:
    found = list(contained.python_packages(set(), {"msgspec"}, distributions()))
    package = next(each for each in found if each.name == "msgspec")
    assert package.licence.startswith("BSD")
    assert [path for path in package.notices if path.is_file()]


def test_libraries_of_the_system_are_told_from_those_of_qt() -> None:
    inside = {
        "libglib-2.0.so.0",
        "libQt6Core.so.6",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "fallback/libGL.so.1",
        "fallback/order",
        "pillow.libs/libjpeg-6dc8d115.so.62",
        "fonts.conf",
    }
    assert contained.libraries(inside) == {"libglib-2.0.so.0", "libGL.so.1"}


@pytest.fixture
def found(tmp_path: Path) -> list[Component]:
    terms = tmp_path / "COPYING"
    terms.write_text("do what you like", encoding="utf-8")
    return [
        Component("Outlines, all", "4", "public domain", "other"),
        Component("segno", "1.6.6", "BSD-3-Clause", "pypi", [terms]),
        Component("libx11-6", "2:1.8", "MIT", "deb", [terms], "libx11 2:1.8"),
    ]


def test_the_papers_say_what_whose_and_on_what_terms(
    found: list[Component], tmp_path: Path
) -> None:
    program, root = tmp_path / "juosta", tmp_path / "root"
    program.mkdir()
    root.mkdir()
    (root / "LICENSE").write_text("EUPL", encoding="utf-8")
    papers.write(program, root, found, 1_700_000_000)
    text = (program / "THIRD_PARTY.md").read_text(encoding="utf-8")
    assert "| segno | 1.6.6 | BSD-3-Clause | `licences/pypi/segno/` |" in text
    assert "| libx11-6 | 2:1.8 (source: libx11 2:1.8) | MIT | `licences/deb/libx11-6/` |" in text
    assert "You may replace them" in text
    for each in found:
        folder = program / "licences" / papers.place_of(each)
        assert folder.is_dir() == bool(each.notices)
    assert (program / "licences" / "EUPL-1.2.txt").read_text(encoding="utf-8") == "EUPL"


def test_the_list_for_programs_is_the_same_each_time(found: list[Component]) -> None:
    first = papers.sbom(found, 1_700_000_000)
    assert first == papers.sbom(found, 1_700_000_000)
    listed = {each["name"]: each for each in json.loads(first)["components"]}
    assert set(listed) == {each.name for each in found}
    assert listed["libx11-6"]["purl"].startswith("pkg:deb/debian/libx11-6@")
    assert "purl" not in listed["Outlines, all"]
