"""`kiosk stand` on a Windows on paper: what it looks at, what it calls, what it gives back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.__main__ import main
from kiosk.commands import stand
from kiosk.windows import registry
from kiosk.windows.wishes import WISHES
from tests.unit.windows.paper import Paper

SID = "S-1-5-21-1-2-3-1001"


class Machine:
    """A Windows whose administrator is there, and a person named visitor."""

    def __init__(self, deaf: str = "") -> None:
        self.calls: list[list[str]] = []
        self.admin = True
        self.deaf = deaf

    def administrator(self) -> bool:
        return self.admin

    def sid(self, person: str) -> str:
        return SID if person == "visitor" else ""

    def run(self, words: list[str]) -> str:
        self.calls.append(words)
        return f"{words[0]}: no such thing" if words[0] == self.deaf else ""

    def tools(self) -> list[str]:
        return [words[0] for words in self.calls]


@pytest.fixture
def places(tmp_path: Path) -> paths.Places:
    return paths.under(tmp_path / "data")


def test_a_machine_becomes_a_stand_and_is_given_back(
    places: paths.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    machine, paper = Machine(), Paper()
    assert stand.on(machine, lambda _: paper, places, "visitor", "task") == 0
    assert len(paper.values) == len(WISHES)
    assert machine.tools() == ["icacls", *["powercfg"] * 4, "schtasks"]
    assert places.state.is_dir()
    assert stand.on(machine, lambda _: paper, places, "visitor", "task") == 0
    assert stand.off(machine, lambda _: paper, places) == 0
    assert paper.values == {}
    assert machine.calls[-1][1] == "/Delete"
    assert not (places.settings.parent / stand.NOTES).exists()
    assert "as it was" in capsys.readouterr().out
    assert stand.off(machine, lambda _: paper, places) == 0
    assert "no stand" in capsys.readouterr().out


def test_in_place_of_the_desktop(places: paths.Places) -> None:
    machine, paper = Machine(), Paper()
    assert stand.on(machine, lambda _: paper, places, "visitor", "shell") == 0
    assert machine.tools()[-2:] == ["dism", "powershell"]
    assert stand.on(machine, lambda _: paper, places, "visitor", "task") == 0
    assert machine.tools()[-2:] == ["powershell", "schtasks"]  # the one goes, the other comes
    assert stand.on(machine, lambda _: paper, places, "visitor", "shell") == 0
    assert machine.tools()[-3:] == ["schtasks", "dism", "powershell"]
    assert stand.off(machine, lambda _: paper, places) == 0
    assert machine.tools()[-1] == "powershell"


@pytest.mark.parametrize(
    ("person", "admin", "there", "words"),
    [
        ("visitor", False, True, "Run as administrator"),
        ("nobody", True, True, "nobody named “nobody”"),
        ("visitor", True, False, "is not logged in"),
    ],
)
def test_nothing_is_changed_before_all_is_looked_at(
    places: paths.Places, capsys: pytest.CaptureFixture[str],
    person: str, admin: bool, there: bool, words: str,
) -> None:  # fmt: skip
    machine, paper = Machine(), Paper()
    machine.admin, paper.there = admin, there
    assert stand.on(machine, lambda _: paper, places, person, "task") == 1
    said = capsys.readouterr().err
    assert words in said
    assert said.endswith("Nothing has been changed.\n")
    assert (paper.values, machine.calls) == ({}, [])
    assert not places.settings.parent.exists()


def test_another_persons_stand_is_given_back_first(
    places: paths.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    registry.keep(places.settings.parent / stand.NOTES, registry.Before("S-2", "task"))
    assert stand.on(Machine(), lambda _: Paper(), places, "visitor", "task") == 1
    assert "kiosk stand off" in capsys.readouterr().err


def test_notes_that_cannot_be_read_stop_both(
    places: paths.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    file = places.settings.parent / stand.NOTES
    file.parent.mkdir()
    file.write_text("{", encoding="utf-8")
    assert stand.on(Machine(), lambda _: Paper(), places, "visitor", "task") == 1
    assert stand.off(Machine(), lambda _: Paper(), places) == 1
    assert str(file) in capsys.readouterr().err


def test_a_tool_that_fails_is_named_and_can_be_tried_again(
    places: paths.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    machine, paper = Machine(deaf="schtasks"), Paper(deaf="NoWinKeys")
    assert stand.on(machine, lambda _: paper, places, "visitor", "task") == 1
    said = capsys.readouterr().err
    assert "Not done: schtasks: no such thing." in said
    assert "NoWinKeys" in said
    machine.deaf = paper.deaf = ""
    assert stand.on(machine, lambda _: paper, places, "visitor", "task") == 0
    assert stand.off(machine, lambda _: paper, places) == 0
    assert paper.values == {}


def test_what_is_theirs_is_given_back_when_they_are_there(
    places: paths.Places, capsys: pytest.CaptureFixture[str]
) -> None:
    machine, paper = Machine(), Paper()
    stand.on(machine, lambda _: paper, places, "visitor", "task")
    paper.there = False
    assert stand.off(machine, lambda _: paper, places) == 1
    assert "not logged in" in capsys.readouterr().err
    assert {key[0] for key in paper.values} == {"person"}
    paper.there = True
    assert stand.off(machine, lambda _: paper, places) == 0
    assert paper.values == {}
    assert machine.tools().count("schtasks") == 2  # made once, removed once


def test_show_changes_nothing_and_says_what_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stand", "show"]) == 0
    said = capsys.readouterr().out
    assert all(wish.why in said for wish in WISHES)


@pytest.mark.parametrize("words", [["on", "--person", "visitor"], ["off"]])
def test_elsewhere_it_says_that_it_is_for_windows(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stand", *words]) == 2
    assert "for Windows" in capsys.readouterr().err
