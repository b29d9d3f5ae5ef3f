"""What `kiosk run` does not take, in words. It ends before anything is shown."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk import program
from kiosk.__main__ import main


def test_a_watched_folder_and_content_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--no-supervisor", "--watch", "stand", "other"]) == 2
    assert "leave “other” out" in capsys.readouterr().err


def test_msgspec_comes_without_what_it_can_do_without() -> None:
    """It decodes as ever, and whoever needs the other module still gets it."""
    code = (
        "import sys\nfrom kiosk.commands import run\nrun.bring_msgspec()\n"
        "print('msgspec' in sys.modules, 'typing_extensions' in sys.modules)\n"
        "from kiosk import factory\nfrom kiosk.store import reader\n"
        "print(len(reader.load(factory.default_content()).bundle.sections) > 1)\n"
        "import typing_extensions\nprint(typing_extensions is not None)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=program.FOLDER, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "False", "True", "True"]
