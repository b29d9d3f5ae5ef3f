"""The job of Windows, with a kernel on paper; `make windows-test` has wine's."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from kiosk.guard import job, processes
from kiosk.guard.spawn import Child

PROCESS, HANDLE = 40, 44


class Kernel:
    """Notes what it is asked; `deaf` names what fails."""

    def __init__(self, deaf: str = "") -> None:
        self.asked: list[str] = []
        self.flags = 0
        self._deaf = deaf

    def _answer(self, name: str) -> int:
        self.asked.append(name)
        return 0 if name == self._deaf else HANDLE

    def CreateJobObjectW(self, _security: None, _name: None) -> int:  # noqa: N802
        return self._answer("create")

    def SetInformationJobObject(self, _job: Any, kind: int, place: Any, size: int) -> int:  # noqa: N802
        assert (kind, size) == (9, 144)  # as 64-bit Windows has it
        self.flags = ctypes.cast(place, ctypes.POINTER(job.Limits)).contents.basic.flags
        return self._answer("limit")

    def AssignProcessToJobObject(self, _job: Any, process: Any) -> int:  # noqa: N802
        assert process.value == PROCESS
        return self._answer("assign")

    def TerminateJobObject(self, handle: Any, _code: int) -> int:  # noqa: N802
        assert handle.value == HANDLE
        return self._answer("end")

    def CloseHandle(self, handle: Any) -> int:  # noqa: N802
        assert handle.value == HANDLE
        return self._answer("close")


def test_the_screen_ends_with_the_handle_of_its_job() -> None:
    kernel = Kernel()
    child = Child(7, -1)
    child.job = job.around(PROCESS, kernel)
    assert child.job is not None
    assert kernel.flags & job.DIE_WITH_THE_HANDLE
    processes.obey(child, "abort")
    child.leave_nothing()
    child.leave_nothing()
    assert kernel.asked == ["create", "limit", "assign", "end", "close"]


@pytest.mark.parametrize(
    ("deaf", "asked"),
    [("create", ["create"]), ("limit", ["create", "limit", "close"]),
     ("assign", ["create", "limit", "assign", "close"])],
)  # fmt: skip
def test_without_a_job_it_goes_on(deaf: str, asked: list[str]) -> None:
    kernel = Kernel(deaf)
    assert job.around(PROCESS, kernel) is None
    assert kernel.asked == asked


def test_elsewhere_a_child_needs_none() -> None:
    Child(7, -1).leave_nothing()
