"""Resolve the pinned Python packages anew and write them, with hashes, to build_spec/lock.

`run.txt` is what the kiosk needs, `dev.txt` that and what its developers need, `build.txt` that and
what makes packages of it, at the same versions. The resolver is uv, which has to be on the PATH;
the locks name no package index.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "build_spec" / "lock"
OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes")
QUIET = ("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links")
RUN_HEAD = "# Pinned with hashes for the running kiosk; written by `make lock`.\n"
DEV_HEAD = (
    "# Pinned with hashes for development, all of run.txt included; written by `make lock`.\n"
)
BUILD_HEAD = (
    "# Pinned with hashes for building packages, all of run.txt included; written by `make lock`.\n"
)


def resolve(*more: str) -> str:
    """The resolved requirements of pyproject.toml as text."""
    command = ["uv", "pip", "compile", "pyproject.toml", *OPTIONS, *QUIET, *more]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def main() -> int:
    """Write the locks. 0 when done, 1 when there is no uv."""
    if shutil.which("uv") is None:
        print("Install uv first, for example with `pipx install uv`.", file=sys.stderr)
        return 1
    run = LOCKS / "run.txt"
    run.write_text(RUN_HEAD + resolve(), encoding="utf-8")
    dev = resolve("--extra", "dev", "--constraint", str(run.relative_to(ROOT)))
    (LOCKS / "dev.txt").write_text(DEV_HEAD + dev, encoding="utf-8")
    same = ("--constraint", str((LOCKS / "dev.txt").relative_to(ROOT)))
    build = resolve("--extra", "build", *same)
    (LOCKS / "build.txt").write_text(BUILD_HEAD + build, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
