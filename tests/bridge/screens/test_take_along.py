"""What one takes along from a page: codes beside the sources, the contact, and what they say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bridge.conftest import document, page, section, story, words
from tests.bridge.screens.conftest import Glass, Open

ADDRESS = "https://example.org/way"
OTHER = "https://example.org/index"
CONTACT = {"name": {"en": "The embassy"}, "url": "https://example.org/"}
SIZES = [(1920, 1080), (1080, 1920), (1024, 768)]


def bundle(contact: dict[str, Any] | None = CONTACT, *urls: str) -> dict[str, Any]:
    """A page that names a source for each address; an empty address is none."""
    made = document()
    made["sources"] = [
        {"id": f"s{i}", "publisher": "P", "title": f"Source {i}"} | ({"url": url} if url else {})
        for i, url in enumerate(urls)
    ]
    texts = [words(source=f"s{i}") for i in range(len(urls))] or [words()]
    made["attract"] = [{"scene": "bands", "line": {"en": "Line"}}]
    made["sections"] = [
        section("one", story("first", page("only", *texts))),
        section("two", story("last", page("p", words()))),
    ]
    if contact is not None:
        made["contact"] = contact
    return made


def shown(open_glass: Open, panel: str, made: dict[str, Any], size: tuple[int, int]) -> Glass:
    glass = open_glass(made, size)
    glass.go("begin", ("openAddress", "one/first"), ("openPanel", panel))
    return glass


def code(glass: Glass) -> str:
    return str(glass.item("CodePicture").property("content"))


@pytest.mark.parametrize("size", SIZES)
def test_sources_begin_with_the_first_and_a_touch_changes_the_code(
    open_glass: Open, size: tuple[int, int]
) -> None:
    glass = shown(open_glass, "sources", bundle(CONTACT, ADDRESS, OTHER), size)
    assert code(glass) == ADDRESS
    glass.touch(glass.items("SourceRow")[1])
    assert code(glass) == OTHER
    glass.touch(glass.items("TakeRow")[-1])
    assert code(glass).startswith("BEGIN:VCARD")
    glass.touch("Done")
    assert glass.session.property("panel") == ""


@pytest.mark.parametrize("size", SIZES)
def test_what_one_takes_along_begins_with_the_contact(
    open_glass: Open, size: tuple[int, int]
) -> None:
    glass = shown(open_glass, "takeaway", bundle(CONTACT, ADDRESS), size)
    assert "FN:The embassy" in code(glass)


def test_without_a_contact_the_sources_are_what_one_takes_along(open_glass: Open) -> None:
    glass = shown(open_glass, "takeaway", bundle(None, ADDRESS), (1280, 720))
    assert code(glass) == ADDRESS
    assert len(glass.items("TakeRow")) == 1


@pytest.mark.parametrize(
    ("contact", "urls", "chips"),
    [
        (CONTACT, (ADDRESS,), ["Sources", "Take with you"]),
        (None, (ADDRESS,), ["Sources", "Take with you"]),
        (None, ("",), ["Sources"]),
        (CONTACT, (), ["Take with you"]),
        ({"name": {"en": "Nobody to reach"}}, (), []),
        (None, (), []),
    ],
)
def test_only_what_has_something_to_show_is_offered(
    open_glass: Open, contact: dict[str, Any] | None, urls: tuple[str, ...], chips: list[str]
) -> None:
    glass = open_glass(bundle(contact, *urls))
    glass.go("begin", ("openAddress", "one/first"))
    assert [chip.property("text") for chip in glass.items("ChipButton")] == chips


def test_an_address_that_is_too_long_for_a_code_stands_as_text(open_glass: Open) -> None:
    long = "https://example.org/" + "a" * 200
    glass = shown(open_glass, "sources", bundle(None, long), (1280, 720))
    assert glass.items("CodePicture") == []
    assert long.removeprefix("https://") in glass.item("SourceRow").property("lines")


def test_a_touch_on_the_empty_ground_closes_it(open_glass: Open) -> None:
    glass = shown(open_glass, "sources", bundle(CONTACT, ADDRESS), (1280, 720))
    glass.touch(glass.window.contentItem().boundingRect().topLeft())
    assert glass.session.property("panel") == ""
