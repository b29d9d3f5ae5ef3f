"""What `kiosk run` does not take, in words. It ends before anything is shown."""

from __future__ import annotations

import pytest

from kiosk.__main__ import main


def test_a_watched_folder_and_content_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--no-supervisor", "--watch", "stand", "other"]) == 2
    assert "leave “other” out" in capsys.readouterr().err
