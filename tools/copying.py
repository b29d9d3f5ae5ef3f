"""A copy of the repository without what git ignores, to try something in."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def tracked(root: Path) -> list[str]:
    """Files of the working tree that git keeps or would keep, as paths relative to the root."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return [name for name in done.stdout.split("\0") if name and (root / name).is_file()]


def copy_tree(root: Path, target: Path) -> list[str]:
    """Copy those files into a folder; their paths."""
    names = tracked(root)
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, target / name)
    return names
