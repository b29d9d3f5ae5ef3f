"""What changes between two bundles: which page, and in which languages a visitor sees it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from kiosk.content.differences import Change, Differences, differences
from kiosk.content.model import Bundle, decode
from tests.fixtures import kiosk_files as make

OLD = decode(make.items()[0][1])
PAGE = ("sections", 0, "stories", 0, "pages", 0)


def edited(*way: str | int, to: Any) -> Bundle:
    """The bundle with one value replaced."""
    data = msgspec.to_builtins(OLD)
    here = data
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = to
    return msgspec.convert(data, Bundle)


def between(new: Bundle, old: Bundle = OLD, new_sum: str = "same") -> Differences:
    return differences(old, new, lambda _name: "same", lambda _name: new_sum)


def only(found: Differences) -> Change:
    assert (found.languages_added, found.languages_removed) == ((), ())
    (change,) = found.changes
    return change


def address(count: int) -> str:
    section = OLD.sections[0]
    story = section.stories[0]
    return "/".join([section.id, story.id, story.pages[0].id][:count])


def test_nothing_changes() -> None:
    assert between(OLD).changes == ()
    assert between(edited("version", to="99")).changes == ()


@pytest.mark.parametrize("tag", ["en", "lt"])
def test_a_text_changes_in_its_language_only(tag: str) -> None:
    change = only(between(edited(*PAGE, "title", tag, to="Other words")))
    assert (change.kind, change.address, change.languages) == ("changed", address(3), (tag,))
    assert change.is_page


def test_a_text_that_falls_back_changes_with_the_language_it_falls_back_to() -> None:
    half = edited(*PAGE, "title", to={"en": "One"})
    data = msgspec.to_builtins(half)
    data["sections"][0]["stories"][0]["pages"][0]["title"]["en"] = "Two"
    assert only(between(msgspec.convert(data, Bundle), half)).languages == ("en", "lt")
    data["sections"][0]["stories"][0]["pages"][0]["title"] = {"en": "One", "lt": "One"}
    assert between(msgspec.convert(data, Bundle), half).changes == ()


def test_a_number_changes_in_every_language() -> None:
    data = msgspec.to_builtins(OLD)
    for number, block in enumerate(data["sections"][0]["stories"][0]["pages"][0]["blocks"]):
        if block["type"] == "figure":
            new = edited(*PAGE, "blocks", number, "value", to=5)
            assert only(between(new)).languages == ("en", "lt")
            return
    pytest.fail("the first page has a figure")


def test_the_parts_above_pages_have_addresses_of_their_own() -> None:
    story, section = PAGE[:4], PAGE[:2]
    assert only(between(edited(*story, "title", "lt", to="x"))).address == address(2)
    assert only(between(edited(*section, "lead", "lt", to="x"))).address == address(1)
    change = only(between(edited("lead", "lt", to="x")))
    assert (change.address, change.is_page) == ("", False)


def test_another_picture_under_the_same_name() -> None:
    found = between(OLD, new_sum="other")
    assert {change.kind for change in found.changes} == {"changed"}
    assert all(change.languages == ("en", "lt") for change in found.changes)
    assert found.changes


def test_another_source_changes_the_pages_that_cite_it() -> None:
    data = msgspec.to_builtins(OLD)
    cited = data["sources"][0]["id"]
    found = between(edited("sources", 0, "title", to="Another title"))
    assert found.changes
    for change in found.changes:
        section, story, page = change.address.split("/")
        holder = next(each for each in data["sections"] if each["id"] == section)
        pages = next(each for each in holder["stories"] if each["id"] == story)["pages"]
        assert cited in str(next(each for each in pages if each["id"] == page))


def test_pages_come_and_go() -> None:
    new = edited(*PAGE, "id", to="renamed")
    found = {(change.kind, change.address) for change in between(new).changes}
    parent = address(2)
    assert found == {("added", f"{parent}/renamed"), ("removed", address(3))}


@pytest.mark.parametrize("depth", [0, 1, 2], ids=["sections", "stories", "pages"])
def test_another_order_changes_what_holds_it(depth: int) -> None:
    data = msgspec.to_builtins(OLD)
    holder = data
    for name in ("sections", "stories")[:depth]:
        holder = holder[name][0]
    inner = holder[("sections", "stories", "pages")[depth]]
    inner += [{**inner[0], "id": name} for name in ("second", "third") if len(inner) < 3]
    old = msgspec.convert(data, Bundle)
    inner[:2] = inner[1::-1]
    new = msgspec.convert(data, Bundle)
    change = only(between(new, old))
    assert (change.kind, change.address) == ("changed", address(depth))
    assert change.languages == ("en", "lt")
    del inner[0]
    kinds = {each.kind for each in between(msgspec.convert(data, Bundle), old).changes}
    assert kinds == {"removed"}


def test_languages_come_and_go() -> None:
    data = msgspec.to_builtins(OLD)
    data["languages"].append({"tag": "pl", "name": "Polski"})
    new = msgspec.convert(data, Bundle)
    there, back = between(new), between(OLD, new)
    assert there.languages_added == back.languages_removed == ("pl",)
    assert {change.address for change in there.changes} == {""}
