"""Addresses of pictures: another one in other content, known as long as somebody may ask."""

from __future__ import annotations

import gc
from pathlib import Path

from kiosk.bridge.picturebooks import Pictures


def test_the_same_name_in_other_content_has_another_address() -> None:
    pictures = Pictures()
    old = pictures.use(lambda name: Path("/old") / name)
    new = pictures.use(lambda name: Path("/new") / name)
    assert old("assets/a.png") != new("assets/a.png")
    for edition, folder in ((old, "/old"), (new, "/new")):
        address = edition("assets/a.png").removeprefix("image://picture/")
        assert pictures.find(address) == Path(folder) / "assets/a.png"


def test_a_picture_that_may_not_be_shown_has_no_address() -> None:
    assert Pictures().use(lambda _name: None)("a.png") == ""


def test_an_address_of_content_that_is_gone_finds_nothing() -> None:
    pictures = Pictures()
    edition = pictures.use(Path)
    address = edition("a.png").removeprefix("image://picture/")
    assert pictures.find(address) == Path("a.png")
    del edition
    gc.collect()
    assert pictures.find(address) is None
    assert pictures.find("x") is None
    assert pictures.find("") is None
