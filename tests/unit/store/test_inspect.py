"""What the disk has to say: links, twins, foreign files, bundles inside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image

from kiosk.content.errors import ContentError
from kiosk.store.inspect import check_folder
from kiosk.store.reader import load

GOOD = (Path(__file__).parents[2] / "fixtures" / "good.json").read_text(encoding="utf-8")
STORY = '"title": {"en": "One chain", "lt": "Viena grandinė"},'
PICTURE = '"picture": {"file": "assets/chain.png", "alt": {"en": "Hands", "lt": "Rankos"}},'


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    text = GOOD.replace(STORY, f"{STORY} {PICTURE}")
    (tmp_path / "content.json").write_text(text, encoding="utf-8")
    (tmp_path / "assets").mkdir()
    Image.new("RGB", (4, 2)).save(tmp_path / "assets" / "chain.png")
    return tmp_path


def found(bundle: Path) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in check_folder(bundle)]


def test_a_good_picture(bundle: Path) -> None:
    assert found(bundle) == []
    assert load(bundle).picture("assets/chain.png") == bundle / "assets" / "chain.png"


@pytest.mark.parametrize("name", ["assets/no.png", "../x.png", "/etc/passwd", "http://x", "assets"])
def test_other_names_give_no_picture(bundle: Path, name: str) -> None:
    assert load(bundle).picture(name) is None


def test_a_linked_picture(bundle: Path) -> None:
    (bundle / "assets" / "chain.png").rename(bundle / "real.png")
    (bundle / "assets" / "chain.png").symlink_to(bundle / "real.png")
    assert found(bundle) == [("E134", "content.json")]
    assert load(bundle).picture("assets/chain.png") is None


def test_linked_assets(bundle: Path, tmp_path: Path) -> None:
    (bundle / "assets").rename(bundle / "elsewhere")
    (bundle / "assets").symlink_to(bundle / "elsewhere")
    assert sorted(found(bundle)) == [("E132", "content.json"), ("E134", "assets")]
    assert load(bundle).picture("assets/chain.png") is None


def test_a_pipe_among_the_assets(bundle: Path) -> None:
    os.mkfifo(bundle / "assets" / "pipe.png")
    assert found(bundle) == [("E135", "assets/pipe.png")]


def test_twins_by_capitals(bundle: Path) -> None:
    (bundle / "assets" / "Chain.png").write_bytes(b"x")
    assert ("E102", "assets/chain.png") in found(bundle)


def test_content_twice(bundle: Path) -> None:
    (bundle / "Content.json").write_bytes(b"{}")
    assert found(bundle) == [("E102", "Content.json")]


def test_content_under_another_name(bundle: Path) -> None:
    (bundle / "content.json").rename(bundle / "Content.JSON")
    codes = [code for code, _ in found(bundle)]
    assert codes[:2] == ["E102", "E101"]


def test_a_bundle_inside_assets_is_left_alone(bundle: Path) -> None:
    demo = bundle / "assets" / "demo"
    demo.mkdir()
    (demo / "content.json").write_bytes(b"{}")
    (demo / "x.qml").write_bytes(b"")
    assert found(bundle) == []


def test_droppings_of_file_managers_are_passed_over(bundle: Path) -> None:
    for name in ("Thumbs.db", ".DS_Store", "desktop.ini", "._chain.png"):
        (bundle / "assets" / name).write_bytes(b"x")
    assert found(bundle) == []


def test_nothing_beside_content_and_assets_is_opened(bundle: Path) -> None:
    os.mkfifo(bundle / "README.md")
    (bundle / "secret").mkdir(mode=0)
    assert found(bundle) == []


def test_too_many_files(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.limits.ASSET_FILES", 2)
    for number in range(3):
        Image.new("RGB", (1, 1)).save(bundle / "assets" / f"n{number}.png")
    assert ("E138", "assets") in found(bundle)


def test_what_cannot_be_read_at_all(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        check_folder(tmp_path / "no")
    assert error.value.code == "E190"


def test_names_that_would_steer_a_terminal(bundle: Path) -> None:
    """What a stick calls its files may be anything; words and places can be printed everywhere."""
    folder = os.fsencode(bundle / "assets")
    for name in (b"\xff\xfe.png", b"a\nb\x1b[31m.png", "\u202egnp.png".encode()):
        with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"x")
    problems = check_folder(bundle)
    assert [problem.code for problem in problems] == ["E133"] * 3
    for problem in problems:
        text = f"{problem.file}{problem.words}{problem.fix}"
        assert text.isprintable(), text
        assert text.encode()
