"""Which commands the program names to whoever asks."""

from __future__ import annotations

import pytest

from kiosk.commandline import main
from kiosk.commands import COMMANDS, HIDDEN


@pytest.mark.parametrize("words", ["--help", "-h run", "--help check"])
def test_whoever_asks_the_program_hears_of_every_command(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n    {name} " not in said] == []
    assert [name for name in HIDDEN if f"\n    {name} " in said] == []


def test_a_command_that_there_is_not_is_answered_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["runn"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert [name for name in COMMANDS if f"'{name}'" not in said] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: kiosk {name} ")
